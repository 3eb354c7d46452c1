"""The command line as a user types it: what is printed where, and with which exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from usmex_data import __version__
from usmex_data.cli import main
from usmex_data.commands import build as build_command
from usmex_data.commands import extract as extract_command
from usmex_data.commands.add import slug
from usmex_data.commands.check import differences
from usmex_data.commands.progress import Progress
from usmex_data.corpus import load_sources
from usmex_data.extraction import COLUMNS
from usmex_data.notebooks.execute import Run
from word_files import docx, p

SENTENCE = "Mexico imported 5.1 billion cubic feet per day in 2019.\n"
NEW = """# A made-up brief

In 2019, annual trade between the United States and Mexico came to $616.38 billion.

The new plant in Sonora opened with 412 machines for weaving, at a cost of about $7 million.
"""


def run(*arguments, text=None, cwd=None):
    command = [sys.executable, "-m", "usmex_data", *map(str, arguments)]
    data = text.encode() if isinstance(text, str) else text
    done = subprocess.run(command, input=data, capture_output=True, check=False, cwd=cwd)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def table(out):
    return list(csv.DictReader(io.StringIO(out, newline="")))


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    (folder / "deep" / ".hidden").mkdir(parents=True)
    for name, number in (("b.txt", 2), ("a.md", 1), ("deep/c.txt", 3)):
        (folder / name).write_text(f"The price rose by {number}% in 2020.\n")
    (folder / "deep/.hidden/d.txt").write_text("9%\n")
    (folder / "table.xlsx").write_text("9%\n")
    return folder


# --- extract ---


def test_extract_writes_csv_with_the_columns_of_the_api():
    status, out, said = run("extract", "-", text=SENTENCE)
    assert (status, said) == (0, "")
    assert out.split("\n")[0].split(",") == ["file", *COLUMNS]
    claim = next(row for row in table(out) if row["disposition"] == "claim")
    assert (claim["file"], claim["value"], claim["unit"], claim["period"]) == ("-", "5.1", "bcf/day", "2019")
    assert SENTENCE[int(claim["start"]) : int(claim["end"])] == claim["text"]


def test_extract_sums_up_its_doubts_in_a_line():
    text = "Canada spent $9 billion on ports and $2 billion on rails. Peru spent 3 billion soles."
    status, out, said = run("extract", "-", text=text)
    assert status == 0
    assert [row["doubt"] for row in table(out)] == ["whose_dollar", "whose_dollar", ""]
    assert said.strip() == "doubt: 2 of 3 claims (whose_dollar 2)"


def test_extract_writes_json_lines():
    status, out, _ = run(
        "extract", "--format", "jsonl", "--claims", "-", text="Trade was “$616.38 billion”, or 5 to 7% more."
    )
    first, second = (json.loads(line) for line in out.splitlines())
    assert status == 0
    assert (first["value"], first["unit"]) == (616380000000, "USD")
    assert (second["value"], second["value_low"], second["value_high"]) == (None, 5, 7)
    assert '"value": 616380000000,' in out


def test_folders_and_globs_in_order(texts):
    status, out, said = run("extract", "--claims", texts)
    assert status == 0
    assert [(Path(row["file"]).name, row["value"]) for row in table(out)] == [
        ("a.md", "1"),
        ("b.txt", "2"),
        ("c.txt", "3"),
    ]
    assert "3 of 3 files read" in said
    assert run("extract", "--claims", f"{texts}/**/*.txt")[1].count("claim") == 2
    assert [row["value"] for row in table(run("extract", "--claims", f"{texts}/b.txt", f"{texts}/a.md")[1])] == [
        "2",
        "1",
    ]


BAD = {
    "none.txt": (None, "no such file"),
    "empty.txt": (b"", "an empty file"),
    "nul.txt": (b"a\0b", "a NUL"),
    "picture.txt": (b"\x89PNG\r\n", "a picture"),
    "latin.txt": ("año 5%".encode("latin-1"), "not UTF-8"),
    "surrogate.txt": (b"5% \xed\xa0\x80", "not UTF-8"),
    "wide.txt": ("5 percent".encode("utf-16"), "UTF-16"),
    "spanish.txt": (
        ("El comercio de los dos países creció un 5% en el año y la inversión más. " * 9).encode(),
        "in Spanish",
    ),
    "broken.pdf": (b"%PDF-1.4 broken", "a damaged PDF"),
}


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_files_are_reported_and_passed_over(texts, jobs):
    names = []
    for name, (content, _) in BAD.items():
        if content is not None:
            (texts / name).write_bytes(content)
        names += [texts / name, texts / "a.md"]
    status, out, said = run("extract", "--claims", "--jobs", jobs, *names)
    assert status == 1
    assert [row["value"] for row in table(out)] == ["1"] * len(BAD)
    assert f"{len(BAD)} of {2 * len(BAD)} files read, {len(BAD)} passed over" in said
    for name, (_, what) in BAD.items():
        (line,) = [line for line in said.splitlines() if f"{name}:" in line]
        assert line.startswith("passed over: ")
        assert what in line
    assert "Traceback" not in said


def test_nothing_to_read_is_a_problem(tmp_path):
    status, out, said = run("extract", tmp_path, f"{tmp_path}/*.txt")
    assert (status, len(out.splitlines())) == (1, 1)
    assert "no file in it that ends in" in said
    assert "matches no file" in said


def test_crlf_and_a_byte_order_mark_are_read_and_noted(texts):
    (texts / "dos.txt").write_bytes(b"\xef\xbb\xbfOne line.\r\nUp 5% in 2019.\r\n")
    status, out, said = run("extract", "--claims", texts / "dos.txt")
    (row,) = table(out)
    assert status == 0
    assert (int(row["start"]), row["text"]) == (15, "5%")
    assert "byte order mark" in said
    assert "CRLF" in said


def test_processes_make_no_difference(texts):
    for number in range(12):
        (texts / f"n{number:02}.txt").write_text(f"Growth of {number + 10}% in 2020. " * 20)
    one = run("extract", "--jobs", 1, texts)
    assert run("extract", "--jobs", 3, texts)[1] == one[1]
    assert len({row["file"] for row in table(one[1])}) == 15


def test_a_file_that_ends_the_process_loses_no_other(texts, monkeypatch, capsys):
    real = extract_command.read_file

    def read(path, encoding, limits):
        if path.name == "b.txt":
            os._exit(1)
        return real(path, encoding, limits)

    # The pool's processes are forks of this one, and so inherit the fault.
    monkeypatch.setattr(extract_command, "read_file", read)
    out = io.StringIO()
    assert extract_command.run([str(texts)], jobs=2, only_claims=True, out=out) == 1
    assert [row["value"] for row in table(out.getvalue())] == ["1", "3"]
    assert "reading it ends the process" in capsys.readouterr().err


def test_a_defect_in_one_file_loses_no_other(texts, monkeypatch, capsys):
    real = extract_command.rows

    def rows(text, *, published, country, language):
        if "2%" in text:
            raise ZeroDivisionError("oh")
        return real(text, published=published)

    monkeypatch.setattr(extract_command, "rows", rows)
    out = io.StringIO()
    assert extract_command.run([str(texts)], jobs=1, only_claims=True, out=out) == 1
    assert [row["value"] for row in table(out.getvalue())] == ["1", "3"]
    assert "b.txt: ZeroDivisionError: oh\n  a defect of this program" in capsys.readouterr().err


def test_results_come_as_they_are_made(texts):
    """The first file's rows can be read while the second is still being written by someone."""
    pipe = texts / "pipe.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "usmex_data", "extract", "--claims", "--jobs", "1", str(texts / "a.md"), str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout.readline().startswith(b"file,start")
        assert b",1%" in process.stdout.readline() or b"1%" in process.stdout.peek()
        pipe.write_text("Up by 7% in 2020.\n")
        assert b"7%" in process.stdout.read()
    assert process.returncode == 0


