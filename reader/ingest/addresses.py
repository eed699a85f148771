"""Addresses as strings: read as a browser would, never opened.

Source of the rules: https://url.spec.whatwg.org/#concept-basic-url-parser
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urldefrag, urljoin

_EDGES: Final = "".join(map(chr, range(0x21)))
_IGNORED: Final = str.maketrans("", "", "\t\n\r")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def normal(address: str) -> str:
    """The address without the white space and controls that a browser ignores."""
    return address.strip(_EDGES).translate(_IGNORED)


def scheme(address: str) -> str:
    """The scheme in lower case; "" of a relative address."""
    match = _SCHEME.match(address)
    return match[1].lower() if match else ""


def is_web(address: str) -> bool:
    return scheme(address) in ("http", "https")


def absolute(base: str, address: str) -> str:
    """`address` made absolute and without its fragment; "" where that makes no sense."""
    try:
        return urldefrag(urljoin(base, normal(address)))[0]
    except ValueError:
        return ""
