"""Words copied out of an article, with where they come from.

The line is in the article's language, not the interface's: so words, title and outlet run in one
direction and read as one sentence wherever they are pasted. Nothing is invented: what the page
does not say is left out. The words stay as they are; the quotation marks around them are a pair
that does not occur within, so that they close where they should. The address has a line of its
own in plain text, where nothing invisible can stick to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from reader.export.elements import Child, el, markup
from reader.export.outline import is_web
from reader.model.article import DateStatement
from reader.model.errors import Message
from reader.model.summary import Language
from reader.text.bidi import first_strong, isolate, strong_counts
from reader.wording import pieces, say

_PAIRS: Final[dict[Language, tuple[tuple[str, str], ...]]] = {
    "ar": (("«", "»"), ("“", "”"), ("‹", "›"), ("„", "‟")),
    "en": (("“", "”"), ("«", "»"), ("‹", "›"), ("„", "‟")),
}
_DIRECTIONS: Final[dict[Language, str]] = {"ar": "rtl", "en": "ltr"}


@dataclass(frozen=True)
class Origin:
    """Where words come from, as far as it is known. Strings are the page's own."""

    language: Language
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: DateStatement | None = None
    saved_at: datetime | None = None
    """When the page was saved, as the saving program says."""
    kept_at: datetime | None = None
    """When it came into the library: said only where it is not known when it was saved."""


def cited(words: str, origin: Origin, dated: Callable[[date], str]) -> tuple[str, str]:
    """The words and their origin as an HTML fragment and as plain text.

    Args:
        words: as they stand in the article; empty: the origin alone.
        origin: of the words.
        dated: a day in words of the origin's language.
    """
    language = origin.language
    said = quoted(_lines(words), language)
    line = say("list_separator", language).join(_facts(origin, dated))
    return _html(said, line, origin), _plain(said, line, origin)


def quoted(words: str, language: Language) -> str:
    """The words in quotation marks of the language that do not occur in them.

    Bare where they are quoted already, or where every pair occurs in them.
    """
    words = words.strip()
    pairs = _PAIRS[language]
    if not words or any(_is_within(words, pair) for pair in pairs):
        return words
    fitting = (p for p in pairs if not any(mark in words for mark in p))
    opening, closing = next(fitting, ("", ""))
    return f"{opening}{words}{closing}"


def _is_within(words: str, pair: tuple[str, str]) -> bool:
    """Whether one pair of quotation marks stands around all of the words."""
    opening, closing = pair
    inner = words[1:-1]
    return words[0] == opening and words[-1] == closing and not {*pair} & {*inner}


def _facts(origin: Origin, dated: Callable[[date], str]) -> Iterator[str]:
    language = origin.language
    if outlet := _flat(origin.outlet):
        yield _apart(outlet, language)
    if title := _flat(origin.title):
        yield _apart(quoted(title, language), language)
    if (published := origin.published) and published.value:
        code = "cited_guessed" if published.guessed else "cited_published"
        yield _on(code, dated(published.value), language)
    elif published and (written := _flat(published.written)):
        yield _on("cited_published", _apart(written, language), language)
    if origin.saved_at:
        yield _on("cited_saved", dated(origin.saved_at.astimezone().date()), language)
    elif origin.kept_at:
        yield _on("cited_kept", dated(origin.kept_at.astimezone().date()), language)


def _on(code: str, day: str, language: Language) -> str:
    # A day in words of the language reorders nothing: it needs no invisible marks around it.
    return "".join(p.text for p in pieces(Message(code=code, params={"date": day}), language))


def _apart(text: str, language: Language) -> str:
    """The text, isolated where it holds letters of the other direction."""
    counts = strong_counts(text)
    return isolate(text) if (counts.ltr if language == "ar" else counts.rtl) else text


def _flat(text: str) -> str:
    return " ".join(text.split())


def _lines(words: str) -> str:
    """The words with a newline for every kind of line end."""
    return re.sub("[\u2028\u2029]", "\n", words).strip()


def _plain(said: str, line: str, origin: Origin) -> str:
    language = origin.language
    if "\n" in said:
        parts = [*said.split("\n"), f"— {line}" if line else ""]
    else:
        parts = [" — ".join(part for part in (_apart(said, language), line) if part)]
    lines = [_directed(part, language) for part in parts if part]
    return "\n".join([*lines, url] if (url := _flat(origin.url)) else lines)


def _directed(line: str, language: Language) -> str:
    """The line, which begins with a mark of its direction where its letters would mislead."""
    mark = "\u200f" if language == "ar" else "\u200e"
    return line if first_strong(line) == _DIRECTIONS[language] else mark + line


def _html(said: str, line: str, origin: Origin) -> str:
    language, url = origin.language, _flat(origin.url)
    first: list[Child] = []
    for number, part in enumerate(said.split("\n") if said else ()):
        first += [el("br"), part] if number else [part]
    children: list[Child] = [el("bdi", *first)] if said else []
    if line:
        children.append(f" — {line}" if said else line)
    if url:
        children += [el("br")] if children else []
        children.append(el("a", url, href=url, dir="ltr") if is_web(url) else el("bdi", url))
    return markup(el("p", *children, lang=language, dir=_DIRECTIONS[language]))
