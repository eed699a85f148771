"""Above the list of marks: words to look for, what else is asked for, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.buttons import open_by
from reader.gui.kit.flow_layout import FlowLayout
from reader.gui.kit.i18n import numeral
from reader.gui.kit.icons import icon, swatch
from reader.gui.kit.layouts import drop, shortened, titled
from reader.gui.kit.search_field import SearchField
from reader.gui.kit.theme import Theme
from reader.model.placing import Standing
from reader.model.vocabulary import MarkType, Naming, Status
from reader.session.filtering import Filter

_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarksFilter(QWidget):
    """What is asked for, as a `Filter`."""

    changed = Signal(object)
    """The `Filter` that holds now."""

    def __init__(self, desk: DeskController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme: Theme | None = None
        self.filter = Filter()
        self.field = SearchField()
        self.button = QToolButton()
        self.button.setObjectName("marks_filter")
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu = TickMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        open_by(self.button, self.menu)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.count = QLabel()
        self.count.setProperty("kind", "muted")
        self.clear_button = QToolButton()
        self._arrange()
        self.field.textChanged.connect(lambda text: self._become(replace(self.filter, text=text)))
        self.clear_button.clicked.connect(lambda _: self.clear())
        self._retranslate()

    def clear(self) -> None:
        """Ask for every mark."""
        self._become(Filter())
        self.field.clear()

    def tell(self, shown: int, total: int) -> None:
        """Say how many of the marks are asked for."""
        self._row.setVisible(not self.filter.is_empty)
        said = self.tr("{shown} of {total}")
        self.count.setText(said.format(shown=numeral(shown), total=numeral(total)))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.field.set_theme(theme)
        self.button.setIcon(icon("list-filter", theme))
        self.clear_button.setIcon(icon("x", theme))
        self._show_chips()

    # What is asked for

    def toggle(self, field: str, member: object) -> None:
        """Ask for something, or no longer."""
        self._become(self.filter.toggled(field, member))

    def _become(self, wanted: Filter) -> None:
        if wanted == self.filter:
            return
        ticks = list(wanted.ticked()) != list(self.filter.ticked())
        self.filter = wanted
        if ticks:
            self._show_chips()
        self.changed.emit(wanted)

    # The menu

    def _fill(self) -> None:
        """Offer what can be ticked: the codes and the language may have changed."""
        self.menu.take_down()
        self._offer(self.menu, "kinds", MarkType)
        self.menu.addSeparator()
        self._offer_one(self.menu, "unsourced", True)
        for title, field, members in (
            (self.tr("Identification of the source"), "namings", Naming),
            (self.tr("Status of the claim"), "statuses", Status),
            (self.tr("Place in this version"), "standings", (Standing.REVIEW, Standing.MOVED)),
        ):
            self._offer(self.menu.under(title), field, members)
        codes = sorted(self._desk.codebook.codes, key=lambda code: (code.retired, code.order))
        under = self.menu.under(self.tr("Code"))
        under.setEnabled(bool(codes))
        for code in codes:
            self._offer_one(under, "codes", code.slug).setIcon(swatch(code.colour))

    def _offer(self, menu: TickMenu, field: str, members: Iterable[object]) -> None:
        for member in members:
            self._offer_one(menu, field, member)

    def _offer_one(self, menu: TickMenu, field: str, member: object) -> QAction:
        action = menu.addAction(self.label(field, member).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked((field, member) in set(self.filter.ticked()))
        action.triggered.connect(lambda _=False: self.toggle(field, member))
        return action

    def label(self, field: str, member: object) -> str:
        """What a tick says."""
        if isinstance(member, StrEnum):
            return titled(self._desk.label(member))
        if field == "unsourced":
            return self.tr("Without a source")
        code = self._desk.codebook.code(str(member))
        return code.label(self._desk.language) if code else str(member)

    # The look

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.field, 1)
        top.addWidget(self.button)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(2, 0, 0, 0)
        row.addWidget(self.count, 1)
        row.addWidget(self.clear_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._chips)
        layout.addWidget(self._row)
        self._row.hide()
        self._chips.hide()

    def _show_chips(self) -> None:
        while item := self._flow.takeAt(0):
            if chip := item.widget():
                drop(chip)
        chips = [self._chip(*ticked) for ticked in self.filter.ticked()]
        for chip in chips:
            self._flow.addWidget(chip)
        for before, after in pairwise((self.button, *chips, self.clear_button)):
            QWidget.setTabOrder(before, after)
        self._chips.setVisible(bool(chips))

    def _chip(self, field: str, member: object) -> QToolButton:
        chip = QToolButton(self._chips)
        label = self.label(field, member)
        chip.setProperty("kind", "chip")
        chip.setText(shortened(label))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIconSize(QSize(12, 12))
        if self._theme is not None:
            chip.setIcon(icon("x", self._theme))
        name = self.tr("Do not ask for: {what}").format(what=label)
        chip.setAccessibleName(name)
        chip.setToolTip(name)
        chip.clicked.connect(lambda _: self._on_chip(field, member))
        return chip

    def _on_chip(self, field: str, member: object) -> None:
        self.button.setFocus()  # the chip goes, and must not take the focus along
        self.toggle(field, member)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Find a mark"))
        names: dict[QWidget, str] = {
            self.field: self.tr("Words of marks, notes and sources"),
            self.button: self.tr("Which marks are listed"),
            self.clear_button: self.tr("List all marks"),
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self._show_chips()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class TickMenu(QMenu):
    """A menu that stays while things are ticked in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._under: list[TickMenu] = []

    def take_down(self) -> None:
        """Empty it, and let the menus under it go."""
        self.clear()
        for menu in self._under:
            menu.deleteLater()
        self._under.clear()

    def under(self, title: str) -> TickMenu:
        """A menu under this one."""
        menu = TickMenu(self)
        menu.setTitle(title)
        self.addMenu(menu)
        self._under.append(menu)
        return menu

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _PRESSING or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True
