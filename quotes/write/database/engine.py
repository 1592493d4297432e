"""Opens a quote database: which engine a name stands for, and one writer at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from quotes.write.database.migrate import (
    DatabaseError,
    check_version,
    is_older,
    prepare,
    version_of,
)
from quotes.write.database.sqlite_file import is_other

DRIVERS = {"postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
WRITERS_LOCK = 0x51554F54  # PostgreSQL's advisory lock: one writer a database


def is_url(name: str) -> bool:
    """Whether *name* is a database URL, not the path of a file."""
    return "://" in name


def url_of(name: str) -> URL:
    """The URL that *name*, a path or a URL, stands for; DatabaseError if for none that we know."""
    if not is_url(name):
        return URL.create("sqlite", database=name)
    try:
        url = make_url(name)
    except ArgumentError as error:
        raise DatabaseError("not a database URL; write postgresql://user@host/name") from error
    url = url.set(drivername=DRIVERS.get(url.drivername, url.drivername))
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise DatabaseError(f"{url.drivername}: not a database that is known: SQLite, PostgreSQL")
    if url.get_backend_name() == "sqlite" and not url.database:
        raise DatabaseError("sqlite: name a file, as in sqlite:///quotes.db")
    return url


def shown(name: str) -> str:
    """*name* as it may be shown: without a password."""
    try:
        return make_url(name).render_as_string(hide_password=True) if is_url(name) else name
    except ArgumentError:
        return name.partition("://")[0] + "://…"


def engine_of(url: URL, write: bool) -> Engine:
    """An engine whose transactions begin when they are told to, for DDL as well."""
    if url.get_backend_name() != "sqlite":
        try:
            engine = create_engine(url, poolclass=NullPool)
        except (ImportError, NoSuchModuleError) as error:
            raise DatabaseError("needs its driver; pip install 'quotes[postgres]'") from error
        return engine
    path = Path(url.database or "")
    mode = "rwc" if write else "ro"

    def connect() -> sqlite3.Connection:
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            # A commit then waits for no disk: a power cut may cost the last articles, not the file.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


@contextmanager
def named(name: str) -> Iterator[None]:
    """A stretch whose errors of the database become a DatabaseError that says which one."""
    try:
        yield
    except DatabaseError as error:
        raise DatabaseError(f"{shown(name)}: {error}") from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        reason = " ".join(str(cause).split())
        raise DatabaseError(
            f"{shown(name)}: {reason}; check the database, what was stored before is kept"
        ) from error


@contextmanager
def reading(name: str) -> Iterator[Connection]:
    """A connection to the quote database *name*, which it cannot change."""
    with named(name):
        url = url_of(name)
        if url.get_backend_name() == "sqlite":
            check_file(Path(url.database or ""))
        with engine_of(url, write=False).connect() as connection:
            there = version_of(connection)
            check_version(there)
            if there == 0:
                raise DatabaseError("not a quote database; make one with quotes extract --db")
            connection.rollback()
            yield connection


def check_file(path: Path) -> None:
    """DatabaseError if *path* cannot be a quote database in SQLite, such as a file of records."""
    if not path.is_file():
        raise DatabaseError("no such file; make it with quotes extract PATH... --db")
    if is_other(path):
        raise DatabaseError(
            "not a database, as a file of records or articles is none; make one of the articles "
            "with quotes extract PATH... --db quotes.db"
        )


@contextmanager
def reading_current(name: str) -> Iterator[Connection]:
    """A connection as of `reading`; DatabaseError if the tables are of an earlier release."""
    with reading(name) as connection:
        if is_older(connection):
            raise DatabaseError(
                "was made by an earlier release; quotes extract or quotes review brings it forward"
            )
        yield connection


@contextmanager
def writing(name: str) -> Iterator[Connection]:
    """A connection to the quote database *name*, made if there is none; DatabaseError if in use."""
    with named(name):
        url = url_of(name)
        if url.get_backend_name() == "sqlite" and is_other(Path(url.database or "")):
            raise DatabaseError("holds something else than a database; name a new file")
        with only_writer(url), engine_of(url, write=True).connect() as connection:
            if url.get_backend_name() == "postgresql":
                take_turn(connection)
            with connection.begin():
                prepare(connection)
            try:
                yield connection
            finally:
                if url.get_backend_name() == "sqlite":
                    make_one_file(connection)


def bring_forward(name: str) -> None:
    """Give a quote database of an earlier release the tables of this one."""
    with reading(name) as connection:
        older = is_older(connection)
    if older:
        with writing(name):
            pass


def make_one_file(connection: Connection) -> None:
    """Leave a SQLite database that can be copied, and served from where nothing can be written."""
    connection.rollback()
    plain = connection.connection.dbapi_connection
    if plain is not None:
        with suppress(sqlite3.Error):  # somebody reads it: the next run does so
            plain.cursor().execute("PRAGMA journal_mode = DELETE")


IN_USE = "another run is writing to it; wait for that to end or name another database"


@contextmanager
def only_writer(url: URL) -> Iterator[None]:
    """A stretch in which no other run writes to a SQLite file: the lock ends with the process."""
    if url.get_backend_name() != "sqlite":
        yield
        return
    from filelock import FileLock, Timeout

    path = Path(url.database or "").absolute()
    if not path.parent.is_dir():
        raise DatabaseError("no such folder; name a file in one that is there")
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise DatabaseError(IN_USE) from error
    except OSError as error:
        raise DatabaseError(f"{error.strerror}; name a file that can be written") from error
    try:
        yield
    finally:
        lock.release()


def take_turn(connection: Connection) -> None:
    """Be the only writer to a PostgreSQL database for as long as *connection* lives."""
    with connection.begin():
        took = connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({WRITERS_LOCK})").scalar()
    if not took:
        raise DatabaseError(IN_USE)
    with connection.begin():  # as in SQLite: a crash of the server may cost the last articles
        connection.exec_driver_sql("SET synchronous_commit = off")
