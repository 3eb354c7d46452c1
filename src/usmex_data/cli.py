"""The command line: ``python -m usmex_data --help``."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from usmex_data.commands.streams import Terminated, prepared, say, settled, silence
from usmex_data.errors import UsmexDataError, printable
from usmex_data.version import __version__

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of a command.

    0 done · 1 something was not as it should be, such as a file that could not be read · 2 it could not be done, such
    as rows that could not be written · 130 interrupted · 143 terminated.
    """
    with prepared():
        try:
            options = _parser().parse_args(arguments)
            status = _status(options)
        except KeyboardInterrupt:
            say("stopped")
            status = 130
        except Terminated:
            say("stopped")
            status = 143
        finally:
            settled(sys.stderr)
    return status


def _status(options: argparse.Namespace) -> int:
    if sys.stdout is None:
        say("error: standard output is closed\n  send it to a file, or to /dev/null")
        return 2
    try:
        status: int = options.run(options)
    except UsmexDataError as error:
        say(f"error: {error}")
        settled(sys.stdout)
        return 2
    except BrokenPipeError:
        silence(sys.stdout)  # whoever read this has read enough
        return 0
    except OSError as error:
        say(f"error: {error.filename or 'standard output'}: {error.strerror}\n  make room, or look at its rights")
        settled(sys.stdout)
        return 2
    full = settled(sys.stdout)
    if full is not None and not isinstance(full, BrokenPipeError):
        say(f"error: standard output: cannot be written: {full.strerror}\n  make room, or write elsewhere")
        return 2
    return status


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no public name


class _ArgumentParser(argparse.ArgumentParser):
    """One that writes out what a terminal would obey."""

    def error(self, message: str) -> NoReturn:
        super().error(printable(message))


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _ArgumentParser(
        prog="usmex_data",
        formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=24, width=100),
        description="The figures of policy texts as data: each with its sentence, its hedge and its place in the text.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_extract(commands)
    _add_check(commands)
    _add_show(commands)
    _add_audit(commands)
    _add_add(commands)
    _add_export(commands)
    return parser


def _add_extract(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "extract",
        help="the figures of any English text, as CSV or JSON Lines",
        description="Write a row for each figure of the files to standard output, in order, as they are made. A file "
        "that cannot be read is reported and passed over.",
        epilog="exit status: 0 all files were read; 1 one was not; 2 nothing could be done, such as writing the rows; "
        "130 or 143 stopped by a signal",
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="text, Markdown, HTML, PDF, DOCX; a folder, a glob, or -"
    )
    parser.add_argument("--format", choices=("csv", "jsonl"), default="csv", help="what to write (default: csv)")
    parser.add_argument("--claims", action="store_true", help="only the claims, not dates, names and the like")
    parser.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (default: one a processor)")
    parser.add_argument("--encoding", default="utf-8", help="how text files are encoded (default: utf-8)")
    parser.add_argument(
        "--published", default="", type=_date, metavar="DATE", help="when the texts were written, such as 2021-02"
    )
    parser.add_argument("--country", default="", metavar="CODE", help="whose dollar and fiscal years they mean: MEX")
    parser.add_argument("--language", default="", metavar="TAG", help="en: read the texts as English, come what may")
    parser.add_argument("--failures", type=Path, metavar="FILE", help="write a row for each file not read (CSV)")
    limits = parser.add_argument_group("limits", "a file beyond one of them is reported and passed over")
    limits.add_argument("--max-seconds", type=_limit, default=120, metavar="S", help=_SECONDS)
    limits.add_argument("--max-bytes", type=_limit, default=10**9, metavar="B", help="of a file (default: 1000000000)")
    limits.add_argument(
        "--max-expansion", type=_limit, default=300, metavar="N", help="times its size that a DOCX unpacks to (300)"
    )
    parser.set_defaults(run=_extract)


_SECONDS = "that a file takes, and one more for each 10 kB (default: 120; 0: any)"


