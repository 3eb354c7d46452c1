"""Dates as prose writes them, read into EDTF (ISO 8601-2): the part of a text that is a time, not an amount."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple

from ..language import alternatives, table
from ..language.phrases import Tokens, first_words, tokens
from .fiscal import UNKNOWN, Fiscal, federal, shifted, stretch

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
    | (?P<mq>{month})\s+(?:(?P<mq_y>{year})\s+)?(?:{stretch_quarter})(?:,?\s+(?:(?:{of})\s+)?(?P<mq_y2>{year}){edge})?(?!\w)
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
    | (?P<season_2>{seasons})(?:\s+(?:{of}))?,?\s+(?P<season_2y>{year})\s?[-–/]\s?(?:{year}|\d\d){edge}   # winter 2019-20
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
    | (?P<some>{first_or_last})\s+(?P<some_n>{counts})\s+(?:{some_months})\s+(?P<some_y>{year}){edge}
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
_LONGEST = 50
"""Two years of which the second has two digits are no further apart: "2019-13" is no span."""
_LONG = 16
"""How far before a year the word may stand that makes it an amount, in characters."""


class DateMatch(NamedTuple):
    """A date's span in the text and its EDTF form (empty where the text gives no year).

    ``doubtful`` says that a fiscal year is meant of which nobody says when it begins.
    """

    start: int
    end: int
    period: str
    doubtful: bool = False


@cache
def _months() -> dict[str, str]:
    """The number of each month's names, as two digits."""
    return {name.lower(): f"{number:02d}" for number, names in enumerate(table("dates")["months"], 1) for name in names}


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
        re.compile(rf"\s*(?:[%°]|(?:{alternatives(words['after'])})\b|(?P<people>{alternatives(words['people'])})\b)"),
        re.compile(rf"(?:[$€£¥]|=|\b(?:{alternatives(words['before'])}))\s*$", re.IGNORECASE),
    )


@cache
def _of_time() -> re.Pattern[str]:
    """What makes a year of a number before people: "In 2019 women …"."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['amount']['time'])})\s\Z", re.IGNORECASE)


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
    period = _edtf(match, fiscal)
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
    "mdy_y", "dmy_y", "my_y", "part_y", "q_y", "end_y", "mq_y", "mq_y2", "fiscal", "fq_y", "yfq", "year", "yf", "nq_y", "season_y",
)  # fmt: skip


def _is_amount(text: str, match: re.Match[str], start: int) -> bool:
    after, before = _amount()
    leading = text[max(start, match.start() - _LONG) : match.start()]
    counted = after.match(text, match.end())
    if counted:
        return counted["people"] is None or not _of_time().search(leading)
    if _all_over().search(leading) and _AT_END.match(text, match.end()):
        return False
    return not match["span"] and bool(before.search(leading))


def _edtf(match: re.Match[str], fiscal: Fiscal) -> str:
    """The EDTF form of a match; only its year where the calendar has no such day."""
    for name, build in _FISCAL_BUILDERS:
        if match[name]:
            return build(match, fiscal)
    for name, plain in _BUILDERS:
        if match[name]:
            period = plain(match)
            return period if _is_real(period) else period[:4]
    if match["span"]:
        return _years(match, fiscal)
    return ""


def _is_real(period: str) -> bool:
    """Whether the calendar has the days of a period, and its end is not before its start."""
    start, _, end = period.partition("/")
    for each in (start, end):
        if len(each) == 10:
            try:
                date.fromisoformat(each)
            except ValueError:
                return False
    return not end or start <= end


def _month(name: str) -> str:
    return _months()[name.rstrip(".").lower()]


def _number(day: str) -> str:
    return f"{int(day.rstrip('stndrh')):02d}"


def _century(year: str, like: str) -> str:
    """A year of two digits in the century of another, or early in the next: "2012-13", "1999-05"."""
    if len(year) == 4:
        return year
    full = like[:2] + year if like[2:] <= year else f"{int(like[:2]) + 1}{year}"
    return full if int(full) - int(like) < _LONGEST else like


def _iso(match: re.Match[str]) -> str:
    """A day or month; "2009-10", the next year's number, is a year that runs from one into the other."""
    year, _, rest = match["iso"].partition("-")
    return f"{year}/{int(year) + 1}" if rest == f"{(int(year) + 1) % 100:02d}" else match["iso"]


