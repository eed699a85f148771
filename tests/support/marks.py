"""Marks, relations and cards for tests, named by short strings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from reader.model.annotations import (
    Anchor,
    Annotations,
    Attribution,
    Claim,
    End,
    Hop,
    Mark,
    Relation,
    SourceMention,
)
from reader.model.library import Entity
from reader.model.vocabulary import (
    AnonymityReason,
    Directness,
    MarkType,
    Naming,
    Polarity,
    RelationType,
)
from tests.support.desks import AUTHOR, NOON


def uid(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, name)


def _stamp(name: str) -> dict[str, Any]:
    return {"id": uid(name), "created_at": NOON, "modified_at": NOON, "author": AUTHOR}


def annotations(*things: object) -> Annotations:
    return Annotations(
        marks=tuple(t for t in things if isinstance(t, Mark)),
        relations=tuple(t for t in things if isinstance(t, Relation)),
    )


def entity(name: str, **fields: Any) -> Entity:
    return Entity(**_stamp(name), name=name, **fields)


def anchor(name: str, start: int) -> tuple[Anchor]:
    end = start + len(name)
    return (Anchor(id=uid(f"{name}/anchor"), version="v", start=start, end=end, exact=name),)


def claim(name: str, start: int = 0, **fields: Any) -> Mark:
    return Mark(
        **_stamp(name), type=MarkType.CLAIM, anchors=anchor(name, start), body=Claim(**fields)
    )


def source(
    name: str,
    *,
    entity: Entity | None = None,
    naming: Naming = Naming.DESCRIBED,
    chain: Sequence[Hop] = (),
    reason: AnonymityReason = AnonymityReason.NONE_GIVEN,
) -> Mark:
    body = SourceMention(
        entity=entity.id if entity else None,
        naming=naming,
        chain=tuple(chain),
        anonymity_reason=reason,
    )
    return Mark(**_stamp(name), type=MarkType.SOURCE, anchors=anchor(name, 0), body=body)


def hop(
    mention: str | None, *, words: str = "", entity: Entity | None = None, undisclosed: bool = False
) -> Hop:
    return Hop(
        words=words or mention or "",
        mention=uid(mention) if mention else None,
        entity=entity.id if entity else None,
        undisclosed=undisclosed,
    )


def relation(kind: RelationType, one: str, other: str) -> Relation:
    return Relation(
        **_stamp(f"{one}-{kind}-{other}"), type=kind, from_=End(id=uid(one)), to=End(id=uid(other))
    )


def attributed(
    claim: str,
    source: str,
    *,
    chain: Sequence[str] | None = None,
    directness: Directness | None = None,
    polarity: Polarity = Polarity.AFFIRMS,
) -> Relation:
    how = Attribution(
        directness=directness,
        polarity=polarity,
        chain=None if chain is None else tuple(map(hop, chain)),
    )
    plain = relation(RelationType.ATTRIBUTED_TO, claim, source)
    return plain.model_copy(update={"attribution": how})