def _limit(written: str) -> int:
    if not (written.isascii() and written.isdecimal()):
        raise argparse.ArgumentTypeError(f"{written!r} is no whole number")
    return int(written)


def _date(written: str) -> str:
    if not re.fullmatch(r"(\d{4}(-\d{2}){0,2})?", written):
        raise argparse.ArgumentTypeError(f"{written!r} is no date such as 2021 or 2021-02-26")
    return written


def _extract(options: argparse.Namespace) -> int:
    from usmex_data.commands.extract import run
    from usmex_data.formats import Limits

    _write_utf8()
    return run(
        options.files,
        form=options.format,
        jobs=options.jobs,
        encoding=options.encoding,
        published=options.published,
        country=options.country,
        language=options.language,
        only_claims=options.claims,
        limits=Limits(bytes=options.max_bytes, expansion=options.max_expansion),
        seconds=options.max_seconds,
        failures=options.failures,
    )


def _write_utf8() -> None:
    # On every system the same bytes: UTF-8 and LF.
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


def _add_build(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "build",
        help="everything: the tables of data/clean, the notebooks' outputs, the site",
        description="Make everything that has to be made anew, and say what there is. Tables are written whole or not "
        "at all.",
    )
    parser.add_argument("--tables", action="store_true", help="only the tables of data/clean")
    parser.add_argument("--draft", action="store_true", help="write them though the catalogue does not fit the sources")
    _add_work(parser)
    parser.set_defaults(run=_build)
    notebooks = commands.add_parser("notebooks", help="execute the notebooks and store their outputs")
    _add_work(notebooks)
    notebooks.set_defaults(run=_notebooks)
    commands.add_parser("site", help="render the site to build/site").set_defaults(run=_site)


def _add_work(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="make anew what is up to date")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="notebooks at a time (default: 2)")


def _add_check(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "check",
        help="is data/clean what a build makes?",
        description="Build the tables in memory and compare them with data/clean, byte for byte. The exit status is 1 "
        "where they differ, and the differences are listed.",
    )
    parser.add_argument("--draft", action="store_true", help="though the catalogue does not fit the sources")
    parser.set_defaults(run=_check)


