"""Files as plain text: text and Markdown as they are, HTML, PDF and Word by libraries of the ``formats`` extra."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from usmex_data.errors import UsmexDataError

__all__ = ["SUFFIXES", "FileText", "read_bytes", "read_file"]


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file, and what a user should know of how it was read.

    ``converted`` tells whether offsets count this text, and not the file's own characters.
    """

    text: str
    notes: tuple[str, ...] = ()
    converted: bool = False


SUFFIXES: Final = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
"""The endings that folders are searched for, and the format that each stands for."""

_FOREIGN_MAGIC: Final = (
    (b"\xd0\xcf\x11\xe0", "a file of old Word or Excel", "save it as .docx"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"{\\rtf", "a file in Rich Text Format", "save it as .docx or .txt"),
)
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_HTML_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul".split()
)
_SILENT: Final = ("script", "style", "noscript", "template", "svg", "head", "nav", "iframe", "object")


def read_file(path: Path, encoding: str = "utf-8") -> FileText:
    """The text of a file in any of the formats.

    Raises ``UsmexDataError`` for a file that is missing, empty, binary, damaged, or in another encoding.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UsmexDataError("no such file", where=str(path), remedy="check its name") from None
    except IsADirectoryError:
        raise UsmexDataError("a folder, not a file", where=str(path), remedy="give the files in it") from None
    except OSError as error:
        raise UsmexDataError(f"cannot be read: {error.strerror}", where=str(path), remedy="make it readable") from None
    return read_bytes(content, str(path), SUFFIXES.get(path.suffix.lower(), "text"), encoding)


def read_bytes(content: bytes, name: str, kind: str = "text", encoding: str = "utf-8") -> FileText:
    """The text of a file's bytes; what they are decides over ``kind``, which the file's name suggests.

    ``name`` is how errors call it.
    """
    if not content.strip():
        raise UsmexDataError("an empty file", where=name, remedy="give one with text in it")
    kind = _kind(content, name, kind)
    if kind == "text":
        return _plain(content, name, encoding)
    text = _without_strays(_READERS[kind](content, name))
    if not text.strip():
        raise UsmexDataError(
            "no text in it", where=name, remedy="if its pages are pictures, recognise their text first (ocrmypdf)"
        )
    return FileText(text, (f"offsets count the text that was read from the {kind.upper()}",), converted=True)


def _kind(content: bytes, name: str, kind: str) -> str:
    if content.startswith(b"PK\x03\x04"):
        if b"word/" in content:
            return "docx"
        raise UsmexDataError("a zip archive", where=name, remedy="unpack it and give the texts in it")
    if content.startswith(b"%PDF-"):
        return "pdf"
    for magic, what, remedy in _FOREIGN_MAGIC:
        if content.startswith(magic):
            raise UsmexDataError(what, where=name, remedy=remedy)
    if kind == "text" and _HTML_START.match(content[:2000]):
        return "html"
    if kind in {"pdf", "docx"}:
        raise UsmexDataError(f"named like a {kind.upper()}, but it is none", where=name, remedy="give the file anew")
    return kind


def _plain(content: bytes, name: str, encoding: str) -> FileText:
    if encoding.lower().replace("_", "-") in {"utf-8", "utf8"}:
        _refuse_other_encodings(content, name)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsmexDataError(
            f"not {encoding.upper()}: byte 0x{content[error.start]:02x} at offset {error.start} (line {line}): "
            f"{error.reason}",
            where=name,
            remedy="say how it is encoded, such as --encoding windows-1252, or save it as UTF-8",
        ) from None
    except LookupError:
        raise UsmexDataError(
            f"there is no encoding {encoding!r}", remedy="try windows-1252, latin-1 or utf-16"
        ) from None
    return FileText(text, tuple(_notes(text)))


def _refuse_other_encodings(content: bytes, name: str) -> None:
    if content.startswith(_WIDE) or (b"\0" in content and _looks_wide(content)):
        raise UsmexDataError("UTF-16, not UTF-8", where=name, remedy="add --encoding utf-16, or save it as UTF-8")
    at = content.find(b"\0")
    if at >= 0:
        line = content.count(b"\n", 0, at) + 1
        raise UsmexDataError(
            f"a NUL at offset {at} (line {line}): it is binary or damaged", where=name, remedy="give its plain text"
        )
    sample = content[:8192]
    odd = sum(byte < 32 and byte not in b"\t\n\v\f\r\x1b" for byte in sample)
    if odd * 20 > len(sample):
        raise UsmexDataError("binary, not text", where=name, remedy="give its plain text")


def _looks_wide(content: bytes) -> bool:
    sample = content[:2000]
    zeros = max(sample[0::2].count(0), sample[1::2].count(0))
    return len(sample) > 8 and zeros * 5 > len(sample) // 2 * 4


def _notes(text: str) -> Iterator[str]:
    if text.startswith("\ufeff"):
        yield "it begins with a byte order mark, which offsets count"
    if "\r\n" in text:
        yield "its lines end in CRLF; offsets count both characters"


def _without_strays(text: str) -> str:
    """The text without what no file can hold: NUL and half characters, which damaged PDFs yield."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _library(name: str, what: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise UsmexDataError(
            f"reading {what} needs a library that is not installed",
            remedy="install the extra that has it: pip install 'usmex-data[formats]'",
        ) from None


