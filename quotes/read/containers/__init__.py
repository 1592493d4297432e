"""One file for each format that holds articles, and the table that names them all."""
