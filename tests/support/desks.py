"""Articles and desks for tests, built by hand: no page is read and no disk is touched."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

from reader.model.article import (
    Article,
    Block,
    BlockKind,
    BlockState,
    Container,
    Direction,
    EncodingFound,
    Metadata,
    Provenance,
)
from reader.model.errors import Message
from reader.model.library import ArticleFile, Capture
from reader.session.edits import Desk
from reader.session.maker import Maker

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
AUTHOR = UUID(int=0xA)

SECURITY_SOURCE = 'ووفقًا لمصدر أمني، فإن "عبوتين انفجرتا ظهر اليوم"، وأصيبت شاحنة.'


def make_article(
    paragraphs: Sequence[str] = (SECURITY_SOURCE,),
    *,
    title: str = "عنوان الخبر",
    states: Sequence[BlockState] = (),
    url: str = "",
) -> Article:
    """An article of a title and paragraphs, right to left; `states` are of the paragraphs."""
    texts = [title, *paragraphs]
    blocks, at = [], 0
    for i, text in enumerate(texts):
        state = states[i - 1] if 0 < i <= len(states) else BlockState.SURE
        kind = BlockKind.PARAGRAPH if i else BlockKind.TITLE
        blocks.append(
            Block(
                id=f"b{i}",
                kind=kind,
                start=at,
                end=at + len(text),
                dir=Direction.RTL,
                state=state,
                reason="two_votes",
            )
        )
        at += len(text) + 1
    data = "\n".join(texts).encode()
    return Article(
        page_text="\n".join(texts),
        blocks=tuple(blocks),
        dir=Direction.RTL,
        metadata=Metadata(title=title, title_from="h1", canonical_url=url),
        provenance=Provenance(
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            name="page.html",
            container=Container.HTML,
            encoding=EncodingFound(name="utf-8", evidence=Message(code="encoding_utf8")),
        ),
    )


def make_record(article: Article) -> ArticleFile:
    provenance = article.provenance
    capture = Capture(
        sha256=provenance.sha256,
        size=provenance.size,
        name=provenance.name,
        container=provenance.container,
        url=article.metadata.canonical_url,
        imported_at=NOON,
        version=article.version,
    )
    return ArticleFile(
        id=UUID(int=0xF),
        created_at=NOON,
        modified_at=NOON,
        author=AUTHOR,
        title=article.title,
        current_version=article.version,
        captures=(capture,),
    )


def make_maker() -> Maker:
    """Ids that count up from 100 and a clock that moves a second at every look."""
    ids, seconds = count(100), count()
    return Maker(
        author=AUTHOR,
        clock=lambda: NOON + timedelta(seconds=next(seconds)),
        new_id=lambda: UUID(int=next(ids)),
    )


def make_desk(article: Article | None = None) -> Desk:
    article = article or make_article()
    return Desk(article, make_record(article))


def span_of(article: Article, words: str, occurrence: int = 1) -> tuple[int, int]:
    """Where words stand in the page text, in code points."""
    at = -1
    for _ in range(occurrence):
        at = article.page_text.index(words, at + 1)
    return at, at + len(words)
