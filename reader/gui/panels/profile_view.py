"""The sourcing profile («خلاصة الإسناد») as it is read beside an article: bars, then sentences."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from reader.gui.kit.i18n import numeral
from reader.gui.kit.layouts import muted, titled
from reader.model.profile import Profile
from reader.model.summary import Language
from reader.text.bidi import left_to_right
from reader.wording import say

_FIGURES: Final = ("attributed", "anonymous_only", "two_or_more", "reasons_given")
"""Those drawn as parts of their whole; the sentences have the rest."""


class ProfileView(QWidget):
    """Draws a profile. Every figure stands with what it is a part of."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._rows = {name: _Row(self._grid, 2 * at) for at, name in enumerate(_FIGURES)}
        self._sentences = muted()
        self._sentences.setObjectName("profile")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)
        layout.addWidget(self._sentences)

    def show_profile(self, profile: Profile | None, sentences: str) -> None:
        """Show a profile with its sentences; None: nothing is marked yet."""
        figures = {f.name: f for f in profile.figures()} if profile else {}
        for name, row in self._rows.items():
            figure = figures.get(name)
            words = titled(say(f"figure_{name}", self._language))
            of = figure.of if figure else None
            row.show_part(words, figure.count if figure else 0, of or 0)
        self._sentences.setText(sentences)


class _Row:
    """One figure: its name, «6 / 21», a bar."""

    def __init__(self, grid: QGridLayout, at: int) -> None:
        self._name, self._count, self._bar = QLabel(), QLabel(), QProgressBar()
        self._count.setObjectName("figure")
        self._bar.setTextVisible(False)
        grid.addWidget(self._name, at, 0)
        grid.addWidget(self._count, at, 1)
        grid.addWidget(self._bar, at + 1, 0, 1, 2)

    def show_part(self, words: str, count: int, of: int) -> None:
        for widget in (self._name, self._count, self._bar):
            widget.setVisible(of > 0)
        self._name.setText(words)
        self._count.setText(left_to_right(f"{numeral(count)} / {numeral(of)}"))
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(count)
        self._bar.setAccessibleName(f"{words}: {numeral(count)} / {numeral(of)}")
