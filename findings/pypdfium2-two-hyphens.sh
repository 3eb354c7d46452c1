#!/usr/bin/env bash
# pypdfium2 gives a hyphen at the end of a line as U+FFFE in one call and as U+0002 in another
# Seen with: pypdfium2 5.15.2
# A plain ASCII hyphen behind letters at a line's end; behind a digit it stays a hyphen. get_text_range() and get_text_bounded()
# differ on one page, and a tokenizer sees two words or one with a hole in it.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2
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


import pypdfium2

content = pdf_file((72, 680, 12, "exam-"), (72, 668, 12, "ple of 5% in 20-"), (72, 656, 12, "19 dollars."))
page = pypdfium2.PdfDocument(content)[0].get_textpage()
print(repr(page.get_text_range()), repr(page.get_text_bounded()))
assert "exam\ufffeple" in page.get_text_range()
assert "exam\x02ple" in page.get_text_bounded()
assert "20-" in page.get_text_range()
print("as described: two signs for one hyphen")
PYTHON