def _slash(match: re.Match[str]) -> str:
    """Month before day, unless points stand between or the first number is no month."""
    first, second, year = re.split(r"[/.-]", match["slash"])
    year = year if len(year) == 4 else ("20" + year if int(year) < 70 else "19" + year)
    month, day = (second, first) if match["sep"] == "." or int(first) > 12 else (first, second)
    return f"{year}-{int(month):02d}-{int(day):02d}" if int(month) <= 12 else year


def _month_day_year(match: re.Match[str]) -> str:
    if not match["mdy_y"]:
        return ""
    year, month = match["mdy_y"], _month(match["mdy"])
    first = f"{year}-{month}-{_number(match['mdy_d'])}"
    if not match["mdy_d2"]:
        return first
    month = _month(match["mdy_m2"]) if match["mdy_m2"] else month
    return f"{first}/{year}-{month}-{_number(match['mdy_d2'])}"


def _day_month_year(match: re.Match[str]) -> str:
    return f"{match['dmy_y']}-{_month(match['dmy'])}-{_number(match['dmy_d'])}" if match["dmy_y"] else ""


def _month_year(match: re.Match[str]) -> str:
    first = f"{match['my_y']}-{_month(match['my'])}"
    return f"{first}/{match['my_y']}-{_month(match['my_m2'])}" if match["my_m2"] else first


def _season(match: re.Match[str]) -> str:
    return f"{match['season_y']}-{table('dates')['seasons'][match['season'].lower()]}"


def _span(year: str | None, first: int, last: int) -> str:
    """Some months of a year; empty without a year."""
    return f"{year}-{first:02d}/{year}-{last:02d}" if year else ""


def _quarter(number: int, year: str | None) -> str:
    return _span(year, 3 * number - 2, 3 * number)


def _part(match: re.Match[str]) -> str:
    """A quarter, trimester or half, if a year has so many."""
    words = table("dates")
    number, length = words["order"][match["part"].lower()], words["spans"][match["part_of"].lower()]
    return _span(match["part_y"], (number - 1) * length + 1, number * length) if number * length <= 12 else ""


def _some_months(match: re.Match[str]) -> str:
    count = table("numbers")["cardinal"][match["some_n"].lower()]
    at_start = table("dates")["first_or_last"][match["some"].lower()] > 0
    return _span(match["some_y"], 1, count) if at_start else _span(match["some_y"], 13 - count, 12)


def _full(year: str) -> str:
    """A year of two digits in this century."""
    return year if len(year) == 4 else f"20{year}"


def _fiscal(match: re.Match[str], fiscal: Fiscal) -> str:
    year = _full(match["fiscal"])
    return fiscal.year(year, _century(match["fiscal_2"], year) if match["fiscal_2"] else "")


def _year_fiscal(match: re.Match[str], fiscal: Fiscal) -> str:
    return fiscal.year(match["yf"], _century(match["yf_2"], match["yf"]) if match["yf_2"] else "")


def _fiscal_part(match: re.Match[str], fiscal: Fiscal) -> str:
    """ "Q1 FY24", "second half of fiscal 2023-24"."""
    year = _full(match["fq_y"])
    last = _century(match["fq_y2"], year) if match["fq_y2"] else ""
    if match["fo"]:
        return fiscal.part(year, last, *_order(match["fo"], match["fo_of"]))
    number, length = (int(match["fq"]), 3) if match["fq"] else (int(match["fh"]), 6)
    return fiscal.part(year, last, number, length)


def _part_of_fiscal(match: re.Match[str], fiscal: Fiscal) -> str:
    """ "fiscal 2024 first quarter"."""
    place = (int(match["yfq_q"]), 3) if match["yfq_q"] else _order(match["yfq_o"], match["yfq_of"])
    return fiscal.part(_full(match["yfq"]), "", *place)


def _years(match: re.Match[str], fiscal: Fiscal) -> str:
    """Two years: "1994-2016"; "2022-23" is a fiscal year where those are known not to be the calendar's."""
    first, last = match["span"], _century(match["span_2"], match["span"])
    if len(match["span_2"]) == 2 and fiscal.month > 1 and int(last) == int(first) + 1:
        return fiscal.year(first, last)
    return f"{first}/{last}" if first <= last else first


