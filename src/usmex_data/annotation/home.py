"""The place that a whole text is about, and what names of several meanings mean in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from itertools import islice

from ..errors import UsmexDataError
from ..language import alternatives, table
from ..quantities.fiscal import government
from .gazetteer import country_of, heading_places, places, several
from .where import last_place, place_groups

__all__ = ["Home", "known_country"]

_TWO = 2
_OFTEN = 3
"""A text is about the country that it names so often at least, and oftener than all others."""
_ENDED = (".", "!", "?", ";", ",")
_LINES, _LINE = 6, 120
"""So many lines of no more characters may stand over a document: title, author, date."""
_READ = 300_000
"""So much of a text tells what it is about, in characters."""


def known_country(code: str) -> str:
    """The code of a country, as it is given; raises ``UsmexDataError`` for one that no country has."""
    if code and code not in table("places")["country"]:
        raise UsmexDataError(
            f"{code!r} is no country", remedy="give its three letters by ISO 3166-1, such as USA, MEX or GBR"
        )
    return code


class Home:
    """What a text is about, by its first 300,000 characters as they are; ``country`` where the caller knows it."""

    def __init__(self, text: str, country: str = "") -> None:
        self._text = text[:_READ]
        self._country = country

    @cached_property
    def place(self) -> str:
        """The place that a whole document is about: as the caller says, or as the offices name it whose paper it is."""
        if self._country:
            return self._country
        named = self._office
        front = next(filter(None, map(self.of_heading, self._lines())), "")
        most = max(self._counted.values(), default=0)
        front = front if front not in table("places")["region"] and self._counted[front] == most > 0 else ""
        guessed = "" if self._is_firms else front or self._most_named
        return named or guessed or government(self._text) or self._by_money

    @property
    def government(self) -> str:
        """Whose fiscal years the text means, by the caller or by the office whose paper it is; empty if unknown."""
        return self._country or self._office or government(self._text)

    @cached_property
    def _office(self) -> str:
        """The place in the name of the office that a line over the text gives."""
        found = next(filter(None, map(self._of_office, self._lines())), "")
        match = None if found else _own_offices().search("\n".join(self._lines()))
        return table("context")["own_offices"][match[0]] if match else found

    @cached_property
    def _most_named(self) -> str:
        """The country that most names of places lie in; the part of it that most of those name."""
        counted = self._owned
        country, times = next(iter(counted.most_common(1)), ("", 0))
        often = times >= _OFTEN or (times > 1 and len(self._counted) == 1)
        if not often or 2 * times <= counted.total() or country not in table("places")["country"]:
            return ""
        part, most = max(
            ((code, n) for code, n in self._counted.items() if _owner(code) == country), key=lambda each: each[1]
        )
        return part if 3 * most > 2 * times else country

    @cached_property
    def _by_money(self) -> str:
        """The country of the one money that a text counts in, if the text names it or a part of it too."""
        found = {match.lastgroup for match in _signs().finditer(self._text)}
        place = (found.pop() or "") if len(found) == 1 else ""
        first, second = [*self._owned.most_common(2), ("", 0), ("", 0)][:2]
        return place if place and place == first[0] and first[1] > second[1] else ""

    def _of_office(self, line: str) -> str:
        """The one place in the name of an office that a line gives."""
        if not _offices().search(line):
            return ""
        codes = {place.code for place in heading_places(line, self.meant) if place.kind != "weak"}
        countries = {country_of(code) for code in codes}
        return max(codes, key=len) if len(countries) == 1 else ""

    @property
    def _is_firms(self) -> bool:
        """Whether a firm stands over the text: where it works is not what each of its figures is of."""
        lines = self._text[: _LINES * _LINE].split("\n")
        return any(_firms().search(line.rstrip()) for line in lines if len(line) <= _LINE)

    def _lines(self) -> Iterator[str]:
        """The lines over a document, which are no paragraph yet."""
        lines = (line.strip(" \t\r#*_") for line in self._text[: _LINES * _LINE].split("\n"))
        for line in islice(filter(None, lines), _LINES):
            if len(line) > _LINE or line.endswith(_ENDED):
                return
            yield line

    @cached_property
    def front(self) -> str:
        """The country that the first lines of a document name."""
        return country_of(next(filter(None, map(self.of_heading, self._lines())), ""))

    @cached_property
    def _counted(self) -> Counter[str]:
        """How often the text names each place; names of several meanings and words for a place left out."""
        unclear, text = several(), self._text
        named = (place for place in places(text) if place.kind != "weak")
        return Counter(place.code for place in named if text[place.start : place.end] not in unclear)

    @cached_property
    def _owned(self) -> Counter[str]:
        """How often the text names each country, by itself, a part of it or a territory of it."""
        counted: Counter[str] = Counter()
        for code, times in self._counted.items():
            counted[_owner(code)] += times
        return counted

    @cached_property
    def _countries(self) -> Counter[str]:
        """How often the text names each country, by itself or by a part of it."""
        counted: Counter[str] = Counter()
        for code, times in self._counted.items():
            counted[country_of(code)] += times
        return counted

    @cached_property
    def main(self) -> str:
        """The country that the text names most often, where it names one more often than all others together."""
        named = self._countries
        code, times = next(iter(named.most_common(1)), ("", 0))
        country = code in table("places")["country"]
        return code if country and 2 * times > named.total() else ""

    @cached_property
    def meant(self) -> Mapping[str, str]:
        """The codes of names with several meanings, each of the country that the text or the caller speaks of."""
        if self._country:
            return {name: next((code for code in codes if country_of(code) == country_of(self._country)), codes[0])
                    for name, codes in several().items()}  # fmt: skip
        if not _unclear().search(self._text):
            return {}
        counted = self._countries
        return {name: max(codes, key=lambda code: counted[country_of(code)]) for name, codes in several().items()}

    @cached_property
    def _key(self) -> tuple[tuple[str, str], ...]:
        """The meanings as what a heading's reading is kept by."""
        return tuple(self.meant.items())

    def of_heading(self, heading: str) -> str:
        """The place that a heading names last; empty where it names none."""
        return _of_heading(heading, self._key)

    def pair(self, section: tuple[str, ...]) -> str:
        """The two places that a heading names together, the innermost first; empty where none does."""
        return _pair_of_headings(section, self._key)


