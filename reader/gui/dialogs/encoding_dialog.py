"""In which encoding the page was read and why; to read it again, or to show another reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.desk.desk_controller import DeskController
from reader.gui.kit.controls import Combo
from reader.gui.kit.encodings import encoding_name
from reader.gui.kit.i18n import moment_words, numeral
from reader.gui.kit.layouts import heading, muted, titled
from reader.ingest import ENCODINGS, MOJIBAKE
from reader.model.article import EncodingFound
from reader.session.article import ArticleSession
from reader.session.versions import TextVersion, text_versions
from reader.text.bidi import isolate

_WIDTH = 520
_ROWS = 4
_DOT = " · "


class EncodingDialog(QDialog):
    """Says what was found, and offers the other encodings and the other saved versions."""

    def __init__(
        self,
        desk: DeskController,
        session: ArticleSession,
        read_again: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Text encoding"))
        self.setMinimumWidth(_WIDTH)
        self._desk, self._session, self._read_again = desk, session, read_again
        layout = QVBoxLayout(self)
        layout.addLayout(self._found(session.article.provenance.encoding))
        layout.addWidget(heading(self.tr("Read the page again")))
        layout.addLayout(self._choice(session.article.provenance.encoding))
        layout.addWidget(
            muted(
                self.tr(
                    "Reading it again keeps a further version of the text. "
                    "Marks stay on the version that they were made on."
                )
            )
        )
        self._others = QWidget()
        self._others.setLayout(self._list_of_versions())
        self._others.hide()
        layout.addWidget(self._others)
        layout.addStretch(1)
        buttons = QDialogButtonBox()
        close = QPushButton(self.tr("Close"))
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.encodings.setFocus()
        self._handle = session.consider(
            text_versions, self._show_versions, lambda error: desk.refused.emit(error.message)
        )

    def done(self, result: int) -> None:
        self._handle.cancel()
        super().done(result)

    def _found(self, found: EncodingFound) -> QFormLayout:
        form = QFormLayout()
        for label, words in self._facts(found):
            value = QLabel(words)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(label, value)
        return form

    def _facts(self, found: EncodingFound) -> Iterator[tuple[str, str]]:
        yield self.tr("Read as"), encoding_name(found.name)
        certain = "" if found.certain else _DOT + self.tr("not certain")
        yield self.tr("Why"), titled(self._desk.words(found.evidence)) + certain
        if found.unreadable:
            yield self.tr("Unreadable bytes"), numeral(found.unreadable)
        if found.mojibake:
            yield (
                self.tr("Garbled"),
                self.tr("The letters of this page were garbled before it was saved."),
            )

    def _choice(self, found: EncodingFound) -> QHBoxLayout:
        self.encodings = Combo("encodings", self.tr("Encoding"))
        for name in ENCODINGS:
            if name != found.name:
                self.encodings.addItem(encoding_name(name), name)
        if found.mojibake:
            self.encodings.setCurrentIndex(self.encodings.findData(MOJIBAKE))
        self.again = QPushButton(self.tr("Read again"))
        self.again.setAutoDefault(False)  # Enter in the list of encodings is no wish to read
        self.again.clicked.connect(lambda _: self._on_again())
        row = QHBoxLayout()
        row.addWidget(self.encodings, 1)
        row.addWidget(self.again)
        return row

    def _list_of_versions(self) -> QVBoxLayout:
        self.versions = QListWidget()
        self.versions.setObjectName("versions")
        self.versions.setAccessibleName(self.tr("Saved versions of the text"))
        self.show_button = QPushButton(self.tr("Show this version"))
        self.show_button.setAutoDefault(False)
        self.show_button.clicked.connect(lambda _: self._on_show())
        self.compare_button = QPushButton(self.tr("Compare with the one shown"))
        self.compare_button.setAutoDefault(False)
        self.compare_button.clicked.connect(lambda _: self._on_compare())
        self.versions.itemActivated.connect(lambda _: self._on_show())
        self.versions.currentItemChanged.connect(lambda now, _: self._on_current(now))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(self.tr("Saved versions of the text")))
        column.addWidget(self.versions)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.compare_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return column

    def _show_versions(self, found: tuple[TextVersion, ...]) -> None:
        for version in found:
            item = QListWidgetItem(self._said(version))
            item.setData(Qt.ItemDataRole.UserRole, None if version.is_shown else version.version)
            self.versions.addItem(item)
            if version.is_shown:
                self.versions.setCurrentItem(item)
        rows = min(len(found), _ROWS) * self.versions.sizeHintForRow(0)
        self.versions.setFixedHeight(rows + 2 * self.versions.frameWidth())
        self._others.setVisible(len(found) > 1)

    def _said(self, version: TextVersion) -> str:
        marks = self.tr("%n mark(s)", "", version.marks)
        said = [
            isolate(encoding_name(version.encoding.name)),
            isolate(moment_words(version.read_at)),
            marks,
        ]
        return _DOT.join(said + ([self.tr("shown now")] if version.is_shown else []))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        other = item is not None and item.data(Qt.ItemDataRole.UserRole) is not None
        self.show_button.setEnabled(other)
        self.compare_button.setEnabled(other)

    def _on_show(self) -> None:
        item = self.versions.currentItem()
        version = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if version is not None:
            self.accept()
            self._desk.show_version(str(version))

    def _on_compare(self) -> None:
        item = self.versions.currentItem()
        version = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if version is not None:
            self.accept()
            self._desk.comparison_wanted.emit(str(version), self._session.article.version)

    def _on_again(self) -> None:
        self.accept()
        self._read_again(str(self.encodings.currentData()))