def test_a_reader_that_has_enough_is_no_error(texts):
    (texts / "long.txt").write_text("Growth of 5% in 2020. " * 5_000)
    command = f"{sys.executable} -m usmex_data extract {texts}/long.txt | head -n 2"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 2
    assert "Traceback" not in done.stderr


def test_an_interrupt_is_no_traceback(texts):
    pipe = texts / "pipe.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "usmex_data", "extract", "--jobs", "1", str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline().startswith(b"file,start")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said == b"stopped\n"


def test_limits_are_said_counted_and_put_down(texts, tmp_path):
    """Low limits on ordinary files: the others are read all the same."""
    (texts / "large.txt").write_text("Growth of 5% in 2020.\n" * 10)
    (texts / "packed.docx").write_bytes(docx(*[p("Growth of 5% in 2020.")] * 50))
    pipe = texts / "pipe.txt"
    os.mkfifo(pipe)
    failures = tmp_path / "failures.csv"
    low = ["--max-bytes", 2000, "--max-expansion", 1, "--max-seconds", 15]
    names = [texts / "large.txt", texts / "packed.docx", pipe, "/dev/zero", "", "/none/such.txt", texts / "a.md"]
    (texts / "large.txt").write_text("Growth of 5% in 2020.\n" * 100)
    status, out, said = run("extract", "--claims", "--jobs", 2, *low, "--failures", failures, *names)
    assert status == 1
    assert [row["value"] for row in table(out)] == ["1"]
    assert "1 of 7 files read, 6 passed over" in said
    found = table(failures.read_text())
    assert [(Path(row["file"]).name, row["problem"]) for row in found] == [
        ("large.txt", "more than 2,000 bytes"),
        ("packed.docx", found[1]["problem"]),
        ("pipe.txt", "took longer than 15 seconds"),
        ("zero", "a device, not a file"),
        ("", "an empty name"),
        ("such.txt", "no such file"),
    ]
    assert found[1]["problem"].startswith("unpacks to")
    assert all(row["remedy"] for row in found)


