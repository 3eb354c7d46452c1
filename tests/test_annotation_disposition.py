"""What is a claim, and what the rest is."""

from __future__ import annotations

import pytest

from readers import readings


@pytest.mark.parametrize(
    ("text", "disposition"),
    [
        ("They hold 40 percent.", "claim"),
        ("They run fifty consulates.", "claim"),
        ("Three key steps remain.", "list_count"),
        ("The two countries agreed.", "generic"),
        ("There are three reasons for it.", "list_count"),
        ("The second meeting came.", "ordinal"),
        ("Over the next four years they met.", "window"),
        ("They met ten years ago.", "window"),
        ("Wages are rising over seven years.", "window"),
        ("The levy was phased in over five years.", "window"),
        ("He served over four years.", "claim"),
        ("The trial lasted over 40 days.", "claim"),
        ("Licenses expire five years after issue.", "claim"),
        ("The order takes effect 60 days after publication.", "claim"),
        ("Members retire after 20 years of service.", "claim"),
        ("Ten years after the war they met.", "window"),
        ("They met 5 days after the summit.", "window"),
        ("A sixteen-year term begins.", "claim"),
        ("The panel must rule within 120 days.", "claim"),
        ("They met at Lock 25.", "name"),
        ("Trade doubled.", "claim"),
        ("A double standard holds.", "name"),
        ("A double room is free.", "generic"),
        ("Trade will double by then.", "claim"),
        ("Jobs in mining fell (-27,000).", "claim"),
        ("They plan fewer, 8 more than last year.", "claim"),
        ("I have three points: about homes.", "list_count"),
        ("Tel. 01 678 2000", "reference"),
        ("See the Guide (71-543-G).", "reference"),
        ("The law would triple fines.", "claim"),
        ("We must halve waste.", "claim"),
        ("A goal of doubling sales stands.", "claim"),
        ("It leads to double occupancy.", "generic"),
        ("Test scores fell.", None),
        ("Under-five deaths fell.", "name"),
        ("It is one of the largest ports.", "generic"),
        ("Some two or three of you came.", "generic"),
        ("It was in 2019.", "date"),
        ("See Article 34.7 there.", "reference"),
        ("See https://example.org/12 there.", "reference"),
    ],
)
def test_disposition(text, disposition):
    assert [reading.disposition for reading in readings(text)] == ([disposition] if disposition else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four of the six met.", ["claim", "generic"]),
        ("They closed 14 of 32 states.", ["claim", "generic"]),
        ("They held 28 percent of 300 firms.", ["claim", "claim"]),
        ("The bank lends $2 trillion over ten years.", ["claim", "window"]),
    ],
)
def test_the_whole_of_a_part_is_no_claim(text, expected):
    assert [reading.disposition for reading in readings(text)] == expected
