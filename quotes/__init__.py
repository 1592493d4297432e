"""Finds every direct, mixed and reported quote in news articles and who said it."""
