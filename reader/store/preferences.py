"""Reading and saving `settings.json`, which belongs to a person and not to a library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from reader.model.errors import Message
from reader.settings import Settings
from reader.store.errors import DamagedFileError, NewerSchemaError, StoreError, disk_errors
from reader.store.files import move, read_bytes, replace_durably, utc_now
from reader.store.formats import MAX_DOCUMENT, dump, understand
from reader.store.paths import stamp


def load_settings(file: Path) -> tuple[Settings, Message | None]:
    """The settings, and what a person should know of them. Writes nothing.

    Where the file is missing they are the defaults; where it cannot be read, too, with the
    reason. What a newer version wrote is understood as far as possible.
    """
    try:
        return _read(file) or Settings(), None
    except StoreError as error:
        return Settings(), error.message


def save_settings(
    file: Path, settings: Settings, *, clock: Callable[[], datetime] = utc_now
) -> None:
    """Save the settings; a damaged file is first moved aside, as `settings.damaged-….json`.

    Raises:
        NewerSchemaError: a newer version wrote them.
        DiskError: the disk is full, or refuses.
    """
    with disk_errors(file):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _refuse_newer(file)
        except DamagedFileError:
            move(file, file.with_name(f"settings.damaged-{stamp(clock())}.json"))
    replace_durably(file, dump(settings), Settings.model_validate_json)


def installation_agent(file: Path) -> UUID | None:
    """The id under which this installation annotates: made and saved when it is first asked for.

    None where it cannot be kept; a library then gives its own.
    """
    settings, _ = load_settings(file)
    if settings.agent is not None:
        return settings.agent
    agent = uuid4()
    try:
        save_settings(file, settings.model_copy(update={"agent": agent}))
    except StoreError:
        return None
    return agent


def _read(file: Path) -> Settings | None:
    data = read_bytes(file, MAX_DOCUMENT)
    return None if data is None else understand(Settings, data, file)[0]


def _refuse_newer(file: Path) -> None:
    data = read_bytes(file, MAX_DOCUMENT)
    newer = None if data is None else understand(Settings, data, file)[1]
    if newer is not None:
        raise NewerSchemaError(file, newer)
