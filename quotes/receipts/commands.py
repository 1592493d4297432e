"""The commands that give receipts, for the command line to add."""

from __future__ import annotations

from quotes.receipts.diff_command import diff

RECEIPTS = (diff,)
