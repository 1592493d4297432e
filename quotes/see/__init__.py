"""For people's eyes, in a browser: a report in one file, the database as a site, the checking."""
