"""The headers that every answer of the site carries, and which requests are refused."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from quotes.show.site.report import hash_of

READS = ("GET", "HEAD")
App = Callable[..., Awaitable[None]]
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
FLAG = "{{ datasette_allow_facet }}"  # all that datasette's table page puts into a script
SENT = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)
OURS = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'"
ENDS = "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def guarded(app: App, hosts: Sequence[str], posts: Collection[str]) -> App:
    """*app* behind checks of host and origin, with a content security policy in each answer.

    Only the paths *posts* may be posted to. A foreign page whose own name is made to point here
    (DNS rebinding) sends a foreign host; one that posts a form sends a foreign origin.
    """

    async def asked(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        if not is_own(headers, scope["method"], hosts):
            await refuse(send, 403, "not under this name or from another page; see --host")
            return
        if scope["method"] not in READS and scope["path"] not in posts:
            await refuse(send, 405, "this can only be read")
            return

        async def answer(event: dict[str, Any]) -> None:
            if event["type"] == "http.response.start":
                policy = policy_of(scope["path"]).encode("ascii")
                event["headers"] = [
                    *event.get("headers", []),
                    (b"content-security-policy", policy),
                    *SENT,
                ]
            await send(event)

        await app(scope, receive, answer)

    return asked


def is_own(headers: dict[bytes, str], method: str, hosts: Sequence[str]) -> bool:
    """Whether a request names one of *hosts*, or any host if that is empty.

    A request that may change something must come from a page of the same host.
    """
    host = headers.get(b"host", "")
    try:
        if hosts and urlsplit(f"//{host}").hostname not in hosts:
            return False
    except ValueError:  # no host at all
        return False
    origin = headers.get(b"origin")
    return method in READS or origin == f"http://{host}"


async def refuse(send: Any, status: int, why: str) -> None:
    """Answer with a *status* and *why* the request is refused."""
    plain = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": status, "headers": plain})
    await send({"type": "http.response.body", "body": f"{why}\n".encode()})


def policy_of(path: str) -> str:
    """The policy for a page; datasette's own pages need some of its scripts, and inline styles."""
    if path in ("/", "/article", "/speaker", "/speakers", "/review"):
        return f"{OURS}; {ENDS}"
    hashes = " ".join(f"'{each}'" for each in datasette_hashes())
    return (
        "default-src 'none'; img-src 'self' data:; connect-src 'self'; "
        f"style-src 'self' 'unsafe-inline'; script-src 'self' {hashes}; {ENDS}"
    )


@cache
def datasette_hashes() -> tuple[str, ...]:
    """The hashes of the inline scripts in datasette's templates, as they are served."""
    import datasette

    folder = Path(datasette.__file__).parent / "templates"
    hashes = []
    for path in sorted(folder.glob("*.html")):
        for source in INLINE.findall(path.read_text(encoding="utf-8")):
            sources = [source]
            if FLAG in source:
                sources = [source.replace(FLAG, value) for value in ("true", "false")]
            hashes += [hash_of(each) for each in sources if "{{" not in each and "{%" not in each]
    return tuple(hashes)
