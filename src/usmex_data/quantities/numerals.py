"""Numbers as written: digits, number words, fractions, multipliers, vague plurals, each with its exact value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ..language import alternatives, table
from .model import Numeral

__all__ = ["numerals", "share", "trigger", "writes_comma"]

_FOUR_PLACES = Decimal("0.0001")
_PREFIXED = "".join(
    rf"|(?<={code})"
    for code in ("USD", "EUR", "GBP", "MXN", "CAD", "AUD", "JPY", "CNY", "RMB", "INR", "BRL", "CHF", "Rs", "Ps")
)
# After "a third", these go on speaking of a share; a noun would make it an ordinal ("a third party").
_SHARE_GOES_ON = (
    r"(?=\s*(?:[,.;:)\]—–]|$)|\s+(?:of|more|less|fewer|larger|smaller|higher|lower|bigger|the|as|since|from|in|to|between|compared|and|or"
    r"|were|was|are|is|have|had|has|who|that|which|said|say|on|at|by|over|during|lived?|work|rely|did|do|would|will|could|came|come|went|go|"
    r"reported|report|did|below|above|its|their|his|her|this|these|those|our|all|come|being|lack|own)\b)"
)


@cache
def trigger() -> re.Pattern[str]:
    """A pattern that finds whatever may begin a numeral; a text without it holds none."""
    numbers = table("numbers")
    words: set[str] = set()
    for name in ("cardinal", "scale", "vague", "vague_count", "ordinal", "denominator", "multiplier", "digit_class"):
        words.update(word.split(" ")[-1].split("-")[0] for word in numbers[name])
    words = (words | {"decade", "century"}) - {"a", "an"}
    return re.compile(rf"\d|[{''.join(numbers['superscript'])}]|\b(?:{alternatives(words)})", re.IGNORECASE)


_POINT_DIGITS = r"""
        \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d])                             # 447,000
      | \d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)                                   # 1.234.567
      | \d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}})+(?!\d)(?=\s?[A-Za-z%])     # 13 009 million
      | \d+,\d{{1,2}}(?=\s?(?:%|per\s?cent|(?:{scale})\b))                   # 1,5 %
      | \d+\s?[{super}] | [{super}]                                        # 2½
      | \d+\s\d/\d{{1,2}}(?![\d/]) | \d/\d{{1,2}}(?![\d/])                   # 3 1/4
      | \d+(?:\.\d+)? | \.\d+                                                # 5.1
    """
# Where a text plainly writes a decimal comma, the point groups thousands: "1.150 km at €187,40".
_COMMA_DIGITS = r"""
        \d{{1,3}}(?:[. \u00a0\u202f]\d{{3}})+(?:,\d+)?(?!\d)
      | \d+\s?[{super}] | [{super}]
      | \d/\d{{1,2}}(?![\d/])
      | \d+(?:,\d+)?
