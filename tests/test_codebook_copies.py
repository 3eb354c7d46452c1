"""Copies are found by their words: reprints, pull quotes, summaries; what is only alike is none."""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

import claims_samples as sample
from usmex_data.codebook import copies
from usmex_data.codebook.copies import find_copies
from usmex_data.codebook.records import Claim

ORDER = {"volume": 0, "paper": 1}
SENTENCE = "The herds of the valley gave 40% of the milk that the town drank in the dry year."


def _claim(quote: str, figure: str, place: int, **fields: Any) -> Claim:
    start = quote.index(figure)
    written = {
        "source": "volume",
        "passage": "body",
        "start": place,
        "end": place + len(figure),
        "quote": quote,
        "quote_start": start,
        "quote_end": start + len(figure),
        "value": Decimal(figure.strip("%")),
        "unit": "percent",
    } | fields
    return sample.claim(claim_id=f"{written['source']}-{place}", **written)


def _copies(*claims: Claim) -> dict[str, str]:
    return find_copies(claims, ORDER)


@pytest.mark.parametrize(
    "printed",
    [
        SENTENCE,
        SENTENCE.replace("dry year", "dry-\u2011year"),
        SENTENCE.replace("gave", "gaved"),
        SENTENCE.replace("The herds of the valley", "The herds of this valley"),
        SENTENCE.upper(),
    ],
)
def test_a_reprint(printed: str) -> None:
    assert _copies(_claim(SENTENCE, "40%", 700), _claim(printed, "40%", 10, source="paper")) == {
        "paper-10": "volume-700"
    }


@pytest.mark.parametrize(
    "other",
    [
        "The herds of the hills gave 40% of the wool that the town wove in a wet winter.",
        "We measured 40% of it.",
        "By the count of the council, 40% of the milk went to the town, and the rest was kept for cheese.",
        SENTENCE.replace("gave 40% of the milk", "took 60% of the water, and of hay").replace("dry year", "40% year"),
    ],
)
def test_another_sentence_is_no_copy(other: str) -> None:
    assert _copies(_claim(SENTENCE, "40%", 700), _claim(other, "40%", 10, source="paper")) == {}


@pytest.mark.parametrize("change", [{"value": Decimal(41)}, {"unit": "ratio"}, {"value_low": Decimal(40)}])
def test_a_copy_has_the_value_and_unit_of_its_original(change: dict[str, Any]) -> None:
    assert _copies(_claim(SENTENCE, "40%", 700), _claim(SENTENCE, "40%", 10, source="paper", **change)) == {}


@pytest.mark.parametrize(
    ("first", "second", "copies"),
    [
        # The body is the original, wherever the pull quote stands.
        ({"passage": "pull_quote"}, {}, {"volume-1": "volume-2"}),
        ({}, {"passage": "pull_quote"}, {"volume-2": "volume-1"}),
        ({"passage": "summary"}, {"source": "paper"}, {"volume-1": "paper-2"}),
        ({"passage": "summary"}, {"passage": "pull_quote"}, {"volume-1": "volume-2"}),
        # Of two bodies, that of the earlier source; of one source, what comes first.
        ({"source": "paper"}, {}, {"paper-1": "volume-2"}),
        ({}, {}, {"volume-2": "volume-1"}),
        # A pull quote that no body has is the original of its reprint.
        ({"passage": "pull_quote", "source": "paper"}, {"passage": "pull_quote"}, {"paper-1": "volume-2"}),
    ],
)
def test_which_is_the_original(first: dict[str, Any], second: dict[str, Any], copies: dict[str, str]) -> None:
    one, two = _claim(SENTENCE, "40%", 1, **first), _claim(SENTENCE, "40%", 2, **second)
    assert _copies(one, two) == copies
    assert _copies(two, one) == copies


def test_every_copy_names_the_first_original() -> None:
    claims = [_claim(SENTENCE, "40%", place) for place in (5, 50, 500)]
    assert _copies(*claims) == {"volume-50": "volume-5", "volume-500": "volume-5"}


def test_a_pull_quote_that_leaves_off_the_end() -> None:
    quote = "There are 40 herds in the valley that the new road could help, among them goats ..."
    body = quote.replace(" ...", ", sheep, donkeys, and a few old horses that nobody counts (Miller).")
    counts = {"value": Decimal(40), "unit": "count"}
    assert _copies(_claim(quote, "40", 1, passage="pull_quote", **counts), _claim(body, "40", 9, **counts)) == {
        "volume-1": "volume-9"
    }


