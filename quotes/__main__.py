"""Starts the command, as `quotes` or as `python -m quotes`."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line; Ctrl-C while it is still being imported ends it as any other."""
    try:
        from quotes.command.cli import main

        main(prog_name="quotes")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
