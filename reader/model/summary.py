"""A summary of one article: all that a report says of it, with nothing left to look up.

Rows are numbered from 1, claims and sources each on their own, and refer to one another by
number. Offsets are code points of the text that the summary carries, half-open. Who annotated is
not in it, nor are the private notes of source cards, the reader's place, or who signed a claim
off, unless asked for.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from reader.model.annotations import ClaimDate
from reader.model.article import (
    BlockKind,
    Cell,
    DateStatement,
    Direction,
    Inline,
    Provenance,
)
from reader.model.base import UtcTime, Value
from reader.model.comparison import Comparison
from reader.model.errors import Message
from reader.model.profile import Profile
from reader.model.vocabulary import (
    AnonymityReason,
    ClaimKind,
    Directness,
    Knowledge,
    MarkType,
    Naming,
    Number,
    Polarity,
    SourceKind,
    Stance,
    Standing,
    Status,
    WorkStatus,
)

Language = Literal["ar", "en"]
"""Of the wording; the article's own words stay as they are."""


class Head(Value):
    """What the page says of itself, verbatim."""

    title: str
    standfirst: str
    outlet: str
    author: str
    published: DateStatement | None
    dates: tuple[DateStatement, ...]
    """Every dated statement, those that disagree included."""
    dates_disagree: bool
    canonical_url: str
    claimed_url: str
    archive_url: str
    saved_at: UtcTime | None
    dir: Direction

    @property
    def url(self) -> str:
        return self.canonical_url or self.claimed_url


class ChainLink(Value):
    """One link of a chain of attribution, in words."""

    words: str
    """Empty for an outlet that nobody knows, or a source that the text leaves out."""
    channel: str = ""
    undisclosed: bool = False
    """A recipient that the outlet does not give as its source («نقل غير معلن»)."""


class ClaimSource(Value):
    """Who a claim is attributed to."""

    source: int
    """Number of the source."""
    name: str
    naming: Naming
    directness: Directness | None
    polarity: Polarity
    chain: tuple[ChainLink, ...]
    """The outlet first; behind the source the voices it rests on."""

    @property
    def undisclosed(self) -> bool:
        return any(link.undisclosed for link in self.chain)


class VerdictRow(Value):
    """A result of checking."""

    scale: str
    value: str
    label: str
    """The value in the language of the summary, as its scale words it."""
    reason: str
    decided_at: UtcTime


class EvidenceRow(Value):
    """Something that speaks for or against a claim."""

    url: str
    archive_url: str
    file_name: str
    sha256: str | None
    """Of the file, if one was copied in."""
    accessed: date | None
    quote: str
    stance: Stance
    note: str


class ContactRow(Value):
    """Somebody asked for an answer."""

    who: str
    how: str
    asked_at: date | None
    due: date | None
    answer: str


class ClaimRow(Value):
    """A claim."""

    number: int
    words: str
    """As marked."""
    normalised: str
    kind: ClaimKind
    date: ClaimDate | None
    in_headline: bool
    restates: tuple[int, ...]
    """Numbers of the claims that it sums up or repeats."""
    sources: tuple[ClaimSource, ...]
    directness: Directness | None
    status: Status
    verdicts: tuple[VerdictRow, ...]
    """Oldest first; the last one holds."""
    evidence: tuple[EvidenceRow, ...]
    contacts: tuple[ContactRow, ...]
    codes: tuple[str, ...]
    note: str
    signed_off_by: str

    @property
    def counted(self) -> bool:
        """Whether the profile counts it: not in the headline, restating nothing."""
        return not self.in_headline and not self.restates

    @property
    def verdict(self) -> VerdictRow | None:
        return self.verdicts[-1] if self.verdicts else None


class SourceRow(Value):
    """A source as the whole article tells it; each field by the first mention that has it."""

    number: int
    name: str
    kind: SourceKind
    naming: Naming
    how_many: Number
    role: str
    affiliation: str
    country: str
    standing: Standing
    knowledge: Knowledge
    anonymity_reason: AnonymityReason
    anonymity_words: str
    mentions: int
    claims: tuple[int, ...]
    """Numbers of the claims that are attributed to it."""
    relay_only: bool
    """It only passes on what others say."""


class CodeRow(Value):
    """A code of the codebook, in the language of the summary."""

    slug: str
    label: str
    colour: str
    """`#rrggbb`; empty for a code that the codebook has lost."""


class MarkRow(Value):
    """A mark, in reading order; `claim` and `source` number what it stands for."""

    number: int
    type: MarkType
    words: str
    start: int | None
    """In the text; None where the text is left out or the mark is not in it."""
    end: int | None
    claim: int | None
    source: int | None
    codes: tuple[CodeRow, ...]
    note: str


class Question(Value):
    """Something left open, and the claims and sources that it concerns, by number."""

    message: Message
    claims: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()


class TextBlock(Value):
    """A shown block. A rule holds no text."""

    kind: BlockKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    dir: Direction
    level: int
    ordinal: int | None
    cell: Cell | None
    inline: tuple[Inline, ...]
    """Offsets are of the carried text too."""


class FullText(Value):
    """The text as it is shown: the blocks' text, joined by newlines; U+2028 is a line break."""

    text: str = Field(repr=False)
    blocks: tuple[TextBlock, ...] = Field(repr=False)


class Custody(Value):
    """Where the text comes from: the page that was saved and what became of it."""

    page: Provenance
    """Without the list of remote addresses, which may carry a reader's identifiers."""
    version: str
    """SHA-256 of the page text."""
    imported_at: UtcTime | None
    """None for a page that is not in the library."""
    captures: int
    """Saved pages of this article in the library."""


class Summary(Value):
    """All that a renderer needs."""

    language: Language
    created_at: UtcTime
    head: Head
    work_status: WorkStatus | None
    """None for a page that is not in the library."""
    profile: Profile
    sentences: tuple[Message, Message, Message]
    """The profile in words."""
    claims: tuple[ClaimRow, ...]
    questions: tuple[Question, ...]
    sources: tuple[SourceRow, ...]
    marks: tuple[MarkRow, ...]
    to_review: int = Field(default=0, ge=0)
    """How many marks are left out: nobody has confirmed yet where they stand in this version."""
    note: str
    assessment: str
    custody: Custody
    text: FullText | None
    """None: left out by choice."""
    comparison: Comparison | None = None
    """With another saved version of the article, where that was asked for."""
