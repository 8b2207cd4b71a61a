"""Older and foreign content brought forward to the present format."""
