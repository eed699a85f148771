"""What was dragged here or copied elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def local_files(data: QMimeData) -> list[Path]:
    """The files of this computer that were dragged or copied; addresses are left alone."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
