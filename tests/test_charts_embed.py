"""SVG files: they bring their letters, and halos that are styles."""

from __future__ import annotations

import base64
import io
import re
import xml.etree.ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

import charts_rows as sample
from usmex_data import charts
from usmex_data.charts.embed import self_contained


@pytest.fixture(scope="module")
def svg():
    alt = "A sentence that tells the finding to whoever cannot see it."
    figure = charts.figure("Un título de sólo cinco palabras", "Wages in $", name="x", alt=alt, height=2.4)
    return charts.dots(figure, sample.wages(), threshold=sample.wage_line()).annotate(sample.wages().iloc[0]).svg()


def fonts(svg):
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)", svg)
    return {weight: TTFont(io.BytesIO(base64.b64decode(data))) for weight, data in faces}


def test_it_is_xml_with_text_in_it(svg):
    said = ["".join(node.itertext()) for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert "Un título de sólo cinco palabras" in said


def test_each_weight_brings_the_letters_it_needs(svg):
    found = fonts(svg)
    assert set(found) == {"400", "600", "700"}
    assert {ord(sign) for sign in "Untílodesócpab"} <= set(found["700"].getBestCmap())
    assert {ord(sign) for sign in "between$57"} <= set(found["600"].getBestCmap())
    assert ord("Z") not in found["700"].getBestCmap()


def test_a_halo_is_a_style(svg):
    assert 'id="halo' not in svg
    labels = re.findall(r'<g id="label-[^"]*">\s*<text style="([^"]*)"', svg)
    assert len(labels) == 3
    assert all("paint-order: stroke" in label for label in labels)


def test_the_file_is_small(svg):
    assert len(svg) < 90_000


def test_nothing_is_fetched(svg):
    addresses = re.findall(r'(?:href="|url\()([^")]+)', svg)
    assert all(address.startswith(("#", "data:")) for address in addresses)


def test_text_without_our_style_is_let_be():
    assert self_contained("<svg></svg>") == "<svg></svg>"
