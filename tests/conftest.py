"""What several tests share: a repository of its own to build in, and the tables built there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from five_texts import copy_five
from nbval_pictures import compare_pictures_too
from usmex_data.build import build
from usmex_data.corpus import ROOT_VARIABLE

compare_pictures_too()
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """The root of a repository with the five texts and nothing built; the package looks for its data there."""
    copy_five(tmp_path)
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def finished(built_once, tmp_path, monkeypatch):
    """The root of a repository with the five texts and their tables, to be written to."""
    root = tmp_path / "finished"
    shutil.copytree(built_once, root)
    monkeypatch.setenv(ROOT_VARIABLE, str(root))
    return root


@pytest.fixture(scope="session")
def built_once(tmp_path_factory):
    root = tmp_path_factory.mktemp("built")
    copy_five(root)
    build(root, strict=False)
    return root


@pytest.fixture
def built(built_once, monkeypatch):
    """The root of a repository whose tables are built; not to be written to."""
    monkeypatch.setenv(ROOT_VARIABLE, str(built_once))
    return built_once
