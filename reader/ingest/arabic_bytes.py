"""Telling the single-byte Arabic encodings apart by the letters they give.

Only windows-1256 and iso-8859-6 are ever guessed; the others are for a person to pick. A score
of 1.4 is Arabic news and one of 0.8 Persian; other languages and the wrong encoding stay below 0.5.
"""

from __future__ import annotations

import re
from typing import Final

from reader.ingest.limits import SAMPLE_BYTES

ARABIC: Final = {"windows-1256": "cp1256", "iso-8859-6": "iso8859_6"}
"""The encodings that are told apart, with their codecs."""

_ENOUGH: Final = 0.6  # a score that is Arabic
_MARGIN: Final = 0.25  # by which letters must speak against a label

_RUN: Final = re.compile(
    rb"[^\x00-\x7f](?:[^\x00-\x7f]|[ .,:;\"()0-9-]{1,3}(?=[^\x00-\x7f])){0,400}"
)
_WORD: Final = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]+")
_COMMON_WORDS = "في من على إلى أن عن مع التي الذي هذا هذه قال كما بعد بين ما لا"
_COMMON: Final = frozenset(_COMMON_WORDS.split())
_UNLIKELY: Final = re.compile("[\u0080-\u009f\ufffd\u2500-\u259f]")
_BESIDE_LATIN: Final = re.compile("[\u0621-\u064a][\u00c0-\u024f]|[\u00c0-\u024f][\u0621-\u064a]")
_MISPLACED: Final = re.compile(
    "[ةى](?=[\u0621-\u064a])|(?<![\u0621-\u064a])[ىؤئء](?=[\u0621-\u064a])"
)
_NEUTRAL: Final = re.compile("[^\x00-\x7f\\s“”‘’–—…«»\u200c-\u200f•·]")


def looks_arabic(data: bytes) -> str | None:
    """The encoding in which `data` is Arabic prose, if it is in one of them."""
    best, score = max(_scores(data).items(), key=lambda item: item[1])
    return best if score > _ENOUGH else None


def clearly_better(data: bytes, labelled: str) -> str | None:
    """Another Arabic encoding that fits clearly better than the labelled one."""
    scores = _scores(data)
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > scores[labelled] + _MARGIN else None


def _scores(data: bytes) -> dict[str, float]:
    sample = _sample(data)
    return {name: _score(sample.decode(codec, "replace")) for name, codec in ARABIC.items()}


def _sample(data: bytes) -> bytes:
    """The first runs of non-ASCII bytes: markup and script are ASCII and so say nothing."""
    runs: list[bytes] = []
    left = SAMPLE_BYTES
    for match in _RUN.finditer(data):
        runs.append(match[0])
        left -= len(match[0])
        if left <= 0:
            break
    return b" ".join(runs)


def _score(text: str) -> float:
    letters = len(_NEUTRAL.findall(text))
    words = _WORD.findall(text)
    if not letters or not words:
        return 0.0
    long = sum(len(word) for word in words if len(word) >= 3)
    common = sum(1 for word in words if word.removeprefix("و") in _COMMON or _is_definite(word))
    against = 3 * len(_UNLIKELY.findall(text)) + 2 * len(_BESIDE_LATIN.findall(text))
    misplaced = len(_MISPLACED.findall(text))
    return (long - against) / letters + (1.5 * common - 2 * misplaced) / len(words)


def _is_definite(word: str) -> bool:
    return len(word) >= 4 and word.removeprefix("و").startswith("ال")
