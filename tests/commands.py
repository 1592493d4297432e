"""The command line as a process, with an extractor that needs no model; also a module to call it.

`python tests/commands.py extract …` is `quotes extract …` with that extractor. In an article, words
make it do what real ones do by accident: DIE kills the process, SLEEP takes long, SLOW a little.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from click.testing import CliRunner, Result
from samples import MarksOnly, make_marks_only

from quotes.command.cli import main
from quotes.model import Article, Quote
from quotes.pipeline.asked import Asked

HERE = Path(__file__)


class Accidents(MarksOnly):
    """Finds stretches in marks, and meets with an accident at some words."""

    def quotes(self, article: Article) -> tuple[Quote, ...]:
        """The stretches in marks, if it lives."""
        if "DIE" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "ONCE" in article.text:
            once = Path(article.text.split()[-1])
            if not once.exists():
                once.touch()
                os._exit(7)
        if "SLEEP" in article.text:
            time.sleep(60)
        if "SLOW" in article.text:
            time.sleep(0.005)
        return super().quotes(article)


def make_accidents(asked: Asked) -> Accidents:
    """An extractor for the command line, whatever it asks for."""
    return Accidents()


def quotes(*args: object, make: object = make_marks_only) -> Result:
    """The result of a command in this process."""
    return CliRunner().invoke(main, [str(arg) for arg in args], obj=make)


def command(*args: object) -> list[str]:
    """The command in a process of its own."""
    return [sys.executable, str(HERE), *(str(arg) for arg in args)]


def call(*args: object) -> subprocess.CompletedProcess[str]:
    """What the command did in a process of its own."""
    return subprocess.run(
        command(*args), capture_output=True, encoding="utf-8", check=False, timeout=120
    )


if __name__ == "__main__":
    main(prog_name="quotes", obj=make_accidents)
