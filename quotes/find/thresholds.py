"""The thresholds of the finding rules, each with its reason.

All were set by hand; what is counted on annotated news is in calibration.json. Distances
are in tokens.
"""

from __future__ import annotations

# Rubbish. A paragraph with more stretches in marks is no prose but a table or a program; the
# rules would take a time that grows with the square of their number.
MOST_MARKS = 300

# By how much a content must be likelier than the one that stands before it in the table of
# patterns: the chances of two readings of one sentence differ by less through mere noise.
HEAD_START = 0.05

# Words in marks.
LONGEST_TITLE = 12  # words: a longer phrase in capitals is a headline or rubbish, not a work
SENTENCE_WORDS = 4  # from which on words that begin with a capital read as a sentence …
ENDED_SENTENCE_WORDS = 2  # … or these if they end in a stop: “Not now.”
LONE_SENTENCE_WORDS = 6  # of a sentence in marks that nothing gives to anyone: fewer are slogans
DIRECT_SHARE = 0.9  # of the words of a direct quote stand in marks: a “that” may stay outside
QUOTED_PARAGRAPH_SHARE = 0.75  # of a paragraph's words, if it goes on with an earlier quote
OWNED_SHARE = 0.5  # of the words in marks that a content covers to own them: more than chance
KEPT_SHARE = 0.5  # of a content is left when others are cut out of it: less is only a scrap

# From marks to their cue.
FARTHEST_CUE = 40  # a source with its relative clauses may stand between marks and cue
FARTHEST_UNKNOWN_VERB = 8  # a verb that is no cue must stand nearer: “No,” Ada Ito grimaced.
FARTHEST_SAID_BEFORE = 8  # he explained, “and …”: back to the verb that leads up to the marks
BEHIND_MARKS = 2  # said Ito, Ito said: so near to the marks a verb is surely their cue
SHORT_SOURCE = 4  # a longer source may have verbs of its own: …,” Ito, who grinds oats, said
SOURCE_START = 3  # the source begins so near to the marks, whatever follows it
BEFORE_MARKS = 3  # he said so: “…”; farther off, a comma or a colon must lead to the marks
MOST_VERBS_BEFORE_COLON = 2  # that may stand between a cue and the colon that leads to the marks
UNCLOSED_SOURCE = 5  # to the verb of saying behind a comma where a mark was never closed

# From a cue to its source.
FARTHEST_INVERTED = 8  # said the retired captain of the ferry Ada Ito
FARTHEST_NOUN_HEAD = 25  # a noun right before a cue whose head is farther off is another's
MOST_CLIMBS = 6  # verbs up the tree to a shared subject: on longer ways the parse goes astray
LIGHT_VERB_REACH = 4  # made the same old case that …: verb and noun are one cue

# Layouts.
LONGEST_HEADLINE = 30  # tokens: a longer paragraph is prose
LONGEST_LABEL = 6  # tokens before the colon: Ada Ito of Dover: …
LEAST_HEADLINE = 4  # tokens from the colon on: fewer are a list or a score
TURN_NEIGHBOURS = (-2, -1, 1, 2)  # paragraphs: an answer may take two
LONGEST_SIGNATURE = 14  # spaces in what follows a dash: more are a sentence, not a name
