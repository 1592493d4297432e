"""The commands that give receipts, for the command line to add."""

from __future__ import annotations

from quotes.command.diff import diff
from quotes.command.explain import explain
from quotes.command.rules import rules

RECEIPTS = (explain, rules, diff)
