"""Earlier versions of a file, in the folder `backups` beside it.

A version is kept before it is replaced, at most once in ten minutes: the newest five, and the
last of each day for fourteen days. Keeping one costs a hard link, not a copy.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from reader.store.files import move, temporary_name
from reader.store.paths import read_stamp, stamp

EVERY = timedelta(minutes=10)
RECENT = 5
DAYS = 14

FOLDER = "backups"

_log = logging.getLogger(__name__)


def to_keep(stamps: Iterable[datetime], today: date) -> set[datetime]:
    """Which of the backups made at these times are kept. Days are days in UTC."""
    newest_first = sorted(stamps, reverse=True)
    last_of_day: dict[date, datetime] = {}
    for moment in newest_first:
        last_of_day.setdefault(moment.date(), moment)
    oldest = today - timedelta(days=DAYS - 1)
    daily = {moment for day, moment in last_of_day.items() if day >= oldest}
    return daily | set(newest_first[:RECENT])


class Backups:
    """Keeps the earlier versions of any number of files."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._newest: dict[Path, datetime] = {}

    def keep(self, path: Path) -> None:
        """Keep the version at `path`, which is about to be replaced, unless one was kept lately.

        A failure is logged and does not stop the save: the new work matters more.
        """
        try:
            self._keep(path, self._clock())
        except OSError as error:
            # Without the folders above, whose names tell whose machine this is.
            reason = error.strerror or type(error).__name__
            _log.warning("no backup of %s: %s", path.name, reason)

    def _keep(self, path: Path, now: datetime) -> None:
        newest = self._newest.get(path) or max(existing(path), default=None)
        # The distance, not the age: a clock that was wrong for a while must not stop backups.
        if newest is not None and abs(now - newest) < EVERY:
            self._newest[path] = newest
            return
        target = backup_name(path, now)
        target.parent.mkdir(exist_ok=True)
        _link(path, target)
        self._newest[path] = now
        found = existing(path)
        for moment in found.keys() - to_keep(found, now.date()):
            found[moment].unlink()


def backup_name(path: Path, moment: datetime) -> Path:
    return path.parent / FOLDER / f"{path.stem}.{stamp(moment)}{path.suffix}"


def existing(path: Path) -> dict[datetime, Path]:
    """The backups of a file, by the time when each was made."""
    found = (path.parent / FOLDER).glob(f"{path.stem}.*{path.suffix}")
    stamps = {p: read_stamp(p.name[len(path.stem) + 1 : -len(path.suffix)]) for p in found}
    return {moment: p for p, moment in stamps.items() if moment is not None}


def _link(path: Path, target: Path) -> None:
    try:
        target.hardlink_to(path)
    except OSError:
        # A memory stick has no hard links.
        temporary = temporary_name(target)
        shutil.copyfile(path, temporary)
        move(temporary, target)
