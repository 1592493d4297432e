"""The views for the questions that people ask; the same SQL in both engines."""

from __future__ import annotations

VIEWS = {
    "quotes_with_speakers": """
        SELECT q.id, s.name AS speaker, s.type AS speaker_type, s.role AS speaker_role,
            s."for" AS speaker_for, m.text AS mention, q.content, q.kind, q.act, q.cue,
            q.confidence, q.title, d.published_on, d.url, q.document_id, s.id AS speaker_id
        FROM quotes q
        JOIN documents d ON d.id = q.document_id
        LEFT JOIN mentions m ON m.quote_id = q.id
        LEFT JOIN speakers s ON s.id = m.speaker_id""",
    # Under one name, whatever the article; a list of known speakers tells namesakes apart.
    "speakers_by_quotes": """
        SELECT s.name AS speaker, s.registry_id, min(s.type) AS type,
            count(DISTINCT m.quote_id) AS quotes,
            count(DISTINCT CASE WHEN q.kind = 'direct' THEN q.id END) AS direct,
            count(DISTINCT s.document_id) AS documents,
            min(d.published_on) AS first_published, max(d.published_on) AS last_published
        FROM speakers s
        JOIN mentions m ON m.speaker_id = s.id
        JOIN quotes q ON q.id = m.quote_id
        JOIN documents d ON d.id = s.document_id
        WHERE s.name IS NOT NULL
        GROUP BY s.name, s.registry_id""",
    "quotes_without_speaker": """
        SELECT q.id, q.content, q.kind, q.act, q.cue, q.flags, q.prefix, q.suffix,
            q.title, q.document_id
        FROM quotes q
        WHERE q.speaker IS NULL""",
}
