"""What a change is made of: things before and after. Undo is the same, turned round."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, TypeVar
from uuid import UUID

from reader.model.annotations import Annotations, Mark, Relation, SourceMention
from reader.model.article import Article
from reader.model.base import Stamped, Value
from reader.model.errors import Message
from reader.model.library import ArticleFile, Codebook, Entity
from reader.model.placing import Placing, Standing, as_handed_over, reading_order
from reader.model.sourcing import Sourcing


class Remarks(Value):
    """The article's own note and assessment: no mark, yet changed and undone like one."""

    note: str = ""
    assessment: str = ""


Thing = Mark | Relation | Entity | ArticleFile | Remarks | Codebook


@dataclass(frozen=True)
class Edit:
    """One thing added (no `before`), removed (no `after`) or replaced."""

    before: Thing | None
    after: Thing | None

    @property
    def thing(self) -> Thing:
        thing = self.after or self.before
        if thing is None:
            raise ValueError("an edit of nothing")
        return thing

    def inverse(self) -> Edit:
        return Edit(self.after, self.before)


@dataclass(frozen=True)
class Change:
    """A named step of the history: a code with parameters, and its edits in order."""

    message: Message
    edits: tuple[Edit, ...]

    def inverse(self) -> Change:
        return Change(self.message, tuple(e.inverse() for e in reversed(self.edits)))

    def touches(self, kind: type[Thing]) -> bool:
        return any(isinstance(e.thing, kind) for e in self.edits)

    @property
    def stands_alone(self) -> bool:
        """Whether marks only come, or only go, and share no card or link with what stays.

        What is known of every other mark is then as it was.
        """
        come = [e.after for e in self.edits if e.before is None]
        things = come or [e.before for e in self.edits if e.after is None]
        cards = {thing.id for thing in things if isinstance(thing, Entity)}
        return len(things) == len(self.edits) and all(
            isinstance(thing, Entity) or (isinstance(thing, Mark) and _is_of(thing, cards))
            for thing in things
        )


def _is_of(mark: Mark, cards: Collection[UUID]) -> bool:
    """Whether a mark names no card but one of these, and no other mark."""
    body = mark.body
    return not isinstance(body, SourceMention) or (
        (body.entity is None or body.entity in cards) and not body.chain
    )


def in_order_after(
    marks: Sequence[Mark], gone: Iterable[Mark], come: Iterable[Mark]
) -> tuple[Mark, ...]:
    """Marks in reading order without some of them and with others."""
    found = list(marks)
    for mark in gone:
        del found[bisect_left(found, reading_order(mark), key=reading_order)]
    for mark in come:
        insort(found, mark, key=reading_order)
    return tuple(found)


_FEW: Final = 100
"""Edits up to which carrying over what is known costs less than working it out anew."""


def joined(edits: Iterable[Edit]) -> list[Edit]:
    """Edits done one after the other, as one for each thing; what only came and went goes."""
    by_thing: dict[UUID | type, Edit] = {}
    for edit in edits:
        key = edit.thing.id if isinstance(edit.thing, Stamped) else type(edit.thing)
        first = by_thing.get(key, edit)
        by_thing[key] = Edit(first.before, edit.after)
    return [e for e in by_thing.values() if e.before is not None or e.after is not None]


