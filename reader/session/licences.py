"""What the program is made of, and under which licences: read from data and installed packages."""

from __future__ import annotations

import json
from importlib import metadata
from typing import NamedTuple

from reader.resource import resource

_NAMES = ("licen", "copying", "notice")
"""How the files begin that packages keep their licences in."""


class Component(NamedTuple):
    """Something that the program contains or uses."""

    name: str
    licence: str
    """As its makers name it."""
    version: str = ""
    """Of the installed package; empty where there is none."""
    package: str = ""
    texts: tuple[str, ...] = ()
    """Files under `resources/licences`, where the package brings none of its own."""


def components() -> tuple[Component, ...]:
    """Everything, the largest parts first."""
    rows = json.loads(resource("licences", "components.json").read_text("utf-8"))
    return tuple(
        Component(
            row["name"],
            row["licence"],
            _version(row.get("package", "")),
            row.get("package", ""),
            tuple(row.get("texts", ())),
        )
        for row in rows
    )


def own_licence() -> str:
    """The licence of the program itself."""
    return resource("licences", "MIT.txt").read_text("utf-8")


def text_of(component: Component) -> str:
    """The text of a component's licence; its name alone where nobody brought the text."""
    found = [resource("licences", name).read_text("utf-8") for name in component.texts]
    return "\n\n".join(found or _packaged(component.package)) or component.licence


def _version(package: str) -> str:
    try:
        return metadata.version(package) if package else ""
    except metadata.PackageNotFoundError:  # a frozen build may have left it out
        return ""


def _packaged(package: str) -> list[str]:
    """What a package keeps beside its metadata."""
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        return []
    wanted = [
        file
        for file in files
        if ".dist-info" in file.parts[0] and file.name.lower().startswith(_NAMES)
    ]
    return [file.read_text(encoding="utf-8") for file in wanted]
