"""A hedge lives in one table: what is added to hedges.toml is known to every rule that has to know hedges."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from readers import claims, readings
from usmex_data.language import table

PACKAGE = Path(__file__).parents[1] / "src" / "usmex_data"
KINDS = ("approx", "at_least", "at_most")
WANT = ("disposition", "text", "value", "value_low", "value_high", "unit", "modifier", "hedge", "change")
ADDED = """
import json, sys
from usmex_data.extraction import COLUMNS, rows
want = sys.argv[1:]
read = lambda text: [[str(dict(zip(COLUMNS, row))[name] or "") for name in want] for row in rows(text)]
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
"""
SENTENCES = {
    "Attendance was {} 2000.": ["claim", "{} 2000", "2000", "", "2000", "person", "at_most", "{}", "level"],
    "It costs between {} 5 and 7 pesos.": [
        "claim", "between {} 5 and 7 pesos", "", "5", "7", "MXN", "range", "{}", "level",
    ],
    "Of the 90 herds, {} 40 were sold.": ["claim", "{} 40", "40", "", "40", "count", "at_most", "{}", "level"],
    "Prices rose to {} 9 percent.": ["claim", "{} 9 percent", "9", "", "9", "percent", "at_most", "{}", "level"],
    "Prices rose {} 9 percent.": ["claim", "{} 9 percent", "9", "", "9", "percent", "at_most", "{}", "increase"],
}  # fmt: skip


@pytest.fixture(scope="module")
def read_with_one_more(tmp_path_factory):
    """What a package reads that has one more hedge in hedges.toml, and is else the same."""
    home = tmp_path_factory.mktemp("package")
    shutil.copytree(PACKAGE, home / "usmex_data", ignore=shutil.ignore_patterns("__pycache__"))
    hedges = home / "usmex_data/language/en/hedges.toml"
    written = hedges.read_text(encoding="utf-8")
    assert '  "under", "less than",' in written
    hedges.write_text(written.replace('  "under", "less than",', '  "a shade under", "under", "less than",'), "utf-8")
    texts = [text.format("a shade under") for text in SENTENCES]
    ran = subprocess.run(
        [sys.executable, "-c", ADDED, *WANT], input=json.dumps(texts), capture_output=True, text=True, check=True,
        cwd=home, env=os.environ | {"PYTHONPATH": str(home)},
    )  # fmt: skip
    return dict(zip(SENTENCES, json.loads(ran.stdout), strict=True))


@pytest.mark.parametrize("text", SENTENCES)
def test_a_hedge_added_to_the_table_is_known_everywhere(read_with_one_more, text):
    assert [cell.format("a shade under") for cell in SENTENCES[text]] in read_with_one_more[text]


@pytest.mark.parametrize(
    "hedge", ["just under", "well under", "slightly under", "fewer than", "no more than", "a little less than"]
)
@pytest.mark.parametrize("text", SENTENCES)
def test_hedges_of_the_table_are_known_everywhere(text, hedge):
    found = [[str(getattr(each, name) or "") for name in WANT] for each in readings(text.format(hedge))]
    assert [cell.format(hedge) for cell in SENTENCES[text]] in found


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("It has stood since about 1950.", "1950"),
        ("The permit holds until at least 2030.", "2030"),
        ("Sales were 12% higher than 2019.", "2019"),
        ("Emissions stayed well below 2019 levels.", "2019"),
        ("Catches were 12 percent below 2005.", "2005"),
        ("The hut was built circa 1850.", "1850"),
        ("The bridge must be closed no later than 2025.", "2025"),
    ],
)
def test_a_year_stays_a_year_where_something_is_since_or_against_it(text, year):
    assert [each.period for each in readings(text) if each.disposition == "date"] == [year]


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("Wells are between about 30 and 50 metres deep.", "30", "50", "about"),
        ("Wells are between 30 and almost 50 metres deep.", "30", "50", "almost"),
        ("A boat holds 30 to roughly 50 people.", "30", "50", "roughly"),
        ("Between some 300 and 500 bees live there.", "300", "500", "some"),
        ("Between 300 and 500 bees live there.", "300", "500", ""),
    ],
)
def test_the_hedge_of_one_end_blurs_the_range(text, low, high, hedge):
    (each,) = claims(text)
    assert (str(each.value_low), str(each.value_high), each.hedge) == (low, high, hedge)


@pytest.mark.parametrize(
    "text", ["The toll went from just under 5 to 7 pesos.", "Herds grew from about 30 to almost 50 goats."]
)
def test_two_levels_stay_two(text):
    assert len(claims(text)) == 2


def test_the_lists_that_pick_among_hedges_pick_hedges():
    every = {word for kind in KINDS for word in table("hedges")[kind]["before"]}
    assert set(table("hedges")["unreached"]["words"]) <= every
    assert set(table("hedges")["years"]["words"]) <= every


def test_no_other_table_repeats_a_row_of_hedges():
    """A list with three plain hedges in it is a list of hedges: it takes them from the table."""
    plain = {"about", "nearly", "roughly", "approximately", "almost", "some", "around"}
    repeated = []
    for path in sorted((PACKAGE / "language/en").glob("*.toml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            words = set(re.findall(r'"([^"]*)"', line))
            if len(words & plain) >= 3 and path.stem != "hedges":
                repeated.append(f"{path.name}: {line[:60]}")
    assert repeated == []
