"""The command line: ``python -m usmex_data --help``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from usmex_data import __version__
from usmex_data.errors import UsmexDataError

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
        description="The figures of policy texts as data: each with its sentence, its hedge and its place in the text.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_extract(commands)
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
    parser.add_argument("--published", default="", metavar="DATE", help="when the texts were written, such as 2021-02")
    parser.set_defaults(run=_extract)


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
