"""Articles that come to the desk and leave it: no mark may be lost without a question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.gui.page.reading_view import ReadingView
from reader.model.errors import Message, ReaderError
from reader.model.library import SaveState
from reader.session.article import ArticleSession


class Choice(Enum):
    """What is to become of changes that cannot be saved."""

    AGAIN = "again"
    COPY = "copy"
    DISCARD = "discard"
    STAY = "stay"


class Turnover(QObject):
    """Saves what is on the desk before something else comes there; asks where that fails."""

    def __init__(self, desk: DeskController, view: ReadingView, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._view = view
        self._window = window
        self.remembers_openings = True
        """Whether it is kept when an article was last on the desk."""
        self.is_between = False
        """Whether an article has let go of the desk only to come back, or another in its place."""

    def let_go(self) -> bool:
        """Save the article and clear the desk, for what must not meet an open article.

        False where it has to stay. Whoever asks puts an article back afterwards.
        """
        if not self.leave():
            return False
        self.is_between = True
        self._desk.put(None)
        return True

    def arrive(self, session: ArticleSession) -> None:
        """Put an article that was opened on the desk."""
        self.is_between = False
        if not self.leave():
            return
        known = self._desk.session
        if known is None or known.id != session.id:
            self._desk.put(session)
            return
        # It was opened while the same article lay here, so that marks may be missing in it.
        try:
            fresh = self._desk.library.open_article(session.id, session.article.version)
        except ReaderError as error:
            self._desk.refused.emit(error.message)
            return
        fresh.arrival = session.arrival
        if not self._is_kept(known, fresh):
            self._desk.put(fresh)

    @staticmethod
    def _is_kept(known: ArticleSession, fresh: ArticleSession) -> bool:
        """Whether what lies here is what the library holds: then its history stays with it."""
        return known.save_state is not SaveState.FAILED and (
            (known.article.version, known.record.captures, known.desk.annotations())
            == (fresh.article.version, fresh.record.captures, fresh.desk.annotations())
        )

    def leave(self) -> bool:
        """Save the article and where it was read; False where it has to stay."""
        session = self._desk.session
        if not self.may_leave():
            return False
        if session is not None:
            now = datetime.now(UTC) if self.remembers_openings else None
            place = {"position": self._view.first_visible(), "opened_at": now}
            session.keep_reading_state(session.reading_state().model_copy(update=place))
        return True

    def may_leave(self) -> bool:
        """Whether the desk may be cleared: all is saved, or a person gives up what is not."""
        session = self._desk.session
        if session is None:
            return True
        self._desk.settle()
        session.flush()
        while session.save_state is SaveState.FAILED:
            choice = self.ask(session.save_error)
            if choice is Choice.STAY:
                return False
            if choice is Choice.DISCARD or (choice is Choice.COPY and self.save_copy()):
                return True
            session.flush()
        return True

    def may_quit(self) -> bool:
        """Whether the library may be left: its codebook is saved, or what is not is given up."""
        codes = self._desk.library.codes
        if codes.save_state in (SaveState.SAVED, SaveState.READ_ONLY):
            return True
        codes.flush()
        while codes.save_state is SaveState.FAILED and codes.error is not None:
            choice = self.ask_of_codes(codes.error.message)
            if choice is not Choice.AGAIN:
                return choice is Choice.DISCARD
            codes.flush()
        return True

    def save_copy(self) -> bool:
        """Save what is marked into a folder that a person picks; False where that is not done."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Where is the copy to be kept?")
        )
        session = self._desk.session
        if session is None or not chosen:
            return False
        try:
            session.save_copy(Path(chosen))
        except ReaderError as error:
            self._desk.refused.emit(error.message)
            return False
        return True

    def ask(self, reason: Message | None) -> Choice:
        """Ask what is to become of the changes. Closing the question is to stay."""
        return self._ask(self.tr("The changes to this article are not saved."), reason, Choice)

    def ask_of_codes(self, reason: Message) -> Choice:
        """Ask what is to become of the changes to the codebook. It is in no other file."""
        said = self.tr("The changes to the codes and scales are not saved.")
        return self._ask(said, reason, (Choice.AGAIN, Choice.DISCARD, Choice.STAY))

    def _ask(self, said: str, reason: Message | None, choices: Iterable[Choice]) -> Choice:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Not saved"))
        box.setText(said)
        box.setInformativeText(self._desk.words(reason) if reason else "")
        texts = {
            Choice.AGAIN: self.tr("Try again"),
            Choice.COPY: self.tr("Save a copy elsewhere…"),
            Choice.DISCARD: self.tr("Leave without saving"),
            Choice.STAY: self.tr("Stay here"),
        }
        roles = {
            Choice.DISCARD: QMessageBox.ButtonRole.DestructiveRole,
            Choice.STAY: QMessageBox.ButtonRole.RejectRole,
        }
        buttons = {
            box.addButton(texts[c], roles.get(c, QMessageBox.ButtonRole.ActionRole)): c
            for c in choices
        }
        # Qt would have Enter press the first button, and that may be the one that loses work.
        box.setDefaultButton(next(b for b, c in buttons.items() if c is Choice.STAY))
        box.exec()
        return next((c for b, c in buttons.items() if b is box.clickedButton()), Choice.STAY)
