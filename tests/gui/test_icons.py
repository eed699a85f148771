"""The icons, in the colours of a theme and in the direction of the interface."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from reader.gui.kit.icons import icon, pixmap
from reader.gui.kit.theme import Theme
from reader.resource import resource

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.fixture
def light() -> Theme:
    return Theme.load("light")


@pytest.fixture
def rtl(qapp):
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(before)


def colours(image) -> set[str]:
    found = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {c.name() for c in found if c.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_ink_of_the_theme(qapp, light, name):
    assert colours(pixmap(name, light, scale=2).toImage()) == {light.colour("ink").name()}


def test_a_disabled_icon_is_dimmed(qapp, light):
    drawn = icon("search", light).pixmap(32, QIcon.Mode.Disabled).toImage()
    assert colours(drawn) == {light.colour("disabled").name()}


def test_an_icon_that_points_is_mirrored_with_the_interface(qapp, light, request):
    left = pixmap("undo-2", light).toImage()
    steady = pixmap("search", light).toImage()
    request.getfixturevalue("rtl")
    right = pixmap("undo-2", light).toImage()
    assert right != left
    assert right == left.flipped(Qt.Orientation.Horizontal)
    assert pixmap("search", light).toImage() == steady


def test_an_unknown_icon_is_a_defect(qapp, light):
    with pytest.raises(FileNotFoundError):
        icon("unicorn", light)


def test_the_icons_licence_is_beside_them():
    assert "ISC License" in resource("icons", "LICENSE").read_text("utf-8")
