"""Scores quotes against articles that people annotated."""
