"""An article as pages show it: its records, its text, and what is said beside it."""
