"""The words that bound or blur a figure, before and behind it, and what a negation makes of them."""

from __future__ import annotations

import pytest

from readers import figures
from usmex_data.quantities.hedges import after, before


@pytest.mark.parametrize(
    ("sentence", "span", "modifier"),
    [
        ("About 125 nations came.", "About 125", "approx"),
        ("Some 5% left.", "Some 5%", "approx"),
        ("It is far (about 90 km).", "about 90 km", "approx"),
        ("It is dear [roughly $90].", "roughly $90", "approx"),
        ("A loan of $60+ billion.", "$60+ billion", "at_least"),
        ("It is close to $16.", "close to $16", "approx"),
        ("An estimated 3 million visits.", "An estimated 3 million", "approx"),
        ("Over 260,000 people came.", "Over 260,000", "at_least"),
        ("More than doubled.", "More than doubled", "at_least"),
        ("No fewer than 7 ports.", "No fewer than 7", "at_least"),
        ("It has 100 or more trees.", "100 or more", "at_least"),
        ("A plan exceeding 5 GW.", "exceeding 5 GW", "at_least"),
        ("As low as $20/MWh.", "As low as $20/MWh", "at_least"),
        ("Less than 2° C.", "Less than 2° C", "at_most"),
        ("Up to $25,000 per day.", "Up to $25,000 per day", "at_most"),
        ("At most 20 days.", "At most 20 days", "at_most"),
        ("As many as 40,000 jobs.", "As many as 40,000", "at_most"),
        ("It takes 20 days at most.", "20 days at most", "at_most"),
        ("The cost must not exceed $5 million.", "exceed $5 million", "at_most"),
        ("No project may receive more than $5 million.", "more than $5 million", "at_most"),
        ("Only 5% left.", "5%", "exact"),
        ("A full 5% left.", "5%", "exact"),
        ("Averaging 5% growth.", "5%", "exact"),
        ("~40 firms.", "~40", "approx"),
        ("Rents hovered near 4 percent.", "near 4 percent", "approx"),
        ("The farm near 4 villages closed.", "4", "exact"),
        ("Dues are north of $40.", "north of $40", "at_least"),
        ("The road north of 5 villages closed.", "5", "exact"),
        ("It has south of 300 pupils.", "south of 300", "at_most"),
        ("They are shy of 300.", "shy of 300", "at_most"),
        ("Turnout fell short of 20 percent.", "fell short of 20 percent", "at_most"),
        ("The town is short of 300 nurses.", "300", "exact"),
        ("Not quite 40 came.", "Not quite 40", "approx"),
        ("It took the best part of 20 years.", "the best part of 20 years", "approx"),
        ("It cost $200-odd.", "$200-odd", "approx"),
        ("Fees are limited to $35.", "limited to $35", "at_most"),
        ("As few as 3 percent vote.", "As few as 3 percent", "at_least"),
        ("Plants of ≥ 12 MW.", "≥ 12 MW", "at_least"),
    ],
)
def test_hedge(sentence, span, modifier):
    found = [(text, kind) for text, _, _, kind in figures(sentence)]
    assert found == [(span, modifier)]


def test_negation_that_is_lifted_turns_nothing():
    ((_, _, _, modifier),) = figures("It not only met but exceeded 5 percent.")
    assert modifier == "at_least"


def test_spans_of_hedges():
    text = "well over 50"
    hedge = before(text, 0, 10)
    assert hedge is not None
    assert (text[hedge.start : hedge.end], hedge.modifier, hedge.touches) == ("well over", "at_least", True)
    assert before("the 50", 0, 4) is None
    assert after("50 men", 2, 6) is None
    behind = after("50 or so", 2, 8)
    assert behind is not None
    assert behind.modifier == "approx"
