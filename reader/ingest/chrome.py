"""What in a page is not the article: told by its elements, its class names and its words.

The names and words are in `resources/ingest/chrome.json`. None of this drops anything by itself:
`repair` overrules it where the votes, or the share of the page's text, say otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from lxml import etree

from reader.resource import resource

_TAG_REASONS: Final = {
    **dict.fromkeys(("noscript", "template", "video", "audio", "object", "canvas"), "hidden"),
    **dict.fromkeys(("button", "select", "option", "optgroup", "textarea"), "control"),
    **dict.fromkeys(("nav", "menu"), "navigation"),
    **dict.fromkeys(("aside", "footer", "form", "dialog"), "chrome"),
}
_ROLE_REASONS: Final = {
    **dict.fromkeys(("navigation", "menu", "menubar", "tablist"), "navigation"),
    **dict.fromkeys(("button", "checkbox", "combobox", "listbox", "option"), "control"),
    **dict.fromkeys(
        ("alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "search"),
        "chrome",
    ),
}
_CONCEALED: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MAX_RULE: Final = 1_000
_MAX_PLEA: Final = 300
_SIZE: Final = re.compile(r"\s*(\d{1,5})(?:px)?\s*$")
_ICON: Final = 32  # pixels


def is_hidden(element: etree._Element) -> bool:
    """Whether the element itself says that it is not shown; style sheets are not consulted."""
    style = element.get("style")
    return element.get("hidden") is not None or (
        style is not None and _CONCEALED.search(style) is not None
    )


def reason(element: etree._Element) -> str:
    """Why a block-level element looks left out or beside the article; "" if it does not."""
    if is_hidden(element):
        return "hidden"
    if known := _TAG_REASONS.get(element.tag):
        return known
    if known := _ROLE_REASONS.get(element.get("role", "")):
        return known
    if element.get("aria-hidden") == "true":
        return "chrome"
    return "chrome" if _names(element, "chrome") else ""


def is_caption(element: etree._Element) -> bool:
    return _names(element, "caption")


def is_lead(element: etree._Element) -> bool:
    """Whether the names of the element are those of a standfirst."""
    return _names(element, "lead")


def is_byline(element: etree._Element) -> bool:
    """Whether the names of the element are those of a byline or a dateline."""
    return _names(element, "byline")


def is_pixel(image: etree._Element) -> bool:
    """Whether an image is one that only counts readers."""
    return _smallest_side(image) <= 1


def is_icon(image: etree._Element) -> bool:
    """Whether an image declares the size of an icon."""
    return _smallest_side(image) <= _ICON


def _smallest_side(image: etree._Element) -> int:
    """In pixels, as declared; large where nothing is."""
    sides = (_SIZE.match(image.get(name, "")) for name in ("width", "height"))
    return min((int(side[1]) for side in sides if side), default=_ICON + 1)


def is_stock_phrase(text: str) -> bool:
    """Whether a short block opens with words that news sites put around articles."""
    return _patterns()["phrases"].match(text) is not None


def is_byline_phrase(text: str) -> bool:
    """Whether a short block opens as bylines do."""
    return _patterns()["bylines"].match(text) is not None


def is_house_rule(text: str) -> bool:
    """Whether a block states the rules for comments, or whose opinion an article is."""
    text = text[:_MAX_RULE]
    if _patterns()["disclaimers"].search(text):
        return True
    return len({m[0] for m in _patterns()["house_rules"].finditer(text)}) > 1


def is_plea(text: str) -> bool:
    """Whether a block of a sentence or two asks the reader to subscribe, follow or download."""
    return len(text) <= _MAX_PLEA and _patterns()["pleas"].match(text) is not None


def is_credited(text: str) -> bool:
    """Whether a block ends as captions do, with whose photograph it describes."""
    return len(text) <= _MAX_RULE and _patterns()["credits"].search(text) is not None


def is_label(text: str) -> bool:
    """Whether a block is nothing but such words."""
    return _patterns()["labels"].fullmatch(text.strip(" :|»«›‹")) is not None


def _names(element: etree._Element, family: str) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return names != " " and _named(names[:200], family)


@lru_cache(maxsize=4096)
def _named(names: str, family: str) -> bool:
    return _patterns()[family].search(_HUMP.sub("-", names).lower()) is not None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    data = json.loads(resource("ingest", "chrome.json").read_text("utf-8"))
    names = {f: _any(r"(?:^|[\s_-])(?:{})", words) for f, words in data["names"].items()}
    return names | {
        "phrases": _any(r"\W*(?:{})", data["phrases"]),
        "bylines": _any(r"\W*(?:{})", data["bylines"]),
        "disclaimers": _any(r"(?:{})", data["disclaimers"]),
        "house_rules": _any(r"(?:{})", data["house_rules"]),
        "pleas": _any(r"\W*(?:{})", data["pleas"]),
        "credits": _any(r"(?:{})[\s)\]]*$", data["credits"]),
        "labels": _any(r"(?:{})", data["labels"]),
    }


def _any(frame: str, words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(frame.format("|".join(words)), re.IGNORECASE)
