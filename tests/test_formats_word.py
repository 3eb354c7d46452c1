"""Word files as text: what is printed when all changes are accepted."""

from __future__ import annotations

import io
import zipfile

import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.extraction import rows
from usmex_data.formats import read_bytes
from usmex_data.formats.word_symbols import symbol
from word_files import docx, p, part, r, table, tc

UP = '<w:vertAlign w:val="superscript"/>'
DOWN = '<w:vertAlign w:val="subscript"/>'
SENTENCE = "Mexico imported 5.1 billion cubic feet per day in 2019."


def text_of(*blocks, **parts):
    return read_bytes(docx(*blocks, **parts), "a.docx", "docx").text


def lost_in(*blocks, **parts):
    return read_bytes(docx(*blocks, **parts), "a.docx", "docx").lost


def claims(text):
    return [(row[2], row[6], row[13]) for row in rows(text) if row[-1] == "claim"]


def by_its_library():
    import docx as library

    document = library.Document()
    document.add_heading("Energy", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("First point: 62%", style="List Bullet")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Coal", "$75/MWh"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_word_keeps_headings_lists_and_tables():
    text = read_bytes(by_its_library(), "a.docx", "docx").text
    assert text == f"# Energy\n\n{SENTENCE}\n\n- First point: 62%\n\n| Coal | $75/MWh |"


def test_word_keeps_footnotes_apart():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(io.BytesIO(by_its_library())) as old:
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
    assert f"{SENTENCE}¹" in text
    assert text.endswith("¹ In 2020 it was 5.5.")


# --- letters ---


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>7 dollars</w:t></w:r>", "5-7 dollars"),
        ("<w:r><w:t>20</w:t><w:softHyphen/><w:t>19</w:t></w:r>", "2019"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        (r("In 2019") + r("3", UP), "In 2019³"),
        (r("In 2019") + r("3", '<w:position w:val="6"/>'), "In 2019³"),
        (r("10") + r("-5", UP), "10⁻⁵"),
        (r("the 21") + r("st", UP), "the 21st"),
        (r("140") + r("a", UP), "140[^a]"),
        (r("CO") + r("2", DOWN), "CO2"),
        ('<w:r><w:t>5</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t></w:r>', "5°C"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>', "≥5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t>5</w:t></w:r>', "•5"),
        (r("\uf0a35", '<w:rFonts w:ascii="Symbol"/>'), "≤5"),
        ("<w:smartTag><w:r><w:t>5%</w:t></w:r></w:smartTag>", "5%"),
        ('<w:hyperlink r:id="r9"><w:r><w:t>5%</w:t></w:r></w:hyperlink>', "5%"),
        (
            "<w:r><w:fldChar/><w:instrText>=SUM(1,4)</w:instrText><w:fldChar/><w:t>5</w:t><w:fldChar/></w:r>",
            "5",
        ),
    ],
)
def test_letters_are_those_that_are_printed(inside, text):
    assert text_of(p(inside)) == text


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("<m:r><m:t>3.5</m:t></m:r>", "3.5"),
        ("<m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>", "3/4"),
        (
            "<m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>",
            "(a+1)/4",
        ),
        ("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup>", "10⁶"),
        ("<m:rad><m:deg/><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad>", "√2"),
        ("<m:d><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>2</m:t></m:r></m:e></m:d>", "(1, 2)"),
    ],
)
def test_formulas_stand_in_their_line(formula, text):
    assert text_of(p(r("It is "), f"<m:oMath>{formula}</m:oMath>", r(" of it."))) == f"It is {text} of it."


def test_a_raised_mark_is_no_digit_of_the_number():
    assert claims(text_of(p(r("Exports rose by 5"), r("3", UP), r(" percent."))))[0][0].startswith("5")
    assert claims(text_of(p(r("They were 7 dollars"), r("12", UP), r(" in 2019.")))) == [("7 dollars", "USD", "2019")]


def test_symbols_that_nobody_knows_are_said():
    assert symbol("Some Font", "F041") == "A"
    assert symbol("Symbol", "nothing") == ""
    assert lost_in(p('<w:r><w:t>5%</w:t><w:sym w:font="Symbol" w:char="F0FF"/></w:r>')) == ("1 symbol",)


# --- changes ---


