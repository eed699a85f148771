"""UTF-8 that was once read as windows-1256 and saved so: noticed, and repaired only when asked."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

MOJIBAKE: Final = "utf-8-read-as-windows-1256"
"""The name under which the repair is chosen, like an encoding."""

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_ARABIC_LETTER: Final = re.compile("[\u0621-\u064a]")
_MARK: Final = re.compile("[طظ]")
"""What the first byte of an Arabic letter in UTF-8 looks like when it is so misread."""

_PROOFS: Final = 5  # runs that must turn into Arabic, and
_SHARE: Final = 0.8  # what share they are
_SAMPLE: Final = 500  # of the first runs


def is_mojibake(text: str) -> bool:
    """Whether nearly all that is not ASCII becomes Arabic by the repair."""
    runs = [run[0] for run in islice(_BEYOND_ASCII.finditer(text), _SAMPLE)]
    damaged = [run for run in runs if _MARK.search(run)]
    proofs = sum(1 for run in damaged if _ARABIC_LETTER.search(_repaired_run(run) or ""))
    return proofs >= _PROOFS and proofs >= _SHARE * len(runs)


def repaired(text: str) -> str:
    """The text with each damaged run read as it was meant; the others are left as they are."""
    return _BEYOND_ASCII.sub(lambda run: _repaired_run(run[0]) or run[0], text)


def _repaired_run(run: str) -> str | None:
    try:
        return run.encode("cp1256").decode("utf-8")
    except UnicodeError:
        return None
