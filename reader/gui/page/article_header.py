"""The lines above an article: who published it, when, and where; what disagrees is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.gui.kit.fonts import interface_font
from reader.gui.kit.i18n import QT_TRANSLATE_NOOP, day_words
from reader.model.kinds import DateRole, Direction
from reader.text.bidi import isolate

if TYPE_CHECKING:
    from reader.model.seen import DateStatement, Metadata

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


_ROLES = {
    DateRole.PUBLISHED: QT_TRANSLATE_NOOP("ArticleHeader", "Published {date}"),
    DateRole.MODIFIED: QT_TRANSLATE_NOOP("ArticleHeader", "Changed {date}"),
    DateRole.MENTIONED: QT_TRANSLATE_NOOP("ArticleHeader", "Also on the page: {date}"),
}
QT_TRANSLATE_NOOP("ArticleHeader", "Date as written: {written}")
QT_TRANSLATE_NOOP("ArticleHeader", "(inferred)")
QT_TRANSLATE_NOOP("ArticleHeader", "as written: {written}")


def _tr(source: str) -> str:
    return QCoreApplication.translate("ArticleHeader", source)


def host_of(address: str) -> str:
    """The real host of an address, "" if it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


class ArticleHeader(QFrame):
    """Outlet, host, author and dates of an article. Everything is plain text."""

    worded = Signal()
    """It says something else now, and may need more room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_header")
        self._metadata: Metadata | None = None
        self._outlet = self._label("outlet")
        self._host = self._label("host")
        self._author = self._label("author")
        self._disagree = self._label("dates_disagree")
        self._dates = self._label("dates")
        for label in (self._author, self._dates):
            label.setWordWrap(True)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._outlet)
        first.addWidget(self._host)
        first.addStretch(1)
        first.addWidget(self._disagree)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 10)
        lines.setSpacing(3)
        lines.addLayout(first)
        lines.addWidget(self._author)
        lines.addWidget(self._dates)

    def show_metadata(self, metadata: Metadata, direction: Direction) -> None:
        self._metadata = metadata
        rtl = direction is Direction.RTL
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        # A label goes by the direction of its text, which is the interface's.
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        for label in (self._author, self._dates):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._retranslate()

    def lines(self) -> tuple[str, ...]:
        """What it says, line by line; the address is told in full elsewhere."""
        shown = (self._outlet, self._author, self._dates)
        texts = (label.text() for label in shown)
        return tuple(line for text in texts for line in text.split("\n") if line)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setFont(interface_font())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("About this article"))
        if (data := self._metadata) is None:
            return
        author = self.tr("By {author}").format(author=isolate(data.author)) if data.author else ""
        texts = {
            self._outlet: isolate(data.outlet) if data.outlet else "",
            self._host: host_of(data.url),
            self._author: author,
            self._disagree: self.tr("Its dates disagree") if data.dates_disagree else "",
            self._dates: "\n".join(date_lines(data)),
        }
        for label, text in texts.items():
            label.setText(text)
            label.setVisible(bool(text))
        self.worded.emit()


def date_lines(metadata: Metadata) -> list[str]:
    """What the page says of its dates, the publication's first, in words."""
    return [_date_line(date, isolate(written)) for date, written in _distinct(metadata)]


def _date_line(date: DateStatement, written: str) -> str:
    if date.value is None:
        return _tr("Date as written: {written}").format(written=written)
    line = _tr(_ROLES[date.role]).format(date=isolate(day_words(date.value)))
    if date.guessed:
        line += " " + _tr("(inferred)")
    return line + " · " + _tr("as written: {written}").format(written=written)


def _distinct(metadata: Metadata) -> list[tuple[DateStatement, str]]:
    """One statement for each day, the publication's first; as people write it where one does."""
    published = (metadata.published,) if metadata.published else ()
    found: dict[object, tuple[DateStatement, str]] = {}
    for date in (*published, *metadata.dates):
        first, written = found.setdefault(date.value or date.written, (date, date.written))
        if _is_for_machines(written) and not _is_for_machines(date.written):
            found[date.value] = first, date.written
    return list(found.values())


def _is_for_machines(written: str) -> bool:
    return _ISO.match(written) is not None
