"""Makes the tables of a new database, and brings those of an older release forward."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, inspect

from quotes.errors import QuotesError
from quotes.write.database import tables
from quotes.write.database.full_text import index_statements
from quotes.write.database.tables import metadata
from quotes.write.database.views import VIEWS

Step = Callable[[Connection], None]

APPLICATION_ID = 0x51554F54  # "QUOT": by it a SQLite file is known for a quote database


class DatabaseError(QuotesError):
    """A quote database cannot be used."""


def add_texts_and_decisions(connection: Connection) -> None:
    """To version 2: the articles' texts, stored as they are extracted anew, and decisions."""
    for table in (tables.texts, tables.decisions):
        table.create(connection, checkfirst=True)


# From version n to n + 1, oldest first; a release that changes a table adds one.
STEPS: tuple[Step, ...] = (add_texts_and_decisions,)


def version_of(connection: Connection) -> int:
    """The version of the tables, 0 for a database without them; DatabaseError if not ours."""
    ours = metadata.tables.keys() | VIEWS.keys()
    there = set(inspect(connection).get_table_names())
    if connection.dialect.name == "sqlite":
        if connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
        foreign = there  # a file of someone else, whatever its tables are called
    else:
        if "quotes_version" in there:
            version = connection.exec_driver_sql("SELECT version FROM quotes_version")
            return int(version.scalar_one())
        foreign = there & ours
    if foreign:
        names = ", ".join(sorted(foreign)[:3])
        raise DatabaseError(f"holds tables of another program ({names}); name a new database")
    return 0


def prepare(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring the tables up to this release's version, in one transaction with its caller's."""
    newest = len(steps) + 1
    there = version_of(connection)
    check_version(there, newest)
    if there == newest:
        return
    if there == 0:
        create(connection)
    else:
        for step in steps[there - 1 :]:
            step(connection)
    note_version(connection, newest)


def check_version(there: int, newest: int = len(STEPS) + 1) -> None:
    """DatabaseError if the tables are of a later release than this one."""
    if there > newest:
        raise DatabaseError(
            f"was written by a later release (version {there}, this one knows {newest}); "
            "install that release"
        )


def is_older(connection: Connection, newest: int = len(STEPS) + 1) -> bool:
    """Whether the tables lack what this release has."""
    return version_of(connection) < newest


def create(connection: Connection) -> None:
    """Make the tables, the views and the full-text index."""
    metadata.create_all(connection)
    for statement in index_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)
    for name, query in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {query}")


def note_version(connection: Connection, version: int) -> None:
    """Write down which version the tables are of."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        return
    connection.exec_driver_sql("DROP TABLE IF EXISTS quotes_version")
    connection.exec_driver_sql("CREATE TABLE quotes_version (version integer NOT NULL)")
    connection.exec_driver_sql(f"INSERT INTO quotes_version VALUES ({version})")
