"""A sentence is searched once a pattern, and answers for any stretch of it."""

from __future__ import annotations

import re

from usmex_data.annotation.clauses import clause_ends, clause_of
from usmex_data.annotation.mention import Mention, Words
from usmex_data.language.phrases import WordPattern

TEXT = "Before. Wages rose; prices fell 5 percent, while rents stood still. After."
WORDS = Words(TEXT, 8, 67)
VERB = WordPattern(re.compile("rose|fell|stood"))


def test_matches_within():
    assert [match[0] for match in WORDS.within(VERB, 8, 67)] == ["rose", "fell", "stood"]
    assert [match[0] for match in WORDS.within(VERB, 20, 67)] == ["fell", "stood"]
    assert WORDS.within(VERB, 8, 16) == []  # "rose" reaches behind the end


def test_first():
    found = WORDS.first(VERB, 20, 67)
    assert found is not None
    assert found[0] == "fell"
    assert WORDS.first(VERB, 40, 45) is None
    assert WORDS.has(VERB, 8, 67)


def test_words_that_a_pattern_begins_with_change_nothing_but_the_time():
    verb = WordPattern(VERB.pattern, frozenset({"rose", "fell", "stood"}))
    assert [match.span() for match in WORDS.within(verb, 8, 67)] == [
        match.span() for match in WORDS.within(VERB, 8, 67)
    ]


def test_clause():
    start = TEXT.index("5")
    mention = Mention(WORDS, start, start + 9, start + 9, 8, 67)
    low, high = clause_of(mention)
    assert TEXT[low:high] == " prices fell 5 percent"
    assert TEXT[start : clause_ends(WORDS, start)] == "5 percent"
    assert mention.before(6) == " fell "
    assert mention.sentence == (8, 67)
