"""What stands over a comparison: which versions, what changed, and whether the outlet says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.gui.dialogs.change_list import ChangeList
from reader.gui.kit.controls import Combo
from reader.gui.kit.encodings import encoding_name
from reader.gui.kit.i18n import Interface, moment_words
from reader.gui.kit.layouts import shortened
from reader.model.comparison import Comparison, Notice
from reader.model.errors import Message
from reader.session.versions import TextVersion, by_capture
from reader.text.bidi import isolate

_DOT = " · "
_NOTICE = 160
"""Code points of a notice that are shown."""


class ComparisonHead(QWidget):
    """The pickers of the two versions, the summary, the notices, the changes worth naming."""

    chosen = Signal(str, str)
    """The ids of two versions that are to be compared."""
    row_asked = Signal(int)
    """The index of a row that is to be shown."""
    notice_asked = Signal(object)
    """A `Notice` that is to be shown in its place."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._interface = interface
        self._comparison: Comparison | None = None
        self._versions: tuple[TextVersion, ...] = ()
        self._pair = "", ""
        self.title = QLabel()
        self.title.setProperty("kind", "title")
        self.old, self.new = Combo("older"), Combo("newer")
        self._labels = QLabel(), QLabel()
        self.sentence = QLabel()
        self.sentence.setObjectName("sentence")
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notices = QVBoxLayout()
        self.changes = ChangeList()
        self.changes.row_asked.connect(self.row_asked)
        for at, combo in enumerate((self.old, self.new)):
            combo.activated.connect(lambda _, at=at: self._on_activated(at))
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        pickers = QGridLayout()
        for at, (label, combo) in enumerate(zip(self._labels, (self.old, self.new), strict=True)):
            label.setBuddy(combo)
            side = QHBoxLayout()
            side.setSpacing(8)
            side.addWidget(label)
            side.addWidget(combo, 1)
            pickers.addLayout(side, 0, at)
            pickers.setColumnStretch(at, 1)
        pickers.setHorizontalSpacing(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(pickers)
        column.addWidget(self.sentence)
        column.addLayout(self._notices)
        column.addWidget(self.changes)

    # Which versions

    def offer(self, versions: Sequence[TextVersion], pair: tuple[str, str]) -> None:
        """Offer versions, two of them chosen."""
        self._versions = by_capture(versions)
        self._pair = pair
        for combo, chosen in zip((self.old, self.new), pair, strict=True):
            combo.clear()
            for version in reversed(self._versions):
                combo.addItem(self._said(version), version.version)
            combo.setCurrentIndex(combo.findData(chosen))

    def moment(self, version: str) -> str:
        """When a version was saved, or came into the library."""
        found = next((v for v in self._versions if v.version == version), None)
        if found is None:
            return ""
        when = isolate(moment_words(found.captured_at))
        if found.saved_at is None:
            return self.tr("in the library since {moment}").format(moment=when)
        return self.tr("saved {moment}").format(moment=when)

    def _said(self, version: TextVersion) -> str:
        said = [isolate(moment_words(version.captured_at))]
        alike = [v for v in self._versions if v.captured_at == version.captured_at]
        if len(alike) > 1:
            said.append(isolate(encoding_name(version.encoding.name)))
        if version.marks:
            said.append(self.tr("%n mark(s)", "", version.marks))
        if version.is_shown:
            said.append(self.tr("shown now"))
        return _DOT.join(said)

    def _on_activated(self, at: int) -> None:
        """Compare what was chosen; a version is never compared with itself."""
        pair = self.old.currentData(), self.new.currentData()
        if pair[0] == pair[1]:
            pair = (pair[0], self._pair[0]) if at == 0 else (self._pair[1], pair[1])
        order = [v.version for v in self._versions]
        old, new = sorted(pair, key=order.index)
        if (old, new) != self._pair:
            self.chosen.emit(old, new)
        self.offer(self._versions, (old, new))

    # What differs

    def show_comparison(self, comparison: Comparison) -> None:
        """Say what differs."""
        self._comparison = comparison
        say = self._interface
        self.sentence.setText(f"{say.sentence(comparison.summary, comparison.notice)}.")
        self._show_notices(comparison.notices)
        became = say.words(Message(code="compare_became"))
        self.changes.show_changes(comparison.changes, say.label, became)

    def _show_notices(self, notices: Sequence[Notice]) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for notice in notices:
            self._notices.addWidget(self._notice(notice))

    def _notice(self, notice: Notice) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QLabel(self._notice_said(notice))
        words.setObjectName("notice_words")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("kind", "warned")
        row.addWidget(words, 1)
        if notice.is_shown:
            go = QPushButton(self.tr("Go to it"))
            go.setObjectName("notice_place")
            go.setAutoDefault(False)
            go.clicked.connect(lambda _: self.notice_asked.emit(notice))
            row.addWidget(go)
        return line

    def _notice_said(self, notice: Notice) -> str:
        code = "compare_notice_line" if notice.is_new else "compare_notice_line_kept"
        said = f"{self._interface.words(Message(code=code))}: {shortened(notice.words, _NOTICE)}"
        if notice.is_shown:
            return said
        return f"{said} {self._interface.words(Message(code='compare_notice_aside'))}"

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Differences between two saved versions"))
        for label, combo, words in zip(
            self._labels,
            (self.old, self.new),
            (self.tr("Older version"), self.tr("Newer version")),
            strict=True,
        ):
            label.setText(words)
            combo.setAccessibleName(words)
        self.changes.setAccessibleName(self.tr("Changes worth a look"))
        if self._versions:
            self.offer(self._versions, self._pair)
        if self._comparison is not None:
            self.show_comparison(self._comparison)
