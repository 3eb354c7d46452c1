"""Units and nouns of bare numbers, and the rates of their clauses."""

from __future__ import annotations

import pytest

from readers import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Over one million people and 447,000 vehicles cross every day.",
            [("person/day", "people"), ("vehicle/day", "vehicles")],
        ),
        ("They hired a couple of hundred nurses.", [("person", "nurses")]),
        ("Congress passed 1,900 pieces of climate legislation.", [("count", "pieces of climate legislation")]),
        ("Full-time employees numbered 21.6 million.", [("person", "employees")]),
        ("The number of people out of work rose by 31,000 to 353,000.", [("person", "people"), ("person", "people")]),
        ("Blood was sampled (n = 7,204).", [("person", "")]),
        ("It is a town of 1,444.", [("person", "")]),
        ("The town (population 1,444) closed.", [("person", "")]),
        ("The odds ratio was 0.71.", [("ratio", "")]),
        ("Women over 65 pay less.", [("year", "")]),
        ("About 28 million are American citizens.", [("person", "American citizens")]),
        ("The school went from four hundred pupils to ninety-one.", [("person", "pupils"), ("person", "pupils")]),
        ("Tens of millions lost their homes.", [("person", "")]),
        ("It needs 50 trees or more.", [("count", "trees")]),
        ("At least 40 were arrested.", [("person", "")]),
        ("At least 40 ships were sunk.", [("count", "ships")]),
        ("The blast left 14 dead and 30 wounded.", [("person", ""), ("person", "")]),
        ("The storm killed more than a thousand, including 679 in Togo.", [("person", ""), ("person", "")]),
        ("The firm employs 3,000.", [("person", "")]),
        ("The law lifted 1.3 million out of poverty.", [("person", "")]),
        ("Some 4,000 of its citizens left.", [("person", "citizens")]),
        ("Some 4,000 of its ships left.", [("count", "ships")]),
        ("They hired 300 midwives.", [("person", "midwives")]),
        ("The population could shrink to 87 million from 125 million.", [("person", ""), ("person", "")]),
        ("Chad's population of 1.4 million overtook Mali's.", [("person", "")]),
        ("Some 40,000 households left.", [("count", "households")]),
        ("The scheme covers 510,000 next year.", [("", "")]),
        ("Courts hear 700 appeals a month.", [("count/month", "appeals")]),
        ("Some 5,000 patients died, or 14 a day.", [("person", "patients"), ("person/day", "patients")]),
        ("The hazard ratio was 0.82 (0.71–0.94).", [("ratio", ""), ("ratio", "")]),
        ("It used its veto 9 times.", [("count", "times")]),
        ("They sold 5 million electric cars a year.", [("vehicle/year", "electric cars")]),
        ("Net migration fell to zero or negative.", [("person", "")]),
    ],
)
def test_unit_and_noun(text, expected):
    assert [(claim.unit, claim.counted) for claim in claims(text)] == expected


def test_hedge_behind_the_noun():
    (found,) = claims("It needs 50 trees or more.")
    assert (found.modifier, found.hedge) == ("at_least", "or more")