"""


@cache
def _pattern(comma: bool) -> re.Pattern[str]:
    numbers = table("numbers")
    unit, scale = alternatives(numbers["cardinal"]), alternatives(numbers["scale"])
    vague, parts = alternatives(numbers["vague"]), alternatives(numbers["denominator"])
    plural_scale = rf"(?:{scale})s?"
    super_ = "".join(numbers["superscript"])
    short = alternatives(numbers["scale_abbreviation"])
    seq = rf"(?:{unit}|{scale})(?:(?:\s*-\s*|\s+(?:and\s+)?)(?:{unit}|{scale})\b)*"
    small = rf"(?:\d{{1,3}}|{unit})"
    digits = (_COMMA_DIGITS if comma else _POINT_DIGITS).format(scale=scale, super=super_)
    return re.compile(
        rf"""
      (?P<odds>(?<![\w.,$€£-])(?:{small})\s+(?:in|out\s+of)(?:\s+every)?\s+(?:{small}|1,000|10,000|100,000|a\s+(?:hundred|thousand|million))\b(?!\s?[%/]|[.,-]\d|\s(?:percent|{scale}|years?|months?|days?|weeks?|hours?)\b))
    | (?P<even>(?<![\w.,$-])50\s?[-–/]\s?50\b|\bfifty-fifty\b)
    | (?P<odd_ratio>(?<![\w.,:$])\d+(?:\.\d+)?(?:\s?:\s?|-to-)\d+(?:\.\d+)?(?![\w:.%]))
    | (?P<klass>\b(?:{alternatives(numbers["digit_class"])})\b)
    | (?P<no_more>\bzero\s+or\s+(?:negative|less|below)\b)
    | (?P<few>\b(?:{alternatives(numbers["vague_count"])})\s+(?P<few_scale>{scale})\b)
    | (?P<tens>\b(?P<tens_of>{alternatives(numbers["vague_multiplier"])})\s+of\s+(?P<tens_what>{vague})\b)
    | (?P<vague>\b(?:{vague})\b)
    | (?P<part_of_scale>\b(?:(?P<pos_n>(?:a|one|two|three)\s+)?(?P<pos_d>half|quarter|third|quarters|thirds)(?:\s+of)?[\s-]+(?:an?\s+|one\s+)?(?P<pos_scale>{scale}))\b(?!s))
    | (?P<mixed_word>\b(?P<mw_n>{unit})\s+and\s+(?:a|one|three)\s+(?P<mw_d>half|quarter|quarters|third)\b(?:\s+(?P<mw_scale>{scale})\b)?)
    | (?P<fraction>\b(?P<fr_n>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d{{1,2}}))(?:-|\s+)(?P<fr_d>halves|thirds?|quarters|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|half|quarter)\b)
    | (?P<share>(?<=\ba\s)(?:third|quarter|fifth|tenth|sixth|eighth|fourth|seventh|ninth|twelfth){_SHARE_GOES_ON})
    | (?P<quarter_time>\bquarter(?=(?:-|\s+)(?:century|hour|mile|million)\b))
    | (?P<age>(?<=\ba\s)(?:decade|century)\b)
    | (?P<hundredth>(?<=\ba\s)(?:hundredth|thousandth)\b)
    | (?P<half>\b(?<!latter\s)(?<!other\s)half(?:-(?=(?:hour|century|decade|day|year|mile|dozen|percent)\b))?(?!-\w)\b)
    | (?P<times>(?<![\w.,$])(?P<times_n>\d+(?:\.\d+)?|(?:{unit}|{scale})(?:-(?:{unit}))?(?:\s+and\s+a\s+half)?)(?:(?:\s+|-)times?\b(?=\s+(?:as|the|more|less|fewer|greater|larger|smaller|bigger|higher|lower|faster|slower|longer|shorter|better|worse|that|those|what|its|their|his|her|likelier|cheaper|stronger|heavier|older|our|your|average|median|[A-Z]\w+['’]s|a\b|GDP|earnings|revenue)|[,.;)])|-?fold\b|x\b(?!\d)))
    | (?P<multiplier>\b(?:{alternatives(numbers["multiplier"])})\b(?!-(?:digit|edged|check|blind|counting|click|decker)))
    | (?P<ordinal>\b(?:(?:{alternatives(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])})-)?(?:{alternatives(numbers["ordinal"])})\b(?!-(?:{parts}))|(?<![\w.,])\d{{1,3}}(?:st|nd|rd|th)\b)
    | (?P<digits>(?:(?<![A-Za-z\d_.,]){_PREFIXED}|(?<=[A-Za-z][$£€])|(?<=[\s($€£¥][,.])(?=\d)|(?<=\.\.))(?:{digits})(?:\s?(?:±|\+/-)\s?\d+(?:\.\d+)?)?
        (?:(?:[\s-]*)(?P<dg_scale>(?:{scale})(?:\s+(?:{scale}))?)\b|\s?(?P<dg_short>{short})(?![\w/]|['’]))?(?!s\b))
    | (?P<words>\b(?:(?:{seq}))(?!-\w*\d)\b(?!s\b))
    """,
        re.VERBOSE | re.IGNORECASE,
    )


_COMMA = re.compile(r"(?<![\d,.])\d+,\d{1,2}(?![\d,])")
_POINT = re.compile(r"(?<![\d,.])\d+\.\d{1,2}(?![\d.])")


def writes_comma(text: str) -> bool:
    """Whether a text plainly writes decimals with a comma ("1,5 %"): three such figures at least, and few with a point."""
    commas = sum(1 for _ in _COMMA.finditer(text))
    return commas >= 3 and commas > 2 * sum(1 for _ in _POINT.finditer(text))


def numerals(text: str, *, comma: bool = False) -> Iterator[Numeral]:
    """The numerals of a text in order, none overlapping; ``comma`` where it writes decimals with a comma."""
    position = 0
    pattern = _pattern(comma)
    while match := pattern.search(text, position):
        numeral = _read(match, comma)
        position = max(numeral.end if numeral else match.end(), match.start() + 1)
        if numeral:
            yield numeral


def share(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A fraction as percent, four places where it does not end sooner (a third: 33.3333)."""
    return _plain((numerator * 100 / denominator).quantize(_FOUR_PLACES))


def _read(match: re.Match[str], comma: bool) -> Numeral | None:
    if match["digits"] is not None:
        return _digits(match, comma)
    for name, read in _READERS.items():
        if match[name] is not None:
            return read(match)
    raise AssertionError(f"no reader for {match[0]!r}")


def _number(word: str) -> Decimal:
    """The value of a small number in digits or one word."""
    word = word.strip().lower()
    if word in ("a", "an"):
        return Decimal(1)
    numbers = table("numbers")
    for name in ("cardinal", "scale"):
        if word in numbers[name]:
            return Decimal(numbers[name][word])
    if "-" in word or " " in word:
        return _sequence(word)[0]
    return Decimal(word.replace(",", ""))


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _odds(match: re.Match[str]) -> Numeral:
    first, second = re.split(r"\s+(?:in|out\s+of)(?:\s+every)?\s+", match["odds"], maxsplit=1, flags=re.IGNORECASE)
    top, bottom = _number(first), _number(re.sub(r"^a\s+", "", second, flags=re.IGNORECASE))
    if top >= bottom or bottom == 0:  # "ten in five", "1 in 1": no share; read the first number alone
        return Numeral(match.start(), match.start() + len(first), "cardinal", top, spelled=not first[0].isdigit())
    return Numeral(match.start(), match.end(), "odds", share(top, bottom), spelled=not first[0].isdigit())


def _even(match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.end(), "fraction", Decimal(50))


def _odd_ratio(match: re.Match[str]) -> Numeral | None:
    first, second = re.split(r"\s?:\s?|-to-", match["odd_ratio"], maxsplit=1)
    if not Decimal(second):
        return None
    return Numeral(
        match.start(), match.end(), "multiplier", _plain((Decimal(first) / Decimal(second)).quantize(_FOUR_PLACES))
    )


def _klass(match: re.Match[str]) -> Numeral:
    low, high = table("numbers")["digit_class"][re.sub(r"\s+", " ", match["klass"].lower())]
    return Numeral(
        match.start(), match.end(), "digit_class", Decimal(low), high=Decimal(high), modifier="range", spelled=True
    )


def _no_more(match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.end(), "cardinal", Decimal(0), modifier="at_most", spelled=True)


def _few(match: re.Match[str]) -> Numeral:
    words = re.sub(r"\s+", " ", match["few"][: match.start("few_scale") - match.start("few")].strip().lower())
    count = table("numbers")["vague_count"][words]
    scale = table("numbers")["scale"][match["few_scale"].lower()]
    return Numeral(match.start(), match.end(), "vague", Decimal(count), Decimal(scale), spelled=True, modifier="approx")


def _tens(match: re.Match[str]) -> Numeral:
    numbers = table("numbers")
    count = numbers["vague_multiplier"][match["tens_of"].lower()]
    scale = numbers["vague"][match["tens_what"].lower()]
    return Numeral(
        match.start(), match.end(), "vague", Decimal(count), Decimal(scale), spelled=True, modifier="at_least"
    )


def _vague(match: re.Match[str]) -> Numeral:
    value = table("numbers")["vague"][match["vague"].lower()]
    return Numeral(match.start(), match.end(), "vague", Decimal(1), Decimal(value), spelled=True, modifier="at_least")


def _part_of_scale(match: re.Match[str]) -> Numeral:
    numbers = table("numbers")
    top = _number(match["pos_n"] or "one")
    scale = Decimal(numbers["scale"][match["pos_scale"].lower()])
    bottom = Decimal(numbers["denominator"][match["pos_d"].lower()])
    start = match.start("pos_d") if (match["pos_n"] or "").strip().lower() == "a" else match.start()
    return Numeral(start, match.end(), "cardinal", _plain((top * scale / bottom).quantize(_FOUR_PLACES)), spelled=True)


def _mixed_word(match: re.Match[str]) -> Numeral:
    numbers = table("numbers")
    part = Decimal(1) / numbers["denominator"][match["mw_d"].lower()]
    if "three" in match[0].lower().split("and", 1)[1]:
        part *= 3
    scale = Decimal(numbers["scale"][match["mw_scale"].lower()]) if match["mw_scale"] else Decimal(1)
    return Numeral(match.start(), match.end(), "cardinal", _number(match["mw_n"]) + part, scale, spelled=True)


def _fraction(match: re.Match[str]) -> Numeral:
    bottom = Decimal(table("numbers")["denominator"][match["fr_d"].lower()])
    return Numeral(match.start(), match.end(), "fraction", share(_number(match["fr_n"]), bottom), spelled=True)


def _share(match: re.Match[str]) -> Numeral:
    bottom = Decimal(table("numbers")["denominator"][match[0].lower()])
    return Numeral(match.start(), match.end(), "fraction", share(Decimal(1), bottom), spelled=True)


def _hundredth(match: re.Match[str]) -> Numeral:
    return Numeral(
        match.start(),
        match.end(),
        "fraction",
        Decimal("1") if match[0].lower() == "hundredth" else Decimal("0.1"),
        spelled=True,
    )


def _quarter_time(match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.end(), "fraction", Decimal(25), spelled=True)


def _age(match: re.Match[str]) -> Numeral:
    """ "a decade", "a century": a number and its unit in one word."""
    return Numeral(
        match.start(),
        match.end(),
        "cardinal",
        Decimal(10 if match[0].lower() == "decade" else 100),
        spelled=True,
        unit="year",
    )


def _half(match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.start() + 4, "fraction", Decimal(50), spelled=True)


def _times(match: re.Match[str]) -> Numeral:
    words = match["times_n"].lower()
    half = re.search(r"\s+and\s+a\s+half$", words)
    value = _number(words[: half.start()] if half else words) + (Decimal("0.5") if half else 0)
    return Numeral(match.start(), match.end(), "multiplier", value, spelled=not words[0].isdigit())


def _multiplier(match: re.Match[str]) -> Numeral:
    value, change = table("numbers")["multiplier"][match[0].lower()]
    return Numeral(match.start(), match.end(), "multiplier", Decimal(value), spelled=True, change=change)


def _ordinal(match: re.Match[str]) -> Numeral:
    word = match[0].lower()
    ordinals, cardinals = table("numbers")["ordinal"], table("numbers")["cardinal"]
    if word[0].isdigit():
        value = Decimal(re.sub(r"\D", "", word))
    else:
        tens, _, last = word.rpartition("-")
        value = Decimal(ordinals[last] + (cardinals[tens] if tens else 0))
    return Numeral(match.start(), match.end(), "ordinal", value, spelled=not word[0].isdigit())


def _digits(match: re.Match[str], comma: bool) -> Numeral:
    numbers = table("numbers")
    tail = (
        match.start("dg_scale") if match["dg_scale"] else match.start("dg_short") if match["dg_short"] else match.end()
    )
    written = match.string[match.start() : tail].rstrip(" -\u00a0\t\n")
    end, scale = match.end(), Decimal(1)
    if match["dg_scale"]:
        for word in match["dg_scale"].lower().split():
            scale *= numbers["scale"][word]
    elif match["dg_short"]:
        short = match["dg_short"]
        known = numbers["scale_abbreviation"].get(short)
        if known and (short not in numbers["scale_needs_currency"]["letters"] or _after_currency(match)):
            scale = Decimal(known)
        else:
            end = match.start() + len(written)
    return Numeral(match.start(), end, "cardinal", _decimal(written, comma), scale)


def _after_currency(match: re.Match[str]) -> bool:
    """Whether a currency sign or code stands before the digits, so that "m" means million."""
    return bool(re.search(r"(?:[$€£¥]|[A-Z]{3}|Rs|R\$)\s?\Z", match.string[max(0, match.start() - 4) : match.start()]))


def _decimal(written: str, comma: bool) -> Decimal:
    numbers = table("numbers")["superscript"]
    for sign, fraction in numbers.items():
        if sign in written:
            top, bottom = fraction.split("/")
            whole = written.replace(sign, "").strip()
            return Decimal(whole or 0) + _plain((Decimal(top) / Decimal(bottom)).quantize(_FOUR_PLACES))
    if "/" in written:
        whole, _, fraction = written.rpartition(" ")
        top, bottom = fraction.split("/")
        if not Decimal(bottom):
            return Decimal(top)
        return Decimal(whole or 0) + _plain((Decimal(top) / Decimal(bottom)).quantize(_FOUR_PLACES))
    plain = re.sub(r"[\s\u00a0\u202f\u2009]", "", re.sub(r"\s?(?:±|\+/-).*", "", written))
    if comma:
        return Decimal(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", plain):
        return Decimal(plain.replace(".", ""))
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        return Decimal(plain.replace(",", "."))
    return Decimal(plain.replace(",", ""))


def _words(match: re.Match[str]) -> Numeral:
    value, length = _sequence(match["words"])
    return Numeral(match.start(), match.start() + length, "cardinal", value, spelled=True)


_TOKEN = re.compile(r"[A-Za-z]+")


def _sequence(words: str) -> tuple[Decimal, int]:
    """The value of the longest run of number words that makes one number, and that run's length.

    "two hundred and five" is 205; "five six" ends behind "five", "two and three" behind "two".
    """
    cardinals, scales = table("numbers")["cardinal"], table("numbers")["scale"]
    total, group, length = Decimal(0), Decimal(0), 0
    last: int | None = None  # the value of the last word of the group, None at a group's start
    lowest = Decimal(10) ** 30
    after_and = False
    for token in _TOKEN.finditer(words):
        word = token[0].lower()
        if word == "and":
            if last is not None or not (group >= 100 or total):
                break
            after_and = True
            continue
        if word in cardinals:
            value = cardinals[word]
            if last is not None and not (last >= 20 and last % 10 == 0 and last < 100 and 0 < value < 10):
                break
            group, last = group + value, value
        elif scales[word] == 100:
            if after_and or group >= 100:
                break
            group, last = (group or 1) * 100, None
        elif word == "dozen":
            total, group, length = total + (group or 1) * 12, Decimal(0), token.end()
            break
        else:
            if after_and and not group or Decimal(scales[word]) >= lowest:
                break
            lowest = Decimal(scales[word])
            total, group, last = total + (group or 1) * lowest, Decimal(0), None
        after_and, length = False, token.end()
    return total + group, length


_READERS = {
    "odds": _odds,
    "even": _even,
    "odd_ratio": _odd_ratio,
    "klass": _klass,
    "no_more": _no_more,
    "few": _few,
    "tens": _tens,
    "vague": _vague,
    "part_of_scale": _part_of_scale,
    "mixed_word": _mixed_word,
    "fraction": _fraction,
    "share": _share,
    "quarter_time": _quarter_time,
    "age": _age,
    "hundredth": _hundredth,
    "half": _half,
    "times": _times,
    "multiplier": _multiplier,
    "ordinal": _ordinal,
    "words": _words,
}
