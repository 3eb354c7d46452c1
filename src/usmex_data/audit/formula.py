"""Formulas over rows, and their verdict: the same from a declaration, from a rule, and from checks.csv alone.

A formula is one comparison, ``[a] + [b] == [c]``, or none: ``[a] / [b]`` says what follows, which is ``derived``. Rows
stand in brackets by their ids. ``perhaps(…)`` around a comparison says that there is a reason why it may fail and
nothing be wrong: then the verdict is ``cannot_tell``. ``read(…)`` around anything but a comparison, or nothing, leaves
all to the words, as a reader judged them. Known are ``+ - * /``, ``== < <= > >=``, numbers, and the functions

* ``when(a)``: the time that a row names, in years, where the row has a value too;
* ``first(a)`` and ``last(a)``: the first and the last year, month or day of a period;
* ``length(when(a))``: how long a period is, in years;
* ``completed(a)``: an age in completed years, which lasts a year: fourteen until the fifteenth birthday;
* ``latest_year(a)``: the last year that a reference names, or the footnote of a claim;
* ``count(a, b, …)``: how many rows there are;
* ``rank(a, b, …)``: the place of the first among all, the largest being 1;
* ``currency_signs``, ``currency_names``, ``times_named``, ``notations``, ``addresses``: what readings.py counts in the
  texts of rows.

``a == b`` asks whether one number could be both. ``a == b == c`` asks so for each two.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Final

from ..codebook.records import Claim
from ..errors import UsmexDataError
from ..official.model import Official
from .checks import Verdict
from .intervals import LEVELS, Interval, Measure, point
from .readings import COUNTS, Figure, latest_year, measure, time_of, value_of

__all__ = ["Outcome", "evaluate", "row_id", "written"]

_ROW: Final = re.compile(r"\[([^\[\]]+)\]")
_PLACES: Final = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a formula comes to."""

    verdict: Verdict
    left: str
    right: str
    tolerance: str


def row_id(row: Figure) -> str:
    """The id of a row of any table."""
    if isinstance(row, Official):
        return row.official_id
    return row.claim_id if isinstance(row, Claim) else row.quantity_id


def evaluate(formula: str, rows: Mapping[str, Figure]) -> Outcome:
    """What a formula comes to, worked out from the rows that it names.

    Raises ``UsmexDataError`` for a formula that cannot be read, or that names a row that there is not.
    """
    names: dict[str, Figure] = {}

    def name(match: re.Match[str]) -> str:
        row = rows.get(match[1])
        if row is None:
            raise _unreadable(formula, f"there is no row {match[1]!r}")
        names.setdefault(f"r{len(names)}_", row)
        return next(key for key, known in names.items() if known is row)

    try:
        tree = ast.parse(_ROW.sub(name, formula), mode="eval").body
    except SyntaxError as error:
        raise _unreadable(formula, str(error)) from None
    reckoner = _Reckoner(formula, names)
    match tree:
        case ast.Call(func=ast.Name(id="read"), args=[]):
            return Outcome("read", "", "", "")
        case ast.Call(func=ast.Name(id="read"), args=[inner]) if not isinstance(inner, ast.Compare):
            return replace(reckoner.outcome(inner), verdict="read")
        case ast.Call(func=ast.Name(id="perhaps"), args=[ast.Compare() as inner]):
            outcome = reckoner.outcome(inner)
            return replace(outcome, verdict="cannot_tell") if outcome.verdict == "does_not_hold" else outcome
    return reckoner.outcome(tree)


