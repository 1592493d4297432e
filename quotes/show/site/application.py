"""The quote database as a web application on this machine: datasette, set up for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quotes.errors import QuotesError
from quotes.show.site.queries import QUERIES
from quotes.show.site.report import STATIC, TEMPLATES, check_installed
from quotes.show.site.site import Site

if TYPE_CHECKING:
    from datasette.app import Datasette

SETTINGS = {"default_page_size": 50, "sql_time_limit_ms": 5000, "suggest_facets": False}


def application(site: Site) -> Datasette:
    """The application; QuotesError if datasette is not installed."""
    check_installed()  # charts and templates are those of a report
    try:
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ImportError as error:
        raise QuotesError("needs datasette; pip install 'quotes[see]'") from error
    from quotes.show.site.plugin import Plugin

    if pm.has_plugin("quotes"):
        pm.unregister(name="quotes")
    pm.register(Plugin(site), name="quotes")
    return Datasette(
        files=[str(site.db)],  # opened with mode=ro; a run may write to it meanwhile
        metadata=metadata_of(site.name),
        template_dir=str(TEMPLATES),
        static_mounts=[("quotes-static", str(STATIC))],
        settings=SETTINGS,
    )


def metadata_of(name: str) -> dict[str, Any]:
    """What datasette is told about the tables: facets, order, labels, saved queries."""
    tables = {
        "quotes": {"facets": ["kind", "act"], "label_column": "content", "fts_table": "quotes_fts"},
        "documents": {"label_column": "id", "sort_desc": "published_on"},
        "speakers": {"facets": ["type"], "label_column": "name"},
        "quotes_with_speakers": {"facets": ["kind", "act", "speaker_type"]},
        "texts": {"hidden": True},
        "records": {"hidden": True},
        "spans": {"hidden": True},
    }
    queries = {
        key: {"title": title, "sql": sql, "params": ["speaker"] if ":speaker" in sql else []}
        for key, (title, sql) in QUERIES.items()
    }
    return {"title": "Quotes", "databases": {name: {"tables": tables, "queries": queries}}}
