from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.annotations import Annotations
from reader.model.library import ArticleFile, Codebook, Entity, StateFile
from reader.store import DamagedFileError, NewerSchemaError, StoreError
from reader.store.formats import dump, format_of, load, parse, schema_of, understand
from tests.support.libraries import a_page, a_source, an_entity

HERE = Path("annotations.json")

HOSTILE = {
    "a lone surrogate": rb'{"schema": 1, "note": "\ud800"}',
    "NaN for a number": b'{"schema": 1, "position": NaN}',
    "a hundred thousand lists": b"[" * 100_000,
    "a hundred thousand objects": b'{"note":' * 100_000,
    "no UTF-8": b'{"schema": 1, "note": "\xff"}',
    "cut off": b'{"schema": 1, "note": "',
    "empty": b"",
    "an unknown field": b'{"schema": 1, "extra": 1}',
    "another type": b"[]",
    "an older schema than any": b'{"schema": 0}',
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("model", [Annotations, StateFile])
def test_a_hostile_file_is_damaged(data: bytes, model: type[Annotations]) -> None:
    with pytest.raises(DamagedFileError) as caught:
        parse(model, data, HERE)
    assert caught.value.path == HERE
    assert len(str(caught.value.message.params["why"])) <= 200


def test_what_is_said_of_a_damaged_file_does_not_hold_its_contents() -> None:
    with pytest.raises(DamagedFileError) as caught:
        parse(Annotations, b'{"schema": 1, "marks": "the name of a secret source"}', HERE)
    assert "secret" not in str(caught.value)
    assert caught.value.message.params["why"] == "marks: Input should be a valid array"


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_reading_them_gives_a_value_or_an_error_of_ours(
    data: bytes,
) -> None:
    found: object
    try:
        found = parse(StateFile, data, HERE)
    except StoreError as error:
        found = error
    assert isinstance(found, StateFile | DamagedFileError | NewerSchemaError)


@given(st.text())
def test_every_text_survives_being_written(note: str) -> None:
    value = Annotations(note=note)
    assert parse(Annotations, dump(value), HERE) == value


def test_a_file_is_written_as_indented_utf8_with_its_schema() -> None:
    text = dump(Annotations(note="ملاحظة")).decode()
    assert text.startswith('{\n  "schema": 1,\n')
    assert "ملاحظة" in text
    assert text.endswith("}\n")


def test_a_newer_file_is_told_from_a_damaged_one() -> None:
    with pytest.raises(NewerSchemaError) as caught:
        parse(Annotations, b'{"schema": 7, "something": {"new": true}}', HERE)
    assert caught.value.schema == 7


def test_a_newer_file_that_only_added_fields_is_understood_without_them() -> None:
    raw = json.loads(dump(Annotations(note="ملاحظة")))
    raw |= {"schema": 2, "mood": "x", "marks": []}
    value, newer = understand(Annotations, json.dumps(raw).encode(), HERE)
    assert value == Annotations(note="ملاحظة")
    assert newer == 2


def test_fields_added_deep_inside_a_newer_file_are_left_out() -> None:
    entity = an_entity()
    mark = {
        "id": str(uuid4()),
        "created_at": "2026-01-02T12:00:00Z",
        "modified_at": "2026-01-02T12:00:00Z",
        "author": str(uuid4()),
        "type": "source",
        "body": {"type": "source", "entity": str(entity.id), "mood": "calm"},
    }
    data = json.dumps({"schema": 2, "marks": [mark]}).encode()
    value, _ = understand(Annotations, data, HERE)
    assert value.marks[0].source.entity == entity.id


def test_a_field_that_is_named_like_its_kind_of_body_is_left_out_of_a_newer_file() -> None:
    mark = a_source(a_page()[0])
    raw = json.loads(dump(Annotations(marks=(mark,))))
    raw["schema"] = 2
    raw["marks"][0]["body"] |= {"source": "text", "mood": 1}
    value, _ = understand(Annotations, json.dumps(raw).encode(), HERE)
    assert value.marks == (mark,)


def test_a_newer_file_of_another_shape_cannot_be_shown() -> None:
    with pytest.raises(NewerSchemaError):
        understand(Annotations, b'{"schema": 2, "marks": {"by": "id"}}', HERE)


def test_a_file_of_the_present_schema_is_not_newer() -> None:
    assert understand(Annotations, dump(Annotations()), HERE) == (Annotations(), None)
    assert schema_of(Annotations) == 1


def test_a_file_that_is_missing_loads_as_none(tmp_path: Path) -> None:
    assert load(Codebook, tmp_path / "codebook.json") is None


ID = "0b0e7a1c-0000-4000-8000-000000000001"
SHA = "ab" * 32
STAMP = "2026-01-02T030405.678901Z"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("library.json", "library"),
        (f"backups/library.{STAMP}.json", "library"),
        (f"sources/{ID}.json", "entity"),
        (f"sources/backups/{ID}.{STAMP}.json", "entity"),
        (f"articles/{ID}/article.json", "article"),
        (f"articles/{ID}/annotations.json", "annotations"),
        (f"articles/{ID}/backups/annotations.{STAMP}.json", "annotations"),
        (f"articles/{ID}/annotations.recovered-{STAMP}.json", "annotations"),
        (f"articles/{ID}/texts/{SHA}.json", "text"),
        ("settings.json", "settings"),
        ("holder.json", "holder"),
    ],
)
def test_a_file_is_known_by_its_place(path: str, name: str) -> None:
    found = format_of(path)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "path",
    [
        "notes.json",
        f"articles/{ID}/texts/x.json",
        f"articles/{ID}/library.json",
        f"articles/{ID} copy/article.json",
        f"sources/../{ID}.json",
        f"texts/{SHA}.json",
    ],
)
def test_a_file_elsewhere_is_none_of_ours(path: str) -> None:
    assert format_of(path) is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "AB" * 32, "ab" * 32 + "\n", ""])
def test_a_record_that_names_a_content_by_anything_but_its_hash_is_damaged(name: str) -> None:
    capture = {
        "sha256": name,
        "size": 1,
        "container": "html",
        "imported_at": "2026-01-02T12:00:00Z",
        "version": SHA,
    }
    stamp = {k: v for k, v in json.loads(dump(an_entity())).items() if k in _STAMPED}
    record = {"schema": 1, **stamp, "current_version": SHA, "captures": [capture]}
    with pytest.raises(DamagedFileError):
        parse(ArticleFile, json.dumps(record).encode(), HERE)


_STAMPED = {"id", "created_at", "modified_at", "author"}


def test_an_entity_survives_being_written() -> None:
    entity = an_entity(aliases=("الداخلية",), country="IQ")
    assert parse(Entity, dump(entity), HERE) == entity
