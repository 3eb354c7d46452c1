"""Numbers inside formulas assert nothing; those that a sign of equality gives to a quantity do."""

from __future__ import annotations

import pytest

from readers import readings


def stated(text):
    """The claims of a text as written."""
    return [reading.text for reading in readings(text) if reading.disposition == "claim"]


@pytest.mark.parametrize(
    "text",
    [
        "CO 2 went up and VO 2 went down while H 2 O froze.",
        "N 2 O and SO 2 are gases.",
        "The quotient a 1 / r 0 is small for large n.",
        "Let x 1 and x 2 be the roots of f.",
        "the series (2 + n) diverges",
        "The sum runs to (n - 1) for every n.",
        "We set k = 2n + 1 and m = 3n.",
        "It holds that f(2x) = 2f(x).",
        "The δ18O values fell and δ13C rose.",
        "They printed a 3D model, a 2D map and a 4D film.",
        "The core held 14C and 137Cs; 90Sr was absent.",
        "Uranium-235 and carbon-14 decay.",
        "The groups differed (t(34) = 2.10, p < 0.05).",
    ],
)
def test_formulas_assert_nothing(text):
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("N 2 O fell by 9 percent.", ["9 percent"]),
        ("The air held 410 ppm of CO 2 .", ["410 ppm"]),
        ("We asked pupils (n = 71) in May.", ["71"]),
        ("The correlation was r = 0.45 here.", ["0.45"]),
        ("It pumps 1.7 million b/d of oil.", ["1.7 million b/d"]),
        ("It absorbed 20 J/m^2 per year.", ["20 J/m^2 per year"]),
        ("The wind blew at 12 m/s.", ["12 m/s"]),
        ("It was 14C in the shade.", ["14C"]),
        ("A 3-day fair drew 400 people.", ["3-day", "400"]),
    ],
)
def test_amounts_beside_signs_stay(text, claims):
    assert stated(text) == claims
