"""Measures libraries that read PDF, HTML and Word beside this package, on files that the tests make.

    .venv/bin/uv run --no-project --with pypdf --with pdfplumber --with pypdfium2 --with html5lib --with lxml \
        --with selectolax --with beautifulsoup4 --with python-docx --with mammoth --with docx2python \
        --with-editable . python benchmarks/formats.py

A library that is not installed is left out. The table is in docs/formats.md.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

import pdf_files as pf  # noqa: E402 - it is found by the line above
import word_files as wf  # noqa: E402

Reader = Callable[[bytes], str]
Case = tuple[str, bytes, Callable[[str], bool]]

LEFT = [
    "Mexico sold more of its gas than in",
    "any year before, and prices fell by",
    "5% in 2019, said the ministry. This",
] * 2
RIGHT = [
    "and of a loss of 40 jobs in the mill.",
    "A later paragraph says that it was",
    "not to be so: 12 mills were opened in",
] * 2
PAGE = pf.lines(72, 740, ["The farms of the north sold 40 tons of corn at 5 dollars a ton in 2019."] * 50)


def holds(*parts: str) -> Callable[[str], bool]:
    """Whether a text has all of these, bars and white space aside."""
    return lambda text: all(part in _flat(text.replace("|", " ")) for part in parts)


def lacks(*parts: str) -> Callable[[str], bool]:
    """Whether a text has none of these."""
    return lambda text: not any(part in text for part in parts)


def ours(kind: str) -> Reader:
    """This package's reader."""
    from usmex_data.formats import read_bytes

    return lambda content: read_bytes(content, "a file", kind).text


# --- PDF ---


def _pypdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in import_module("pypdf").PdfReader(io.BytesIO(content)).pages)


def _plumber(content: bytes) -> str:
    with import_module("pdfplumber").open(io.BytesIO(content)) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pdfium(content: bytes) -> str:
    document = import_module("pypdfium2").PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _flat(text: str) -> str:
    return " ".join(text.split())


