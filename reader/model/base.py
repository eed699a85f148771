"""What every value of the model shares: frozen, closed to unknown fields, written as plain JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints


def _to_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


UtcTime = Annotated[AwareDatetime, AfterValidator(_to_utc)]
"""An aware moment, kept in UTC and written as ISO 8601."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in lower-case hexadecimal digits: safe as a file's name."""


class Value(BaseModel):
    """A frozen value. A field that the schema does not know is an error, never dropped."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        serialize_by_alias=True,
        validate_by_name=True,
        validate_by_alias=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )


class Stamped(Value):
    """A value with an identity: who made it and when it last changed."""

    id: UUID
    created_at: UtcTime
    modified_at: UtcTime
    author: UUID
    """An agent's id: random, never the system's user name."""
