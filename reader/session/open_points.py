"""What an article leaves open, with the marks that each point is about, to be gone through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from reader.model.errors import Message
from reader.model.library import Codebook
from reader.model.placing import Standing
from reader.model.questions import questions
from reader.model.summary import Language
from reader.session.edits import Desk
from reader.session.rows import Rows
from reader.session.summarise import head_of

_OF_SOURCING: Final = frozenset(("question_unsourced", "question_to_review", "question_elsewhere"))
"""What speaks against «اكتمل الإسناد»: the rest is for the checking, or a finding."""


@dataclass(frozen=True)
class OpenPoint:
    """Something left open."""

    message: Message
    marks: tuple[UUID, ...] = ()
    """What it is about, in reading order: claims, or the first mention of each source."""

    @property
    def is_of_sourcing(self) -> bool:
        """Whether the sourcing is not complete as long as it stands."""
        return self.message.code in _OF_SOURCING


def open_points(
    desk: Desk, codebook: Codebook, language: Language, today: date
) -> tuple[OpenPoint, ...]:
    """The open questions of a summary, the gravest kind first."""
    annotations, sourcing = desk.handed_over, desk.sourcing_handed_over
    rows = Rows(desk.article, annotations, desk.entities, codebook, language, sourcing)
    head = head_of(desk.article, desk.record)
    found = questions(
        head,
        rows.claims(head.outlet, include_signatures=False),
        rows.sources(),
        elsewhere=rows.elsewhere,
        to_review=desk.placing.count[Standing.REVIEW],
        today=today,
    )
    return tuple(OpenPoint(q.message, rows.marks_of(q.claims, q.sources)) for q in found)
