"""The themes as data, the fonts, and what makes the application wear them."""

from __future__ import annotations

import re
from itertools import pairwise
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QGuiApplication, QPalette

from reader.gui.dialogs.run_brush import KINDS
from reader.gui.kit import fonts as faces
from reader.gui.kit.fonts import Face, Typography, family_of
from reader.gui.kit.theme import Appearance, Theme, blend
from reader.resource import resource
from reader.session.palette import palette
from reader.settings import ThemeChoice

NAMES = [choice.value for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM]
TEXT, LARGE = 4.5, 3.0
"""WCAG 2.2, AA: for text, and for large text and the parts of an interface."""

READABLE = [
    *(("ink", ground) for ground in ("page", "window", "raised", "hover", "pressed")),
    *(("ink", ground) for ground in ("accent_soft", "source_identified", "source_anonymous")),
    *(("ink_soft", ground) for ground in ("source_identified", "source_anonymous")),
    *(("muted", ground) for ground in ("page", "window", "raised")),
    ("accent_ink", "accent"),
    ("accent", "page"),
    *((level, f"{level}_soft") for level in ("danger", "warning", "success")),
    *((level, "page") for level in ("danger", "warning", "success")),
    *((level, "window") for level in ("danger", "warning", "success")),
]
VISIBLE = [
    *((role, "page") for role in ("claim", "claim_dropped", "note", "tie", "focus_ring")),
    *((role, "page") for role in ("source_identified_edge", "source_anonymous_edge")),
    *((f"run_{kind}", "page") for kind in KINDS),
    *(("border_strong", ground) for ground in ("page", "raised")),
]


def luminance(colour: QColor) -> float:
    channels = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=NAMES)
def theme(request) -> Theme:
    return Theme.load(request.param)


def test_all_themes_have_the_same_roles():
    roles = [set(Theme.load(name).colours) for name in NAMES]
    assert all(one == other for one, other in pairwise(roles))


@pytest.mark.parametrize(("ink", "ground"), READABLE)
def test_text_can_be_read(theme, ink, ground):
    assert contrast(theme.colour(ink), theme.colour(ground)) >= TEXT


@pytest.mark.parametrize(("line", "ground"), VISIBLE)
def test_lines_can_be_seen(theme, line, ground):
    assert contrast(theme.colour(line), theme.colour(ground)) >= LARGE


def test_text_can_be_read_over_every_highlight_and_over_the_selection(theme):
    grounds = [theme.code_colour(shade.colour) for shade in palette()]
    grounds += [theme.code_colour(theme.colour("highlight").name())]
    over = ("page", "source_identified", "source_anonymous")
    selection = theme.colour("selection")
    grounds += [blend(selection, theme.colour(role), selection.alphaF()) for role in over]
    assert [g.name() for g in grounds if contrast(theme.colour("ink"), g) < TEXT] == []


@pytest.mark.parametrize(
    "colour", ["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#888888"]
)
@pytest.mark.parametrize("letters", ["ink", "ink_soft"])
def test_text_can_be_read_over_a_code_of_any_colour(theme, letters, colour):
    assert contrast(theme.colour(letters), theme.code_colour(colour)) >= TEXT


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#ffff00", "#0000ff", "#b58a00"])
def test_the_end_of_a_highlight_of_any_colour_can_be_seen(theme, colour):
    assert contrast(theme.as_line(QColor(colour)), theme.colour("page")) >= LARGE


def test_a_colour_that_can_be_seen_is_left_as_it_is(theme):
    assert theme.as_line(theme.colour("claim")) == theme.colour("claim")


def test_the_style_sheet_names_no_colour_of_its_own(theme):
    template = resource("themes", "style.qss").read_text("utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=\s*[;}])", template) == []
    assert "$" not in theme.style_sheet()


def test_the_palette_says_what_is_disabled(theme):
    palette = theme.palette()
    group = QPalette.ColorGroup.Disabled
    assert palette.color(group, QPalette.ColorRole.Text) == theme.colour("disabled")


def test_an_unknown_theme_is_a_defect():
    with pytest.raises(FileNotFoundError):
        Theme.load("plaid")


@pytest.fixture
def appearance(qapp):
    before = qapp.styleSheet(), qapp.palette(), qapp.font(), qapp.style().name()
    made = Appearance(qapp, ThemeChoice.LIGHT)
    yield made
    made.deleteLater()
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])
    qapp.setStyle(before[3])


def test_a_chosen_theme_is_worn_at_once(appearance, qapp, qtbot):
    with qtbot.waitSignal(appearance.theme_changed) as told:
        appearance.choose(ThemeChoice.SEPIA)
    assert told.args[0].name == "sepia"
    assert qapp.palette().color(QPalette.ColorRole.Window) == told.args[0].colour("window")
    assert told.args[0].colour("hover").name(QColor.NameFormat.HexArgb) in qapp.styleSheet()


def test_choosing_the_theme_that_is_worn_tells_nobody(appearance, qtbot):
    with qtbot.assertNotEmitted(appearance.theme_changed):
        appearance.choose(ThemeChoice.LIGHT)


def test_the_systems_choice_is_followed(appearance, qtbot, monkeypatch):
    appearance.choose(ThemeChoice.SYSTEM)
    assert appearance.theme.name == "light"

    dark = SimpleNamespace(colorScheme=lambda: Qt.ColorScheme.Dark)
    monkeypatch.setattr(appearance, "_hints", dark)
    hints = QGuiApplication.styleHints()
    with qtbot.waitSignal(appearance.theme_changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.theme.name == "dark"
    appearance.choose(ThemeChoice.SEPIA)
    with qtbot.assertNotEmitted(appearance.theme_changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_the_bundled_faces_are_there(fonts):
    known = QFontDatabase.families()
    assert {"Amiri", "IBM Plex Sans Arabic"} <= set(known)
    assert QFontInfo(faces.interface_font()).family() == "IBM Plex Sans Arabic"


def test_a_face_that_cannot_be_loaded_is_a_defect(monkeypatch, tmp_path, qapp):
    broken = tmp_path / "x.ttf"
    broken.write_bytes(b"no font")
    monkeypatch.setattr(faces, "_plex", lambda: iter([broken]))
    monkeypatch.setattr(faces, "INTERFACE", "A face that is not installed")
    with pytest.raises(RuntimeError, match=r"x\.ttf"):
        faces.load_fonts()


def test_naskh_is_the_systems_own_where_it_has_one(monkeypatch, fonts):
    assert family_of(Face.NASKH) in ("Amiri", "Noto Naskh Arabic")
    faces._naskh.cache_clear()
    monkeypatch.setattr(
        QFontDatabase, "hasFamily", lambda family: family in ("Noto Naskh Arabic", "Amiri")
    )
    assert family_of(Face.NASKH) == "Noto Naskh Arabic"
    assert family_of("Amiri") == "Amiri"
    faces._naskh.cache_clear()


def test_small_letters_are_set_larger_and_the_column_is_not(fonts):
    sans, naskh = Typography(face=Face.SANS), Typography(face="Amiri")
    assert naskh.pixels > sans.pixels == sans.em
    assert naskh.column == sans.column == sans.em * sans.measure


def test_the_line_height_is_a_multiple_of_the_letters(fonts):
    single, double = Typography(line_height=1.0), Typography(line_height=2.0)
    assert double.line_percent == pytest.approx(2 * single.line_percent)
