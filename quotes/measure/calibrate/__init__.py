"""From annotated articles to calibration.json, a file for each part: run.py is the whole way."""
