"""The rules, on made-up texts of many topics that contradict themselves in known ways, and on ones that don't."""

from __future__ import annotations

import pytest

from audit_texts import Corpus, claim, corpus, quantity
from usmex_data.audit import Check
from usmex_data.audit.agreement import check_agreement
from usmex_data.audit.changes import check_changes
from usmex_data.audit.lists import check_lists
from usmex_data.audit.misprints import check_misprints
from usmex_data.audit.row_index import RowIndex


def verdicts(checks: list[Check] | tuple[Check, ...], rule: str = "") -> list[str]:
    return [check.verdict for check in checks if check.check_id.startswith(rule)]


def told(made: Corpus, rule: str) -> list[str]:
    return verdicts(made.checks(), rule)


# --- the same thing in several places -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (
            "In 2019, the library of Bergen lent 41,000 books.",
            "The library of Bergen lent 41,000 books in 2019.",
            "holds",
        ),
        (
            "In 2019, the library of Bergen lent 41,000 books.",
            "The library of Bergen lent about 41,200 books in 2019.",
            "holds_within_rounding",
        ),
        (
            "In 2019, the library of Bergen lent 41,000 books.",
            "The library of Bergen lent 52,300 books in 2019.",
            "does_not_hold",
        ),
        (
            "In 2019, the library of Bergen lent over 40,000 books.",
            "The library of Bergen lent 41,000 books in 2019.",
            "holds",
        ),
    ],
)
def test_sentences_of_like_words_agree_or_contradict_each_other(one: str, other: str, verdict: str) -> None:
    made = corpus(report=one, review=other)
    assert told(made, "same") == [verdict]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In 2019, Kenya opened 12 schools.", "In 2019, Kenya closed 14 schools."),
        ("In 2019, the library of Bergen lent 41,000 books.", "In 2020, the library of Bergen lent 29,000 books."),
        ("In 2019, the library of Bergen lent 41,000 books.", "In 2019, the library of Oslo lent 93,000 books."),
        ("Bread costs $3.", "Milk costs $2."),
    ],
)
def test_other_things_places_and_times_contradict_nothing(one: str, other: str) -> None:
    assert told(corpus(report=one, review=other), "same") == []


def facts(*claims: object) -> list[Check]:
    return check_agreement(RowIndex.of(claims, ()))  # type: ignore[arg-type]


def test_places_times_and_numbers_are_told_in_words() -> None:
    given = {"unit": "count", "counted": "ferries", "geography": "NOR", "partner": "DNK", "period": "2020-04"}
    given |= {"indicator": "ferries", "category": "at night"}
    rows = [claim(f"a-{n}", "three", "3", quote=f"On day {n} came three ferries.", **given) for n in (1, 2, 3)]
    [check] = facts(*rows)
    assert check.statement == (
        "Ferries (at night; Norway; other side: Denmark; April 2020): three passages give the same figure."
    )
    assert check.explanation == "“three” (a, three times). They agree."


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Power costs $6.8 US cents/kWh in the north.", "cents"),
        ("Each helper earns $16 dollars per hour.", "twice-named"),
        ("A new mill of 340,000 barrels of processing capacity is being built.", "capacity"),
        ("Demand fell by 8.1 mb/d in 2020 and by 5.7 million b/d in 2021.", "notation"),
        ("Attendance tripled from 200 visitors in 1990 to 400 visitors in 2000.", "change"),
        ("Today 73 companies hold licences, including 80 foreign companies.", "part"),
        ("The plan has four goals: 1) clean water, 2) safe roads, 3) good schools.", "list"),
        ("In 2019, the library of Bergen lent 41,000 books. The library of Bergen lent 52,300 books in 2019.", "same"),
    ],
)
def test_a_failure_says_what_a_fair_reader_grants(text: str, rule: str) -> None:
    [check] = [check for check in corpus(report=text).checks() if check.check_id.startswith(rule)]
    assert check.verdict == "does_not_hold"
    assert check.explanation.count("A fair reader") == 1


def test_what_holds_needs_no_grant() -> None:
    checks = corpus(report="Attendance tripled from 200 visitors in 1990 to 600 visitors in 2000.").checks()
    assert [check.explanation for check in checks if check.check_id.startswith("change")] == [
        "Reckoned as a ratio of the two levels."
    ]


