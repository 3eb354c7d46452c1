"""Headings, their paths, summaries, contents and people."""

from __future__ import annotations

from usmex_data.document import Document, read

LONG = "The world is in a transition that will change the way we use and produce energy. " * 9


def _outline(document: Document) -> list[tuple[str, str, str]]:
    return [
        (block.kind, " > ".join(block.section), document.text[block.start : block.end][:24])
        for block in document.blocks
    ]


def test_markdown_levels() -> None:
    document = read(
        "# Report\n\n## I. Window\n\nText one is here.\n\n### Aim\n\nText two.\n\n## II. Context\n\nText three."
    )
    assert [block.section for block in document.blocks if block.kind == "body"] == [
        ("Report", "I. Window"),
        ("Report", "I. Window", "Aim"),
        ("Report", "II. Context"),
    ]


def test_numbered_headings_stand_below_plain_ones() -> None:
    document = read(
        "Trade and Work under the New Treaty\n\nThe treaty, in force since July, ended the uncertainty of many "
        "years.\n\n"
        "1. Rules of Origin (ROO)\n\nIt is important to note that rules of origin were maintained in most sectors.\n\n"
        "2. Labor Rights\n\nThe treaty had three important features concerning the rights of labor in general.\n\n"
        "Beyond the Treaty\n\nAs discussed above, it plays a role."
    )
    assert [block.section for block in document.blocks if block.kind == "body"] == [
        ("Trade and Work under the New Treaty",),
        ("Trade and Work under the New Treaty", "1. Rules of Origin (ROO)"),
        ("Trade and Work under the New Treaty", "2. Labor Rights"),
        ("Beyond the Treaty",),
    ]
    assert [(mark.kind, mark.number) for mark in document.marks] == [("heading_number", "1"), ("heading_number", "2")]


def test_recommendations_in_front_are_a_summary_until_the_text_begins() -> None:
    document = read(
        f"Energy for All\n\nKEY RECOMMENDATIONS\n\nSustainability\n\n- Reduce methane.\n\nHydrocarbons\n\n- Align "
        f"norms.\n\n{LONG}"
    )
    assert _outline(document)[3:] == [
        ("summary", "Energy for All > KEY RECOMMENDATIONS > Sustainability", "Reduce methane."),
        ("heading", "Energy for All > KEY RECOMMENDATIONS > Hydrocarbons", "Hydrocarbons"),
        ("summary", "Energy for All > KEY RECOMMENDATIONS > Hydrocarbons", "Align norms."),
        ("body", "Energy for All", LONG[:24]),
    ]


def test_recommendations_over_numbered_headings_are_body() -> None:
    document = read(
        "Key Recommendations\n\nThe transition will require policy to encourage deployment of technologies.\n\n"
        "1. Accelerate the harmonization of standards\n\nIncreasing the ambition of collaborations would be good."
    )
    assert [block.kind for block in document.blocks] == ["heading", "body", "heading", "body"]


def test_a_summary_page_is_one_throughout() -> None:
    document = read("Trade\n\nThe economies have become linked in many ways.\n\n- One point.", kind="summary_page")
    assert [block.kind for block in document.blocks if block.kind != "heading"] == ["summary", "summary"]


def test_the_text_behind_a_box_returns_to_its_section() -> None:
    document = read(
        "The Labor Market Today\n\nRapid change has changed the\n\nWHAT INSTITUTIONS DO\n\nThey build trust.\n\n"
        "landscape, bringing new value to skills.\n\nAt the core, education is a challenge."
    )
    assert [block.section for block in document.blocks if block.kind == "body"] == [
        ("The Labor Market Today",),
        ("WHAT INSTITUTIONS DO",),
        ("The Labor Market Today",),
    ]


def test_contents_and_the_chapters_they_name() -> None:
    document = read(
        "Table of Contents\n\nii\tThanks\n3\tTrade, Economy, and Work\n15\tEnergy\n\nTRADE, ECONOMY, AND WORK\n\n"
        "A Quickly Evolving Outlook\n\nThe economies face huge challenges as a result of the pandemic.\n\nENERGY\n\n"
        "The year was a pivot point for all the energy in the world."
    )
    assert [block.kind for block in document.blocks][:4] == ["heading", "contents", "contents", "contents"]
    assert [block.section for block in document.blocks if block.kind == "body"] == [
        ("TRADE, ECONOMY, AND WORK", "A Quickly Evolving Outlook"),
        ("ENERGY",),
    ]


def test_people_are_listed_below_their_heading() -> None:
    document = read(
        "It matters.\n\nMIGRATION GROUP\n\nTheresa Brown, Bipartisan Policy Center\nSofía Ríos, México ¿Cómo Vamos?\n\n"
        "Rene Zenteno, University of Texas at San Antonio\n\nAnn Lee, MIT\n\nStrategic Diplomacy\n\n"
        "The election resulted in the recovery of institutional mechanisms of all sorts."
    )
    assert [block.kind for block in document.blocks] == ["body", "heading", *["names"] * 4, "heading", "body"]


def test_authors_below_a_title() -> None:
    document = read("# A Shared Agenda\n\nÁlvaro Santos and Christopher Wilson\n\nThe economies are deeply connected.")
    assert [block.kind for block in document.blocks] == ["heading", "names", "body"]


def test_a_heading_that_runs_into_its_paragraph() -> None:
    document = read(
        "Aligning Energy Policy and Regulatory Goals:\n\nRegulatory quality will influence whether investments "
        "prove sound."
    )
    assert [block.kind for block in document.blocks] == ["body"]
