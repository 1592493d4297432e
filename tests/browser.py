"""A real browser for the tests: Debian's Chromium, driven by playwright."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from commands import command

CHROMIUM = Path("/usr/bin/chromium")
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@contextmanager
def started() -> Iterator[Any]:
    """A browser; skips where there is none."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@contextmanager
def page_of(
    browser: Any, url: str, size: dict[str, int] = DESKTOP, **options: Any
) -> Iterator[Any]:
    """The page at *url*; at the end nothing was said on its console and nothing asked elsewhere."""
    context = browser.new_context(viewport=size, **options)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    own = url.split("/")[2]
    page.on("request", lambda asked: asked.url.split("/")[2] == own or said.append(asked.url))
    page.goto(url)
    yield page
    assert said == []
    context.close()


def press(page: Any, does: Callable[[], object]) -> None:
    """Do what *does* does, and wait for the page to which it leads."""
    with page.expect_navigation():
        does()


def serious(page: Any) -> list[str]:
    """What axe-core finds wrong with *page* that is serious or critical."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html']}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


@contextmanager
def served(*arguments: object) -> Iterator[str]:
    """The address of `quotes serve …` or `quotes review …` in a process of its own."""
    process = subprocess.Popen(
        command(*arguments, "--port", "0"), stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stderr is not None
        first = process.stderr.readline()
        address = re.search(r"http://\S+/", first)
        assert address is not None, first + process.stderr.read()
        yield address[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
