"""Sources put in, replaced and taken out: one command each, all or nothing, and never what a build would refuse."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from site_repository import write_sources
from usmex_data.build import build
from usmex_data.cli import main
from usmex_data.corpus import ROOT_VARIABLE, load_sources

OLD = "The valley has 300 goats. In 2020, trade came to $5 billion.\n"
NEW = "The harbor has 12 cranes and 40 ferries a week. It cost $7 million in 2021.\n"
COMMENT = "# what the second one is\n"


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A repository with two small sources, the place of all that is added here."""
    folder = tmp_path / "repository"
    write_sources(folder, {"first": OLD, "second": OLD.replace("goats", "sheep")})
    manifest = folder / "data/raw/sources.toml"
    manifest.write_text(manifest.read_text().replace("\n[second]", f"\n{COMMENT}[second]"))
    monkeypatch.setenv(ROOT_VARIABLE, str(folder))
    return folder


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "Harbor Brief.txt"
    path.write_text(NEW)
    return path


def raw(root):
    return {path.name: path.read_bytes() for path in (root / "data/raw").iterdir()}


def left(root):
    return {path.name for path in (root / "data").iterdir()}


def test_added_replaced_and_taken_out_again(root, report, capsys):
    before = raw(root)
    assert main(["add", str(report), "--title", "Harbor", "--published", "2024", "--rights", "© H."]) == 0
    assert [source.id for source in load_sources(root)] == ["first", "second", "harbor-brief"]
    assert build(root, strict=False).counts.sources == 3
    report.write_text(NEW.replace("12", "13"))
    assert main(["add", str(report), "--replace", "--author", "Ana Uno"]) == 0
    source = load_sources(root)[-1]
    assert (source.raw, source.title, source.published, source.rights, source.authors) == (
        NEW.replace("12", "13"), "Harbor", "2024", "© H.", ("Ana Uno",),
    )  # fmt: skip
    assert main(["remove", "harbor-brief"]) == 0
    assert "data/raw/harbor-brief.txt and its entry in sources.toml are gone" in capsys.readouterr().out
    assert raw(root) == before
    assert left(root) == {"raw", "clean"}


def test_a_source_in_the_middle_is_replaced_in_its_place_and_comments_stay(root, report):
    assert main(["add", str(report), "--id", "first", "--replace"]) == 0
    assert [source.id for source in load_sources(root)] == ["first", "second"]
    assert load_sources(root)[0].raw == NEW
    assert COMMENT + "[second]" in raw(root)["sources.toml"].decode()
    assert main(["remove", "first"]) == 0
    assert raw(root)["sources.toml"].decode().startswith(COMMENT + "[second]")


@pytest.mark.parametrize("command", [["add", "FILE", "--title", "T"], ["add", "FILE", "--id", "first", "--replace"]])
def test_a_dry_run_changes_nothing(root, report, capsys, command):
    before = raw(root)
    asked = [str(report) if word == "FILE" else word for word in command]
    assert main([*asked, "--dry-run"]) == 0
    assert main(["remove", "first", "--dry-run"]) == 0
    assert capsys.readouterr().out.count("Nothing was changed.") == 2
    assert raw(root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--title", "T", "--author", "A;B"], "authors: expected a list of names, one an author, without a semicolon"),
        (["--title", "T", "--author", ""], "authors: expected"),
        (["--title", "T", "--published", "2024-13-45"], "published: expected a date in EDTF"),
        (["--title", "T", "--published", "2024/2023"], "published: expected a date in EDTF"),
        (["--title", "T\x1b[31m"], "title: expected a text without control characters"),
        (["--title", "T", "--publisher", "half \udce9"], "publisher: expected a text without control characters"),
        ([], "title: expected something, it cannot be empty"),
        (["--title", "T", "--id", "index"], "becomes part of addresses"),
        (["--title", "T", "--id", "x" * 300], "becomes part of addresses"),
        (["--title", "T", "--id", "second"], "there is a source 'second' already"),
        (["--title", "T", "--id", "third", "--replace"], "there is no source 'third' to replace"),
        (["--title", "T", "--kind", "poem"], "kind: expected one of"),
    ],
)
def test_what_a_build_would_refuse_is_not_put_in(root, report, capsys, arguments, said):
    before = raw(root)
    assert main(["add", str(report), *arguments]) == 2
    out, error = capsys.readouterr()
    assert said in error
    assert "\x1b" not in error
    assert (out, raw(root), left(root)) == ("", before, {"raw"})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "an empty file"),
        (b" \n\t\n", "an empty file"),
        ("año 5%".encode("latin-1"), "not UTF-8"),
        (OLD.encode(), "the corpus has this text already\n  it is first"),
        (None, "no such file"),
    ],
)
def test_texts_that_cannot_be_a_source(root, tmp_path, capsys, content, said):
    before = raw(root)
    path = tmp_path / "new.txt"
    if content is not None:
        path.write_bytes(content)
    assert main(["add", str(path), "--title", "New"]) == 2
    assert said in capsys.readouterr().err
    assert raw(root) == before


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfUp 5% in 2019.\r\nAnd 7% in 2020.\r\n",  # a mark at its start, and lines as Windows ends them
        b"No figure in it.\n",
        "Ünï – 5 %\u2028in 2019 \U0001f600.".encode(),
    ],
)
def test_texts_of_every_make_are_built(root, tmp_path, content):
    (tmp_path / "new.txt").write_bytes(content)
    (tmp_path / "link.txt").symlink_to("new.txt")
    assert (
        main(["add", str(tmp_path / "link.txt"), "--title", "A ] title\n# with `marks`", "--author", 'A "Q" O\'H']) == 0
    )
    assert build(root, strict=False).counts.sources == 3
    assert load_sources(root)[-1].authors == ('A "Q" O\'H',)


