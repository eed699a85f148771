"""A mark that waits for a person: its words as they were marked and as they are now.

Each with what stands around it, and what differs between the two. Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from reader.anchoring import Alignment, Change, Span, Why, align
from reader.anchoring.changes import changes_inside, negated_before
from reader.anchoring.describe import surroundings
from reader.anchoring.links import LOOSE
from reader.anchoring.tokens import Tokens
from reader.model.annotations import Mark
from reader.model.placing import Standing
from reader.session.edits import Desk
from reader.session.reviewing import place_here


@dataclass(frozen=True)
class Excerpt:
    """Words of a text, with what stands around them."""

    before: str
    words: str
    after: str
    differing: tuple[Span, ...] = ()
    """What the other excerpt does not have: spans of `text`."""

    @property
    def text(self) -> str:
        return self.before + self.words + self.after

    @property
    def span(self) -> Span:
        """Where the words stand in `text`."""
        return Span(len(self.before), len(self.before) + len(self.words))


@dataclass(frozen=True)
class ReviewItem:
    """A mark that waits, with all that there is to decide by."""

    mark: Mark
    """As it stands in the version shown."""
    standing: Standing
    made: Excerpt
    here: Excerpt | None
    """Around its proposed place; None: it was not found."""
    made_on: str
    """The text version that it was made on."""
    why: Why | None
    """The evidence; None: not known, by an older Isnad or a newer one."""
    changes: tuple[Change, ...] = ()
    """What differs in its words, and a negation right before them."""


def review_item(desk: Desk, mark_id: UUID) -> ReviewItem:
    """What there is to decide by, for a mark with words."""
    made = desk.marks[mark_id].span
    if made is None:
        raise ValueError(mark_id)
    standing, place = desk.placing.standing[mark_id], place_here(desk, mark_id)
    then = Excerpt(made.prefix, made.exact, made.suffix)
    now = _excerpt_here(desk, mark_id) if standing.has_place else None
    changes: tuple[Change, ...] = ()
    if now is not None:
        then, now, changes = _compared(then, now)
    why = next((w for w in Why if place is not None and w == place.evidence), None)
    return ReviewItem(desk.seen[mark_id], standing, then, now, made.version, why, changes)


def _excerpt_here(desk: Desk, mark_id: UUID) -> Excerpt | None:
    seen = desk.seen[mark_id].span
    if seen is None:
        return None
    before, after = surroundings(desk.article.page_text, seen.start, seen.end)
    return Excerpt(before, seen.exact, after)


def _compared(then: Excerpt, now: Excerpt) -> tuple[Excerpt, Excerpt, tuple[Change, ...]]:
    """Two excerpts, each with what the other has not, and the changes of the words themselves."""
    aligned = align(then.text, now.text)
    old, new = aligned.old.covering(*then.span), aligned.new.covering(*now.span)
    changes: tuple[Change, ...] = ()
    if old[0] < old[1] and new[0] < new[1]:
        changes = (
            *negated_before(aligned, old[0], new[0]),
            *changes_inside(aligned, old, new),
        )
    return (
        _marked(then, aligned.old, aligned.to_new, old),
        _marked(now, aligned.new, aligned.to_old, new, _signs(aligned, *old)),
        changes,
    )


def _marked(
    excerpt: Excerpt,
    tokens: Tokens,
    links: list[int],
    own: tuple[int, int],
    signs: Iterable[Span] = (),
) -> Excerpt:
    """The excerpt with the words named that the other lacks.

    Two excerpts are cut at other words: what stands outside of all that they share is no change.
    """
    linked = [word for word, other in enumerate(links) if other != LOOSE]
    first = min(own[0], *linked[:1]) if linked else own[0]
    last = max(own[1], *(word + 1 for word in linked[-1:])) if linked else own[1]
    loose = [
        Span(tokens.starts[word], tokens.ends[word])
        for word in range(first, last)
        if links[word] == LOOSE
    ]
    found = _united(sorted([*loose, *signs]), excerpt.text)
    return Excerpt(excerpt.before, excerpt.words, excerpt.after, tuple(found))


def _signs(aligned: Alignment, first: int, last: int) -> Iterator[Span]:
    """The other signs, in the new text, between words that stayed together."""
    for word in aligned.sign_changes(first, last):
        there = aligned.to_new[word]
        span = Span(aligned.new.ends[there - 1] if there else 0, aligned.new.starts[there])
        if aligned.new.text[slice(*span)].strip():
            yield span


def _united(spans: list[Span], text: str) -> Iterator[Span]:
    """Spans with nothing but space between them as one."""
    at: Span | None = None
    for span in spans:
        if at is not None and not text[at.end : span.start].strip():
            at = Span(at.start, max(at.end, span.end))
            continue
        if at is not None:
            yield at
        at = span
    if at is not None:
        yield at
