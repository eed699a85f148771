"""Questions about a mark, and the answers that there are to each: one key for an answer.

Taking an answer carries out a use case and leads to the next question or to none. Nothing here
knows how a question is put: the window shows it as a palette of numbered answers. What is asked
stands in `describing` (fields, one after the other) and `relating` (a relation, its other end).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reader.model.annotations import Mark
from reader.model.errors import Message
from reader.session.article import ArticleSession


@dataclass(frozen=True)
class Answer:
    """One answer. Words of the page are a `str`, ours a member of a closed list or a `Message`."""

    says: StrEnum | Message | str
    take: Callable[[ArticleSession], object] | None = None
    """Carries it out; None: nothing is to be done, it leads on."""
    then: Callable[[], Question] | None = None
    holds: bool = False
    """It is so already."""
    number: int = 0
    """Its own, where others may be missing before it: fingers learn it. 0: its place."""


@dataclass(frozen=True)
class Question:
    """One question about a mark."""

    asks: StrEnum | Message
    about: Mark
    answers: tuple[Answer, ...]
    then: Callable[[], Question | None] | None = None
    """What is asked next, whatever is answered."""
