"""How a page is saved, browser by browser: what Isnad opens begins there."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.gui.kit.i18n import QT_TRANSLATE_NOOP
from reader.gui.kit.layouts import muted


class _Way(NamedTuple):
    """A browser, and how a page is saved in it. English, in the context `SavingGuide`."""

    browser: str
    steps: str


WAYS: Final = (
    _Way(
        QT_TRANSLATE_NOOP("SavingGuide", "Chrome, Edge"),
        QT_TRANSLATE_NOOP(
            "SavingGuide",
            "Ctrl+S, then under “Save as type”: “Webpage, Single File”. “Webpage, Complete” "
            "makes a folder beside the file: keep the two together.",
        ),
    ),
    _Way(
        QT_TRANSLATE_NOOP("SavingGuide", "Firefox"),
        QT_TRANSLATE_NOOP(
            "SavingGuide",
            "Ctrl+S, then “Web Page, complete”. Keep the folder that it makes beside the file.",
        ),
    ),
    _Way(
        QT_TRANSLATE_NOOP("SavingGuide", "Safari on a Mac"),
        QT_TRANSLATE_NOOP("SavingGuide", "File, Save As…, then the format “Web Archive”."),
    ),
    _Way(
        QT_TRANSLATE_NOOP("SavingGuide", "iPhone and iPad"),
        QT_TRANSLATE_NOOP(
            "SavingGuide",
            "In Safari: Share, Options, “Web Archive”, then “Save to Files”. Bring the file to "
            "this computer by AirDrop or a cable.",
        ),
    ),
    _Way(
        QT_TRANSLATE_NOOP("SavingGuide", "Android"),
        QT_TRANSLATE_NOOP(
            "SavingGuide",
            "In Chrome: the menu ⋮, then the download arrow. The file (mhtml) is in the "
            "Downloads folder: bring it here by cable. There, Firefox saves only PDF, which Isnad "
            "does not read.",
        ),
    ),
)


class SavingGuide(QWidget):
    """The ways, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel()
        self._heading.setProperty("kind", "section")
        self._first = muted()
        self._browsers = [QLabel() for _ in WAYS]
        self._steps = [muted() for _ in WAYS]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._first)
        for browser, steps in zip(self._browsers, self._steps, strict=True):
            browser.setProperty("kind", "quoted")
            browser.setContentsMargins(0, 6, 0, 0)
            column.addWidget(browser)
            column.addWidget(steps)
        column.addStretch(1)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def words(self) -> str:
        """All that it says, as text."""
        labels = (
            self._first,
            *(x for p in zip(self._browsers, self._steps, strict=True) for x in p),
        )
        return "\n".join(label.text() for label in labels)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("How to save a page"))
        self._first.setText(
            self.tr("Scroll to the end of the page first, so that all its pictures are loaded.")
        )
        for way, browser, steps in zip(WAYS, self._browsers, self._steps, strict=True):
            browser.setText(QCoreApplication.translate("SavingGuide", way.browser))
            steps.setText(QCoreApplication.translate("SavingGuide", way.steps))
