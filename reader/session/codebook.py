"""The use cases on the codes of a codebook. Each gives the `Change` that would carry it out.

A slug never changes, since marks hold it: a label, a colour, a key or the order may. A code is
retired rather than deleted where marks have it; deleting one touches no mark either: they keep
the slug, which is shown bare, and get the code back with an undo.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from reader.model.library import Code, Codebook, Labelled
from reader.model.summary import Language
from reader.session.edits import Change, Edit
from reader.session.errors import SessionError
from reader.session.maker import built, named, with_fields
from reader.session.palette import palette
from reader.session.slugs import slug_of
from reader.session.typed import one_line

MOST = 300
"""Codes of a codebook, and scales, and steps of a scale: more fit no list that a person reads."""
LONGEST_LABEL, LONGEST_DEFINITION = 80, 1000
"""Code points."""

_KEY = re.compile(r"[0-9a-z]?")
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Controls, and what would reorder the sentence around a label."""

L = TypeVar("L", bound=Labelled)
Texts = Mapping[Language, str]


def add_code(book: Codebook, labels: Texts, **fields: object) -> tuple[Change, Code]:
    """Add a code at the end. Its slug is made of its label, the English one first.

    Raises:
        SessionError: it has no label, or the codebook is full; as `edit_code` does.
    """
    refuse_more(book.codes)
    said = labels_of(labels)
    slug = slug_of(said.get("en") or said["ar"], {c.slug for c in book.codes}, "code")
    last = max((code.order for code in book.codes), default=0)
    values = {"colour": _free_colour(book), "order": last + 1, **_cleaned(book, slug, fields)}
    code = built(Code, {**values, "slug": slug, "labels": said})
    return changed("change_add_code", book, codes=(*book.codes, code)), code


def edit_code(book: Codebook, slug: str, **fields: object) -> Change:
    """Change `labels`, `definition`, `colour` or `key` of a code.

    Raises:
        SessionError: `code_is_gone`; `label_missing`; `code_key_taken`; `code_key_unfit`;
            `value_not_valid`.
    """
    code = with_fields(code_of(book, slug), _cleaned(book, slug, fields))
    return changed("change_edit_code", book, codes=_replaced(book.codes, code))


def swap_key(book: Codebook, slug: str, key: str) -> Change:
    """Give a code the key of another, which gets the key that this one had."""
    code, other = code_of(book, slug), holder_of_key(book, key)
    codes = _replaced(book.codes, code.model_copy(update={"key": _key(key)}))
    if other is not None and other.slug != slug:
        codes = _replaced(codes, other.model_copy(update={"key": code.key}))
    return changed("change_edit_code", book, codes=codes)


def order_codes(book: Codebook, slugs: Sequence[str]) -> Change:
    """Show the codes in this order; those not named come after, as they were."""
    places = {slug: place for place, slug in enumerate(slugs)}
    found = sorted(book.codes, key=lambda c: (places.get(c.slug, len(places)), c.order))
    codes = tuple(c.model_copy(update={"order": n}) for n, c in enumerate(found, 1))
    return changed("change_order_codes", book, codes=codes)


def move_code(book: Codebook, slug: str, by: int) -> Change:
    """Move a code by so many places among those that are offered."""
    return order_codes(book, moved([code.slug for code in book.offered], slug, by))


def retire_code(book: Codebook, slug: str, *, retired: bool) -> Change:
    """Offer a code no more, or again. Marks that have it keep it, in its colour."""
    code = code_of(book, slug)
    fields: dict[str, object] = {"retired": retired}
    if not retired and holder_of_key(book, code.key):
        fields["key"] = ""  # somebody else has it by now
    name = "change_retire_code" if retired else "change_bring_back_code"
    codes = _replaced(book.codes, code.model_copy(update=fields))
    return changed(name, book, codes=codes)


def delete_code(book: Codebook, slug: str) -> Change:
    """Take a code out of the codebook. No mark is touched."""
    code_of(book, slug)
    codes = tuple(code for code in book.codes if code.slug != slug)
    return changed("change_delete_code", book, codes=codes)


# What the others need to know


def code_of(book: Codebook, slug: str) -> Code:
    """The code of that slug.

    Raises:
        SessionError: `code_is_gone`.
    """
    code = book.code(slug)
    if code is None:
        raise SessionError("code_is_gone")
    return code


def holder_of_key(book: Codebook, key: str) -> Code | None:
    """The code that a key picks; None where it is free."""
    return next((code for code in book.offered if key and code.key == key), None)


def in_either(code: Labelled, name: str, language: Language, text: str) -> dict[Language, str]:
    """The `labels` or `definition` of a code with the text of one language replaced."""
    return {**getattr(code, name), language: text}


# What codes and scales share


def labels_of(labels: Texts) -> dict[Language, str]:
    """Labels that were typed, the empty ones left out.

    Raises:
        SessionError: `label_missing`, where all are empty.
    """
    found = texts_of(labels, LONGEST_LABEL)
    if not found:
        raise SessionError("label_missing")
    return found


def texts_of(texts: Texts, longest: int) -> dict[Language, str]:
    """Texts as one line each, cut, without the characters that would reorder a sentence."""
    lines: dict[Language, str] = {
        language: one_line(_HIDDEN.sub("", text))[:longest].strip()
        for language, text in texts.items()
    }
    return {language: line for language, line in lines.items() if line}


def moved(slugs: Sequence[str], slug: str, by: int) -> list[str]:
    """The slugs with one of them moved by so many places, not beyond the ends."""
    others = [other for other in slugs if other != slug]
    if len(others) < len(slugs):
        others.insert(max(0, slugs.index(slug) + by), slug)
    return others


def refuse_more(things: Sequence[object]) -> None:
    """Raise SessionError `codebook_full` where there is room for no other."""
    if len(things) >= MOST:
        raise SessionError("codebook_full", n=MOST)


def changed(name: str, book: Codebook, **fields: object) -> Change:
    """The change to a codebook with other fields; without an edit where it is the same."""
    after = with_fields(book, fields)
    return named(name, [Edit(book, after)] if after != book else [])


def _replaced(codes: Iterable[Code], new: Code) -> tuple[Code, ...]:
    return tuple(new if code.slug == new.slug else code for code in codes)


def _cleaned(book: Codebook, slug: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a code as they may be kept."""
    clean = dict(fields)
    if "labels" in clean:
        clean["labels"] = labels_of(clean["labels"])
    if "definition" in clean:
        clean["definition"] = texts_of(clean["definition"], LONGEST_DEFINITION)
    if "key" in clean:
        clean["key"] = _key(clean["key"])
        holder = holder_of_key(book, clean["key"])
        if holder is not None and holder.slug != slug:
            raise SessionError("code_key_taken", key=clean["key"])
    return clean


def _key(typed: str) -> str:
    key = typed.strip().lower()
    if not _KEY.fullmatch(key):
        raise SessionError("code_key_unfit", key=key)
    return key


def _free_colour(book: Codebook) -> str:
    """A colour of the palette that is used the least."""
    used = [code.colour for code in book.offered]
    return min((shade.colour for shade in palette()), key=used.count)