@dataclass(frozen=True)
class Desk:
    """An open article with all that is said of it. Replaced by every change, never altered."""

    article: Article
    record: ArticleFile
    marks: Mapping[UUID, Mark] = field(default_factory=dict)
    relations: Mapping[UUID, Relation] = field(default_factory=dict)
    entities: Mapping[UUID, Entity] = field(default_factory=dict)
    """Those of the whole library."""
    remarks: Remarks = field(default_factory=Remarks)
    used_elsewhere: Mapping[UUID, int] | None = field(default_factory=dict)
    """Card -> how many other articles use it; cards that none uses are left out. None: not known
    yet."""
    new_cards: frozenset[UUID] = frozenset()
    """Those made since the article was opened: no other can use them."""

    @classmethod
    def of(
        cls,
        article: Article,
        record: ArticleFile,
        annotations: Annotations,
        entities: Mapping[UUID, Entity],
    ) -> Desk:
        return cls(
            article,
            record,
            {m.id: m for m in annotations.marks},
            {r.id: r for r in annotations.relations},
            dict(entities),
            Remarks(note=annotations.note, assessment=annotations.assessment),
        )

    def annotations(self) -> Annotations:
        """As kept on disk: marks in reading order, so that two saves differ where they should."""
        return self._annotations

    @cached_property
    def _annotations(self) -> Annotations:
        # Copied into an empty one: all of it has been checked when it was read or made.
        said = {
            "marks": self.in_order,
            "relations": self.by_age,
            "note": self.remarks.note,
            "assessment": self.remarks.assessment,
        }
        return Annotations().model_copy(update=said)

    # What is worked out once, and carried from desk to desk: see `apply`.

    @cached_property
    def in_order(self) -> tuple[Mark, ...]:
        """The marks in the order of where they were made."""
        return tuple(sorted(self.marks.values(), key=reading_order))

    @cached_property
    def by_age(self) -> tuple[Relation, ...]:
        """The relations, the oldest first."""
        return tuple(sorted(self.relations.values(), key=lambda r: (r.created_at, r.id)))

    @cached_property
    def placing(self) -> Placing:
        """How every mark stands in the version shown."""
        article = self.article
        return Placing(self.in_order, article.version, article.page_text)

    @property
    def seen(self) -> Mapping[UUID, Mark]:
        """The marks as they stand in the version shown: to look at, never to be kept.

        One that has no place there is as it was made: see `Placing`.
        """
        return self.placing.marks

    @cached_property
    def here(self) -> tuple[Mark, ...]:
        """The marks that count in the version shown, in reading order; those without words first.

        What waits for a person does not count yet.
        """
        return self.placing.of(Standing.HERE, Standing.MOVED)

    @cached_property
    def sourcing(self) -> Sourcing:
        """Who stands behind each claim. Asked for by many at every change, worked out once."""
        marks = tuple(self.seen.values())
        return Sourcing(self._annotations.model_copy(update={"marks": marks}), self.entities)

    @cached_property
    def handed_over(self) -> Annotations:
        """What an export says of the version shown: all but what waits for a person."""
        return as_handed_over(self._annotations, self.placing)

    @cached_property
    def sourcing_handed_over(self) -> Sourcing:
        """Who stands behind each claim of an export."""
        waiting = self.placing.count[Standing.REVIEW]
        return Sourcing(self.handed_over, self.entities) if waiting else self.sourcing

    def apply(self, change: Change) -> Desk:
        desk = self._edited(change)
        if len(change.edits) <= _FEW:
            vars(desk).update(self._carried(desk, change))
        return desk

    def worked_out(self) -> Desk:
        """This desk, with what everybody asks of it ready: for work in the background."""
        _ = self.here, self.sourcing
        return self

    def _carried(self, desk: Desk, change: Change) -> Iterator[tuple[str, object]]:
        """What is worked out of this desk, as it is of the one that a change makes of it."""
        known = vars(self)
        ids = dict.fromkeys(e.thing.id for e in change.edits if isinstance(e.thing, Mark))
        gone = [mark for i in ids if (mark := self.marks.get(i))]
        come = [mark for i in ids if (mark := desk.marks.get(i))]
        if "in_order" in known:
            yield "in_order", in_order_after(self.in_order, gone, come)
        if desk.relations is self.relations and "by_age" in known:
            yield "by_age", self.by_age
        if "placing" not in known:
            return
        was, now = self.placing, self.placing.after((mark.id for mark in gone), come)
        yield "placing", now
        if "here" in known:
            out = (was.marks[m.id] for m in gone if was.standing[m.id].is_settled)
            into = (now.marks[m.id] for m in come if now.standing[m.id].is_settled)
            yield "here", in_order_after(self.here, out, into)
        if "sourcing" in known and desk.relations is self.relations:
            turned = ((was.marks.get(i), now.marks.get(i)) for i in ids)
            cards = {e.thing.id for e in change.edits if isinstance(e.thing, Entity)}
            if sourcing := self.sourcing.after(turned, cards, desk.entities):
                yield "sourcing", sourcing

    def _edited(self, change: Change) -> Desk:
        desk = replace(
            self,
            marks=_edited(self.marks, Mark, change.edits),
            relations=_edited(self.relations, Relation, change.edits),
            entities=_edited(self.entities, Entity, change.edits),
            new_cards=self.new_cards.union(
                e.after.id for e in change.edits if isinstance(e.after, Entity) and not e.before
            ),
        )
        for edit in change.edits:
            if isinstance(edit.after, ArticleFile):
                desk = replace(desk, record=_rebased(edit.after, desk.record))
            elif isinstance(edit.after, Remarks):
                desk = replace(desk, remarks=edit.after)
        return desk


def _rebased(after: ArticleFile, current: ArticleFile) -> ArticleFile:
    """What came in meanwhile stays: undoing a choice never forgets a capture."""
    return after.model_copy(
        update={"captures": current.captures, "current_version": current.current_version}
    )


S = TypeVar("S", Mark, Relation, Entity)


def _edited(table: Mapping[UUID, S], kind: type[S], edits: Iterable[Edit]) -> Mapping[UUID, S]:
    """The table after the edits that are of its kind; the table itself where none is."""
    mine = [edit for edit in edits if isinstance(edit.thing, kind)]
    if not mine:
        return table
    result = dict(table)
    for edit in mine:
        if isinstance(edit.after, kind):
            result[edit.after.id] = edit.after
        elif isinstance(edit.before, kind):
            result.pop(edit.before.id, None)
    return result