def _owner(code: str) -> str:
    """The country of a code, which its territories belong to."""
    country: str = table("context")["territories"].get(code, country_of(code))
    return country


@cache
def _signs() -> re.Pattern[str]:
    """The signs of money that one country alone has, by its code."""
    signs = table("context")["own_money"]
    return re.compile("|".join(rf"(?P<{code}>(?<!\w)(?:{alternatives(found)})\s?\d)" for code, found in signs.items()))


@cache
def _unclear() -> re.Pattern[str]:
    """The names with several meanings."""
    return re.compile(rf"\b(?:{alternatives(several())})\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def _of_heading(heading: str, meant: tuple[tuple[str, str], ...]) -> str:
    """The place that a heading names last; empty where it names none."""
    return last_place(heading, heading_places(heading, dict(meant)))


@lru_cache(maxsize=256)
def _pair_of_headings(section: tuple[str, ...], meant: tuple[tuple[str, str], ...]) -> str:
    """The two places that a heading names together, the innermost first; empty where none does."""
    for heading in reversed(section):
        for place_group in place_groups(heading, heading_places(heading, dict(meant))):
            if len(set(place_group.codes)) == _TWO:
                return place_group.code
    return ""


@cache
def _firms() -> re.Pattern[str]:
    """The name of a firm, which ends a line or stands before what it reports."""
    firms = alternatives(table("context")["name_parts"]["firms"])
    return re.compile(rf"\w,?\s(?i:{firms})(?:\Z|\s(?i:reports|announces|annual|quarterly|form)\b)")


@cache
def _own_offices() -> re.Pattern[str]:
    """The offices of a country whose names do not name it."""
    return re.compile(rf"\b(?:{alternatives(table('context')['own_offices'])})\b")


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('context')['offices']['words'])})\b", re.IGNORECASE)
