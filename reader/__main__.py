"""The program: `isnad` and `python -m reader` are the same."""

from __future__ import annotations

import sys
from pathlib import Path

from reader import cli


def main() -> int:
    """Carry out the command line; returns the exit code."""
    return cli.main(sys.argv[1:], {}, _open_window)


def _open_window(page: Path | None, home: Path | None) -> int:
    # Loaded here alone: the window's libraries take longer to load than any command needs.
    from reader import app

    return app.run(page, home)


if __name__ == "__main__":
    sys.exit(main())
