"""An open article as it is consulted in the background: summed up, looked at, compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from reader.model.article import Article
from reader.model.errors import ReaderError
from reader.model.library import Codebook
from reader.model.summary import Language, Summary
from reader.session.edits import Desk
from reader.session.jobs import compare_versions
from reader.session.looking import Looking
from reader.session.maker import Maker
from reader.session.open_article import Arrival, OpenArticle
from reader.session.runtime import Handle, Progress, Runtime
from reader.session.summarise import summarise
from reader.store import Store

if TYPE_CHECKING:
    from reader.model.comparison import Comparison

T = TypeVar("T")


class Consulted(OpenArticle):
    """What can be asked of an open article and takes a while. Changes nothing.

    Whatever is asked is answered of the desk as it stood then.
    """

    def __init__(
        self,
        store: Store,
        runtime: Runtime,
        maker: Maker,
        desk: Desk,
        codebook: Callable[[], Codebook],
        arrival: Arrival,
    ) -> None:
        super().__init__(desk, maker, codebook, arrival)
        self._store = store
        self._runtime = runtime

    def summary(self, language: Language, *, with_text: bool = True) -> Summary:
        """All that a report of the article says, ready to be rendered."""
        return self._summing_up(language, with_text=with_text)()

    def hand_over(
        self,
        make: Callable[[Summary], T],
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None],
        *,
        language: Language,
        with_text: bool = True,
        comparison: Comparison | None = None,
    ) -> Handle:
        """Make something of the summary, as the article stands now, in the background.

        Args:
            make: called on another thread: touches nothing but the summary and the disk.
            done: is given what was made.
            failed: is given what `make` raised.
            language: of the summary.
            with_text: carry the full text.
            comparison: with another version, to be carried along.
        """
        summing_up = self._summing_up(language, with_text=with_text, comparison=comparison)
        return self._runtime.run_io(lambda: make(summing_up()), done, failed)

    def _summing_up(
        self, language: Language, *, with_text: bool, comparison: Comparison | None = None
    ) -> Callable[[], Summary]:
        desk, codebook, now = self._desk, self._codebook(), self._maker.clock()
        return lambda: summarise(
            desk.article,
            desk.record,
            desk.annotations(),
            desk.entities,
            codebook,
            language=language,
            now=now,
            include_text=with_text,
            comparison=comparison,
        )

    def consider(
        self,
        look: Callable[[Desk, Callable[[str], Article]], T],
        done: Callable[[T], None],
        failed: Callable[[ReaderError], None],
    ) -> Handle:
        """Look at the desk, as it stands now, in the background: a text may be long.

        Args:
            look: is given the desk, and what reads another of its text versions.
            done: is given what was found.
            failed: is given what `look` raised.
        """
        desk = self._desk
        return self._runtime.run_io(lambda: look(desk, self._text), done, failed)

    def compare(
        self,
        one: str,
        other: str,
        done: Callable[[Comparison], None],
        failed: Callable[[ReaderError], None],
        progress: Progress,
    ) -> Handle:
        """Compare two of its text versions, whichever is the older.

        Args:
            one: the id of a version.
            other: that of another.
            done: is given what differs.
            failed: is given what made it impossible.
            progress: is told the code of a step and the fraction done.
        """
        from reader.session.comparing import to_compare  # not at the start of the window

        desk = self._desk
        return Looking(self._runtime, compare_versions, done, failed, progress).begin(
            lambda: to_compare(desk, self._text, one, other)
        )

    def _text(self, version: str) -> Article:
        return self._store.text(self.id, version)
