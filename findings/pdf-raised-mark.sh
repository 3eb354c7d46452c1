#!/usr/bin/env bash
# Three PDF libraries read a raised footnote mark as a digit of the year: 2019 with mark 3 is 20193
# Seen with: pypdf 7.1.1, pdfplumber 0.11.10, pypdfium2 5.15.2
# The 3 is half the size and stands above the line. All three give "in 20193", so that a year becomes an amount. Sizes and
# heights have to be asked for glyph by glyph.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.1 pdfplumber==0.11.10 pypdfium2==5.15.2
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import io


def pdf_file(*lines):
    """A PDF of one page in Helvetica; each line is its left edge, its height on the page, its size and its text."""
    drawn = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    content, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{each}\nendobj\n"
    start = len(content)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    content += f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return content.encode("latin-1")


import pdfplumber
import pypdf
import pypdfium2

content = pdf_file((72, 700, 12, "in 2019"), (111.4, 703.5, 6, "3"), (115, 700, 12, " it rose"))
texts = [
    pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text(),
    pdfplumber.open(io.BytesIO(content)).pages[0].extract_text(),
    pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range(),
]
print(texts)
assert all("20193" in text for text in texts)
print("as described: 20193 in all three")
PYTHON
