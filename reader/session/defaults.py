"""First values of a new mark, so that the common case needs no second step.

They are only defaults: each is shown at once and changed with one key. The suggesting of
sources, with its reasons, is another matter (`reader.attribution`, later).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.model.article import Article
from reader.model.vocabulary import Directness, Naming, Number, SourceKind
from reader.resource import resource
from reader.text.shingles import tokens

_OPENING, _CLOSING = "«‹“„", "»›”"
_STRAIGHT = '"'
_ARTICLE = "ال"
_PROCLITICS = ("ل", "ب", "و", "ف", "ك", "لل", "بال", "وال", "فال", "ول", "وب", "فل", "فب")
_QUOTES = _OPENING + _CLOSING + _STRAIGHT


@dataclass(frozen=True)
class _Nouns:
    """What the first noun of a source tells: folded noun -> kind and number."""

    unnamed: dict[str, dict[str, str]]
    bodies: dict[str, dict[str, str]]
    pointing: frozenset[str]
    same: frozenset[str]


@cache
def _nouns() -> _Nouns:
    table = json.loads(resource("attribution", "unnamed_nouns.json").read_text("utf-8"))
    bodies = _by_form(table["bodies"])
    return _Nouns(
        unnamed=_by_form(table["nouns"]),
        bodies={**{f"{_ARTICLE}{noun}": means for noun, means in bodies.items()}, **bodies},
        pointing=frozenset(tokens(" ".join(table["pointing"]))),
        same=frozenset(tokens(" ".join(table["same"]))),
    )


def _by_form(rows: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    return {tokens(noun)[0]: row["means"] for row in rows for noun in row["forms"]}


def source_fields(words: str) -> dict[str, Naming | Number | SourceKind]:
    """Naming, number and kind of a source by its first noun; named where it is none of ours."""
    nouns = _nouns()
    found = [token for token in tokens(words) if token not in nouns.same]
    pointed = bool(found) and found[0] in nouns.pointing
    found = found[pointed:]
    stems = _stems(found[0]) if found else []
    if means := next(filter(None, map(nouns.unnamed.get, stems)), None):
        naming = Naming.DESCRIBED if len(found) > 1 else Naming.BARE
    else:
        means = next(filter(None, map(nouns.bodies.get, stems)), {})
        naming = Naming.DESCRIBED if pointed else Naming.NAMED
    return {
        "naming": naming,
        "kind": SourceKind(means.get("kind", SourceKind.UNSPECIFIED)),
        "number": Number(means.get("number", Number.UNSTATED)),
    }


def sends_back(words: str) -> bool:
    """Whether a source says of itself that it was named before: «المصدر ذاته»."""
    return any(token in _nouns().same for token in tokens(words)[1:])


def channels(line: str) -> list[str]:
    """The media that sources speak through: those that a line names first, in its words."""
    table = json.loads(resource("attribution", "channels.json").read_text("utf-8"))["channels"]
    said = f" {' '.join(stem for token in tokens(line) for stem in _stems(token))} "
    named = {row[0]: form for row in table for form in row if _says(said, form)}
    return [*named.values(), *(row[0] for row in table if row[0] not in named)]


def _says(said: str, form: str) -> bool:
    return f" {' '.join(tokens(form))} " in said


def _stems(word: str) -> list[str]:
    """A word, and what is left of it behind the particles that Arabic writes onto a noun.

    Only candidates: the table of nouns decides, so that «وقت» is never taken for «قت».
    """
    return [word, *(word.removeprefix(p) for p in _PROCLITICS if word.startswith(p))]


def directness(article: Article, start: int, end: int) -> Directness:
    """Word for word if the span stands inside quotation marks, mixed if some of it does.

    Args:
        article: the text; quotation marks are paired within the block.
        start: of the claim, in code points of the page text.
        end: likewise.
    """
    inside = [
        not (close <= start or end <= open_) and (open_ <= start and end <= close)
        for open_, close in _quotations(article, start)
    ]
    if any(inside):
        return Directness.DIRECT
    return (
        Directness.MIXED
        if re.search(f"[{_QUOTES}]", article.page_text[start:end])
        else (Directness.INDIRECT)
    )


def _quotations(article: Article, offset: int) -> list[tuple[int, int]]:
    """The quoted spans of the block at `offset`; one left open reaches the block's end."""
    block = next((b for b in article.blocks if b.has_text and b.start <= offset <= b.end), None)
    if block is None:
        return []
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in re.finditer(f"[{_QUOTES}]", article.page_text[block.start : block.end]):
        at = block.start + match.start()
        if opened is None:
            opened = at
        else:
            found.append((opened, at + 1))
            opened = None
    if opened is not None:
        found.append((opened, block.end))
    return found
