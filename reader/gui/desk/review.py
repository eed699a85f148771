"""Going through the marks that wait for a person: which there are, and which is the one at hand.

The mark at hand is selected on the desk too, so that text, list and inspector show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reader.gui.desk.desk_controller import DeskController
from reader.model.placing import Standing
from reader.session.reviewing import waiting

if TYPE_CHECKING:
    from reader.session.excerpts import ReviewItem


class Home(NamedTuple):
    """Where a person came from to look at the version that a mark was made on."""

    version: str
    mark: UUID


class Review(QObject):
    """The review of one text version. It goes on while somebody looks at an older one."""

    changed = Signal()
    """It was begun or left, other marks wait, or another one is at hand."""

    def __init__(self, desk: DeskController, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._article: UUID | None = None
        self._turning = False
        self.is_open = False
        self.marks: tuple[UUID, ...] = ()
        """Those that wait, in reading order."""
        self.at_hand: UUID | None = None
        self.home: Home | None = None
        """Set while the version that a mark was made on is looked at."""
        desk.session_changed.connect(self._on_session_changed)
        desk.desk_changed.connect(lambda _: self._on_desk_changed())
        desk.mark_selected.connect(self._on_mark_selected)

    # What there is

    @property
    def item(self) -> ReviewItem | None:
        """What there is to decide by, for the mark at hand."""
        from reader.session.excerpts import review_item  # it brings the engine along

        session = self._desk.session
        if session is None or self.at_hand is None or self.home is not None:
            return None
        return review_item(session.desk, self.at_hand)

    @property
    def doubtful(self) -> tuple[UUID, ...]:
        """The marks that were found, and whose places can be accepted."""
        session = self._desk.session
        if session is None or self.home is not None:
            return ()
        standing = session.desk.placing.standing
        return tuple(i for i in self.marks if standing.get(i) is Standing.REVIEW)

    # Going through them

    def begin(self) -> None:
        """Begin with the mark that is selected, if it waits, else with the first one."""
        session = self._desk.session
        if session is None:
            return
        self.is_open, self._article, self.home = True, session.id, None
        self.marks = waiting(session.desk)
        selected = self._desk.selected
        self._go_to(selected if selected in self.marks else next(iter(self.marks), None))

    def leave(self) -> None:
        """End it; what was not decided goes on waiting."""
        self.is_open, self.marks, self.at_hand, self.home = False, (), None, None
        self.changed.emit()

    def step(self, by: int) -> None:
        """Go to the next mark (`by` 1) or to the one before (-1), in a circle."""
        if not self.marks:
            return
        at = self.marks.index(self.at_hand) + by if self.at_hand in self.marks else 0
        self._go_to(self.marks[at % len(self.marks)])

    def choose(self, mark_id: UUID) -> None:
        """Go to one of the marks that wait."""
        if mark_id in self.marks:
            self._go_to(mark_id)

    # The version that a mark was made on

    def look_back(self) -> None:
        """Show the version that the mark at hand was made on, and the mark there."""
        session, item = self._desk.session, self.item
        if session is not None and item is not None:
            self.home = Home(session.article.version, item.mark.id)
            self._turn_to(item.made_on, item.mark.id)

    def come_home(self) -> None:
        """Show the version under review again, and the mark that one came from."""
        if (home := self.home) is not None:
            self.home = None
            self._turn_to(home.version, home.mark)

    def _turn_to(self, version: str, mark_id: UUID) -> None:
        self._turning = True
        try:
            self._desk.show_version(version)
        finally:
            self._turning = False
        self._desk.select(mark_id)
        if self.home is None:
            self._renew()
        self.changed.emit()

    # What happens on the desk

    def _go_to(self, mark_id: UUID | None) -> None:
        self.at_hand = mark_id
        self.changed.emit()
        if mark_id is not None:
            self._desk.select(mark_id)

    def _on_session_changed(self) -> None:
        session = self._desk.session
        if self._turning or not self.is_open:
            return
        if session is None or session.id != self._article:
            self.leave()
            return
        self.home = None
        if not waiting(session.desk):
            self.leave()
        else:
            self.begin()

    def _on_desk_changed(self) -> None:
        if self.is_open and self.home is None:
            before = self.at_hand
            self._renew()
            self.changed.emit()
            if self.at_hand is not None and self.at_hand != before:
                self._desk.select(self.at_hand)

    def _renew(self) -> None:
        """Take the marks anew. One that waits again, by undo, is the one at hand."""
        session = self._desk.session
        if session is None:
            return
        before, self.marks = self.marks, waiting(session.desk)
        known = set(before)
        back = [i for i in self.marks if i not in known]
        if back:
            self.at_hand = back[0]
        elif self.at_hand not in self.marks:
            at = before.index(self.at_hand) if self.at_hand in before else 0
            # What follows has moved up to its place; behind the last one comes the first.
            self.at_hand = self.marks[at % len(self.marks)] if self.marks else None

    def _on_mark_selected(self, mark_id: UUID | None) -> None:
        if self.home is None and mark_id in self.marks and mark_id != self.at_hand:
            self.at_hand = mark_id
            self.changed.emit()
