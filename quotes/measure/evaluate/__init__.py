"""Scores quotes against what people annotated.

run.py is the whole way; a baseline beside ours is a file such as baseline.py.
"""
