"""Characters put right, with the way back to the raw ones."""

from __future__ import annotations

import pytest

from usmex_data.document.offset_map import OffsetMap
from usmex_data.document.repair import repair

REPAIRED = [
    # Ligatures of the trade paper, in large and in small type.
    ("some \ue1fbve million jobs", "some five million jobs"),
    ("because\nof the di\ue1faerence", "because\nof the difference"),
    ("increasingly in o\ue1fdce jobs", "increasingly in office jobs"),
    ("While \ue1fcows of trade", "While flows of trade"),
    ("Local Labor Market E\ue0fdects", "Local Labor Market Effects"),
    ("O\ue0fece of the U.S. Trade Rep.", "Office of the U.S. Trade Rep."),
    ("The \ue100nal section", "The final section"),
    ("does not necessarily re\ue101ect", "does not necessarily reflect"),
    ("publication/\ue100nal-report", "publication/final-report"),
    ("the ﬁrst of ﬂoods", "the first of floods"),
    # Escapes, markup, links.
    (r"or \$68.2 billion", "or $68.2 billion"),
    (r"a \*star\*", "a *star*"),
    ("time to **create a new mechanism** now", "time to create a new mechanism now"),
    ("**“Countries begin to not see\nan immediate benefit.”**", "“Countries begin to not see\nan immediate benefit.”"),
    ("the system of *jornadas* or group visits", "the system of jornadas or group visits"),
    ("[original report](#) about", "original report about"),
    ("see <https://joebiden.com/supplychains/> now", "see https://joebiden.com/supplychains/ now"),
    ("[USMEX.UCSD.EDU](https://usmex.ucsd.edu)", "USMEX.UCSD.EDU"),
    ("![a chart](chart_1.png) follows", "a chart follows"),
    # What only looks like markup.
    ("3 * 4 * 5", "3 * 4 * 5"),
    ("2*3*4", "2*3*4"),
    ("snake_case_name", "snake_case_name"),
    ("https://x.org/a_table_b.php?t=epmt_5_03", "https://x.org/a_table_b.php?t=epmt_5_03"),
    ("There is some space to [...] intervene", "There is some space to [...] intervene"),
    ("a < b and c > d", "a < b and c > d"),
    ("> quoted line\n> goes on", " quoted line\n goes on"),
    # Spaces and line ends.
    ("Reshoring  has\u00a0tremendous\u2002potential", "Reshoring has tremendous potential"),
    ("co\u00adoperation", "cooperation"),
    # Letters that stand for others: a long s, the signs of kelvin and angstrom.
    ("5 million\u017f, 9.2 \u212a and 1.5 \u212b", "5 millions, 9.2 K and 1.5 Å"),
    ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    # Raised digits: marks go, powers stay.
    ("second largest partner.¹ While", "second largest partner. While"),
    ("12.7 million b/d in February 2020,²¹ with", "12.7 million b/d in February 2020, with"),
    ("corruption.<sup>1</sup> They", "corruption. They"),
    ("KEY RECOMMENDATIONS ^{1/2}", "KEY RECOMMENDATIONS "),
    ("an area of 40 km² and 3 m³", "an area of 40 km² and 3 m³"),
    ("about 3 × 10⁶ cells", "about 3 × 10⁶ cells"),
    ("tons of CO₂ forest offsets", "tons of CO₂ forest offsets"),
    ("rainfall fell[^3] by half", "rainfall fell by half"),
]


@pytest.mark.parametrize(("raw", "expected"), REPAIRED)
def test_characters_are_put_right(raw: str, expected: str) -> None:
    assert repair(raw).text == expected


MARKED = [
    ("in February 2020,²¹ with", "footnote_mark", "²¹", "21"),
    ("poverty.<sup>1</sup> They", "footnote_mark", "<sup>1</sup>", "1"),
    ("¹ This could be an effect", "footnote_number", "¹", "1"),
    ("KEY RECOMMENDATIONS ^{2/2}", "page", "^{2/2}", "2/2"),
    ("the [original report](#12) of", "link_target", "](#12)", ""),
]


@pytest.mark.parametrize(("raw", "kind", "printed", "number"), MARKED)
def test_what_is_taken_out_is_remembered(raw: str, kind: str, printed: str, number: str) -> None:
    (cut,) = repair(raw).cuts
    assert (cut.kind, raw[cut.start : cut.end], cut.number) == (kind, printed, number)


def test_each_letter_of_a_ligature_stands_for_the_whole() -> None:
    repaired = repair("e\ue1fdcient")
    offsets, ends = OffsetMap(), OffsetMap()
    repaired.map_offsets(0, len(repaired.text), offsets, ends)
    assert repaired.text == "efficient"
    assert list(offsets) == [0, 1, 1, 1, 2, 3, 4, 5, 6]
    assert list(ends) == [1, 2, 2, 2, 3, 4, 5, 6, 7]


def test_an_escaped_sign_stands_for_both_characters() -> None:
    repaired = repair(r"a \$5 bill")
    offsets, ends = OffsetMap(), OffsetMap()
    repaired.map_offsets(2, 4, offsets, ends)
    assert (repaired.text[2:4], list(offsets), list(ends)) == ("$5", [2, 4], [4, 5])


@pytest.mark.parametrize(
    ("raw", "text", "numbers"),
    [
        ("Wells dry up.[3] Farmers dig.", "Wells dry up. Farmers dig.", ["3"]),
        ("Wells cost 5 percent.<sup>[1](#fn1)</sup> Farmers dig.", "Wells cost 5 percent. Farmers dig.", ["1"]),
        ("Wells cost $4.[[5]](https://x.org/a) Farmers dig.", "Wells cost $4. Farmers dig.", ["5"]),
        ("Wells[4] and goats[5, 6] cost more.", "Wells and goats cost more.", ["4", "5"]),
        ("Wells dry up.\\[7\\] Farmers dig.", "Wells dry up. Farmers dig.", ["7"]),
        ("It rose by 0.20 [15–25] as in [12] and [2020].", "It rose by 0.20 [15–25] as in [12] and [2020].", []),
    ],
)
def test_marks_in_brackets(raw: str, text: str, numbers: list[str]) -> None:
    repaired = repair(raw)
    assert repaired.text == text
    assert [cut.number for cut in repaired.cuts if cut.kind == "footnote_mark"] == numbers


@pytest.mark.parametrize("hyphen", "\u2010\u2011\u2012", ids="hyphen non-breaking figure-dash".split())
@pytest.mark.parametrize("words", ["10{}15 percent", "a 16{}year term", "Covid{}19", "in 2008{}2012", "$5{}$7"])
def test_other_hyphens_are_plain_ones(hyphen, words):
    assert repair(words.format(hyphen)).text == words.format("-")
