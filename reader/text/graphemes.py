"""What a reader sees as one character: extended grapheme clusters (UAX #29), in code points.

A letter and its harakat are one cluster, so are the parts of an emoji; a newline always stands
alone. Every function looks at the neighbourhood of an offset only, never at the whole text.
"""

from __future__ import annotations

from reader.text.pattern import Pattern

_CLUSTER = Pattern(r"\X")

# Going back from an offset, the first place where a cluster starts whatever stands before it.
# No rule joins such a character to its predecessor: neither a plain letter after another one
# nor a newline; GB9b, GB9c, GB11 and GB12 are what the exclusions are for.
_CERTAIN_START = Pattern(
    r"(?r)(?<!\r)\n"
    r"|(?<![\p{GCB=Prepend}\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}])\p{GCB=Other}"
)


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened outward to whole clusters; an empty span moves to its cluster's start.

    Raises:
        IndexError: not 0 <= start <= end <= len(text).
    """
    if not 0 <= start <= end <= len(text):
        raise IndexError((start, end))
    if start == end:
        at = _cluster(text, start)[0] if start < len(text) else start
        return at, at
    return _cluster(text, start)[0], _cluster(text, end - 1)[1]


def next_boundary(text: str, offset: int) -> int:
    """The first cluster boundary after `offset`, or the end of the text."""
    return _cluster(text, offset)[1] if offset < len(text) else len(text)


def previous_boundary(text: str, offset: int) -> int:
    """The last cluster boundary before `offset`, or 0."""
    return _cluster(text, offset - 1)[0] if offset > 0 else 0


def _cluster(text: str, offset: int) -> tuple[int, int]:
    """The cluster that holds the character at `offset`, which must exist."""
    certain = _CERTAIN_START.search(text, 0, offset + 1)
    clusters = _CLUSTER.finditer(text, certain.start() if certain else 0)
    start, end = next(m.span() for m in clusters if m.end() > offset)
    return start, end
