"""What a person can set once for all, in one place. Everything is applied at once, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk.services import Services
from reader.gui.kit.actions import Actions
from reader.gui.kit.controls import Box, Combo
from reader.gui.kit.layouts import fitted, heading, muted, scrolling
from reader.gui.kit.swatches import Swatches
from reader.gui.kit.type_controls import TypeControls
from reader.settings import Digits, InterfaceLanguage, Settings
from reader.text.bidi import isolate
from reader.text.digits import ARABIC_INDIC, LATIN

_SIZE: Final = QSize(560, 560)
_LANGUAGES: Final = {InterfaceLanguage.AR: "العربية", InterfaceLanguage.EN: "English"}
"""A language is named in itself, so that whoever reads no other finds it."""
_DIGITS: Final = {Digits.LATIN: LATIN, Digits.ARABIC: ARABIC_INDIC}
_SAMPLE: Final = 5
"""How many digits show which are meant."""
_BOXES: Final = ("recents", "snap_words", "whole_words", "cite")
_BY_ACTION: Final = ("recents", "snap_words")
"""Settings that an action of the menus keeps, which is to be ticked with them."""


class PreferencesDialog(QDialog):
    """The settings in two pages: how it looks and speaks, and how one works with it."""

    def __init__(self, services: Services, table: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(fitted(_SIZE, self))
        self._preferences, self._interface = services.preferences, services.interface
        self._table, self._library = table, services.library.home
        self._worded: list[tuple[Callable[[str], object], Callable[[], str]]] = []
        self.tabs = QTabWidget()
        self.tabs.tabBar().setDrawBase(False)
        for page in (self._looks(), self._work()):
            self.tabs.addTab(scrolling(page), "")  # at 150 % of a small screen there is little room
        buttons = QDialogButtonBox()
        close = QPushButton()
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self._word(close.setText, lambda: self.tr("Close"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)
        self._retranslate()
        self._preferences.changed.connect(self._follow)

    # The pages

    def _looks(self) -> QWidget:
        page, column = _page()
        form = QFormLayout()
        self.language = self._choice("language", form, lambda: self.tr("Language"))
        self.digits = self._choice("digits", form, lambda: self.tr("Digits"))
        column.addLayout(form)
        self.swatches, self.type = Swatches(self._table), TypeControls(self._preferences)
        for widget, words in (
            (self.swatches, lambda: self.tr("Colours")),
            (self.type, lambda: self.tr("Type of the articles")),
        ):
            title = heading("")
            self._word(title.setText, words)
            column.addWidget(title)
            column.addWidget(widget)
        column.addStretch(1)
        for language in InterfaceLanguage:
            self.language.addItem(_LANGUAGES.get(language, ""), language.value)
        for digits, all_ten in _DIGITS.items():
            self.digits.addItem(all_ten[1 : 1 + _SAMPLE], digits.value)
        self.language.activated.connect(
            lambda at: self._table[f"language_{self.language.itemData(at)}"].trigger()
        )
        self.digits.activated.connect(lambda at: self._choose_digits(self.digits.itemData(at)))
        return page

    def _work(self) -> QWidget:
        page, column = _page()
        texts = {
            "recents": lambda: self.tr("List recently opened articles"),
            "snap_words": lambda: self.tr("Mark whole words only"),
            "whole_words": lambda: self.tr("Find whole words only"),
            "cite": lambda: self.tr("Copy with a citation"),
        }
        self.boxes = {name: self._box(name, texts[name]) for name in _BOXES}
        for box in self.boxes.values():
            column.addWidget(box)
        title = heading("")
        self._word(title.setText, lambda: self.tr("Folder of the library"))
        self.folder = QLabel()
        self.folder.setObjectName("library")
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setWordWrap(True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.change_folder = QPushButton()
        self.change_folder.setAutoDefault(False)
        self.change_folder.clicked.connect(lambda _: self._ask_folder())
        self._word(self.change_folder.setText, lambda: self.tr("Another folder…"))
        note = muted()
        self._word(
            note.setText,
            lambda: self.tr(
                "Another folder counts from the next start. What is in this one stays there."
            ),
        )
        for widget in (title, self.folder):
            column.addWidget(widget)
        column.addWidget(self.change_folder, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(note)
        column.addStretch(1)
        return page

    def _choice(self, name: str, form: QFormLayout, words: Callable[[], str]) -> Combo:
        combo, label = Combo(name), QLabel()
        label.setBuddy(combo)
        form.addRow(label, combo)
        self._word(label.setText, words)
        self._word(combo.setAccessibleName, words)
        return combo

    def _box(self, name: str, words: Callable[[], str]) -> Box:
        box = Box()
        box.setObjectName(name)
        box.setChecked(getattr(self._preferences.settings, name))
        box.toggled.connect(lambda on: self._set(name, on))
        self._word(box.setText, words)
        self._word(box.setAccessibleName, words)
        return box

    # What is chosen

    def _set(self, name: str, on: bool) -> None:
        self._preferences.change(**{name: on})
        if name in _BY_ACTION:
            self._table[name].setChecked(on)

    def _choose_digits(self, chosen: str) -> None:
        digits = Digits(chosen)
        self._preferences.change(digits=digits)
        self._interface.choose_digits(digits)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder of the library"), str(self._library))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.choose_folder)
        dialog.open()

    def choose_folder(self, folder: str) -> None:
        """Keep the library there from the next start on."""
        self._preferences.change(library=folder)

    def _follow(self, settings: Settings) -> None:
        """Show the settings as they are now, wherever they were changed."""
        for name, box in self.boxes.items():
            box.setChecked(getattr(settings, name))
        self.language.setCurrentIndex(self.language.findData(settings.language.value))
        self.digits.setCurrentIndex(self.digits.findData(settings.digits.value))
        self.folder.setText(self._folders(settings))

    def _folders(self, settings: Settings) -> str:
        """The folder of the library that is open, and another one that the next start takes."""
        now, later = isolate(str(self._library)), settings.library
        if later in ("", str(self._library)):
            return now
        said = self.tr("From the next start: {folder}").format(folder=isolate(later))
        return f"{now}\n{said}"

    # Words

    def _word(self, put: Callable[[str], object], words: Callable[[], str]) -> None:
        self._worded.append((put, words))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self.tabs.setAccessibleName(self.tr("Preferences"))
        for put, words in self._worded:
            put(words())
        self.tabs.setTabText(0, self.tr("Looks"))
        self.tabs.setTabText(1, self.tr("Work"))
        self.language.setItemText(0, self.tr("As the system"))
        self._follow(self._preferences.settings)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(14, 14, 14, 14)
    column.setSpacing(10)
    return page, column