def test_a_long_name_makes_an_id_that_a_file_can_have(root, tmp_path):
    path = tmp_path / (f"{'long ' * 49}.txt")
    path.write_text(NEW)
    assert main(["add", str(path), "--title", "Long"]) == 0
    assert len(load_sources(root)[-1].id) <= 60


@pytest.mark.parametrize(
    ("name", "said"), [("third", "there is no source 'third'\n  one of first, second"), ("first;second", "no source")]
)
def test_what_is_not_there_is_not_taken_out(root, capsys, name, said):
    assert main(["remove", name]) == 2
    assert said in capsys.readouterr().err


def test_the_last_source_stays(root, capsys):
    assert main(["remove", "first"]) == 0
    assert main(["remove", "second"]) == 2
    assert "it is the last source" in capsys.readouterr().err
    assert [source.id for source in load_sources(root)] == ["second"]


def test_who_still_names_it_is_told(root, capsys):
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("See [it](sources/first.html#first-11) and first-rate or my-first things.\n")
    assert main(["remove", "first"]) == 0
    assert "first is still named in\n  docs/index.md: 2 times\n" in capsys.readouterr().out


# A disk that fills up is a limit on the size of files here; the process stops for good where the test asks for it.
HURT = """
import resource, signal, sys
from usmex_data.cli import main
how, arguments = sys.argv[1], sys.argv[2:]
if how == "full":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
else:
    import os
    from usmex_data.storage import write
    real = write.write_file
    def write_and_die(path, content):
        real(path, content)
        os.kill(os.getpid(), signal.SIGKILL)
    import usmex_data.commands.manifest as manifest
    manifest.write_file = write_and_die
raise SystemExit(main(arguments))
"""


@pytest.mark.parametrize("arguments", [["add", "FILE", "--title", "T"], ["add", "FILE", "--id", "first", "--replace"]])
@pytest.mark.parametrize(("how", "status"), [("full", 2), ("killed", -9)])
def test_a_full_disk_or_a_killed_process_leaves_the_corpus_as_it_was(root, report, arguments, how, status):
    before = raw(root)
    asked = [str(report) if word == "FILE" else word for word in arguments]
    done = subprocess.run([sys.executable, "-c", HURT, how, *asked], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert how != "full" or done.stderr.startswith("error: ")
    assert raw(root) == before
    assert main(asked) == 0, "what was left stops nobody"
    assert left(root) == {"raw"}


def test_two_at_once_lose_none(root, tmp_path):
    names = ["third", "fourth", "fifth"]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(f"The {name} harbor has 12 cranes.\n")
    command = [sys.executable, "-m", "usmex_data", "add", "--title", "T"]
    running = [subprocess.Popen([*command, str(tmp_path / f"{name}.txt")], stdout=subprocess.DEVNULL) for name in names]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert sorted(tomllib.loads(raw(root)["sources.toml"].decode())) == sorted(["first", "second", *names])
    assert len(load_sources(root)) == 5


def test_a_manifest_that_is_written_otherwise_is_told_apart_or_left(root, report, capsys):
    manifest = root / "data/raw/sources.toml"
    manifest.write_text(manifest.read_text().replace("[first]", '[ "first" ]   # the first'))
    assert main(["add", str(report), "--id", "first", "--replace"]) == 0
    text = manifest.read_text()
    manifest.write_text(
        text.replace("[first]\n", "[first]\nrights = '''\n[first]\n'''\n", 1).replace('rights = ""\n', "", 1)
    )
    before = raw(root)
    assert main(["remove", "first"]) in (0, 2)
    assert raw(root) == before or [source.id for source in load_sources(root)] == ["second"]


def test_suggestions_are_unique_and_complete_on_request(root, tmp_path, capsys):
    things = "cranes ferries tugs sheds wharves pilots divers barges trucks sailors cooks clerks".split()
    (tmp_path / "many.txt").write_text(
        "".join(f"The harbor has {n + 20} {thing}.\n\n" for n, thing in enumerate(things))
    )
    assert main(["add", str(tmp_path / "many.txt"), "--title", "Many", "--dry-run"]) == 0
    some = capsys.readouterr().out
    assert main(["add", str(tmp_path / "many.txt"), "--title", "Many", "--dry-run", "--all"]) == 0
    every = capsys.readouterr().out
    assert some.count("[indicator.") == 8
    assert "… and 4 more: --all shows them" in some
    written = every[every.index("[indicator.") : every.index("Nothing was changed.")]
    assert list(tomllib.loads(written)["indicator"]) == things


def test_an_installed_corpus_is_not_written_to(root, tmp_path, monkeypatch, report, capsys):
    monkeypatch.delenv(ROOT_VARIABLE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("usmex_data.corpus.__file__", str(tmp_path / "site/usmex_data/corpus.py"))
    assert main(["add", str(report), "--title", "T"]) == 2
    assert main(["remove", "first"]) == 2
    assert capsys.readouterr().err.count("error: ") == 2
    assert not Path("data").exists()
