"""Numbers in digits: grouping, decimals, fractions, scales, and commas that are decimal points."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import values
from usmex_data.quantities.digits import writes_comma


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("a flow of 447,000 vehicles", "447,000", "447000"),
        ("$616.38 billion in goods", "616.38 billion", "616380000000"),
        ("some 340,000 bbl", "340,000", "340000"),
        ("30 thousand jobs", "30 thousand", "30000"),
        ("revenue of $13 009 million", "13 009 million", "13009000000"),
        ("1.234.567 homes", "1.234.567", "1234567"),
        ("rates of 1,5 % in March", "1,5", "1.5"),
        ("2½ miles of wall", "2½", "2.5"),
        ("½ mile of wall", "½", "0.5"),
        ("3 1/4 billion tons", "3 1/4 billion", "3250000000"),
        ("3/4 inch of rain", "3/4", "0.75"),
        ("a budget of $4.2bn", "4.2bn", "4200000000"),
        ("a loss of £30m", "30m", "30000000"),
        ("a walk of 30 m", "30", "30"),
        ("grants of €750k", "750k", "750000"),
        ("5 hundred thousand votes", "5 hundred thousand", "500000"),
        ("an average of .5 per cent", ".5", "0.5"),
        ("0.35 of it", "0.35", "0.35"),
        ("61.3 ± 0.4 years", "61.3 ± 0.4", "61.3"),
        ("12 crore voters", "12 crore", "120000000"),
        ("3 dozen eggs", "3 dozen", "36"),
        ("a share of 007", "007", "7"),
        ("a loan of $60+ billion", "60+ billion", "60000000000"),
        ("a 6-3/8 percent note", "6-3/8", "6.375"),
        ("5.5x10-3 kg of it", "5.5x10-3", "0.0055"),
        ("some 1.8 × 10^6 cells", "1.8 × 10^6", "1800000"),
        ("some 3 × 10⁻⁴ moles", "3 × 10⁻⁴", "0.0003"),
        ("a rate of 9.83e-3 +/- 1e-5", "9.83e-3 +/- 1e-5", "0.00983"),
        ("a rate of 2.5e6", "2.5e6", "2500000"),
    ],
)
def test_value(text, written, value):
    assert values(text) == [(written, Decimal(value))]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("mains of 1.150 km", "1.150", "1150"),
        ("a price of €187,40 per metre", "187,40", "187.40"),
        ("30 % of all", "30", "30"),
        ("1.234.567,8 homes", "1.234.567,8", "1234567.8"),
    ],
)
def test_value_where_a_comma_is_the_decimal_sign(text, written, value):
    assert values(text, comma=True) == [(written, Decimal(value))]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Losses were 12,5 %, 30,4 % and 7,25 % of the flow.", True),
        ("Losses were 12.5 %, 30.4 % and 7.25 % of the flow.", False),
        ("Losses were 12,5 % once.", False),
        ("Exports of 1,200 and 3,400 and 5,600 tons.", False),
        ("", False),
    ],
)
def test_decimal_comma(text, answer):
    assert writes_comma(text) is answer


def test_no_fraction_over_zero():
    assert values("a score of 5/0") == [("5/0", Decimal(5))]


def test_letters_and_digits_together_hold_no_number():
    assert values("model X5b and A7") == []