@dataclass(frozen=True, slots=True)
class _Reckoner:
    formula: str
    rows: Mapping[str, Figure]

    def outcome(self, tree: ast.expr) -> Outcome:
        if not isinstance(tree, ast.Compare):
            value = self.measure(tree)
            return Outcome("derived", self.show(tree, value), "", _tolerance(value))
        sides = [tree.left, *tree.comparators]
        values = [self.measure(side) for side in sides]
        operators = {type(operator) for operator in tree.ops}
        if len(operators) > 1 or (len(sides) > 2 and operators != {ast.Eq}):
            raise _unreadable(self.formula, "one comparison, or a row of ==")
        relation = _RELATIONS.get(operators.pop())
        if relation is None:
            raise _unreadable(self.formula, "a comparison is one of == < <= > >=")
        pairs = list(combinations(range(len(sides)), 2))
        outcomes = [(_verdict(values[a], values[b], relation), a, b) for a, b in pairs]
        verdict, a, b = max(outcomes, key=lambda item: _BAD.index(item[0]))
        return Outcome(
            verdict, self.show(sides[a], values[a]), self.show(sides[b], values[b]), _tolerance(values[a], values[b])
        )

    def measure(self, node: ast.expr) -> Measure:
        match node:
            case ast.Constant(value=int() | float() as number):
                return point(Fraction(str(number)))
            case ast.Name(id=name) if name in self.rows:
                return self.known(measure(self.rows[name]), name)
            case ast.BinOp(left=left, op=operation, right=right) if type(operation) in _OPERATIONS:
                return self.measure(left).with_(self.measure(right), _OPERATIONS[type(operation)])
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self.measure(operand).map(Interval.__neg__)
            case ast.Call(func=ast.Name(id=function), args=arguments) if arguments:
                return self.call(function, arguments)
        raise _unreadable(self.formula, f"what is {ast.unparse(node)!r}?")

    def call(self, function: str, arguments: Sequence[ast.expr]) -> Measure:
        if function == "count":
            return point(len(arguments))
        if function in COUNTS:
            named = (self.rows[node.id] for node in arguments if isinstance(node, ast.Name))
            return point(COUNTS[function]([row for row in named if not isinstance(row, Official)]))
        if function == "rank":
            return _place(*map(self.measure, arguments))
        argument = arguments[0]
        if function == "latest_year" and isinstance(argument, ast.Name) and argument.id in self.rows:
            return self.known(time_of(self.year(argument.id)), argument.id)
        if function in {"when", "first", "last"} and isinstance(argument, ast.Name) and argument.id in self.rows:
            return self.known(time_of(_part(self.rows[argument.id].period, function)), argument.id)
        if function == "length":
            return self.measure(argument).map(_length)
        if function == "completed":
            return self.measure(argument).map(lambda age: Interval(age.low, None if age.high is None else age.high + 1))
        raise _unreadable(self.formula, f"what is {function}({ast.unparse(argument)})?")

    def year(self, name: str) -> str:
        row = self.rows[name]
        return "" if isinstance(row, Official) else latest_year(row)

    def known(self, value: Measure | None, name: str) -> Measure:
        if value is None:
            raise _unreadable(self.formula, f"{row_id(self.rows[name])} has no value or time to reckon with")
        return value

    def show(self, node: ast.expr, value: Measure) -> str:
        """A side as it stands in checks.csv: a date as a date, anything else as a number or an interval."""
        match node:
            case ast.Call(func=ast.Name(id="when" | "first" | "last" as function), args=[ast.Name(id=name)]):
                return _part(self.rows[name].period, function)
            case ast.Call(func=ast.Name(id="latest_year"), args=[ast.Name(id=name)]):
                return self.year(name)
            case ast.Name(id=name) if value_of(self.rows[name]) is None:
                return self.rows[name].period
        return written(value.core)


def _place(first: Measure, *others: Measure) -> Measure:
    """The place of the first figure among all, the largest being 1; one that may be equal leaves the place open."""
    above = sum(first.print.below(other.print) for other in others)
    perhaps = sum(first.print.meets(other.print) for other in others)
    low, high = Fraction(1 + above), Fraction(1 + above + perhaps)
    place = Interval(low, high)
    return Measure(place, place, place)


def _length(period: Interval) -> Interval:
    length = None if period.low is None or period.high is None else period.high - period.low
    return Interval(length, length)


def _part(period: str, function: str) -> str:
    if function == "when" or "/" not in period:
        return period
    return period.partition("/")[0 if function == "first" else 2]


# --- verdicts --------------------------------------------------------------------------------------------------------

