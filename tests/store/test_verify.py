from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from reader.model.annotations import (
    Anchor,
    Annotations,
    Attribution,
    End,
    Hop,
    Placement,
    Relation,
)
from reader.model.article import Article
from reader.model.library import ArticleFile, StateFile
from reader.model.vocabulary import RelationType
from reader.settings import Settings
from reader.store import Store, save_settings, verify
from tests.support.libraries import (
    AUTHOR,
    NOON,
    PICTURE,
    Clock,
    a_page,
    a_source,
    an_entity,
    snapshot,
)


def codes(home: Path) -> list[str]:
    return [problem.message.code.removeprefix("verify_") for problem in verify(home)]


def edit(path: Path, change: Callable[[Any], object]) -> None:
    """Change a JSON file as another program would."""
    raw = json.loads(path.read_text())
    change(raw)
    path.write_text(json.dumps(raw))


def a_relation(from_: End, to: End, **fields: object) -> Relation:
    stamp = {"id": uuid4(), "created_at": NOON, "modified_at": NOON, "author": AUTHOR}
    return Relation.model_validate(
        stamp | {"type": RelationType.SAME_SOURCE, "from": from_, "to": to} | fields
    )


# Sound libraries


def test_where_there_is_no_library_nothing_is_wrong(home: Path) -> None:
    assert verify(home) == []
    home.mkdir()
    (home / "notes.txt").write_text("a folder of something else")
    assert verify(home) == []


def test_a_library_that_is_full_of_everything_is_sound(
    store: Store, record: ArticleFile, folder: Path, article: Article, clock: Clock
) -> None:
    entity, merged = an_entity(), None
    merged = an_entity(merged_into=entity.id, article=record.id)
    store.save_entity(entity)
    store.save_entity(merged)
    other = store.add_version(record.id, *a_page(["عنوان", "لمصدر أمني"]))
    place = Placement(
        version=other.current_version,
        start=7,
        end=16,
        level="exact",
        score=1,
        decided_by="auto",
        decided_at=NOON,
    )
    lost = place.model_copy(update={"version": "gone", "level": "orphan"})
    source = a_source(article, entity=merged.id, chain=(Hop(words="وكالة", entity=entity.id),))
    anchor = source.anchors[0].model_copy(update={"placements": (place, lost)})
    source = source.model_copy(update={"anchors": (anchor,), "codes": ("quote",)})
    relation = a_relation(
        End(id=source.id, article=record.id),
        End(id=entity.id),
        attribution=Attribution(chain=(Hop(words="مصدر", mention=source.id, anchor=anchor),)),
    )
    store.save_annotations(record.id, Annotations(marks=(source,), relations=(relation,)))
    store.save_copy(record.id, Annotations())
    store.save_state(record.id, StateFile(position=1))
    version = {record.current_version: {"b0": False}}
    store.save_article(other.model_copy(update={"block_choices": version}))
    save_settings(store.home / "settings.json", Settings())
    (store.home / "logs").mkdir()
    for name in (".DS_Store", "logs/isnad.log", "logs/isnad.log.1", "logs/crash.log"):
        (store.home / name).write_bytes(b"x")
    before = snapshot(store.home)
    assert verify(store.home) == []
    assert snapshot(store.home) == before


# Files


