"""Build a static, searchable archive of diplomatic statements."""

__version__ = "0.1.0"
