"""Pages for a browser: the report in one file, the database as a site, the review."""
