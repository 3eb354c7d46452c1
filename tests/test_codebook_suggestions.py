"""Suggested entries: each fits the figures that it comes from and no other, and can be completed as it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

import pytest

import claims_samples as sample
from usmex_data.catalogue import entries
from usmex_data.codebook.catalogue import Catalogue, compile_entries
from usmex_data.codebook.context import ClaimContext
from usmex_data.codebook.suggestions import Suggestion, suggest


def catalogue(found: Sequence[Suggestion]) -> Catalogue:
    written = tomllib.loads("\n".join(map(str, found)))["indicator"]
    assert len(written) == len(found), "each has a name of its own"
    return Catalogue(compile_entries(written, dict.fromkeys(written, "economy")))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The valley has 45,000 black goats.", ["black_goats"]),
        ("In 2023, over 300,000 Norwegians traveled south for seasonal work.", ["traveled_south"]),
        ("The terminal cost $38 million.", ["terminal_cost"]),
        ("It has 12 cranes. It has 40 cranes.", ["cranes"]),
        ("It has 12 cranes. It has 40 boats. It takes 9 days.", ["cranes", "boats", "takes"]),
        ("The gap is 34.9 percent in Chile and 12.6 percent in Peru.", ["chile"]),
    ],
)
def test_an_entry_for_each_thing_that_is_measured(text: str, names: list[str]) -> None:
    found = suggest(sample.context(text))
    if names == ["chile"]:  # names of places belong to no entry; both figures are of one series
        assert len(found) == 1
        assert "chile" not in str(found[0]).lower()
    else:
        assert [each.name for each in found] == names


def test_words_are_added_until_only_its_own_figure_fits() -> None:
    one, other = sample.context("The port moved 12 tons of copper ore. The airport moved 7 tons of cut flowers.")
    found = suggest([one], [other])
    assert found[0].rivals == ()
    assert catalogue(found).find(one)
    assert not catalogue(found).find(other)


def test_where_words_do_not_suffice_it_says_so() -> None:
    one, other = sample.context("It was 26%.\n\nIt was 18% then.")
    (found,) = suggest([one], [other])
    assert "# It fits other figures too, such as “18%”" in str(found)


@pytest.mark.parametrize("taken", [["cranes"], ["cranes", "cranes_2"]])
def test_a_name_that_is_taken_is_not_given_again(taken: list[str]) -> None:
    (found,) = suggest(sample.context("It has 12 cranes."), taken=taken)
    assert found.name not in taken
    assert found.name.startswith("cranes_")


def test_the_unit_is_the_one_that_is_read_and_without_one_there_is_no_entry() -> None:
    (weekly,) = suggest(sample.context("Three ferries a week link the two ports."))
    assert weekly.unit == "count/week"
    every = sample.context("It has 12 cranes.")
    for context in every:
        object.__setattr__(context.reading, "unit", "")
    assert suggest(every) == []


def test_for_every_figure_of_the_corpus_there_is_one_entry_that_fits_it() -> None:
    contexts = sample.assembled().contexts
    found = suggest(contexts, taken=entries())
    assert not {each.name for each in found} & set(entries())
    # An entry for which the texts have no words of its own is a form to fill in.
    made = catalogue([each for each in found if each.terms])
    owners: dict[int, str] = {id(figure): each.name for each in found for figure in each.figures}
    # Reprints stand among the same words; they need no entry of their own.
    narrow = {each.name for each in found if each.terms and not each.rivals}
    assert len(narrow) > 0.9 * len(found)
    words = {each.name: {figure.words["near"] for figure in each.figures} for each in found}
    for entry in made.entries:
        if entry.indicator in narrow:
            fits = [context for context in contexts if _fits(made, entry.indicator, context)]
            strange = [each for each in fits if each.words["near"] not in words[entry.indicator]]
            assert [each.reading.quote for each in strange] == []
    assert len(owners) > 0.9 * len(contexts)


def _fits(made: Catalogue, name: str, context: ClaimContext) -> bool:
    (entry,) = [each for each in made.entries if each.indicator == name]
    return any(context.reading.unit in rule.units and rule.holds(context) for rule in entry.rules)
