"""Our plugin for datasette: our own pages beside its tables, queries, JSON and CSV."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from datasette import Response, hookimpl
from markupsafe import Markup
from sqlalchemy import Connection

from quotes.show.site import pages
from quotes.show.site.guard import guarded
from quotes.show.site.report import prepared
from quotes.show.site.site import Site
from quotes.write.database.engine import reading
from quotes.write.escape import escaped

Asked = dict[str, str]
View = Callable[[Connection, Asked, Site], dict[str, Any] | None]


class Plugin:
    """The hooks of datasette that we fill."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.__name__ = "quotes"  # datasette's list of plugins calls it so

    @hookimpl  # type: ignore[untyped-decorator]
    def register_routes(self) -> list[tuple[str, Any]]:
        """Our pages, which come before datasette's."""
        routes = [
            (r"^/$", self.page("front.html", pages.front)),
            (r"^/article$", self.page("article.html", pages.article)),
            (r"^/speaker$", self.page("speaker.html", pages.speaker)),
            (r"^/speakers$", self.page("speakers.html", pages.speakers)),
        ]
        if self.site.reviewer is not None:
            from quotes.show.site import review

            routes.append((r"^/review$", self.page("review.html", review.queue)))
            routes.append((r"^/review/decide$", self.decide))
        return routes

    def page(self, template: str, view: View) -> Any:
        """A handler of requests that fills *template* with what *view* gives; None is not found."""

        async def answer(request: Any, datasette: Any) -> Response:
            asked = {key: request.args.get(key) or "" for key in request.args}
            found = await asyncio.to_thread(self.look, view, asked)
            if found is None:
                template_, found, status = "missing.html", {}, 404
            else:
                template_, status = template, 200
            context = {**found, "site": self.site, "asked": asked}
            body = await datasette.render_template(template_, context, request=request)
            return Response.html(body, status=status)

        return answer

    def look(self, view: View, asked: Asked) -> dict[str, Any] | None:
        """What *view* reads from the database."""
        with reading(str(self.site.db)) as connection:
            return view(connection, asked, self.site)

    async def decide(self, request: Any, datasette: Any) -> Response:
        """Store a decision that a reviewer posted, and answer with where the queue stands."""
        from quotes.show.site import review

        body = await request.post_body()
        answer, status = await asyncio.to_thread(review.decide, body, self.site)
        return Response.json(answer, status=status)

    @hookimpl  # type: ignore[untyped-decorator]
    def prepare_jinja2_environment(self, env: Any) -> None:
        """Spell out control characters in datasette's pages as well."""
        prepared(env)

    @hookimpl  # type: ignore[untyped-decorator]
    def asgi_wrapper(self) -> Any:
        """Check hosts and origins, and send the policy."""
        posts = () if self.site.reviewer is None else ("/review/decide",)
        return lambda app: guarded(app, self.site.hosts, posts)

    @hookimpl  # type: ignore[untyped-decorator]
    def render_cell(self, value: Any, column: str, table: str) -> Markup | None:
        """A link to the page of an article, where a table names one."""
        if column == "document_id" or (table, column) == ("documents", "id"):
            link = f"/article?{urlencode({'id': value})}"
            return Markup('<a href="{}">{}</a>').format(link, escaped(str(value)))
        return None

    @hookimpl  # type: ignore[untyped-decorator]
    def menu_links(self) -> list[dict[str, str]]:
        """The way back from datasette's pages."""
        return [{"href": "/", "label": "Search quotes"}]
