"""Articles in: files, folders, standard input; a format that holds articles is in containers/."""
