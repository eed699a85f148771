"""What the program is made of is told truly."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest

from reader.session.licences import Component, components, own_licence, text_of

ROOT = Path(__file__).parents[2]
NAMED = [c for c in components() if c.package]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("component", NAMED, ids=lambda c: c.name)
def test_a_licence_is_the_one_that_the_installed_package_names(component: Component) -> None:
    stated = metadata.metadata(component.package)
    named = (stated.get("License-Expression"), stated.get("License"))
    classified = " ".join(stated.get_all("Classifier") or [])
    assert component.licence in named or component.licence in classified


def test_everything_that_comes_with_the_program_is_named() -> None:
    found, waiting = set(), ["isnad-itself"]
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8")
    block = pyproject.split("dependencies = [", 1)[1].split("]\n", 1)[0]
    needs = {"isnad-itself": re.findall(r'"([A-Za-z0-9._-]+)', block)}
    while waiting:
        name = waiting.pop()
        for wanted in needs.get(name) or _needs(name):
            if _plain(wanted) not in found:
                found.add(_plain(wanted))
                waiting.append(wanted)
    told = {_plain(c.package) for c in NAMED}
    installed = {_plain(d.name) for d in metadata.distributions()}
    assert found & installed == told - {"isnad"}


def _needs(name: str) -> list[str]:
    try:
        wanted = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    return [re.split(r"[^A-Za-z0-9._-]", w, maxsplit=1)[0] for w in wanted if "extra" not in w]


@pytest.mark.parametrize(
    # The package of no code but a loader brings no text.
    "component",
    [c for c in components() if c.name != "fontpkg"],
    ids=lambda c: c.name,
)
def test_the_text_of_every_licence_can_be_read(component: Component) -> None:
    assert len(text_of(component)) > 500


def test_the_toolkit_s_licence_comes_with_its_notice() -> None:
    text = text_of(components()[0])
    assert "Copyright (C) The Qt Company" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text


def test_the_program_s_own_licence_is_the_one_beside_it() -> None:
    assert own_licence() == (ROOT / "LICENSE").read_text("utf-8")


def test_a_package_that_is_not_there_is_named_without_a_version() -> None:
    assert text_of(Component("x", "MIT", package="no-such-package")) == "MIT"
