"""The page as a tree that is safe to walk: our own builder on lxml's target interface.

`lxml.html` silently drops what lies below depth 256 and texts over 10 MB; the target interface
has neither limit. The tree always is `<html><head/><body/></html>`. It carries no event handler,
no attribute off the list below, and no text of scripts (JSON-LD excepted), style sheets or frames.
Nothing else is left out: whether a hidden, `noscript` or `template` part counts is for the
reading of blocks to decide. A declarative shadow root, which a browser shows, becomes a `div`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast

from lxml import etree

from reader.ingest.clean import storable
from reader.ingest.limits import (
    MAX_ATTRIBUTE_CHARS,
    MAX_DATA_CHARS,
    MAX_DEPTH,
    MAX_ELEMENTS,
    MAX_STYLE_CHARS,
)

_DATA_NAMES = """
    src srcset data-src data-srcset data-original data-lazy-src poster background imagesrcset
"""
_OTHER_NAMES = """
    action alt aria-hidden aria-label as charset cite class colspan content data datetime dir
    formaction headers height hidden href http-equiv id itemprop itemscope itemtype lang media name
    open ping property rel reversed role rowspan scope start style title type value width
    xlink:href
"""
_DATA_ATTRIBUTES: Final = frozenset(_DATA_NAMES.split())
_ATTRIBUTES: Final = _DATA_ATTRIBUTES | frozenset(_OTHER_NAMES.split())
_ODD: Final = frozenset(("style", "xlink:href"))  # kept otherwise than as they are written
_HEAD_TAGS: Final = frozenset(
    {"base", "link", "meta", "noscript", "script", "style", "template", "title"}
)
_VOID: Final = frozenset({"bgsound", "embed", "source", "track", "wbr"})
"""Void in HTML (https://html.spec.whatwg.org/#void-elements), but libxml2 leaves them open, and
what follows would lie inside: the picture of a `picture`, or the rest of the article."""
_MUTED: Final = frozenset({"iframe", "noembed", "noframes", "script", "style"})
_WHOLE: Final = frozenset({"html", "body"})  # text in either is text of the body
_INLINE_NAMES = "a abbr b bdi bdo cite code em font i q s small span strong u"
_INLINE: Final = frozenset(_INLINE_NAMES.split())
_SHADOW_ROOT: Final = ("shadowrootmode", "shadowmode")  # the standard, and what Chrome once wrote
_TAG_NAME: Final = re.compile(r"[a-z][a-z0-9_.-]*")
_DATA_IN_STYLE: Final = re.compile(r"data:[^)\"']*")


@dataclass(frozen=True)
class Tree:
    """A page's tree, with what was left out of it."""

    root: etree._Element
    styles: str
    """The text of the page's style elements: searched for addresses, never applied."""
    removed: Counter[str]


def build(html: str) -> etree._Element:
    """The `<html>` element of the page."""
    return parse(html).root


def parse(html: str) -> Tree:
    """The page as a tree. Any string gives one; time and memory grow linearly with it."""
    removed: Counter[str] = Counter()
    text = storable(html.replace("\r\n", "\n").replace("\r", "\n"), removed)
    builder = _Builder(removed)
    if text and not text.isspace():
        parser = etree.HTMLParser(target=cast(Any, builder), huge_tree=True)
        parser.feed(text)
        parser.close()
    return Tree(root=builder.root, styles="".join(builder.styles), removed=removed)


class _Builder:
    """A parser target. Text is gathered and set once per place: appending to it is quadratic."""

    def __init__(self, removed: Counter[str]) -> None:
        self.root = etree.Element("html")
        self.head = etree.SubElement(self.root, "head")
        self.body = etree.SubElement(self.root, "body")
        self.styles: list[str] = []
        self._sections = {"html": self.root, "head": self.head, "body": self.body}
        self._removed = removed
        self._open = [self.root]
        self._pieces: list[str] = []
        self._beyond = 0  # open elements that are past a limit, and so not in the tree
        self._made = 0
        self._rest: list[str] = []  # the text after the last element that may be made
        self._style_chars = 0
        self._muted = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._beyond or len(self._open) >= MAX_DEPTH or self._made >= MAX_ELEMENTS:
            self._start_beyond(tag)
            return
        if self._pieces and tag not in _WHOLE:
            self._flush()
        kept = self._kept(attributes) if attributes else None
        element = self._sections.get(tag)
        if element is None:
            element = self._make(self._parent(tag), _tree_tag(tag, attributes), kept)
        elif kept:
            for name, value in kept.items():
                element.set(name, value)
        if tag not in _VOID:
            self._open.append(element)
            self._muted = _muted(tag, attributes) if tag in _MUTED else ""

    def end(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._beyond:
            self._end_beyond(tag)
            return
        if self._pieces and tag not in _WHOLE:
            self._flush()
        self._muted = ""
        if len(self._open) > 1:
            self._open.pop()

    def data(self, text: str) -> None:
        if not self._muted:
            self._pieces.append(text)
        elif self._muted == "style" and self._style_chars < MAX_STYLE_CHARS:
            self._style_chars += len(text)
            self.styles.append(text + "\n")

    def close(self) -> None:
        self._flush()
        if self._rest:
            self._make(self.body, "p").text = "".join(self._rest)

    def _make(
        self, parent: etree._Element, tag: str, attributes: dict[str, str] | None = None
    ) -> etree._Element:
        self._made += 1
        return etree.SubElement(parent, tag, attributes)

    def _parent(self, tag: str) -> etree._Element:
        """Where a new element belongs: stray content of html or head goes to the body."""
        top = self._open[-1]
        if top is self.root and tag in _HEAD_TAGS and _last_child(self.body) is None:
            return self.head
        if top is self.root or (top is self.head and tag not in _HEAD_TAGS):
            return self.body
        return top

    def _start_beyond(self, tag: str) -> None:
        if not self._beyond or tag not in _INLINE:
            self._flush()
        if tag in _VOID:
            return
        self._beyond += 1
        self._removed["removed_nesting"] += 1
        self._muted = tag if tag in _MUTED else ""

    def _end_beyond(self, tag: str) -> None:
        if self._beyond == 1 or tag not in _INLINE:
            self._flush()
        self._beyond -= 1
        self._muted = ""

    def _flush(self) -> None:
        """Sets the text gathered since the last tag, or in a paragraph of its own past a limit."""
        if not self._pieces:
            return
        text = storable("".join(self._pieces), self._removed)
        self._pieces.clear()
        top = self._open[-1]
        if top is self.root:
            top = self.body
        if self._made >= MAX_ELEMENTS:
            self._rest.append(text + "\n")
        elif self._beyond or len(self._open) >= MAX_DEPTH:
            if text.strip():
                self._make(top, "p").text = text
        else:
            _append(top, text)

    def _kept(self, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes that the tree carries."""
        kept: dict[str, str] = {}
        for name, value in attributes.items():
            if name not in _ATTRIBUTES:
                if name.startswith("on"):
                    self._removed["removed_handler"] += 1
            elif name not in _ODD and len(value) <= MAX_ATTRIBUTE_CHARS and value.isprintable():
                kept[name] = value  # nearly all of them
            else:
                self._keep_odd(kept, name, value)
        return kept

    def _keep_odd(self, kept: dict[str, str], name: str, value: str) -> None:
        if name == "style":
            value = _DATA_IN_STYLE.sub("", value)
        limit = MAX_DATA_CHARS if name in _DATA_ATTRIBUTES else MAX_ATTRIBUTE_CHARS
        if len(value) > limit:
            self._removed["removed_attribute"] += 1
        else:
            kept[name.removeprefix("xlink:")] = storable(value, self._removed)


def _last_child(element: etree._Element) -> etree._Element | None:
    """Found at once; `len` of an element counts its children, each time."""
    return next(element.iterchildren(reversed=True), None)


def _append(parent: etree._Element, text: str) -> None:
    last = _last_child(parent)
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _muted(tag: str, attributes: dict[str, str]) -> str:
    """What is open without its text, "" where the text is data that is read."""
    is_data = tag == "script" and "ld+json" in attributes.get("type", "").lower()
    return "" if is_data else tag


def _tree_tag(tag: str, attributes: dict[str, str]) -> str:
    if tag == "template" and any(name in attributes for name in _SHADOW_ROOT):
        return "div"
    return _safe_name(tag)


@lru_cache(maxsize=1024)
def _safe_name(tag: str) -> str:
    return tag if _TAG_NAME.fullmatch(tag) else "span"
