"""The command line: ``python -m usmex_data --help``."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from usmex_data.errors import UsmexDataError
from usmex_data.version import __version__

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status of a command: 0 done, 1 something was not as it should be, 2 it could not be done."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except UsmexDataError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read this has read enough. What is left in the buffer must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="usmex_data",
        formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=18, width=100),
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


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no public name


def _add_extract(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "extract",
        help="the figures of any English text, as CSV or JSON Lines",
        description="Write a row for each figure of the files to standard output. A file that cannot be read is "
        "reported and passed over; the exit status is then 1.",
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
    parser.set_defaults(run=_extract)


def _date(written: str) -> str:
    if not re.fullmatch(r"(\d{4}(-\d{2}){0,2})?", written):
        raise argparse.ArgumentTypeError(f"{written!r} is no date such as 2021 or 2021-02-26")
    return written


def _extract(options: argparse.Namespace) -> int:
    from usmex_data.commands.extract import run

    _write_utf8()
    return run(
        options.files,
        form=options.format,
        jobs=options.jobs,
        encoding=options.encoding,
        published=options.published,
        only_claims=options.claims,
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
        "are new, which are known from other sources, and which the catalogue has no indicator for. Then run: make",
    )
    parser.add_argument("file", metavar="FILE", help="text, Markdown, HTML, PDF or DOCX")
    parser.add_argument("--title", required=True, help="the text's title, as printed")
    parser.add_argument("--id", default="", help="the source's id (default: made from the file's name)")
    parser.add_argument("--author", action="append", default=[], dest="authors", metavar="NAME", help="once an author")
    parser.add_argument("--publisher", default="", help="who published it")
    parser.add_argument("--published", default="", metavar="DATE", help="when, in EDTF: 2024 or 2024-05-01")
    parser.add_argument("--kind", default="report", help="report, paper, brief, speech, … (default: report)")
    parser.add_argument("--rights", default="", help="the text's own statement of rights")
    parser.add_argument("--encoding", default="utf-8", help="how a text file is encoded (default: utf-8)")
    parser.add_argument("--dry-run", action="store_true", help="only show what it says; change nothing")
    parser.set_defaults(run=_add)


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
        authors=tuple(options.authors),
        publisher=options.publisher,
        published=options.published,
        kind=options.kind,
        rights=options.rights,
        encoding=options.encoding,
    )
    return run(new, dry_run=options.dry_run)
