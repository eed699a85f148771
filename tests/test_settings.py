from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest
from pydantic import ValidationError

from reader.settings import Settings, home, settings_file


def test_a_folder_that_was_given_wins_over_all() -> None:
    given = Path("/srv/given")
    assert home(given, Settings(library="/srv/set"), {"ISNAD_HOME": "/srv/env"}) == given


def test_the_environment_wins_over_the_settings() -> None:
    assert home(None, Settings(library="/srv/set"), {"ISNAD_HOME": "/srv/env"}) == Path("/srv/env")


def test_the_settings_win_over_the_usual_place() -> None:
    assert home(None, Settings(library="/srv/set"), {}) == Path("/srv/set")


@pytest.mark.parametrize("environ", [{}, {"ISNAD_HOME": ""}])
def test_the_usual_place_is_in_the_persons_data_folder(environ: dict[str, str]) -> None:
    data = platformdirs.user_data_path("Isnad", appauthor=False)
    assert home(None, None, environ) == home(None, Settings(), environ) == data / "library"


def test_a_folder_may_be_relative_or_start_with_the_persons_home() -> None:
    assert home(Path("here"), None, {}) == Path.cwd() / "here"
    assert home(None, None, {"ISNAD_HOME": "~/isnad"}) == Path.home() / "isnad"


def test_a_person_whom_the_system_does_not_know_has_no_home() -> None:
    assert home(Path("~nobody-of-that-name/x")) == Path("~nobody-of-that-name/x").absolute()


def test_the_settings_are_kept_apart_from_the_library() -> None:
    config = platformdirs.user_config_path("Isnad", appauthor=False)
    assert settings_file({}) == config / "settings.json"
    assert settings_file({}).parent != home(None, None, {})


def test_one_folder_holds_everything_where_the_environment_names_it() -> None:
    assert settings_file({"ISNAD_HOME": "/media/stick"}) == Path("/media/stick/settings.json")


@pytest.mark.parametrize(
    "field", [{"size": 0}, {"line_height": 9}, {"measure": 0}, {"theme": "pink"}, {"zoom": 1}]
)
def test_settings_out_of_bounds_are_refused(field: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(field)
