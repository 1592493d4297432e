"""Reported speech: one table of patterns, and the functions that it names."""
