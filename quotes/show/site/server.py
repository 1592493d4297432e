"""Serves the application to browsers until it is interrupted."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

from quotes.errors import QuotesError
from quotes.show.site.application import application
from quotes.show.site.site import Site

STEP = 0.01  # seconds between two checks whether the server has started


def run(site: Site, host: str, port: int, opens: bool, say: Callable[[str], None]) -> None:
    """Serve on *host* and *port*, 0 for a free one; *say* the address once it answers."""
    try:
        listening = listener(host, port)
    except OSError as error:
        raise QuotesError(f"{host}:{port}: {error.strerror}; name another --port") from error
    place = f"[{host}]" if ":" in host else host
    url = f"http://{place}:{listening.getsockname()[1]}/"

    def started() -> None:
        say(f"{site.db}: {url}  (Ctrl-C ends it)")
        if opens:
            import webbrowser

            webbrowser.open(url + ("review" if site.reviewer is not None else ""))

    asyncio.run(serve(site, listening, started))


async def serve(site: Site, listening: socket.socket, started: Callable[[], None]) -> None:
    """Serve on *listening* until interrupted; *started* is called once Ctrl-C ends it cleanly.

    Before that, an interruption would meet a server that is only half set up.
    """
    app = application(site)
    import uvicorn

    await app.invoke_startup()
    config = uvicorn.Config(app.app(), log_level="warning", lifespan="on", access_log=False)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not task.done():
        await asyncio.sleep(STEP)
    if server.started:
        started()
    await task


def listener(host: str, port: int) -> socket.socket:
    """A socket that already listens, so that a browser sent to it waits and is not refused."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    made.listen(128)
    return made
