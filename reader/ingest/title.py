"""The article's title, verbatim, and the block that it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.ingest.body import Body
from reader.ingest.draft import Draft
from reader.ingest.head import Head, one_line
from reader.ingest.json_ld import Structured
from reader.ingest.votes import fold_words
from reader.model.article import BlockKind

_MAX_WORDS: Final = 60
_AGREEMENT_OF_H1: Final = 0.5
_AGREEMENT_OF_HEADING: Final = 0.8
_AGREEMENT: Final = 0.9
_MIN_LONE_H1: Final = 2
_LINKED: Final = 0.5
_NO_TITLE: Final = ("hidden", "control", "navigation")
_MIN_TITLE: Final = 4
_MAX_OUTLET: Final = 5
_SEPARATOR: Final = re.compile(r"\s+(?:::|[|\-–—·•»«/])\s+|\s*\|\s*")

Words = Sequence[str]


@dataclass(frozen=True)
class Title:
    """`index` is that of the title's block among the drafts; None if the page shows none."""

    text: str = ""
    source: str = ""
    """`h1`, `og`, `json_ld`, `title` or ""."""
    index: int | None = None


def find(
    drafts: Sequence[Draft], words: Sequence[Words], stated: Sequence[Title], body: Body
) -> Title:
    """The title: the page's own heading where it agrees with what the head states.

    Args:
        drafts: the page's.
        words: each draft's folded words.
        stated: what the head gives as the title, the best first.
        body: where the article's prose is; a title stands before it, or above its beginning.
    """
    told = [set(fold_words(t.text)) for t in stated]
    shown = [
        i
        for i in range(min(body.first + 1, len(drafts)))
        if 0 < len(words[i]) <= _MAX_WORDS and body.set_apart[i] not in _NO_TITLE
    ]
    ranked = [
        (drafts[i].level == 1, round(agreement, 1), i)
        for i in shown
        if (agreement := _agreement(words[i], told)) >= _threshold(drafts[i])
    ]
    best = max(ranked)[2] if ranked else _lone_heading(drafts, words, told, shown)
    if best is None:
        return next((t for t in stated if t.text), Title())
    is_heading = drafts[best].level == 1 or not stated
    return Title(one_line(drafts[best].text), "h1" if is_heading else stated[0].source, best)


def stated_titles(head: Head, structured: Structured, outlet: str) -> list[Title]:
    """The titles that the head gives, without the outlet's name, the best first."""
    given = (
        (head.first("og:title"), "og"),
        (one_line(structured.headline), "json_ld"),
        (head.first("twitter:title"), "og"),
        (head.title, "title"),
    )
    return [Title(without_outlet(text, outlet), source) for text, source in given if text]


def without_outlet(text: str, outlet: str) -> str:
    """A title without the outlet's name before or after it."""
    parts = list(_SEPARATOR.finditer(text))
    if not parts:
        return text
    last, first = text[parts[-1].end() :], text[: parts[0].start()]
    if _names_outlet(last, text[: parts[-1].start()], outlet):
        return text[: parts[-1].start()]
    if outlet and fold_words(first) == fold_words(outlet):
        return text[parts[0].end() :]
    return text


def outlet_after(title: str, whole: str) -> str:
    """The outlet's name as the `<title>` element gives it after the title; "" if it gives none."""
    parts = list(_SEPARATOR.finditer(whole))
    last = whole[parts[-1].end() :] if parts else ""
    in_title = set(fold_words(last)) <= set(fold_words(title))
    return last if 0 < len(fold_words(last)) <= _MAX_OUTLET and not in_title else ""


def _names_outlet(part: str, rest: str, outlet: str) -> bool:
    own, named = set(fold_words(part)), set(fold_words(outlet))
    if named and own:
        return own <= named or named <= own
    return 0 < len(own) <= _MAX_OUTLET and len(fold_words(rest)) >= _MIN_TITLE


def _agreement(words: Words, told: Sequence[set[str]]) -> float:
    """How far a block and the best of the stated titles have the same words: Dice's measure."""
    own = set(words)
    return max((2 * len(own & t) / (len(own) + len(t)) for t in told if t), default=0)


def _threshold(draft: Draft) -> float:
    if draft.level == 1:
        return _AGREEMENT_OF_H1
    if draft.kind is BlockKind.HEADING:
        return _AGREEMENT_OF_HEADING
    return _AGREEMENT if draft.link_share < _LINKED else 1


def _lone_heading(
    drafts: Sequence[Draft], words: Sequence[Words], told: Sequence[set[str]], shown: Sequence[int]
) -> int | None:
    """The last `h1` before the body: a title that the head words otherwise, or not at all.

    One whose words all stand in the head's title is the outlet's name.
    """
    return next(
        (
            i
            for i in reversed(shown)
            if drafts[i].level == 1
            and len(words[i]) >= _MIN_LONE_H1
            and drafts[i].link_share < _LINKED
            and not any(set(words[i]) <= t for t in told)
        ),
        None,
    )
