"""From annotated articles to calibration.json.

run.py is the whole way, with a file for each part of what it writes.
"""