def test_failures_that_cannot_be_written_stop_the_command_before_it_begins(texts):
    status, out, said = run("extract", "--failures", texts / "none" / "f.csv", texts)
    assert (status, out) == (2, "")
    assert "cannot be written: No such file or directory" in said


def test_standard_input_takes_its_turn(texts):
    status, out, _ = run("extract", "--claims", texts / "b.txt", "-", texts / "a.md", text="Up 7% in 2020.")
    assert (status, [row["value"] for row in table(out)]) == (0, ["2", "7", "1"])


HOSTILE = "A share of 5 percent =HYPERLINK(1) and -4 percent of @SUM(A1) fell to +3 percent.\n"


def test_no_cell_is_a_formula_for_a_spreadsheet(tmp_path):
    """A name or a word that begins as a formula gets an apostrophe; a figure with its sign stays what it is."""
    path = tmp_path / "=1+cmd.txt"
    path.write_text(HOSTILE)
    out = subprocess.run(
        [sys.executable, "-m", "usmex_data", "extract", path.name], capture_output=True, check=True, cwd=tmp_path
    ).stdout.decode()
    cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
    assert "'=1+cmd.txt" in cells
    assert {cell for cell in cells if cell[:1] in "=+-@\t\r" and cell and not re.fullmatch(r"[-+]\d.*", cell)} == set()
    (first, *_) = run("extract", "--format", "jsonl", path)[1].splitlines()
    assert json.loads(first)["file"] == str(path)


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(A1)", "\t=1", "\r=1", "+cmd|' /C calc'!A0", "-2+3+cmd|x", "-A1", "=", "+(1)"]
)
def test_what_begins_as_a_formula_is_made_harmless(cell):
    assert extract_command._harmless(cell) == (cell if cell == "=" else f"'{cell}")


@pytest.mark.parametrize("cell", ["-4 percent", "+5%", "-$5", "+ 3", "−4", "5 = 3", "", "-", "=", "a=b"])
def test_a_figure_with_its_sign_stays(cell):
    assert extract_command._harmless(cell) == cell


# --- errors and help ---


def test_help_names_the_commands():
    status, out, _ = run("--help")
    assert status == 0
    for command in ("build", "extract", "check", "show", "add", "notebooks", "site"):
        assert re.search(rf"\n    {command}\s", out)
    assert run("--version")[1] == f"{__version__}\n"