def _ended(match: re.Match[str]) -> str:
    """A stretch that a date ends: whole months, by the month of its last day; weeks where they come to months."""
    if not match["end_y"]:
        return ""
    words = table("dates")["stretches"]
    if match["end_alone"]:
        length = words["alone"][" ".join(match["end_alone"].lower().split())]
    else:
        count = match["end_n"].lower()
        number = int(count) if count.isdigit() else int(table("numbers")["cardinal"][count])
        unit = words["units"][match["end_unit"].lower()]
        length = number * unit if unit else round(number * 12 / 52)
    day = int(_number(match["end_d"] or match["end_d2"] or "30"))
    month, year = int(_month(match["end_m"] or match["end_m2"])), int(match["end_y"])
    if day < _EARLY and match["end_unit"] and match["end_unit"].lower().startswith("week"):
        month, year = (month - 1, year) if month > 1 else (12, year - 1)
    return stretch(year, month, length, years=bool(match["end_alone"])) if length else f"{year}-{month:02d}"


def _month_quarter(match: re.Match[str]) -> str:
    """ "the June 2023 quarter", "the December quarter of 2022"."""
    year = match["mq_y"] or match["mq_y2"]
    return stretch(int(year), int(_month(match["mq"])), 3) if year else ""


def _order(number: str, length: str) -> tuple[int, int]:
    words = table("dates")
    return words["order"][number.lower()], words["spans"][length.lower()]


def _quarters(match: re.Match[str]) -> str:
    """ "the second and third quarters of 2023"."""
    (first, length), last = _order(match["qs"], match["qs_of"]), table("dates")["order"][match["qs_2"].lower()]
    return _span(match["qs_y"], (first - 1) * length + 1, last * length) if first < last else match["qs_y"]


def _number_quarter(match: re.Match[str]) -> str:
    """ "2Q23", "1H 2023"."""
    number, year = int(match["nq"]), _full(match["nq_y"])
    if match["nq_of"] in "Qq":
        return _quarter(number, year)
    return _span(year, 6 * number - 5, 6 * number) if number <= 2 else year


def _season_of_two(match: re.Match[str]) -> str:
    """A season that lies in two years: a winter from December to February, else both years."""
    year = int(match["season_2y"])
    winter = table("dates")["seasons"][match["season_2"].lower()] == _WINTER
    return f"{year}-12/{year + 1}-02" if winter else f"{year}/{year + 1}"


_WINTER = 24
_EARLY = 8
"""Weeks that end so early in a month came before it: "thirteen weeks ended July 1"."""

_FISCAL_BUILDERS: tuple[tuple[str, Callable[[re.Match[str], Fiscal], str]], ...] = (
    ("fq_word", _fiscal_part),
    ("yq_word", _part_of_fiscal),
    ("yf_word", _year_fiscal),
    ("fiscal", _fiscal),
)
_BUILDERS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    ("none", lambda match: ""),
    ("end_m", _ended),
    ("end_m2", _ended),
    ("mq", _month_quarter),
    ("qs", _quarters),
    ("qq", lambda match: _span(match["qq_y"], 3 * int(match["qq"]) - 2, 3 * int(match["qq_2"]))),
    ("nq", _number_quarter),
    ("season_2", _season_of_two),
    ("iso", _iso),
    ("slash", _slash),
    ("mdy", _month_day_year),
    ("dmy", _day_month_year),
    ("my", _month_year),
    ("season", _season),
    ("q", lambda match: _quarter(int(match["q"]), match["q_y"])),
    ("yq", lambda match: _quarter(int(match["yq_q"]), match["yq"])),
    ("h", lambda match: _span(match["h_y"], 6 * int(match["h"]) - 5, 6 * int(match["h"]))),
    ("part", _part),
    ("some", _some_months),
    ("calendar", lambda match: str(match["calendar"])),
    ("decade", lambda match: match["decade"][:3] + "X"),
    ("marked", lambda match: str(match["marked"])),
    ("year", lambda match: str(match["year"])),
)