def bus(claim_id: str, text: str, value: str, **given: object) -> object:
    return claim(claim_id, text, value, unit="count", indicator="buses", geography="NOR", **given)


def test_one_indicator_place_and_time_has_one_value() -> None:
    found = facts(bus("a-1", "40 buses", "40", period="2020"), bus("b-1", "44 buses", "44", period="2020"))
    assert [(check.kind, check.verdict, check.claim_ids) for check in found] == [
        ("contradiction", "does_not_hold", ("a-1", "b-1"))
    ]


def test_undated_figures_of_two_texts_may_have_changed() -> None:
    assert verdicts(facts(bus("a-1", "40 buses", "40"), bus("b-1", "44 buses", "44"))) == ["cannot_tell"]


def test_undated_figures_of_one_text_may_not() -> None:
    assert verdicts(facts(bus("a-1", "40 buses", "40"), bus("a-2", "44 buses", "44"))) == ["does_not_hold"]


def test_copies_agree_with_nothing() -> None:
    assert facts(bus("a-1", "40 buses", "40"), bus("b-1", "40 buses", "40", copy_of="a-1")) == []


def test_shares_of_different_wholes_do_not_contradict_each_other() -> None:
    one = claim("a-1", "40%", "40", unit="percent", indicator="share", base="of all buses")
    other = claim("a-2", "55%", "55", unit="percent", indicator="share", base="of the new buses")
    assert verdicts(facts(one, other)) == ["cannot_tell"]


def test_a_rank_that_two_places_share_is_that_of_each() -> None:
    rank = {"unit": "rank", "indicator": "rank"}
    mutual = claim("a-1", "top partner", "1", geography="DNK+SWE", **rank)
    second = claim("a-2", "second partner", "2", geography="SWE", partner="DNK", **rank)
    first = claim("a-3", "first partner", "1", geography="DNK", partner="SWE", **rank)
    assert sorted((check.verdict, check.claim_ids) for check in facts(mutual, second, first)) == [
        ("does_not_hold", ("a-1", "a-2")),
        ("holds", ("a-1", "a-3")),
    ]


# --- figures of one sentence ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Rice output more than doubled from 3 million tons in 2001 to 7 million tons in 2011.", "holds"),
        ("Rice output more than doubled from 5 million tons in 2001 to 6 million tons in 2011.", "does_not_hold"),
        ("Attendance tripled from 200 visitors in 1990 to 600 visitors in 2000.", "holds"),
        ("Attendance tripled from 200 visitors in 1990 to 400 visitors in 2000.", "does_not_hold"),
    ],
)
def test_a_change_fits_its_levels(sentence: str, verdict: str) -> None:
    assert told(corpus(report=sentence), "change") == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "The price of tin rose from $350 to $680 per ton between 2020 and 2022, then fell back by two-fifths.",
        "The price of tin rose from $350 to $680 per ton between 2020 and 2022, and then by another 5 percent.",
        "Rents rose from $300 to $330 in Lima, while wages fell by 8 percent.",
    ],
)
def test_a_movement_of_its_own_is_not_held_to_the_levels(sentence: str) -> None:
    assert told(corpus(report=sentence), "change") == []


@pytest.mark.parametrize(
    ("said", "rule", "verdict", "severity"),
    [
        ("from 50% to 75%, an increase of 50%", "change", "holds", "substance"),
        ("from 50% to 75%, an increase of 25 percentage points", "change", "holds", "substance"),
        # a percentage used for points is a matter of words
        ("from 50% to 75%, an increase of 25%", "points", "does_not_hold", "print"),
        ("from 50% to 75%, an increase of 90%", "change", "does_not_hold", "substance"),
        ("from 50% to 75%, an increase of 20 percentage points", "change", "does_not_hold", "substance"),
    ],
)
def test_a_change_of_a_share_is_of_the_level_or_in_points(said: str, rule: str, verdict: str, severity: str) -> None:
    checks = [each for each in corpus(report=f"The quota went {said}.").checks() if each.check_id.startswith(rule)]
    assert [(check.verdict, check.severity) for check in checks] == [(verdict, severity)]


