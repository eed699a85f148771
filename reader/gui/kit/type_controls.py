"""The controls of the article's type: face, size, line height, column; at once, and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSlider, QWidget

from reader.gui.kit.controls import Combo
from reader.gui.kit.fonts import INTERFACE, Face, family_of
from reader.gui.kit.i18n import QT_TRANSLATE_NOOP, numeral
from reader.gui.kit.preferences import Preferences
from reader.settings import Settings
from reader.text.bidi import isolate


@dataclass(frozen=True)
class _Measure:
    """A setting that a slider moves. Its value is the slider's by `unit`."""

    name: str
    label: str
    lowest: int
    highest: int
    step: int = 1
    unit: float = 1

    def value(self, at: int) -> float:
        return round(at * self.unit, 2) if self.unit != 1 else at

    def at(self, value: float) -> int:
        return round(value / self.unit)


_MEASURES: Final = (
    _Measure("size", QT_TRANSLATE_NOOP("TypeControls", "Size"), 8, 48),
    _Measure(
        "line_height", QT_TRANSLATE_NOOP("TypeControls", "Line height"), 100, 300, 5, unit=0.01
    ),
    _Measure("measure", QT_TRANSLATE_NOOP("TypeControls", "Column width"), 20, 60),
)
_FIELDS: Final = ("face", *(m.name for m in _MEASURES))
_SLIDER: Final = QSize(170, 24)


def usual_type() -> dict[str, object]:
    """The type that the program comes with."""
    usual = Settings()
    return {name: getattr(usual, name) for name in _FIELDS}


def families() -> list[str]:
    """The installed families that can write Arabic, but for those that faces stand for."""
    ours = {INTERFACE, family_of(Face.NASKH)}
    found = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    return [f for f in found if f not in ours and not QFontDatabase.isPrivateFamily(f)]


class TypeControls(QWidget):
    """Shows the settings of the type as they are, and changes them while one looks on."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[tuple[QLabel, QWidget, str]] = []
        self.face = Combo("face")
        for face in (*Face, *families()):
            self.face.addItem("", str(face))
        self.face.activated.connect(
            lambda at: preferences.change(face=_kept(str(self.face.itemData(at))))
        )
        self._add(self.face, QT_TRANSLATE_NOOP("TypeControls", "Face"))
        self.sliders = {measure.name: self._slider(measure) for measure in _MEASURES}
        self._values = {measure.name: self._value(measure) for measure in _MEASURES}
        self.reset = QPushButton()
        self.reset.setObjectName("reset_type")
        self.reset.setProperty("kind", "quiet")
        self.reset.setAutoDefault(False)  # in a dialog it would look like what Enter does
        self.reset.clicked.connect(lambda _: preferences.change(**usual_type()))
        self._grid.addWidget(self.reset, len(_MEASURES) + 1, 1, Qt.AlignmentFlag.AlignLeading)
        preferences.changed.connect(self._show)
        self._retranslate()

    def _add(self, widget: QWidget, words: str) -> None:
        row, label = len(self._labels), QLabel()
        label.setBuddy(widget)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(widget, row, 1)
        self._labels.append((label, widget, words))

    def _slider(self, measure: _Measure) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(measure.name)
        slider.setRange(measure.lowest, measure.highest)
        slider.setSingleStep(measure.step)
        slider.setPageStep(measure.step * 4)
        slider.setMinimumSize(_SLIDER)
        slider.valueChanged.connect(self._changer(measure))
        self._add(slider, measure.label)
        return slider

    def _changer(self, measure: _Measure) -> Callable[[int], None]:
        return lambda at: self._preferences.change(**{measure.name: measure.value(at)})

    def _value(self, measure: _Measure) -> QLabel:
        label = QLabel()
        label.setObjectName(f"{measure.name}_value")
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance("٠٫٠٠٠"))
        self._grid.addWidget(label, 1 + list(_MEASURES).index(measure), 2)
        return label

    def _show(self) -> None:
        settings = self._preferences.settings
        self.face.setCurrentIndex(self.face.findData(settings.face or str(Face.NASKH)))
        for measure in _MEASURES:
            value, slider = getattr(settings, measure.name), self.sliders[measure.name]
            slider.blockSignals(True)  # what is shown is no wish
            slider.setValue(measure.at(value))
            slider.blockSignals(False)
            self._values[measure.name].setText(numeral(value if value % 1 else int(value)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for label, widget, words in self._labels:
            said = QCoreApplication.translate("TypeControls", words)
            label.setText(said)
            widget.setAccessibleName(said)
        self.reset.setText(self.tr("Back to the usual type"))
        named = {Face.NASKH: self.tr("Naskh ({family})"), Face.SANS: self.tr("Sans ({family})")}
        for at in range(self.face.count()):
            face = str(self.face.itemData(at))
            name = named.get(Face(face)) if face in list(Face) else None
            shown = name.format(family=isolate(family_of(face))) if name else face
            self.face.setItemText(at, shown)
        self._show()


def _kept(face: str) -> str:
    """The face as settings have it: the usual one has no name there."""
    return "" if face == Face.NASKH else face
