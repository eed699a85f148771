"""Notices of correction: where an outlet says itself that it changed an article.

A notice is told by where it stands, as `resources/comparison/notices.json` explains. The whole
page is looked through, what is not taken for the article too: that no notice can be seen is said
only where there is none anywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, Final

from reader.model.article import Article, Block, BlockState, InlineKind
from reader.model.comparison import Notice
from reader.resource import resource
from reader.text.fold import Profile, fold

_LINE_BREAK: Final = "\u2028"
_SENTENCE: Final = re.compile(r"(?<=[.!?؟])[ \u00a0]+")
_LONGEST: Final = 2_000
"""Code points of a notice."""


def notices(
    old: Article, new: Article, choices: Mapping[str, bool] | None = None
) -> tuple[Notice, ...]:
    """The notices of correction in the newer text, in order.

    Args:
        old: the older version: what it has already is said to be no news.
        new: the newer one.
        choices: block id -> shown, of the newer one.
    """
    before = {_folded(old.page_text[a:b]) for _, a, b in _found(old)}
    return tuple(
        Notice(
            words=new.page_text[start:end],
            start=start,
            end=end,
            is_new=_folded(new.page_text[start:end]) not in before,
            is_shown=new.is_shown(block, choices or {}),
        )
        for block, start, end in _found(new)
    )


def _found(article: Article) -> Iterator[tuple[Block, int, int]]:
    """The notices of an article: the block, and the span of the page text."""
    blocks = [b for b in article.blocks if b.has_text and not _is_link(b)]
    for at, block in enumerate(blocks):
        for start, end in _lines(article.page_text, block.start, block.end):
            offset = _opens(article.page_text[start:end])
            if offset is None:
                continue
            last = end
            if _is_label_alone(article.page_text[start:end]):
                if block.state is BlockState.DROPPED:  # a button
                    continue
                if end < block.end:
                    last = block.end
                elif at + 1 < len(blocks):
                    last = blocks[at + 1].end
                else:
                    continue
            yield block, start + offset, min(last, start + offset + _LONGEST)
            break


def _is_link(block: Block) -> bool:
    """Whether a block is a link to another page: its title speaks of that one."""
    links = [i for i in block.inline if i.kind is InlineKind.LINK]
    return sum(i.end - i.start for i in links) > 0.8 * (block.end - block.start) > 0


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in text[start:end].split(_LINE_BREAK):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _opens(line: str) -> int | None:
    """Where in a line a notice begins: at its beginning or that of a sentence; None: nowhere."""
    if _patterns()["label"].match(_prepared(line)) and not _is_stamp(line):
        return len(line) - len(line.lstrip())
    at = 0
    for sentence in _SENTENCE.split(line):
        if _patterns()["phrase"].match(_prepared(sentence)):
            return line.index(sentence, at)
        at += len(sentence)
    return None


def _is_stamp(line: str) -> bool:
    """Whether a line says when the page was brought up to date, and nothing else."""
    prepared = _prepared(line)
    return (
        _patterns()["stamp"].match(prepared) is not None
        and len(line.split()) <= _table()["stamp_words"]
        and any(map(str.isdigit, prepared))
    )


def _is_label_alone(line: str) -> bool:
    return _patterns()["alone"].fullmatch(_prepared(line)) is not None


def _prepared(text: str) -> str:
    """The beginning of a line, folded, without the signs that open it."""
    opening = fold(_table()["opening"], Profile.MATCH).text
    return fold(text[:200], Profile.MATCH).text.lstrip(opening + " ")


def _folded(text: str) -> str:
    return fold(text, Profile.MATCH).text.strip()


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(resource("comparison", "notices.json").read_text("utf-8"))
    return table


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The table as patterns for folded text."""
    table = _table()
    by_signs = [f for g in table["labels"] if not g.get("is_sure") for f in _forms(g)]
    sure = [f for g in table["labels"] if g.get("is_sure") for f in _forms(g)]
    signs = re.escape(fold(table["after"], Profile.MATCH).text)
    qualifiers = _either(table["qualifiers"])
    phrases = "|".join(" ".join(map(_either, phrase)) for phrase in table["phrases"])
    return {
        "label": re.compile(
            rf"(?:{_either(by_signs)})(?:\s*(?:[{signs}]|$)|\s+(?:{qualifiers})(?!\w))"
            rf"|(?:{_either(sure)})(?!\w)"
        ),
        "alone": re.compile(rf"(?:{_either((*by_signs, *sure))})[{signs}\s]*"),
        "stamp": re.compile(rf"{_either(table['stamps'])}(?!\w)"),
        "phrase": re.compile(rf"(?:{phrases})(?!\w)"),
    }


def _forms(group: Mapping[str, Any]) -> list[str]:
    return ["".join(f) for f in product(group["beginnings"], group["stems"], group["ends"])]


def _either(words: list[str] | tuple[str, ...]) -> str:
    folded = {fold(word, Profile.MATCH).text for word in words}
    return "(?:" + "|".join(re.escape(w) for w in sorted(folded, key=len, reverse=True)) + ")"
