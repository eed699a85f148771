"""The codebook's window: codes and scales, with an undo of their own, presets and files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk.codebook_editor import CodebookEditor
from reader.gui.desk.desk_controller import DeskController
from reader.gui.dialogs.additions_dialog import AdditionsDialog
from reader.gui.dialogs.codes_page import CodesPage
from reader.gui.dialogs.scales_page import ScalesPage
from reader.gui.kit.buttons import MenuButton, open_by
from reader.gui.kit.file_dialogs import ask_where
from reader.gui.kit.icons import icon
from reader.gui.kit.layouts import beside_icon, fitted, trouble
from reader.gui.kit.theme import Theme
from reader.model.errors import Message
from reader.model.library import Codebook, SaveState
from reader.session.presets import (
    Preset,
    add_all,
    additions,
    presets,
    read_codebook,
    write_codebook,
)
from reader.session.runtime import Handle, Runtime


class CodebookDialog(QDialog):
    """Every change holds at once, in the whole window, and is saved at once."""

    def __init__(
        self, desk: DeskController, runtime: Runtime, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._runtime, self._theme = desk, runtime, theme
        self._editor = CodebookEditor(desk, self)
        self._content: QWidget | None = None
        self._working: Handle | None = None
        self.resize(fitted(QSize(900, 600), self))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 12)
        self._history = {name: QAction(self) for name in ("undo", "redo")}
        self._history["undo"].setShortcuts(QKeySequence.StandardKey.Undo)
        self._history["redo"].setShortcuts(QKeySequence.StandardKey.Redo)
        self._history["undo"].triggered.connect(lambda: self._step(self._editor.undo))
        self._history["redo"].triggered.connect(lambda: self._step(self._editor.redo))
        self.addActions(list(self._history.values()))
        self._editor.refused.connect(self._on_refused)
        desk.codebook_changed.connect(self._refresh)
        desk.codebook_state_changed.connect(self._show_state)
        self._build()
        self._editor.count()

    # Putting it together

    def _build(self) -> None:
        """Make everything anew: in the language and the colours of now."""
        at = 0
        if self._content is not None:
            at = self.tabs.currentIndex()
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self.setWindowTitle(self.tr("Codes and scales"))
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.codes = CodesPage(self._editor, self._theme)
        self.scales = ScalesPage(self._editor, self._theme)
        self.tabs: QTabWidget = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Codes and scales"))
        self.tabs.addTab(self.codes, self.tr("Codes"))
        self.tabs.addTab(self.scales, self.tr("Scales of verdicts"))
        self.tabs.setCurrentIndex(at)
        self._trouble = trouble()
        column.addWidget(self.tabs, 1)
        column.addWidget(self._trouble)
        column.addLayout(self._foot())
        self._column.addWidget(self._content)
        self._show_state()
        self.codes.list.setFocus()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for name, words in (("undo", self.tr("Undo")), ("redo", self.tr("Redo"))):
            action = self._history[name]
            action.setText(words)
            action.setIcon(icon(f"{name}-2", self._theme))
            button = QToolButton()
            button.setDefaultAction(action)
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        words = beside_icon(self.tr("Presets and files"))
        self.more = MenuButton(icon("swatch-book", self._theme), words)
        self.more.setObjectName("more")
        self.more.setAutoDefault(False)
        open_by(self.more, self._menu())
        row.addSpacing(8)
        row.addWidget(self.more)
        row.addStretch(1)
        self.again = QPushButton(self.tr("Save again"))
        self.again.setObjectName("save_again")
        self.again.clicked.connect(lambda _: self._editor.session.save())
        self.read = QPushButton(self.tr("Take what is on the disk"))
        self.read.setObjectName("read_again")
        self.read.clicked.connect(lambda _: self._editor.session.read_again())
        close = QPushButton(self.tr("Close"))
        close.setObjectName("close")
        close.clicked.connect(lambda _: self.accept())
        for last in (self.again, self.read, close):
            last.setAutoDefault(False)
            row.addWidget(last)
        return row

    def _menu(self) -> QMenu:
        menu, language = QMenu(self.more), self._editor.language
        self._adders = [
            menu.addAction(
                self.tr("Add: {preset}…").format(preset=preset.labels[language]),
                partial(self._on_preset, preset),
            )
            for preset in presets()
        ]
        menu.addSeparator()
        opened = menu.addAction(self.tr("Add from a file…"), self._on_open)
        opened.setIcon(icon("folder-open", self._theme))
        self._adders.append(opened)
        saved = menu.addAction(self.tr("Save to a file…"), self._on_save)
        saved.setIcon(icon("save", self._theme))
        return menu

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._build()

    # Showing

    def _refresh(self) -> None:
        self.codes.refresh()
        self.scales.refresh()

    def _show_state(self) -> None:
        """What can be undone, whether it is saved, and why not."""
        session = self._editor.session
        locked = self._editor.is_locked
        for name, change in (("undo", session.undoable), ("redo", session.redoable)):
            action = self._history[name]
            action.setEnabled(change is not None and not locked)
            said = self._desk.words(change) if change else ""
            action.setToolTip(f"{action.text()}: {said}" if said else action.text())
        for action in self._adders:
            action.setEnabled(not locked)
        failed = session.save_state is SaveState.FAILED
        self.again.setVisible(failed and not session.can_read_again)
        self.read.setVisible(failed and session.can_read_again)
        self._say(session.why_read_only or (session.error.message if session.error else None))

    def _on_refused(self, message: Message | None) -> None:
        if message is None:
            self._show_state()
        else:
            self._say(message)

    def _say(self, message: Message | None) -> None:
        self._trouble.setText(self._desk.words(message) if message else "")
        self._trouble.setVisible(message is not None)

    # Doing

    def _settle(self) -> None:
        self.codes.settle()
        self.scales.settle()

    def _step(self, step: Callable[[], None]) -> None:
        self._settle()
        step()

    def _on_preset(self, preset: Preset) -> None:
        language = self._editor.language
        self._offer(preset.labels[language], preset.definition[language], preset.book)

    def _offer(self, title: str, about: str, other: Codebook) -> None:
        """Show what another codebook would add, and add it if it is wanted."""
        self._settle()
        added = additions(self._editor.book, other)
        dialog = AdditionsDialog(title, about, added, self._editor.language, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # What would be added is worked out again: the codebook may be another by then.
        dialog.accepted.connect(
            lambda: self._editor.do(lambda book: add_all(book, additions(book, other)))
        )
        dialog.open()

    def _on_open(self) -> None:
        dialog = QFileDialog(self, self.tr("Add from a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters(self._file_kinds())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.add_from(Path(chosen)))
        dialog.open()

    def add_from(self, path: Path) -> None:
        """Read a codebook from a file and show what it would add."""
        self._working = self._runtime.run_io(
            lambda: read_codebook(path),
            lambda book: self._offer(path.stem, "", book),
            lambda error: self._on_refused(error.message),
        )

    def _on_save(self) -> None:
        self._settle()
        ask_where(
            self,
            self.tr("Save the codes and scales"),
            self.tr("codebook") + ".json",
            self._file_kinds(),
            self.save_to,
        )

    def save_to(self, path: Path) -> None:
        """Write the codebook into a file."""
        book = self._editor.book
        self._working = self._runtime.run_io(
            lambda: write_codebook(path, book),
            lambda _: self._desk.told.emit(Message(code="exported", params={"name": path.name})),
            lambda error: self._on_refused(error.message),
        )

    def _file_kinds(self) -> list[str]:
        return [self.tr("Codebooks (*.json)"), self.tr("All files (*)")]

    def done(self, result: int) -> None:
        """Close, with what is half typed taken over."""
        self._settle()
        self._editor.stop()
        if self._working is not None:
            self._working.cancel()  # what is being written is written; nobody waits to be told
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)
