"""The forms in which a page is saved, recognised by content: an extension proves nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.model.article import Container
from reader.model.errors import Message

_HEADER_BYTES: Final = 4_096
_MIME_HEADER: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"(?:mime-version:|content-type:\s*(?:multipart|message)/)",
    re.IGNORECASE,
)
_PLIST: Final = re.compile(rb"\A\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE plist\b", re.IGNORECASE)
_MARKUP: Final = re.compile(
    r"""\A[\s\ufeff]*<(?:!doctype|!--|\?xml|[a-z][a-z0-9-]*[\s/>])
    |</(?:html|body|head|article|section|div|p|span|a|b|i|em|strong|h[1-6]|ul|ol|li|table)\s*>
    |<(?:br|hr|img)\b[^<>]*>""",
    re.IGNORECASE | re.VERBOSE,
)

_TAIL_CHARS: Final = 200_000
_OPENED: Final = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_CLOSED: Final = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_SCRIPT: Final = re.compile(r"<(/?)script", re.IGNORECASE | re.ASCII)
_TAG: Final = re.compile(r"<[a-z/!]", re.IGNORECASE | re.ASCII)


def no_files(_address: str) -> bytes | None:
    """The files of a page that brings none."""
    return None


@dataclass(frozen=True)
class Saved:
    """What a container holds: the page itself, the files that it brings, and what is said of it."""

    container: Container
    data: bytes
    """The page's own bytes."""
    label: str | None = None
    """The encoding, as the container says."""
    claimed_url: str = ""
    saved_at: datetime | None = None
    file: Callable[[str], bytes | None] = no_files
    """An address as the page wrote it -> the bytes of a file that came with it."""
    notes: tuple[Message, ...] = ()


def recognise(data: bytes) -> Container:
    """The container of `data` as far as bytes tell: an archive, else a page or a text."""
    if data.startswith(b"bplist00") or _PLIST.match(data[:_HEADER_BYTES]):
        return Container.WEBARCHIVE
    if _MIME_HEADER.match(data[:_HEADER_BYTES]):
        return Container.MHTML
    return Container.HTML


def is_markup(text: str) -> bool:
    """Whether a text is HTML, or a piece of it, rather than plain text."""
    return _MARKUP.search(text) is not None


def is_cut(html: str, *, strict: bool) -> bool:
    """Whether the page ends in the middle: in a tag, a comment, a script, or without its end.

    A page may leave its end tags out, and SingleFile does: `strict` asks for them where the
    page wrote their beginning.
    """
    tail = html[-_TAIL_CHARS:]
    last = max(0, tail.rfind("<"))
    scripts = _SCRIPT.findall(tail)
    ends_within = (
        (_TAG.match(tail, last) is not None and tail.find(">", last) < 0)
        or tail.rfind("<!--") > tail.rfind("-->")
        or scripts[-1:] == [""]
    )
    unclosed = strict and _OPENED.search(html) is not None and _CLOSED.search(tail) is None
    return ends_within or unclosed
