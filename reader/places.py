"""Where the program keeps things on this system. Reads and writes no file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

_NAME = "Isnad"


def library(
    given: Path | None = None, chosen: str = "", environ: Mapping[str, str] = os.environ
) -> Path:
    """The library's folder: `given`, else `ISNAD_HOME`, else as chosen, else the usual place."""
    folder = given or environ.get("ISNAD_HOME") or chosen
    if folder:
        return _folder(folder)
    import platformdirs  # not needed where the place is said

    return platformdirs.user_data_path(_NAME, appauthor=False) / "library"


def settings_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the settings are kept: in the person's own folder for settings.

    With `ISNAD_HOME` beside the library's files, so that one folder holds everything.
    """
    portable = environ.get("ISNAD_HOME")
    if portable:
        return _folder(portable) / "settings.json"
    import platformdirs  # as above

    return platformdirs.user_config_path(_NAME, appauthor=False) / "settings.json"


def _folder(named: str | Path) -> Path:
    # Unlike Path.expanduser() it leaves the name of a person whom the system does not know.
    return Path(os.path.expanduser(named)).absolute()  # noqa: PTH111
