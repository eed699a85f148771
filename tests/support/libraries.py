"""Libraries for tests: small articles with images and marks, and a clock that can be set."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from reader.model.annotations import Anchor, Annotations, Mark, SourceMention
from reader.model.article import (
    Article,
    Asset,
    Block,
    BlockKind,
    BlockState,
    Container,
    Direction,
    EncodingFound,
    Image,
    Metadata,
    Provenance,
)
from reader.model.errors import Message
from reader.model.library import Entity
from reader.model.vocabulary import MarkType
from reader.store import Store

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
AUTHOR = UUID(int=0xA)
PICTURE = b"\x89PNG\r\n\x1a\n and the rest of a picture"
TEXTS = ("عنوان الخبر", 'ووفقًا لمصدر أمني، فإن "عبوتين انفجرتا ظهر اليوم".', "وأصيبت شاحنة.")


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, by: timedelta) -> None:
        self.now += by


def a_page(
    texts: Sequence[str] = TEXTS, *, url: str = "", data: bytes | None = None, picture: bool = True
) -> tuple[Article, bytes]:
    """An article and the bytes that it was read from: paragraphs, then one picture."""
    page_text = "\n".join(texts)
    data = page_text.encode() if data is None else data
    sha256 = hashlib.sha256(PICTURE).hexdigest()
    image = _block(len(texts), "", len(page_text), Image(source="p.png", asset=sha256))
    asset = Asset(sha256=sha256, media_type="image/png", width=1, height=1, data=PICTURE)
    article = Article(
        page_text=page_text,
        blocks=(*_paragraphs(texts), *((image,) if picture else ())),
        dir=Direction.RTL,
        metadata=Metadata(title=texts[0], canonical_url=url),
        provenance=Provenance(
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            name="صفحة.html",
            container=Container.HTML,
            encoding=EncodingFound(name="utf-8", evidence=Message(code="encoding_utf8")),
        ),
        assets=(asset,) if picture else (),
    )
    return article, data


def _paragraphs(texts: Sequence[str]) -> list[Block]:
    blocks, at = [], 0
    for i, text in enumerate(texts):
        blocks.append(_block(i, text, at))
        at += len(text) + 1
    return blocks


def _block(i: int, text: str, start: int, image: Image | None = None) -> Block:
    return Block(
        id=f"b{i}",
        kind=BlockKind.IMAGE if image else BlockKind.PARAGRAPH,
        start=start,
        end=start + len(text),
        dir=Direction.RTL,
        state=BlockState.SURE,
        reason="two_votes",
        image=image,
    )


def an_entity(name: str = "وزارة الداخلية", **fields: object) -> Entity:
    stamp = {"id": uuid4(), "created_at": NOON, "modified_at": NOON, "author": AUTHOR}
    return Entity.model_validate(stamp | {"name": name} | fields)


def a_source(article: Article, words: str = "مصدر أمني", **fields: object) -> Mark:
    """A source mark on the first place where the words stand."""
    start = article.page_text.index(words)
    anchor = Anchor(
        id=uuid4(), version=article.version, start=start, end=start + len(words), exact=words
    )
    return Mark(
        id=uuid4(),
        created_at=NOON,
        modified_at=NOON,
        author=AUTHOR,
        type=MarkType.SOURCE,
        anchors=(anchor,),
        body=SourceMention.model_validate(fields),
    )


def a_library(home: Path, clock: Clock | None = None) -> Store:
    """A library, open for writing: one article with one source mark, and its entity."""
    store = Store.open(home, write=True, clock=clock or Clock())
    article, data = a_page()
    record = store.add(article, data)
    entity = an_entity()
    store.save_entity(entity)
    mark = a_source(article, entity=entity.id)
    store.save_annotations(record.id, Annotations(marks=(mark,)))
    return store


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below a folder: when it was last written, and what it holds."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
