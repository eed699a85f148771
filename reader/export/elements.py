"""HTML elements with their children at once, on lxml's tree: nothing needs escaping."""

from __future__ import annotations

import re

from lxml import etree

Child = str | etree._Element

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no libxml2 tree can hold: https://www.w3.org/TR/xml/#charsets"""
_BREAKS = re.compile("[\n\u2028]")
_BLOCKS = (
    *("head", "meta", "title", "style", "main", "article", "aside", "div", "p", "hr", "pre"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"),
    *("table", "thead", "tbody", "tr"),
)


def el(tag: str, *children: Child, **attributes: str) -> etree._Element:
    """An element. `class_` is `class`, and an underscore within a name a hyphen."""
    element = etree.Element(tag)
    for name, value in attributes.items():
        element.set(name.rstrip("_").replace("_", "-"), legal(value))
    last: etree._Element | None = None
    for child in children:
        if not isinstance(child, str):
            element.append(child)
            last = child
        elif last is None:
            element.text = (element.text or "") + legal(child)
        else:
            last.tail = (last.tail or "") + legal(child)
    return element


def broken(text: str) -> list[Child]:
    """Text with its line breaks as elements."""
    first, *rest = _BREAKS.split(legal(text))
    return [first, *(child for piece in rest for child in (el("br"), piece))]


def legal(text: str) -> str:
    """The text with what a tree cannot hold replaced, one for one."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def markup(element: etree._Element) -> str:
    """The element as HTML, a line for each block: so that a person can read and compare it."""
    for block in element.iter(*_BLOCKS):
        block.tail = block.tail or "\n"
    return etree.tostring(element, encoding="unicode", method="html")
