"""MHTML: a page and its files as one MIME message, as Chrome, Edge, Opera and Outlook save it.

https://www.rfc-editor.org/rfc/rfc2557. The root is the part that `start` names, else the first
HTML part; frames are further HTML parts and are left out. Addresses are looked up in the archive
alone. The standard library's parser recurses with every nesting and is slow with many parts, so
both are limited before and while it runs.
"""

from __future__ import annotations

import base64
import binascii
import re
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message as Part
from email.parser import BytesParser
from email.policy import Policy, compat32
from itertools import count
from typing import Final
from urllib.parse import unquote

from reader.ingest.addresses import absolute, is_web, normal, scheme
from reader.ingest.claims import moment
from reader.ingest.container import Saved
from reader.ingest.errors import DamagedContainerError
from reader.ingest.limits import MAX_HEADER_BYTES, MAX_NESTED, MAX_PARTS
from reader.model.article import Container
from reader.model.errors import Message

_TYPE: Final = re.compile(
    rb"^content-type:\s*((?:multipart|message)/)?[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_HTML: Final = ("text/html", "application/xhtml+xml")
_WHITE: Final = b" \t\r\n"


def read(data: bytes) -> Saved:
    """The page in an MHTML file, and the files beside it.

    Raises:
        DamagedContainerError: it nests too deep, has too many parts or no page, or the page's
            base64 is broken.
    """
    message = _parse(data)
    parts = [part for part in message.walk() if not part.is_multipart()]
    root = _root(parts, str(message.get_param("start") or ""))
    location = _header(root, "Content-Location")
    claimed = _header(message, "Snapshot-Content-Location") or location
    return Saved(
        container=Container.MHTML,
        data=_page(root),
        label=root.get_content_charset(),
        claimed_url=claimed if is_web(claimed) else "",
        saved_at=moment(_header(message, "Date")),
        file=_Files(parts, location).read,
        notes=tuple(_notes(message, parts)),
    )


def _parse(data: bytes) -> Part:
    _check_types(data)
    made = count()

    def new_part(policy: Policy[Part] = compat32) -> Part:
        if next(made) > MAX_PARTS:
            raise DamagedContainerError("mhtml_too_many_parts", limit=MAX_PARTS)
        return Part(policy)

    return BytesParser(new_part, policy=compat32).parsebytes(data)


def _check_types(data: bytes) -> None:
    """Before anything is parsed: each nesting is a recursion, and long parameters are quadratic."""
    nested = 0
    for header in _TYPE.finditer(data):
        nested += header[1] is not None
        if nested > MAX_NESTED:
            raise DamagedContainerError("mhtml_too_deep", limit=MAX_NESTED)
        if len(header[0]) > MAX_HEADER_BYTES:
            raise DamagedContainerError("mhtml_damaged")


def _root(parts: list[Part], start: str) -> Part:
    pages = [part for part in parts if part.get_content_type() in _HTML]
    named = [part for part in pages if start and _header(part, "Content-ID") == start.strip()]
    texts = [part for part in parts if part.get_content_type() == "text/plain"]
    for part in (*named, *pages, *texts):
        return part
    raise DamagedContainerError("mhtml_without_page")


def _page(part: Part) -> bytes:
    """The root's bytes. The standard library hands broken base64 back as it is: refused here."""
    if _header(part, "Content-Transfer-Encoding").lower() != "base64":
        return _bytes(part)
    packed = str(part.get_payload()).encode("ascii", "replace").translate(None, _WHITE)
    whole = packed[: len(packed) // 4 * 4]  # a file cut short ends anywhere
    try:
        return base64.b64decode(whole, validate=True)
    except binascii.Error as error:
        raise DamagedContainerError("mhtml_bad_base64") from error


def _bytes(part: Part) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(part: Part, name: str) -> str:
    return str(part[name] or "").strip()


def _notes(message: Part, parts: list[Part]) -> list[Message]:
    notes = []
    frames = sum(1 for part in parts if part.get_content_type() in _HTML) - 1
    if frames > 0:
        notes.append(Message(code="note_frames", params={"count": frames}))
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        notes.append(Message(code="note_truncated"))
    return notes


class _Files:
    """The archive's parts by their address."""

    def __init__(self, parts: list[Part], base: str) -> None:
        self._base = base
        self._parts: dict[str, Part] = {}
        for part in parts:
            location = absolute(base, _header(part, "Content-Location"))
            identity = "cid:" + _header(part, "Content-ID").strip("<>")
            self._parts.setdefault(location, part)
            self._parts.setdefault(identity, part)

    def read(self, address: str) -> bytes | None:
        address = normal(address)
        if scheme(address) == "cid":
            key = "cid:" + unquote(address[4:])
        else:
            key = absolute(self._base, address)
        part = self._parts.get(key) if key not in ("", "cid:") else None
        return _bytes(part) if part is not None else None
