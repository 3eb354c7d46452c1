"""Word files for tests, made from the XML that Word writes: a body, and the parts that it refers to."""

from __future__ import annotations

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def p(*runs, style="", properties=""):
    """A paragraph of runs; a plain string is the text of one."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(each if each.startswith("<") else r(each) for each in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(text, properties=""):
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows, heads=0):
    """A table; a cell is a string, or XML of its paragraphs with what stands before them."""
    made = ""
    for place, row in enumerate(rows):
        cells = "".join(each if each.startswith("<w:tc>") else tc(each) for each in row)
        head = "<w:trPr><w:tblHeader/></w:trPr>" if place < heads else ""
        made += f"<w:tr>{head}{cells}</w:tr>"
    return f"<w:tbl><w:tblPr/>{made}</w:tbl>"


def tc(content, properties=""):
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:') else p(content)}</w:tc>"


def docx(*blocks, **parts):
    """The bytes of a Word file; ``parts`` are further ones by their name, such as ``footnotes``."""
    body = f"<w:document {SPACES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    related = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for place, name in enumerate(parts)
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "_rels/.rels",
            _relations(f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'),
        )
        file.writestr("[Content_Types].xml", _TYPES)
        file.writestr("word/document.xml", _HEAD + body)
        file.writestr("word/_rels/document.xml.rels", _relations(related))
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", _HEAD + content)
    return buffer.getvalue()


def _relations(inside):
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def part(root, inside):
    """The XML of a part: ``part("footnotes", …)``."""
    return f"<w:{root} {SPACES}>{inside}</w:{root}>"