def _add_show(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("show", help="a claim in its sentence, with the proof of its place in the raw text")
    parser.add_argument("claim_id", metavar="CLAIM_ID", help="such as white-papers-22874")
    parser.set_defaults(run=_show)


def _add_audit(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "audit",
        help="whether texts agree with each other and with their own arithmetic",
        description="With files, what does not hold in them, read together: the exit status is 1 where something of "
        "substance fails. Without any, all checks of the sources with their verdicts; with an id, its sentences "
        "side by side.",
    )
    parser.add_argument(
        "names",
        metavar="FILE|CHECK_ID",
        nargs="*",
        help="files, folders or patterns; or a check, a claim or a quantity",
    )
    parser.add_argument(
        "--format", choices=("text", "jsonl", "html"), default="text", help="what to write (default: text)"
    )
    parser.add_argument("--encoding", default="utf-8", help="how text files are encoded (default: utf-8)")
    parser.add_argument(
        "--published", default="", type=_date, metavar="DATE", help="when the texts were written, such as 2021-02"
    )
    parser.set_defaults(run=_audit)


def _add_add(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "add",
        help="put a new report into the corpus and see what it says",
        description="Put the text of a file into data/raw with an entry in sources.toml, and show which of its facts "
        "are new, which are known from other sources, and which the catalogue has no indicator for. Then run: make. "
        "All of it is done or nothing: what a build would refuse is not put in.",
    )
    parser.add_argument("file", metavar="FILE", help="text, Markdown, HTML, PDF or DOCX")
    parser.add_argument("--title", help="the text's title, as printed; a new source needs one")
    parser.add_argument("--id", default="", help="the source's id (default: made from the file's name)")
    parser.add_argument("--author", action="append", dest="authors", metavar="NAME", help="once an author")
    parser.add_argument("--publisher", help="who published it")
    parser.add_argument("--published", metavar="DATE", help="when, in EDTF: 2024 or 2024-05-01")
    parser.add_argument("--country", metavar="CODE", help="whose dollar and nation it means, such as MEX")
    parser.add_argument("--kind", help="report, paper, brief, speech, … (default: report)")
    parser.add_argument("--rights", help="the text's own statement of rights")
    parser.add_argument("--encoding", default="utf-8", help="how a text file is encoded (default: utf-8)")
    parser.add_argument(
        "--replace", action="store_true", help="put it in the place of the source of its id; what isn't given stays"
    )
    parser.add_argument("--all", action="store_true", dest="every", help="show every entry that could be written")
    _add_care(parser)
    parser.set_defaults(run=_add)
    parser = commands.add_parser(
        "remove",
        help="take a source out of the corpus",
        description="Delete a source's text from data/raw and its entry in sources.toml, both or neither, and say "
        "where else it is named. Then run: make",
    )
    parser.add_argument("id", metavar="ID", help="the source's id, such as trade-paper")
    _add_care(parser)
    parser.set_defaults(run=_remove)


def _add_care(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="only show what would be; change nothing")
    parser.add_argument("--draft", action="store_true", help="do it though the catalogue will not fit: build --draft")


def _add_export(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "export",
        help="the tables as Parquet, SQLite, Excel and a zip",
        description="Write the tables of data/clean in forms whose cells keep their types: a Parquet file a table, one "
        "SQLite database, one Excel workbook, and a zip of the CSVs with codebook, licence and citation.",
    )
    parser.add_argument("--to", default="usmex-data", metavar="FOLDER", help="where to (default: usmex-data)")
    parser.add_argument("forms", nargs="*", metavar="FORM", help="parquet, sqlite, xlsx, zip (default: all)")
    parser.set_defaults(run=_export)


def _build(options: argparse.Namespace) -> int:
    from usmex_data.commands.build import run

    return run(tables_only=options.tables, strict=not options.draft, force=options.force, jobs=options.jobs)


def _notebooks(options: argparse.Namespace) -> int:
    from usmex_data.commands.build import run_notebooks

    return run_notebooks(force=options.force, jobs=options.jobs)


def _site(options: argparse.Namespace) -> int:
    from usmex_data.commands.build import run_site

    del options
    return run_site()


def _check(options: argparse.Namespace) -> int:
    from usmex_data.commands.check import run

    return run(strict=not options.draft)


def _show(options: argparse.Namespace) -> int:
    from usmex_data.commands.show import run

    _write_utf8()
    return run(options.claim_id)


def _audit(options: argparse.Namespace) -> int:
    from usmex_data.audit.show import cli_show
    from usmex_data.commands.audit import are_files, run

    _write_utf8()
    if len(options.names) > 1 or are_files(options.names):
        return run(options.names, form=options.format, encoding=options.encoding, published=options.published)
    print(cli_show(options.names[0] if options.names else ""))
    return 0


def _export(options: argparse.Namespace) -> int:
    from usmex_data.export import FORMS, export

    for path in export(Path(options.to), options.forms or FORMS):
        print(path)
    return 0


def _add(options: argparse.Namespace) -> int:
    from usmex_data.commands.add import New, run

    _write_utf8()
    new = New(
        path=Path(options.file),
        title=options.title,
        id=options.id,
        authors=None if options.authors is None else tuple(options.authors),
        publisher=options.publisher,
        published=options.published,
        country=options.country,
        kind=options.kind,
        rights=options.rights,
        encoding=options.encoding,
    )
    return run(new, replace=options.replace, dry_run=options.dry_run, draft=options.draft, every=options.every)


def _remove(options: argparse.Namespace) -> int:
    from usmex_data.commands.remove import run

    _write_utf8()
    return run(options.id, dry_run=options.dry_run, draft=options.draft)
