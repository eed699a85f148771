"""What the page says of itself beside its title and dates: outlet and author."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Final

from reader.ingest.head import Head, one_line
from reader.ingest.json_ld import Structured
from reader.ingest.title import outlet_after
from reader.ingest.votes import fold_words
from reader.resource import resource
from reader.text.bidi import first_strong

_MAX_NAME: Final = 5
_MAX_AUTHORS: Final = 4
_NOT_A_NAME: Final = re.compile(r"[\d@/\\|<>{}=_:;,]|\.(?:com|net|org)\b|https?", re.IGNORECASE)


def outlet(head: Head, structured: Structured) -> str:
    """The outlet's name as the head gives it, "" if it does not."""
    return head.first("og:site_name") or one_line(structured.publisher)


def outlet_from_title(head: Head, title: str) -> str:
    """The outlet's name after the title in the `<title>` element, or the application's name."""
    return outlet_after(title, head.title) or head.first("application-name")


def author(head: Head, structured: Structured, outlet_name: str) -> str:
    """Who wrote it, where the head gives what looks like a person's name; "" otherwise.

    A byline in the page is left alone: «زاكروس عربية – أربيل» names an outlet and a place.
    """
    given = [*structured.authors, head.first("author", "article:author", "dc.creator", "byl")]
    names = [name for text in given if _is_person(name := one_line(text), outlet_name)]
    comma = "، " if first_strong("".join(names)) == "rtl" else ", "
    return comma.join(dict.fromkeys(names[:_MAX_AUTHORS]))


def _is_person(name: str, outlet_name: str) -> bool:
    words = fold_words(name)
    if not 2 <= len(words) <= _MAX_NAME or _NOT_A_NAME.search(name):
        return False
    return _not_persons().isdisjoint(words) and not set(words) <= set(fold_words(outlet_name))


@cache
def _not_persons() -> frozenset[str]:
    """Words of newsrooms and sites, in `resources/ingest/chrome.json`."""
    data = json.loads(resource("ingest", "chrome.json").read_text("utf-8"))
    return frozenset(fold_words(" ".join(data["not_names"])))
