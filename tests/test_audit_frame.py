"""What an audit of any texts gives: a frame, lines of JSON, a page, an exit status."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pytest

import usmex_data as um
from usmex_data.audit.frame import json_lines, pairs, records
from usmex_data.audit.present import page, terminal
from usmex_data.audit.texts import audit_texts
from usmex_data.commands.audit import are_files, run
from usmex_data.errors import UsmexDataError

WRONG = "Rents rose from $800 to $1,000, an increase of 15 percent."
RIGHT = "Rents rose from $800 to $1,000, an increase of 25 percent."


def test_the_frame_has_a_row_a_finding_the_worst_first() -> None:
    frame = um.audit({"wrong": WRONG, "right": RIGHT})
    assert frame.verdict.tolist() == ["does_not_hold", "holds"]
    assert frame.severity[0] == "substance"
    assert frame.basis[0] == "rule"
    assert frame.files[0] == ["wrong"]


def test_offsets_count_the_text_as_given() -> None:
    text = f"Two lines\nbefore.\n\n{WRONG}"
    [found] = [each for each in records(audit_texts([text])) if each["verdict"] == "does_not_hold"]
    assert sorted(text[figure["start"] : figure["end"]] for figure in found["figures"]) == [
        "$1,000",
        "$800",
        "15 percent",
    ]
    for figure in found["figures"]:
        assert figure["sentence"][figure["at"] : figure["at"] + figure["width"]] == figure["text"]


def test_a_line_of_json_names_file_figures_and_question() -> None:
    [line] = list(json_lines(audit_texts({"a/b c.txt": WRONG})))
    record = json.loads(line)
    assert record["file"] == "a/b c.txt"
    assert record["question"].endswith("which is it?")
    assert {"kind", "verdict", "severity", "explanation", "figures"} <= set(record)


def test_names_that_a_formula_cannot_hold_are_fine() -> None:
    found = list(records(audit_texts({"[x] <y>": WRONG, "z/[x] <y>": WRONG.replace("15", "12")})))
    assert {each["files"][0] for each in found if each["verdict"] == "does_not_hold"} == {"[x] <y>", "z/[x] <y>"}


def test_no_texts_have_no_findings() -> None:
    assert um.audit([]).empty
    assert um.audit("").empty


def test_what_is_no_text_is_an_error() -> None:
    with pytest.raises(UsmexDataError, match="expected texts by name, found int"):
        um.audit({"a": 3})  # type: ignore[dict-item]


def test_a_page_holds_hostile_text_as_text_and_asks_for_nothing() -> None:
    hostile = WRONG.replace("Rents", "<script>alert(1)</script> Rents & <img src=x onerror=alert(1)>")
    audited = audit_texts({'"><script>x</script>': hostile})
    html = page(list(records(audited)), "A <b>title</b>", pairs(audited, 5))
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;b&gt;title" in html
    assert "<mark>15 percent</mark>" in html
    assert "http" not in html.replace("http-equiv", "")


def test_the_terminal_shows_the_sentence_with_its_figures_marked() -> None:
    told = terminal(list(records(audit_texts({"report": WRONG}))))
    assert "report:" in told
    assert "from «$800» to «$1,000», an increase of «15 percent»." in told
    assert told.endswith("1 findings: 1 does not hold (1 substance)")


@pytest.mark.parametrize(
    ("text", "status"),
    [(WRONG, 1), (RIGHT, 0), ("Turnout rose from 40 percent to 44 percent, an increase of 4 percent.", 0)],
)
def test_the_exit_status_says_whether_substance_fails(tmp_path: Path, text: str, status: int) -> None:
    file = tmp_path / "report.md"
    file.write_text(text, encoding="utf-8")
    out = io.StringIO()
    assert run([str(file)], form="jsonl", out=out) == status
    assert all(json.loads(line)["file"] == str(file) for line in out.getvalue().splitlines())


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(tmp_path / "none.txt")], out=io.StringIO()) == 2
    assert "none.txt" in capsys.readouterr().err


def test_ids_are_no_files() -> None:
    assert are_files(["report.txt"])
    assert are_files(["texts/*"])
    assert not are_files(["merida-reformulated"])


def test_figures_of_one_thing_are_offered_for_comparison() -> None:
    texts = {
        "one": "In 2021 the clinic of Arusha treated 4,100 patients with malaria at night.",
        "two": "The clinic of Arusha treated 5,200 patients with malaria in 2021, as its nurses say.",
    }
    found = pairs(audit_texts(texts), 3)
    assert [[figure["text"] for figure in each["figures"]] for each in found] == [["4,100", "5,200"]]


def test_a_thousand_sentences_take_seconds() -> None:
    words = "harbour mill school orchard library clinic museum market quarry theatre".split()
    text = "\n\n".join(
        f"In {1900 + n % 100}, the {words[n % 10]} of district {n} had {n + 200} visitors from abroad."
        for n in range(1000)
    )
    started = time.process_time()
    audit_texts(text)
    # Three seconds on a quiet machine; a busy one is granted five times as much.
    assert time.process_time() - started < 15