def test_what_is_wrong_is_told_with_the_path_in_the_library(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    (folder / "annotations.json").write_text("{")
    (problem,) = verify(store.home)
    assert problem.path == f"articles/{record.id}/annotations.json"
    assert problem.message.code == "verify_damaged"


@pytest.mark.parametrize(
    "path",
    ["library.json", "codebook.json", "settings.json", "holder.json", "backups/library.{}.json"],
)
def test_every_damaged_file_is_told(store: Store, path: str) -> None:
    damaged = store.home / path.format("2026-01-02T120000.000000Z")
    damaged.parent.mkdir(exist_ok=True)
    damaged.write_text("{")
    assert codes(store.home) == ["damaged"]


@pytest.mark.parametrize("name", ["article.json", "annotations.json", "state.json"])
def test_a_file_of_a_newer_program_is_told(
    store: Store, record: ArticleFile, folder: Path, name: str
) -> None:
    store.save_state(record.id, StateFile())
    edit(folder / name, lambda raw: raw.update(schema=2))
    assert codes(store.home) == ["newer"]
    edit(folder / name, lambda raw: raw.update(schema=2, captures=1, marks=1, position="x"))
    assert "newer" in codes(store.home)


@pytest.mark.parametrize("name", ["article.json", "annotations.json", "../../library.json"])
def test_a_lost_file_is_told(store: Store, folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert "missing" in codes(store.home)


def test_a_lost_or_changed_page_image_or_text_is_told(
    store: Store, record: ArticleFile, folder: Path
) -> None:
    image = folder / "assets" / hashlib.sha256(PICTURE).hexdigest()
    page = folder / "originals" / record.captures[0].sha256
    text = folder / "texts" / f"{record.current_version}.json"
    for path in (image, page):
        kept = path.read_bytes()
        path.write_bytes(kept + b" ")
        assert codes(store.home) == ["wrong_content"]
        path.unlink()
        assert codes(store.home) == ["missing"]
        path.mkdir()
        assert codes(store.home) in (["unreadable"], ["wrong_content"], ["damaged"])
        path.rmdir()
        path.write_bytes(kept)
    text.unlink()
    assert codes(store.home) == ["unknown_version", "missing"]


def test_a_file_that_the_system_refuses_to_read_is_told(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ = os.open

    def refuse(path: Path, *rest: Any) -> int:
        if str(path).endswith(("annotations.json", hashlib.sha256(PICTURE).hexdigest())):
            raise PermissionError(errno.EACCES, "Permission denied")
        return open_(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert codes(store.home) == ["unreadable", "unreadable"]


def test_a_page_of_another_size_than_recorded_is_told(store: Store, folder: Path) -> None:
    edit(folder / "article.json", lambda raw: raw["captures"][0].update(size=1))
    assert codes(store.home) == ["wrong_content"]


def test_a_text_that_changed_is_told(store: Store, record: ArticleFile, folder: Path) -> None:
    path = folder / "texts" / f"{record.current_version}.json"
    edit(path, lambda raw: raw.update(page_text=raw["page_text"] + "."))
    assert "wrong_content" in codes(store.home)


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw["blocks"][0].update(end=9_999),
        lambda raw: raw["blocks"][1].update(start=0),
        lambda raw: raw["blocks"][0].update(inline=[{"kind": "bold", "start": 0, "end": 99}]),
    ],
)
def test_blocks_that_do_not_fit_their_text_are_told(
    store: Store, record: ArticleFile, folder: Path, change: Callable[[Any], object]
) -> None:
    edit(folder / "texts" / f"{record.current_version}.json", change)
    assert codes(store.home) == ["blocks"]


def test_a_damaged_text_is_told(store: Store, record: ArticleFile, folder: Path) -> None:
    (folder / "texts" / f"{record.current_version}.json").write_text("{")
    assert "damaged" in codes(store.home)


def test_files_under_another_id_are_told(store: Store, folder: Path) -> None:
    folder.rename(folder.with_name(str(uuid4())))
    (entity,) = store.entities().values()
    path = store.home / "sources" / f"{entity.id}.json"
    path.with_name(f"{uuid4()}.json").write_bytes(path.read_bytes())
    assert codes(store.home) == ["wrong_id", "wrong_id"]


@pytest.mark.parametrize(
    "path", ["notes.txt", "sources/x.json", "articles/x/article.json", "articles/loose.json"]
)
def test_a_stray_file_is_told(store: Store, path: str) -> None:
    stray = store.home / path
    stray.parent.mkdir(exist_ok=True)
    stray.write_text("x")
    assert codes(store.home) == ["stray"]


def test_what_nothing_refers_to_is_told(store: Store, folder: Path) -> None:
    for name in ("originals", "assets", "texts"):
        (folder / name / ("ab" * 32)).write_text("x")
    assert codes(store.home) == ["unreferenced"] * 3


def test_what_a_crash_left_is_no_problem(store: Store, folder: Path) -> None:
    (folder / ".annotations.json.0a0a0a0a.isnad-tmp").write_text("{")
    (folder / "texts" / ".x.json.0a0a0a0a.isnad-tmp").write_text("{")
    staging = store.home / "articles" / f".adding-{uuid4()}"
    staging.mkdir()
    (staging / "article.json").write_text("{")
    assert verify(store.home) == []


def test_an_article_that_lost_its_record_is_told_and_left_alone(store: Store, folder: Path) -> None:
    (folder / "article.json").unlink()
    store.close()
    Store.open(store.home, write=True).close()
    assert (folder / "annotations.json").exists()
    assert "missing" in codes(store.home)


# Annotations


def test_an_anchor_whose_words_are_not_in_the_text_is_told(store: Store, folder: Path) -> None:
    edit(
        folder / "annotations.json",
        lambda raw: raw["marks"][0]["anchors"][0].update(exact="مصدر أمنى"),
    )
    assert codes(store.home) == ["wrong_words"]


def test_an_anchor_outside_the_text_is_told(store: Store, folder: Path) -> None:
    edit(
        folder / "annotations.json",
        lambda raw: raw["marks"][0]["anchors"][0].update(start=900, end=909),
    )
    assert codes(store.home) == ["outside", "wrong_words"]


def test_an_anchor_or_a_placement_on_an_unknown_version_is_told(store: Store, folder: Path) -> None:
    def change(raw: Any) -> None:
        anchor = raw["marks"][0]["anchors"][0]
        place = Placement(
            version="gone",
            start=0,
            end=1,
            level="moved",
            score=0.5,
            decided_by="user",
            decided_at=NOON,
        )
        anchor["placements"] = [json.loads(place.model_dump_json())]

    edit(folder / "annotations.json", change)
    assert codes(store.home) == ["unknown_version"]
    edit(
        folder / "annotations.json",
        lambda raw: raw["marks"][0]["anchors"][0].update(version="gone", placements=[]),
    )
    assert codes(store.home) == ["unknown_version"]


def test_the_anchor_of_a_hop_is_held_against_the_text(
    store: Store, record: ArticleFile, article: Article
) -> None:
    anchor = Anchor(id=uuid4(), version=article.version, start=0, end=2, exact="خط")
    source = a_source(article, chain=(Hop(words="خط", anchor=anchor),))
    store.save_annotations(record.id, Annotations(marks=(source,)))
    assert codes(store.home) == ["wrong_words"]


def test_two_marks_with_one_id_are_told(store: Store, record: ArticleFile) -> None:
    (mark,) = store.annotations(record.id).marks
    store.save_annotations(record.id, Annotations(marks=(mark, mark)))
    assert codes(store.home) == ["same_id"]


def test_a_code_that_was_deleted_is_a_note_told_once_for_each_file(
    store: Store, record: ArticleFile, article: Article
) -> None:
    marks = [a_source(article).model_copy(update={"codes": ("gone",)}) for _ in range(3)]
    store.save_annotations(record.id, Annotations(marks=tuple(marks)))
    (problem,) = verify(store.home)
    assert problem.is_note


def test_unknown_codes_labels_and_blocks_are_told(
    store: Store, record: ArticleFile, article: Article
) -> None:
    mark = a_source(article).model_copy(update={"codes": ("quote", "no_such_code")})
    store.save_annotations(record.id, Annotations(marks=(mark,)))
    choices = {record.current_version: {"b0": True, "b99": True}}
    store.save_article(
        record.model_copy(update={"labels": ("no_such_label",), "block_choices": choices})
    )
    found = {p.message.code: p.message.params for p in verify(store.home)}
    assert found == {
        "verify_unknown_code": {"name": "no_such_code"},
        "verify_unknown_label": {"name": "no_such_label"},
        "verify_unknown_block": {"block": "b99"},
    }


def test_unknown_entities_are_told_wherever_they_are_named(
    store: Store, record: ArticleFile, article: Article
) -> None:
    hop = Hop(words="وكالة", entity=uuid4())
    source = a_source(article, entity=uuid4(), chain=(hop,))
    relation = a_relation(
        End(id=source.id), End(id=source.id), attribution=Attribution(chain=(hop,))
    )
    store.save_annotations(record.id, Annotations(marks=(source,), relations=(relation,)))
    assert codes(store.home) == ["unknown_entity"] * 3


def test_a_relation_that_leads_nowhere_is_told(
    store: Store, record: ArticleFile, article: Article
) -> None:
    source = a_source(article, chain=(Hop(words="وكالة", mention=uuid4()),))
    relation = a_relation(End(id=source.id), End(id=uuid4(), article=uuid4()))
    store.save_annotations(record.id, Annotations(marks=(source,), relations=(relation,)))
    assert sorted(codes(store.home)) == ["unknown_article", "unknown_end", "unknown_end"]


# Entities


def test_an_entity_merged_into_nobody_or_of_no_article_is_told(store: Store) -> None:
    store.save_entity(an_entity(merged_into=uuid4(), article=uuid4()))
    assert sorted(codes(store.home)) == ["unknown_article", "unknown_entity"]


def test_entities_merged_in_a_circle_are_told_and_those_that_lead_to_it_are_not(
    store: Store,
) -> None:
    first, second, third = an_entity("1"), an_entity("2"), an_entity("3")
    for entity, into in ((first, second), (second, first), (third, first)):
        store.save_entity(entity.model_copy(update={"merged_into": into.id}))
    assert codes(store.home) == ["merged_into_itself"] * 2


def test_a_damaged_entity_is_told_once_though_a_mark_names_it(store: Store) -> None:
    (entity,) = store.entities().values()
    (store.home / "sources" / f"{entity.id}.json").write_text("{")
    assert codes(store.home) == ["damaged"]
