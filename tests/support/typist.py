"""Somebody who types a note without end, for a test that kills the program at random moments.

`python -m tests.support.typist HOME` opens the window on the library's first article, marks a
claim, and types. Whenever one sees anew what is typed, or that all is saved, and the foot of the
window calls it saved, the note is printed, in hexadecimal, and whether it is on the disk.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.gui.desk.runtime import QtRuntime
from reader.gui.desk.services import Services
from reader.gui.kit import fields
from reader.gui.kit.fields import Paragraph
from reader.gui.kit.i18n import Interface
from reader.gui.kit.preferences import Preferences
from reader.gui.kit.theme import Appearance
from reader.gui.window.main_window import MainWindow
from reader.model.vocabulary import MarkType
from reader.session import saver
from reader.session.library import LibrarySession
from reader.session.maker import Maker
from reader.settings import InterfaceLanguage, Settings, ThemeChoice
from reader.store import open_library
from tests.support.desks import span_of
from tests.support.windows import SLEEPER

WORDS = "كلمات تُكتب بلا انقطاع ثم تتوقف "
SAVED = "Changes saved"
GAP = 12
"""Milliseconds between letters."""
BURST = 4
"""Letters without a rest."""


def main(home: Path) -> None:
    fields.PAUSE, fields.LONGEST, saver.DELAY = 40, 200, 0.03
    app = QApplication([])
    store = open_library(home)
    runtime = QtRuntime(SLEEPER)
    interface = Interface(app, InterfaceLanguage.EN)
    library = LibrarySession(store, runtime, Maker(store.agent))
    settings = Settings(theme=ThemeChoice.LIGHT)
    services = Services(
        library,
        runtime,
        interface,
        Appearance(app, ThemeChoice.LIGHT),
        Preferences(settings, lambda _: None, runtime),
    )
    window = MainWindow(services.appearance.theme)
    window.furnish(services)
    window.show()
    session = library.open_article(library.articles()[0].id)
    window.desk.put(session)
    window.desk.add_mark(MarkType.CLAIM, span_of(session.article, "انفجرتا"))
    note = next(n for n in window.inspector.findChildren(Paragraph, "note") if n.isVisible())
    note.setFocus()
    [file] = home.glob("articles/*/annotations.json")
    _Foot(window, note, file)
    _type(window, note, cycle(WORDS))
    app.exec()


def _key(letter: str) -> QKeyEvent:
    keys = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, *keys, letter)


def _type(window: MainWindow, note: Paragraph, letters: Iterator[str], count: int = 1) -> None:
    """Type a letter, and the next one soon; after some of them rest until all is called saved."""
    QApplication.sendEvent(note, _key(next(letters)))

    def go_on() -> None:
        if count % BURST or window.saving.text == SAVED:
            _type(window, note, letters, count + 1)
        else:
            QTimer.singleShot(GAP, note, go_on)

    QTimer.singleShot(GAP, note, go_on)


class _Foot(QObject):
    """Prints the note whenever it or the foot of the window is painted and calls it saved."""

    def __init__(self, window: MainWindow, note: Paragraph, file: Path) -> None:
        super().__init__(window)
        self._file = file
        self._window, self._note = window, note
        for part in (note.viewport(), *window.saving.findChildren(QObject)):
            part.installEventFilter(self)

    def eventFilter(self, _part: QObject, event: QEvent) -> bool:  # noqa: N802
        saved = self._window.saving.text == SAVED
        if event.type() is QEvent.Type.Paint and saved:
            note = self._note.toPlainText()
            os.write(1, f"{note.encode().hex() or '-'} {self._is_kept(note)}\n".encode())
        return False

    def _is_kept(self, note: str) -> bool:
        """Whether a mark on the disk has this note, now that it is seen."""
        marks = json.loads(self._file.read_bytes())["marks"]
        return any(mark.get("note", "") == note for mark in marks)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
