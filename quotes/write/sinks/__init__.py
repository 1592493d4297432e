"""Where records go: a file of JSON Lines, standard output, and what a later run goes on with."""
