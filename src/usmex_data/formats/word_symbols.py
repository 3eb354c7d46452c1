"""What the characters of symbol fonts stand for: Word keeps them in the Private Use Area, or as letters of the font."""

from __future__ import annotations

from typing import Final

__all__ = ["from_font", "symbol"]

_GREEK: Final = dict(zip("abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)) | dict(
    zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)
)
_PLAIN: Final = {chr(code): chr(code) for code in range(0x20, 0x40)} | {
    "[": "[",
    "]": "]",
    "{": "{",
    "}": "}",
    "|": "|",
}
_SIGNS: Final = {
    0x22: "∀", 0x24: "∃", 0x2D: "−", 0x40: "≅", 0x5E: "⊥", 0x7E: "∼", 0xA0: "€", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝",
    0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xCE: "∈",
    0xD0: "∠", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_SYMBOL: Final = _PLAIN | _GREEK | {chr(code): sign for code, sign in _SIGNS.items()}
"""Adobe's Symbol encoding, as far as texts with figures use it."""
_BULLETS: Final = ("wingdings", "webdings", "zapfdingbats", "wingdings 2", "wingdings 3")
_TICKS: Final = {"\xfc": "✓", "\xfb": "✗", "\xe0": "→", "\xdf": "←", "\xe1": "↑", "\xe2": "↓"}


def symbol(font: str, code: str) -> str:
    """The character of a ``w:sym`` element; empty if nobody knows it."""
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if not "\uf000" <= letter <= "\uf0ff":
        return from_font(letter, font)
    return _meant(chr(ord(letter) - 0xF000), font)


def from_font(text: str, font: str) -> str:
    """The text of a run that is set in a font, symbol fonts put right."""
    kind = font.lower()
    if kind == "symbol" or kind in _BULLETS:
        return "".join(_meant(chr(ord(each) - 0xF000) if "\uf000" <= each <= "\uf0ff" else each, font) for each in text)
    return text


def _meant(letter: str, font: str) -> str:
    kind = font.lower()
    if kind == "symbol":
        return _SYMBOL.get(letter, "")
    if kind in _BULLETS:
        return letter if letter.isspace() else _TICKS.get(letter, "•")
    return letter if letter.isprintable() else ""
