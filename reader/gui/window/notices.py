"""Which notices stand: what is doubtful about the article on the desk, and what went wrong.

What comes with an article stands above it; what comes while somebody reads stands below, so that
the text does not move under their eyes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.encodings import encoding_name
from reader.gui.kit.hidden_names import counted
from reader.gui.kit.i18n import numeral
from reader.gui.kit.message_bar import Level, MessageArea, Notice, Offer
from reader.ingest import MOJIBAKE
from reader.model.article import EncodingFound
from reader.model.errors import Message
from reader.model.library import SaveState
from reader.session.runtime import Runtime
from reader.text.bidi import Severity, Tally, invisibles, isolate, tally

TAKE_OVER = "store_locked_elsewhere"
"""The code with which a machine that holds the library may be gone."""

TOLD_MILLISECONDS = 8000
"""How long it is said that something went well."""

_WANTS_WORDS = frozenset(("nothing_selected", "split_needs_claim", "split_outside"))
"""What selecting words sets right: it is not said any longer then."""

_BANNERS = frozenset(
    ("library", "encoding", "versions", "another_version", "twin", "belonging", "invisible", "page")
)
_OF_ARTICLE = ("encoding", "invisible", "page", "save", "links", "error", "told")


class Notices(QObject):
    """Puts notices into the window's message area as the desk tells what there is to say."""

    encoding_chosen = Signal(str)
    """Read the page again in this encoding."""
    encoding_asked = Signal()
    """Somebody wants to pick an encoding from all there are."""
    invisibles_asked = Signal()
    """Somebody wants to see the invisible characters."""
    copy_asked = Signal()
    """Somebody wants a copy of what cannot be saved."""
    take_over_asked = Signal()
    """The machine that holds the library is gone, somebody says."""

    def __init__(
        self,
        desk: DeskController,
        runtime: Runtime,
        above: MessageArea,
        below: MessageArea,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runtime = runtime
        self._above = above
        self._below = below
        self._error = ""
        self._forget = QTimer(self, singleShot=True, interval=TOLD_MILLISECONDS)
        self._forget.timeout.connect(lambda: self.withdraw("told"))
        desk.session_changed.connect(self._on_session_changed)
        desk.save_state_changed.connect(self._on_save_state_changed)
        desk.links_lost.connect(self._on_links_lost)
        desk.refused.connect(self.tell_error)
        desk.told.connect(self._on_told)
        desk.desk_changed.connect(self._on_desk_changed)
        desk.selection_changed.connect(self._on_selection_changed)
        self._on_library()

    def tell_crash(self, report: str) -> None:
        """Say that something unexpected happened, and offer the report of it."""
        copy = Offer(
            lambda: self.tr("Copy the report"),
            lambda: QGuiApplication.clipboard().setText(report),
            stays=True,
            done=lambda: self.tr("Report copied"),
        )
        self.put(Notice("crash", Level.ERROR, self._about_crash, (copy,), details=lambda: report))

    def _about_crash(self) -> str:
        return self.tr(
            "Something unexpected went wrong. The foot of the window says whether your marks are "
            "saved. The report holds nothing of the article: please send it to us."
        )

    def tell_error(self, message: Message) -> None:
        """Something asked for could not be done."""
        self._error = message.code
        self._put("error", Level.ERROR, message)

    def put(self, notice: Notice) -> None:
        """Show a notice where it belongs."""
        self._area(notice.key).put(notice)

    def withdraw(self, key: str) -> None:
        self._area(key).withdraw(key)

    def _area(self, key: str) -> MessageArea:
        return self._above if key in _BANNERS else self._below

    def _put(
        self, key: str, level: Level, message: Message, *offers: Offer, closable: bool = True
    ) -> None:
        self.put(Notice(key, level, lambda: self._desk.words(message), offers, closable))

    # The library

    def _on_library(self) -> None:
        reason = self._desk.library.read_only_reason
        if reason is None:
            return
        take_over = Offer(lambda: self.tr("Take over…"), self.take_over_asked.emit, stays=True)
        offers = (take_over,) if reason.code == TAKE_OVER else ()
        self._put("library", Level.WARNING, reason, *offers)

    # The article

    def _on_session_changed(self) -> None:
        for key in _OF_ARTICLE:
            self.withdraw(key)
        session = self._desk.session
        if session is None:
            return
        self._about_encoding(session.article.provenance.encoding)
        self._about_page(session.article.provenance.notes)
        self._look_for_invisibles()

    def _about_encoding(self, found: EncodingFound) -> None:
        other = Offer(lambda: self.tr("Another encoding…"), self.encoding_asked.emit, stays=True)
        if found.mojibake:
            repair = Offer(
                lambda: self.tr("Repair the text"),
                lambda: self.encoding_chosen.emit(MOJIBAKE),
            )
            self.put(
                Notice(
                    "encoding",
                    Level.WARNING,
                    lambda: self.tr("The letters of this page were garbled before it was saved."),
                    (repair, other),
                )
            )
        elif not found.certain or found.unreadable:
            self.put(Notice("encoding", Level.WARNING, lambda: self._reading(found), (other,)))

    def _reading(self, found: EncodingFound) -> str:
        how = self._desk.words(found.evidence)
        said = self.tr("The page was read as {encoding}: {how}.")
        if found.unreadable:
            said = self.tr("The page was read as {encoding}: {how}. Unreadable bytes: {count}.")
        asked = self.tr("If letters look wrong, choose another encoding.")
        said = said.format(
            encoding=isolate(encoding_name(found.name)),
            how=how,
            count=numeral(found.unreadable),
        )
        return f"{said} {asked}"

    def _about_page(self, notes: tuple[Message, ...]) -> None:
        if notes:
            self.put(Notice("page", Level.INFO, lambda: "\n".join(map(self._desk.words, notes))))

    def _look_for_invisibles(self) -> None:
        session = self._desk.session
        if session is None:
            return
        article = session.article

        def tell(found: tuple[Tally, ...]) -> None:
            if self._desk.session is session and session.article is article:
                self._about_invisibles([t for t in found if not t.is_ordinary])

        # A long text takes longer than a frame to look through.
        self._runtime.run_io(lambda: tally(invisibles(article.page_text)), tell, lambda _: None)

    def _about_invisibles(self, found: Sequence[Tally]) -> None:
        if not found:
            return
        show = Offer(lambda: self.tr("Show invisible characters"), self.invisibles_asked.emit)
        level = Level.WARNING if found[0].severity is Severity.RED else Level.INFO
        self.put(Notice("invisible", level, lambda: self._hidden(found), (show,)))

    def _hidden(self, found: Sequence[Tally]) -> str:
        if found[0].severity is Severity.RED:
            said = self.tr(
                "This page holds invisible characters that can change the order of the letters "
                "or hide words ({kinds}). Compare what you quote with the page itself."
            )
        else:
            said = self.tr("This page holds invisible characters ({kinds}).")
        return said.format(kinds=counted(found))

    # What is done to it

    def _on_told(self, message: Message) -> None:
        self._put("told", Level.INFO, message)
        self._forget.start()

    def _on_save_state_changed(self) -> None:
        session = self._desk.session
        if session is None or session.save_state is SaveState.SAVED:
            self.withdraw("save")
        elif session.save_state is SaveState.FAILED and session.save_error is not None:
            again = Offer(lambda: self.tr("Try again"), session.flush)
            copy = Offer(
                lambda: self.tr("Save a copy elsewhere…"), self.copy_asked.emit, stays=True
            )
            self._put("save", Level.ERROR, session.save_error, again, copy, closable=False)

    def _on_desk_changed(self) -> None:
        # The next change makes them old: an undo offered by one would take back another change.
        for key in ("error", "links", "told"):
            self.withdraw(key)

    def _on_selection_changed(self) -> None:
        if self._error in _WANTS_WORDS and self._desk.selection is not None:
            self.withdraw("error")

    def _on_links_lost(self, lost: Message) -> None:
        undo = Offer(lambda: self.tr("Undo"), self._desk.undo)
        self._put("links", Level.INFO, lost, undo)
