"""The whole reading: the five sources, and what must hold of any text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counted_work import growth
from usmex_data.document import Document, read

RAW = Path(__file__).parents[1] / "data" / "raw"
SOURCES = ("white-papers", "trade-paper", "diplomacy-paper", "report-2022", "forum-page")


@cache
def _source(name: str) -> Document:
    return read((RAW / f"{name}.txt").read_bytes().decode("utf-8"), name)


# Sentences that the layout cut, as a reader puts them together.
CUT = [
    (
        "white-papers",
        (
            "while engineering and research and development jobs already meet or are close to the $16 per hour "
            "requirement."
        ),
    ),
    (
        "white-papers",
        (
            "The pandemic induced recession will force millions into poverty in each country, increase internal "
            "inequality,"
        ),
    ),
    ("white-papers", "jointly announced restrictions on non-essential travel across the border."),
    (
        "white-papers",
        (
            "There is a huge potential for this type of cooperative cross-border economic development in the "
            "border region."
        ),
    ),
    (
        "white-papers",
        ("the significant productivity gap between globally connected manufacturing and the rest of the economy."),
    ),
    ("white-papers", "all cities over 100,000 people have public transit systems, creating national infrastructure"),
    ("white-papers", "as the global energy transition unfolds. And in turn, energy policies"),
    (
        "white-papers",
        (
            "transportation demands in emerging economies suggest that the world will need by 2050 on the order "
            "of a new 45 MMb/d of oil."
        ),
    ),
    (
        "white-papers",
        "China invests more in renewable energy – about $80 billion a year – than any country in the world.",
    ),
    ("white-papers", "governments in G20 countries have committed $448 billion to supporting different energy types"),
    ("white-papers", "faced excess mortality from COVID-19 deaths in addition to homicides in Mexico"),
    (
        "white-papers",
        "through intelligence sharing and law enforcement operations; 2) Institutionalizing the rule of law",
    ),
    (
        "white-papers",
        (
            "employers in the Industrial Triangle and in export agriculture that want to recruit workers in "
            "Central America,"
        ),
    ),
    ("white-papers", "civil society organizations in Central America to develop mechanisms for in-country protection,"),
    ("white-papers", "a central strategy for both governments as a means of ensuring safety, order, and legality"),
    ("white-papers", "the Trump Administration announced the Migrant Protection Protocol (MPP), a program"),
    ("white-papers", "the growth of e-commerce and sales of digital services."),
    ("white-papers", "the U.S. border coordinator at the National Security Council to that of a Coordinator"),
    ("trade-paper", "In the United States, some five million jobs depend on trade with Mexico,"),
    (
        "trade-paper",
        "Mexico is the United States’ second largest partner. While cross-border trade volumes are massive,",
    ),
    ("trade-paper", "that ushered in NAFTA twenty-five years before."),
    ("trade-paper", "the labor market landscape, bringing new value to higher education"),
    ("trade-paper", "incentivize greater production in North America and away from other global value chains,"),
    ("trade-paper", "labor movement concerns about social dumping, and it lended legitimacy"),
    ("diplomacy-paper", "improving the narrative of Mexico in the United States and offers a series"),
    ("diplomacy-paper", "an essential mechanism for keeping the U.S. market open to Mexico's dynamic exports."),
    ("report-2022", "bilateral cooperation on migration remain applicable."),
    ("report-2022", "the ability to realize these opportunities will depend on the availability of clean,"),
    ("report-2022", "Texas governor Greg Abbott ordered a reinforcement of inspections"),
    ("report-2022", "A more prominent role of North America in the global LNG market"),
    (
        "forum-page",
        "For both countries, the other is their top trading partner, with an annual value of $616.38 billion",
    ),
]


@pytest.mark.parametrize(("source", "words"), CUT, ids=lambda value: value[:40])
def test_cut_sentences_are_whole(source: str, words: str) -> None:
    document = _source(source)
    place = document.text.find(words)
    assert place >= 0
    start, end = next(span for span in document.sentences if span[0] <= place < span[1])
    assert place + len(words.partition(". ")[0]) <= end
    assert document.block_at(start).kind in ("body", "list_item", "summary")


QUOTES = [
    ("white-papers", "... the reality of the U.S.-Mexico economic relationship is that we are stronger together."),
    ("white-papers", "Changes in USCMA labor rights was good news for U.S. workers ..."),
    (
        "white-papers",
        (
            "There are ten sectors where Mexico could benefit, including electronics, auto parts, automobiles, "
            "footwear, and apparel ..."
        ),
    ),
    ("trade-paper", "Changes in USCMA labor rights was good news for U.S. workers ..."),
    (
        "diplomacy-paper",
        (
            "Mexican diplomacy must take the initiative and begin with small steps, gradually building into "
            "more complicated issues."
        ),
    ),
    (
        "report-2022",
        (
            "“When Ukrainians came to San Diego, the government was able to process thousands [...]. When the "
            "will is there, things can be done.”"
        ),
    ),
]


@pytest.mark.parametrize(("source", "quote"), QUOTES, ids=lambda value: value[:30])
def test_pull_quotes_stand_by_themselves(source: str, quote: str) -> None:
    document = _source(source)
    assert quote in [document.text[b.start : b.end] for b in document.blocks if b.kind == "pull_quote"]


NOTES = {
    "white-papers": 25 + 38 + 19 + 2 + 1,
    "trade-paper": 25,
    "diplomacy-paper": 1,
    "report-2022": 3,
    "forum-page": 0,
}


@pytest.mark.parametrize("source", SOURCES)
def test_each_mark_has_its_note(source: str) -> None:
    document = _source(source)
    notes = sorted(block.number for block in document.blocks if block.kind in ("footnote", "reference"))
    marks = sorted(mark.number for mark in document.marks if mark.kind == "footnote_mark")
    assert notes == marks
    assert len(notes) == NOTES[source]


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


@pytest.mark.parametrize(
    ("reprint", "others"),
    [
        # Sentences that the volume prints with another word, or over which it has no heading.
        ("trade-paper", ["it lended legitimacy"]),
        ("diplomacy-paper", ["summity diplomacy", "Femsal", "Promote the Integration", "find points of agreement"]),
    ],
)
def test_a_chapter_reads_as_in_the_volume(reprint: str, others: list[str]) -> None:
    volume, chapter = _source("white-papers"), _source(reprint)
    printed = {_words(volume.text[start:end]) for start, end in volume.sentences}
    kinds = ("body", "list_item", "summary", "pull_quote")
    missing = [
        sentence
        for start, end in chapter.sentences
        if chapter.block_at(start).kind in kinds and _words(sentence := chapter.text[start:end]) not in printed
        if "FORUM 2025" not in sentence and not any(other in sentence for other in others)
    ]
    assert missing == []


@pytest.mark.parametrize("source", SOURCES)
def test_sources_map_back(source: str) -> None:
    _check(_source(source))


UNITS = ["(", " ", "* ", "[a](", "<", "a\n", "1\n", "¹", ". ", "A. ", "a-\n", "- b\n", "word.¹\n\n1. Note it.\n\n", "x"]


@pytest.fixture(scope="module")
def grown() -> dict[str, float]:
    return growth("document", UNITS, 4_000)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_work_grows_with_length_only(grown: dict[str, float], unit: str) -> None:
    assert grown[unit] < 4.5


# --- what must hold of any text ------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "The oak ",
        "and the ",
        "fell. ",
        "\n",
        "\n\n",
        "12",
        " 3 ",
        "1. ",
        "¹",
        "²⁰",
        "<sup>4</sup>",
        "$5.2 ",
        "\\$",
        "**",
        "*",
        "[a](b1)",
        "<https://x.org/9>",
        "- ",
        "• ",
        "# ",
        "HEAD LINE\n",
        "Ann Lee, MIT\n",
        "word-\n",
        "ﬁ",
        "\ue1fb",
        "\u00a0",
        "\r\n",
        "“Quote it is.”",
        "...",
        "km²",
        "CO₂ ",
        "^{1/2}",
        "[^2]",
        "Key Recommendations\n\n",
        "Contents\n",
        "4\tRow\n",
        "<a href='7'>",
        "٣",
        "\u00ad",
        "Group\n\n",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


def _check(document: Document) -> None:
    raw, text = document.raw, document.text
    assert len(text) == len(document.offsets) == len(document.ends)
    offsets, ends = list(document.offsets), list(document.ends)
    _check_characters(document, offsets, ends)
    place = 0
    for block in document.blocks:
        assert block.start == (place + 2 if place else 0)
        assert text[place : block.start].strip("\n") == ""
        assert block.end > block.start
        assert "\n" not in text[block.start : block.end]
        place = block.end
    assert place == len(text)
    for start, end in document.sentences:
        block = document.block_at(start)
        assert block.start <= start < end <= block.end
    assert all(one[1] <= two[0] for one, two in zip(document.sentences, document.sentences[1:], strict=False))
    covered = {place for start, end in zip(offsets, ends, strict=True) for place in range(start, end)}
    covered |= {place for mark in document.marks for place in range(mark.start, mark.end)}
    assert [place for place, sign in enumerate(raw) if sign.isdigit() and place not in covered] == []
    assert all(0 <= mark.start < mark.end <= len(raw) and 0 <= mark.at <= len(text) for mark in document.marks)


def _check_characters(document: Document, offsets: list[int], ends: list[int]) -> None:
    raw, joints = document.raw, set(document.joints)
    starts = {block.start for block in document.blocks}
    for place, sign in enumerate(document.text):
        low, high = offsets[place], ends[place]
        assert 0 <= low <= high <= len(raw)
        if not sign.isspace():
            printed = raw[low:high]
            assert sign in printed or not printed.isascii()
        if place and place not in starts and not joints & {place, place - 1}:
            assert low >= offsets[place - 1]


@given(TEXTS)
def test_any_text_is_read_and_maps_back(raw: str) -> None:
    document = read(raw)
    _check(document)
    assert read(raw) == document


@given(TEXTS)
def test_a_summary_page_differs_in_kinds_only(raw: str) -> None:
    assert read(raw, kind="summary_page").text == read(raw).text
