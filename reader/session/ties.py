"""Which marks are tied to one mark: by a relation, or as a voice in a chain of attribution."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from reader.model.annotations import Hop, Mark
from reader.model.vocabulary import MarkType
from reader.session.edits import Desk


def tied(desk: Desk, mark: Mark) -> list[UUID]:
    """The marks that are tied to a mark, each once.

    A claim is tied to its sources, to the relays that its words came through and to the claims
    that it is compared with; a source to its claims, its other mentions, its own
    relays and whatever it relayed.
    """
    found = dict.fromkeys((*_related(desk, mark), *_voices(desk, mark)))
    return [mark_id for mark_id in found if mark_id != mark.id and mark_id in desk.marks]


def _related(desk: Desk, mark: Mark) -> Iterator[UUID]:
    for relation in desk.relations.values():
        if relation.from_.id == mark.id:
            yield relation.to.id
        elif relation.to.id == mark.id:
            yield relation.from_.id


def _voices(desk: Desk, mark: Mark) -> Iterator[UUID]:
    """The other marks of the chains that a mark is in; of a source its other mentions as well."""
    sourcing = desk.sourcing
    if mark.type is not MarkType.SOURCE:
        for link in sourcing.links.get(mark.id, ()):
            yield from _mentions(link.chain)
        return
    yield from _mentions(mark.source.chain)
    yield from (m.id for m in sourcing.sources[sourcing.source_of(mark.id)])
    for claim, links in sourcing.links.items():
        if any(mark.id in _mentions(link.chain) for link in links):
            yield claim


def _mentions(chain: tuple[Hop, ...]) -> list[UUID]:
    return [hop.mention for hop in chain if hop.mention is not None]
