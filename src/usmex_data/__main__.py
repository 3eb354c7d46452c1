"""Runs the command line: ``python -m usmex_data``."""

from usmex_data.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
