"""Quotes out: records, their validation, and where they are stored."""
