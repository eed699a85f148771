"""Patterns of the package `regex` that are compiled when they are first used.

Loading that package takes longer than laying out an article: what is only shown needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import regex


class Pattern:
    """Stands for a compiled pattern, with all of its methods."""

    def __init__(self, written: str, *, sets: bool = False) -> None:
        """Raises nothing: a mistake shows when it is first used.

        Args:
            written: the pattern.
            sets: whether `[a--b]` is a difference of sets, as in version 1 of the syntax.
        """
        self._written = written
        self._sets = sets

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled(), name)
        setattr(self, name, found)  # so that it is asked here only once
        return found

    def _compiled(self) -> regex.Pattern[str]:
        import regex  # see above

        return regex.compile(self._written, regex.VERSION1 if self._sets else 0)
