"""Reads and checks what was counted on annotated news.

The files are written by `quotes calibrate` and `quotes evaluate`, not by hand.
"""
