"""Units as values: parts, kinds, words, conversion; and that no other module takes a name apart or invents one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from usmex_data.catalogue import table
from usmex_data.catalogue.unit import Unit
from usmex_data.errors import UsmexDataError
from usmex_data.language import table as words

SOURCE = Path(__file__).parents[1] / "src" / "usmex_data"


@pytest.mark.parametrize(
    ("name", "head", "per"),
    [("USD/MWh", "USD", "MWh"), ("USD/person/year", "USD", "person/year"), ("percent", "percent", ""), ("", "", "")],
)
def test_parts(name, head, per):
    unit = Unit.of(name)
    assert (unit.head, unit.per, unit.is_rate) == (head, per, bool(per))
    assert unit is Unit.of(name)


def test_a_unit_is_a_value():
    assert Unit.of("USD") == Unit("USD")
    with pytest.raises(AttributeError):
        Unit.of("USD").name = "EUR"


def test_rates_are_made_and_changed():
    assert Unit.of("USD").over("hour") == "USD/hour"
    assert Unit.of("USD/hour").with_head("CAD") == "CAD/hour"
    assert Unit.of("USD/hour").is_rate_of("USD")
    assert not Unit.of("USD").is_rate_of("USD")
    assert (Unit.of("meter").raised(2), Unit.of("second").raised(2), Unit.of("second").raised(1)) == (
        "square_meter", "second/second", "second",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "some", "none"),
    [
        ("in_money", ["USD", "UScent/kWh", "GBP", "MXN/USD"], ["percent", "bcf", "person/USD", ""]),
        ("is_money", ["USD", "GBP", "UScent"], ["USD/hour", "percent"]),
        ("is_flow", ["bcf/day", "USD/calendar_quarter", "person/year", "count/fortnight"], ["USD/MWh", "year", "USD"]),
        ("is_share", ["percent", "percentage_point", "percent/year"], ["ratio", "count"]),
        ("is_relative", ["percent", "ratio", "basis_point"], ["rank", "USD", "count"]),
        ("is_bulk", ["barrel", "bcf", "metric_ton", "liter", "cubic_meter", "kilogram"], ["barrel/day", "mile", "USD"]),
        ("is_temperature", ["degC", "degF", "degree"], ["percent", "meter"]),
    ],
)
def test_kinds(kind, some, none):
    assert [name for name in some if not getattr(Unit.of(name), kind)] == []
    assert [name for name in none if getattr(Unit.of(name), kind)] == []


def test_money_is_what_the_language_calls_money():
    money = {name for name in table("units")["unit"] if Unit.of(name).is_money}
    assert money == {*words("units")["currency"], "UScent"}


@pytest.mark.parametrize(("name", "scale"), [("bcf", 10**9), ("bcf/day", 10**9), ("USD", 1), ("GW", 1)])
def test_scale(name, scale):
    assert Unit.of(name).scale == scale


@pytest.mark.parametrize(
    ("name", "number", "label"),
    [
        ("percent", "5", "%"), ("person", "1", " people"), ("mile", "1", " mile"), ("mile", "3", " miles"),
        ("count", "3", ""), ("", "3", ""), ("calendar_quarter", "3", " quarters"),
        ("GW", "3", " GW"), ("bcf", "3", " bcf"),
    ],
)  # fmt: skip
def test_labels(name, number, label):
    assert Unit.of(name).label(number) == label


def test_a_label_without_jargon():
    assert Unit.of("bcf").label(long=True) == " billion cubic feet"
    assert Unit.of("mile").label(long=True) == " miles"


def test_labels_are_of_units():
    prose = table("units")["prose"]
    assert {*prose["plural"], *prose["after"], *prose["long"]} <= set(table("units")["unit"])


def test_conversion():
    assert Unit.of("bcf/day").convert(1, "cubic_foot/day") == pytest.approx(1e9)
    with pytest.raises(UsmexDataError, match="cannot be converted"):
        Unit.of("USD").convert(1, "MXN")
    with pytest.raises(UsmexDataError, match="there is no unit 'cubit'"):
        Unit.of("cubit").convert(1, "meter")


# --- the source ----------------------------------------------------------------------------------------------------


def modules() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if path.name != "unit.py"]


def _is_unit(node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in ("unit", "head") and ast.unparse(node) != "self.head"
    return isinstance(node, ast.Name) and node.id == "unit"


def _strings(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    if isinstance(node, ast.Name) and node.id in constants:
        yield from _strings(constants[node.id], {})
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for each in node.elts:
            yield from _strings(each, constants)
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "frozenset":
        for each in node.args:
            yield from _strings(each, constants)


def literals(path: Path) -> Iterator[str]:
    """The strings of a module that are compared with a unit, given as one, or looked up as one."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants: dict[str, ast.expr] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            constants[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            constants[node.target.id] = node.value
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and _is_unit(node.left):
            for other in node.comparators:
                yield from _strings(other, constants)
        elif isinstance(node, ast.keyword) and node.arg == "unit":
            yield from _strings(node.value, {})
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Unit.of":
            yield from _strings(node.args[0], constants)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_unit_named_in_the_source_is_declared(path):
    declared = set(table("units")["unit"])
    assert [name for name in literals(path) if name and not set(name.split("/")) <= declared] == []


def test_the_source_names_units():
    assert {"percent", "USD", "count", "calendar_quarter"} <= {name for path in modules() for name in literals(path)}


def test_no_other_module_takes_a_unit_apart():
    apart = re.compile(
        r"""unit\.(?:startswith|endswith|r?partition|split)\(|"/"\s(?:not\s)?in\s[\w.]*unit\b|f"\{[\w.]*unit\}/"""
    )
    found = [
        f"{path.relative_to(SOURCE)}: {line.strip()}"
        for path in modules()
        for line in path.read_text(encoding="utf-8").splitlines()
        if apart.search(line)
    ]
    assert found == []
