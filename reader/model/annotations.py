"""The annotations of one article: marks, the relations between them, a note.

Every offset is a code point offset into the page text of the anchor's version, half-open.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from reader.model.base import Stamped, UtcTime, Value
from reader.model.errors import Message
from reader.model.vocabulary import (
    AnonymityReason,
    ClaimKind,
    Directness,
    Knowledge,
    MarkType,
    Naming,
    Number,
    Polarity,
    RelationType,
    Role,
    SourceKind,
    Stance,
    Status,
)

SCHEMA: Final = 1

CONTEXT_LENGTH = 64
"""Longest prefix and suffix of an anchor, in code points."""


class Placement(Value):
    """Where an anchor was found in another version. Appended, never changed."""

    version: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    level: Literal["exact", "moved", "review", "orphan"]
    score: float = Field(ge=0, le=1)
    evidence: str = ""
    decided_by: Literal["auto", "user"]
    decided_at: UtcTime


class Anchor(Value):
    """A span of a text version, described so that it can be found again."""

    id: UUID
    role: Role = Role.SPAN
    version: str
    """The text version's id: SHA-256 of its page text."""
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    exact: str
    prefix: str = ""
    suffix: str = ""
    occurrence: tuple[int, int] = (1, 1)
    """Which of how many equal spans this is in its version, from 1."""
    placements: tuple[Placement, ...] = ()

    def stands_in(self, version: str, page_text: str) -> bool:
        """Whether its words are where it says, in that text version. Files may say anything."""
        return self.version == version and page_text[self.start : self.end] == self.exact

    @model_validator(mode="after")
    def _spans_its_words(self) -> Self:
        if self.end - self.start != len(self.exact) or not self.exact:
            raise ValueError("an anchor's span and words differ in length")
        return self


class Hop(Value):
    """One link of a chain of attribution."""

    words: str
    mention: UUID | None = None
    """The source mark where the words stand."""
    entity: UUID | None = None
    channel: str = ""
    """The medium the words came through, such as «تلغرام»."""
    undisclosed: bool = False
    """A recipient that the outlet does not name as its source («نقل غير معلن»)."""
    anchor: Anchor | None = None


class SourceMention(Value):
    """Who is speaking, as this place in the text tells it."""

    type: Literal["source"] = "source"
    entity: UUID | None = None
    kind: SourceKind = SourceKind.UNSPECIFIED
    naming: Naming = Naming.BARE
    number: Number = Number.UNSTATED
    role: str = ""
    affiliation: str = ""
    country: str = ""
    knowledge: Knowledge = Knowledge.UNSTATED
    anonymity_reason: AnonymityReason = AnonymityReason.NONE_GIVEN
    anonymity_words: str = ""
    chain: tuple[Hop, ...] = ()
    """Relays between the outlet and this source, outermost first; its claims inherit them."""


class ClaimDate(Value):
    """When what is claimed is said to have happened."""

    written: str
    value: date | None = None
    inferred: bool = False


class Verdict(Value):
    """The result of checking: a step of a scale. Replaced, never edited: the old one is kept."""

    scale: str
    value: str
    reason: str = ""
    decided_at: UtcTime
    author: UUID


class Evidence(Stamped):
    """Something that speaks for or against a claim."""

    url: str = ""
    archive_url: str = ""
    file: str | None = None
    """SHA-256 of a file copied into the library."""
    file_name: str = ""
    file_size: int = Field(default=0, ge=0)
    """Bytes of the file; 0: not known."""
    accessed: date | None = None
    quote: str = ""
    stance: Stance = Stance.SUPPORTS
    note: str = ""


class Contact(Stamped):
    """Somebody asked for an answer."""

    who: str
    how: str = ""
    asked_at: date | None = None
    due: date | None = None
    answer: str = ""


class Claim(Value):
    """What is claimed, and how far its checking has come."""

    type: Literal["claim"] = "claim"
    normalised: str = ""
    """The claim in a fact-checker's words; empty where the marked words serve."""
    kind: ClaimKind = ClaimKind.STATEMENT
    date: ClaimDate | None = None
    status: Status = Status.NEW
    verdicts: tuple[Verdict, ...] = ()
    """Oldest first; the last one holds."""
    evidence: tuple[Evidence, ...] = ()
    contacts: tuple[Contact, ...] = ()
    signed_off_by: str = ""

    @property
    def verdict(self) -> Verdict | None:
        return self.verdicts[-1] if self.verdicts else None


Body = Annotated[SourceMention | Claim, Field(discriminator="type")]


class Event(Value):
    """A decision on a mark that is kept beside undo: a verdict given, a place confirmed."""

    at: UtcTime
    author: UUID
    what: Message


class Mark(Stamped):
    """A mark on the text, or a source without words of its own (a dropped subject)."""

    type: MarkType
    anchors: tuple[Anchor, ...] = ()
    body: Body | None = None
    codes: tuple[str, ...] = ()
    """Slugs of the codebook."""
    note: str = ""
    """Plain text."""
    history: tuple[Event, ...] = ()
    """Oldest first; appended, never changed."""

    @model_validator(mode="after")
    def _body_fits_type(self) -> Self:
        if (self.body.type if self.body else None) != (
            self.type.value if self.type in (MarkType.SOURCE, MarkType.CLAIM) else None
        ):
            raise ValueError("the mark's body does not fit its type")
        if self.span is None and self.type is not MarkType.SOURCE:
            raise ValueError("only a source may be without a span")
        return self

    @property
    def span(self) -> Anchor | None:
        """The anchor of the mark itself."""
        # A plain loop: asked tens of thousands of times when an article of many marks is shown.
        for anchor in self.anchors:
            if anchor.role is Role.SPAN:
                return anchor
        return None

    @property
    def words(self) -> str:
        return self.span.exact if self.span else ""

    @property
    def source(self) -> SourceMention:
        """The body of a source mark.

        Raises:
            TypeError: the mark is no source.
        """
        if not isinstance(self.body, SourceMention):
            raise TypeError(self.type)
        return self.body

    @property
    def claim(self) -> Claim:
        """The body of a claim mark.

        Raises:
            TypeError: the mark is no claim.
        """
        if not isinstance(self.body, Claim):
            raise TypeError(self.type)
        return self.body


class End(Value):
    """One end of a relation: a mark or an entity, in this article or another."""

    id: UUID
    article: UUID | None = None
    """None: this article, or an entity."""


class Attribution(Value):
    """How a claim is attributed: said of the link, since one mention may speak in several ways."""

    directness: Directness | None = None
    polarity: Polarity = Polarity.AFFIRMS
    chain: tuple[Hop, ...] | None = None
    """This claim's own chain, outermost relay first and the mention it is linked to included;
    hops behind the mention are the voices it rests on. None: the mention's chain, then itself."""


class Relation(Stamped):
    """A typed link. `attributed_to` reads: the claim at `from` has the source at `to`."""

    type: RelationType
    from_: End = Field(alias="from")
    to: End
    attribution: Attribution | None = None


class Annotations(Value):
    """The file `annotations.json`."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    marks: tuple[Mark, ...] = ()
    relations: tuple[Relation, ...] = ()
    note: str = ""
    assessment: str = ""

    def mark(self, mark_id: UUID) -> Mark | None:
        return next((m for m in self.marks if m.id == mark_id), None)
