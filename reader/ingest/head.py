"""What the page's head says: meta elements, the canonical link, the title, the language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree

from reader.ingest.addresses import is_web, normal
from reader.ingest.clean import clean

_MAX_CHARS: Final = 1_000
_PLAIN: Final = re.compile(
    r"https?://[a-z0-9.-]+/[^\x00-\x20?#;\x7f\\]*(?:\?[^\x00-\x20#;\x7f\\]+)?"
)
"""Most addresses: absolute, and nothing in them that joining them to a base would change."""


@dataclass(frozen=True)
class Head:
    """Strings are canonical characters on one line; "" or missing where the page does not say."""

    meta: dict[str, str] = field(default_factory=dict)
    """The first content under each name, property or itemprop, in lower case."""
    title: str = ""
    language: str = ""
    canonical: str = ""

    def first(self, *names: str) -> str:
        """The content under the first of these names that has any."""
        return next((self.meta[n] for n in names if n in self.meta), "")


def read(root: etree._Element, base_url: str) -> Head:
    """The head of a page; meta elements that strayed into the body are read too."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        content = one_line(element.get("content", ""))
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute, "").strip().lower()
            if name and content:
                meta.setdefault(name, content)
    title = next(root.iter("title"), None)
    return Head(
        meta=meta,
        title=one_line("" if title is None else (title.text or "")),
        language=one_line(root.get("lang", ""))[:35],
        canonical=_canonical(root, base_url) or web_address(meta.get("og:url", ""), base_url),
    )


def one_line(text: str) -> str:
    """A string of the page's account of itself: canonical characters, white space collapsed."""
    return " ".join(clean(text[:_MAX_CHARS], Counter()).split())


def web_address(href: str, base_url: str) -> str:
    """The absolute http or https address, fragment and all; "" of anything else."""
    if _PLAIN.fullmatch(href):
        return href
    try:
        whole = urljoin(base_url, normal(href)) if href else ""
        return whole if is_web(whole) and urlsplit(whole).netloc else ""
    except ValueError:
        return ""


def _canonical(root: etree._Element, base_url: str) -> str:
    for link in root.iter("link"):
        if "canonical" in link.get("rel", "").lower().split():
            return web_address(link.get("href", ""), base_url)
    return ""
