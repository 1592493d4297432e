"""A PostgreSQL server of the tests' own: on a free port of this machine, in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

USERS = ("postgres", "nobody")  # the server refuses to be run by root


def find_binaries() -> Path | None:
    """The folder of initdb and pg_ctl, where Debian has it or on the path; None if nowhere."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    folders += [Path(found).parent] if found else []
    return next((f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)


def user() -> pwd.struct_passwd | None:
    """Whom to run the server as; None for ourselves, unless we are root."""
    if os.geteuid() != 0:
        return None
    for name in USERS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("no user to run PostgreSQL as")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(binaries: Path) -> Iterator[str]:
    """The URL of a new server without a database name, which is stopped at the end."""
    owner, port = user(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="quotes-pg-"))  # pytest's own is closed to other users
    data = folder / "data"
    identity = {} if owner is None else {"user": owner.pw_uid, "group": owner.pw_gid}

    def run(command: str, *args: str) -> None:
        with (folder / "log").open("ab") as log:
            subprocess.run(
                [binaries / command, "-D", data, *args],
                **identity,  # type: ignore[call-overload]
                extra_groups=[] if owner else None,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                check=True,
            )

    if owner is not None:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    try:
        run("initdb", "-U", "quotes", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        run("pg_ctl", "-w", "-o", options, "start")
        try:
            yield f"postgresql://quotes@127.0.0.1:{port}"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def new_database(server: str) -> str:
    """The URL of a new database of the *server*."""
    name = f"news_{uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"
