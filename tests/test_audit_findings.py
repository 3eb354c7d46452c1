"""What does not add up in the five texts, and what does: findings as read in them, with the figures compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from five_texts import FIVE, five_sources
from usmex_data.annotation.annotate import annotate as read_claims
from usmex_data.audit import Check, evaluate, run, show
from usmex_data.audit.declared import check_declarations, declarations
from usmex_data.audit.row_index import RowIndex
from usmex_data.codebook.assemble import SourceText, assemble
from usmex_data.corpus import Source
from usmex_data.document import read

RANKS = [
    "second largest partner",
    "first trading partner",
    "largest U.S. trade partner",
    "leading trade partner",
    "top trading partner",
]
HOLDS, ROUNDED, FAILS, OPEN = "holds", "holds_within_rounding", "does_not_hold", "cannot_tell"
READ, COMPATIBLE, DERIVED = "read", "compatible", "derived"


@pytest.fixture(scope="module")
def texts() -> list[SourceText]:
    return [text_of(source) for source in five_sources()]


def text_of(source: Source) -> SourceText:
    document = read(source.raw, source.id, source.kind)
    published = source.published or source.not_before
    return SourceText(source.id, document, read_claims(document, published), published)


def rows_of(texts: Iterable[SourceText]) -> RowIndex:
    texts = list(texts)
    made = assemble(texts)
    return RowIndex.of(made.claims, made.quantities, {text.source_id: text.document for text in texts})


@pytest.fixture(scope="module")
def audited(texts: list[SourceText]) -> tuple[RowIndex, Mapping[str, Check]]:
    rows = rows_of(texts)
    documents = {text.source_id: text.document for text in texts}
    checks = run(rows.claims, rows.quantities, documents, strict=True)
    return rows, {check.check_id: check for check in checks}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),  # each text once more, word for word
        ("0123456789", "9876543210"),  # the same sentences with other figures
    ],
)
def test_declared_checks_are_the_same_whatever_other_sources_say(
    texts: list[SourceText], audited: tuple[RowIndex, Mapping[str, Check]], old: str, new: str
) -> None:
    table = str.maketrans(old, new)
    others = [
        text_of(replace(source, id=f"other-{source.id}", raw=source.raw.translate(table), kind="report"))
        for source in five_sources()
    ]
    rows = rows_of([*others[:2], *texts, *others[2:]])
    made = check_declarations(rows)
    assert [check.check_id for check in made] == [declaration.name for declaration in declarations()]
    assert all(check == audited[1][check.check_id] for check in made)
    assert {name.rpartition("-")[0] for check in made for name in (*check.claim_ids, *check.passages)} <= set(FIVE)


@pytest.mark.parametrize(
    ("check_id", "verdict", "figures"),
    [
        # contradiction
        ("mexico-rank-among-us-partners", FAILS, RANKS),
        ("merida-reformulated", FAILS, ["2011", "2014"]),
        ("auction-years", FAILS, ["2015 and 2018", "2015 and 2017"]),
        ("apprehensions-high-point", FAILS, ["June 2018", "May 2019"]),
        ("nafta-vote-and-signing", FAILS, ["1994", "1993"]),
        ("title-42-end", FAILS, ["June 1-2, 2022", "May 23, 2022"]),
        ("biden-years-in-office", OPEN, ["June 1-2, 2022", "January 20, 2021", "two years"]),
        ("auctions-suspended-or-canceled", READ, ["three"]),
        ("security-in-two-voices", READ, ["October 2021", "1990s"]),
        # agreement
        ("border-states", HOLDS, ["six", "four", "ten"]),
        ("seasonal-workers-from-mexico", COMPATIBLE, ["over a quarter of a million", "over 260,000"]),
        ("usmca-in-force", HOLDS, ["July 1, 2020", "July 1, 2020"]),
        ("energy-reform", HOLDS, ["2013-2014", "December 2013"]),
        # arithmetic
        ("mexican-origin-sum", ROUNDED, ["28 million", "11 million", "38.5 million"]),
        ("non-regional-content", ROUNDED, ["62.5%", "75%", "33.3%"]),
        ("wind-yield", ROUNDED, ["about 42.5%", "26%", "60%"]),
        ("solar-yield", HOLDS, ["about 27%", "18%", "about 50%"]),
        ("trade-in-a-day", HOLDS, ["$616.38 billion", "Well over a billion dollars"]),
        ("usmca-year-six", HOLDS, ["six years", "July 1, 2020", "2026"]),
        ("usmca-term", HOLDS, ["six years", "sixteen-year", "ten years"]),
        ("nafta-anniversary", HOLDS, ["2014", "1994", "20th"]),
        ("nafta-twenty-five-years", OPEN, ["July 1, 2020", "1994", "twenty-five years"]),
        ("merida-age", HOLDS, ["2021", "2007", "fourteen-year-old"]),
        ("decade-since-h1n1", FAILS, ["2020", "March 2009", "Almost a decade"]),
        ("oil-price-back", READ, ["$50/barrel", "hovering in the range of $50/barrel"]),
        ("decade-of-falling-costs", HOLDS, ["October 2019", "2012", "80%"]),
        ("oil-demand-of-2019", READ, ["8.1 mb/d", "10%"]),
        ("oil-demand-recovered", READ, ["8.1 mb/d", "5.7 million b/d"]),
        # oddity
        ("periods-of-migration-control", FAILS, ["two years", "December 2018", "May 2019", "March 2020", "three"]),
        ("daca-share-reversed", FAILS, ["almost 90%", "half"]),
        ("maternal-deaths-spans", OPEN, ["46%", "first nine months of 2019"]),
        ("three-groups-of-one-member", READ, ["two"]),
        ("successes-of-a-president", READ, ["70%", "19%"]),
        ("first-measure-before-the-agreement", READ, ["June 2019", "first"]),
        ("twice-as-much", READ, ["$296 million", "twice as much", "98 million tons of CO₂"]),
        ("shale-last-year", READ, ["over 60%"]),
        ("conference-hosted-and-to-come", READ, ["May 8-9, 2023", "second"]),
        # across the years
        ("economic-dialogue-relaunched", HOLDS, ["Jan. 14-15, 2021", "September 2021", "April 18, 2022"]),
        ("merida-replaced", HOLDS, ["Jan. 14-15, 2021", "October 2021"]),
        ("leaders-summit-resumed", HOLDS, ["Jan. 14-15, 2021", "Nov. 28, 2021", "2022"]),
        ("title-42-asked-and-set-to-end", READ, ["May 23, 2022", "March 2020"]),
        ("review-after-the-forum-s-years", HOLDS, ["2021-2025", "2026"]),
        ("page-keeps-merida", OPEN, ["May 8-9, 2023", "2007", "fourteen-year-old", "October 2021"]),
        ("recommendations-implemented", READ, ["Four", "six"]),
        ("emissions-trading", READ, ["2023"]),
        ("net-zero-spreads", READ, ["66%", "90%"]),
    ],
)  # fmt: skip
def test_findings_are_as_read_in_the_texts(
    audited: tuple[RowIndex, Mapping[str, Check]], check_id: str, verdict: str, figures: list[str]
) -> None:
    rows, checks = audited
    check = checks[check_id]
    shown = [rows.by_id[name].text for name in (*check.claim_ids, *check.quantity_ids)]
    assert check.verdict == verdict
    assert sorted(shown) == sorted(figures)


@pytest.mark.parametrize(
    ("check_id", "left"),
    [
        ("all-without-status", "10500000"),
        ("origin-share-of-latinos", "64.1667"),  # 38.5 of 60
        ("price-of-forest-offsets", "3.0204"),  # 296 / 98
        ("us-companies-in-mexican-oil", "10.9589"),  # 8 / 73
        ("fuel-inventories", "6/.."),
    ],
)
def test_implied_figures_are_worked_out(
    audited: tuple[RowIndex, Mapping[str, Check]], check_id: str, left: str
) -> None:
    check = audited[1][check_id]
    assert (check.kind, check.verdict, check.left) == ("implied", DERIVED, left)


@pytest.mark.parametrize(
    ("rule", "verdict", "figures"),
    [
        ("cents", FAILS, {"$6.8 US cents/KWh", "as low as $5.5 US cents/KWh", "$12 US cents/KWh", "$8.4 US cents/KWh"}),
        ("twice-named", FAILS, {"at least $16 dollars per hour"}),
        ("capacity", FAILS, {"340,000 bbl"}),
        ("rate", OPEN, {"4.8 bcf", "4.9 bcf"}),
        ("note", FAILS, {"hovering in the range of $50/barrel", "1 MMB/d"}),
        ("same-consulates", HOLDS, {"fifty", "50", "nine", "9"}),
    ],
)
def test_rules_find_what_was_read(
    audited: tuple[RowIndex, Mapping[str, Check]], rule: str, verdict: str, figures: set[str]
) -> None:
    rows, checks = audited
    found = [check for name, check in checks.items() if name.startswith(rule)]
    assert {check.verdict for check in found} == {verdict}
    assert {rows.by_id[name].text for check in found for name in (*check.claim_ids, *check.quantity_ids)} == figures


@pytest.mark.parametrize(
    ("check_id", "verdict", "figures"),
    [
        ("tariff-below-generation-cost", FAILS, ["$8.4 US cents/KWh", "$104/MWh"]),
        ("barrels-in-three-notations", FAILS, ["1 MMB/d", "8.1 mb/d", "5.7 million b/d"]),
        # found by rules that work on any text, and declared no more
        ("before-white-papers-227826", DERIVED, ["10.5 million", "1.6 million"]),
        ("whole-white-papers-23949", DERIVED, ["0.35%", "$68.2 billion"]),
        ("parts-white-papers-32323", HOLDS, ["15%", "25%", "40%"]),
        ("change-white-papers-108152", HOLDS, ["12.7 million b/d", "5.5 million b/d", "more than doubled"]),
    ],
)
def test_what_was_added_and_what_rules_took_over(
    audited: tuple[RowIndex, Mapping[str, Check]], check_id: str, verdict: str, figures: list[str]
) -> None:
    rows, checks = audited
    check = checks[check_id]
    assert check.verdict == verdict
    assert sorted(rows.by_id[name].text for name in (*check.claim_ids, *check.quantity_ids)) == sorted(figures)


def test_nothing_else_is_said_not_to_hold(audited: tuple[RowIndex, Mapping[str, Check]]) -> None:
    failing = {name for name, check in audited[1].items() if check.verdict == FAILS}
    rules = ("cents", "twice", "capacity", "note", "address", "wording")
    assert {name for name in failing if not name.startswith(rules)} == {
        "mexico-rank-among-us-partners",
        "merida-reformulated",
        "auction-years",
        "apprehensions-high-point",
        "nafta-vote-and-signing",
        "title-42-end",
        "decade-since-h1n1",
        "periods-of-migration-control",
        "daca-share-reversed",
        "rank-cites-2008",
        "post-covid-source",
        "tariff-below-generation-cost",
        "barrels-in-three-notations",
    }


def test_what_does_not_hold_says_what_a_fair_reader_grants(audited: tuple[RowIndex, Mapping[str, Check]]) -> None:
    failing = [check for check in audited[1].values() if check.verdict == FAILS]
    assert [check.check_id for check in failing if "fair reader" not in check.explanation] == []


def test_statements_are_sentences(audited: tuple[RowIndex, Mapping[str, Check]]) -> None:
    codes = re.compile(r"^\d|\b(?:USA|MEX|CAN|CHN)\b|\b\d{4}-\d\d\b")
    statements = {check.check_id: check.statement for check in audited[1].values()}
    assert {name: said for name, said in statements.items() if codes.search(said) or not said.endswith(".")} == {}


@pytest.mark.parametrize(
    ("check_id", "kind", "said"),
    [
        ("ceo-dialogue", "contradiction", ["further discussed in the U.S.-Mexico CEO Dialogue", "have been lost"]),
        ("auctions-suspended-or-canceled", "contradiction", ["indefinitely suspended", "CFE has canceled"]),
        ("coordination-in-the-pandemic", "contradiction", ["worked closely together", "nonexistent", "lack of coordi"]),
        ("which-national-guard", "contradiction", ["The U.S. National Guard", "The U.S.", "new National", "dedicated"]),
        ("midterms", "contradiction", ["not be very consequential", "lead to more frictions"]),
        ("second-best-on-the-page", "agreement", ["second-best to on-shoring", "onshoring resource"]),
        ("forthcoming-chapter", "oddity", ["Cite forthcoming chapter."]),
        ("energy-task-force", "across_years", ["Mexico and the U.S. should create a Bilateral", "but rejected by"]),
        ("ceo-dialogue-and-commission-lost", "across_years", ["should be revived", "should be restored", "been lost"]),
    ],
)
def test_what_only_words_say_is_shown_and_left_open(
    audited: tuple[RowIndex, Mapping[str, Check]], check_id: str, kind: str, said: list[str]
) -> None:
    rows, checks = audited
    check = checks[check_id]
    assert (check.kind, check.verdict) == (kind, READ)
    assert len(check.passages) == len(said)
    for name, words in zip(check.passages, said, strict=True):
        assert words in " ".join(rows.sentences[name].split())
        assert f"{name}\n    «" in show(check, rows)


def test_addresses_that_differ_by_a_letter(audited: tuple[RowIndex, Mapping[str, Check]]) -> None:
    found = [check.explanation for name, check in audited[1].items() if name.startswith("address")]
    assert len(found) == 2
    assert "www.iij.org" in found[0]
    assert "www.iilj.org" in found[0]
    assert "bgd8d215-a9e1" in found[1]
    assert "bgd8d215-9e1" in found[1]


def test_reprints_change_words_but_no_figure(audited: tuple[RowIndex, Mapping[str, Check]]) -> None:
    checks = audited[1]
    trade, diplomacy = (checks[f"wording-{name}-paper-of-white-papers"] for name in ("trade", "diplomacy"))
    assert trade.severity == diplomacy.severity == "print"
    assert not [name for name in checks if name.startswith("reprint")]
    for words in ("“lent” → “lended”", "“Valor” → “Calor”", "“Queda” → “Quedó”", "“Bensúsán” → “Bensusán”"):
        assert words in trade.explanation
    for words in ("“summitry” → “summity”", "“Femsá” → “Femsal”"):
        assert words in diplomacy.explanation


def test_the_page_has_figures_that_its_papers_lack(audited: tuple[RowIndex, Mapping[str, Check]]) -> None:
    explanation = audited[1]["summary-forum-page-of-white-papers"].explanation
    assert "“$616.38 billion”" in explanation
    assert "“seventeen”" in explanation


def test_every_verdict_follows_from_the_two_tables_alone(audited: tuple[RowIndex, Mapping[str, Check]]) -> None:
    rows, checks = audited
    tables = RowIndex.of(rows.claims, rows.quantities)
    for check in checks.values():
        outcome = evaluate(check.formula, tables.by_id)
        assert (outcome.verdict, outcome.left, outcome.right, outcome.tolerance) == (
            check.verdict,
            check.left,
            check.right,
            check.tolerance,
        )


def test_every_check_shows_its_sentences(audited: tuple[RowIndex, Mapping[str, Check]]) -> None:
    rows, checks = audited
    for check in checks.values():
        ids = (*check.claim_ids, *check.quantity_ids, *check.passages)
        assert ids
        assert len(set(ids)) == len(ids)
        assert show(check, rows).count("«") >= len(ids)
