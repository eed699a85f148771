"""What is known of a saved page, as lines of names and values: for the dialog and for copying."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject

from reader.gui.kit.encodings import encoding_name
from reader.gui.kit.hidden_names import hidden_name
from reader.gui.kit.i18n import QT_TRANSLATE_NOOP, moment_words, numeral
from reader.gui.kit.layouts import flat, titled
from reader.gui.page.article_header import date_lines
from reader.model.article import RemoteReference
from reader.model.errors import Message
from reader.session.details import Details, capture_of
from reader.session.edits import Desk
from reader.text.bidi import isolate

_KINDS: Final = {
    "image": QT_TRANSLATE_NOOP("PageFacts", "Images"),
    "pixel": QT_TRANSLATE_NOOP("PageFacts", "Hidden images that count readers"),
    "script": QT_TRANSLATE_NOOP("PageFacts", "Scripts"),
    "stylesheet": QT_TRANSLATE_NOOP("PageFacts", "Style sheets"),
    "frame": QT_TRANSLATE_NOOP("PageFacts", "Frames"),
    "media": QT_TRANSLATE_NOOP("PageFacts", "Audio and video"),
    "font": QT_TRANSLATE_NOOP("PageFacts", "Fonts"),
    "form": QT_TRANSLATE_NOOP("PageFacts", "Forms"),
}
_OTHER: Final = QT_TRANSLATE_NOOP("PageFacts", "Others")
_KILOBYTE: Final = 1024


class Fact(NamedTuple):
    """A name and its values, one below the other. No values: the name of a part."""

    name: str
    values: tuple[str, ...] = ()


class PageFacts(QObject):
    """Everything that was recorded of the page; facts without a value are left out."""

    def __init__(
        self,
        desk: Desk,
        words: Callable[[Message], str],
        container: str,
        counted: Details | None = None,
    ) -> None:
        """Make the facts of an article.

        Args:
            desk: the article.
            words: puts a message into words.
            container: the form of the file, in words.
            counted: None while it is being counted.
        """
        super().__init__()
        self._desk = desk
        self._words = words
        self._container = container
        self._counted = counted

    def facts(self) -> Iterator[Fact]:
        """The parts in order, each with its facts."""
        parts = (
            (self.tr("The article"), self._of_article()),
            (self.tr("The saved file"), self._of_file()),
            (self.tr("The text"), self._of_text()),
            (self.tr("What the page wanted to load from the network"), self._of_remote()),
        )
        for name, facts in parts:
            said = [Fact(f.name, tuple(filter(None, f.values))) for f in facts if any(f.values)]
            if said:
                yield Fact(name)
                yield from said

    def _of_article(self) -> Iterator[Fact]:
        metadata = self._desk.article.metadata
        yield Fact(self.tr("Title"), (flat(metadata.title),))
        yield Fact(self.tr("Outlet"), (flat(metadata.outlet),))
        yield Fact(self.tr("Author"), (flat(metadata.author),))
        dates = self.tr("Its dates disagree") if metadata.dates_disagree else self.tr("Dates")
        yield Fact(dates, tuple(date_lines(metadata)))
        yield Fact(self.tr("Address that the page gives"), (metadata.canonical_url,))
        yield Fact(self.tr("Address noted when it was saved"), (metadata.claimed_url,))

    def _of_file(self) -> Iterator[Fact]:
        provenance, capture = self._desk.article.provenance, capture_of(self._desk)
        yield Fact(self.tr("File"), (provenance.name,))
        yield Fact(self.tr("Form"), (titled(self._container),))
        kilobytes = numeral(max(1, round(provenance.size / _KILOBYTE)))
        yield Fact(self.tr("Size"), (self.tr("{size} KB").format(size=kilobytes),))
        saved = self._desk.article.metadata.saved_at
        yield Fact(self.tr("Saved"), (moment_words(saved) if saved else "",))
        yield Fact(self.tr("Taken into the library"), (moment_words(capture.imported_at),))
        yield Fact("SHA-256", (provenance.sha256,))
        removed = (Message(code=r.code, params={"n": r.count}) for r in provenance.removed)
        lines = tuple(titled(self._words(message)) for message in removed)
        yield Fact(self.tr("Removed or changed in reading"), lines)
        yield Fact(self.tr("Notes"), tuple(map(self._words, provenance.notes)))

    def _of_text(self) -> Iterator[Fact]:
        encoding, counted = self._desk.article.provenance.encoding, self._counted
        why = titled(self._words(encoding.evidence))
        yield Fact(self.tr("Encoding"), (f"{isolate(encoding_name(encoding.name))} · {why}",))
        yield Fact(self.tr("Text version"), (self._desk.article.version,))
        if counted is not None:
            yield Fact(self.tr("Words"), (numeral(counted.words),))
            yield Fact(self.tr("Paragraphs shown"), (numeral(counted.shown),))
            yield Fact(self.tr("Paragraphs left out"), (numeral(counted.left_out),))
            hidden = (f"{titled(hidden_name(t.name))}: {numeral(t.times)}" for t in counted.hidden)
            yield Fact(self.tr("Invisible characters"), tuple(hidden))

    def _of_remote(self) -> Iterator[Fact]:
        provenance = self._desk.article.provenance
        if not provenance.remote:
            yield Fact(self.tr("Addresses"), (self.tr("None."),))
            return
        said = self.tr("%n address(es): none of them was contacted.", "", provenance.remote_total)
        yield Fact(self.tr("Addresses"), (said,))
        for kind, found in groupby(sorted(provenance.remote, key=_order), key=_heading):
            name = QCoreApplication.translate("PageFacts", kind)
            yield Fact(name, tuple(reference.url for reference in found))


def _heading(reference: RemoteReference) -> str:
    return _KINDS.get(reference.kind, _OTHER)


def _order(reference: RemoteReference) -> int:
    return [*_KINDS.values(), _OTHER].index(_heading(reference))


def as_text(facts: Iterable[Fact]) -> str:
    """The facts as plain text."""
    lines: list[str] = []
    for name, values in facts:
        if not values:
            lines += ["", name] if lines else [name]
        elif len(values) == 1:
            lines.append(f"{name}: {values[0]}")
        else:
            lines += [f"{name}:", *values]
    return "\n".join(lines)
