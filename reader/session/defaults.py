"""First values of a new mark, so that the common case needs no second step.

They are only defaults: each is shown at once and changed with one key. The suggesting of
sources, with its reasons, is another matter (`reader.attribution`, later).
"""

from __future__ import annotations

import json
import re
from functools import cache

from reader.model.article import Article
from reader.model.vocabulary import Directness, Naming, Number, SourceKind
from reader.resource import resource
from reader.text.shingles import tokens

_OPENING, _CLOSING = "«‹“„", "»›”"
_STRAIGHT = '"'
_PROCLITICS = ("ل", "ب", "و", "ف", "ك", "لل", "بال", "وال", "فال", "ول", "وب", "فل", "فب")
_QUOTES = _OPENING + _CLOSING + _STRAIGHT


@cache
def _nouns() -> dict[str, dict[str, str]]:
    """Folded noun -> what it tells of a source whose first word it is."""
    table = json.loads(resource("attribution", "unnamed_nouns.json").read_text("utf-8"))
    return {tokens(noun)[0]: row["means"] for row in table["nouns"] for noun in row["forms"]}


def source_fields(words: str) -> dict[str, Naming | Number | SourceKind]:
    """Naming, number and kind of a source by its first noun; named where it is none of ours."""
    found = tokens(words)
    means = next(filter(None, map(_nouns().get, _stems(found[0]))), None) if found else None
    if means is None:
        return {"naming": Naming.NAMED, "kind": SourceKind.UNSPECIFIED, "number": Number.UNSTATED}
    return {
        "naming": Naming.DESCRIBED if len(found) > 1 else Naming.BARE,
        "kind": SourceKind(means["kind"]),
        "number": Number(means["number"]),
    }


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
