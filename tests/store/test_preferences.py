from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest

from reader.settings import Digits, InterfaceLanguage, Settings, ThemeChoice
from reader.store import (
    DiskError,
    NewerSchemaError,
    installation_agent,
    load_settings,
    save_settings,
)
from tests.support.libraries import Clock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_without_a_file_the_settings_are_the_defaults_and_none_is_made(file: Path) -> None:
    assert load_settings(file) == (Settings(), None)
    assert not file.parent.exists()


def test_settings_come_back_as_they_were_saved(file: Path) -> None:
    chosen = Settings(
        library="/srv/library",
        language=InterfaceLanguage.AR,
        theme=ThemeChoice.SEPIA,
        digits=Digits.ARABIC,
        face="Amiri",
        size=18,
        recents=False,
    )
    save_settings(file, Settings())
    save_settings(file, chosen)
    assert load_settings(file) == (chosen, None)


@pytest.mark.parametrize("data", ["{", '{"schema": 1, "size": 9000}', '{"schema": 1, "x": 1}'])
def test_damaged_settings_give_the_defaults_and_are_kept_beside(
    file: Path, clock: Clock, data: str
) -> None:
    file.parent.mkdir()
    file.write_text(data)
    settings, message = load_settings(file)
    assert settings == Settings()
    assert message is not None
    assert message.code == "store_damaged"
    assert file.read_text() == data
    save_settings(file, settings, clock=clock)
    assert load_settings(file) == (Settings(), None)
    aside = file.with_name("settings.damaged-2026-01-02T120000.000000Z.json")
    assert aside.read_text() == data


def test_the_settings_of_a_newer_program_are_used_and_never_rewritten(file: Path) -> None:
    save_settings(file, Settings(size=20))
    raw = json.loads(file.read_text()) | {"schema": 2, "mood": "calm"}
    file.write_text(json.dumps(raw))
    assert load_settings(file) == (Settings(size=20), None)
    with pytest.raises(NewerSchemaError):
        save_settings(file, Settings())
    assert json.loads(file.read_text()) == raw


def test_an_installation_keeps_its_agent(file: Path) -> None:
    save_settings(file, Settings(size=20))
    agent = installation_agent(file)
    assert isinstance(agent, UUID)
    assert installation_agent(file) == agent
    assert load_settings(file)[0] == Settings(size=20, agent=agent)


def test_an_installation_that_cannot_keep_its_agent_has_none(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way")
    file = tmp_path / "config" / "settings.json"
    assert installation_agent(file) is None
    with pytest.raises(DiskError):
        save_settings(file, Settings())
