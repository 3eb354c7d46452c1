#!/usr/bin/env bash
# python-docx leaves out a tracked insertion and a block in a content control, and the sentences still read well
# Seen with: python-docx 1.2.0
# Both are what Word shows on the page. paragraph.text skips <w:ins>, document.paragraphs skips <w:sdt>; there is neither an error
# nor a warning, and "It rose by  in 2019." has lost its figure.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0
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


import docx

change = "w:id='1' w:author='A' w:date='2024-01-01T00:00:00Z'"
inserted = f"<w:p>{run('It rose by ')}<w:ins {change}>{run('5%')}</w:ins>{run(' in 2019.')}</w:p>"
controlled = f"<w:sdt><w:sdtContent>{paragraph('Imports: 140 MW')}</w:sdtContent></w:sdt>{paragraph('Exports: 155 MW')}"
texts = [[each.text for each in docx.Document(word_file(body)).paragraphs] for body in (inserted, controlled)]
print(texts)
assert texts == [["It rose by  in 2019."], ["Exports: 155 MW"]]
print("as described: 5% and 140 MW are gone")
PYTHON
