from __future__ import annotations

from audit_texts import corpus
from usmex_data.audit.copies import wording_differences
from usmex_data.document import read

ORIGINAL = (
    "The harbour of Gdynia handled 24 million tons of goods in 2019. Its basins cover 11 hectares along the shore. "
    "More than 4,000 people work on its quays every day of the year. A full third of the ships come from Sweden. "
    "The council lent its support to a new breakwater of 900 metres."
)


def test_a_faithful_reprint_is_no_row() -> None:
    # It was a row that held; a copy confirms nothing.
    assert corpus(book=ORIGINAL, paper=ORIGINAL).checks() == ()


def test_words_that_differ_are_listed() -> None:
    made = corpus(book=ORIGINAL, paper=ORIGINAL.replace("lent its", "lended its"))
    [check] = [check for check in made.checks() if check.check_id == "wording-paper-of-book"]
    assert (check.verdict, check.severity) == ("does_not_hold", "print")
    assert "“lent” → “lended”" in check.explanation


def test_a_changed_figure_is_found() -> None:
    made = corpus(book=ORIGINAL, paper=ORIGINAL.replace("24 million", "42 million"))
    changed = [check for check in made.checks() if check.kind == "contradiction"]
    assert [check.verdict for check in changed] == ["does_not_hold"]
    assert "A fair reader grants" in changed[0].explanation
    assert {"24", "42"} <= {part for check in changed for part in (check.left[:2], check.right[:2])}


def test_wording_is_compared_sentence_by_sentence() -> None:
    first = read("The summit met twice. Its summitry was praised by all members of the league.")
    second = read("The summit met twice. Its summity was praised by all members of the league.")
    assert wording_differences(second, first) == [("summitry", "summity")]
    assert wording_differences(first, first) == []


def test_texts_that_repeat_nothing_have_no_such_check() -> None:
    made = corpus(book=ORIGINAL, letter="The orchard has 300 trees and yields 12 tons of plums in a good year.")
    assert not [check for check in made.checks() if check.check_id.startswith(("reprint", "summary", "pull", "copy"))]
