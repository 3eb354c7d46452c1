"""The look: a font that has every sign, colours that everyone can tell apart."""

from __future__ import annotations

from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

import charts_rows as sample
from usmex_data.charts import style
from usmex_data.charts.claim_rows import rows_of

# Machado, Oliveira, Fernandes (2009), severity 1.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
PLACES = [*style.COLOURS, "other"]


def linear(colour):
    channels = np.array(mpl.colors.to_rgb(colour))
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(light):
    xyz = TO_XYZ @ np.clip(light, 0, 1) / np.array([0.9505, 1, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast_on_white(colour):
    return 1.05 / ((TO_XYZ @ linear(colour))[1] + 0.05)


def colour(place):
    return style.COLOURS.get(place, style.OTHER)


@pytest.mark.parametrize("kind", BLINDNESS)
def test_colours_are_told_apart(kind):
    for one, two in combinations(PLACES, 2):
        seen = [lab(BLINDNESS[kind] @ linear(colour(place).mark)) for place in (one, two)]
        assert np.linalg.norm(seen[0] - seen[1]) > 15, (one, two)


def test_the_three_countries_are_told_apart_in_grey():
    for one, two in combinations(("USA", "MEX", "CAN"), 2):
        assert abs(lab(linear(colour(one).mark))[0] - lab(linear(colour(two).mark))[0]) > 12


@pytest.mark.parametrize("kind", BLINDNESS)
def test_shades_of_texts_are_told_apart(kind):
    for one, two in combinations(style.SHADES, 2):
        seen = [lab(BLINDNESS[kind] @ linear(each.mark)) for each in (one, two)]
        assert np.linalg.norm(seen[0] - seen[1]) > 15
        assert abs(lab(linear(one.mark))[0] - lab(linear(two.mark))[0]) > 12


@pytest.mark.parametrize("shade", style.SHADES)
def test_text_in_a_shade_can_be_read(shade):
    assert contrast_on_white(shade.text) >= 4.5


@pytest.mark.parametrize("place", PLACES)
def test_text_in_a_colour_can_be_read(place):
    assert contrast_on_white(colour(place).text) >= 4.5


@pytest.mark.parametrize("name", ["INK", "MUTED", "ANNOTATION"])
def test_text_in_grey_can_be_read(name):
    assert contrast_on_white(getattr(style, name)) >= 4.5


def test_the_font_is_the_packages_own():
    style.apply()
    for weight in ("regular", "semibold", "bold"):
        found = font_manager.findfont(font_manager.FontProperties(weight=weight), fallback_to_default=False)
        assert "font_source_sans_pro" in found, weight


@pytest.mark.parametrize("sign", "ñ é á í ó ú ü – — − → ½ ≈ ¶ ¢ $ ° × ÷ ≥ ≤ … “ ” ’ ·".split())
@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_every_sign_can_be_drawn(sign, weight):
    style.apply()
    path = font_manager.findfont(font_manager.FontProperties(weight=weight))
    assert FT2Font(path).get_char_index(ord(sign)) > 0


def test_dollar_signs_start_no_formula():
    style.apply()
    assert mpl.rcParams["text.parse_math"] is False


def test_ids_in_an_svg_are_salted():
    style.apply()
    assert mpl.rcParams["svg.hashsalt"]
    assert mpl.rcParams["svg.fonttype"] == "none"


@pytest.mark.parametrize(
    ("place", "key"),
    [("MEX", "MEX"), ("MX-BCN", "MEX"), ("US-TX", "USA"), ("CA-ON", "CAN"), ("MEX+USA", "MEX+USA")],
)
def test_a_place_has_its_countrys_colour(place, key):
    frame = sample.gas().iloc[:1].assign(geography=place)
    assert style.colour_of(rows_of(frame)[0]) == style.COLOURS[key]


@pytest.mark.parametrize("place", ["", "WORLD", "USMCA", "G20", "XX-YY"])
def test_any_other_place_is_grey(place):
    frame = sample.gas().iloc[:1].assign(geography=place)
    assert style.colour_of(rows_of(frame)[0]) == style.OTHER


def test_the_colour_may_be_that_of_the_other_side():
    assert style.colour_of(rows_of(sample.gas())[0], "partner") == style.COLOURS["USA"]
