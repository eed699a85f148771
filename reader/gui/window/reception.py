"""The ways in for a page: a dialog, the clipboard, a drop. Local files alone are taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import shorten
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader.gui.kit.message_bar import Level, Notice, Offer
from reader.gui.panels.dropped import local_files
from reader.gui.panels.evidence_files import EvidenceFiles
from reader.gui.window.commander import Command, Commander, Frame
from reader.model.errors import Message
from reader.model.vocabulary import MarkType
from reader.resource import resource
from reader.text.bidi import isolate

_EVIDENCE: Final = "evidence"
"""The key of the notice that offers what was dropped as evidence."""
_NO_FILE: Final = "file_"
"""How the codes begin of what cannot be read as a file at all."""
_LONGEST_NAME: Final = 60
"""Of something pasted, in code points."""


class Reception(Commander):
    """Hands what comes in to the opener."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._opener, self._runtime = frame.opener, frame.services.runtime
        self._window = frame.window
        self._dropped: Path | None = None
        frame.opener.failed.connect(self._on_failed)
        frame.opener.ended.connect(self._forget)
        frame.desk.mark_selected.connect(lambda _: frame.notices.withdraw(_EVIDENCE))

    def commands(self) -> Mapping[str, Command]:
        return {"open": self.ask, "paste": self._on_paste, "sample": self.open_sample}

    def open_sample(self) -> None:
        self._opener.open_paths(sorted(resource("samples").glob("*.html"))[:1])

    def _on_paste(self) -> None:
        if not self.paste():
            self._say(
                lambda: self.tr(
                    "There is nothing on the clipboard that can be read. Copy the text of an "
                    "article first."
                )
            )

    def ask(self) -> None:
        """Let a person pick saved pages."""
        self._runtime.warm_up()
        # By content, not by name: every file may be tried.
        patterns = "*.html *.htm *.xhtml *.mhtml *.mht *.webarchive *.txt"
        pages, every = self.tr("Saved pages"), self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open a saved page"),
            "",
            f"{pages} ({patterns});;{every} (*)",
            options=QFileDialog.Option.HideNameFilterDetails,
        )
        if names:
            self._opener.open_paths([Path(name) for name in names])

    def paste(self) -> bool:
        """Open what is on the clipboard; False where nothing on it can be read."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def can_take(self, data: QMimeData) -> bool:
        """Whether there is something to be done, or said, about what is dragged here."""
        taken = data.hasUrls() or data.hasHtml() or data.hasText()
        if taken:
            self._runtime.warm_up()
        return taken

    def take_dropped(self, data: QMimeData) -> None:
        """Open what was dropped; of an address it is said what to do instead."""
        if data.hasUrls() and not local_files(data):
            self._say(
                lambda: self.tr(
                    "That is an address, and Isnad never connects to the network. Save the page "
                    "in your browser (Ctrl+S), then drop its file here."
                )
            )
            return
        if not self.take(data):
            self._say(
                lambda: self.tr(
                    "Nothing in what was dropped can be read. Drop a saved page: HTML, MHTML, "
                    "Web Archive or text."
                )
            )
            return
        files = local_files(data)
        self._dropped = files[0] if len(files) == 1 else None

    def _forget(self) -> None:
        self._dropped = None

    def _on_failed(self, error: Message) -> None:
        """A picture or a film is no page: it may have been meant for the claim at hand."""
        path, desk = self._dropped, self.frame.desk
        claim = desk.selected_mark
        if path is None or claim is None or claim.type is not MarkType.CLAIM:
            return
        if not desk.is_writable or error.code.startswith(_NO_FILE):
            return
        add = Offer(
            lambda: self.tr("Add as evidence"),
            lambda: EvidenceFiles.of(desk).take(claim.id, [path]),
        )

        def text() -> str:
            asked = self.tr("Was {name} meant as evidence on the selected claim?")
            return asked.format(name=isolate(path.name))

        self.frame.notices.put(Notice(_EVIDENCE, Level.INFO, text, (add,)))

    def _say(self, text: Callable[[], str]) -> None:
        self.frame.notices.put(Notice("error", Level.WARNING, text))

    def take(self, data: QMimeData) -> bool:
        """Open local files, else a page, else text."""
        if files := local_files(data):
            self._opener.open_paths(files)
        elif data.hasHtml():
            self._opener.open_bytes(data.html().encode(), self._name(data))
        elif data.hasText() and data.text().strip():
            self._opener.open_bytes(data.text().encode(), self._name(data))
        else:
            return False
        return True

    def _name(self, data: QMimeData) -> str:
        """How something pasted begins, to tell it from others."""
        lines = data.text().strip().splitlines()
        begins = shorten(lines[0], _LONGEST_NAME, placeholder="…") if lines else ""
        return begins if begins.strip("…") else self.tr("Pasted article")
