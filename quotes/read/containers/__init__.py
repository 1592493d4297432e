"""One file for each format that holds articles."""
