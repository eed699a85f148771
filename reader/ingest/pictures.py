"""The images of a page, as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from reader.ingest import chrome
from reader.ingest.draft import Box, Draft
from reader.model.article import BlockKind, Image

_SOURCES: Final = ("src", "data-src", "data-original", "data-lazy-src")
_DATA_URI: Final = re.compile(r"data:[^,;]{0,100}", re.IGNORECASE)


def picture(
    element: etree._Element, box: Box, resolve: Callable[[str], str | None]
) -> Draft | None:
    """The block of an `img` element; None where it shows nothing.

    Of the addresses that it gives, as pages do that load their images late, the one that is
    accepted counts; else the first that is not a placeholder inside the page.
    """
    sources = [s for name in _SOURCES if (s := element.get(name, "").strip())]
    if not sources or chrome.is_pixel(element):
        return None
    resolved = ((s, asset) for s in sources if (asset := resolve(s)))
    remote = next((s for s in sources if not s.startswith("data:")), sources[0])
    source, asset = next(resolved, (remote, None))
    shortened = _DATA_URI.match(source)
    image = Image(
        source=shortened[0] if shortened else source,
        alt=" ".join(element.get("alt", "").split()),
        asset=asset,
    )
    reason = "chrome" if chrome.is_icon(element) else ""
    return Draft(BlockKind.IMAGE, box, image=image, reason=reason)
