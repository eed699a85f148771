"""What goes with saved pages from one article to another: pure functions on the two files.

The marks that were made on a page go with it, and what belongs to them. What was placed on it by
search or by hand stays with its mark.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from reader.model.annotations import Annotations, End, Relation, SourceMention
from reader.model.library import ArticleFile, Capture


class Contents(NamedTuple):
    """An article's two files."""

    record: ArticleFile
    annotations: Annotations


def parted(
    source: Contents, versions: Collection[str], target: UUID
) -> tuple[Annotations, Annotations]:
    """What goes with some text versions to another article, and what stays.

    Where no page stays, everything goes. A relation goes with its marks; one that would be torn
    stays, and names the article of the end that went.
    """
    own = source.annotations
    if all(capture.version in versions for capture in source.record.captures):
        return own, Annotations()
    goes = _going(own, versions)
    gone: list[Relation] = []
    kept: list[Relation] = []
    for relation in own.relations:
        here = [end.id in goes for end in (relation.from_, relation.to) if end.article is None]
        if here and all(here):
            gone.append(relation)
        else:
            kept.append(_reaching(relation, goes, target))
    moving = tuple(m for m in own.marks if m.id in goes)
    staying = tuple(m for m in own.marks if m.id not in goes)
    stays = own.model_copy(update={"marks": staying, "relations": tuple(kept)})
    return Annotations(marks=moving, relations=tuple(gone)), stays


def _going(annotations: Annotations, versions: Collection[str]) -> set[UUID]:
    """The marks made on these versions, and the sources without words that speak only there."""
    goes = {m.id for m in annotations.marks if m.span and m.span.version in versions}
    for mark in annotations.marks:
        if mark.span is None:
            ends = {e for r in annotations.relations for e in _other_ends(r, mark.id)}
            if ends and ends <= goes:
                goes.add(mark.id)
    return goes


def _other_ends(relation: Relation, mark: UUID) -> Iterator[UUID]:
    ends = (relation.from_.id, relation.to.id)
    if mark in ends:
        yield from (end for end in ends if end != mark)


def _reaching(relation: Relation, goes: Collection[UUID], target: UUID) -> Relation:
    def told(end: End) -> End:
        return end.model_copy(update={"article": target}) if end.id in goes else end

    return relation.model_copy(update={"from_": told(relation.from_), "to": told(relation.to)})


def joined(target: Contents, incoming: Annotations) -> Annotations:
    """What is said of an article, with what comes to it. What has come back replaces itself."""
    own = target.annotations
    marks = {m.id: m for m in (*own.marks, *incoming.marks)}
    relations = {r.id: r for r in (*own.relations, *incoming.relations)}
    return own.model_copy(
        update={
            "marks": tuple(marks.values()),
            "relations": tuple(_at_home(r, marks) for r in relations.values()),
            "note": own.note or incoming.note,
            "assessment": own.assessment or incoming.assessment,
        }
    )


def _at_home(relation: Relation, marks: Collection[UUID]) -> Relation:
    """A relation whose ends name no article where their marks are in this one."""

    def told(end: End) -> End:
        return end.model_copy(update={"article": None}) if end.id in marks else end

    return relation.model_copy(update={"from_": told(relation.from_), "to": told(relation.to)})


def without(record: ArticleFile, versions: Collection[str], now: datetime) -> ArticleFile:
    """A record that has lost some versions; in the trash, with all of them, where none remains."""
    kept = tuple(c for c in record.captures if c.version not in versions)
    if not kept:
        return record.model_copy(update={"trashed_at": now, "modified_at": now})
    current = record.current_version
    choices = {v: chosen for v, chosen in record.block_choices.items() if v not in versions}
    fields = {
        "captures": kept,
        "current_version": kept[-1].version if current in versions else current,
        "block_choices": choices,
        "modified_at": now,
    }
    return record.model_copy(update=fields)


def with_captures(
    record: ArticleFile, source: ArticleFile, captures: tuple[Capture, ...], now: datetime
) -> ArticleFile:
    """A record that some captures of another came to; the last of them is shown."""
    known = {(c.sha256, c.version) for c in captures}
    others = tuple(c for c in record.captures if (c.sha256, c.version) not in known)
    versions = {c.version for c in captures}
    choices = {v: chosen for v, chosen in source.block_choices.items() if v in versions}
    fields = {
        "captures": (*others, *captures),
        "current_version": captures[-1].version,
        "block_choices": {**record.block_choices, **choices},
        "trashed_at": None,
        "modified_at": now,
    }
    return record.model_copy(update=fields)


def cards_of(annotations: Annotations) -> set[UUID]:
    """The cards that mentions and chains name."""
    found: set[UUID | None] = set()
    for mark in annotations.marks:
        if isinstance(mark.body, SourceMention):
            found |= {mark.body.entity, *(hop.entity for hop in mark.body.chain)}
    for relation in annotations.relations:
        chain = relation.attribution.chain if relation.attribution else None
        found |= {hop.entity for hop in chain or ()}
    return {card for card in found if card is not None}


def versions_of(annotations: Annotations) -> set[str]:
    """The text versions that marks were made on or placed in."""
    anchors = [anchor for mark in annotations.marks for anchor in mark.anchors]
    return {a.version for a in anchors} | {p.version for a in anchors for p in a.placements}