def test_changes_count_as_accepted():
    text = text_of(
        p(
            r("It cost "),
            "<w:del><w:r><w:delText>50</w:delText></w:r></w:del>",
            f"<w:ins>{r('60')}</w:ins>",
            r(" dollars."),
        )
    )
    assert text == "It cost 60 dollars."


def test_moved_text_stands_where_it_went():
    text = text_of(
        p(f"<w:moveFrom>{r('Up 9%. ')}</w:moveFrom>", r("Down 5%.")), p(f"<w:moveTo>{r('Up 9%.')}</w:moveTo>")
    )
    assert text == "Down 5%.\n\nUp 9%."


def test_a_deleted_end_of_a_paragraph_joins_the_next():
    gone = "<w:rPr><w:del/></w:rPr>"
    assert text_of(p("They paid", properties=gone), p("7 dollars.")) == "They paid 7 dollars."


def test_deleted_rows_and_cells_are_gone():
    rows_of = table(["Year", "Jobs"], ["2019", "40"], ["2020", "50"])
    gone = rows_of.replace("<w:tr>" + tc("2020"), "<w:tr><w:trPr><w:del/></w:trPr>" + tc("2020"))
    assert text_of(gone) == "| Year | Jobs |\n| 2019 | 40 |"


def test_hidden_and_struck_text_is_not_read_and_said():
    blocks = p(r("Up 5%"), r(" or 6%", "<w:vanish/>"), r(" or 7%", "<w:strike/>"), r(" now", '<w:strike w:val="0"/>'))
    assert text_of(blocks) == "Up 5% now"
    assert lost_in(blocks) == ("1 hidden passage", "1 struck passage")


# --- blocks ---


def test_content_controls_hold_what_is_printed():
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert (
        text_of(control.format(control.format(p("Up 5%"))), p(r("Down "), control.format(r("6%"))))
        == "Up 5%\n\nDown 6%"
    )
    row = control.format("<w:tr>" + tc("2019") + control.format(tc("40")) + "</w:tr>")
    assert text_of(table(["Year", "Jobs"]).replace("</w:tbl>", f"{row}</w:tbl>")) == "| Year | Jobs |\n| 2019 | 40 |"


def test_headings_are_told_by_style_and_by_level():
    styles = part(
        "styles",
        '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="round"><w:name w:val="A"/><w:basedOn w:val="round"/></w:style>',
    )
    text = text_of(
        p("Trade", style="T"),
        p("Energy", style="berschrift2"),
        p("Gas", style="mine"),
        p("Oil", properties='<w:outlineLvl w:val="2"/>'),
        p("Up 5%", style="round"),
        styles=styles,
    )
    assert text == "# Trade\n\n## Energy\n\n## Gas\n\n### Oil\n\nUp 5%"


def shape(text):
    box = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_and_behind_its_paragraph():
    assert text_of(p(r("The mill made "), shape("Seven of ten work."), r("40 tons."))) == (
        "The mill made 40 tons.\n\nSeven of ten work."
    )


def test_what_cannot_be_read_is_said():
    drawn = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
    chart = "<w:r><w:drawing><c:chart/></w:drawing></w:r>"
    head = part("hdr", p("Corn Review"))
    assert lost_in(p("Up 5%", drawn, drawn, chart), header1=head) == ("2 images", "1 chart", "1 running head")


# --- notes ---


def note(kind, number):
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(kind, *texts):
    """Notes whose ids, as Word's, are not what is printed: 11, 12 and so on."""
    inside = "".join(
        f'<w:{kind} w:id="{11 + place}">{p(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'
        for place, text in enumerate(texts)
    )
    return part(f"{kind}s", f'<w:{kind} w:type="separator" w:id="0">{p("5%")}</w:{kind}>{inside}')


def test_notes_have_the_numbers_that_are_printed():
    text = text_of(
        p(r("Up 4%"), note("footnote", 12), r(" and 5%"), note("footnote", 11), r(".")),
        footnotes=notes("footnote", " It was 8% before.", " In 2019 it was 9%."),
    )
    assert text == "Up 4%¹ and 5%².\n\n¹ In 2019 it was 9%.\n\n² It was 8% before."


