"""The quote database: one definition with SQLAlchemy Core, in SQLite or PostgreSQL.

Tables change only with a step in migrate.py, so that old databases stay readable.
"""
