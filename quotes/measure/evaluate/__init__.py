"""Scores quotes against what people annotated: run.py is the whole way."""
