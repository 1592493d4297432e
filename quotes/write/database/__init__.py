"""The quote database: one definition with SQLAlchemy Core, in SQLite or PostgreSQL."""
