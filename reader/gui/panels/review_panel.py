"""Below the text: the mark at hand as it was marked and as it stands now, and what can be said.

The text above stays as it is: it is read and selected while this is open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk.desk_controller import DeskController
from reader.gui.desk.review import Review
from reader.gui.kit.action_button import ActionButton
from reader.gui.kit.flow_layout import FlowLayout
from reader.gui.kit.i18n import moment_words, numeral
from reader.gui.kit.icons import icon
from reader.gui.kit.layouts import isolated, muted, titled
from reader.gui.kit.theme import Theme
from reader.gui.panels.excerpt_view import ExcerptView
from reader.gui.panels.review_model import ReviewModel
from reader.session.excerpts import ReviewItem
from reader.session.whereabouts import came_in

_LIST = 190
"""The width of the list of what waits, in pixels of the logical screen."""
_WIDE = 620
"""From this width on there is room for the list beside the two excerpts."""
_SIDE_BY_SIDE = 380
"""From this width on the two excerpts stand beside each other."""
_STEPS = ("review_previous", "review")
"""The buttons beside the heading; the others stand below."""
_CHANGES = 6
"""Changes that are named; the excerpts show all of them."""


class ReviewPanel(QFrame):
    """Follows the review. Its buttons are actions of the window, and bear their keys."""

    def __init__(
        self,
        desk: DeskController,
        review: Review,
        actions: Mapping[str, QAction],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """`actions` are those of the table that its buttons carry out, by their names."""
        super().__init__(parent)
        self._desk, self._review, self._theme = desk, review, theme
        self.setObjectName("review_panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._said = ""
        self._title, self._why = QLabel(), muted()
        self._title.setProperty("kind", "title_small")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._shut = QToolButton()
        self._shut.clicked.connect(lambda _: review.leave())
        self._model = ReviewModel(desk, review, self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setFixedWidth(_LIST)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.list.selectionModel().currentChanged.connect(self._on_row)
        self._made_title, self._here_title = muted(), muted()
        for label in (self._made_title, self._here_title):
            label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.made = ExcerptView(theme, gone=True)
        self.here = ExcerptView(theme, gone=False)
        words: dict[str, Callable[[], str]] = {
            "review_previous": lambda: self.tr("Previous"),
            "review": lambda: self.tr("Next"),
            "place_accept": lambda: self.tr("Accept"),
            "move_edges": lambda: self.tr("Place on selection"),
            "place_leave": lambda: self.tr("Not here"),
            "place_accept_all": lambda: self.tr("Accept all…"),
            "place_origin": self._origin_words,
        }
        self.buttons = {name: ActionButton(actions[name], words[name]) for name in words}
        self.buttons["place_accept"].setProperty("kind", "primary")
        self._arrange()
        review.changed.connect(self._show)
        desk.codebook_changed.connect(self._show)
        self.set_theme(theme)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._shut.setIcon(icon("x", theme))
        self._shut.setIconSize(QSize(16, 16))
        for view in (self.made, self.here):
            view.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Putting it together

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        for name in _STEPS:
            head.addWidget(self.buttons[name], 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._shut, 0, Qt.AlignmentFlag.AlignTop)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(10)
        self._columns = [
            self._column(self._made_title, self.made),
            self._column(self._here_title, self.here),
        ]
        for column in self._columns:
            self._sides.addWidget(column, 1)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addLayout(self._sides)
        beside.addStretch(1)
        self._body = QWidget()
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addWidget(self.list)
        body.addLayout(beside, 1)
        foot = QWidget()
        flow = FlowLayout(foot, spacing=6)
        for name, button in self.buttons.items():
            if name not in _STEPS:
                flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._body)
        layout.addWidget(self._why)
        layout.addWidget(foot)
        self.hide()

    @staticmethod
    def _column(title: QLabel, view: ExcerptView) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(title)
        layout.addWidget(view)
        return column

    def _fit(self) -> None:
        """Stand side by side what finds room there."""
        self.list.setVisible(self.width() >= _WIDE and self._model.rowCount() > 1)
        directions = QBoxLayout.Direction
        beside = self.width() >= _SIDE_BY_SIDE
        self._sides.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.buttons["place_origin"].renew()

    # What is shown

    def _show(self) -> None:
        review, item = self._review, self._review.item
        if review.is_open:
            self._title.setText(self._heading(item))
            self._why.setText(self._evidence(item))
            self._why.setVisible(bool(self._why.text()))
            self._body.setVisible(item is not None)
            if item is not None:
                self._show_item(item)
            for name, button in self.buttons.items():
                fits = name == "place_origin" if review.home else item is not None
                button.setVisible(fits and (name != "place_accept_all" or self._has_several()))
            self._model.renew()
            self._choose_row()
            self._fit()
        self.setVisible(review.is_open)
        self._announce()

    def _has_several(self) -> bool:
        return len(self._review.doubtful) > 1

    def _show_item(self, item: ReviewItem) -> None:
        self._made_title.setText(self._when_made(item))
        self._made_title.setToolTip(self._made_title.text())  # it may be cut
        self.made.show_excerpt(item.made)
        self.made.setAccessibleName(f"{self._made_title.text()}: {isolated(item.made.text)}")
        self._columns[1].setVisible(item.here is not None)
        if item.here is not None:
            self.here.show_excerpt(item.here)
            self.here.setAccessibleName(f"{self._here_title.text()}: {isolated(item.here.text)}")

    def _heading(self, item: ReviewItem | None) -> str:
        review = self._review
        if review.home is not None:
            return self.tr("This is the version that the mark was made on.")
        if item is None:
            return self.tr("Nothing waits for review any longer.")
        said = self.tr("Review {number} of {count}").format(
            number=numeral(review.marks.index(item.mark.id) + 1), count=numeral(len(review.marks))
        )
        kind = titled(self._desk.label(item.mark.type))
        return f"{said} · {kind} · {titled(self._desk.label(item.standing))}"

    def _evidence(self, item: ReviewItem | None) -> str:
        if self._review.home is not None:
            return ""
        if item is None:
            return self.tr("Esc closes this; Undo takes the last decision back.")
        said = [self._desk.label(item.why) if item.why is not None else "", self._changed(item)]
        return "  ".join(filter(None, said))

    def _when_made(self, item: ReviewItem) -> str:
        session = self._desk.session
        when = came_in(session.record, item.made_on) if session else None
        if when is None:
            return self.tr("As it was marked")
        return self.tr("As marked, version of {time}").format(time=moment_words(when))

    def _changed(self, item: ReviewItem) -> str:
        """What differs, «٢٩ → ٣١»: the arrow points where reading goes."""
        if not item.changes:
            return ""
        arrow = "←" if self.isRightToLeft() else "→"
        nothing = self.tr("nothing")
        named = [
            f"{isolated(c.old) or nothing} {arrow} {isolated(c.new) or nothing}"
            for c in item.changes[:_CHANGES]
        ]
        more = " …" if len(item.changes) > _CHANGES else ""
        return self.tr("Changed: {changes}").format(changes=" · ".join(named) + more)

    def _origin_words(self) -> str:
        if self._review.home is not None:
            return self.tr("Back to the version under review")
        if self.width() < _WIDE:
            return self.tr("Its version")
        return self.tr("Open the version it was made on")

    def _announce(self) -> None:
        """Say it to a screen reader, where something else is shown than before."""
        said = ""
        if self._review.is_open:
            said = ". ".join(filter(None, (self._title.text(), self._why.text())))
        if said and said != self._said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._said = said

    # The list

    def _choose_row(self) -> None:
        row = self._model.row_of(self._review.at_hand)
        if row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())

    def _on_row(self, current: QModelIndex) -> None:
        mark_id = self._model.mark_at(current.row())
        if mark_id is not None and mark_id != self._review.at_hand:
            self._review.choose(mark_id)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Review of marks"))
        self.list.setAccessibleName(self.tr("Marks that wait for review"))
        self._here_title.setText(self.tr("Here, in the version shown"))
        self._shut.setToolTip(self.tr("Close (Esc)"))
        self._shut.setAccessibleName(self.tr("Close"))
        for button in self.buttons.values():
            button.renew()
        self._show()
