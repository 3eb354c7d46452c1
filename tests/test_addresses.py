"""Addresses: made and read back in one place."""

from __future__ import annotations

import pytest

from usmex_data.addresses import calc_address, calc_of, claim_address, claim_of, source_of
from usmex_data.errors import UsmexDataError


@pytest.mark.parametrize(
    ("claim", "source"),
    [("white-papers-22874", "white-papers"), ("report-2022-30000", "report-2022"), ("forum-page-9", "forum-page")],
)
def test_a_claim_lives_on_its_sources_page(claim, source):
    assert source_of(claim) == source
    assert claim_address(claim) == f"../sources/{source}.html#{claim}"
    assert claim_address(claim, root="") == f"sources/{source}.html#{claim}"
    assert claim_of(claim_address(claim)) == claim
    assert claim_of(claim_address(claim, root="")) == claim


@pytest.mark.parametrize("claim", ["", "22874", "white-papers", "White-1", "white-papers-2 4", 'a"-1', "calc-gap"])
def test_what_is_no_claim_has_no_address(claim):
    with pytest.raises(UsmexDataError, match="no claim id"):
        claim_address(claim)


@pytest.mark.parametrize(
    "address",
    [
        "../sources/white-papers.html#trade-paper-1",
        "../sources/white-papers.html",
        "../sources/white-papers.html#",
        "https://example.org/x#white-papers-1",
        "#calc-gap",
    ],
)
def test_an_address_of_something_else_is_no_claims(address):
    assert claim_of(address) == ""


def test_a_calculation_lives_on_its_own_page():
    assert calc_address("wage-gap") == "#calc-wage-gap"
    assert calc_of("#calc-wage-gap") == "wage-gap"
    assert calc_of("#wage-gap") == ""


@pytest.mark.parametrize("name", ["", "Wage", "wage gap", "wage_gap", "3rd", "gap-", 'a">'])
def test_a_name_must_fit_an_address(name):
    with pytest.raises(UsmexDataError, match="can't be in an address"):
        calc_address(name)
