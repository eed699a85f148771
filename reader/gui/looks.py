"""How the window looks and speaks: its colours, its language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from reader.gui.commander import Command, Commander, Frame
from reader.settings import InterfaceLanguage, ThemeChoice


class Looks(Commander):
    """Changes them at once, and keeps what was chosen."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        settings = frame.services.preferences.settings
        frame.table[f"theme_{settings.theme.value}"].setChecked(True)
        frame.table[f"language_{settings.language.value}"].setChecked(True)

    def commands(self) -> Mapping[str, Command]:
        return {
            **{f"theme_{t.value}": partial(self.choose_theme, t) for t in ThemeChoice},
            **{f"language_{i.value}": partial(self.choose_language, i) for i in InterfaceLanguage},
        }

    def choose_theme(self, theme: ThemeChoice) -> None:
        self.frame.services.preferences.change(theme=theme)
        self.frame.services.appearance.choose(theme)

    def choose_language(self, language: InterfaceLanguage) -> None:
        self.frame.services.preferences.change(language=language)
        self.frame.services.interface.choose(language)
