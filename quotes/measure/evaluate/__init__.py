"""Scores quotes against what people annotated.

run.py has it all on one page; another baseline is a file like baseline.py.
"""
