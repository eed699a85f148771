"""What the pages of the codebook's window share: the codebook, and how it is changed from there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.model.errors import Message, ReaderError
from reader.model.library import Codebook, SaveState
from reader.model.summary import Language
from reader.session.codebook_session import CodebookSession, UseCase
from reader.session.edits import Change
from reader.session.runtime import Handle
from reader.session.usage import Count, Usage
from reader.text.bidi import isolate


class CodebookEditor(QObject):
    """Changes the library's codebook; says what could not be, and what is in use."""

    refused = Signal(object)
    """A `Message`: why nothing was changed; None: something was, and earlier refusals are old."""
    usage_changed = Signal()

    def __init__(self, desk: DeskController, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.usage: Usage | None = None
        """None until it is counted."""
        self._counting: Handle | None = None

    @property
    def session(self) -> CodebookSession:
        return self.desk.library.codes

    @property
    def book(self) -> Codebook:
        return self.desk.codebook

    @property
    def language(self) -> Language:
        return self.desk.language

    @property
    def is_locked(self) -> bool:
        return self.session.save_state is SaveState.READ_ONLY

    def do(self, use_case: UseCase) -> Change | None:
        """Carry out a use case; None, and `refused`, where it cannot be."""
        return self.attempt(lambda: self.session.do(use_case))

    def attempt(self, step: Callable[[], Change | None]) -> Change | None:
        try:
            change = step()
        except ReaderError as error:
            self.refused.emit(error.message)
            return None
        self.refused.emit(None)
        return change

    def undo(self) -> None:
        self.attempt(self.session.undo)

    def redo(self) -> None:
        self.attempt(self.session.redo)

    # What is in use

    def count(self, done: Callable[[], None] = lambda: None) -> None:
        """Count in the background what is in use."""
        self.stop()
        article = self.desk.session
        opened = {article.id: article.desk.annotations()} if article else {}
        self._counting = self.session.count_usage(
            opened,
            partial(self._counted, done),
            lambda error: self.refused.emit(error.message),
        )

    def stop(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None

    def _counted(self, done: Callable[[], None], usage: Usage) -> None:
        self.usage = usage
        self.usage_changed.emit()
        done()

    def used(self, count: Count | None) -> str:
        """How often something is used, in words; empty while nobody has counted."""
        if self.usage is None:
            return ""
        marks, articles = count or Count()
        if marks == 0 and self.usage.unread == 0:
            return self.tr("On no mark in the library.")
        said = self.tr("On %n mark(s)", "", marks)
        where = self.tr("in %n article(s)", "", articles)
        unread = self.tr("%n article(s) could not be looked into.", "", self.usage.unread)
        return f"{said} {where}." + (f" {unread}" if self.usage.unread else "")

    # Deleting

    def delete(
        self,
        label: str,
        slug: str,
        count: Callable[[Usage], Count | None],
        retire: UseCase | None,
        delete: UseCase,
        parent: QWidget,
    ) -> None:
        """Delete what nothing uses at once; for what is in use, ask, and offer to retire it.

        Args:
            label: what it is called.
            slug: what stays where it is used.
            count: how often it is used.
            retire: None where it is retired already.
            delete: the use case that deletes it.
            parent: of the question.
        """

        def counted() -> None:
            usage = self.usage or Usage()
            if not any(count(usage) or Count()) and not usage.unread:
                self.do(delete)
                return
            self._ask(label, slug, self.used(count(usage)), retire, delete, parent)

        self.count(counted)

    def _ask(
        self,
        label: str,
        slug: str,
        used: str,
        retire: UseCase | None,
        delete: UseCase,
        parent: QWidget,
    ) -> None:
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Delete"))
        box.setText(self.tr("{label} is in use. {used}").format(label=isolate(label), used=used))
        stays = self.tr(
            "No mark is deleted. Whatever has it keeps the bare name {slug}, without colour or "
            "definition, until Undo brings it back."
        ).format(slug=isolate(slug))
        better = self.tr("Retired, it would be offered no more and stay as it is where it is used.")
        box.setInformativeText(f"{stays}\n\n{better}" if retire else stays)
        if retire is not None:
            keep = box.addButton(self.tr("Retire"), QMessageBox.ButtonRole.AcceptRole)
            keep.clicked.connect(lambda: self.do(retire))
            box.setDefaultButton(keep)
        gone = box.addButton(self.tr("Delete all the same"), QMessageBox.ButtonRole.DestructiveRole)
        gone.clicked.connect(lambda: self.do(delete))
        cancel = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        if retire is None:
            box.setDefaultButton(cancel)
        box.finished.connect(box.deleteLater)
        box.open()

    def words(self, message: Message) -> str:
        return self.desk.words(message)
