"""The seed's gold as values: the shown text as an article, who says what as annotations."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from reader.anchoring.describe import describe
from reader.model.annotations import (
    Annotations,
    Attribution,
    Body,
    Claim,
    End,
    Hop,
    Mark,
    Relation,
    SourceMention,
)
from reader.model.article import Article, BlockKind, DateRole, DateStatement
from reader.model.library import Entity
from reader.model.vocabulary import Directness, MarkType, Naming, Number, RelationType, SourceKind
from tests.support.desks import AUTHOR, NOON, make_article, make_record, span_of

_FIXTURES = Path(__file__).parents[1] / "fixtures"
GOLD: dict[str, Any] = json.loads((_FIXTURES / "seed_gold.json").read_text("utf-8"))
RECORD_STAMP = {"created_at": NOON, "modified_at": NOON, "author": AUTHOR}


def seed_id(name: str) -> UUID:
    """The id of a mark, an entity or a relation of the gold, by its name there."""
    return uuid5(NAMESPACE_URL, f"seed:{name}")


def _stamp(name: str) -> dict[str, Any]:
    return {"id": seed_id(name), **RECORD_STAMP}


@cache
def seed_article() -> Article:
    """Title, standfirst and paragraphs, each its own block."""
    title, *rest = (_FIXTURES / GOLD["text"]).read_text("utf-8").rstrip("\n").split("\n")
    plain = make_article(rest, title=title, url="https://www.zagros.example/ar/news/iraq/61894")
    heading, standfirst, *paragraphs = plain.blocks
    standfirst = standfirst.model_copy(update={"kind": BlockKind.STANDFIRST})
    blocks = (heading, standfirst, *paragraphs)
    dates = (
        DateStatement(
            written="اليوم الخميس (29 تموز 2021)",
            value=date.fromisoformat(GOLD["published"]),
            role=DateRole.PUBLISHED,
            where="text",
            guessed=True,
        ),
        DateStatement(
            written=GOLD["not_published"], value=date(2019, 11, 23), where="text", guessed=True
        ),
    )
    metadata = plain.metadata.model_copy(
        update={
            "standfirst": rest[0],
            "outlet": GOLD["outlet"],
            "dates": dates,
            "published": dates[0],
        }
    )
    return plain.model_copy(update={"blocks": blocks, "metadata": metadata})


def seed_entities() -> dict[UUID, Entity]:
    """The cards; those of anonymous sources are bound to the article."""
    named = {m["entity"] for m in GOLD["mentions"].values() if m["resolved"] == "named"}
    home = make_record(seed_article()).id
    cards = (
        Entity(
            **_stamp(key),
            name=row["name"],
            kind=SourceKind(row["kind"]),
            article=None if key in named else home,
        )
        for key, row in GOLD["entities"].items()
    )
    return {card.id: card for card in cards}


def seed_annotations() -> Annotations:
    marks = [_mark(key, row, _mention(row)) for key, row in GOLD["mentions"].items()]
    marks += [_mark(key, row, Claim()) for key, row in GOLD["claims"].items()]
    relations = [
        relation for key, row in GOLD["claims"].items() for relation in _relations(key, row)
    ]
    return Annotations(marks=tuple(marks), relations=tuple(relations))


def _mark(key: str, row: dict[str, Any], body: Body) -> Mark:
    article = seed_article()
    start, end = span_of(article, row["exact"], row["occurrence"][0])
    anchor = describe(
        article.page_text,
        (start, end),
        version=article.version,
        anchor_id=seed_id(f"{key}/anchor"),
    )
    return Mark(**_stamp(key), type=MarkType(body.type), anchors=(anchor,), body=body)


def _mention(row: dict[str, Any]) -> SourceMention:
    return SourceMention(
        entity=seed_id(row["entity"]) if row["entity"] else None,
        kind=SourceKind(row["kind"]),
        naming=Naming(row["naming"]),
        number=Number(row["number"]),
    )


def _relations(key: str, row: dict[str, Any]) -> list[Relation]:
    found = [
        Relation(
            **_stamp(f"{key}/{other}"),
            type=RelationType.RESTATES,
            from_=End(id=seed_id(key)),
            to=End(id=seed_id(other)),
        )
        for other in row.get("restates", ())
    ]
    if "source" in row:
        how = Attribution(
            directness=Directness(row["directness"]), chain=tuple(map(_hop, row["chain"]))
        )
        found.append(
            Relation(
                **_stamp(f"{key}/source"),
                type=RelationType.ATTRIBUTED_TO,
                from_=End(id=seed_id(key)),
                to=End(id=seed_id(row["source"])),
                attribution=how,
            )
        )
    return found


def _hop(key: str) -> Hop:
    row = GOLD["mentions"][key]
    return Hop(
        words=row["exact"],
        mention=seed_id(key),
        entity=seed_id(row["entity"]) if row["entity"] else None,
        channel=row.get("channel", ""),
        undisclosed=row.get("undisclosed", False),
    )
