"""Which files there are, what each holds, and how the bytes of one become a value.

Whatever the bytes are, reading them ends with a value or an error: never with NaN, a lone
surrogate or an endless recursion, since pydantic's own reader parses the JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import PydanticSerializationError, from_json, to_json

from reader.model.annotations import Annotations
from reader.model.base import Value
from reader.model.library import (
    ArticleFile,
    Codebook,
    Entity,
    LibraryFile,
    StateFile,
    TextFile,
)
from reader.settings import Settings
from reader.store.errors import DamagedFileError, NewerSchemaError, UnwritableError
from reader.store.files import read_bytes
from reader.store.lock import Holder

V = TypeVar("V", bound=Value)

_MEGABYTE = 1_000_000
MAX_DOCUMENT = 20 * _MEGABYTE
"""Bytes of a JSON file: 1,000 marks with their history are about 1.5 MB."""
MAX_TEXT = 200 * _MEGABYTE
"""Bytes of a text version: the longest page that is read, its text escaped, and its blocks."""
MAX_CONTENT = 200 * _MEGABYTE
"""Bytes of a page or an image as it came in; reading one stops far below."""

_ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_SHA256 = r"[0-9a-f]{64}"
_STAMP = r"\d{4}-\d\d-\d\dT\d{6}\.\d{6}Z"
_BACKED_UP = rf"backups/%s\.{_STAMP}\.json"


@dataclass(frozen=True)
class Format:
    """One kind of JSON file."""

    name: str
    """Of its JSON Schema."""
    model: type[Value]
    pattern: re.Pattern[str]
    """Of its path in the library, with `/`."""
    limit: int = MAX_DOCUMENT


def _format(name: str, model: type[Value], folder: str, stem: str, *more: str) -> Format:
    """A format whose files lie in `folder`; its backups in the folder `backups` beside them."""
    names = "|".join((rf"{stem}\.json", _BACKED_UP % stem, *more))
    return Format(name, model, re.compile(f"{folder}({names})"))


_ARTICLE = f"articles/{_ID}/"

FORMATS = (
    _format("library", LibraryFile, "", "library"),
    _format("codebook", Codebook, "", "codebook"),
    _format("entity", Entity, "sources/", _ID),
    _format("article", ArticleFile, _ARTICLE, "article"),
    Format("text", TextFile, re.compile(rf"{_ARTICLE}texts/{_SHA256}\.json"), MAX_TEXT),
    _format(
        "annotations", Annotations, _ARTICLE, "annotations",
        rf"annotations\.recovered-{_STAMP}\.json",
    ),
    _format("state", StateFile, _ARTICLE, "state"),
    _format("settings", Settings, "", "settings"),
    _format("holder", Holder, "", "holder"),
)  # fmt: skip


def format_of(path: str) -> Format | None:
    """The format of a path in the library, written with `/`; None if it is no JSON file of ours."""
    return next((f for f in FORMATS if f.pattern.fullmatch(path)), None)


class _Versioned(BaseModel):
    """What every version of every file has."""

    number: int = Field(alias="schema", ge=0)


def schema_of(model: type[Value]) -> int:
    """The schema number that this program writes."""
    return int(model.model_fields["schema_"].default)


def parse(model: type[V], data: bytes, path: Path) -> V:
    """The value in the bytes of the file at `path`, written in the schema of this program.

    Raises:
        NewerSchemaError: a newer version wrote it.
        DamagedFileError: it is no such value.
    """
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        newer = _newer_schema(model, data)
        if newer is not None:
            raise NewerSchemaError(path, newer) from error
        raise DamagedFileError.by(path, error) from error


def understand(model: type[V], data: bytes, path: Path) -> tuple[V, int | None]:
    """The value in the bytes of a file, and the schema number if a newer version wrote it.

    Fields that such a version added are left out: the value is to be shown and never saved.

    Raises:
        NewerSchemaError: more has changed than that fields were added.
        DamagedFileError: it is no such value.
    """
    try:
        return parse(model, data, path), None
    except NewerSchemaError as error:
        newer = error
    raw = from_json(data)
    raw["schema"] = schema_of(model)
    try:
        for unknown in _unknown_fields(model, raw):
            _remove(raw, unknown)
        return model.model_validate_json(to_json(raw)), newer.schema
    except ValidationError as error:
        raise newer from error


def load(model: type[V], path: Path, limit: int = MAX_DOCUMENT) -> V | None:
    """The value of a file, None where there is none. Raises as `read_bytes` and `parse` do."""
    data = read_bytes(path, limit)
    return None if data is None else parse(model, data, path)


def dump(value: Value) -> bytes:
    """A value as it is written: UTF-8, indented, every field, in the order of the model."""
    return value.model_dump_json(indent=2).encode() + b"\n"


def encode(value: Value, path: Path) -> bytes:
    """As `dump`, for a file that must be readable again.

    Raises:
        UnwritableError: it holds what JSON cannot, or is too large.
    """
    try:
        data = dump(value)
    except PydanticSerializationError as error:
        raise UnwritableError(path, str(error)) from error
    if len(data) > MAX_DOCUMENT:
        raise UnwritableError(path, f"larger than {MAX_DOCUMENT} bytes")
    return data


def _newer_schema(model: type[Value], data: bytes) -> int | None:
    try:
        number = _Versioned.model_validate_json(data).number
    except ValidationError:
        return None
    return number if number > schema_of(model) else None


def _unknown_fields(model: type[Value], raw: object) -> list[tuple[int | str, ...]]:
    try:
        model.model_validate_json(to_json(raw))
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        return [p["loc"] for p in problems if p["type"] == "extra_forbidden"]
    return []


def _remove(raw: Any, where: tuple[int | str, ...]) -> None:
    """Delete the field at `where`; parts of it that are no keys name a member of a union."""
    for part in where[:-1]:
        # The member is named as the value's type, and so may be a field that is not known.
        is_step = isinstance(raw, list) or (part in raw and part != raw.get("type"))
        raw = raw[part] if is_step else raw
    raw.pop(where[-1], None)
