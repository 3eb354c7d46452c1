"""Bodies that texts credit: many names, one id."""

from __future__ import annotations

import pytest

from usmex_data import catalogue
from usmex_data.catalogue import bodies as module
from usmex_data.catalogue.bodies import bodies, body_of
from usmex_data.errors import UsmexDataError


@pytest.mark.parametrize(
    ("credited", "body"),
    [
        ("CRE", "CRE"),
        ("Mexico's Energy Regulatory Commission", "CRE"),
        ("Mexico’s Energy Regulatory Commission", "CRE"),
        ("U.S. energy Information Administration", "EIA"),
        ("The US International Trade Commission", "USITC"),
        ("Centro Nacional de Control de Energía", "CENACE"),
        ("Ministry of Silly Walks", "Ministry of Silly Walks"),
        ("", ""),
    ],
)
def test_one_body_has_one_name(credited, body):
    assert body_of(credited) == body


def test_every_body_is_known_by_all_its_names():
    for body in bodies():
        assert {body_of(name) for name in (body.id, body.name, *body.names)} == {body.id}


def test_a_name_of_two_bodies_is_refused(monkeypatch):
    entry = {"name": "First", "names": ["Same"], "place": ""}
    declared = {"body": {"A": entry, "B": {**entry, "name": "Second"}}}
    monkeypatch.setattr(module, "table", lambda _name: declared)
    for cached in (module.bodies, module._ids):
        cached.cache_clear()
    try:
        with pytest.raises(UsmexDataError, match="a name of A and of B"):
            body_of("Same")
    finally:
        monkeypatch.setattr(module, "table", catalogue.table)
        for cached in (module.bodies, module._ids):
            cached.cache_clear()