_BAD: Final[tuple[Verdict, ...]] = ("holds", "holds_within_rounding", "compatible", "cannot_tell", "does_not_hold")
_Relation = Callable[[Interval, Interval], bool | None]


def _verdict(left: Measure, right: Measure, relation: _Relation) -> Verdict:
    if relation is Interval.meets and left.cell is not None and right.cell is not None:
        return _as_they_stand(left, right, left.cell, right.cell)
    core, printed = (relation(left.at(level), right.at(level)) for level in LEVELS[:2])
    granted = relation(left.widest, right.widest)
    if core:
        return "compatible" if relation is Interval.meets and _only_overlap(left.core, right.core) else "holds"
    if core is None:
        return "cannot_tell"
    if printed is not False:
        return "holds_within_rounding"
    return "does_not_hold" if granted is False else "cannot_tell"


def _as_they_stand(left: Measure, right: Measure, left_cell: Interval, right_cell: Interval) -> Verdict:
    """The verdict on two figures of which none is reckoned: the finer must lie in what rounds to the coarser."""
    if left.core.meets(right.core):
        return "compatible" if _only_overlap(left.core, right.core) else "holds"
    if left_cell.meets(right.core) or left.core.meets(right_cell):
        return "holds_within_rounding"
    return "cannot_tell" if left.grant.meets(right.core) or left.core.meets(right.grant) else "does_not_hold"


def _only_overlap(a: Interval, b: Interval) -> bool:
    """Whether two spans share numbers and neither tells the other's: "over 40" and "over 50", not 2016 and May 2016."""
    return a != b and not (a.is_point or b.is_point or _inside(a, b) or _inside(b, a))


def _inside(a: Interval, b: Interval) -> bool:
    return a.low is not None and a.high is not None and a.within(b)


def _less(strict: bool) -> _Relation:
    def less(a: Interval, b: Interval) -> bool | None:
        if a.below(b) or (not strict and a.high is not None and a.high == b.low):
            return True
        if b.below(a) or (strict and a.low is not None and a.low == b.high):
            return False
        return None

    return less


def _swapped(relation: _Relation) -> _Relation:
    return lambda a, b: relation(b, a)


_OPERATIONS: Final[Mapping[type[ast.operator], Callable[[Interval, Interval], Interval]]] = {
    ast.Add: Interval.__add__,
    ast.Sub: Interval.__sub__,
    ast.Mult: Interval.__mul__,
    ast.Div: Interval.__truediv__,
}
_RELATIONS: Final[Mapping[type[ast.cmpop], _Relation]] = {
    ast.Eq: Interval.meets,
    ast.Lt: _less(strict=True),
    ast.LtE: _less(strict=False),
    ast.Gt: _swapped(_less(strict=True)),
    ast.GtE: _swapped(_less(strict=False)),
}


# --- how it is written -----------------------------------------------------------------------------------------------


def written(interval: Interval) -> str:
    """A number, or ``low/high`` with ``..`` for an open end; at most four decimals."""
    if interval.is_point and interval.low is not None:
        return _number(interval.low)
    return "/".join(".." if end is None else _number(end) for end in (interval.low, interval.high))


def _number(value: Fraction) -> str:
    places = _PLACES if abs(value) < 1000 else 1
    text = f"{round(value * 10**places)}".rjust(places + 1, "0")
    sign, digits = ("-", text.lstrip("0").removeprefix("-")) if "-" in text else ("", text)
    digits = digits.rjust(places + 1, "0")
    shown = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return f"{sign}{shown}" if shown != "0" else "0"


def _tolerance(*values: Measure) -> str:
    """Half of what print adds to the widths of the sides; empty where a side is open, 0 where nothing is rounded."""
    total = Fraction(0)
    for value in values:
        (low, high), (out_low, out_high) = ((i.low, i.high) for i in (value.core, value.print))
        if low is None or high is None or out_low is None or out_high is None:
            return ""
        total += (out_high - out_low) - (high - low)
    return _number(total / 2)


def _unreadable(formula: str, why: str) -> UsmexDataError:
    return UsmexDataError(f"a formula that cannot be worked out: {why}", where=formula, remedy="mend the declaration")
