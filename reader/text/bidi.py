"""Direction, isolation and invisible characters of a text (UAX #9). Offsets are code points."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Literal, NamedTuple

from reader.text.pattern import Pattern

_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"
_EMBEDDINGS = frozenset("\u202a\u202b\u202d\u202e")
_PDF = "\u202c"
_ISOLATES = frozenset("\u2066\u2067\u2068")
_PARAGRAPH_END = re.compile(r"([\n\r\x1c-\x1e\x85\u2029])")
_PAIRED_OR_END = re.compile(rf"[\u202A-\u202E\u2066-\u2069]|{_PARAGRAPH_END.pattern}")

_STRONG: dict[str, Literal["rtl", "ltr"]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}

_NAMES = {
    "\u00ad": "SHY", "\u0640": "TATWEEL", "\u061c": "ALM",
    "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\u200e": "LRM", "\u200f": "RLM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
    "\ufeff": "BOM",
}  # fmt: skip

_ORDINARY = frozenset(("TATWEEL", "ZWNJ", "ZWJ", "SHY"))

# Prepended characters are format characters that can be seen: Arabic number signs, ayah ends.
_FORMAT = r"[\p{Cf}--\p{GCB=Prepend}]"
_CODE = r"[\p{Cc}--[\t\n]]"
_FILLER = r"[\u115F\u1160\u3164\uFFA0]"
_TAG = r"[\U000E0000-\U000E007F]"
# The flags of England, Scotland and Wales are spelled with tag characters.
_BUT_FLAGS = r"\U0001F3F4[\U000E0030-\U000E0039\U000E0061-\U000E007A]+\U000E007F(*SKIP)(*FAIL)|"
_INVISIBLE = Pattern(rf"{_BUT_FLAGS}{_FORMAT}|{_CODE}|{_FILLER}|ـ", sets=True)
_ALWAYS_RED = Pattern(rf"{_BUT_FLAGS}[\u202D\u202E]|{_TAG}|{_CODE}", sets=True)
_CONTROL = Pattern(_FORMAT, sets=True)
# A date's slashes are no part of a number: locale data for Arabic put an RLM before each.
_NUMBER = Pattern(rf"\p{{Nd}}(?:(?:{_FORMAT}|[.,٫٬])*\p{{Nd}})+", sets=True)
_URL = Pattern(rf"(?:https?://|www\.)[^\s<>\"«»،؛]*[[^\s<>\"«»،؛]--{_FORMAT}]", sets=True)
# Letters that pass for one another are those of these scripts. Arabic beside Latin («الـBBC»)
# deceives nobody, and the symbols μ and Ω stand beside Latin ones in units.
_WORD = Pattern(r"[\p{L}\p{M}]+")
_SCRIPTS = tuple(
    Pattern(rf"[{script}--[µμΩΩ]]", sets=True)
    for script in (r"\p{Latin}", r"\p{Greek}", r"\p{Cyrillic}", r"\p{Armenian}", r"\p{Cherokee}")
)
_NOT_LATIN = Pattern(r"[\p{Greek}\p{Cyrillic}\p{Armenian}\p{Cherokee}]")


_LONGEST_NUMBER = 40


class StrongCounts(NamedTuple):
    """How many strongly directed characters a text has of each direction."""

    rtl: int
    ltr: int


class Severity(StrEnum):
    """Whether an invisible character is a warning, or common in honest texts and only counted."""

    RED = "red"
    GREY = "grey"


class Invisible(NamedTuple):
    """A character that the eye misses. `name` is an abbreviation, `U+…`, or MIXED.

    MIXED is the first letter of another script in one word, such as a Cyrillic а among Latin.
    """

    offset: int
    char: str
    name: str
    severity: Severity


class Tally(NamedTuple):
    """How often one kind of invisible character occurs."""

    name: str
    severity: Severity
    times: int

    @property
    def is_ordinary(self) -> bool:
        """Whether honest texts are full of it, so that nobody needs to be told."""
        return self.severity is Severity.GREY and self.name in _ORDINARY


def first_strong(text: str) -> Literal["rtl", "ltr"] | None:
    """The direction of the first strong character outside isolates (rules P2 and P3)."""
    depth = 0
    for char in text:
        if char in _ISOLATES:
            depth += 1
        elif char == _PDI:
            depth = max(0, depth - 1)
        elif not depth and (found := _STRONG.get(unicodedata.bidirectional(char))):
            return found
    return None


def strong_counts(text: str) -> StrongCounts:
    """The number of right-to-left and of left-to-right characters."""
    counts: Counter[str] = Counter()
    for char, count in Counter(text).items():
        counts[_STRONG.get(unicodedata.bidirectional(char), "")] += count
    return StrongCounts(counts["rtl"], counts["ltr"])


def isolate(text: str) -> str:
    """The text in FSI…PDI, so that it cannot reorder what stands around it.

    Controls without a partner are left out: a stray PDI would end the isolation. Each
    paragraph is isolated on its own, since isolation ends with it.
    """
    stray = set(_unpaired(text))
    kept = "".join(char for at, char in enumerate(text) if at not in stray) if stray else text
    return "".join(
        part if i % 2 or not part else f"{_FSI}{part}{_PDI}"
        for i, part in enumerate(_PARAGRAPH_END.split(kept))
    )


def left_to_right(text: str) -> str:
    """What runs from the left whatever letters are in it, isolated: an address, a key, a version.

    The text is ours, of one line, without controls: a page's own words go through `isolate`.
    """
    return f"{_LRI}{text}{_PDI}"


def invisibles(text: str) -> list[Invisible]:
    """Every invisible character of the text and every mixed-script word, by offset.

    Red: overrides, embeddings and isolates without a partner, tag characters outside an
    emoji flag, control codes, mixed-script words, any of them inside a number or a URL.
    """
    red = _red(text)
    found = [
        Invisible(at, char, _name(char), Severity.RED if at in red else Severity.GREY)
        for at, char in ((match.start(), match.group()) for match in _INVISIBLE.finditer(text))
    ]
    mixed = [Invisible(at, text[at], "MIXED", Severity.RED) for at in _mixed(text)]
    return sorted(found + mixed) if mixed else found


def tally(found: Iterable[Invisible]) -> tuple[Tally, ...]:
    """The kinds of what was found and how often each occurs: red first, then the most frequent."""
    counts = Counter((each.name, each.severity) for each in found)
    kinds = (Tally(name, severity, count) for (name, severity), count in counts.items())
    return tuple(sorted(kinds, key=lambda t: (t.severity is not Severity.RED, -t.times, t.name)))


def digits_around(text: str, offset: int) -> tuple[int, int] | None:
    """The span of the number that a character without direction stands in; None where it does not.

    Whatever else stood there would split the number, and its halves would change places.
    """
    if unicodedata.bidirectional(text[offset]) != "BN":
        return None
    near = max(0, offset - _LONGEST_NUMBER)
    for match in _NUMBER.finditer(text, near, offset + _LONGEST_NUMBER):
        start, end = match.span()
        if start < offset < end:
            return int(start), int(end)
    return None


def reveal(text: str, *, red_only: bool = False) -> str:
    """The text with a chip such as [RLO] in the place of each invisible character.

    Tatweel, which can be seen, and mixed-script letters stay.
    """
    chips = {
        each.offset: f"[{each.name}]"
        for each in invisibles(text)
        if each.name not in ("TATWEEL", "MIXED") and (each.severity is Severity.RED or not red_only)
    }
    return "".join(chips.get(at, char) for at, char in enumerate(text)) if chips else text


def _name(char: str) -> str:
    return _NAMES.get(char, f"U+{ord(char):04X}")


def _unpaired(text: str) -> list[int]:
    """Where embeddings, overrides and isolates stand that have no partner in their paragraph."""
    stray: list[int] = []
    # One list for each open isolate, its own offset first, then the embeddings open in it.
    # The first list is the paragraph's, which nothing opens.
    levels = [[-1]]
    for match in _PAIRED_OR_END.finditer(text):
        char, at = match.group(), match.start()
        if char in _EMBEDDINGS:
            levels[-1].append(at)
        elif char in _ISOLATES:
            levels.append([at])
        elif char == _PDF and len(levels[-1]) > 1:
            levels[-1].pop()
        elif char == _PDI and len(levels) > 1:
            stray += levels.pop()[1:]
        elif char in (_PDF, _PDI):
            stray.append(at)
        else:
            stray += [at for level in levels for at in level]
            levels = [[-1]]
    stray += [at for level in levels for at in level]
    return [at for at in stray if at >= 0]


def _red(text: str) -> set[int]:
    """Where the invisible characters stand that an honest text does not need."""
    red = {match.start() for match in _ALWAYS_RED.finditer(text)}
    red.update(_unpaired(text))
    for whole in (_NUMBER, _URL):
        for match in whole.finditer(text):
            red.update(m.start() for m in _CONTROL.finditer(text, *match.span()))
    return red


def _mixed(text: str) -> Iterator[int]:
    """The first letter of a second script in each word that mixes look-alike scripts."""
    if not _NOT_LATIN.search(text):
        return
    for word in _WORD.finditer(text):
        firsts = [m.start() for script in _SCRIPTS if (m := script.search(text, *word.span()))]
        if len(firsts) > 1:
            yield sorted(firsts)[1]
