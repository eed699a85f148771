"""Pages that go from one article to another, with what was marked on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.annotations import Annotations, End, Mark, Relation
from reader.model.vocabulary import MarkType, RelationType
from reader.store import NotInLibraryError, Store, verify
from tests.support.libraries import AUTHOR, NOON, TEXTS, Clock, a_page, a_source, an_entity

NEWER = (*TEXTS, "وأضيفت فقرة.")


@pytest.fixture
def store(home: Path):
    with Store.open(home, write=True, clock=Clock()) as opened:
        yield opened


@pytest.fixture
def two(store):
    """An article of two versions, each with a source mark; the id, and both articles."""
    (old, data), (new, more) = a_page(), a_page(NEWER)
    record = store.add(old, data)
    store.add_version(record.id, new, more)
    card = an_entity(article=record.id)
    store.save_entity(card)
    marks = (a_source(old), a_source(new, entity=card.id))
    store.save_annotations(record.id, Annotations(marks=marks))
    return record.id, old, new


def a_relation(one: Mark, other: Mark, kind: RelationType = RelationType.SAME_SOURCE) -> Relation:
    stamp = {"id": other.id.__class__(int=one.id.int ^ 1), "created_at": NOON}
    stamp |= {"modified_at": NOON, "author": AUTHOR}
    return Relation(**stamp, type=kind, from_=End(id=one.id), to=End(id=other.id))


def words_of(store, article_id):
    return [m.words for m in store.annotations(article_id).marks]


def test_a_version_becomes_an_article_of_its_own_with_the_marks_made_on_it(store, two):
    source, old, new = two
    marks = store.annotations(source).marks

    made = store.move_versions(source, [new.version])

    assert store.text(made.id, new.version) == new
    assert store.annotations(made.id).marks == marks[1:]
    assert store.annotations(source).marks == marks[:1]
    assert [c.version for c in store.article(source).captures] == [old.version]
    assert store.article(source).current_version == old.version
    assert verify(store.home) == []


def test_an_anonymous_card_goes_with_the_only_article_that_names_it(store, two):
    source, _, new = two
    made = store.move_versions(source, [new.version])
    assert [card.article for card in store.entities().values()] == [made.id]


def test_a_move_back_gives_the_article_all_it_had(store, two):
    source, _, new = two
    before = store.annotations(source), store.article(source).captures
    made = store.move_versions(source, [new.version])

    store.move_versions(made.id, [new.version], source)

    assert store.annotations(source) == before[0]
    assert store.article(source).captures == before[1]
    assert store.article(source).current_version == new.version
    assert store.article(made.id).trashed_at is not None


def test_what_was_marked_between_a_move_and_its_undoing_is_not_lost(store, two):
    source, _, new = two
    made = store.move_versions(source, [new.version])
    later = a_source(new, "شاحنة")
    there = store.annotations(made.id)
    store.save_annotations(made.id, there.model_copy(update={"marks": (*there.marks, later)}))

    store.move_versions(made.id, [new.version], source)

    assert later in store.annotations(source).marks


def test_an_article_that_gives_all_goes_to_the_trash_as_it_is(store, two):
    target, _, _ = two
    other, data = a_page(("خبر آخر", "نصه."))
    lone = store.add(other, data)
    mark = a_source(other, "نصه")
    store.save_annotations(lone.id, Annotations(marks=(mark,), note="ملاحظة"))

    store.move_versions(lone.id, [other.version], target)

    assert store.article(lone.id).trashed_at is not None
    assert store.annotations(lone.id).marks == (mark,)
    assert mark in store.annotations(target).marks
    assert store.annotations(target).note == "ملاحظة"
    assert store.text(target, other.version) == other
    assert store.article(target).current_version == other.version


def test_a_trashed_article_comes_back_when_its_version_is_given_back(store, two):
    target, _, _ = two
    other, data = a_page(("خبر آخر", "نصه."))
    lone = store.add(other, data)
    store.move_versions(lone.id, [other.version], target)

    store.move_versions(target, [other.version], lone.id)

    assert store.article(lone.id).trashed_at is None
    assert verify(store.home) == []


def test_a_relation_goes_with_its_marks(store, two):
    source, _, new = two
    own = store.annotations(source)
    other = a_source(new, "شاحنة")
    link = a_relation(own.marks[1], other)
    store.save_annotations(source, Annotations(marks=(*own.marks, other), relations=(link,)))

    made = store.move_versions(source, [new.version])

    assert store.annotations(made.id).relations == (link,)
    assert store.annotations(source).relations == ()


def test_a_torn_relation_names_the_article_of_its_other_end_and_mends(store, two):
    source, _, new = two
    own = store.annotations(source)
    link = a_relation(*own.marks)
    store.save_annotations(source, own.model_copy(update={"relations": (link,)}))

    made = store.move_versions(source, [new.version])
    (torn,) = store.annotations(source).relations
    assert (torn.from_.article, torn.to.article) == (None, made.id)
    assert verify(store.home) == []

    store.move_versions(made.id, [new.version], source)
    assert store.annotations(source).relations == (link,)


def test_a_source_without_words_goes_where_it_speaks(store, two):
    source, _, new = two
    own = store.annotations(source)
    dropped = own.marks[1].model_copy(update={"id": AUTHOR, "anchors": ()})
    link = a_relation(own.marks[1], dropped)
    store.save_annotations(source, Annotations(marks=(*own.marks, dropped), relations=(link,)))

    made = store.move_versions(source, [new.version])

    assert dropped in store.annotations(made.id).marks


def test_files_that_nothing_names_any_more_are_gone_from_the_source(store, two):
    source, _, new = two
    store.move_versions(source, [new.version])
    left = {p.name for p in (store.home / "articles" / str(source)).rglob("*") if p.is_file()}
    assert not any(new.version in name or new.provenance.sha256 in name for name in left)


def test_a_version_that_is_not_there_is_told_and_nothing_moves(store, two):
    source, _, _ = two
    before = store.articles()
    with pytest.raises(NotInLibraryError):
        store.move_versions(source, ["0" * 64])
    assert store.articles() == before


def test_a_mark_type_of_any_kind_goes(store, two):
    source, _, new = two
    own = store.annotations(source)
    plain = own.marks[1].model_copy(update={"id": AUTHOR, "type": MarkType.HIGHLIGHT, "body": None})
    store.save_annotations(source, Annotations(marks=(*own.marks, plain)))
    made = store.move_versions(source, [new.version])
    assert words_of(store, made.id) == [own.marks[1].words, plain.words]
