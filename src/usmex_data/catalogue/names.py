"""What the codes of places and periods are called in prose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from ..language import table as words
from . import table

__all__ = ["MONTHS", "period", "place"]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<unsure>[~?%]?)")


@cache
def _names() -> Mapping[str, str]:
    places = words("places")
    names = {code: entry["names"][0] for kind in ("country", "subdivision") for code, entry in places[kind].items()}
    return names | {code: entry["name"] for code, entry in table("regions")["region"].items()}


def place(codes: str) -> str:
    """The names of the places of a cell: ``MEX+USA`` is ``Mexico and United States``; an unknown code as it is."""
    names = [_names().get(code, code) for code in codes.split("+") if code]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def period(edtf: str) -> str:
    """A period in words: ``2020-04`` is ``April 2020``, ``2008/..`` ``from 2008 on``; what is not known as it is."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _date(start)
    if end in ("..", ""):
        return f"from {_date(start)} on"
    if start in ("..", ""):
        return f"until {_date(end)}"
    return f"{_date(start)} to {_date(end)}"


def _date(edtf: str) -> str:
    found = _DATE.fullmatch(edtf)
    if found is None or int(found["month"] or 1) not in range(1, 13):
        return edtf
    about = "about " if found["unsure"] else ""
    day = f"{int(found['day'])} " if found["day"] else ""
    month = f"{MONTHS[int(found['month']) - 1]} " if found["month"] else ""
    return f"{about}{day}{month}{found['year']}"