def pdf_cases() -> list[Case]:
    """What is asked of a PDF reader."""
    both = pf.lines(72, 690, LEFT) + pf.lines(310, 690, RIGHT)
    mixed = "".join(
        pf.at(72, 690 - 12 * place, one) + pf.at(310, 690 - 12 * place, two)
        for place, (one, two) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    table = pf.rows(
        [72, 200, 330], 600, [["Year", "Imports (MW)", "Price"], ["2019", "140", "55.5"], ["2020", "155", "48"]]
    )
    by_column = "".join(pf.lines(x, 600, texts, 10, 14) for x, texts in ((72, ["2019", "2020"]), (200, ["140", "155"])))
    heads = [pf.at(72, 770, "Corn Review 2021") + pf.at(72, 690, f"Of {n}0 tons, none was sold.") for n in (4, 5, 6)]
    ticks = "".join(pf.right(90, 300 + 40 * step, str(20 * step)) for step in range(6))
    want = _flat(" ".join(LEFT + RIGHT))
    mark = pf.raised(72, 700, "in 2019", "3", after=" it rose")
    return [
        ("a raised mark is apart from 2019", pf.pdf(mark), lacks("20193")),
        ("two columns", pf.pdf(both), holds(want)),
        ("two columns, drawn line by line", pf.pdf(mixed), holds(want)),
        ("rows of a table", pf.pdf(table), holds("2019 140 55.5", "2020 155 48")),
        ("rows, drawn by column", pf.pdf(by_column), holds("2019 140")),
        ("running heads are out", pf.pdf(*heads), lacks("Review")),
        ("ticks of an axis are out", pf.pdf(pf.at(72, 690, "Exports rose by 7 percent.") + ticks), lacks("80")),
    ]


# --- HTML ---


def _bs4(content: bytes) -> str:
    return str(import_module("bs4").BeautifulSoup(content, "html.parser").get_text(" "))


def _lxml(content: bytes) -> str:
    return str(import_module("lxml.html").fromstring(content).text_content())


def _html5lib(content: bytes) -> str:
    return "".join(import_module("html5lib").parse(content).itertext())


def _selectolax(content: bytes) -> str:
    return str(import_module("selectolax.lexbor").LexborHTMLParser(content).text(separator=" "))


def html_cases() -> list[Case]:
    """What is asked of a reader of web pages."""
    rows = "".join(f"<tr><td>{2000 + place}<td>{place}" for place in range(9))
    silent = b"<script>9</script><style>8{}</style><template>7</template>5"
    hidden = b"<p hidden>9%</p><p style='display:none'>8%</p><p>5%"
    return [
        ("cells without end tags are apart", b"<table><tr><td>140<td>155</table>", lacks("140155")),
        ("all rows without end tags", f"<table>{rows}</table>".encode(), holds("2008")),
        ("hidden text is out", hidden, lacks("9", "8")),
        ("script, style and template are out", silent, lacks("7", "8", "9")),
        ("noscript is out", b"<noscript>9%</noscript><p>5%", lacks("9")),
        (
            "a head over two columns",
            b"<table><tr><th>F<th colspan=2>USD<tr><td>a<td>1<td>2</table>",
            lambda text: "USD ||" in text,
        ),
    ]


# --- Word ---


def _python_docx(content: bytes) -> str:
    document = import_module("docx").Document(io.BytesIO(content))
    return "\n".join(
        "\n".join(" ".join(cell.text for cell in row.cells) for row in block.rows)
        if hasattr(block, "rows")
        else block.text
        for block in document.iter_inner_content()
    )


def _mammoth(content: bytes) -> str:
    return str(import_module("mammoth").extract_raw_text(io.BytesIO(content)).value)


def _docx2python(content: bytes) -> str:
    with import_module("docx2python").docx2python(io.BytesIO(content)) as found:
        return str(found.text)


def word_cases() -> list[Case]:
    """What is asked of a reader of Word files."""
    hyphen = wf.p("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>7 dollars</w:t></w:r>")
    raised = wf.p(wf.r("in 2019"), wf.r("3", '<w:vertAlign w:val="superscript"/>'))
    control = f"<w:sdt><w:sdtContent>{wf.p('5%')}</w:sdtContent></w:sdt>"
    moved = wf.p(f"<w:moveFrom>{wf.r('9%')}</w:moveFrom>", "a") + wf.p(f"<w:moveTo>{wf.r('9%')}</w:moveTo>")
    merged = wf.table(["a", wf.tc("40", '<w:gridSpan w:val="2"/>')], ["b", "1", "2"])
    formula = wf.p("<m:oMath><m:r><m:t>3.5</m:t></m:r></m:oMath>")
    box = f"<w:txbxContent>{wf.p('77')}</w:txbxContent>"
    boxes = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    note = wf.part("endnotes", f'<w:endnote w:id="7">{wf.p("8%")}</w:endnote>')
    end = wf.docx(wf.p(wf.r("5%"), '<w:r><w:endnoteReference w:id="7"/></w:r>'), endnotes=note)
    return [
        ("a non-breaking hyphen", wf.docx(hyphen), lambda t: "57" not in t),
        ("a raised mark is apart from 2019", wf.docx(raised), lambda t: "20193" not in t),
        ("a content control", wf.docx(control), lambda t: "5%" in t),
        ("moved text, once", wf.docx(moved), lambda t: t.count("9%") == 1),
        ("a merged cell, once", wf.docx(merged), lambda t: t.count("40") == 1),
        ("a formula", wf.docx(formula), lambda t: "3.5" in t),
        ("a text box, once", wf.docx(wf.p("a", f"<w:r>{boxes}</w:r>")), lambda t: t.count("77") == 1),
        ("an endnote", end, lambda t: "8%" in t),
    ]


# --- the table ---


def measure(readers: dict[str, Reader], cases: list[Case], large: bytes) -> None:
    """Print which cases each reader meets, and how many seconds the large file takes it."""
    names = [name for name in readers if _works(readers[name], cases[0][1])]
    print("| | " + " | ".join(names) + " |")
    print("| --- |" + " :-: |" * len(names))
    for what, content, right in cases:
        print(f"| {what} | " + " | ".join(_answer(readers[name], content, right) for name in names) + " |")
    print(
        f"| seconds for {len(large) / 1e6:.1f} MB | "
        + " | ".join(_seconds(readers[name], large) for name in names)
        + " |\n"
    )


def _works(reader: Reader, content: bytes) -> bool:
    try:
        reader(content)
    except ImportError:
        return False
    except Exception:  # noqa: BLE001 - it is there, and fails
        return True
    return True


def _answer(reader: Reader, content: bytes, right: Callable[[str], bool]) -> str:
    try:
        return "yes" if right(reader(content)) else "–"
    except Exception as error:  # noqa: BLE001 - a peer may raise anything
        return type(error).__name__


def _seconds(reader: Reader, content: bytes) -> str:
    best = 9e9
    for _ in range(2):
        started = time.process_time()
        reader(content)
        best = min(best, time.process_time() - started)
    return f"{best:.2f}"


def main() -> None:
    """Print the three tables."""
    pdf: dict[str, Reader] = {"pypdf": _pypdf, "pdfplumber": _plumber, "pypdfium2": _pdfium, "usmex_data": ours("pdf")}
    measure(pdf, pdf_cases(), pf.pdf(*[PAGE] * 60))
    html: dict[str, Reader] = {
        "html.parser": _bs4,
        "lxml": _lxml,
        "html5lib": _html5lib,
        "selectolax": _selectolax,
        "usmex_data": ours("html"),
    }
    rows = "".join(f"<tr><td>{place}<td>{place}.5<td>{place}%" for place in range(20_000))
    measure(html, html_cases(), f"<table><tr><th>a<th>b<th>c{rows}</table>".encode())
    word: dict[str, Reader] = {
        "python-docx": _python_docx, "mammoth": _mammoth, "docx2python": _docx2python, "usmex_data": ours("docx"),
    }  # fmt: skip
    measure(
        word, word_cases(), wf.docx(*[wf.p(f"The farms sold {place} tons of corn in 2019.") for place in range(20_000)])
    )


if __name__ == "__main__":
    _: Any = main()
