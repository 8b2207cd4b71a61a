"""What Lighthouse thinks of the built pages."""
