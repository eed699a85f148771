"""Which article the page on the desk belongs to: taken out of one, put to another, and undone.

While pages go from one article to another, neither is on the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from uuid import UUID

from reader.gui.kit.layouts import shortened
from reader.gui.kit.message_bar import Level, Notice, Offer
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.errors import Message, ReaderError
from reader.model.library import ArticleFile
from reader.session.article import ArticleSession
from reader.session.belonging import Done, Failed
from reader.session.open_article import Arrival
from reader.session.runtime import Handle
from reader.session.twins import Twin

TWIN: Final = "twin"
"""The notice that asks whether an article is a version of another."""
DONE: Final = "belonging"
"""The notice of what was done, which offers to undo it."""
_LONGEST: Final = 60

Step = Callable[[Done, Failed], Handle | None]


class Joining(Commander):
    """Lets the article go, has its pages moved, and opens what they are part of now."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._desk, self._notices = frame.desk, frame.notices
        self._belonging = frame.services.library.belonging
        self._asked: ArticleSession | None = None
        self._told: UUID | None = None
        """The article that the notice of what was done is about."""
        frame.desk.session_changed.connect(self._on_session_changed)

    def commands(self) -> Mapping[str, Command]:
        return {"detach": self.detach, "join": self.ask, "undo_join": self.undo}

    def facts(self) -> Mapping[str, bool]:
        session = self._desk.session
        versions = {c.version for c in session.record.captures} if session else set()
        undoable = self._belonging.undoable
        self.frame.table.name_change("undo_join", self._desk.words(undoable) if undoable else "")
        return {"several_versions": len(versions) > 1, "join_undoable": undoable is not None}

    # What a person does

    def detach(self) -> None:
        """Say that the page on the desk is not the same article."""
        if (session := self._desk.session) is not None:
            at, version = session.id, session.article.version
            self._move(lambda done, failed: self._belonging.detach(at, version, done, failed))

    def ask(self) -> None:
        """Let a person choose of which article this is another version."""
        from reader.gui.dialogs.version_of_dialog import VersionOfDialog

        session = self._desk.session
        if session is None:
            return
        theme = self.frame.services.appearance.theme
        dialog = VersionOfDialog(session.record.called, theme, self.frame.window)
        dialog.article_chosen.connect(self.join)
        self._belonging.offered(session.id, dialog.offer)
        self.show_dialog(dialog)

    def join(self, target: UUID) -> None:
        """Say that the article on the desk is another version of one."""
        if (session := self._desk.session) is not None:
            at = session.id
            self._move(lambda done, failed: self._belonging.join(at, target, done, failed))

    def undo(self) -> None:
        """Give the pages back that went last."""
        self._move(self._belonging.undo, undone=True)

    def redo(self) -> None:
        """Move them once more."""
        self._move(self._belonging.redo)

    # How it is done

    def _move(self, step: Step, *, undone: bool = False) -> None:
        session = self._desk.session
        article, version = (session.id, session.article.version) if session else (None, "")
        if not self.frame.turnover.let_go():
            return

        def done(record: ArticleFile) -> None:
            self._open(record, version)
            self._tell(record, undone=undone)

        def back() -> None:
            if article is not None:
                self.frame.opener.open_article(article, version)

        def failed(error: ReaderError) -> None:
            back()
            self._notices.tell_error(error.message)

        if step(done, failed) is None:
            back()  # there was nothing to undo any longer

    def _open(self, record: ArticleFile, version: str) -> None:
        has = any(c.version == version for c in record.captures)
        self.frame.opener.open_article(record.id, version if has else None)

    def _tell(self, record: ArticleFile, *, undone: bool) -> None:
        """Say what was done, and offer to undo it."""
        self._told = record.id
        message = self._belonging.redoable if undone else self._belonging.undoable
        if message is None:
            return
        offer = Offer(lambda: self.tr("Undo"), self.undo)
        if undone:
            offer = Offer(lambda: self.tr("Do it again"), self.redo)
        text = self._undone if undone else self._done
        self._notices.put(Notice(DONE, Level.INFO, lambda: text(message), (offer,)))
        self.facts_changed.emit()

    def _done(self, message: Message) -> str:
        title = shortened(str(message.params.get("title", "")), _LONGEST)
        said = self.tr("This page is an article of its own now, apart from “{title}”.")
        if message.code == "change_join":
            said = self.tr("This page is another version of “{title}” now.")
        return said.format(title=title)

    def _undone(self, message: Message) -> str:
        return self.tr("Undone: {what}.").format(what=self._desk.words(message))

    # Whether it is a version of another

    def _on_session_changed(self) -> None:
        session = self._desk.session
        if session is not None and session.id != self._told:
            self._notices.withdraw(DONE)
        if session is self._asked and session is not None:
            return
        self._notices.withdraw(TWIN)
        self._asked = session
        if session is None or session.arrival is not Arrival.NEW or not self._desk.is_writable:
            return
        self._belonging.look_for_twin(
            session.article, session.id, lambda twin: self._on_twin(session, twin)
        )

    def _on_twin(self, session: ArticleSession, twin: Twin) -> None:
        if self._desk.session is not session:
            return
        target, title = twin.article.id, shortened(twin.article.called, _LONGEST)

        def text() -> str:
            return self.tr("This page looks like another version of “{title}”.").format(title=title)

        yes = Offer(lambda: self.tr("Yes, put it there"), lambda: self.join(target))
        no = Offer(lambda: self.tr("No"), lambda: None)
        self._notices.put(Notice(TWIN, Level.INFO, text, (yes, no)))
