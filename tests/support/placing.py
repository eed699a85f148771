"""Marks that were made on one text version, and the next version of the text."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from reader.model.annotations import Mark, Placement
from reader.session import placing
from tests.support.desks import NOON, make_article, span_of
from tests.support.tables import Table

OLD = "قال مصدر أمني إن ٢٩ شخصا أصيبوا. وأضاف أن التحقيق مستمر."
NEW = "قال مصدر أمني إن ٣١ شخصا أصيبوا. وأضاف أن التحقيق مستمر."


def place(table: Table, words: str | None, level: str = "review", by: str = "auto") -> Placement:
    """A placement on words of the version shown, or on none."""
    start, end = span_of(table.desk.article, words) if words else (0, 0)
    return Placement(
        version=table.desk.article.version,
        start=start,
        end=end,
        level=level if words else "orphan",
        score=0.9,
        evidence="test",
        decided_by=by,
        decided_at=NOON,
    )


def turn_to(table: Table, *paragraphs: str) -> None:
    """Show another version of the text. No mark is sought in it."""
    table.desk = replace(table.desk, article=make_article(paragraphs))


def found(table: Table, mark: UUID, words: str | None, level: str = "review") -> Mark:
    """Place a mark on words of the version shown, as looking for it does; as it is seen then."""
    span = table.desk.marks[mark].span
    table.do(placing.attach, {span.id: place(table, words, level)})
    return table.desk.seen[mark]
