"""File names from titles: Arabic stays, what a file system or a reader trips over goes."""

from __future__ import annotations

import regex

from reader.text.graphemes import previous_boundary

MAX_BYTES = 180
"""Of the name before its extension, in UTF-8. File systems allow 255 for the whole; some
encrypting ones leave 143 characters, and a copy adds « (2)»."""

_FORBIDDEN = regex.compile(r'[<>:"/\\|?*\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\ufffc\ufffd]')
_HIDDEN = regex.compile(
    r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_RESERVED = regex.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(\..*)?")
"""Device names of Windows, with any extension."""


def file_name(title: str, extension: str) -> str:
    """A file name for a title: never empty, never hidden, never more than 255 bytes.

    Args:
        title: any text.
        extension: without its dot.
    """
    name = " ".join(_FORBIDDEN.sub(" ", _HIDDEN.sub("", title)).split())
    stem = _cut(name.lstrip(".-~ ")).rstrip(". ")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"isnad {stem}".rstrip()
    return f"{stem}.{extension}"


def _cut(name: str) -> str:
    """The longest beginning within the limit that ends with a whole word, or a whole character."""
    if len(name.encode()) <= MAX_BYTES:
        return name
    kept = name.encode()[:MAX_BYTES].decode(errors="ignore")
    whole = name[: previous_boundary(name, len(kept) + 1)]
    return whole.rsplit(" ", 1)[0] if " " in whole else whole
