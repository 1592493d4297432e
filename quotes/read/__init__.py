"""Articles in: files, folders, standard input, JSON Lines."""
