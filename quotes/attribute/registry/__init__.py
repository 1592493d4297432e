"""The user's list of speakers: its file, its rows, who held an office on a day."""
