"""The look of the program in one place: colours as data, one palette, one style sheet.

A theme is a file under `resources/themes`; `style.qss` beside them is the only style sheet. No
other module names a colour: it asks the theme for a role.
"""

from __future__ import annotations

import json
from string import Template
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reader.gui.kit.fonts import interface_font, load_fonts
from reader.model.choices import ThemeChoice
from reader.resource import resource

_ROLES: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
}
_DIMMED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


LETTERS: Final = 4.7
"""The least contrast of letters with what lies under them."""
LINES: Final = 3.4
"""The least contrast of a line or an edge with the page.

WCAG 2.2 asks for 4.5 and 3 (1.4.3 and 1.4.11); the rest is for eyes that lack a kind of cones and
see some colours darker or lighter."""


class Theme(NamedTuple):
    """The colours of one look, by role."""

    name: str
    dark: bool
    colours: dict[str, str]
    code_strength: float
    """How much of a code's own colour shows on the page, from 0 to 1."""

    @classmethod
    def load(cls, name: str) -> Theme:
        """The theme of that name.

        Raises:
            FileNotFoundError: there is none.
        """
        data = json.loads(resource("themes", f"{name}.json").read_text("utf-8"))
        return cls(name, data["dark"], data["colours"], data["code_strength"])

    def colour(self, role: str) -> QColor:
        """The colour of a role; `#rrggbbaa` in the data has its opacity last, as in CSS.

        Raises:
            KeyError: no theme has such a role.
        """
        written = self.colours[role]
        colour = QColor(written[:7])
        if len(written) == 9:
            colour.setAlpha(int(written[7:], 16))
        return colour

    def code_colour(self, colour: str) -> QColor:
        """The colour of a codebook's code, softened so that text stays readable over it."""
        return self.under_letters(QColor(colour), self.colour("page"), self.code_strength)

    def under_letters(self, colour: QColor, ground: QColor, strength: float) -> QColor:
        """A colour laid on a ground at an opacity of at most `strength`.

        The ground must let every letter of a page be read; over what comes out they still are.
        """
        letters = self.colour("ink_soft")
        while strength > 0:
            mixed = blend(colour, ground, strength)
            if contrast(letters, mixed) >= LETTERS:
                return mixed
            strength -= 0.02
        return ground

    def as_line(self, colour: QColor) -> QColor:
        """A colour, brought as near to the ink as it takes to be seen as a line on the page."""
        strength = 1.0
        while strength > 0:
            mixed = blend(colour, self.colour("ink"), strength)
            if contrast(mixed, self.colour("page")) >= LINES:
                return mixed
            strength -= 0.05
        return self.colour("ink")

    def palette(self) -> QPalette:
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in _DIMMED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def style_sheet(self) -> str:
        template = Template(resource("themes", "style.qss").read_text("utf-8"))
        argb = QColor.NameFormat.HexArgb
        return template.substitute({name: self.colour(name).name(argb) for name in self.colours})


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def blend(over: QColor, under: QColor, strength: float) -> QColor:
    """`over` laid on `under` at an opacity of `strength`, as an opaque colour."""
    pairs = zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(o * strength + u * (1 - strength)) for o, u in pairs))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours as WCAG 2 counts it: from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    """How much light a colour gives, of that of white, as WCAG 2 has it."""
    red, green, blue = map(_linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else float(((level + 0.055) / 1.055) ** 2.4)


STYLE: Final = ("-style", "Fusion")
"""What an application is told when it is made: later it would answer with a style, and with all
that Python has to know of those."""


class Appearance(QObject):
    """Dresses the application, and follows the system's light and dark while asked to."""

    theme_changed = Signal(Theme)

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._hints = app.styleHints()
        self._choice = choice
        load_fonts()
        app.setFont(interface_font())
        self.theme = self._wanted()
        self._dress()
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)

    def choose(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._renew()

    def _on_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._renew()

    def _wanted(self) -> Theme:
        if self._choice is not ThemeChoice.SYSTEM:
            return Theme.load(self._choice)
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        return Theme.load(ThemeChoice.DARK if dark else ThemeChoice.LIGHT)

    def _renew(self) -> None:
        wanted = self._wanted()
        if wanted.name != self.theme.name:
            self.theme = wanted
            self._dress()
            self.theme_changed.emit(wanted)

    def _dress(self) -> None:
        self._app.setPalette(self.theme.palette())
        self._app.setStyleSheet(self.theme.style_sheet())
