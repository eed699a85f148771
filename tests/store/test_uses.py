"""How many other articles use a card."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from reader.model.annotations import Annotations, Mark, SourceMention
from reader.model.library import Entity
from reader.model.vocabulary import MarkType
from reader.store import Store
from reader.store.uses import CardUses
from tests.support.desks import AUTHOR, NOON
from tests.support.libraries import a_page


def stamp(number: int) -> dict[str, object]:
    return {"id": UUID(int=number), "created_at": NOON, "modified_at": NOON, "author": AUTHOR}


def _uses(store: Store, but: UUID) -> Mapping[UUID, int]:
    *waits, uses = store.card_uses(but=but)
    assert set(waits) <= {None}
    assert uses is not None
    return uses


def test_a_long_look_gives_way_again_and_again(tmp_path: Path):
    files = [tmp_path / name for name in "abc"]
    for file in files:
        file.write_text(f'"{UUID(int=1)}"')
    looks = CardUses().count(files, [UUID(int=1)], step=0)
    assert list(looks) == [None, None, None, {UUID(int=1): 3}]


def test_a_card_is_counted_once_for_each_other_article_that_names_it(tmp_path: Path):
    with Store.open(tmp_path / "library", write=True) as store:
        articles = [store.add(*a_page(f"خبر {n}")).id for n in range(3)]
        store.save_entity(Entity.model_validate({**stamp(1), "name": "أحمد"}))
        for n, article in enumerate(articles):
            body = SourceMention(entity=UUID(int=1))
            fields = {"type": MarkType.SOURCE, "body": body}
            marks = [Mark.model_validate(stamp(10 + 2 * n + i) | fields) for i in range(2)]
            store.annotations(article)
            store.save_annotations(article, Annotations(marks=tuple(marks)))
        assert _uses(store, articles[0]) == {UUID(int=1): 2}
        store.save_annotations(articles[1], Annotations())
        assert _uses(store, articles[0]) == {UUID(int=1): 1}
        assert _uses(store, articles[2]) == {UUID(int=1): 1}
