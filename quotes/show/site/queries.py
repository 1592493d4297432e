"""The queries that are saved for a database's tables: their titles and their SQL."""

from __future__ import annotations

QUERIES = {
    "most-quoted": (
        "Most quoted speakers",
        "SELECT * FROM speakers_by_quotes ORDER BY quotes DESC, speaker LIMIT 500",
    ),
    "quoted-by-day": (
        "Quotes by day and speaker",
        """SELECT published_on, speaker, count(*) AS quotes FROM quotes_with_speakers
        WHERE speaker IS NOT NULL AND (:speaker = '' OR speaker = :speaker)
        GROUP BY published_on, speaker ORDER BY published_on DESC, quotes DESC LIMIT 1000""",
    ),
    "without-speaker": (
        "Quotes for which nobody was found",
        "SELECT * FROM quotes_without_speaker LIMIT 1000",
    ),
    "never-named": (
        "Speakers who are never named",
        """SELECT mention, speaker_for, content, kind, title, document_id, id
        FROM quotes_with_speakers WHERE speaker IS NULL AND mention IS NOT NULL LIMIT 1000""",
    ),
    "least-sure": (
        "Quotes that are least sure",
        """SELECT id, confidence, speaker, content, content_rule, speaker_rule, flags, document_id
        FROM quotes ORDER BY confidence LIMIT 500""",
    ),
    "decisions": (
        "Decisions, the newest first",
        """SELECT decided_at, decided_by, verdict, speaker, content, document_id, quote_id
        FROM decisions ORDER BY id DESC LIMIT 1000""",
    ),
}
