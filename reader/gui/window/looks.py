"""How the window looks and speaks: its colours, its language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt

from reader.gui.window.commander import Command, Commander, Frame
from reader.settings import InterfaceLanguage, ThemeChoice


class Looks(Commander):
    """Changes them at once, and keeps what was chosen."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        settings = frame.services.preferences.settings
        frame.table[f"theme_{settings.theme.value}"].setChecked(True)
        frame.table[f"language_{settings.language.value}"].setChecked(True)
        self._before = Qt.WindowState.WindowNoState
        frame.window.installEventFilter(self)

    def commands(self) -> Mapping[str, Command]:
        return {
            **{f"theme_{t.value}": partial(self.choose_theme, t) for t in ThemeChoice},
            **{f"language_{i.value}": partial(self.choose_language, i) for i in InterfaceLanguage},
            "fullscreen": self.fill_screen,
            "preferences": self.ask_preferences,
        }

    def facts(self) -> Mapping[str, bool]:
        # Without an article too.
        return {"leavable": True} if self.frame.window.isFullScreen() else {}

    def fill_screen(self, full: bool) -> None:
        """Give the window the whole screen, or the place that it had before."""
        window = self.frame.window
        if full and not window.isFullScreen():
            self._before = window.windowState()
            window.showFullScreen()
        elif not full and window.isFullScreen():
            window.setWindowState(self._before)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:  # the system's own keys may do it too
            self.frame.table["fullscreen"].setChecked(self.frame.window.isFullScreen())
            self.facts_changed.emit()
        return False

    def ask_preferences(self) -> None:
        from reader.gui.dialogs.preferences_dialog import (
            PreferencesDialog,  # nobody asks at the start
        )

        frame = self.frame
        self.show_dialog(PreferencesDialog(frame.services, frame.table, frame.window))

    def choose_theme(self, theme: ThemeChoice) -> None:
        self.frame.services.preferences.change(theme=theme)
        self.frame.services.appearance.choose(theme)

    def choose_language(self, language: InterfaceLanguage) -> None:
        self.frame.services.preferences.change(language=language)
        self.frame.services.interface.choose(language)