@pytest.mark.parametrize("command", ["build", "extract", "check", "show", "add", "notebooks", "site"])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert "usage: usmex_data" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extrat", "x"],
        ["extract"],
        ["show"],
        ["extract", "--format", "xml", "-"],
        ["extract", "--published", "May", "-"],
    ],
)
def test_what_cannot_be_meant_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_an_error_is_printed_without_a_traceback(corpus, capsys):
    (corpus / "data/raw/forum-page.txt").unlink()
    assert main(["check"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("error: ")
    assert "forum-page.txt: no such file\n  put it back" in said


# --- build and check ---


def test_build_says_what_it_made_and_then_that_it_is_up_to_date(finished, capsys):
    assert main(["build", "--tables", "--draft", "--force"]) in (0, 1)
    assert "5 sources" in capsys.readouterr().out
    status = main(["build", "--tables", "--draft"])
    out = capsys.readouterr().out
    assert status == 0 or "gaps" in out
    assert status == 1 or out.startswith("up to date: 5 sources, ")
    assert " tables, 0 notebooks, " in out


def test_a_build_runs_notebooks_and_site_only_when_something_changed(finished, monkeypatch, capsys):
    ran = []
    (finished / "notebooks").mkdir()
    (finished / "notebooks/one.ipynb").write_text('{"cells": []}')

    def try_all(paths, workers, *, done):
        ran.extend(path.name for path in paths)
        return [Run(path, 0.1, written=True) for path in paths]

    monkeypatch.setattr("usmex_data.notebooks.update.try_all", try_all)
    monkeypatch.setattr(build_command, "_site", lambda root: "")
    for _ in range(2):
        main(["build", "--draft"])
    assert "1 notebooks" in capsys.readouterr().out
    assert ran == ["one.ipynb"]
    (finished / "data/clean/trade.csv").write_text("")
    main(["build", "--draft"])
    assert ran == ["one.ipynb"]  # the build has mended the table, so that the notebooks are as they should be
    (finished / "notebooks/one.ipynb").write_text('{"cells": [ ]}')
    main(["notebooks"])
    assert ran == ["one.ipynb"] * 2


def test_check_finds_tables_as_they_should_be(finished, capsys):
    assert main(["check", "--draft"]) == 0
    assert "data/clean/ is what a build makes: " in capsys.readouterr().out


def test_check_lists_what_differs(finished, capsys):
    claims = finished / "data/clean/claims.csv"
    lines = claims.read_text("utf-8").splitlines(keepends=True)
    first = lines[1].split(",")[0]
    claims.write_text("".join([lines[0], lines[1].replace(",approx,", ",exact,"), *lines[3:]]), "utf-8")
    (finished / "data/clean/trade.csv").unlink()
    (finished / "data/clean/extra.csv").write_text("id\n")
    assert main(["check", "--draft"]) == 1
    out = capsys.readouterr().out
    assert f"claims.csv: {first}: modifier is 'exact', a build makes 'approx'\n" in out
    assert f"claims.csv: {lines[2].split(',')[0]} is missing\n" in out
    assert "trade.csv: missing\n" in out
    assert "extra.csv: nothing makes it\n" in out


@pytest.mark.parametrize(
    ("made", "there", "said"),
    [
        (b"id,v\na,1\n", b"id,v\na,1\n", []),
        (b"id,v\na,1\n", b"id,v\na,2\n", ["t.csv: a: v is '2', a build makes '1'"]),
        (b"id,v\na,1\nb,2\n", b"id,v\na,1\n", ["t.csv: b is missing"]),
        (b"id,v\na,1\n", b"id,v\na,1\nb,2\n", ["t.csv: b is one that no build makes"]),
        (b"id,v\na,1\nb,2\n", b"id,v\nb,2\na,1\n", ["t.csv: its rows are in another order, from a on"]),
        (b"id,v\na,1\n", b"id,w\na,1\n", ["t.csv: its columns are id, w, a build makes id, v"]),
        (b"id,v\na,1\n", b"id,v\r\na,1\r\n", ["t.csv: differs in quotes or line ends alone"]),
        (b"id,v\na,1\n", b"id,v\na,1\na,1\n", ["t.csv: has a key twice"]),
        (b"id,v\na,1\n", b"id,v\na\n", ["t.csv: a: 1 cells, not 2"]),
        (b"id,v\na,1\n", b"\xff", ["t.csv: is no table any more"]),
        (b"id,v\na,1\n", b"", ["t.csv: is no table any more"]),
    ],
)
def test_differences_in_words(made, there, said):
    assert list(differences({"t.csv": made}, {"t.csv": there})) == said


# --- show ---


def test_show_marks_the_figure_and_proves_its_place(built, capsys):
    raw = (built / "data/raw/forum-page.txt").read_bytes().decode()
    at = raw.index("616.38 billion")
    assert main(["show", f"forum-page-{at}"]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    carets = next(number for number, line in enumerate(lines) if set(line.strip()) == {"^"})
    under = lines[carets - 1]
    assert under[lines[carets].index("^") : lines[carets].rindex("^") + 1] == "$616.38 billion"
    assert "value       616380000000 USD (exact)" in out
    assert f"code points {at - 1} to {at + 14}:" in out
    assert "'$616.38 billion'" in out
    assert "U.S.-Mexico Forum (forum-page)" in out


def test_every_claim_is_shown_with_its_proof(built, capsys, monkeypatch):
    sources = load_sources(built)
    monkeypatch.setattr("usmex_data.commands.show.load_sources", lambda: sources)
    rows = table((built / "data/clean/claims.csv").read_text("utf-8"))
    assert len(rows) > 250
    for row in rows:
        assert main(["show", row["claim_id"]]) == 0, row["claim_id"]
        assert f"code points {row['start']} to {row['end']}:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("claim_id", "said"),
    [
        ("forum-page-1", "there is no claim 'forum-page-1'\n  the nearest are forum-page-"),
        ("form-page-1", "the sources are white-papers, trade-paper"),
        ("nonsense", "an id is a source and an offset"),
    ],
)
def test_an_unknown_claim_names_the_nearest(built, capsys, claim_id, said):
    assert main(["show", claim_id]) == 2
    assert said in capsys.readouterr().err


# --- add ---


def test_add_puts_a_report_in_and_says_what_is_new(finished, tmp_path, capsys):
    report = tmp_path / "A Made-up Brief.md"
    report.write_text(NEW)
    before = {path.name: path.read_bytes() for path in (finished / "data/raw").iterdir()}
    asked = [
        "add",
        str(report),
        "--title",
        'A "made-up" brief',
        "--author",
        "Ana Uno",
        "--author",
        "Bea Dos",
        "--published",
        "2024",
    ]
    assert main([*asked, "--dry-run"]) == 0
    assert "Nothing was changed." in capsys.readouterr().out
    assert {path.name: path.read_bytes() for path in (finished / "data/raw").iterdir()} == before
    assert main(asked) == 0
    out = capsys.readouterr().out
    assert "(a-made-up-brief): " in out
    assert "3 claims" in out
    assert "Without an indicator: " in out
    assert "412 machines" in out
    assert "[indicator." in out
    assert "Next: make" in out
    source = load_sources(finished)[-1]
    assert (source.id, source.title, source.published) == ("a-made-up-brief", 'A "made-up" brief', "2024")
    assert source.authors == ("Ana Uno", "Bea Dos")
    assert source.raw == NEW
    manifest = (finished / "data/raw/sources.toml").read_bytes()
    assert manifest.startswith(before["sources.toml"].rstrip())
    assert main(["build", "--tables", "--draft"]) in (0, 1)
    out, said = capsys.readouterr()
    assert "6 sources" in out
    assert "without an indicator, in the table 'other':" in said
    assert "no entry knows “412”" in said
    other = table((finished / "data/clean/other.csv").read_text("utf-8"))
    assert "412" in [row["value"] for row in other]


def test_add_knows_a_fact_that_another_source_states(finished, tmp_path, capsys):
    known = (finished / "data/raw/report-2022.txt").read_bytes().decode()
    at = known.index("Nearly 150")
    sentence = known[at : known.index(".", at) + 1].replace("\n", " ")
    (tmp_path / "again.txt").write_text(f"What the report said.\n\n{sentence}\n")
    assert main(["add", str(tmp_path / "again.txt"), "--title", "Again", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "New facts: 0" in out
    assert "Known from other sources: 1\n  Nearly 150" in out


@pytest.mark.parametrize(
    "refused",
    [
        ("white-papers.txt", NEW, "there is a source 'white-papers' already"),
        ("new.txt", None, "the corpus has this text already\n  it is forum-page"),
        ("new.txt", "", "an empty file"),
        ("new.txt", NEW, "published: expected a date in EDTF", "--published", "last May"),
        ("new.txt", NEW, "kind: expected one of", "--kind", "poem"),
        ("new.txt", NEW, "a source's id becomes part of addresses", "--id", "New Report"),
        ("new.txt", "El comercio de los dos países creció un 5% en el año y la inversión más. " * 9, "in Spanish"),
        ("new.pdf", NEW, "named like a PDF"),
    ],
    ids=lambda refused: refused[2][:30],
)
def test_add_refuses_what_the_corpus_would(finished, tmp_path, capsys, refused):
    name, content, said, *more = refused
    before = {path.name: path.read_bytes() for path in (finished / "data/raw").iterdir()}
    data = before["forum-page.txt"] if content is None else content.encode()
    (tmp_path / name).write_bytes(data)
    assert main(["add", str(tmp_path / name), "--title", "New", *more]) == 2
    assert said in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in (finished / "data/raw").iterdir()} == before


def test_an_entry_is_toml_whatever_the_title_holds(finished, tmp_path, capsys):
    title = 'Tab\t "quote" \\ back\nline \x7f ñ 😀'
    (tmp_path / "odd.txt").write_text(NEW)
    assert main(["add", str(tmp_path / "odd.txt"), "--title", title]) == 0
    assert tomllib.loads((finished / "data/raw/sources.toml").read_text("utf-8"))["odd"]["title"] == title


@pytest.mark.parametrize(
    ("name", "made"),
    [("Report 2024", "report-2024"), ("Informe_Año(1)", "informe-ano-1"), ("--a--", "a"), ("报告", "")],
)
def test_an_id_is_made_from_a_name(name, made):
    assert slug(name) == made


# --- progress ---


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_plain_in_a_log_and_quiet_when_short():
    log = io.StringIO()
    with Progress("reading", 3, log) as progress:
        progress.step("one")
        progress.say("a note")
    assert log.getvalue() == "a note\n"


def test_progress_says_a_line_now_and_then_in_a_log(monkeypatch):
    monkeypatch.setattr("usmex_data.commands.progress._PLAIN_EVERY", 0)
    log = io.StringIO()
    with Progress("reading", 3, log) as progress:
        progress.step("one")
        progress.stage("writing", 2)
        progress.told("two", 2, 2)
    assert log.getvalue() == "reading 1 of 3\nwriting\nwriting 2 of 2\n"


def test_progress_is_a_bar_at_a_terminal_and_then_gone(monkeypatch):
    monkeypatch.setattr("usmex_data.commands.progress._PATIENCE", 0)
    screen = Terminal()
    with Progress("reading", 3, screen) as progress:
        progress.step("[/bold] one")
        progress.say("a [/note]")
        progress.step("two")
    shown = screen.getvalue()
    assert "reading" in shown
    assert "2/3" in shown
    assert "a [/note]" in shown


def test_audit_lists_every_check_with_its_verdict(capsys):
    assert main(["audit"]) == 0
    out = capsys.readouterr().out
    lines = [line for line in out.splitlines() if line.startswith("non-regional-content ")]
    # 33.3 percent is printed for 12.5 of 37.5 points, a third: right but for the digits left out.
    assert len(lines) == 1
    assert "holds_within_rounding" in lines[0]


def test_audit_shows_the_sentences_that_do_not_agree_side_by_side(capsys):
    assert main(["audit", "mexico-rank-among-us-partners"]) == 0
    out = capsys.readouterr().out
    assert "«second largest partner»" in out
    assert "«first trading partner»" in out


def test_audit_of_a_check_that_there_is_not(capsys):
    assert main(["audit", "no-such-check"]) == 2
    assert "no-such-check" in capsys.readouterr().err
