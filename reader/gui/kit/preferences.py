"""The person's settings while the window is open: changed here, saved in the background."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.model.errors import ReaderError
from reader.session.runtime import Runtime
from reader.settings import Settings


class Preferences(QObject):
    """The settings as they are now."""

    changed = Signal(object)
    """The `Settings` as they are from now on."""
    failed = Signal(object)
    """A `Message`: why they could not be saved. They hold until the window closes."""

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        runtime: Runtime,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._save = save
        self._runtime = runtime

    def change(self, **fields: object) -> None:
        """Change fields of the settings and keep them."""
        changed = self.settings.model_copy(update=fields)
        if changed != self.settings:
            self.settings = changed
            self._runtime.run_io(lambda: self._save(changed), lambda _: None, self._on_failed)
            self.changed.emit(changed)

    def _on_failed(self, error: ReaderError) -> None:
        self.failed.emit(error.message)
