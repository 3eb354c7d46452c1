"""Files as text: what each format yields, and what is said of a file that cannot be read."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from usmex_data import formats
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import rows
from usmex_data.formats import SUFFIXES, read_bytes, read_file
from usmex_data.language.detection import foreign

ROOT = Path(__file__).resolve().parents[1]
SENTENCE = "Mexico imported 5.1 billion cubic feet per day in 2019."


def pdf(text, *, locked=False):
    """A PDF of one page, written as the format's reference has it."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"xref\n0 5\n0000000000 65535 f \n%s" % table
    out += b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % out.rindex(b"xref\n0")
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


def test_word_keeps_headings_lists_and_tables():
    text = read_bytes(docx(), "a.docx", "docx").text
    assert text == f"# Energy\n\n{SENTENCE}\n\n- First point: 62%\n\n| Coal | $75/MWh |"


def test_word_keeps_footnotes_apart():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(io.BytesIO(docx())) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace(
        "in 2019.</w:t></w:r>", 'in 2019.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    ).encode()
    paragraph = "<w:p><w:r><w:t>In 2020 it was 5.5.</w:t></w:r></w:p>"
    note = f'<w:footnotes {space}><w:footnote w:id="2">{paragraph}</w:footnote></w:footnotes>'
    parts["word/footnotes.xml"] = note.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    text = read_bytes(buffer.getvalue(), "a.docx", "docx").text
    assert f"{SENTENCE}²" in text
    assert text.endswith("² In 2020 it was 5.5.")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo\n"),
        ("<p>a<br>b</p>", "a\nb\n"),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n\n- Two\n"),
        ("<h2>Head</h2><p>Text</p>", "## Head\n\nText\n"),
        ("<p>Up to <b>$5</b>\n   million</p>", "Up to $5 million\n"),
        (
            "<table><tr><th>Fuel</th><th>Price</th></tr><tr><td>Coal</td><td>$75</td></tr></table>",
            "| Fuel | Price |\n\n| Coal | $75 |\n",
        ),
        ("<script>var x = 5;</script><style>p{}</style><p>Text</p><!-- 9 -->", "Text\n"),
        ("<nav>Menu 3</nav><p>Text</p>", "Text\n"),
        ("<p>16&nbsp;%, &lt;5&gt; &amp; more</p>", "16 %, <5> & more\n"),
        ("<p>unclosed <b>tags", "unclosed tags\n"),
        ("<p>per hour<sup>12</sup></p>", "per hour<sup>12</sup>\n"),
    ],
)
def test_html_is_read_as_a_browser_shows_it(html, text):
    assert read_bytes(html.encode(), "a.html", "html").text == text


def test_html_nested_past_all_reason_is_read():
    assert "5%" in read_bytes(b"<div>" * 3000 + b"5%" + b"</div>" * 3000, "a.html", "html").text


def test_html_in_its_own_encoding():
    html = '<meta charset="windows-1252"><p>Año 2019: 5 €</p>'.encode("windows-1252")
    assert "Año 2019: 5 €" in read_bytes(html, "a.html", "html").text


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


def test_another_encoding_can_be_named():
    assert read_bytes("año".encode("latin-1"), "a.txt", encoding="latin-1").text == "año"
    assert read_bytes(SENTENCE.encode("utf-16"), "a.txt", encoding="utf-16").text == SENTENCE
    with pytest.raises(UsmexDataError, match="there is no encoding 'utf-9'"):
        read_bytes(b"abc", "a.txt", encoding="utf-9")


@pytest.mark.parametrize(
    ("content", "note"),
    [(b"\xef\xbb\xbf5%", "byte order mark"), (b"5%\r\n", "CRLF"), (b"5%\n", "")],
)
def test_oddities_are_kept_and_noted(content, note):
    found = read_bytes(content, "a.txt")
    assert found.text.encode() == content
    assert not found.converted
    assert [note in each for each in found.notes] == ([True] if note else [])


@pytest.mark.parametrize(("kind", "library"), [("pdf", "pypdf"), ("docx", "docx"), ("html", "bs4")])
def test_a_missing_library_names_the_extra(monkeypatch, kind, library):
    content = {"pdf": pdf(SENTENCE), "docx": docx(), "html": b"<p>5</p>"}[kind]
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsmexDataError, match=rf"reading {kind.upper()} needs a library") as caught:
        read_bytes(content, "a", kind)
    assert "pip install 'usmex-data[formats]'" in str(caught.value)


def test_what_damaged_files_yield_can_be_written():
    assert formats._without_strays("a\0b\ud800c😀") == "ab\ufffdc😀"


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
        ("Торговля между двумя странами выросла в последние годы на пять процентов. " * 4, "another script"),
        ("墨西哥和美国之间的贸易在二零一九年增长了百分之五。" * 8, "another script"),
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
