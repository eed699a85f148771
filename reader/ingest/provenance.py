"""Where a text comes from: what the page would have loaded, and what reading it left out.

An address is listed when opening the page in a browser would contact it: ordinary links are not.
What came with the page in its archive is not either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from reader.ingest.addresses import absolute, normal, scheme
from reader.ingest.limits import MAX_REMOTE_CHARS, MAX_REMOTE_LISTED
from reader.ingest.tree import Tree
from reader.model.article import RemoteReference

_LOADS: Final[dict[str, dict[str, str]]] = {
    "img": dict.fromkeys(("src", "data-src", "data-original", "data-lazy-src"), "image"),
    "input": {"src": "image", "formaction": "form"},
    "image": {"href": "image"},
    "use": {"href": "image"},
    "script": {"src": "script", "href": "script"},
    "iframe": {"src": "frame"},
    "frame": {"src": "frame"},
    "object": {"data": "other"},
    "embed": {"src": "other"},
    "video": {"src": "media", "poster": "image"},
    "audio": {"src": "media"},
    "source": {"src": "media"},
    "track": {"src": "media"},
    "form": {"action": "form"},
    "button": {"formaction": "form"},
    "a": {"ping": "other"},
    "area": {"ping": "other"},
}
_SETS: Final = ("srcset", "data-srcset", "imagesrcset")
_LOADING_TAGS: Final = frozenset((*_LOADS, "link", "meta")) - {"a", "area"}
_LOADING_ATTRIBUTES: Final = frozenset((*_SETS, "background", "ping", "style"))
"""What an element must have that no such tag says of it."""
_RELATIONS: Final = {
    **dict.fromkeys(("icon", "apple-touch-icon", "mask-icon"), "image"),
    **dict.fromkeys(("preconnect", "dns-prefetch", "prerender", "manifest", "import"), "other"),
    **dict.fromkeys(("preload", "prefetch"), "other"),
    "stylesheet": "stylesheet",
    "modulepreload": "script",
}
_PRELOADED: Final = {"script": "script", "style": "stylesheet", "font": "font", "image": "image"}
_REMOVED: Final = {
    **dict.fromkeys(("iframe", "frame"), "removed_frame"),
    **dict.fromkeys(("object", "embed", "applet"), "removed_object"),
    **dict.fromkeys(("video", "audio"), "removed_media"),
    "form": "removed_form",
    "style": "removed_style",
}
_LOCAL_SCHEMES: Final = frozenset(
    ("", "about", "blob", "cid", "data", "javascript", "mailto", "mid", "tel", "vbscript")
)

_SET_ITEM: Final = re.compile(r"([^\s,]\S*)[^,]*")
_REFRESH: Final = re.compile(
    r"[\d.\s]{0,20}[;,]?\s{0,9}url\s{0,9}=\s{0,9}[\"']?([^\"'\s]+)", re.IGNORECASE
)
_CSS: Final = re.compile(
    r"(@import\s{1,9}(?:url\(\s{0,9})?|url\(\s{0,9})[\"']?([^\"')\s;]{1,4000})", re.IGNORECASE
)
_FONT: Final = re.compile(r"\.(?:woff2?|ttf|otf|eot)(?:[?#]|$)", re.IGNORECASE)
_UNSEEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?<![\w-])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)


def remote_references(
    tree: Tree, base: str, came_along: Callable[[str], object]
) -> tuple[tuple[RemoteReference, ...], int]:
    """The distinct addresses that the page would have loaded, in page order, and their number.

    Args:
        tree: the page.
        base: what the page's own `<base>` makes of relative addresses; "" without one.
        came_along: the file that the container brought for an address, or None.

    Returns:
        At most `MAX_REMOTE_LISTED` references, and how many there are in all.
    """
    found: dict[str, str] = {}
    for kind, address in _references(tree):
        whole = absolute(base, address)[:MAX_REMOTE_CHARS] if _may_load(address) else ""
        if whole not in found and _is_remote(whole) and came_along(address) is None:
            found[whole] = kind
    listed = [RemoteReference(kind=kind, url=url) for url, kind in found.items()]
    return tuple(listed[:MAX_REMOTE_LISTED]), len(listed)


def left_out(tree: Tree) -> Counter[str]:
    """How many elements of each kind the article does without, and what the tree dropped."""
    counts = Counter(tree.removed)
    for element in tree.root.iter(*_REMOVED, "script"):
        if element.tag != "script":
            counts[_REMOVED[element.tag]] += 1
        elif not element.text:  # JSON-LD keeps its text, and is read
            counts["removed_script"] += 1
    return counts


def _is_remote(address: str) -> bool:
    return scheme(address) not in _LOCAL_SCHEMES or address.startswith(("//", "\\\\"))


def _references(tree: Tree) -> Iterator[tuple[str, str]]:
    for element in tree.root.iter():
        if element.tag in _LOADING_TAGS or not _LOADING_ATTRIBUTES.isdisjoint(element.keys()):
            for kind, address in _of_element(element):
                yield kind, normal(address)
    yield from _of_css(tree.styles)


def _may_load(address: str) -> bool:
    """Whether an address, as written, can lead to anything but the page and its own data."""
    return bool(address) and address[0] != "#" and scheme(address) not in _LOCAL_SCHEMES - {""}


def _of_element(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, kind in _LOADS.get(element.tag, {}).items():
        address = element.get(name, "")
        if address:
            yield "pixel" if kind == "image" and _is_unseen(element) else kind, address
    yield "image", element.get("background", "")
    for name in _SETS:
        if addresses := element.get(name):
            yield from (("image", item) for item in _SET_ITEM.findall(addresses))
    if style := element.get("style"):
        yield from _of_css(style)
    if element.tag == "link":
        yield from _of_link(element)
    elif element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
        match = _REFRESH.match(element.get("content", ""))
        if match:
            yield "other", match[1]


def _of_link(link: etree._Element) -> Iterator[tuple[str, str]]:
    for relation in link.get("rel", "").lower().split():
        kind = _RELATIONS.get(relation)
        if kind is not None:
            yield _PRELOADED.get(link.get("as", ""), kind), link.get("href", "")
            return


def _of_css(text: str) -> Iterator[tuple[str, str]]:
    for match in _CSS.finditer(text):
        if match[1].startswith("@"):
            yield "stylesheet", match[2]
        else:
            yield "font" if _FONT.search(match[2]) else "image", match[2]


def _is_unseen(image: etree._Element) -> bool:
    """Whether the image is too small to see, or hidden: it is there to count readers."""
    sizes = (image.get(name, "").strip().removesuffix("px") for name in ("width", "height"))
    return (
        image.get("hidden") is not None
        or any(size in ("0", "1") for size in sizes)
        or _UNSEEN.search(image.get("style", "")) is not None
    )
