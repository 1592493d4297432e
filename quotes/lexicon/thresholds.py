"""Every bound of the rules that a person set, in one table, each with its reason.

All were set by hand, on annotated news; what was counted there is in calibration.json. Distances
are in tokens unless another unit is named.
"""

from __future__ import annotations

# parse/: headlines and datelines.
# A headline is judged twice, each time by its own bounds. Before the parse there are only letters,
# and what is taken for a title loses its capitals, so nearly all of its long words must have one.
# Once tags show that no verb is in lower case, fewer capitals are enough, but only in few words.
LONG_WORD = 4  # letters: shorter words stay small in some titles and not in others
TITLE_WORDS = 3  # long words, the fewest by which a title is known
LONGEST_TITLE_TEXT = 300  # code points
TITLE_SHARE = 0.8  # of a title's long words begin with a capital
TAGGED_HEADLINE_SHARE = 0.75  # of a parsed headline's
MOST_HEADLINE_TOKENS = 40
FEWEST_HEADLINE_TOKENS = 4  # a name alone is no headline
LONGEST_DATELINE = 12  # words

# find/
# Rubbish. A paragraph with more stretches in marks is a table or a program, not prose; the time
# that the rules take grows with the square of their number.
MOST_MARKS = 300

# How much likelier a content must be than the one that stands before it in the table of patterns:
# a smaller difference between two readings of one sentence is mere noise.
HEAD_START = 0.05

# Words in marks.
LONGEST_TITLE = 12  # words: a longer phrase in capitals is a headline or rubbish, not a work
SENTENCE_WORDS = 4  # so many words that begin with a capital read as a sentence …
ENDED_SENTENCE_WORDS = 2  # … or these if they end in a stop: “Not now.”
LONE_SENTENCE_WORDS = 6  # of a sentence in marks that nothing gives to anyone: fewer are slogans
DIRECT_SHARE = 0.9  # of the words of a direct quote stand in marks: a “that” may stay outside
QUOTED_PARAGRAPH_SHARE = 0.75  # of a paragraph's words, if it goes on with an earlier quote
OWNED_SHARE = 0.5  # of the words in marks, which a content must cover to own them: less is chance
KEPT_SHARE = 0.5  # of a content must be left when others are cut out of it: less is a scrap

# From marks to their cue.
FARTHEST_CUE = 40  # a source with its relative clauses may stand between marks and cue
FARTHEST_UNKNOWN_VERB = 8  # a verb that is no cue must stand nearer: “No,” Ada Ito grimaced.
FARTHEST_SAID_BEFORE = 8  # he explained, “and …”: back to the verb that leads up to the marks
BEHIND_MARKS = 2  # said Ito, Ito said: so near to the marks a verb is surely their cue
SHORT_SOURCE = 4  # a longer source may have verbs of its own: …,” Ito, who grinds oats, said
SOURCE_START = 3  # the source begins so near to the marks, whatever follows it
BEFORE_MARKS = 3  # he said so: “…”; farther off, a comma or a colon must lead to the marks
MOST_VERBS_BEFORE_COLON = 2  # that may stand between a cue and the colon that leads to the marks
UNCLOSED_SOURCE = 5  # from a comma to the verb of saying, where a mark was never closed

# From a cue to its source.
FARTHEST_INVERTED = 8  # said the retired captain of the ferry Ada Ito
FARTHEST_NOUN_HEAD = 25  # a noun right before a cue is another's if its head is farther off
MOST_CLIMBS = 6  # verbs up the tree to a shared subject: on longer ways the parse goes astray
LIGHT_VERB_REACH = 4  # made the same old case that …: verb and noun are one cue

# Layouts.
LONGEST_HEADLINE = 30  # tokens: a longer paragraph is prose
LONGEST_LABEL = 6  # tokens before the colon: Ada Ito of Dover: …
LEAST_HEADLINE = 4  # tokens from the colon on: fewer are a list or a score
TURN_NEIGHBOURS = (-2, -1, 1, 2)  # paragraphs: an answer may take two
LONGEST_SIGNATURE = 14  # spaces in what follows a dash: more are a sentence, not a name

