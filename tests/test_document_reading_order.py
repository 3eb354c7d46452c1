"""Columns read band by band are put back in order."""

from __future__ import annotations

from usmex_data.document import Document, read

# Two columns with a quote across both; each field of the page is one line.
ABOVE_LEFT = "At home, the mayor pledged to assess how floods reach all the larger towns that have public transit"
ABOVE_RIGHT = (
    "harbor unfolds. And in turn, policies that foster dredging can propel the trade of both the towns that need"
)
QUOTE = "The two harbors will remain deeply intertwined as the wider harbor unfolds."
BELOW_LEFT = "systems, building locks for ferries.\n\nThe two harbors will remain deeply intertwined as the wider"
BELOW_RIGHT = "emerging docks, it suggests. These factors help."


def _body(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == "body"]


def test_the_left_column_is_read_to_its_foot_first() -> None:
    page = f"{ABOVE_LEFT}\n\n{ABOVE_RIGHT}\n\n{QUOTE}\n\n{BELOW_LEFT}\n\n{BELOW_RIGHT}"
    assert _body(read(page)) == [
        f"{ABOVE_LEFT} systems, building locks for ferries.",
        f"The two harbors will remain deeply intertwined as the wider {ABOVE_RIGHT} {BELOW_RIGHT}",
    ]


def test_a_quote_in_one_column_changes_no_order() -> None:
    document = read(
        "The narrative of the northern harbor in the\n\n\n\n**“We will dredge it, whatever may "
        "come.”**\n\nsouthern towns is"
        " better. The fifth section discusses ferries.\n\nA pillar of his\n\ngovernment is the lock."
    )
    assert _body(document)[0].startswith("The narrative of the northern harbor in the southern towns is better.")


def test_a_new_paragraph_on_top_of_the_right_column() -> None:
    page = (
        "In the north, the average wage ranges widely, while research jobs already are close to the "
        "$16\n\nFinally, the protocol created a new mechanism. It would mean the end of intervention in "
        "union\n\n**“Changes in labor rights was good news.”**\n\nper hour requirement. This means that it "
        "will be hard.\n\nSecond, the annex includes a pledge by all.\n\ngovernance, intimidation or outright "
        "violence in voting."
    )
    body = _body(read(page))
    assert body[0].endswith("already are close to the $16 per hour requirement. This means that it will be hard.")
    assert body[1] == "Second, the annex includes a pledge by all."
    assert body[2].endswith("the end of intervention in union governance, intimidation or outright violence in voting.")
