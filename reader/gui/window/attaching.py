"""Finding the marks again: begun by itself in the newest version, offered in all others.

What has become of the marks stands above the text as long as something waits for a person.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal

from reader.gui.kit.message_bar import Level, Notice, Offer
from reader.gui.kit.progress import ProgressStrip
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.errors import Message, ReaderError
from reader.model.placing import Standing
from reader.session.article import ArticleSession
from reader.session.open_article import Arrival
from reader.session.reviewing import anything_waits
from reader.session.runtime import Handle

KEY = "versions"
"""Of the notice that says where the marks are."""


class Attaching(Commander):
    """Looks for the marks that stand nowhere in the version shown, and says what came of it."""

    detach_asked = Signal()
    """The page that has come in is another article, somebody says."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._desk, self._notices = frame.desk, frame.notices
        self.progress = ProgressStrip()
        self.progress.cancelled.connect(self._on_cancelled)
        self._search: Handle | None = None
        self._found = False
        """Whether marks were found here since the version was shown."""
        self._said = ""
        frame.desk.session_changed.connect(self._on_session_changed)
        frame.desk.desk_changed.connect(lambda _: self._renew())

    def commands(self) -> Mapping[str, Command]:
        return {"attach": self.attach}

    def facts(self) -> Mapping[str, bool]:
        return {"unsought": self._search is None and self._count(Standing.UNSOUGHT) > 0}

    def attach(self) -> None:
        """Look for the marks in the version shown, in the background."""
        self._stop()
        session = self._desk.session
        if session is None:
            return
        self.progress.begin()
        handle = session.attach_marks(
            lambda _: self._on_done(session),
            lambda error: self._on_failed(session, error),
            lambda step, done: self.progress.advance(self._desk.words(Message(code=step)), done),
        )
        if handle is None:
            self.progress.end()
            return
        self._search = handle
        self._renew()
        self.facts_changed.emit()

    # What happens

    def _on_session_changed(self) -> None:
        self._stop()
        self._notices.withdraw(KEY)
        self._found, self._said = False, ""
        session = self._desk.session
        is_newest = (
            session is not None and session.article.version == session.record.current_version
        )
        if is_newest and self._desk.is_writable and self._count(Standing.UNSOUGHT):
            self.attach()
        self._renew()

    def _on_done(self, session: ArticleSession) -> None:
        if session is self._desk.session:
            self._found = True
            self._stop()
            self._renew()

    def _on_failed(self, session: ArticleSession, error: ReaderError) -> None:
        if session is self._desk.session:
            self._stop()
            self._notices.tell_error(error.message)
            self._renew()

    def _on_cancelled(self) -> None:
        self._stop()
        self._renew()

    def _stop(self) -> None:
        self.progress.end()
        if self._search is not None:
            self._search.cancel()
            self._search = None
            self.facts_changed.emit()

    # What is said of it

    def _renew(self) -> None:
        """Say where the marks are, unless it was said already: a person may have closed it."""
        notice = self._notice()
        said = notice.text() if notice is not None else ""
        if said == self._said:
            return
        self._said = said
        if notice is None:
            self._notices.withdraw(KEY)
        else:
            self._notices.put(notice)

    def _notice(self) -> Notice | None:
        session = self._desk.session
        if session is None or self._search is not None:
            return None
        if self._count(Standing.UNSOUGHT):
            return self._about_unsought(session)
        if self._found or self._count(Standing.REVIEW):
            return self._about_found(session)
        if self._count(Standing.ORPHAN):
            return self._about_elsewhere(session)
        return None

    def _about_unsought(self, session: ArticleSession) -> Notice:
        look = Offer(lambda: self.tr("Look for them here"), self.attach)
        return self._elsewhere(session, *((look,) if self._desk.is_writable else ()))

    def _about_elsewhere(self, session: ArticleSession) -> Notice:
        return self._elsewhere(session, *self._review_offer(session))

    def _elsewhere(self, session: ArticleSession, *offers: Offer) -> Notice:
        """Notice of marks that have no place here; the version that has most of them is offered."""
        versions = [mark.span.version for mark in session.elsewhere() if mark.span]
        count, fullest = len(versions), max(set(versions), key=versions.count, default="")
        if fullest != session.article.version:
            show = Offer(
                lambda: self.tr("Show that version"), lambda: self._desk.show_version(fullest)
            )
            offers = (*offers, show)

        def text() -> str:
            return self.tr("%n mark(s) are on another saved version of this article.", "", count)

        return Notice(KEY, Level.INFO, text, offers)

    def _about_found(self, session: ArticleSession) -> Notice:
        counts = {s: self._count(s) for s in Standing}
        offers = self._review_offer(session)
        if session.arrival is Arrival.VERSION and self._found:
            compare = self.frame.table["compare_versions"]
            differences = Offer(lambda: self.tr("Compare"), compare.trigger, stays=True)
            other = Offer(lambda: self.tr("Not the same article"), self.detach_asked.emit)
            offers = (*offers, differences, other)
        level = Level.WARNING if counts[Standing.REVIEW] else Level.INFO
        return Notice(KEY, level, lambda: self._tally(counts), offers)

    def _review_offer(self, session: ArticleSession) -> tuple[Offer, ...]:
        if not anything_waits(session.desk):
            return ()
        review = self.frame.table["review"]
        return (Offer(lambda: self.tr("Review…"), review.trigger, stays=True),)

    def _tally(self, counts: Mapping[Standing, int]) -> str:
        parts = [self.tr("%n attached", "", counts[Standing.HERE])]
        if moved := counts[Standing.MOVED]:
            parts.append(self.tr("%n moved", "", moved))
        if doubtful := counts[Standing.REVIEW]:
            parts.append(self.tr("%n to review", "", doubtful))
        if missing := counts[Standing.ORPHAN]:
            parts.append(self.tr("%n not found", "", missing))
        return self.tr("Marks in this version: {counts}").format(counts=" · ".join(parts))

    def _count(self, standing: Standing) -> int:
        session = self._desk.session
        return session.desk.placing.count[standing] if session is not None else 0
