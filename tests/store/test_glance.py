"""The first look at a library: what is seen of it is what reading it finds, or it is not seen."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import ingest
from reader.model.kinds import Direction
from reader.model.library import ArticleFile, LibraryFile, StateFile, TextFile
from reader.settings import Digits, InterfaceLanguage, Settings, ThemeChoice
from reader.store import Store, glance, save_settings
from reader.store.glance import Glance, glance_article, glance_settings
from tests.support.libraries import a_page
from tests.support.variants import SAMPLE

CELL = {"table": 0, "row": 0, "column": 0, "rowspan": 1, "colspan": 1, "header": False}
RUN = {"kind": "link", "start": 0, "end": 1, "href": None, "dir": None}
Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def known(store: Store, tmp_path: Path) -> Path:
    """A page that the library has."""
    data = SAMPLE.read_bytes()
    store.add(ingest.load_bytes(data), data)
    page = tmp_path / "page.html"
    page.write_bytes(data)
    return page


def _record(store: Store, page: Path) -> ArticleFile:
    found = store.find_capture(glance._digest(page.read_bytes()))
    assert found is not None
    return found


def _look(store: Store, page: Path) -> Glance:
    found = glance_article(store.home, page)
    assert found is not None
    return found


def _text_file(store: Store, page: Path) -> Path:
    record = _record(store, page)
    return store.home / "articles" / str(record.id) / "texts" / f"{record.current_version}.json"


def _edit(path: Path, change: Change) -> None:
    raw = json.loads(path.read_bytes())
    change(raw)
    path.write_text(json.dumps(raw), "utf-8")


def _same(seen: Any, real: Any) -> None:
    """Every field that is seen is what the validated value has."""
    for name in seen._fields:
        one, other = getattr(seen, name), getattr(real, name)
        if isinstance(one, tuple) and hasattr(one, "_fields"):
            _same(one, other)
        elif isinstance(one, tuple):
            assert len(one) == len(other)
            for a, b in zip(one, other, strict=True):
                _same(a, b)
        else:
            assert one == other


def test_an_article_looks_as_it_is_read(store: Store, known: Path) -> None:
    record = _record(store, known)
    article = store.text(record.id, record.current_version)
    look = _look(store, known)
    _same(look.article, article)
    assert look.article.metadata.dates_disagree == article.metadata.dates_disagree
    assert [b.has_text for b in look.article.blocks] == [b.has_text for b in article.blocks]
    assert look.shown == {b.id for b in article.blocks if article.is_shown(b, {})}
    assert look.title == record.called


def test_a_picture_is_seen_with_its_bytes(store: Store, tmp_path: Path) -> None:
    article, data = a_page()
    page = tmp_path / "page"
    page.write_bytes(data)
    if store.find_capture(article.provenance.sha256) is None:
        store.add(article, data)
    _same(_look(store, page).article, article)


def test_it_is_seen_as_a_person_left_it(store: Store, known: Path) -> None:
    record = _record(store, known)
    article = store.text(record.id, record.current_version)
    out = next(b.id for b in article.blocks if not article.is_shown(b, {}))
    choices = {article.version: {out: True, "b0": False}}
    changed = record.model_copy(update={"direction": Direction.LTR, "block_choices": choices})
    store.save_article(changed)
    store.save_state(record.id, StateFile(position=321, zoom=150))
    look = _look(store, known)
    assert (look.direction, look.position, look.zoom) == ("ltr", 321, 150)
    assert out in look.shown
    assert "b0" not in look.shown


def test_a_page_that_the_library_does_not_know_is_not_looked_at(
    store: Store, known: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.html"
    other.write_bytes(known.read_bytes() + b" ")
    assert glance_article(store.home, other) is None
    assert glance_article(store.home, tmp_path / "none.html") is None
    assert glance_article(tmp_path / "no library", known) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.update(schema=2),
        lambda raw: raw.pop("schema"),
        lambda raw: raw.update(page_text=raw["page_text"] + " "),
        lambda raw: raw["blocks"][0].update(kind="poem"),
        lambda raw: raw["blocks"][0].update(end=10**9),
        lambda raw: raw["blocks"][0].pop("state"),
        lambda raw: raw["blocks"].append(7),
        lambda raw: raw["blocks"][0].update(level="2"),
        lambda raw: raw["blocks"][0].update(start=0.0),
        lambda raw: raw["blocks"][0].update(ordinal=1.5),
        lambda raw: raw["blocks"][0].update(cell={**CELL, "rowspan": 10**6}),
        lambda raw: raw["blocks"][0].update(cell={**CELL, "row": -1}),
        lambda raw: raw["blocks"][0].update(image={"source": "", "alt": 3, "asset": None}),
        lambda raw: raw["blocks"][0]["inline"].append({**RUN, "href": ["a"]}),
        lambda raw: raw["blocks"][0]["inline"].append({**RUN, "end": 10**6}),
        lambda raw: raw.update(blocks=None),
        lambda raw: raw["metadata"].update(outlet=None),
    ],
)
def test_a_text_that_is_newer_or_damaged_is_not_looked_at(
    store: Store, known: Path, change: Change
) -> None:
    _edit(_text_file(store, known), change)
    assert glance_article(store.home, known) is None


def test_a_file_that_nests_without_end_is_not_looked_at(store: Store, known: Path) -> None:
    _text_file(store, known).write_text("[" * 1_000_000, "utf-8")
    assert glance_article(store.home, known) is None


def test_a_library_of_a_newer_version_is_not_looked_at(store: Store, known: Path) -> None:
    _edit(store.home / "library.json", lambda raw: raw.update(schema=2))
    assert glance_article(store.home, known) is None


def test_the_settings_are_seen_as_they_are_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(
        library="/somewhere",
        language=InterfaceLanguage.AR,
        theme=ThemeChoice.DARK,
        digits=Digits.ARABIC,
        face="Amiri",
        size=19,
        line_height=2,
        measure=40,
        geometry="AAAA",
        surroundings=(240, 80, 300, 30),
    )
    save_settings(file, settings)
    _same_settings(glance_settings(file), settings)


@pytest.mark.parametrize("written", ["", "{}", "[]", '{"schema": 2}'])
def test_settings_that_cannot_be_read_are_the_usual_ones(tmp_path: Path, written: str) -> None:
    file = tmp_path / "settings.json"
    _same_settings(glance_settings(file), Settings())
    file.write_text(written, "utf-8")
    _same_settings(glance_settings(file), Settings())


@pytest.mark.parametrize(
    "field",
    [{"size": 10_000}, {"theme": "pink"}, {"surroundings": [1, 2, 3]}, {"surroundings": [-1] * 4}],
)
def test_with_a_setting_out_of_its_bounds_all_are_the_usual_ones(
    tmp_path: Path, field: dict[str, object]
) -> None:
    file = tmp_path / "settings.json"
    save_settings(file, Settings(theme=ThemeChoice.DARK))
    _edit(file, lambda raw: raw.update(field))
    assert glance_settings(file) == glance.Settings()


def _same_settings(seen: glance.Settings, real: Settings) -> None:
    for name in seen._fields:
        assert getattr(seen, name) == getattr(real, name)


def test_it_knows_the_schema_that_is_written_now() -> None:
    for model in (LibraryFile, ArticleFile, TextFile, StateFile, Settings):
        assert model.model_fields["schema_"].default == glance.SCHEMA


def test_it_is_had_without_what_takes_long_to_load() -> None:
    code = (
        "import sys, pathlib; from reader.store.glance import *\n"
        "glance_settings(pathlib.Path('no')); glance_article(pathlib.Path('no'),pathlib.Path('no'))"
        "\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert {"pydantic", "regex", "reader.store.errors"}.isdisjoint(done.stdout.split())
