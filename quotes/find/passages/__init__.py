"""Which quote the marks without a cue belong to; quotes across paragraphs; layouts.

merge.py works on one paragraph, passages.py on all of them.
"""
