"""Which fields a source, a claim, a card, a link, a piece of evidence have: tables, no widgets.

The names are those of the model's fields; what is shown first comes before what is under details.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from reader.gui.kit.fields import Choice, Day, Field, Line, Names, Paragraph, Tick
from reader.gui.kit.form import Spec
from reader.gui.kit.i18n import QT_TRANSLATE_NOOP
from reader.model.summary import Language
from reader.model.vocabulary import (
    AnonymityReason,
    ClaimKind,
    Directness,
    Knowledge,
    Naming,
    Number,
    Polarity,
    SourceKind,
    Stance,
    Standing,
    Status,
)


def _choice(kind: type[StrEnum], empty: str = "") -> Callable[[Language], Field]:
    return lambda language: Choice(kind, language, empty=empty)


def _line(_language: Language) -> Field:
    return Line()


def _names(_language: Language) -> Field:
    return Names()


def _paragraph(_language: Language) -> Field:
    return Paragraph()


def _day(_language: Language) -> Field:
    return Day()


def _tick(_language: Language) -> Field:
    return Tick()


NOTE = (Spec("note", QT_TRANSLATE_NOOP("Fields", "Note"), _paragraph),)
REMARKS = (
    Spec("note", QT_TRANSLATE_NOOP("Fields", "Note on the article"), _paragraph),
    Spec("assessment", QT_TRANSLATE_NOOP("Fields", "Assessment"), _paragraph),
)
SOURCE = (Spec("naming", QT_TRANSLATE_NOOP("Fields", "Identification"), _choice(Naming)),)
SOURCE_DETAILS = (
    Spec("kind", QT_TRANSLATE_NOOP("Fields", "Kind of source"), _choice(SourceKind)),
    Spec("number", QT_TRANSLATE_NOOP("Fields", "Number"), _choice(Number)),
    Spec("role", QT_TRANSLATE_NOOP("Fields", "Role"), _line),
    Spec("affiliation", QT_TRANSLATE_NOOP("Fields", "Affiliation"), _line),
    Spec("country", QT_TRANSLATE_NOOP("Fields", "Country"), _line),
    Spec("knowledge", QT_TRANSLATE_NOOP("Fields", "How the source knows"), _choice(Knowledge)),
    Spec(
        "anonymity_reason",
        QT_TRANSLATE_NOOP("Fields", "Reason for anonymity"),
        _choice(AnonymityReason),
    ),
    Spec("anonymity_words", QT_TRANSLATE_NOOP("Fields", "In the outlet's words"), _line),
)
CARD = (
    Spec("name", QT_TRANSLATE_NOOP("Fields", "Name on the card"), _line),
    Spec("standing", QT_TRANSLATE_NOOP("Fields", "Standing"), _choice(Standing)),
    Spec("aliases", QT_TRANSLATE_NOOP("Fields", "Other names"), _names),
    Spec("kind", QT_TRANSLATE_NOOP("Fields", "Kind on the card"), _choice(SourceKind)),
    Spec("country", QT_TRANSLATE_NOOP("Fields", "Country on the card"), _line),
    Spec("notes", QT_TRANSLATE_NOOP("Fields", "Notes on the card"), _paragraph),
)
CLAIM = (Spec("status", QT_TRANSLATE_NOOP("Fields", "Status"), _choice(Status)),)
CLAIM_DETAILS = (
    Spec("normalised", QT_TRANSLATE_NOOP("Fields", "The claim in your words"), _paragraph),
    Spec("kind", QT_TRANSLATE_NOOP("Fields", "Kind of claim"), _choice(ClaimKind)),
)
CLAIM_DATE = (
    Spec("written", QT_TRANSLATE_NOOP("Fields", "Date as written"), _line),
    Spec("value", QT_TRANSLATE_NOOP("Fields", "Date as understood"), _day),
    Spec("inferred", QT_TRANSLATE_NOOP("Fields", "The day was inferred"), _tick),
)
CLAIM_END = (Spec("signed_off_by", QT_TRANSLATE_NOOP("Fields", "Signed off by"), _line),)
LINK = (
    Spec(
        "directness",
        QT_TRANSLATE_NOOP("Fields", "Quoted"),
        _choice(Directness, empty="—"),
    ),
    Spec("polarity", QT_TRANSLATE_NOOP("Fields", "Position"), _choice(Polarity)),
)
HOP = (
    Spec("channel", QT_TRANSLATE_NOOP("Fields", "Through"), _line),
    Spec("undisclosed", QT_TRANSLATE_NOOP("Fields", "Undisclosed relay"), _tick),
)
EVIDENCE = (
    Spec("stance", QT_TRANSLATE_NOOP("Fields", "Stance"), _choice(Stance)),
    Spec("url", QT_TRANSLATE_NOOP("Fields", "Address"), _line),
    Spec("archive_url", QT_TRANSLATE_NOOP("Fields", "Archived at"), _line),
    Spec("accessed", QT_TRANSLATE_NOOP("Fields", "Seen on"), _day),
    Spec("quote", QT_TRANSLATE_NOOP("Fields", "Quotation"), _paragraph),
    Spec("note", QT_TRANSLATE_NOOP("Fields", "Note"), _paragraph),
)
CONTACT = (
    Spec("who", QT_TRANSLATE_NOOP("Fields", "Who was asked"), _line),
    Spec("how", QT_TRANSLATE_NOOP("Fields", "How"), _line),
    Spec("asked_at", QT_TRANSLATE_NOOP("Fields", "Asked on"), _day),
    Spec("due", QT_TRANSLATE_NOOP("Fields", "Answer due"), _day),
    Spec("answer", QT_TRANSLATE_NOOP("Fields", "Answer"), _paragraph),
)
