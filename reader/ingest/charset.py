"""Which encoding a page's bytes are in, with the evidence; made for Arabic news.

General detectors fail where Arabic pages are hard: windows-1256 in 200 KB of ASCII script, UTF-8
with three bad bytes, UTF-8 under a wrong label. The order of evidence is: byte order mark; the
zero bytes of UTF-16; valid UTF-8, then mostly valid UTF-8, whatever a label says; the container's
label, then the page's own, unless Arabic letters speak clearly against it; Arabic letters alone;
a Latin label; charset-normalizer; windows-1252, marked uncertain. Labels are those of the WHATWG:
https://encoding.spec.whatwg.org/#names-and-labels
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import webencodings

from reader.ingest.arabic_bytes import ARABIC, clearly_better, looks_arabic
from reader.ingest.errors import UnknownEncodingError
from reader.ingest.limits import PATTERN_BYTES, PRESCAN_BYTES
from reader.ingest.mojibake import MOJIBAKE, is_mojibake, repaired
from reader.model.article import EncodingFound
from reader.model.errors import Message

ENCODINGS: Final = (
    "utf-8", "windows-1256", "iso-8859-6", "utf-16le", "utf-16be", "cp720", "cp864", "mac-arabic",
    "windows-1252", "windows-1254", "windows-1255", "windows-1251", MOJIBAKE,
)  # fmt: skip
"""What a person can pick from; every WHATWG label is accepted too."""

_NOT_WEB: Final = {"cp720": "cp720", "cp864": "cp864", "mac-arabic": "mac_arabic"}
_LATIN: Final = frozenset({"windows-1252", "iso-8859-15", "macintosh"})

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_META: Final = re.compile(
    rb"<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_UTF8_ARABIC: Final = re.compile(rb"(?:[\xd8-\xdb][\x80-\xbf]){3,}")
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True)
class _Finding:
    name: str
    code: str
    label: str = ""
    certain: bool = True


@dataclass(frozen=True)
class _Evidence:
    """The bytes, and what is said of them."""

    data: bytes
    container_label: str | None

    @cached_property
    def declared(self) -> tuple[str, str] | None:
        """The declared encoding's name, and the code of the place that declares it."""
        for label, code in (
            (self.container_label, "encoding_container"),
            (_prescan(self.data), "encoding_meta"),
        ):
            encoding = webencodings.lookup(label) if label else None
            if encoding is not None:
                return encoding.name, code
        return None


def decode(
    data: bytes, *, label: str | None = None, chosen: str | None = None
) -> tuple[str, EncodingFound]:
    """The text of a page, and how its encoding was found.

    Args:
        data: the page's bytes.
        label: what the container says of the encoding, if it says anything.
        chosen: the encoding that a person picked; ends all guessing.

    Raises:
        UnknownEncodingError: `chosen` names no encoding.
    """
    if chosen is not None:
        return _decode_as(data, _Finding(_chosen_name(chosen), "encoding_chosen"))
    evidence = _Evidence(data, label)
    for rule in _RULES:
        finding = rule(evidence)
        if finding is not None:
            return _decode_as(data, finding)
    return _decode_as(data, _Finding("windows-1252", "encoding_fallback", certain=False))


