"""The one function that finds a resource: in a checkout, a wheel or a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOTS = (
    _PACKAGE / "_resources",  # a wheel
    _PACKAGE.parent / "resources",  # a checkout
    Path(getattr(sys, "_MEIPASS", _PACKAGE)) / "resources",  # a frozen build
)


def resource(*parts: str) -> Path:
    """The path of a resource, such as `resource("samples", "article.html")`.

    Raises:
        FileNotFoundError: the build does not carry it, which is a defect of the build.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