@pytest.mark.parametrize(
    ("parts", "verdict"), [(("15", "25"), "holds"), (("15", "35"), "does_not_hold"), (("15", "20"), "cannot_tell")]
)
def test_parts_of_a_named_whole_make_it_up(parts: tuple[str, str], verdict: str) -> None:
    quote = f"A tax of 40% is due; of this 40%, {parts[0]}% goes to towns and {parts[1]}% to schools."
    rows = [
        claim("a-1", "40%", "40", quote=quote, unit="percent"),
        *(
            claim(f"a-{number}", f"{part}%", part, quote=quote, unit="percent", base="of this 40%")
            for number, part in enumerate(parts, 2)
        ),
    ]
    assert verdicts(check_changes(RowIndex.of(rows, ())), "parts") == [verdict]


def test_a_level_and_its_fall_say_what_was_before() -> None:
    quote = "The town has 8,200 inhabitants, a decrease of 1,300 from the peak in 1950."
    rows = [
        claim("a-1", "8,200", "8200", quote=quote, unit="person"),
        claim("a-2", "1,300", "1300", quote=quote, unit="person", change="decrease", base="from the peak in 1950"),
    ]
    [check] = check_changes(RowIndex.of(rows, ()))
    assert (check.kind, check.verdict, check.left) == ("implied", "derived", "9500")


def test_an_amount_and_its_share_say_the_whole() -> None:
    quote = "The harbour costs 2.5% or $50 million of the budget."
    rows = [
        claim("a-1", "2.5%", "2.5", quote=quote, unit="percent"),
        claim("a-2", "$50 million", "50000000", quote=quote, unit="USD"),
    ]
    [check] = check_changes(RowIndex.of(rows, ()))
    assert (check.kind, check.left) == ("implied", "2000000000")


@pytest.mark.parametrize(("part", "verdict"), [("8", "holds"), ("80", "does_not_hold")])
def test_a_part_is_no_more_than_its_whole(part: str, verdict: str) -> None:
    made = corpus(report=f"Today 73 companies hold licences, including {part} foreign companies.")
    assert told(made, "part-") == [verdict]


# --- lists and spans --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A list that fits its count was a row that held: it says nothing that a reader would not see.
        ("The plan has three goals: 1) clean water, 2) safe roads, 3) good schools.", []),
        ("The plan has four goals: 1) clean water, 2) safe roads, 3) good schools.", ["does_not_hold"]),
        ("There are two reasons. First, rents rise. Second, wages fall.", []),
        # "Finally" has no number, so that nothing is said.
        ("There are three reasons. First, rents rise. Second, wages fall. Finally, banks close.", []),
        ("The plan has several goals: 1) clean water, 2) safe roads.", []),
    ],
)
def test_a_list_has_as_many_points_as_it_announces(text: str, expected: list[str]) -> None:
    assert told(corpus(report=text), "list") == expected


def test_a_place_counted_twice_is_found() -> None:
    text = (
        "The first chapter tells of grain. The second chapter tells of wool. The third chapter tells of silk. "
        "The third and final chapter tells of salt."
    )
    assert told(corpus(report=text), "twice") == ["does_not_hold"]
    assert told(corpus(report=text.replace("third and final", "fourth and final")), "twice") == []


@pytest.mark.parametrize(("years", "verdict"), [("four", "holds"), ("nine", "does_not_hold")])
def test_a_span_fits_the_years_beside_it(years: str, verdict: str) -> None:
    rows = [
        quantity("a-q4", f"{years} years", {"four": "4", "nine": "9"}[years], unit="year", disposition="window"),
        quantity("a-q16", "2021-2025", period="2021/2025", disposition="date"),
    ]
    rows[1] = quantity(f"a-q{rows[0].end + 2}", "2021-2025", period="2021/2025", disposition="date")
    assert verdicts(check_lists(RowIndex.of((), rows))) == [verdict]


