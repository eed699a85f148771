"""Safari's web archives: a page and its files in one property list.

`WebMainResource` and `WebSubresources` hold dictionaries with `WebResourceData`,
`WebResourceURL`, `WebResourceMIMEType` and `WebResourceTextEncodingName`. Nothing in the file is
trusted to be of the type that it should be.
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterable, Iterator
from typing import Any, Final
from xml.parsers.expat import ExpatError

from reader.ingest.addresses import absolute, is_web
from reader.ingest.container import Saved
from reader.ingest.errors import DamagedContainerError
from reader.ingest.limits import MAX_PLIST_OBJECTS
from reader.model.article import Container

_TRAILER_COUNT: Final = slice(-24, -16)  # of a binary property list: how many objects it holds


def read(data: bytes) -> Saved:
    """The page in a web archive, and the files beside it.

    Raises:
        DamagedContainerError: it cannot be taken apart, nests too deep, or holds no page.
    """
    archive = _parse(data)
    main = _dictionary(archive.get("WebMainResource"))
    page = main.get("WebResourceData")
    if not isinstance(page, bytes):
        raise DamagedContainerError("webarchive_without_page")
    url = _string(main.get("WebResourceURL"))
    files = dict(_files(archive))
    return Saved(
        container=Container.WEBARCHIVE,
        data=page,
        label=_string(main.get("WebResourceTextEncodingName")) or None,
        claimed_url=url if is_web(url) else "",
        file=lambda address: files.get(absolute(url, address)),
    )


def _parse(data: bytes) -> dict[str, Any]:
    binary = data.startswith(b"bplist00")
    objects = int.from_bytes(data[_TRAILER_COUNT], "big") if binary else data.count(b"<")
    if objects > MAX_PLIST_OBJECTS:
        raise DamagedContainerError("webarchive_damaged")
    try:
        return _dictionary(plistlib.loads(data))
    except RecursionError as error:
        raise DamagedContainerError("webarchive_too_deep") from error
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError) as error:
        raise DamagedContainerError("webarchive_damaged") from error


def _files(archive: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    for resource in map(_dictionary, _list(archive.get("WebSubresources"))):
        url, data = _string(resource.get("WebResourceURL")), resource.get("WebResourceData")
        if url and isinstance(data, bytes):
            yield url, data


def _dictionary(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else []


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
