"""Footnotes found by their marks."""

from __future__ import annotations

import pytest

from readers import claims
from usmex_data.document import Document, read
from usmex_data.document.footnotes import is_reference

REFERENCES = [
    "https://www.census.gov/foreign-trade/statistics/highlights/top/top2008yr.html",
    "Id. art. 4-B.7.",
    (
        'Theodore H. Moran and Lindsay Oldenski, "How U.S. Investments in Mexico have increased investment and '
        'jobs at home" '
        "in NAFTA 20 Years Later, Washington, DC: Peterson Institute for International Economics, November 2014"
    ),
    (
        "USMCA: Motor Vehicle Provisions and Issues, Congressional Research Service, Dec. 19, 2019, "
        "https://crsreports.congress.gov/product/pdf/IF/IF11387"
    ),
    "IHS Markit Post COVID-19 Scenarios and Net Zero Goals – November 2019.",
    (
        "Bloomberg Green, 3 Years and $3 Trillion Could Shift the Climate Change Narrative– June 2020. "
        "https://www.bloomberg.com/news/articles/2020-06-18/3-years-and-3-trillion-could-shift-the-climate-change-narrative"
    ),
    (
        "Ciccarone D. Fentanyl in the US heroin supply: a rapidly changing risk environment. The International "
        "journal on "
        "drug policy. 2017 Aug;46:107."
    ),
    "International Labour Organization, Women and Men in the Informal Economy: A Statistical Picture (April 2018).",
    "Cite forthcoming chapter.",
]
EXPLANATIONS = [
    (
        "Wind and solar also includes geothermal and ocean power. Biomass includes biofuels and modern and traditional "
        "biomass. 2020 figures are preliminary estimates."
    ),
    (
        "Since 2012 for solar and 2010 for wind. Prices for more than 1,000 tracked projects selected or "
        "short-listed in "
        "competitive auctions or tenders. IHS Markit Global Power and Renewables – October 2019."
    ),
    (
        "For 2019, IHS Markit estimates that the average capacity factor for the United States and Mexico was "
        "about 42.5%. "
        "For China it was 26%. (IHS Markit Global LCOE Dashboard, October 2020)."
    ),
    (
        "Deer Park is an outstanding example of integration, this refinery is a 50-50 partnership between Shell "
        "and Pemex, "
        "40-50% of its crude slate is Mexican heavy sour."
    ),
    (
        "This could be an effect of the Title 42 policy. Since these expulsions were not processed as "
        "deportations, bars to "
        "return to the U.S. were not placed."
    ),
    "The herd was counted twice; about 40 cows were missing in spring.",
]


@pytest.mark.parametrize("text", REFERENCES, ids=lambda text: text[:30])
def test_mere_citations(text: str) -> None:
    assert is_reference(text)


@pytest.mark.parametrize("text", EXPLANATIONS, ids=lambda text: text[:30])
def test_notes_that_explain(text: str) -> None:
    assert not is_reference(text)


def _notes(document: Document) -> list[tuple[str, str]]:
    return [
        (block.number, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind in ("footnote", "reference")
    ]


def test_a_list_is_no_note_and_a_note_no_list() -> None:
    document = read(
        "Three points follow:\n\n1. Hens lay.\n2. Cows graze.\n\nHens are kept by many farmers in the valley.¹ Cows are"
        " rarer.²\n\n1. Counted in May; goats were left out.\n\n2. <https://cows.org/2020>\n\nThe valley is long."
    )
    assert _notes(document) == [("1", "Counted in May; goats were left out."), ("2", "https://cows.org/2020")]
    assert [block.kind for block in document.blocks].count("list_item") == 2


def test_numbers_start_again_with_each_paper() -> None:
    paper = "Rain is measured daily.¹ Snow is not.²\n\n1. By hand.\n\n2. See the tables.\n\nThe end is near.\n\n"
    assert [number for number, _ in _notes(read(paper * 3))] == ["1", "2"] * 3


def test_a_note_may_stand_before_its_mark() -> None:
    document = read(
        "Left column ends with the words that are cut\n\n1. David Autor, Labor Market Effects, 2012, pp. 20-21.\n\n"
        "and right column says what workers face.¹ That is all."
    )
    assert _notes(document) == [("1", "David Autor, Labor Market Effects, 2012, pp. 20-21.")]
    assert document.text.startswith("Left column ends with the words that are cut and right column says")


def test_a_raised_number_starts_a_note() -> None:
    document = read("Four of six are done.³\n\n³ 1) Build trust; 2) avoid a crisis.\n\nMore follows here.")
    assert _notes(document) == [("3", "1) Build trust; 2) avoid a crisis.")]
    assert [(mark.kind, mark.number) for mark in document.marks] == [("footnote_mark", "3"), ("footnote_number", "3")]


def test_an_address_below_a_note_belongs_to_it() -> None:
    document = read(
        "Rates rose.¹\n\n1. Final rates, CRE. Exchange rate 19.26.\n\n<https://datos.gob.mx/x>\n\nEnd it is."
    )
    assert _notes(document) == [("1", "Final rates, CRE. Exchange rate 19.26. https://datos.gob.mx/x")]


def test_a_note_that_goes_on_in_prose_behind_its_citation() -> None:
    text = "Wells are dear.[^4]\n\n[^4]: Well Office, 88 Fed. Reg. 1266 (Jan. 9, 2023). The cap of 24,000 goats fell."
    (note,) = [block for block in read(text).blocks if block.number]
    assert note.kind == "footnote"
    assert [(claim.text, claim.value) for claim in claims(text)] == [("24,000", 24000)]


def test_a_note_of_citations_alone_asserts_nothing() -> None:
    text = "Wells are dear.[^4]\n\n[^4]: Well Office, 88 Fed. Reg. 1266 (Jan. 9, 2023). See Goat Board, Wells, 14."
    assert [block.kind for block in read(text).blocks if block.number] == ["reference"]
