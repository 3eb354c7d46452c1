"""Files as text: what each format yields, and what is said of a file that cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import pdf_files
import word_files
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import rows
from usmex_data.formats import SUFFIXES, Limits, read_bytes, read_file
from usmex_data.language.detection import foreign

ROOT = Path(__file__).resolve().parents[1]
SENTENCE = "Mexico imported 5.1 billion cubic feet per day in 2019."


def pdf(text, *, locked=False):
    """A PDF of one page with one line."""
    out = pdf_files.pdf(pdf_files.at(72, 720, text, 12))
    if not locked:
        return out
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(out))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def docx():
    import docx as library

    document = library.Document()
    document.add_heading("Energy", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("First point: 62%", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Coal", "$75/MWh"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def figures(text):
    return [row[2] for row in rows(text) if row[-1] == "claim"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", SENTENCE.encode()),
        ("a.md", f"# Gas\n\n{SENTENCE}\n".encode()),
        ("a", SENTENCE.encode()),
        ("a.html", f"<html><body><h1>Gas</h1><p>{SENTENCE}</p></body></html>".encode()),
        ("a.txt", f"<!DOCTYPE html>\n<p>{SENTENCE}</p>".encode()),
        ("a.pdf", pdf(SENTENCE)),
        ("a.txt", pdf(SENTENCE)),
        ("a.docx", docx()),
    ],
    ids="text markdown bare html html-inside pdf pdf-inside docx".split(),
)
def test_every_format_yields_its_figures(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    found = read_file(tmp_path / name)
    assert SENTENCE in found.text
    assert "5.1 billion cubic feet per day" in figures(found.text)
    assert found.converted is (found.text.encode() != content)
    assert bool(found.notes) is found.converted


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"", "text", "an empty file"),
        (b" \n\t\n", "text", "an empty file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "text", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "text", "old Word or Excel"),
        (b"\x1f\x8b\x08\0", "text", "a gzip archive"),
        (b"PK\x03\x04\0\0xl/workbook.xml", "text", "a zip archive"),
        (b"{\\rtf1 Text}", "text", "Rich Text Format"),
        (b"abc\0def", "text", r"a NUL at offset 3 \(line 1\)"),
        (b"one\ntwo\0", "text", r"a NUL at offset 7 \(line 2\)"),
        (bytes(range(1, 32)) * 40, "text", "binary, not text"),
        ("año\nniño".encode("latin-1"), "text", r"not UTF-8: byte 0xf1 at offset 1 \(line 1\)"),
        (b"ok\nbad \xed\xa0\x80", "text", r"not UTF-8: byte 0xed at offset 7 \(line 2\)"),
        (SENTENCE.encode("utf-16"), "text", "UTF-16, not UTF-8"),
        (SENTENCE.encode("utf-16-le"), "text", "UTF-16, not UTF-8"),
        (SENTENCE.encode("utf-16-be"), "text", "UTF-16, not UTF-8"),
        (b"no PDF", "pdf", "named like a PDF, but it is none"),
        (b"no Word", "docx", "named like a DOCX, but it is none"),
        (b"%PDF-1.4\nbroken", "pdf", "a damaged PDF"),
        (b"PK\x03\x04 word/ broken", "docx", "a damaged DOCX"),
        (pdf(""), "pdf", "no text in it"),
        (pdf(SENTENCE, locked=True), "pdf", "locked by a password"),
        (b"<html><script>1</script></html>", "html", "no text in it"),
    ],
)
def test_a_bad_file_is_explained(content, kind, said):
    with pytest.raises(UsmexDataError, match=said) as caught:
        read_bytes(content, "bad file", kind)
    assert str(caught.value).startswith("bad file: ")
    assert caught.value.remedy


def test_files_that_are_not_there(tmp_path):
    with pytest.raises(UsmexDataError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(UsmexDataError, match="a folder, not a file"):
        read_file(tmp_path)


def test_folders_are_searched_for_what_can_be_read():
    assert set(SUFFIXES.values()) == {"text", "html", "pdf", "docx"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SENTENCE * 10, ""),
        (
            "El comercio entre los dos países creció en los últimos años y la inversión en el sector de la energía. "
            * 4,
            "Spanish",
        ),
        (
            "Le commerce entre les deux pays a augmenté dans les années et la part de la dette est plus que le double. "
            * 4,
            "French",
        ),
        (
            "O comércio entre os dois países não cresceu e a parte da energia em que se investe é mais do que o dobro. "
            * 4,
            "Portuguese",
        ),
        (
            "Der Handel zwischen den beiden Ländern ist in den Jahren gewachsen und die Energie hat einen Anteil. " * 4,
            "German",
        ),
        ("Торговля между двумя странами выросла в последние годы на пять процентов. " * 4, "Russian"),
        ("墨西哥和美国之间的贸易在二零一九年增长了百分之五。" * 8, "Chinese"),
        ("Mexico 5.1 4.8 4.9\nCanada 7 8 9\n" * 40, ""),
        ("El señor Peña.", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_where_it_is_plain(text, language):
    found = foreign(text)
    assert found.startswith(language) if language else found == ""


def test_the_sources_and_the_benchmarks_are_english():
    texts = [*(ROOT / "data/raw").glob("*.txt"), *(ROOT / "benchmarks/text").glob("*.txt")]
    assert len(texts) > 10
    assert [path.name for path in texts if foreign(path.read_text("utf-8"))] == []


# --- one table in every format ---

HEADS = ("Year", "Imports (MW)", "Price (USD/MWh)")
DATA = (("2019", "140", "55.5"), ("2020", "155", "48"), ("2021", "162", "51.2"))
FIGURES = [
    ("140", "MW", "2019"),
    ("55.5", "USD/MWh", "2019"),
    ("155", "MW", "2020"),
    ("48", "USD/MWh", "2020"),
    ("162", "MW", "2021"),
    ("51.2", "USD/MWh", "2021"),
]


def in_markdown():
    rows = ["| " + " | ".join(row) + " |" for row in (HEADS, ("---",) * 3, *DATA)]
    return "\n".join(rows).encode(), "text"


def in_html(row_end="</tr>", cell_end="</td>", head_end="</th>"):
    heads = "".join(f"<th>{head}{head_end}" for head in HEADS)
    rows = "".join("<tr>" + "".join(f"<td>{cell}{cell_end}" for cell in row) + row_end for row in DATA)
    return f"<!DOCTYPE html><table><tr>{heads}{row_end}{rows}</table>".encode(), "html"


def in_word():
    return word_files.docx(word_files.table(HEADS, *DATA)), "docx"


def in_word_by_its_library():
    import docx as library

    document = library.Document()
    table = document.add_table(rows=0, cols=3)
    for row in (HEADS, *DATA):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue(), "docx"


def in_pdf(stacked=False):
    heads = [("", "Imports", "Price"), ("Year", "(MW)", "(USD/MWh)")] if stacked else [HEADS]
    return pdf_files.pdf(pdf_files.rows([72, 200, 330], 600, [*heads, *DATA])), "pdf"


@pytest.mark.parametrize(
    "made",
    [
        in_markdown,
        in_html,
        lambda: in_html("", "", ""),
        in_word,
        in_word_by_its_library,
        in_pdf,
        lambda: in_pdf(stacked=True),
    ],
    ids="markdown html html-without-end-tags word word-by-its-library pdf pdf-with-stacked-heads".split(),
)
def test_a_table_says_the_same_in_every_format(made):
    content, kind = made()
    found = read_bytes(content, "a table", kind)
    claims = [row for row in rows(found.text) if row[-1] == "claim"]
    assert [(row[2], row[6], row[13]) for row in claims] == FIGURES
    assert found.lost == ()


def test_what_a_format_lost_is_said():
    html = b"<p>Up 5%</p><img src=a><img src=b><p hidden>Up 9%</p>"
    found = read_bytes(html, "a.html", "html")
    assert found.lost == ("2 images", "1 hidden passage")
    assert "2 images, 1 hidden passage were not read" in found.notes
    alone = read_bytes(b"<p>Up 5%</p><iframe src=a></iframe>", "a.html", "html")
    assert "1 embedded page was not read" in alone.notes


# --- limits ---


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Growth of 5% in 2020.\n")
    limit = Limits(bytes=21)
    with pytest.raises(UsmexDataError, match="more than 21 bytes") as caught:
        read_file(path, limits=limit)
    assert "--max-bytes" in caught.value.remedy
    assert read_file(path, limits=Limits(bytes=22)).text == "Growth of 5% in 2020.\n"


def test_an_archive_that_unpacks_to_more_than_the_limit_is_refused():
    content = word_files.docx(*[word_files.p("Growth of 5% in 2020.")] * 50)
    with pytest.raises(UsmexDataError, match=r"unpacks to [\d,]+ bytes, \d+ times its size") as caught:
        read_bytes(content, "a.docx", "docx", limits=Limits(expansion=1))
    assert "--max-expansion" in caught.value.remedy
    assert "Growth of 5%" in read_bytes(content, "a.docx", "docx").text


def test_a_device_is_no_file():
    with pytest.raises(UsmexDataError, match="a device, not a file"):
        read_file(Path("/dev/zero"))


def test_a_name_that_no_file_can_have():
    with pytest.raises(UsmexDataError, match="no such file"):
        read_file(Path("a\0b"))
