"""The menu bar and the tool bar, built from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import chain

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from reader.gui.kit.action_table import ACTIONS, BAR, PAGE_MENU, WAYS_IN
from reader.gui.kit.actions import Actions, translated
from reader.gui.kit.icons import icon
from reader.gui.kit.menu_table import MENUS
from reader.gui.kit.theme import Theme

_ICON = 20
_GAP = 12
"""Pixels, at most, between an icon and its name on a button."""
_PRESSES = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    )
)
_IN_SIGHT = frozenset((*chain(*BAR), *PAGE_MENU, *WAYS_IN))
"""Actions whose icons can be seen without opening a menu of the menu bar."""


class Menus:
    """The menus of a window. They keep their order; their words follow the language."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        self._actions = actions
        self._menus: dict[str, QMenu] = {}
        for menu in MENUS:
            place = self._menus[menu.under] if menu.under else window.menuBar()
            earlier = MENUS[: MENUS.index(menu)]
            hung = menu.under and not menu.before
            if hung and not any(m.under == menu.under and not m.before for m in earlier):
                self._menus[menu.under].addSeparator()
            made = self._menus[menu.name] = QMenu(translated(menu.text), window)
            if menu.before:
                place.insertMenu(actions[menu.before], made)
            else:
                place.addMenu(made)
            self._fill(made, menu.name)
        for action in actions:
            window.addAction(action)  # so that keys work while the menus are shut

    def _fill(self, menu: QMenu, name: str) -> None:
        for spec, action in self._actions.of_menu(name):
            if spec.starts_section:
                menu.addSeparator()
            menu.addAction(action)

    def __getitem__(self, name: str) -> QMenu:
        return self._menus[name]

    def enable(self, facts: frozenset[str]) -> None:
        """Enable each menu whose needs are among the facts."""
        for menu in MENUS:
            self._menus[menu.name].menuAction().setEnabled(set(menu.needs.split()) <= facts)

    def retranslate(self) -> None:
        for menu in MENUS:
            self._menus[menu.name].setTitle(translated(menu.text))


class ToolBar(QToolBar):
    """The most used actions; what marks and hands over bears its name."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(_ICON, _ICON))
        self._named: list[QToolButton] = []
        self._is_narrow = False
        self._menu = QMenu(self)
        self._menu.setObjectName("more_tools")
        for more in self._more():
            more.installEventFilter(self)
        shorts = {spec.name: spec.short for spec in ACTIONS}
        for at, group in enumerate(BAR):
            if at == len(BAR) - 2:
                self.addWidget(_spring())
            elif at:
                self.addSeparator()
            for name in group:
                self.addAction(actions[name])
                button = self.widgetForAction(actions[name])
                if shorts[name] and isinstance(button, QToolButton):
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                    self._named.append(button)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self._is_narrow:
            self._fit()
        return done

    def _fit(self) -> None:
        """Leave the names out where they would push the last actions off the bar."""
        names = sum(b.fontMetrics().horizontalAdvance(b.text()) + _GAP for b in self._named)
        narrow = self.sizeHint().width() + self._is_narrow * names > self.width()
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        style = Qt.ToolButtonStyle
        shown = style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
        for button in self._named:
            button.setToolButtonStyle(shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Tools"))
        # Qt's own button for what finds no room on the bar has no name.
        for more in self._more():
            more.setAccessibleName(self.tr("More"))
            more.setToolTip(self.tr("More"))
        self._menu.setTitle(self.tr("More"))

    def set_theme(self, theme: Theme) -> None:
        """Draw the button for what finds no room: by itself it is black, on a dark bar too."""
        for more in self._more():
            more.setIcon(icon("ellipsis", theme))

    def _more(self) -> list[QToolButton]:
        return self.findChildren(QToolButton, "qt_toolbar_ext_button")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open a menu in place of a second row of tools, which would lie over the article."""
        if isinstance(watched, QToolButton) and event.type() in _PRESSES:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._show_more(watched)
            return True
        return super().eventFilter(watched, event)

    def _show_more(self, button: QToolButton) -> None:
        """List what finds no room, with its end under the end of the bar."""
        self._menu.clear()
        for action in self.actions():
            shown = self.widgetForAction(action)
            if action.text() and not (shown and shown.isVisible()):
                self._menu.addAction(action)
        rect = button.rect()
        if self.isRightToLeft():
            at = button.mapToGlobal(rect.bottomLeft())
        else:
            at = button.mapToGlobal(rect.bottomRight())
            at.setX(at.x() - self._menu.sizeHint().width())
        self._menu.popup(at)


class Wardrobe:
    """Gives the actions their icons, in the theme's colours and the interface's direction.

    The icon of an action that only a menu shows is drawn when the menu opens: few ever are.
    """

    def __init__(self, actions: Actions, menus: Menus) -> None:
        self._actions = actions
        self._theme: Theme | None = None
        self._bare: set[str] = set()
        for menu in MENUS:
            names = [spec.name for spec, _ in actions.of_menu(menu.name)]
            menus[menu.name].aboutToShow.connect(partial(self._draw, names))

    def dress(self, theme: Theme) -> None:
        """Draw the icons anew, those that are seen outside the menus at once."""
        self._theme = theme
        self._bare = {spec.name for spec in ACTIONS if spec.icon}
        self._draw(_IN_SIGHT)

    def _draw(self, names: Iterable[str]) -> None:
        icons = {spec.name: spec.icon for spec in ACTIONS}
        for name in self._bare.intersection(names):
            if self._theme is not None:
                self._actions[name].setIcon(icon(icons[name], self._theme))
        self._bare.difference_update(names)


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring
