"""Where marks stand in one text version: made there, found there, doubtful, or nowhere.

An anchor keeps the version that it was made on for good; in any other it stands where it was
placed last. A placement that nobody has confirmed and whose words are not the same is a proposal:
the mark waits for a person, and what waits stays out of every export.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from uuid import UUID

from reader.model.annotations import Anchor, Annotations, Mark, Placement
from reader.model.kinds import Standing as Standing
from reader.model.vocabulary import Role


def placement_in(anchor: Anchor, version: str) -> Placement | None:
    """Where the anchor was placed last in a version that it was not made on."""
    return next((p for p in reversed(anchor.placements) if p.version == version), None)


def standing_of(anchor: Anchor, version: str, page_text: str) -> Standing:
    """How an anchor stands in a text version. Files may say anything: nothing is taken on trust."""
    if anchor.version == version:
        return Standing.HERE if anchor.stands_in(version, page_text) else Standing.ORPHAN
    place = placement_in(anchor, version)
    if place is None:
        return Standing.UNSOUGHT
    if place.level == "orphan" or not 0 <= place.start < place.end <= len(page_text):
        return Standing.ORPHAN
    if place.decided_by == "user":
        return Standing.HERE
    return {"exact": Standing.HERE, "moved": Standing.MOVED}.get(place.level, Standing.REVIEW)


def as_it_stands(mark: Mark, version: str, page_text: str) -> tuple[Mark, Standing]:
    """The mark with the words and offsets that it has in a text version, and how it stands there.

    A mark that has no place there is given back as it was made. A cue or a piece of content comes
    along where it has a place that is settled, or where the mark itself waits for a person.
    """
    span = mark.span
    if span is None or all(a.stands_in(version, page_text) for a in mark.anchors):
        return mark, Standing.HERE
    standing = standing_of(span, version, page_text)
    if not standing.has_place:
        return mark, standing
    anchors = tuple(
        _moved(anchor, version, page_text)
        for anchor in mark.anchors
        if anchor.role is Role.SPAN
        or standing_of(anchor, version, page_text).is_settled
        or (standing is Standing.REVIEW and standing_of(anchor, version, page_text).has_place)
    )
    return mark.model_copy(update={"anchors": anchors}), standing


def _moved(anchor: Anchor, version: str, page_text: str) -> Anchor:
    place = placement_in(anchor, version) if anchor.version != version else None
    if place is None:
        return anchor
    where = {"version": version, "start": place.start, "end": place.end}
    return anchor.model_copy(update={**where, "exact": page_text[place.start : place.end]})


class Placing:
    """The marks of an article, each as it stands in one text version."""

    def __init__(self, marks: Iterable[Mark], version: str, page_text: str) -> None:
        """Look at every mark once.

        Args:
            marks: as they were made.
            version: the text version's id.
            page_text: its text.
        """
        self._version, self._page_text = version, page_text
        found = [as_it_stands(mark, version, page_text) for mark in marks]
        found.sort(key=lambda one: reading_order(one[0]))
        self.marks: Mapping[UUID, Mark] = {mark.id: mark for mark, _ in found}
        """As they stand there, in reading order; as they were made, where they have no place."""
        self.standing: Mapping[UUID, Standing] = {mark.id: standing for mark, standing in found}

    def after(self, gone: Iterable[UUID], come: Iterable[Mark]) -> Placing:
        """The same without some marks and with others, as they were made."""
        new, standing = copy(self), dict(self.standing)
        vars(new).pop("count", None)
        without = set(gone)
        marks = (
            [m for i, m in self.marks.items() if i not in without]
            if without
            else [*self.marks.values()]
        )
        for mark_id in without:
            del standing[mark_id]
        for made in come:
            mark, standing[made.id] = as_it_stands(made, self._version, self._page_text)
            insort(marks, mark, key=reading_order)
        new.marks, new.standing = {mark.id: mark for mark in marks}, standing
        return new

    def of(self, *standings: Standing) -> tuple[Mark, ...]:
        """The marks that stand in one of these ways, in reading order; those without words first.

        Those that have no place are in the order of where they were made.
        """
        return tuple(m for i, m in self.marks.items() if self.standing[i] in standings)

    @cached_property
    def count(self) -> Counter[Standing]:
        """How many marks stand in each way; a source without words is not counted."""
        return Counter(
            standing for i, standing in self.standing.items() if self.marks[i].span is not None
        )


def reading_order(mark: Mark) -> tuple[int, int, int]:
    """The key that sorts the marks of one text version."""
    span = mark.span
    return (span.start, -span.end, mark.id.int) if span else (-1, 0, mark.id.int)


def as_handed_over(annotations: Annotations, placing: Placing) -> Annotations:
    """What an export says: all as it stands in a text version, but for what waits for a person.

    Marks that have no place there stay, as they were made. Relations to what is left out stay
    too: whoever resolves them leaves out those whose ends are missing.
    """
    kept = (m for i, m in placing.marks.items() if placing.standing[i] is not Standing.REVIEW)
    return annotations.model_copy(update={"marks": tuple(kept)})
