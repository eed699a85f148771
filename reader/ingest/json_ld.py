"""What a page says of its article in JSON-LD (https://schema.org/Article)."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from lxml import etree

_MAX_CHARS: Final = 2_000_000
_MAX_NODES: Final = 5_000
_MAX_NAMES: Final = 10
_TYPES: Final = ("Article", "Posting", "Report", "Review")


@dataclass(frozen=True)
class Structured:
    """The fields that are used; "" or () where the page does not say."""

    headline: str = ""
    body: str = ""
    description: str = ""
    published: str = ""
    modified: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""


def read(root: etree._Element) -> Structured:
    """The page's article as its JSON-LD describes it; broken JSON counts as none."""
    nodes = [node for script in root.iter("script") for node in _nodes(script.text or "")]
    articles = [n for n in nodes if _is_article(n)] or [n for n in nodes if "headline" in n]
    if not articles:
        return Structured(publisher=_publisher(nodes))
    article = max(articles, key=lambda n: len(_text(n.get("articleBody"))))
    return Structured(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        body=_text(article.get("articleBody")),
        description=_text(article.get("description")),
        published=_text(article.get("datePublished")),
        modified=_text(article.get("dateModified")),
        publisher=_name(article.get("publisher")) or _publisher(nodes),
        authors=tuple(_names(article.get("author"))),
        url=_text(article.get("url")),
    )


def _nodes(text: str) -> Iterator[dict[str, Any]]:
    """Every object in a script, the outer ones first."""
    if not text.strip() or len(text) > _MAX_CHARS:
        return
    try:
        waiting = deque([json.loads(text.strip().removesuffix(";"), strict=False)])
    except (ValueError, RecursionError):
        return
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node[:_MAX_NODES])


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_TYPES) for kind in kinds)


def _publisher(nodes: list[dict[str, Any]]) -> str:
    return next((name for n in nodes if (name := _name(n.get("publisher")))), "")


def _text(value: object) -> str:
    return unescape(value).strip() if isinstance(value, str) else ""


def _name(value: object) -> str:
    return next(_names(value), "")


def _names(value: object) -> Iterator[str]:
    """The names in a field that may hold a name, a thing with a name, or a list of either."""
    for one in (value if isinstance(value, list) else [value])[:_MAX_NAMES]:
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name:
            yield name
