"""Pictures for those who share a page: drawn while the site is built."""
