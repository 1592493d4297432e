"""From annotated articles to calibration.json.

run.py has it all on one page; the parts of what it writes have files of their own.
"""
