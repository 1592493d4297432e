"""What was counted on annotated news, read and checked.

The files are written by `quotes calibrate` and `quotes evaluate`, not by hand.
"""
