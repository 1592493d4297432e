"""The user's list of speakers: its file, its rows, who held an office on a day.

What a row may hold is said in the README and checked in file.py; change both together.
"""
