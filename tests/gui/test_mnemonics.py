"""The letters under which menus and their entries are reached, in both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reader.gui.kit.action_table import ACTIONS
from reader.gui.kit.menu_table import MENUS
from reader.resource import resource

IN_THEMSELVES = {"العربية", "English"}
"""Languages, each named in itself in every interface: no letter would hold for both."""


def _arabic() -> dict[str, str]:
    tree = ET.parse(Path(resource("i18n", "isnad_ar.ts")))  # noqa: S314 -- a file of our own
    labels = next(c for c in tree.iter("context") if c.findtext("name") == "Actions")
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in labels.iter("message")
    }


def _menus(words: dict[str, str]) -> dict[str, list[str]]:
    """Menu -> the labels that stand in it together."""
    menus = defaultdict[str, list[str]](list)
    for menu, text in _entries():
        if text not in IN_THEMSELVES:
            menus[menu].append(words.get(text, text))
    return menus


def _entries() -> Iterator[tuple[str, str]]:
    yield from ((action.menu, action.text) for action in ACTIONS if action.menu)
    yield from ((menu.under, menu.text) for menu in MENUS)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_entry_of_a_menu_has_a_letter_of_its_own(language: str) -> None:
    for menu, labels in _menus(_arabic() if language == "ar" else {}).items():
        letters = [label.split("&")[1][:1].casefold() for label in labels if label.count("&") == 1]
        assert len(letters) == len(labels), f"{menu}: one letter each is needed: {labels}"
        assert all(letter.isalpha() for letter in letters), (menu, labels)
        assert len(set(letters)) == len(letters), f"{menu}: {sorted(letters)} of {labels}"
