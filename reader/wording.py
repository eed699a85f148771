"""Words for codes: what the floors below the window have to say, in Arabic or English.

The catalogues are gettext's, with codes for msgids: `resources/i18n/wording_<language>.po`. A
wording holds its parameters in braces:

    {name}              a string: foreign, and kept from reordering what stands around it
    {n}                 a number, in Latin digits or such as are asked for
    {claims:a_claim}    a number by the plural forms of the wording `a_claim`, which sees it as {n}
    {kind:enum.Kind}    a slug by the wording `enum.Kind.<slug>`

A wording with plural forms of its own is chosen by the message's first number.
"""

from __future__ import annotations

import gettext
import unicodedata
import warnings
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from string import Formatter
from typing import NamedTuple

from reader.model.errors import Message
from reader.model.summary import Language
from reader.resource import resource
from reader.text.bidi import isolate
from reader.text.digits import LATIN, written

_HARMLESS = {
    "ar": frozenset(("R", "AL", "NSM", "WS", "ON", "CS", "BN")),
    "en": frozenset(("L", "EN", "ES", "ET", "NSM", "WS", "ON", "CS", "BN")),
}
"""Bidirectional classes (UAX #9) that cannot reorder a sentence of the language."""


class MissingWordingWarning(UserWarning):
    """A code or a parameter without words. It stands for itself: a newer program may write one."""


class Piece(NamedTuple):
    """A part of a wording: ours, or a parameter's."""

    text: str
    foreign: bool = False


def words(message: Message, language: Language, digits: str = LATIN) -> str:
    """A message in words, foreign parts isolated where they could reorder the sentence.

    Args:
        message: a code with parameters.
        language: of the words.
        digits: the ten that numbers are written in; those within strings stay as they are.

    Warns:
        MissingWordingWarning: the code is unknown; it stands for itself, never an empty text.
    """
    return "".join(
        isolated(piece.text, language) if piece.foreign else piece.text
        for piece in pieces(message, language, digits)
    )


def say(code: str, language: Language, **params: str | int) -> str:
    """`words` of a code with parameters."""
    return words(Message(code=code, params=params), language)


def sentence(
    clauses: Sequence[Message],
    language: Language,
    digits: str = LATIN,
    *,
    closing: Message | None = None,
) -> str:
    """Clauses as one sentence without its full stop, a remark that is none of them at its end."""
    said = say("clause_separator", language).join(words(c, language, digits) for c in clauses)
    if closing is not None:
        said += say("list_separator", language) + words(closing, language, digits)
    return said[:1].upper() + said[1:]


def label(member: StrEnum, language: Language) -> str:
    """The words of a member of a closed list: the code `enum.<Class>.<value>`."""
    return say(f"enum.{type(member).__name__}.{member.value}", language)


def pieces(message: Message, language: Language, digits: str = LATIN) -> tuple[Piece, ...]:
    """A message in words, what is foreign kept apart. Warns like `words`."""
    numbers = (p for p in message.params.values() if isinstance(p, int))
    return tuple(_pieces(message.code, message.params, next(numbers, None), language, digits))


def isolated(text: str, language: Language) -> str:
    """The text, in Unicode isolates where it could reorder a sentence of the language."""
    classes = {unicodedata.bidirectional(char) for char in text}
    ends = {unicodedata.bidirectional(char) for char in (text[:1] + text[-1:])}
    loose = language == "ar" and not ends <= {"R", "AL"}
    return text if classes <= _HARMLESS[language] and not loose else isolate(text)


def _pieces(
    code: str, params: Mapping[str, str | int], n: int | None, language: Language, digits: str
) -> Iterator[Piece]:
    template = _template(code, n, language)
    if template == code:
        yield _missing(" ".join([code, *map(str, params.values())]))
        return
    for literal, name, spec, _ in Formatter().parse(template):
        yield Piece(literal)
        if name is None:
            continue
        value = params.get(name)
        if value is None:
            yield _missing(name)
        elif spec and isinstance(value, int):
            yield from _pieces(spec, {**params, "n": value}, value, language, digits)
        elif spec:
            yield from _pieces(f"{spec}.{value}", {}, None, language, digits)
        elif isinstance(value, int):
            yield Piece(written(value, digits))
        else:
            yield Piece(value, foreign=True)


def _missing(text: str) -> Piece:
    warnings.warn(MissingWordingWarning(text), stacklevel=2)
    return Piece(text, foreign=True)


def _template(code: str, n: int | None, language: Language) -> str:
    catalogue = _catalogue(language)
    template = code if n is None else catalogue.ngettext(code, code, n)
    return catalogue.gettext(code) if template == code else template


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    return gettext.translation("wording", resource("i18n"), [language])
