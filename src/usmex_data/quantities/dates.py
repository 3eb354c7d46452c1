"""Dates as prose writes them, read into EDTF (ISO 8601-2): the part of a text that is a time, not an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from ..language import alternatives, table
from ..language.phrases import Tokens, first_words, tokens
from .date_forms import edtf
from .fiscal import UNKNOWN, Fiscal, federal, shifted
from .unit_names import named_unit

__all__ = ["DateMatch", "dates", "with_year"]

_YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
_EDGE = r"(?![\w%]|[.,]\d{3}\b|\.\d(?!\d)|,\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DATE = r"""
    (?<![\w$€£¥.,/])(?:
      (?P<none>{year}-\d\d-\d\d)(?!\d)(?<!-0[1-9]-0[1-9])(?<!-0[1-9]-[12]\d)(?<!-0[1-9]-3[01])
        (?<!-1[0-2]-0[1-9])(?<!-1[0-2]-[12]\d)(?<!-1[0-2]-3[01])                                # 2019-13-45
    # three months ended June 30, 2023; year to March 2021
    | (?:(?:(?P<end_n>{stretch_counts}|[1-9]\d?)[-\s]+(?P<end_unit>{stretch_units})(?:\s+(?:{stretch_periods}))?)
        |(?P<end_alone>{stretch_alone}))\s+(?:{stretch_ended})\s+
        (?:(?P<end_m>{month})(?:\s+(?P<end_d>{day}))?|(?P<end_d2>{day})\s+(?P<end_m2>{month}))
        (?:,?\s+(?P<end_y>{year}))?{edge}
    # December 2022 quarter; December quarter of 2022
    | (?P<mq>{month})\s+(?:(?P<mq_y>{year})\s+)?(?:{stretch_quarter})
        (?:,?\s+(?:(?:{of})\s+)?(?P<mq_y2>{year}){edge})?(?!\w)
    # second and third quarters of 2023; first to third quarters
    | (?P<qs>{order})(?:\s+(?:{stretch_join})\s+|\s?[-–]\s?)(?:the\s+)?(?P<qs_2>{order})\s+(?P<qs_of>{spans})s
        (?:\s+(?:{of}))?(?:\s+(?:{fiscal}))?\s+(?P<qs_y>{year}){edge}
    | Q(?P<qq>[1-4])\s?(?:[-–/&]|{stretch_join})\s?Q(?P<qq_2>[1-4])\s?[-/,]?\s?(?:(?:{of})\s+)?(?P<qq_y>{year}){edge}
    | (?P<nq>[1-4])(?P<nq_of>[QHqh])\s?[-/]?\s?['’]?(?P<nq_y>{year}|\d\d)(?!\w)                # 2Q23, 1H 2023
    # Q1 FY24; second quarter of fiscal 2024
    | (?:Q(?P<fq>[1-4])|H(?P<fh>[12])|(?P<fo>{order})[-\s]+(?P<fo_of>{spans}))(?:\s+(?:{of}))?(?:\s+(?:the|our))?\s*
        [-/,]?\s?(?P<fq_word>{fiscal_all})\s?['’]?(?P<fq_y>{year}|\d\d)(?:\s?[-–/]\s?(?P<fq_y2>{year}|\d\d))?(?!\w)
    # fiscal 2024's first quarter
    | (?P<yq_word>{fiscal_all})\s?['’]?(?P<yfq>{year}|\d\d)(?:['’]s)?\s+(?:Q(?P<yfq_q>[1-4])|(?P<yfq_o>{order})[-\s]+
        (?P<yfq_of>{spans}))(?!\w)
    # winter 2019-20
    | (?P<season_2>{seasons})(?:\s+(?:{of}))?,?\s+(?P<season_2y>{year})\s?[-–/]\s?(?:{year}|\d\d){edge}
    | (?P<iso>{year}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![-\d])                   # 2020-02-29
    # 5/31/2022
    | (?P<slash>(?:0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])(?:0?[1-9]|[12]\d|3[01])(?P=sep)(?:{year}|\d\d))(?![/.\d-]\d|\d)
    | (?P<mdy>{month})\s+(?P<mdy_d>{day})                                                        # June 1
        (?:\s?(?:[-–—]|{joins})\s?(?:(?P<mdy_m2>{month})\s+)?(?P<mdy_d2>{day}))?                 # -2
        (?:,?\s+(?P<mdy_y>{year}))?{edge}                                                        # , 2022
    | (?P<dmy_d>{day})\s+(?:(?:{of})\s+)?(?P<dmy>{month})(?:,?\s+(?P<dmy_y>{year}))?(?!\w)       # 20 January 2021
    | (?:(?:{parts})[-\s]+)?(?P<my>{month})(?:\s?(?:[-–—]|\s(?:{joins})\s)\s?(?P<my_m2>{month}))?
        ,?\s+(?:(?:{of})\s+)?(?P<my_y>{year}){edge}                                              # March to May 2020
    | (?P<season>{seasons})(?:\s+(?:{of}))?,?\s+(?P<season_y>{year}){edge}                       # spring 2020
    | Q(?P<q>[1-4])(?:\s?[-/]?\s?(?:(?:{of})\s+)?(?P<q_y>{year}))?(?!\w)                         # Q3 2021
    | (?P<yq>{year})\s?[-:]?\s?Q(?P<yq_q>[1-4])(?!\w)                                            # 2021-Q3
    | H(?P<h>[12])\s?(?:(?:{of})\s+)?(?P<h_y>{year})(?!\w)                                       # H1 2021
    | (?P<part>{order})[-\s]+(?P<part_of>{spans})(?:\s+(?:{of}))?
        # third quarter of 2021
        (?:\s+(?:the\s+)?(?:(?:{adjectives})\s+)?(?:{fiscal_year}))?,?(?:\s+(?:(?:{of})\s+)?(?P<part_y>{year}))?(?!\w)
    # first nine months of 2021
    | (?P<some>{first_or_last})\s+(?P<some_n>{counts})\s+(?P<some_of>{some_months})\s+(?P<some_y>{year}){edge}
    # FY 2023-24; fiscal years 2021 through 2023
    | (?P<fiscal_word>{fiscal_all})\s?['’]?(?P<fiscal>{year}|\d\d)
        (?:(?:\s?[-–/]\s?|\s(?:{through})\s(?=(?:1[5-9]|2[01])\d\d))(?P<fiscal_2>{year}|\d\d))?(?![\w%]|[.,]\d)
    # 2022-23 fiscal year; the 2023–2024 marketing year
    | (?P<yf>{year})(?:\s?[-–/]\s?(?P<yf_2>{year}|\d\d))?\s+(?P<yf_word>{fiscal_all})(?!\w)
    | CY\s?(?P<calendar>{year})(?!\w)
    | (?:(?:{parts})[-\s]*)?(?P<decade>(?:1[5-9]|20|21)\d0)['’]?s(?!\w)                          # 1990s
    # 2012-13
    | (?P<span>{year})\s?(?:[-–—/]|\s(?:{year_joins})\s)\s?(?P<span_2>{year}|(?<=[-–—/])\d\d|(?<=[-–—/]\s)\d\d){edge}
    # 2016.14: a note's mark
    | (?P<marked>{year})(?=\.\d\d?(?!\d))
    | (?P<year>{year}){edge}
    )"""
_AT_END = re.compile(r"\s*(?:$|[.,;:)](?!\d)|and\b)")
_CAPITAL = re.compile(r"[&-]|\s[A-Z]")
_LONG = 16
"""How far before a year the word may stand that makes it one, in characters."""
_HEDGE = 48
"""How far before it a hedge may begin that makes it an amount."""


class DateMatch(NamedTuple):
    """A date's span in the text and its EDTF form (empty where the text gives no year).

    ``doubtful`` says that a fiscal year is meant of which nobody says when it begins.
    """

    start: int
    end: int
    period: str
    doubtful: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    words = table("dates")
    names = {form for names in words["months"] for name in names for form in (name, name.upper())}
    month = rf"(?:{alternatives(names)})\b\.?"
    cardinals = table("numbers")["cardinal"]
    counts = alternatives(word for word, value in cardinals.items() if 1 < value < 12)
    stretches = {f"stretch_{name}": rf"(?i:{alternatives(found)})" for name, found in words["stretches"].items()}
    fiscal = words["fiscal"]
    filled = _DATE.format(
        year=_YEAR, edge=_EDGE, day=_DAY, month=month, counts=rf"(?i:{counts})",
        **{name: rf"(?i:{alternatives(words[name])})" for name in (
            "joins", "year_joins", "of", "parts", "seasons", "order", "spans", "first_or_last", "some_months")},
        **stretches,
        stretch_counts=rf"(?i:{alternatives(word for word, value in cardinals.items() if 1 < value < 53)})",
        through=rf"(?i:{alternatives(words['fiscal_through'])})",
        fiscal=rf"(?i:{alternatives(fiscal['words'])})",
        fiscal_all=rf"(?i:{alternatives([*fiscal['words'], *fiscal['federal'], *fiscal['other']])})",
        adjectives=rf"(?i:{alternatives(fiscal['adjectives'])})",
        fiscal_year=rf"(?i:{alternatives(fiscal['year'])})",
    )  # fmt: skip
    return re.compile(filled, re.VERBOSE)


@cache
def _amount() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind and before a four-digit number that is an amount: "2000 MW", "about 1800"."""
    words = table("dates")["amount"]
    return (
        re.compile(
            rf"\s*(?:[%°]|(?:{alternatives(words['after'])})\b(?!-)|(?P<people>{alternatives(words['people'])})\b)"
        ),
        re.compile(rf"(?:[$€£¥]|=|\b(?:{alternatives(words['before'])}))\s*$", re.IGNORECASE),
    )


@cache
def _of_time() -> re.Pattern[str]:
    """What makes a year of a number before people: "In 2019 women …"."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['amount']['time'])})\s\Z", re.IGNORECASE)


@cache
def _of_year() -> re.Pattern[str]:
    """What makes a year of a hedged number, or of one that something is compared with: "since about", "12% below"."""
    words = table("dates")["amount"]
    return re.compile(rf"(?:%|\b(?:{alternatives([*words['since'], *words['shares']])}))\s+\Z", re.IGNORECASE)


@cache
def _level() -> re.Pattern[str]:
    """What makes a year of a number that something is compared with, behind it: "well below 2019 levels"."""
    return re.compile(rf"\s+(?:{alternatives(table('dates')['amount']['levels'])})\b")


@cache
def _all_over() -> re.Pattern[str]:
    """What means through a year and no amount: "lost 12% over 2023"."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['amount']['through'])})\s\Z")


@cache
def _may_hold() -> re.Pattern[str]:
    """What every date holds: a digit, or the word of a part of a year."""
    return re.compile(rf"\d|\b(?:{alternatives(table('dates')['spans'])})\b")


@cache
def _begins() -> frozenset[str]:
    """The words with which a date may begin, if with none of digits; all that the pattern has must be here."""
    words = table("dates")
    names = [name for names in words["months"] for name in names]
    others = (words[name] for name in ("parts", "seasons", "order", "first_or_last"))
    fiscal = (words["fiscal"][name] for name in ("words", "federal", "other"))
    counts = (word for word, value in table("numbers")["cardinal"].items() if 1 < value < 53)
    alone = words["stretches"]["alone"]
    return first_words([*names, *chain.from_iterable([*others, *fiscal]), *counts, *alone, "Q", "H", "CY"])


def dates(
    text: str, start: int, end: int, words: Tokens | None = None, fiscal: Fiscal = UNKNOWN
) -> Iterator[DateMatch]:
    """The dates in ``text[start:end]``, in order; ``words`` are its tokens, where they are known.

    ``fiscal`` says when the text's fiscal years begin. A year that a list goes on with stands for the same part of it:
    "December 31, 2023 and 2022".
    """
    words = tokens(text[start:end]) if words is None else words
    places = words.starts(_begins(), numbers=True)
    if not places or not _may_hold().search(text, start, end):
        return
    position = start
    last: DateMatch | None = None
    named = ""
    for place in places:
        match = _pattern().match(text, start + place, end) if start + place >= position else None
        if match is None:
            continue
        position = match.end()
        if (match["year"] or match["span"]) and _is_amount(text, match, start):
            continue
        if match["span"] and _is_list(text, match, last, end):
            first = DateMatch(match.start(), match.start() + len(match["span"]), match["span"])
            first = _as_before(text, first, last, named)
            second = DateMatch(match.end() - len(match["span_2"]), match.end(), match["span_2"])
            yield first
            last, named = first, match["span"]
            found = _as_before(text, second, last, named)
            named = match["span_2"]
        else:
            found = _read(match, fiscal)
            found, named = _as_before(text, found, last, named) if match["year"] else found, _last_year(match)
        last = found
        yield found


def _is_list(text: str, match: re.Match[str], last: DateMatch | None, end: int) -> bool:
    """Whether two years are no span but two of a list: the later first, a list before them, or figures for each."""
    if len(match["span_2"]) < 4 or not match[0][len(match["span"]) :].strip()[0].isalpha():
        return False
    if match["span"] > match["span_2"]:
        return True
    if last is not None and _lists().fullmatch(text, last.end, match.start()):
        return True
    return bool(_each().search(text, match.end(), min(end, match.end() + _LONG)))


@cache
def _each() -> re.Pattern[str]:
    """What says that each of the years before has a figure of its own."""
    return re.compile(rf"\b(?i:{alternatives(table('dates')['each'])})\b")


def with_year(text: str, year: str) -> str:
    """The period of a day, month, quarter or stretch in a year; empty where the words are no such date."""
    whole = f"{text.rstrip('., ')} {year}"
    return next((date.period for date in dates(whole, 0, len(whole)) if date.start == 0 and date.period != year), "")


def _read(match: re.Match[str], fiscal: Fiscal) -> DateMatch:
    word = next((match[name] for name in _FISCAL if match[name]), "")
    fiscal = _meant(word, fiscal) if word else fiscal
    period = edtf(match, fiscal)
    spans_two = bool(match["fiscal_2"]) and fiscal.month == 0
    own = word and word.lower() not in _named("other")
    return DateMatch(match.start(), match.end(), period, bool(own and period and not fiscal.month and not spans_two))


_FISCAL = ("fiscal_word", "yf_word", "fq_word", "yq_word")


@cache
def _named(which: str) -> frozenset[str]:
    return frozenset(word.lower() for word in table("dates")["fiscal"][which])


def _meant(word: str, fiscal: Fiscal) -> Fiscal:
    """Whose fiscal year a word means: "FFY" the United States', "school year" none whose months are known."""
    low = " ".join(word.lower().split())
    if low in _named("federal"):
        return federal()
    return UNKNOWN if low in _named("other") else fiscal


@cache
def _lists() -> re.Pattern[str]:
    """What stands between the years of a list."""
    return re.compile(rf"\s*(?:,|&|/|,?\s+(?:{alternatives(table('dates')['lists'])}))\s*")


@cache
def _span_open() -> re.Pattern[str]:
    """What leads a span in, whose second year is no member of a list."""
    return re.compile(rf"\b(?i:{alternatives(table('periods')['times']['span_from'])})\s+(?:the\s+)?\Z")


def _as_before(text: str, found: DateMatch, last: DateMatch | None, named: str) -> DateMatch:
    """A bare year of a list as the same part of that year as the date before: "June 30, 2024 and 2023"."""
    if last is None or len(named) != 4 or (last.period in ("", named) and not last.doubtful):
        return found
    if not _lists().fullmatch(text, last.end, found.start):
        return found
    if _span_open().search(text, max(0, last.start - _LONG), last.start):
        return found
    years = int(found.period) - int(named)
    return DateMatch(found.start, found.end, shifted(last.period, years), last.doubtful)


def _last_year(match: re.Match[str]) -> str:
    """The year that a date names, of four digits; empty where it names none, or two."""
    years = {match[name] for name in _YEARS if match[name]}
    return years.pop() if len(years) == 1 else ""


_YEARS = (
    "mdy_y", "dmy_y", "my_y", "part_y", "q_y", "end_y", "mq_y", "mq_y2", "fiscal", "fq_y", "yfq", "year", "yf", "nq_y",
    "season_y",
)  # fmt: skip


def _is_amount(text: str, match: re.Match[str], start: int) -> bool:
    after, before = _amount()
    leading = text[max(start, match.start() - _HEDGE) : match.start()]
    counted = after.match(text, match.end())
    if counted:
        return counted["people"] is None or not _of_time().search(leading)
    if not match["span"] and not _of_time().search(leading) and _is_measured(text, match.end(), leading):
        return True
    if _all_over().search(leading) and _AT_END.match(text, match.end()):
        return False
    hedge = None if match["span"] else before.search(leading)
    return hedge is not None and not (_of_year().search(leading[: hedge.start()]) or _level().match(text, match.end()))


def _is_measured(text: str, position: int, leading: str) -> bool:
    """Whether a unit stands behind a number, or a plural whose verb stands before: "1500 W", "hired 1600 engineers"."""
    unit = named_unit(text, position, spelled=False)
    if unit is not None:
        written = text[unit.start : unit.end]
        alone = text[unit.end : unit.end + 1] != "-" and (len(written) > 1 or not _CAPITAL.match(text, unit.end))
        if alone and written.rstrip(".") not in table("dates")["amount"]["no_unit"] and unit.start - position <= 1:
            return True
    return bool(_counting().search(leading)) and bool(_plural().match(text, position))


@cache
def _counting() -> re.Pattern[str]:
    """A verb whose object is counted: "planted 1800 trees"."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['amount']['counting'])})\s\Z", re.IGNORECASE)


@cache
def _plural() -> re.Pattern[str]:
    """A plural that is counted: none of what a year has, such as results."""
    words = alternatives(table("dates")["amount"]["of_years"])
    return re.compile(rf"\s(?:(?:[a-z-]{{2,20}})\s)?(?!(?:{words})\b)[a-z]{{2,20}}s\b(?<!ss)")
