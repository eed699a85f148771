"""Codes and scales from elsewhere: the presets of the program, and files of other people.

What is there stays as it is: only what is missing is added, and it can be looked at before.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from reader.model.base import Value
from reader.model.library import Code, Codebook, Scale
from reader.model.summary import Language
from reader.resource import resource
from reader.session.codebook import (
    LONGEST_DEFINITION,
    MOST,
    changed,
    holder_of_key,
    labels_of,
    texts_of,
)
from reader.session.edits import Change
from reader.session.errors import SessionError
from reader.session.handing_over import write_export
from reader.session.maker import with_fields
from reader.session.scales import RATINGS
from reader.store.errors import DamagedFileError, NewerSchemaError
from reader.store.formats import dump, load
from reader.store.reading import preset_codebook

_LARGEST_FILE = 1_000_000
"""Bytes."""


class Preset(Value):
    """A set of codes and scales that comes with the program."""

    slug: str
    labels: dict[Language, str]
    definition: dict[Language, str]

    @property
    def book(self) -> Codebook:
        if self.slug == "general":
            return preset_codebook()
        data = resource("codebooks", f"{self.slug}.json").read_bytes()
        return Codebook.model_validate_json(data)


@cache
def presets() -> tuple[Preset, ...]:
    """The presets, in the order in which they are offered."""
    data = resource("codebooks", "presets.json").read_bytes()
    return TypeAdapter(tuple[Preset, ...]).validate_json(data)


def additions(book: Codebook, other: Codebook) -> Codebook:
    """What another codebook would add: the codes and scales whose slugs are not there yet.

    A key that is in use already is left off.
    """
    last = max((code.order for code in book.codes), default=0)
    known = {code.slug for code in book.codes}
    codes = [code for code in _in_order(other) if code.slug not in known]
    return Codebook(
        codes=tuple(
            code.model_copy(
                update={
                    "order": last + n,
                    "key": "" if holder_of_key(book, code.key) else code.key,
                }
            )
            for n, code in enumerate(codes, 1)
        ),
        scales=tuple(scale for scale in other.scales if book.scale(scale.slug) is None),
    )


def add_all(book: Codebook, added: Codebook) -> Change:
    """Add what `additions` found.

    Raises:
        SessionError: `codebook_full`.
    """
    codes, scales = (*book.codes, *added.codes), (*book.scales, *added.scales)
    if len(codes) > MOST or len(scales) > MOST:
        raise SessionError("codebook_full", n=MOST)
    return changed("change_add_codes", book, codes=codes, scales=scales)


def read_codebook(path: Path) -> Codebook:
    """A codebook that somebody saved into a file.

    Raises:
        SessionError: `codebook_file_gone`; `codebook_file_unfit`; `codebook_file_newer`;
            `codebook_full`.
        DiskError: the system refuses.
    """
    try:
        book = load(Codebook, path, _LARGEST_FILE)
    except NewerSchemaError as error:
        raise SessionError("codebook_file_newer", name=path.name) from error
    except DamagedFileError as error:
        raise SessionError("codebook_file_unfit", name=path.name) from error
    if book is None:
        raise SessionError("codebook_file_gone", name=path.name)
    try:
        return _checked(book)
    except SessionError as error:
        if error.message.code == "codebook_full":
            raise
        raise SessionError("codebook_file_unfit", name=path.name) from error


def write_codebook(path: Path, book: Codebook) -> None:
    """Save a codebook into a file, to be read by `read_codebook`. Raises as `write_export`."""
    write_export(path, dump(book))


def _in_order(book: Codebook) -> list[Code]:
    return sorted(book.codes, key=lambda code: code.order)


def _checked(book: Codebook) -> Codebook:
    """The codebook as our own use cases would have made it. Raises SessionError."""
    for things in (book.codes, book.scales, *(scale.steps for scale in book.scales)):
        if len(things) > MOST:
            raise SessionError("codebook_full", n=MOST)
        if len({thing.slug for thing in things}) < len(things):
            raise SessionError("value_not_valid")
    keys: set[str] = set()
    codes = []
    for code in _in_order(book):
        fit = len(code.key) == 1 and code.key.isascii() and code.key.isalnum()
        key = code.key.lower() if fit and code.key.lower() not in keys else ""
        keys.add(key)
        codes.append(_clean_code(code, key))
    return Codebook(codes=tuple(codes), scales=tuple(map(_clean_scale, book.scales)))


def _clean_code(code: Code, key: str) -> Code:
    definition = texts_of(code.definition, LONGEST_DEFINITION)
    fields = {"labels": labels_of(code.labels), "definition": definition, "key": key}
    return with_fields(code, fields)


def _clean_scale(scale: Scale) -> Scale:
    steps = tuple(
        step.model_copy(
            update={
                "labels": labels_of(step.labels),
                "rating": step.rating if step.rating in RATINGS else None,
            }
        )
        for step in scale.steps
    )
    return scale.model_copy(update={"labels": labels_of(scale.labels), "steps": steps})
