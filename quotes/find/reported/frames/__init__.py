"""The functions that propose contents to a cue; each is a row of the table of patterns."""
