"""From quotes to quotes with speakers: names, then entities, then who is meant at each quote.

speakers.py has it all on one page. A new rule goes into rules/; nothing here imports find.
"""
