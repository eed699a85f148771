"""Looking in a text version for the marks that stand nowhere in it yet.

A mark is sought from the version that it was made on and, where it has since been placed in
another by a person or unchanged, from that one too: see `reader.anchoring`. What is looked for is
taken from the desk as it stands at the beginning; a mark that is deleted meanwhile is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final
from uuid import UUID

from reader import anchoring
from reader.anchoring.following import agreed
from reader.model.annotations import Anchor, Placement
from reader.model.article import Article
from reader.model.base import Value
from reader.model.placing import Standing
from reader.session.edits import Desk
from reader.store import StoreError

Progress = Callable[[str, float], None]


_EACH: Final = 100
"""Code points that are aligned in the time that one mark is placed in, at worst."""


class Text(Value):
    """A text version."""

    version: str
    page_text: str
    blocks: tuple[tuple[int, int], ...]
    """Of its text blocks, in code points."""

    @classmethod
    def of(cls, article: Article) -> Text:
        blocks = tuple((b.start, b.end) for b in article.blocks if b.has_text)
        return cls(version=article.version, page_text=article.page_text, blocks=blocks)


class Sought(Value):
    """An anchor to be found."""

    anchor: UUID
    places: tuple[tuple[str, int, int], ...]
    """Version, start and end: where it was made, then where it was confirmed last, if it was."""


class Attach(Value):
    """What to look for, and in which text."""

    new: Text
    old: tuple[Text, ...]
    sought: tuple[Sought, ...]

    @property
    def size(self) -> int:
        """Code points of all texts, and as much for each anchor as it takes to judge it."""
        texts = sum(len(text.page_text) for text in (self.new, *self.old))
        return texts + _EACH * len(self.sought)


class FoundPlace(Value):
    """Where an anchor stands in the new text."""

    anchor: UUID
    level: anchoring.Level
    start: int
    end: int
    """Both 0 for an orphan."""
    score: float
    evidence: str


class Attached(Value):
    """What was found."""

    places: tuple[FoundPlace, ...]

    def placements(self, version: str, now: datetime) -> dict[UUID, Placement]:
        """As an article keeps them: anchor id -> its placement."""
        return {
            place.anchor: Placement(
                version=version,
                start=place.start,
                end=place.end,
                level=place.level.value,
                score=place.score,
                evidence=place.evidence,
                decided_by="auto",
                decided_at=now,
            )
            for place in self.places
        }


def sought(desk: Desk) -> tuple[Sought, ...]:
    """The anchors of the marks that nobody has looked for in the version shown."""
    version = desk.article.version
    found = []
    for mark in desk.placing.of(Standing.UNSOUGHT):
        made = desk.marks[mark.id]
        found += [_sought(a, version) for a in made.anchors if a.version != version]
    return tuple(found)


def _sought(anchor: Anchor, version: str) -> Sought:
    confirmed = [
        (p.version, p.start, p.end)
        for p in anchor.placements
        if p.version != version
        and (p.decided_by == "user" or p.level in ("exact", "moved"))
        and p.level != "orphan"
    ]
    return Sought(
        anchor=anchor.id, places=((anchor.version, anchor.start, anchor.end), *confirmed[-1:])
    )


def request(article: Article, wanted: Sequence[Sought], read: Callable[[str], Article]) -> Attach:
    """What to ask. A text that cannot be read is left out: nothing is said of its marks.

    Args:
        article: the version to look in.
        wanted: what to look for.
        read: gives a text version by its id.
    """
    old = []
    for version in dict.fromkeys(place[0] for one in wanted for place in one.places):
        with suppress(StoreError):
            old.append(Text.of(read(version)))
    return Attach(new=Text.of(article), old=tuple(old), sought=tuple(wanted))


def attach(asked: Attach, progress: Progress) -> Attached:
    """Look for the anchors: one alignment for each old text, whatever is sought from it.

    Of an anchor that none of the texts has nothing is said: it may be found another time.
    """
    views: dict[tuple[UUID, str], anchoring.Placement] = {}
    for number, text in enumerate(asked.old):

        def told(done: float, number: int = number) -> None:
            progress("finding_marks", (number + done) / len(asked.old))

        spans = dict(_spans(asked.sought, text))
        places = anchoring.reattach(
            text.page_text,
            asked.new.page_text,
            list(spans.values()),
            old_blocks=text.blocks,
            new_blocks=asked.new.blocks,
            progress=told,
        )
        for anchor, place in zip(spans, places, strict=True):
            views[anchor, text.version] = place
    found = (_agreed(one, views) for one in asked.sought)
    return Attached(places=tuple(place for place in found if place is not None))


def _spans(wanted: Iterable[Sought], text: Text) -> Iterator[tuple[UUID, tuple[int, int]]]:
    """Which of the anchors are sought from a text, and where they stand in it."""
    for one in wanted:
        for version, start, end in one.places:
            if version == text.version and 0 <= start < end <= len(text.page_text):
                yield one.anchor, (start, end)


def _agreed(
    one: Sought, views: Mapping[tuple[UUID, str], anchoring.Placement]
) -> FoundPlace | None:
    """What the views of one anchor come to; None where there is none."""
    seen = [views.get((one.anchor, version)) for version, _, _ in one.places]
    first, last = seen[0], seen[-1]
    if len(seen) > 1 and first and last:
        last = agreed(last, first)
    place = last or first
    if place is None:
        return None
    start, end = place.span or (0, 0)
    return FoundPlace(
        anchor=one.anchor,
        level=place.level,
        start=start,
        end=end,
        score=place.score,
        evidence=place.evidence,
    )
