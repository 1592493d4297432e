"""The commands that give receipts, for the command line to add."""

from __future__ import annotations

from quotes.receipts.diff_command import diff
from quotes.receipts.explain_command import explain
from quotes.receipts.rules_command import rules

RECEIPTS = (explain, rules, diff)
