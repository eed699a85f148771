"""Who makes things, and how a use case names what it would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from pydantic import ValidationError

from reader.model.annotations import Mark
from reader.model.base import Stamped, Value
from reader.model.errors import Message
from reader.session.edits import Change, Desk, Edit
from reader.session.errors import SessionError

S = TypeVar("S", bound=Stamped)
V = TypeVar("V", bound=Value)


@dataclass(frozen=True)
class Maker:
    """Who makes things, when, and with what ids."""

    author: UUID
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    new_id: Callable[[], UUID] = uuid4

    def stamp(self) -> dict[str, Any]:
        """The fields that every new thing carries."""
        now = self.clock()
        return {"id": self.new_id(), "created_at": now, "modified_at": now, "author": self.author}

    def changed(self, thing: S, **fields: object) -> S:
        """The thing with other fields, validated anew. Raises like `built`."""
        return with_fields(thing, {**fields, "modified_at": self.clock()})


def built(kind: type[V], values: Mapping[str, object]) -> V:
    """A value of that kind, of values that a person gave.

    Raises:
        SessionError: `value_not_valid`.
    """
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise SessionError("value_not_valid") from error


def with_fields(value: V, fields: Mapping[str, object]) -> V:
    """The value with other fields, validated anew. Raises like `built`."""
    kept = {name: getattr(value, name) for name in type(value).model_fields}
    return built(type(value), {**kept, **fields})


def mark_of(desk: Desk, mark_id: UUID) -> Mark:
    """The mark of that id.

    Raises:
        SessionError: `mark_is_gone`.
    """
    mark = desk.marks.get(mark_id)
    if mark is None:
        raise SessionError("mark_is_gone")
    return mark


def named(code: str, edits: Iterable[Edit], **params: str | int) -> Change:
    """A change with its name: a code and the parameters of its wording."""
    return Change(Message(code=code, params=params), tuple(edits))
