"""One file for each format that holds articles; a new one is named in articles.py."""
