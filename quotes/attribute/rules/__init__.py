"""The speaker rules: one ordered table, and a file for each family of rules."""