# attribute/: how near, how present and how often.
# Presence: how much the text before a place makes someone the one talked about.
MOST_IN_QUESTION = 3  # who may be meant at a place: nobody reads a longer list
LOOK_BACK = 60  # mentions before a place: whoever it may mean is among them
FARTHEST = 12  # sentences: who was named before them is out of view
DECAY = 0.72  # the share of presence that is left after each sentence
BETWEEN_PARAGRAPHS = 0.5  # a new paragraph counts as this part of a sentence
EACH_MENTION = 0.02  # share of each mention's presence, added to the best one's to break ties
# What a name weighs by its place in the sentence: a subject is talked about more than an object.
PLACES = {
    "nsubj": 1.0,
    "nsubjpass": 0.95,
    "dobj": 0.6,
    "pobj": 0.5,
    "appos": 0.6,
    "poss": 0.5,
    "compound": 0.2,
    "npadvmod": 0.2,
}
ELSEWHERE = 0.4  # the same at any other place
AS_SUBJECT = 0.9  # the same of a noun or pronoun that is a subject
AS_SPEAKER = 1.3  # the same of a source: who has spoken goes on speaking
# What the subject of a clause keeps of its weight, by what the clause is to its sentence.
CLAUSES = {"relcl": 0.55, "acl": 0.6, "advcl": 0.8, "ccomp": 0.75, "pcomp": 0.7, "csubj": 0.7}
IN_QUOTE = 0.35  # what a name in someone's words keeps: the writer does not go on to speak of it
IN_HEADLINE = 0.5  # what a name in a headline keeps, or a place that is no subject
PLACE_AS_SUBJECT = 0.9  # weight from which a place is taken for those who speak there

# Names and how sure they are. A wrong name is three times as bad as a blank. Of 1,926 quotes of
# three kinds of news, each judged by counts of the other two, 2.6 % had a wrong name and 6.0 % a
# missing one; with this bound 2.4 % and 6.6 %. The losses so weighed are the same up to 0.7 and
# rise from there, so the bound is the one that keeps more names.
LIKELY_NAME = 0.6
# With this one 0.8 % of 746 other quotes, of the development parts, have a wrong name and two in
# three are right. Most of the wrong ones stand in plain words beside the quote, where the
# annotation has another source or none: no bound that leaves most names comes lower.
SURE_NAME = 0.97
LEAST_CANDIDATE = 0.02  # chance of someone who is worth a line
CANDIDATE_NEAR = (
    0.25  # how much speaks for someone, beside the first, from which it is a real rival
)

# Pronouns.
PRONOUN_FAINTEST = 0.08  # presence of someone whom a pronoun may still mean
PRONOUN_CLOSE = 0.85  # how present another one must be, relative to the first, for a doubt
PRONOUN_EVEN = 0.95  # the same for no answer
PRONOUN_ALONE = 0.6  # below it nobody else is near, and the one meant has the pronoun's gender
UNSEXED = 0.85  # how well "he" fits a person of whom no gender is known
UNKNOWN_AS_PERSON = 0.2  # the same for a name that may be a person's
WHOLE_AS_PERSON = 0.6  # the same for one of two words without an article
UNNAMED_PERSON = 0.7  # the same for someone without a name
UNKNOWN_AS_BODY = 0.5  # how well "it" fits a name that may be a body's
THING = 0.7  # the same for a thing: the decision was late, it sends a message
THEY_LOOK_BACK = 30  # mentions before "they"
THEY_FARTHEST = 4  # sentences before "they": it looks less far back than "she"
THEY_BODY = 0.5  # how well "they" fits one body
THEY_UNKNOWN = 0.4  # the same for one name that may be a body's
THEY_THINGS = 0.5  # the same for things
DOING = 0.5  # weight above which one body may be "they": it has done or suffered something

# Names that several bear.
NAMESAKE_CLOSE = 0.6  # how present a namesake must be, relative to the first, for a doubt
NAMESAKE_EVEN = 0.9  # the same for no answer
NAME_AGAIN = 2.5  # how much more a bare name means one for whom it stood before
NAME_SPOKE = 2.0  # how much more it means the only one of them who has spoken
NAMED_OFTENER = 3  # one named more than so many times as often is meant by the bare name at first

