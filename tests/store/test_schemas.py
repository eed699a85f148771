from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from reader.model.library import ArticleFile, Codebook, LibraryFile, StateFile
from reader.resource import resource
from reader.settings import Settings
from reader.store import Store, save_settings
from reader.store.formats import FORMATS, dump, format_of
from reader.store.schemas import main, schemas, stale, write
from tests.support.libraries import NOON


def schema(name: str) -> dict[str, object]:
    return json.loads(resource("schema", f"{name}.schema.json").read_text(encoding="utf-8"))


def test_the_schemas_in_the_resources_are_those_of_the_models(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_every_kind_of_file_has_a_valid_schema() -> None:
    assert {kind.name for kind in FORMATS} == {
        path.name.split(".")[0] for path in resource("schema").iterdir()
    }
    for kind in FORMATS:
        jsonschema.Draft202012Validator.check_schema(schema(kind.name))


def test_every_file_of_a_saved_library_fits_its_schema(store: Store, record: ArticleFile) -> None:
    store.save_state(record.id, StateFile(position=1, opened_at=NOON))
    save_settings(store.home / "settings.json", Settings())
    (store.home / "codebook.json").write_bytes(dump(store.codebook()))
    checked = set()
    for path in store.home.rglob("*.json"):
        kind = format_of(path.relative_to(store.home).as_posix())
        assert kind is not None
        checker = jsonschema.Draft202012Validator(schema(kind.name))
        checker.validate(json.loads(path.read_bytes()))
        checked.add(kind.name)
    assert checked == {kind.name for kind in FORMATS}


def test_a_schema_refuses_what_the_model_refuses() -> None:
    checker = jsonschema.Draft202012Validator(schema("state"))
    for wrong in ({"schema": 2}, {"schema": 1, "zoom": 1}, {"schema": 1, "mood": "calm"}):
        assert not checker.is_valid(wrong)


def test_a_schema_explains_the_fields() -> None:
    properties = schema("annotations")["$defs"]["Anchor"]["properties"]  # type: ignore[index]
    assert "SHA-256" in properties["version"]["description"]


def test_stale_missing_and_needless_schemas_are_told_and_mended(tmp_path: Path) -> None:
    folder = tmp_path / "schema"
    write(folder)
    assert stale(folder) == []
    (folder / "state.schema.json").write_text("{}")
    (folder / "entity.schema.json").unlink()
    (folder / "old.schema.json").write_text("{}")
    assert stale(folder) == ["entity.schema.json", "old.schema.json", "state.schema.json"]
    write(folder)
    assert stale(folder) == []
    assert {path.name for path in folder.iterdir()} == set(schemas())


def test_the_command_writes_and_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reader.store.schemas.resource", lambda: tmp_path)
    assert main(["--check"]) == 1
    assert "stale:" in capsys.readouterr().out
    assert main([]) == 0
    assert main(["--check"]) == 0


def test_the_preset_codebook_and_an_empty_library_fit_their_models() -> None:
    book = Codebook.model_validate_json(resource("codebook.json").read_bytes())
    assert book.codes
    jsonschema.validate(json.loads(resource("codebook.json").read_bytes()), schema("codebook"))
    assert set(schema("library")["required"]) == {  # type: ignore[arg-type]
        name for name, field in LibraryFile.model_fields.items() if field.is_required()
    }
