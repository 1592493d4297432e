"""Which database the site shows, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Site:
    """A database that is served to browsers, and who may use it."""

    db: Path
    hosts: tuple[str, ...] = LOOPBACK  # the names under which a browser may ask; empty: any
    reviewer: str | None = None  # who decides; None if nobody may

    @property
    def name(self) -> str:
        """The name under which datasette serves the database."""
        return self.db.stem

    @property
    def path(self) -> str:
        """The path of datasette's pages on the database."""
        from datasette.utils import tilde_encode

        return f"/{tilde_encode(self.name)}"