def utf16_by_pattern(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is the high half of an ASCII or Arabic letter."""
    even, odd = data[0:PATTERN_BYTES:2], data[1:PATTERN_BYTES:2]
    if len(odd) < 8:
        return None
    in_even, in_odd = (sum(map(half.count, (0x00, 0x06))) for half in (even, odd))
    for name, half, here, there in (
        ("utf-16le", odd, in_odd, in_even),
        ("utf-16be", even, in_even, in_odd),
    ):
        if half.count(0) >= 2 and here > 0.85 * len(half) and here > 1.2 * there:
            return name
    return None


def _decode_as(data: bytes, finding: _Finding) -> tuple[str, EncodingFound]:
    repair = finding.name == MOJIBAKE
    codec = _codec("utf-8" if repair else finding.name)
    body = data
    for mark, name in _BOMS:
        if finding.name == name or (repair and name == "utf-8"):
            body = data.removeprefix(mark)
    text = codec.decode(body, "replace")[0].removeprefix("\ufeff")
    damaged = is_mojibake(text)
    params: dict[str, str | int] = {"encoding": finding.name}
    unreadable = _unreadable(body, codec) if "\ufffd" in text else 0
    if finding.label:
        params["label"] = finding.label
    if unreadable:
        params["count"] = unreadable
    return repaired(text) if repair else text, EncodingFound(
        name=finding.name,
        evidence=Message(code=finding.code, params=params),
        certain=finding.certain,
        unreadable=unreadable,
        mojibake=damaged and not repair,
    )


def _codec(name: str) -> codecs.CodecInfo:
    encoding = webencodings.lookup(name)
    info: codecs.CodecInfo = (
        encoding.codec_info if encoding else codecs.lookup(_NOT_WEB.get(name, name))
    )
    return info


def _chosen_name(chosen: str) -> str:
    name = chosen.strip().lower().replace("_", "-")
    if name in _NOT_WEB or name == MOJIBAKE:
        return name
    encoding = webencodings.lookup(chosen) or webencodings.lookup(name)
    if encoding is None:
        raise UnknownEncodingError("encoding_unknown", encoding=chosen)
    found: str = encoding.name
    return found


def _unreadable(data: bytes, codec: codecs.CodecInfo) -> int:
    """How many bytes do not decode."""
    readable = codec.decode(data, "ignore")[0]
    return max(0, len(data) - len(codec.encode(readable, "ignore")[0]))


def _prescan(data: bytes) -> str | None:
    match = _META.search(_without_comments(data[:PRESCAN_BYTES]))
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _without_comments(data: bytes) -> bytes:
    """Linear, as a regular expression is not where comments stay open."""
    kept, at = [], 0
    while (start := data.find(b"<!--", at)) >= 0:
        kept.append(data[at:start])
        end = data.find(b"-->", start)
        at = end + 3 if end >= 0 else len(data)
    return b"".join((*kept, data[at:]))


def _by_mark(evidence: _Evidence) -> _Finding | None:
    for mark, name in _BOMS:
        if evidence.data.startswith(mark):
            return _Finding(name, "encoding_bom")
    return None


def _by_zero_bytes(evidence: _Evidence) -> _Finding | None:
    name = utf16_by_pattern(evidence.data)
    return _Finding(name, "encoding_utf16_pattern") if name else None


def _by_valid_utf8(evidence: _Evidence) -> _Finding | None:
    if evidence.data.isascii():
        return _Finding("utf-8", "encoding_ascii")
    try:
        evidence.data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return _Finding("utf-8", "encoding_utf8")


def _by_mostly_utf8(evidence: _Evidence) -> _Finding | None:
    text = evidence.data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(len(run) for run in _BEYOND_ASCII.findall(text)) - bad
    arabic = good > bad and len(_UTF8_ARABIC.findall(evidence.data)) >= 10
    return _Finding("utf-8", "encoding_utf8_mostly") if good > 20 * bad or arabic else None


def _by_label(evidence: _Evidence) -> _Finding | None:
    """A label that says more than "Latin" or "UTF-8", which those who know nothing write."""
    if evidence.declared is None:
        return None
    name, code = evidence.declared
    if name in _LATIN or name.startswith("utf-") or name == "x-user-defined":
        return None
    other = clearly_better(evidence.data, name) if name in ARABIC else None
    if other is not None:
        return _Finding(other, "encoding_letters_over_label", label=name, certain=False)
    return _Finding(name, code, label=name)


def _by_arabic_letters(evidence: _Evidence) -> _Finding | None:
    name = looks_arabic(evidence.data)
    return _Finding(name, "encoding_letters") if name else None


def _by_latin_label(evidence: _Evidence) -> _Finding | None:
    if evidence.declared is None or evidence.declared[0] not in _LATIN:
        return None
    name, code = evidence.declared
    return _Finding(name, code, label=name)


def _by_statistics(evidence: _Evidence) -> _Finding | None:
    # Imported here for start-up time: few pages come this far.
    from charset_normalizer import from_bytes

    best = from_bytes(evidence.data[:PRESCAN_BYTES]).best()
    for name in best.could_be_from_charset if best else ():
        encoding = webencodings.lookup(name) or webencodings.lookup(name.replace("_", "-"))
        if encoding is not None:
            return _Finding(encoding.name, "encoding_statistics", certain=False)
    return None


_RULES: Final[tuple[Callable[[_Evidence], _Finding | None], ...]] = (
    _by_mark,
    _by_zero_bytes,
    _by_valid_utf8,
    _by_mostly_utf8,
    _by_label,
    _by_arabic_letters,
    _by_latin_label,
    _by_statistics,
)
