"""Two saved versions of an article side by side, in a window that stays beside the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout

from reader.gui.desk.desk_controller import DeskController
from reader.gui.desk.services import Services
from reader.gui.dialogs.comparison_handing import Handing, copy_differences
from reader.gui.dialogs.comparison_head import ComparisonHead
from reader.gui.dialogs.comparison_tools import ComparisonTools
from reader.gui.dialogs.facing_cell import Setting
from reader.gui.dialogs.facing_model import FacingModel
from reader.gui.dialogs.facing_view import FacingView
from reader.gui.dialogs.run_legend import RunLegend
from reader.gui.kit.fonts import typography_of
from reader.gui.kit.layouts import fitted, muted, trouble
from reader.gui.kit.progress import ProgressStrip
from reader.gui.kit.theme import Theme
from reader.model.comparison import Comparison, Notice, Paragraph
from reader.model.errors import Message, ReaderError
from reader.session.article import ArticleSession
from reader.session.comparison_rows import hiding
from reader.session.comparison_stretches import Stretch, differing, entries, row_at
from reader.session.looking import QUICK
from reader.session.runtime import Handle
from reader.session.versions import TextVersion, by_capture, first_pair, text_versions
from reader.settings import Settings

_SIZE = QSize(1180, 720)
_LOW, _VERY_LOW = 560, 450
"""A window that is less high has no title over its words, and no legend under them."""
_SAID = 4_000
"""Milliseconds for which it is said that something was done."""
_RECOVER = 700
"""Milliseconds after a mark changed before it is looked again which differences touch it."""


class ComparisonWindow(QDialog):
    """Compares versions of one article. It closes when another article comes onto the desk."""

    place_asked = Signal(str, int, int)
    """A version, and where in its page text a paragraph begins and ends: show it in the text."""

    def __init__(
        self,
        desk: DeskController,
        session: ArticleSession,
        services: Services,
        pair: tuple[str, str] | None = None,
    ) -> None:
        """`pair` are the versions to begin with; None: the one shown and the one before it."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("comparison")
        self._desk, self._session, self._services = desk, session, services
        self._wanted = pair
        self._pair = "", ""
        self._found: Comparison | None = None
        """As it was found; what is shown of it may hide kinds of format."""
        self._opened: set[int] = set()
        self._comparing: Handle | None = None
        self._aside: list[Handle] = []
        """What else is under way."""
        settings, theme = services.preferences.settings, services.appearance.theme
        self.head = ComparisonHead(services.interface)
        self.tools = ComparisonTools(theme, services.interface.label, settings.hidden_formats)
        self._model = FacingModel(services.interface.label)
        self._typography = typography_of(settings)
        self.view = FacingView(self._model, Setting(self._typography, theme), self)
        self._legend = RunLegend(theme, services.interface.label)
        self.progress = ProgressStrip()
        self._trouble = trouble()
        self._told = muted()
        self._told.setProperty("kind", "done")
        self._told.hide()
        self.handing = Handing(services.runtime, self._on_written, self._on_failed)
        self._again = QTimer(self, singleShot=True, interval=_RECOVER)
        self._lay_out()
        self._connect()
        self._retranslate()
        if not self.restoreGeometry(QByteArray.fromBase64(settings.comparison_geometry.encode())):
            self.resize(fitted(_SIZE, self))
            # By itself Qt leaves no room for the frame of a window that has no parent.
            self.move(self.screen().availableGeometry().center() - self.rect().center())
        self._ask_versions()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self._trouble)
        column.addWidget(self._told)
        column.addWidget(self.progress)
        column.addWidget(self.tools)
        column.addWidget(self.view, 1)
        column.addWidget(self._legend)
        for action in self.tools.actions_.values():
            self.addAction(action)
        self.view.setFocus()

    def _connect(self) -> None:
        head, tools, view = self.head, self.tools, self.view
        head.chosen.connect(self._compare)
        head.row_asked.connect(self._go_to)
        head.notice_asked.connect(self._go_to_notice)
        tools.stepped.connect(self._step)
        tools.filter_changed.connect(self._on_filter)
        tools.hidden_changed.connect(self._on_hidden)
        tools.locate_asked.connect(self._locate)
        tools.copy_asked.connect(self._on_copy)
        tools.export_asked.connect(self._on_export)
        view.paragraph_asked.connect(self._on_paragraph)
        view.marks_asked.connect(self._on_marks)
        view.fold_asked.connect(self._on_fold)
        view.row_asked.connect(self._go_to)
        view.went.connect(self._say_place)
        self.progress.cancelled.connect(self._on_cancelled)
        self._again.timeout.connect(self._look_again)
        self._desk.desk_changed.connect(self._on_desk_changed)
        self._desk.session_changed.connect(self._on_session_changed)
        self._services.appearance.theme_changed.connect(self._on_theme)
        self._services.preferences.changed.connect(self._on_settings)

    # Comparing

    def compare(self, pair: tuple[str, str]) -> None:
        """Compare two versions, once the versions are known."""
        self._wanted = pair
        self._ask_versions()

    def _ask_versions(self) -> None:
        self._aside = [self._session.consider(text_versions, self._offer, self._on_failed)]

    def _offer(self, versions: tuple[TextVersion, ...]) -> None:
        known = {version.version for version in versions}
        pair, self._wanted = self._wanted, None
        if pair is None or not known.issuperset(pair):
            pair = self._pair if self._found else first_pair(versions)
        if pair is None:
            return
        order = [version.version for version in by_capture(versions)]
        pair = min(pair, key=order.index), max(pair, key=order.index)
        self.head.offer(versions, pair)
        shown = (self._found.old.version, self._found.new.version) if self._found else None
        self._pair = pair
        if pair != shown:
            self._compare(*pair)

    def _compare(self, old: str, new: str) -> None:
        self._stop()
        self._pair = old, new
        self._trouble.hide()
        self._opened.clear()
        self.progress.begin()
        self._comparing = self._session.compare(
            old, new, self._on_found, self._on_failed, self._on_progress
        )

    def _on_progress(self, step: str, done: float) -> None:
        self.progress.advance(self._desk.words(Message(code=step)), done)

    def _on_found(self, comparison: Comparison) -> None:
        self._stop()
        is_first = self._found is None or (self._found.old, self._found.new) != (
            comparison.old,
            comparison.new,
        )
        self._found = comparison
        self.head.show_comparison(comparison)
        self._hide_formats(go=is_first)

    def _hide_formats(self, *, go: bool = False) -> None:
        """Show what was found without the kinds of format that are hidden."""
        found, hidden = self._found, self.tools.hidden
        if found is None:
            return

        def show(comparison: Comparison) -> None:
            self._show(comparison)
            if go:
                self._go_to_first()

        if not hidden:
            show(found)
            return
        work = self._services.runtime.run_io(lambda: hiding(found, hidden), show, self._on_failed)
        self._aside.append(work)

    def _show(self, comparison: Comparison) -> None:
        found = entries(
            comparison,
            touching_marks=self.tools.touching.isChecked(),
            folded=self.tools.folded.isChecked(),
            opened=self._opened,
        )
        self._name_columns()
        self.tools.enable(True)
        self.view.show_entries(comparison, found)
        self._say_place()

    def _stop(self) -> None:
        """Let go of what is under way."""
        self.progress.end()
        for work in (*self._aside, *filter(None, [self._comparing])):
            work.cancel()
        self._aside.clear()
        self._comparing = None

    def _on_cancelled(self) -> None:
        self._stop()
        if self._found is None:
            self.reject()
        else:  # what is still shown is what was chosen
            self.compare((self._found.old.version, self._found.new.version))

    def _on_failed(self, error: ReaderError) -> None:
        self._stop()
        self._trouble.setText(self._desk.words(error.message))
        self._trouble.show()

    # Going about

    def _step(self, by: int) -> None:
        """Go to the next difference, or the one before."""
        places, now = self._differing(), self.view.current
        after = [at for at in places if at > now] if by > 0 else [at for at in places if at < now]
        if not places:
            return
        at = (after or places)[0] if by > 0 else (after or places)[-1]
        entry = self._model.entry(at)
        if isinstance(entry, int):
            self.view.go_to(entry)
            self.view.setFocus()

    def _differing(self) -> tuple[int, ...]:
        shown = self._model.comparison
        return differing(shown, self._model.entries) if shown else ()

    def _say_place(self) -> None:
        places, now = self._differing(), self.view.current
        self.tools.say_place(places.index(now) if now in places else None, len(places))

    def _go_to(self, row: int) -> None:
        """Show a row, unfolded."""
        entry = self._model.entry(self._model.place_of(row) or 0)
        if isinstance(entry, Stretch):
            self._on_fold(entry)
        self.view.go_to(row)
        self.view.setFocus()

    def _go_to_notice(self, notice: Notice) -> None:
        if self._model.comparison is None:
            return
        row = row_at(self._model.comparison, "new", notice.start)
        if row is not None:
            self._go_to(row)

    def _on_fold(self, stretch: Stretch) -> None:
        self._opened.add(stretch.first)
        if self._model.comparison is not None:
            self._show(self._model.comparison)
        self.view.go_to(stretch.first)

    def _on_filter(self) -> None:
        if self._model.comparison is not None:
            self._show(self._model.comparison)
            if not isinstance(self._model.entry(self.view.current), int):
                self._go_to_first()  # what was current is folded away

    def _go_to_first(self) -> None:
        """Go to the first difference; where there is none, to the beginning."""
        places = self._differing()
        self.view.setCurrentIndex(self._model.index(places[0] if places else 0, 0))

    def _on_hidden(self) -> None:
        self._services.preferences.change(hidden_formats=self.tools.hidden)
        self._hide_formats()

    # The other window

    def _locate(self) -> None:
        if found := self.view.current_paragraph():
            self._on_paragraph(*found)

    def _on_paragraph(self, side: str, paragraph: Paragraph) -> None:
        version = self._pair[0] if side == "old" else self._pair[1]
        self.place_asked.emit(version, paragraph.start, paragraph.end)

    def _on_marks(self, marks: tuple[object, ...]) -> None:
        """Select a mark of a row, at each click the next one."""
        ids = [mark for mark in marks if mark in self._session.marks]
        if ids:
            now = self._desk.selected
            at = (ids.index(now) + 1) % len(ids) if now in ids else 0
            self._desk.select(ids[at])  # type: ignore[arg-type]

    def _on_desk_changed(self, _change: object) -> None:
        self._again.start()

    def _look_again(self) -> None:
        """Find out anew which marks the differences touch."""
        if self._found is None or self._comparing is not None:
            return
        if (
            sum(p.end - p.start for side in ("old", "new") for p in self._found.paragraphs(side))
            > QUICK
        ):
            return  # not worth another process at every mark
        self._comparing = self._session.compare(
            *self._pair, self._on_found, self._on_failed, lambda *_: None
        )

    def _on_session_changed(self) -> None:
        if self._desk.session is not self._session:
            self.close()
        else:
            self.compare(self._pair)

    # Handing over

    def _on_copy(self) -> None:
        if self._found is not None:
            copy_differences(self._found, self._desk.language)
            self._tell(Message(code="differences_copied"))

    def _on_export(self) -> None:
        shown = self._model.comparison
        if shown is None:
            return
        rows = [e for e in self._model.entries if isinstance(e, int) and shown.rows[e].changes]
        folder = self._services.preferences.settings.export_folder
        self.handing.ask(self, shown, rows, self._desk.language, folder)

    def _on_written(self, path: Path) -> None:
        self._services.preferences.change(export_folder=str(path.parent))
        self._tell(Message(code="exported", params={"name": path.name}))

    def _tell(self, message: Message) -> None:
        """Say here what was done, where it is seen, and in the other window, where it stays."""
        self._told.setText(self._desk.words(message))
        self._told.show()
        QTimer.singleShot(_SAID, self._told, self._told.hide)
        self._desk.told.emit(message)

    # Looks and events

    def _name_columns(self) -> None:
        old, new = (self.head.moment(version) for version in self._pair)
        self._model.name_columns(
            self.tr("Older version, {when}").format(when=old),
            self.tr("Newer version, {when}").format(when=new),
        )

    def _on_theme(self, theme: Theme) -> None:
        self.tools.set_theme(theme)
        self._legend.set_theme(theme)
        self._set_anew()

    def _on_settings(self, settings: Settings) -> None:
        if typography_of(settings) != self._typography:
            self._typography = typography_of(settings)
            self._set_anew()

    def _set_anew(self) -> None:
        self.view.set_setting(Setting(self._typography, self._services.appearance.theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The frame of the window says it too: on a small screen the words need the room.
        self.head.title.setVisible(self.height() >= _LOW)
        self._legend.setVisible(self.height() >= _VERY_LOW)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._found is not None:
                self._name_columns()
                self._say_place()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Differences between two saved versions"))
        self.view.setAccessibleName(self.tr("The two versions side by side"))

    def done(self, result: int) -> None:
        self._stop()
        self.handing.cancel()
        self._again.stop()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._services.preferences.change(comparison_geometry=geometry)
        super().done(result)
