"""The program: `isnad` and `python -m reader` are the same.

Everything is imported where it is needed: the window's libraries take longer to load than any
command needs, and a worker has to be ready before the page is chosen.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

# No other package looks into our values: pydantic would read every package's papers for one.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main() -> int:
    """Carry out the command line; returns the exit code."""
    if sys.argv[1:] == ["worker"]:  # the window starts it; no person does, so it is not listed
        from reader.session.jobs import serve

        return serve(sys.stdin.buffer, sys.stdout.buffer)
    from reader import cli

    return cli.main(sys.argv[1:], {}, _open_window)


def _open_window(page: Path | None, home: Path | None) -> int:
    # Nothing that is loaded now is ever garbage; looking for some takes a tenth of the time until
    # the window is seen. `app` lets the collector begin when it is.
    gc.disable()
    from reader import app

    return app.run(page, home)


if __name__ == "__main__":
    sys.exit(main())