# --- print -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Power costs $6.8 US cents/kWh in the north.", "cents"),
        ("Each helper earns $16 dollars per hour.", "twice-named"),
        ("A new mill of 340,000 barrels of processing capacity is being built.", "capacity"),
        ("Demand fell by 8.1 mb/d in 2020 and by 5.7 million b/d in 2021.", "notation"),
    ],
)
def test_oddities_of_print_are_found(sentence: str, rule: str) -> None:
    assert told(corpus(report=sentence), rule) == ["does_not_hold"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Power costs 6.8 US cents/kWh in the north and $0.12 per kWh in the south.",
        "Each helper earns $16 per hour.",
        "Each helper earns 16 dollars per hour.",
        "A new mill of 340,000 barrels per day of processing capacity is being built.",
        "The tank has a storage capacity of 340,000 barrels.",
        "Demand fell by 8.1 million b/d in 2020 and by 5.7 million b/d in 2021.",
    ],
)
def test_sound_print_is_left_alone(sentence: str) -> None:
    assert [check for check in corpus(report=sentence).checks() if check.kind == "oddity"] == []


def test_a_rate_that_drops_its_time_is_found_beside_one_that_names_it() -> None:
    # Everyone reads it aright: it is shown and judged no failure.
    quote = "It pumped 5 bcf per day in 2019, compared to 4 bcf in 2018."
    full = claim("a-1", "5 bcf per day", "5", quote=quote, unit="bcf/day")
    short = claim("a-2", "4 bcf", "4", quote=quote, unit="bcf/day", inferred=("unit",))
    assert verdicts(check_misprints(RowIndex.of([full, short], ())), "rate") == ["cannot_tell"]
    assert verdicts(check_misprints(RowIndex.of([short], ())), "rate") == []


def test_a_figure_that_leaves_its_whole_unit_to_the_reader_is_no_oddity() -> None:
    quote = "The price of a barge went from eighteen dollars a ton to more than ninety, or $95."
    rate = {"quote": quote, "unit": "USD/tonne"}
    rows = [
        claim("a-1", "eighteen dollars a ton", "18", **rate),
        claim("a-2", "more than ninety", "90", inferred=("unit",), **rate),
        claim("a-3", "$95", "95", inferred=("unit",), **rate),
    ]
    assert check_misprints(RowIndex.of(rows, ())) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("lib.example.org/set/ab12-a9e1-43d5-0001/list-of-all-the-tables", "same-but-9e1", True),
        ("www.iilj.example.org/publications/on-the-law-of-the-sea/", "iij", True),
        ("lib.example.org/set/ab12-a9e1-43d5-0001/list-of-all-the-tables", "", False),
        # a plural, another number, another letter, a short name: each may be a page of its own
        ("data.example.org/reports/on-the-state-of-the-harbours", "report", False),
        ("data.example.org/tools/faq/faq.php?id=1847&t=6&all=yes", "id=847", False),
        ("data.example.org/leaf/handler.ashx?n=pet&s=mcrfpus2&f=m", "f=a", False),
        ("ab.example.org/law", "a.example", False),
    ],
)
def test_a_letter_dropped_within_an_address_is_found(one: str, other: str, *, found: bool) -> None:
    changes = {
        "same-but-9e1": ("a9e1", "9e1"), "iij": ("iilj", "iij"), "": ("", ""), "report": ("reports/", "report/"),
        "id=847": ("id=1847", "id=847"), "f=a": ("f=m", "f=a"), "a.example": ("ab.", "a."),
    }  # fmt: skip
    rows = [
        quantity("a-q4", f"Tables, https://{one}", disposition="reference"),
        quantity("a-q300", f"Other tables: {one.replace(*changes[other])}.", disposition="reference"),
    ]
    verdict = ["does_not_hold"] if found else []
    assert verdicts(check_misprints(RowIndex.of((), rows)), "address") == verdict


def test_a_note_older_than_its_figure_is_found() -> None:
    late = {"period": "2021-01", "unit": "USD", "note": "4. Prices from 2019 to 2020."}
    assert verdicts(check_misprints(RowIndex.of([claim("a-1", "$50", "50", **late)], ())), "note") == ["does_not_hold"]
    for given in ({"period": "2020"}, {"status": "forecast"}, {"note": "4. Ibid."}):
        row = claim("a-1", "$50", "50", **{**late, **given})
        assert check_misprints(RowIndex.of([row], ())) == []
