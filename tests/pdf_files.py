"""PDF files for tests, written as the format's reference has it: letters of Helvetica at given places."""

from __future__ import annotations

WIDTH, HEIGHT = 612, 792
_HELVETICA = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 "
    "278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 "
    "611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 "
    "556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 "
).split()
"""The widths of the letters from the space on, in thousandths of the size."""


def width(text, size):
    """How wide a text is printed."""
    return sum(int(_HELVETICA[ord(letter) - 32]) for letter in text if " " <= letter <= "~") * size / 1000


def at(x, y, text, size=10):
    """The operators that print a text at a place: points from the lower left corner."""
    letters = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x:g} {y:g} Td ({letters}) Tj ET\n"


def turned(x, y, text, size=10, matrix="0 1 -1 0"):
    """A text printed upwards, or in the direction of another matrix."""
    return f"BT /F1 {size} Tf {matrix} {x:g} {y:g} Tm ({text}) Tj ET\n"


def right(x, y, text, size=10):
    """A text that ends at a place."""
    return at(x - width(text, size), y, text, size)


def lines(x, y, texts, size=10, leading=12):
    """Lines one below the other."""
    return "".join(at(x, y - place * leading, text, size) for place, text in enumerate(texts))


def raised(x, y, text, mark, *, after="", size=10):
    """A text with a smaller, raised mark behind it, and more text behind that."""
    start = x + width(text, size)
    small = size * 0.6
    return (
        at(x, y, text, size) + at(start, y + size * 0.35, mark, small) + at(start + width(mark, small), y, after, size)
    )


def rows(tops, y, cells, size=10, leading=14):
    """Rows of cells; a column begins at each of ``tops``."""
    return "".join(
        at(x, y - place * leading, text, size)
        for place, row in enumerate(cells)
        for x, text in zip(tops, row, strict=False)
        if text
    )


def pdf(*pages, turn=0):
    """The bytes of a PDF with these pages, each the operators that print it; all are shown turned clockwise."""
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, page in enumerate(pages):
        stream = page.encode("cp1252")
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (WIDTH, HEIGHT, turn, 5 + 2 * place),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    start = out.rindex(b"xref\n0")
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
