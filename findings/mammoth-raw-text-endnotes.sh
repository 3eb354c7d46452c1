#!/usr/bin/env bash
# mammoth has endnotes in its HTML and none in its raw text
# Seen with: mammoth 1.13.0
# The same file, two calls: convert_to_html() lists the endnote, extract_raw_text() has neither the note nor its mark, and its messages
# are empty.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(body, **parts):
    """A Word file of the WordprocessingML given, with further parts by name."""
    named = {"document": f"<w:document xmlns:w='{W}' xmlns:r='{OFFICE}'><w:body>{body}</w:body></w:document>"}
    named |= {name: f"<w:{name} xmlns:w='{W}'>{inside}</w:{name}>" for name, inside in parts.items()}
    kinds = {name: "document.main" if name == "document" else name for name in named}
    overrides = "".join(f"<Override PartName='/word/{n}.xml' ContentType='{TYPES}.{k}+xml'/>" for n, k in kinds.items())
    links = "".join(f"<Relationship Id='r{n}' Type='{OFFICE}/{n}' Target='{n}.xml'/>" for n in parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            f"<Default Extension='xml' ContentType='application/xml'/>{overrides}</Types>")
        archive.writestr("_rels/.rels", f"<Relationships xmlns='{RELATIONS}'><Relationship Id='r1' "
            f"Type='{OFFICE}/officeDocument' Target='word/document.xml'/></Relationships>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships xmlns='{RELATIONS}'>{links}</Relationships>")
        for name, content in named.items():
            archive.writestr(f"word/{name}.xml", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>" + content)
    return io.BytesIO(made.getvalue())


def paragraph(*inside):
    return "<w:p>" + "".join(each if each.startswith("<") else run(each) for each in inside) + "</w:p>"


def run(text):
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


import mammoth

body = paragraph("Up 5%", "<w:r><w:endnoteReference w:id='7'/></w:r>")
note = f"<w:endnote w:id='7'>{paragraph('Down 8% before.')}</w:endnote>"
raw = mammoth.extract_raw_text(word_file(body, endnotes=note))
page = mammoth.convert_to_html(word_file(body, endnotes=note))
print(repr(raw.value), raw.messages, page.value[:80])
assert "8%" in page.value
assert "8%" not in raw.value
assert raw.messages == []
print("as described: the note is in one of the two")
PYTHON
