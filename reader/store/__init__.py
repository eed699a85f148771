"""The library on disk: what is saved survives a crash, a full disk and another program.

Each name is loaded when it is asked for: the first look at an article (`glance`) needs none, and
must not wait for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.store.documents import Basis
    from reader.store.errors import (
        ChangedOnDiskError,
        DamagedFileError,
        DiskError,
        LibraryLockedError,
        LibraryReadOnlyError,
        LockUnprovenError,
        NewerSchemaError,
        NotInLibraryError,
        StoreError,
        UnwritableError,
        WrongPageError,
    )
    from reader.store.files import utc_now
    from reader.store.preferences import installation_agent, load_settings, save_settings
    from reader.store.store import Store, open_library
    from reader.store.verify_notes import Problem
    from reader.store.verifying import verify

__all__ = [
    "Basis",
    "ChangedOnDiskError",
    "DamagedFileError",
    "DiskError",
    "LibraryLockedError",
    "LibraryReadOnlyError",
    "LockUnprovenError",
    "NewerSchemaError",
    "NotInLibraryError",
    "Problem",
    "Store",
    "StoreError",
    "UnwritableError",
    "WrongPageError",
    "installation_agent",
    "load_settings",
    "open_library",
    "save_settings",
    "utc_now",
    "verify",
]

_PLACES = {
    "documents": ("Basis",),
    "errors": (
        "ChangedOnDiskError",
        "DamagedFileError",
        "DiskError",
        "LibraryLockedError",
        "LibraryReadOnlyError",
        "LockUnprovenError",
        "NewerSchemaError",
        "NotInLibraryError",
        "StoreError",
        "UnwritableError",
        "WrongPageError",
    ),
    "files": ("utc_now",),
    "preferences": ("installation_agent", "load_settings", "save_settings"),
    "store": ("Store", "open_library"),
    "verifying": ("Problem", "verify"),
}


def __getattr__(name: str) -> Any:
    for place, names in _PLACES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"{__name__}.{place}"), name)
            return found
    raise AttributeError(name)
