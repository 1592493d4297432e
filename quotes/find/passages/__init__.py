"""Which quote the marks without a cue belong to; quotes across paragraphs; layouts.

merge.py is the way of one paragraph, passages.py that of all.
"""
