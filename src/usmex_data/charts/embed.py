"""The font inside an SVG: its letters as text, in the look they were measured in, on machines that lack the font."""

from __future__ import annotations

import base64
import io
import re
from typing import Final

from usmex_data.charts.style import FONT, font_file

__all__ = ["self_contained"]

_FACES: Final = {"400": "Regular", "600": "Semibold", "700": "Bold"}
_NAMED: Final = {"": "400", "normal": "400", "semibold": "600", "bold": "700"}
_STYLE: Final = '<style type="text/css">'
_PAINT: Final = "paint-order: stroke; stroke: #ffffff; stroke-width: 3.2px; stroke-linejoin: round; "
_HALO: Final = re.compile(r'^( *)<g id="halo(?:-\d+)?">\n.*?^\1</g>\n', re.MULTILINE | re.DOTALL)
_HALOED: Final = re.compile(r'<g id="(?:label|quote)-[^"]*">\s*<text style="')
_TEXT: Final = re.compile(r'<text style="(?P<style>[^"]*)"[^>]*>(?P<text>[^<]*)</text>')
_WEIGHT: Final = re.compile(r"(?:font:\s*|font-weight:\s*)(?P<weight>\d{3}|normal|semibold|bold)\b")


def self_contained(svg: str) -> str:
    """The SVG as it can be taken away: with the letters of the font that it uses, and halos that are no curves."""
    return _with_font(_with_halos(svg))


def _with_halos(svg: str) -> str:
    # Drawn, a halo is the outline of every letter, most of the file; said as a style, it is nothing.
    svg = _HALO.sub("", svg)
    return _HALOED.sub(lambda found: f"{found[0]}{_PAINT}", svg)


def _with_font(svg: str) -> str:
    letters: dict[str, set[str]] = {}
    for found in _TEXT.finditer(svg):
        weight = _WEIGHT.search(found["style"])
        named = weight["weight"] if weight else ""
        letters.setdefault(_NAMED.get(named, named), set()).update(_plain(found["text"]))
    faces = [_face(weight, "".join(sorted(used))) for weight, used in sorted(letters.items()) if weight in _FACES]
    return svg.replace(_STYLE, _STYLE + "".join(faces), 1)


def _plain(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


def _face(weight: str, letters: str) -> str:
    from fontTools import subset  # type: ignore[import-untyped]

    options = subset.Options(
        flavor="woff", layout_features=["kern"], hinting=False, recalc_timestamp=False, notdef_outline=True
    )
    buffer = io.BytesIO()
    with subset.load_font(str(font_file(_FACES[weight])), options) as font:
        cut = subset.Subsetter(options)
        cut.populate(text=letters)
        cut.subset(font)
        subset.save_font(font, buffer, options)
    data = base64.b64encode(buffer.getvalue()).decode("ascii")
    source = f"url(data:font/woff;base64,{data}) format('woff')"
    return f"@font-face{{font-family:'{FONT}';font-weight:{weight};src:{source}}}"