# Nouns of bodies.
BODY_FAINTEST = 0.02  # presence of a body that a noun may still mean
BODY_CLOSE = 0.85  # how present another body must be, relative to the first, for a doubt
BODY_AGAIN = 2.5  # how much more a noun means one for whom it stood before
BODY_CLEARLY = 0.8  # fit of a body that a noun means wherever it was named
BODY_LATELY = 20  # mentions before "this poll"
BODY_FEW = 12  # bodies of a noun that are searched for one not named lately
# How well a noun fits a body that does not bear it.
FIT_STANDS_FOR = 0.8  # it stands for the body's noun, or is a firm's: the company
FIT_TRADE = 0.6  # it says what the body does
FIT_BARE = 0.3  # the body may be of any kind
FIT_LETTERED = 0.25  # the body's name is letters: the space agency

# Nouns of offices and the like.
ROLE_FEW = 12  # bearers of a role, at most, who are searched for one not named lately
ROLE_RIVAL = 0.5  # a bearer less present, relative to one without a role, is hardly meant
ROLE_CLOSE = 0.8  # how present another bearer must be, relative to the first, for a doubt
# How well one who bears a role fits the words around the noun.
FIT_SAID = 1.5  # all are said of the role
FIT_TOLD = 1.2  # all are said of its bearer
FIT_SOLE = 0.8  # not all are, but there is no other bearer
FIT_SOME = 0.5  # some are
FIT_NONE = 0.25  # none is

# Nouns that the article never gave to anyone.
EPITHET_PRESENT = 0.5  # presence of whom they may mean: a subject one or two sentences before
EPITHET_FAINTER = 0.3  # the same for an age or a people: nobody new is called by these
EPITHET_RIVAL = 0.55  # how present another one must be, relative to the first, for no answer
LEADING = 3  # times named, to be the main figure whom alone such a noun can mean

# Nouns for several.
JOINT_LATEST = 8  # joint mentions that "the two men" may look back
JOINT_FARTHEST = 10  # sentences that they may look back
DOING_TOGETHER = 0.8  # weight of those who do something together, and are not spoken of
THIRD_PRESENT = 0.5  # how present a third one must be, relative to the second, for no answer

# Those who are named only below.
FIRST_LINES = 4  # sentences that tell who spoke by a noun alone
FIRST_LINES_OF_NEW = 5  # the same if the noun has "a": captions may stand above
NAMED_NEXT = 2  # paragraphs below within which the only speaker is meant, if more speak later
NAMED_WITHIN = 4  # paragraphs below within which the name comes

# Interviews.
TURNS_LOOK_BACK = 200  # lines of an interview that are looked back at
ANSWERS_OFTENER = 2  # one named at least so many times as often is the one who is asked

# Names that are put together.
LONGEST_NAME = 12  # words; longer stretches are headlines or lists
LONGEST_APPOSITIVE = 25  # tokens of a role beside a name that are read
GROUPS_LATEST = 12  # the latest groups of one surname or noun, compared with a new name
KIN_NEAR = 5  # mentions before "his wife": he is among them
NAMED_AFTER = 10  # tokens after a noun within which a clause gives it a name
LONGEST_OFFICE = 20  # tokens from the start of an office to its bearer's name
TRADE_LONG = 5  # letters that a noun needs to be known for a trade by its ending
LETTERS_FEWEST, LETTERS_MOST = 3, 6  # of an acronym that is written like a name: Nato
TORN_RARE = 2  # more than one in so many paragraphs that begin small: the writer's habit
TORN_LONG = 3  # letters that are left of a torn word, to find the whole one
MISTYPED_LONG = 6  # letters that a surname needs to be recognised with one of them wrong
MOST_ROLES = 40  # of one entity; a book-long article may give more
GENDER_WITHIN = 25  # tokens after a name within which a pronoun tells its gender
GENDER_AGAINST = 2  # pronouns that tell another gender than the first name does, to be believed
GENDER_OFTENER = 2  # one gender must be told more than so many times as often as the other