def test_endnotes_are_read_with_their_own_numbers():
    text = text_of(p(r("Up 4%"), note("endnote", 11), r(".")), endnotes=notes("endnote", "It was 8% before."))
    assert text == "Up 4%[^i].\n\n[^i]: It was 8% before."
    assert claims(text) == [("4%", "percent", ""), ("8%", "percent", "")]


def test_a_file_says_how_its_notes_are_numbered():
    settings = part("settings", '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr>')
    text = text_of(
        p(r("Up 4%"), note("footnote", 11), r(".")), settings=settings, footnotes=notes("footnote", "Before.")
    )
    assert text == "Up 4%[^C].\n\n[^C]: Before."


def test_a_section_may_number_its_notes_anew():
    anew = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    text = text_of(
        p(r("Up 4%"), note("footnote", 11), properties=anew),
        p(r("Up 5%"), note("footnote", 12)),
        footnotes=notes("footnote", "One.", "Two."),
    )
    assert text.split("\n\n")[:2] == ["Up 4%¹", "Up 5%¹"]


def test_a_mark_of_ones_own_is_not_numbered():
    own = '<w:r><w:footnoteReference w:id="11" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    text = text_of(p(r("Up 4%"), own, r(".")), footnotes=notes("footnote", "* Before."))
    assert text == "Up 4%*.\n\n* Before."


# --- tables ---


def test_merged_cells_count_once_and_their_heads_reach_all_columns():
    down = '<w:vMerge w:val="restart"/>'
    prices = table(
        [tc("Fuel", down), tc("Price (USD/MWh)", '<w:gridSpan w:val="2"/>')],
        [tc("", "<w:vMerge/>"), "2019", "2020"],
        [tc("Coal", down), "75", "76"],
        [tc("", "<w:vMerge/>"), "81", "82"],
        ["Gas", tc("40", '<w:gridSpan w:val="2"/>')],
        heads=2,
    )
    unit = "USD/MWh"
    assert claims(text_of(prices)) == [
        ("75", unit, "2019"),
        ("76", unit, "2020"),
        ("81", unit, "2019"),
        ("82", unit, "2020"),
        ("40", unit, ""),
    ]


def test_old_merged_cells_go_on_too():
    row = ["Gas", tc("40", '<w:hMerge w:val="restart"/>'), tc("", '<w:hMerge w:val="continue"/>')]
    assert text_of(table(["Fuel", "2019", "2020"], row)) == "| Fuel | 2019 | 2020 |\n| Gas | 40 ||"


def test_a_table_in_a_cell_comes_behind_its_own():
    inner = p("North") + table(["Fuel", "Price (USD)"], ["Coal", "75"])
    assert text_of(table(["Place", "Jobs"], [tc(inner), "40"])) == (
        "| Place | Jobs |\n| North | 40 |\n\n| Fuel | Price (USD) |\n| Coal | 75 |"
    )


def test_a_box_of_one_column_is_read_as_its_paragraphs():
    assert text_of(table([tc(p("Up 5%.") + p("Down 6%."))])) == "Up 5%.\n\nDown 6%."


def test_a_row_that_begins_late_keeps_its_columns():
    late = table(["Year", "Coal", "Gas"], ["40"]).replace(
        "<w:tr>" + tc("40"), '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>' + tc("40")
    )
    assert text_of(late).splitlines()[1] == "| || 40 |"


# --- files ---


def test_a_strict_file_is_read_as_well():
    strict = docx(p("Up 5%."))
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as source, zipfile.ZipFile(buffer, "w") as made:
        for name in source.namelist():
            made.writestr(name, source.read(name).replace(old, b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert read_bytes(buffer.getvalue(), "a.docx", "docx").text == "Up 5%."


def test_entities_are_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("word/document.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "5%">]><a>&b;</a>')
    with pytest.raises(UsmexDataError, match="declares a document type"):
        read_bytes(buffer.getvalue(), "a.docx", "docx")


def test_whatever_a_damaged_zip_raises_is_explained():
    content = bytearray(docx(p("Up 5%.")))
    content[content.index(b"PK\x01\x02") + 6] = 0xB0  # the version that is needed to unpack it
    with pytest.raises(UsmexDataError, match="a damaged DOCX: NotImplementedError"):
        read_bytes(bytes(content), "a.docx", "docx")
