"""The closed lists of the field. The values are stable slugs; labels are words, kept elsewhere.

Source: PARC 3.0 and PolNeAR for attribution, newsroom style books for naming, W3C Web Annotation
for what a mark is.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class MarkType(StrEnum):
    """What a mark is for."""

    SOURCE = "source"
    CLAIM = "claim"
    HIGHLIGHT = "highlight"
    NOTE = "note"


class Role(StrEnum):
    """What an anchor of a mark points at: the mark itself, the cue, or the reported content."""

    SPAN = "span"
    CUE = "cue"
    CONTENT = "content"


class SourceKind(StrEnum):
    """Who or what speaks."""

    PERSON = "person"
    GROUP = "group"
    INSTITUTION = "institution"
    NEWS_AGENCY = "news_agency"
    MEDIA_OUTLET = "media_outlet"
    DOCUMENT = "document"
    SOCIAL_MEDIA = "social_media"
    EYEWITNESS = "eyewitness"
    UNSPECIFIED = "unspecified"


class Naming(StrEnum):
    """How far a source is identified, best first. The first two are identified."""

    NAMED = "named"
    ROLE_ONLY = "role_only"
    AFFILIATION_ONLY = "affiliation_only"
    DESCRIBED = "described"
    BARE = "bare"

    @property
    def is_identified(self) -> bool:
        return self in (Naming.NAMED, Naming.ROLE_ONLY)

    @property
    def rank(self) -> int:
        """0 for the best identified."""
        return _NAMINGS[self]


_NAMINGS: Final = {naming: rank for rank, naming in enumerate(Naming)}


class Number(StrEnum):
    """How many speak."""

    ONE = "one"
    SEVERAL = "several"
    UNSTATED = "unstated"


class Knowledge(StrEnum):
    """How the source knows."""

    DIRECT = "direct"
    SECOND_HAND = "second_hand"
    UNSTATED = "unstated"


class AnonymityReason(StrEnum):
    """Why a source is not named, as the outlet tells it."""

    NOT_AUTHORISED = "not_authorised"
    SAFETY = "safety"
    LEGAL = "legal"
    SENSITIVITY = "sensitivity"
    OTHER = "other"
    NONE_GIVEN = "none_given"


class Directness(StrEnum):
    """Quoted word for word, in the reporter's words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether the source affirms or denies the claim."""

    AFFIRMS = "affirms"
    DENIES = "denies"


class ClaimKind(StrEnum):
    """What kind of thing is claimed."""

    STATEMENT = "statement"
    EVENT = "event"
    NUMBER = "number"
    CAUSAL = "causal"
    PREDICTION = "prediction"
    MEDIA = "media"
    OPINION = "opinion"

    @property
    def is_checkable(self) -> bool:
        return self is not ClaimKind.OPINION


class Status(StrEnum):
    """How far the checking of a claim has come. Separate from its verdict."""

    NEW = "new"
    CHOSEN = "chosen"
    IN_PROGRESS = "in_progress"
    AWAITING_RESPONSE = "awaiting_response"
    REVIEW = "review"
    CONCLUDED = "concluded"
    DROPPED = "dropped"


class Stance(StrEnum):
    """Which way a piece of evidence points."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"


class RelationType(StrEnum):
    """How two marks or entities relate; read from the `from` end."""

    ATTRIBUTED_TO = "attributed_to"
    RELAYED_VIA = "relayed_via"
    SAME_SOURCE = "same_source"
    RESTATES = "restates"
    SAME_CLAIM = "same_claim"
    CORROBORATED_BY = "corroborated_by"
    CONTRADICTED_BY = "contradicted_by"
    QUALIFIES = "qualifies"
    UPDATES = "updates"
    EVIDENCE_FOR = "evidence_for"
    EVIDENCE_AGAINST = "evidence_against"


class Standing(StrEnum):
    """On whose side an entity stands: set by a person, never inferred."""

    OFFICIAL = "official"
    PARTY = "party"
    INDEPENDENT = "independent"
    UNSTATED = "unstated"


class WorkStatus(StrEnum):
    """How far the sourcing of an article has come."""

    OPEN = "open"
    SOURCED = "sourced"
    """«اكتمل الإسناد»."""