# --- PDF -----------------------------------------------------------------------------------------------------------


def _pdf(content: bytes, name: str) -> str:
    from io import BytesIO

    pypdf = _library("pypdf", "PDF")
    # It logs every oddity of a file, of which most have some.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        if not reader.is_encrypted or reader.decrypt(""):
            return "\n".join(page.extract_text() for page in reader.pages)
    except Exception as error:  # noqa: BLE001 - a damaged file can make the library raise anything
        raise _damaged("PDF", name, error) from None
    raise UsmexDataError("locked by a password", where=name, remedy="save it without one")


def _damaged(what: str, name: str, error: Exception) -> UsmexDataError:
    return UsmexDataError(
        f"a damaged {what}: {type(error).__name__}: {error}", where=name, remedy="save it anew, or give its text"
    )


# --- Word ----------------------------------------------------------------------------------------------------------


def _docx(content: bytes, name: str) -> str:
    from io import BytesIO

    docx = _library("docx", "DOCX")
    try:
        document = docx.Document(BytesIO(content))
        lines = [_word_block(block) for block in document.iter_inner_content()]
        return "\n\n".join(line for line in [*lines, *_word_notes(document)] if line)
    except Exception as error:  # noqa: BLE001 - a damaged file can make the library raise anything
        raise _damaged("DOCX", name, error) from None


def _word_block(block: Any) -> str:
    if hasattr(block, "rows"):
        return "\n".join(_table_line(cell.text for cell in row.cells) for row in block.rows)
    text = _word_text(block._p)  # noqa: SLF001 - the only way to the marks of footnotes
    style = block.style.name if block.style is not None else ""
    level = re.fullmatch(r"Heading (\d)", style)
    if text and level:
        return f"{'#' * int(level[1])} {text}"
    properties = block._p.pPr  # noqa: SLF001
    numbered = properties is not None and properties.numPr is not None
    return f"- {text}" if text and (numbered or style.startswith("List")) else text


def _word_text(paragraph: Any) -> str:
    parts: list[str] = []
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            parts.append(element.text or "")
        elif element.tag in (f"{_WORD}tab", f"{_WORD}br", f"{_WORD}cr"):
            parts.append(" ")
        elif element.tag == f"{_WORD}footnoteReference":
            parts.append(element.get(f"{_WORD}id", "").translate(_SUPERSCRIPT))
    return "".join(parts).strip()


def _word_notes(document: Any) -> Iterator[str]:
    for part in document.part.package.iter_parts():
        if str(part.partname) != "/word/footnotes.xml":
            continue
        from docx.oxml import parse_xml

        for note in parse_xml(part.blob).iter(f"{_WORD}footnote"):
            text = " ".join(_word_text(paragraph) for paragraph in note.iter(f"{_WORD}p")).strip()
            if text:
                yield f"{note.get(f'{_WORD}id', '').translate(_SUPERSCRIPT)} {text}"


# --- HTML ----------------------------------------------------------------------------------------------------------


def _html(content: bytes, name: str) -> str:
    del name  # broken HTML is read as browsers do: there is nothing to complain of
    soup = _library("bs4", "HTML").BeautifulSoup(content, "html.parser")
    for element in soup(_SILENT):
        element.decompose()
    parts: list[str] = []
    _walk(soup, parts)
    lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _walk(element: Any, parts: list[str]) -> None:
    """Collect the text below an element, in lines as a reader sees them; without recursion into deep nests."""
    stack: list[Any] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            # Comments and declarations are strings too, of classes of their own.
            if type(node).__name__ in {"NavigableString", "CData"}:
                parts.append(re.sub(r"\s+", " ", node))
            elif type(node) is str:
                parts.append(node)
        elif node.name == "br":
            parts.append("\n")
        elif node.name == "tr":
            cells = node.find_all(["td", "th"], recursive=False)
            parts.append("\n" + _table_line(cell.get_text(" ", strip=True) for cell in cells) + "\n")
        else:
            before, after = _around(node.name)
            parts.append(before)
            stack.extend([after, *reversed(node.contents)])


def _around(name: str) -> tuple[str, str]:
    """What stands before and after an element: line feeds for blocks, and the marks that Markdown has for some."""
    if re.fullmatch(r"h[1-6]", name):
        return f"\n\n{'#' * int(name[1])} ", "\n\n"
    if name == "li":
        return "\n- ", "\n"
    if name == "sup":
        return "<sup>", "</sup>"
    return ("\n\n", "\n\n") if name in _BLOCKS else ("", "")


def _table_line(cells: Any) -> str:
    return "| " + " | ".join(re.sub(r"\s+", " ", text).strip() for text in cells) + " |"


_READERS: Final[dict[str, Callable[[bytes, str], str]]] = {"pdf": _pdf, "docx": _docx, "html": _html}
