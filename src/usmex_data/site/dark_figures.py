"""A figure for dark pages: the same drawing with its colors turned, so that it stands on the page and not in a box."""

from __future__ import annotations

import colorsys
import re
from functools import cache
from typing import Final

__all__ = ["dark"]

_COLOR: Final = re.compile(r"#[0-9a-fA-F]{6}\b")
_GROUND: Final = "#131416"
"""The background of dark pages; white becomes this."""
_GREY: Final = 0.25
"""Below this saturation a color is a grey: paper, ink, grid."""
_LIGHT: Final = 0.66
"""Colors are made at least this light, which stands out from the ground by more than 3 to 1 (WCAG 2.2, 1.4.11)."""


def dark(svg: str) -> str:
    """A drawing (SVG) for a dark page: greys turned round, other colors as light as need be, the rest unchanged."""
    return _COLOR.sub(lambda found: _turned(found[0].lower()), svg)


@cache
def _turned(color: str) -> str:
    if color == "#ffffff":
        return _GROUND
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = 0.08 + 0.84 * (1 - light) if saturation < _GREY else max(light, _LIGHT)
    turned = colorsys.hls_to_rgb(hue, light, saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in turned)