def test_a_summary_may_rewrite_the_sentence_but_a_reprint_may_not() -> None:
    body = "With the pledge to halve the herds by spring, the share of goats in the towns with pledges will be 66%."
    short = "The pledge to halve the herds by spring moves the share of goats in the towns with pledges to 66%."
    original = _claim(body, "66%", 1)
    assert _copies(original, _claim(short, "66%", 2, source="paper", passage="summary")) == {"paper-2": "volume-1"}
    assert _copies(original, _claim(short, "66%", 2, source="paper")) == {}


def test_equal_figures_of_a_sentence_are_told_apart() -> None:
    sentence = "In the hills the goats gave 40% of the milk, and the sheep of the plain ate 40% of the hay in winter."
    second = sentence.rindex("40%")
    claims = [
        _claim(sentence, "40%", base + at, source=source, quote_start=at, quote_end=at + 3)
        for source, base in (("volume", 1000), ("paper", 10))
        for at in (sentence.index("40%"), second)
    ]
    assert _copies(*claims) == {claims[2].claim_id: claims[0].claim_id, claims[3].claim_id: claims[1].claim_id}


def test_many_claims_are_each_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "goat sheep hill milk hay road town herd well barn cheese wool dog gate rain".split()
    chooser = random.Random(7)
    claims = [
        _claim(f"{' '.join(chooser.choices(words, k=12))} 40% {' '.join(chooser.choices(words, k=8))}.", "40%", place)
        for place in range(0, 60000, 30)
    ]
    compared = Counter[str]()
    repeats = copies._repeats
    monkeypatch.setattr(copies, "_repeats", lambda line, other: compared.update(["pair"]) or repeats(line, other))
    _copies(*claims)
    assert len(claims) < compared["pair"] < 25 * len(claims)


# --- the sources: what the layout shows, read in the files --------------------------------------------------------


def _by_text(source: str, text: str) -> list[Claim]:
    return [claim for claim in sample.assembled().claims if claim.source == source and text in claim.quote]


@pytest.mark.parametrize(
    ("source", "sentence", "original"),
    [
        ("trade-paper", "process more than 80% of bilateral trade", "white-papers"),
        ("trade-paper", "The new 40% labor value content", "white-papers"),
        ("trade-paper", "ranges between $5 and $7 per hour", "white-papers"),
        ("diplomacy-paper", "Baja California is only 300 miles from Silicon Valley", "white-papers"),
        ("diplomacy-paper", "10.5 million Mexicans in the United States", "white-papers"),
        ("forum-page", "some five million jobs depend on trade", "white-papers"),
        ("forum-page", "Well over a billion dollars in commerce", "white-papers"),
    ],
)
def test_reprints_in_the_sources(source: str, sentence: str, original: str) -> None:
    claims = _by_text(source, sentence)
    assert claims
    assert {claim.copy_of.rpartition("-")[0] for claim in claims} == {original}


def test_a_pull_quote_in_the_sources() -> None:
    quote, body = sorted(_by_text("white-papers", "60% more power per unit of capacity"), key=lambda c: c.copy_of == "")
    assert (quote.passage, body.passage) == ("pull_quote", "body")
    assert quote.copy_of == body.claim_id


@pytest.mark.parametrize(
    ("source", "sentence"),
    [("report-2022", "From the 9 U.S. consulates in Mexico"), ("forum-page", "an annual value of $616.38 billion")],
)
def test_what_a_source_says_in_its_own_words_is_no_copy(source: str, sentence: str) -> None:
    claims = _by_text(source, sentence)
    assert claims
    assert {claim.copy_of for claim in claims} == {""}


def test_copies_in_the_sources_name_originals_of_equal_value() -> None:
    claims = {claim.claim_id: claim for claim in sample.assembled().claims}
    for claim in claims.values():
        if claim.copy_of:
            original = claims[claim.copy_of]
            assert original.copy_of == ""
            assert (original.value, original.value_low, original.value_high, original.unit) == (
                claim.value,
                claim.value_low,
                claim.value_high,
                claim.unit,
            )


@pytest.mark.parametrize("source", ["trade-paper", "diplomacy-paper"])
def test_a_paper_of_the_volume_says_nothing_that_the_volume_does_not(source: str) -> None:
    assert [claim.text for claim in sample.assembled().claims if claim.source == source and not claim.copy_of] == []
