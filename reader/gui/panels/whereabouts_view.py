"""Of a mark from another version: where it was made, how it came here, what was decided on it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.i18n import moment_words
from reader.gui.kit.layouts import Section, isolated, muted
from reader.gui.kit.theme import Theme
from reader.model.annotations import Mark, Placement
from reader.session.whereabouts import Whereabouts, whereabouts


class WhereaboutsView(QWidget):
    """A few muted lines; the decisions are under a title that opens."""

    def __init__(self, desk: DeskController, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._lines = muted()
        self._events = muted()
        self.history = Section(self.tr("History"), theme)
        self.history.setObjectName("mark_history")
        self.history.body.addWidget(self._events)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._lines)
        layout.addWidget(self.history)
        self.hide()

    def show_mark(self, mark: Mark | None) -> None:
        """Show what is known of a mark; nothing where it never was elsewhere."""
        session = self._desk.session
        found = whereabouts(session.desk, mark.id) if session and mark else None
        self.setVisible(found is not None)
        if found is None:
            return
        lines = list(self._said(found))
        self._lines.setText("\n".join(lines))
        self._lines.setVisible(bool(lines))
        events = [f"{moment_words(e.at)}: {self._desk.words(e.what)}" for e in found.history]
        self._events.setText("\n".join(events))
        self.history.setVisible(bool(events))

    def _said(self, found: Whereabouts) -> Iterator[str]:
        if found.made_on is not None:
            yield self.tr("Marked on the version of {time}: “{words}”").format(
                time=moment_words(found.made_on), words=isolated(found.words)
            )
        if found.place is not None:
            yield self._placed(found, found.place)

    def _placed(self, found: Whereabouts, place: Placement) -> str:
        from reader.anchoring import Why  # marks that were placed are few

        when = moment_words(place.decided_at)
        if place.decided_by == "user":
            if place.level == "orphan":
                said = self.tr("Somebody said on {time} that it is not in this version.")
            elif found.is_by_hand:
                said = self.tr("Placed here by hand on {time}.")
            else:
                said = self.tr("Found here; accepted by hand on {time}.")
            return said.format(time=when)
        said = self.tr("Looked for on {time}.").format(time=when)
        why = next((w for w in Why if w == place.evidence), None)
        return f"{said} {self._desk.label(why)}" if why is not None else said
