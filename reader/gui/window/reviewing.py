"""The actions of the review: go through what waits, accept it, leave it out, look where it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from reader.gui.kit.theme import Theme
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.placing import Standing
from reader.session import placing
from reader.session.reviewing import anything_waits, is_decided

if TYPE_CHECKING:
    from reader.gui.panels.review_panel import ReviewPanel

BUTTONS = (
    "place_accept",
    "move_edges",
    "place_leave",
    "review",
    "review_previous",
    "place_accept_all",
    "place_origin",
)


class Reviewing(Commander):
    """Decides on the mark at hand; while no review is open, on the selected one."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._desk, self._review = frame.desk, frame.review
        self.place = QWidget()
        """Where the panel stands once there is one."""
        self._column = QVBoxLayout(self.place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.place.hide()
        self.panel: ReviewPanel | None = None
        self._was_open = False
        frame.services.appearance.theme_changed.connect(self._on_theme)
        frame.review.changed.connect(self._on_changed)

    def commands(self) -> Mapping[str, Command]:
        return {
            "review": self.review,
            "review_previous": lambda: self._review.step(-1),
            "place_accept": self.accept,
            "place_accept_all": self.accept_all,
            "place_leave": self.leave_out,
            "place_origin": self.turn,
        }

    def facts(self) -> Mapping[str, bool]:
        session, review = self._desk.session, self._review
        mark = self._mark
        standing = session.desk.placing.standing.get(mark) if session and mark else None
        waits = standing in (Standing.REVIEW, Standing.MOVED, Standing.ORPHAN)
        return {
            "to_review": session is not None and (review.is_open or anything_waits(session.desk)),
            "reviewing": bool(review.marks) and review.home is None,
            "doubtful": standing is Standing.REVIEW,
            "several_doubtful": len(review.doubtful) > 1,
            "can_leave_out": waits and not self._is_decided(mark),
            "origin": review.home is not None or review.at_hand is not None,
        }

    def _is_decided(self, mark: UUID | None) -> bool:
        session = self._desk.session
        return session is None or mark is None or is_decided(session.desk, mark)

    @property
    def _mark(self) -> UUID | None:
        """What is decided on."""
        review = self._review
        if review.is_open:
            return None if review.home is not None else review.at_hand
        return self._desk.selected

    def review(self) -> None:
        """Begin the review; while it is open, go to the next mark."""
        if self._review.is_open and self._review.home is None:
            self._review.step(1)
        else:
            self._review.begin()

    def accept(self) -> None:
        """Say that the mark is where it was found."""
        if (mark := self._mark) is not None:
            self._desk.settle()
            self._desk.attempt(lambda session: session.do(placing.accept, [mark]))

    def accept_all(self) -> None:
        """Say so of all that wait, once that was asked."""
        marks = self._review.doubtful
        answer = QMessageBox.question(
            self.frame.window,
            self.tr("Accept all?"),
            self.tr(
                "Accept %n place(s) as they were found? Numbers, names or a negation may have "
                "changed in them. One Undo takes all of it back.",
                "",
                len(marks),
            ),
            defaultButton=QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._desk.settle()
            self._desk.attempt(lambda session: session.do(placing.accept, marks))

    def leave_out(self) -> None:
        """Say that the version shown does not have the mark."""
        if (mark := self._mark) is not None:
            self._desk.settle()
            self._desk.attempt(lambda session: session.do(placing.leave, [mark]))

    def turn(self) -> None:
        """Show the version that the mark was made on; from there, the one under review again."""
        if self._review.home is not None:
            self._review.come_home()
        else:
            self._review.look_back()

    def _on_theme(self, theme: Theme) -> None:
        if self.panel is not None:
            self.panel.set_theme(theme)

    def _make_panel(self) -> ReviewPanel:
        from reader.gui.panels.review_panel import ReviewPanel  # most articles have one version

        actions = {name: self.frame.table[name] for name in BUTTONS}
        theme = self.frame.services.appearance.theme
        panel = ReviewPanel(self._desk, self._review, actions, theme, self.place)
        self._column.addWidget(panel)
        return panel

    def _on_changed(self) -> None:
        if self._review.is_open and self.panel is None:
            self.panel = self._make_panel()
        self.place.setVisible(self._review.is_open)
        opened, self._was_open = self._review.is_open and not self._was_open, self._review.is_open
        if opened:
            self.frame.view.setFocus()
            # Once the panel has taken its room.
            QTimer.singleShot(0, self, self._show_mark)
        self.facts_changed.emit()

    def _show_mark(self) -> None:
        session, mark = self._desk.session, self._desk.selected_mark
        if session is None or mark is None or mark.span is None:
            return
        if session.desk.placing.standing[mark.id].has_place:
            self.frame.view.scroll_to(mark.span.start)
