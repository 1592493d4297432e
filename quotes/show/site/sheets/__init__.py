"""Sheets: articles as pages show them, with their text, their records and notes beside them.

Plain values and markup that is escaped; no page of its own.
"""
