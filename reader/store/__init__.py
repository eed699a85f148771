"""The library on disk: what is saved survives a crash, a full disk and another program."""

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
from reader.store.verify import verify
from reader.store.verify_notes import Problem

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
