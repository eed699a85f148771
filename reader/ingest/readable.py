"""readability, asked for the same as ever and made to do less for it.

What it finds is what it would find; only what it does twice, or in vain on our tree, is left out.
It works in a copy of its module that is ours alone, so that nobody else's readability is changed.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from importlib.util import module_from_spec
from types import ModuleType
from typing import Any, Final, cast

from lxml import etree, html
from readability import readability as theirs

_ON_NAMES: Final = (
    "unlikelyCandidatesRe", "okMaybeItsACandidateRe", "positiveRe", "negativeRe"
)  # fmt: skip
"""Its patterns that are searched for in class names and ids, of which a page has few."""


class _Remembering:
    """A pattern that looks at the same names once."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.search = lru_cache(maxsize=4096)(pattern.search)


def _own_copy() -> ModuleType:
    spec = theirs.__spec__
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_its: Any = _own_copy()
_clean = _its.clean


def _clean_quickly(text: str) -> str:
    """Its `clean`, without three regular expressions where there is nothing for them to find."""
    is_clean = text.isprintable() and "  " not in text
    return cast(str, text.strip() if is_clean else _clean(text))


_its.clean = _clean_quickly
for _name in _ON_NAMES:
    _its.REGEXES[_name] = _Remembering(_its.REGEXES[_name])


class _Document(_its.Document):  # type: ignore[misc]  # it has no types
    """A page of our own tree: no handler, no address, no text of a script is in it any more."""

    def _parse(self, tree: html.HtmlElement) -> html.HtmlElement:
        """As it does, without looking for what our tree never has; left as it is for a retry."""
        document = deepcopy(tree)
        hidden = [e for e in document.iter() if _is_hidden(e)]
        unread = document.iter("script", "style", "link")
        for element in (*hidden, *unread):
            cast(html.HtmlElement, element).drop_tree()
        for element in document.iter("image"):
            element.tag = "img"
        return document


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    concealed = style is not None and _its.REGEXES["displayNoneRe"].search(style) is not None
    return concealed or element.get("hidden") is not None


def summary(tree: html.HtmlElement) -> str:
    """What readability takes for the article, as markup; the tree is left as it is."""
    return cast(str, _Document(tree).summary())
