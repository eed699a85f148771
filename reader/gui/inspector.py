"""The inspector: what is known of the selected mark, and where it is changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reader.gui.desk_controller import DeskController
from reader.gui.inspector_pages import ClaimPage, Page, PlainPage, SourcePage
from reader.model.vocabulary import MarkType
from reader.text.bidi import isolate


class Inspector(QScrollArea):
    """Shows the selected mark; follows the desk."""

    def __init__(self, desk: DeskController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()
        desk.session_changed.connect(self._build)
        desk.mark_selected.connect(lambda _: self._show())
        desk.desk_changed.connect(lambda _: self._show())

    def _build(self) -> None:
        """Make the pages anew: in the language of the interface, with the codebook at hand."""
        content = QWidget()
        layout = QVBoxLayout(content)
        self._type = QLabel()
        self._type.setProperty("kind", "section")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("kind", "quoted")
        self._empty = QLabel(
            self.tr("Select words in the article and press 1 for a source, 2 for a claim.")
        )
        self._empty.setWordWrap(True)
        self._empty.setProperty("kind", "muted")
        self._pages = QStackedWidget()
        self._plain = PlainPage(self._desk)
        self._page_of: dict[MarkType, Page] = {
            MarkType.SOURCE: SourcePage(self._desk),
            MarkType.CLAIM: ClaimPage(self._desk),
            MarkType.HIGHLIGHT: self._plain,
            MarkType.NOTE: self._plain,
        }
        for page in dict.fromkeys(self._page_of.values()):
            self._pages.addWidget(page)
        for widget in (self._type, self._words, self._empty, self._pages):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(content)
        self._show()

    def _show(self) -> None:
        mark = self._desk.selected_mark
        for widget in (self._type, self._words, self._pages):
            widget.setVisible(mark is not None)
        self._empty.setVisible(mark is None)
        if mark is None:
            return
        self._type.setText(self._desk.label(mark.type))
        self._words.setText(isolate(mark.words))
        page = self._page_of[mark.type]
        page.setEnabled(self._desk.is_writable)
        page.show_mark(mark)
        self._pages.setCurrentWidget(page)

    def focus_note(self) -> None:
        """Put the caret into the note of the selected mark."""
        page = self._pages.currentWidget()
        note = page.findChild(QWidget, "note") if page else None
        if note is not None:
            note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(note)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)
