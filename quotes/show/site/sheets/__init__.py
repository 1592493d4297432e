"""Sheets: articles as pages show them, with their text, their records and notes beside them.

Plain values and escaped markup; no whole page.
"""
