"""The article between the list of marks and the inspector; a narrow window shows one of the two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

NARROW = 1100
"""Below this width, in pixels of the logical screen, both panels would leave no room to read."""

WIDTHS = (240, 800, 300)
"""At first, of the marks, the article and the inspector."""


class Panels(QSplitter):
    """Three columns in the order of reading. Each panel is shown while its action is checked."""

    def __init__(
        self, marks: QWidget, article: QWidget, inspector: QWidget, actions: list[QAction]
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.article = article
        self._actions = actions
        self._is_narrow = False
        self._put_away: QAction | None = None
        for widget in (marks, article, inspector):
            self.addWidget(widget)
        self.setStretchFactor(1, 1)
        self.setSizes(list(WIDTHS))
        for action, panel, other in zip(
            actions, (marks, inspector), reversed(actions), strict=True
        ):
            action.setChecked(True)
            action.toggled.connect(panel.setVisible)
            action.toggled.connect(lambda shown, other=other: self._make_room(shown, other))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        if is_narrow and all(action.isChecked() for action in self._actions):
            self._put_away = self._actions[0]
            self._put_away.setChecked(False)
        elif not is_narrow and self._put_away is not None:
            self._put_away.setChecked(True)
            self._put_away = None

    def _make_room(self, shown: bool, other: QAction) -> None:
        if shown and self._is_narrow and other.isChecked():
            other.setChecked(False)
            self._put_away = other
