"""``um.record``: the official figures as a frame."""

from __future__ import annotations

import pytest

import usmex_data as um
from usmex_data.errors import UsmexDataError


def test_the_record_is_a_typed_frame_that_says_what_it_is() -> None:
    frame = um.record(indicator="natural_gas_imports")
    assert str(frame["value"].dtype) == "Float64"
    assert set(frame["indicator"]) == {"natural_gas_imports"}
    assert frame.loc[frame["official_id"] == "gas-010", "value"].item() == 5.11
    assert "not from the texts" in frame.attrs["source"]
    assert set(frame.attrs["fields"]) == set(frame.columns)


def test_what_is_not_known_is_missing() -> None:
    frame = um.record(indicator="usmca_in_force")
    assert frame["value"].isna().all()
    assert frame["unit"].isna().all()


def test_without_an_indicator_it_is_all_of_it() -> None:
    assert len(um.record()) > len(um.record(indicator="goods_exports")) > 20


def test_an_unknown_indicator_is_an_error_that_names_those_near_it() -> None:
    with pytest.raises(UsmexDataError, match="did you mean natural_gas_imports"):
        um.record(indicator="natural gas import")


def test_it_is_never_mixed_with_the_tables_of_the_texts() -> None:
    with pytest.raises(UsmexDataError, match="there is no table 'record_official'"):
        um.load("record_official")
