"""Scores quotes against articles that people annotated; beside the way of the data, not on it."""
