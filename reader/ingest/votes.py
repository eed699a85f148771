"""Which blocks each extractor takes for the article.

An extractor's output is never the document: it loses marks of direction, list numbers and
captions. It is compared with our own blocks, word by word, and so counts as a vote on each.
"""

from __future__ import annotations

import logging
import re
import socket
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final, cast

from lxml import etree, html

from reader.ingest.draft import Draft
from reader.model.errors import Message
from reader.text.fold import Profile, fold

VOTING_CHARS: Final = 20_000
"""Of a block: what is compared. A longer one is no paragraph, and is judged by its beginning."""
_MAX_ELEMENTS: Final = 30_000
_MAX_CHARS: Final = 1_000_000
_MIN_JSON_LD: Final = 200
_SHINGLE: Final = 3
_SHARE: Final = 0.7

_WORD: Final = re.compile(r"\w+")
_TAG: Final = re.compile(r"<[^<>]*>")
_HEAVY: Final = ("src", "srcset", "imagesrcset", "data-src", "data-srcset", "data-original",
                 "data-lazy-src", "poster", "background", "data", "href",
                 "colspan", "rowspan")  # fmt: skip
_INLINE_NAMES: Final = (
    "a abbr b bdi bdo cite code del em font hi i mark q ref s small span strong sub sup u"
)
_INLINE: Final = frozenset(_INLINE_NAMES.split())


@dataclass(frozen=True)
class Ballot:
    """What one voter takes for the article, in folded words."""

    voter: str
    """`trafilatura`, `readability` or `json_ld`."""
    shingles: frozenset[tuple[str, ...]]
    lines: frozenset[tuple[str, ...]]

    def has(self, words: Sequence[str]) -> bool:
        """Whether the voter's text holds a block: most of its shingles, or a short one whole."""
        if len(words) <= _SHINGLE:
            return bool(words) and tuple(words) in self.lines
        own = set(_shingles(words))
        return len(own & self.shingles) >= _SHARE * len(own)


def words_of(drafts: Iterable[Draft]) -> list[list[str]]:
    """Each draft's folded words."""
    text = "".join(f"{d.text[:VOTING_CHARS]}\n" for d in drafts)
    return [_WORD.findall(line) for line in fold(text, Profile.MATCH).text.split("\n")[:-1]]


def fold_words(text: str) -> list[str]:
    """The folded words of one string."""
    return _WORD.findall(fold(text, Profile.MATCH).text)


def hold_vote(
    root: etree._Element, without: Collection[etree._Element], article_body: str, size: int
) -> tuple[list[Ballot], list[Message]]:
    """The voters' ballots on a page, and notes on those that could not vote.

    Args:
        root: the page's tree; left as it is.
        without: elements that the extractors are not to see: it saves a quarter of their time.
        article_body: the text of the page's JSON-LD, "" if none.
        size: characters of text in the page. The extractors are given no page so large that
            they would take more than seconds.
    """
    ballots: list[Ballot] = []
    notes: list[Message] = []
    if len(article_body) >= _MIN_JSON_LD:
        ballots.append(_ballot("json_ld", _TAG.sub(" ", article_body).split("\n")))
    if size > _MAX_CHARS or sum(1 for _ in root.iter()) > _MAX_ELEMENTS:
        return ballots, [Message(code="note_too_large_for_extractors")]
    copy = _copy(root, without)
    for voter, extract in _EXTRACTORS.items():
        try:
            lines = list(extract(copy))
        except Exception:  # noqa: BLE001 - whatever an extractor trips over costs one vote
            lines = []
            notes.append(Message(code="note_extractor_failed", params={"extractor": voter}))
        if any(lines):
            ballots.append(_ballot(voter, lines))
    return ballots, notes


def _ballot(voter: str, lines: Iterable[str]) -> Ballot:
    folded = fold("\n".join(lines), Profile.MATCH).text.split("\n")
    parted = [_WORD.findall(line) for line in folded]
    running = [word for line in parted for word in line]
    return Ballot(voter, frozenset(_shingles(running)), frozenset(map(tuple, parted)))


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False)


def _copy(root: etree._Element, without: Collection[etree._Element]) -> html.HtmlElement:
    """The tree as the extractors want it: their own element class, no addresses, images or spans.

    A table of a million spanned cells would keep them busy for half a minute.
    """
    light = deepcopy(root)
    for twin in [t for t, e in zip(light.iter(), root.iter(), strict=True) if e in without]:
        _empty(twin)
    etree.strip_attributes(light, *_HEAVY)
    markup = etree.tostring(light, encoding="unicode", method="html")
    return html.document_fromstring(markup, parser=_parser())


def _parser() -> html.HTMLParser:
    """One whose elements are all of one class: to find each its own takes a call of Python."""
    parser = html.HTMLParser(huge_tree=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def _empty(element: etree._Element) -> None:
    """Leaves nothing of an element but what follows it."""
    tail = element.tail
    element.clear()
    element.tail = tail


def import_extractors() -> None:
    """Imports the extractors: half a second of start-up time that only reading a page needs.

    trafilatura brings urllib3 along, which binds an IPv6 socket while it is imported, to see
    whether it can. Reading a page opens no socket at all, so it is told that it cannot.
    """
    had_ipv6, socket.has_ipv6 = socket.has_ipv6, False
    try:
        import trafilatura  # noqa: F401

        import reader.ingest.readable  # noqa: F401
    finally:
        socket.has_ipv6 = had_ipv6


def _trafilatura(tree: html.HtmlElement) -> Iterator[str]:
    import_extractors()
    import trafilatura  # as above

    found = trafilatura.bare_extraction(
        tree, favor_recall=True, include_comments=False, output_format="html"
    )
    return iter(()) if found is None else _lines(cast("trafilatura.metadata.Document", found).body)


def _readability(tree: html.HtmlElement) -> Iterator[str]:
    import_extractors()
    from reader.ingest import readable  # as above

    summary = readable.summary(tree)
    return _lines(html.document_fromstring(summary, parser=_parser())) if summary else iter(())


def _lines(body: etree._Element) -> Iterator[str]:
    """The text of an extractor's result, a line for each block-level element."""
    line: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE:
            yield "".join(line)
            line = []
        line.append((element.text if event == "start" else element.tail) or "")
    yield "".join(line)


_EXTRACTORS: Final[dict[str, Callable[[html.HtmlElement], Iterator[str]]]] = {
    "trafilatura": _trafilatura,
    "readability": _readability,
}
for _name in ("trafilatura", "readability", "justext", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False
