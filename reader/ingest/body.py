"""Where in the page the article stands: its sure prose, the box around it, what is set apart.

A box that looks like chrome is taken at its word unless sure prose stands in it, or so much of
the page that leaving it out would lose the page: real pages parse with the whole article inside
a `button` or a `nav`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from lxml import etree

from reader.ingest import cards
from reader.ingest.draft import Box, Draft, Walked
from reader.model.article import BlockKind

_MIN_PROSE: Final = 8
_ADDRESS: Final = ("http://", "https://")
_MAX_LINKED: Final = 0.5
_MOST: Final = 0.9
_TOO_MUCH: Final = 0.3
_DISAGREE: Final = 0.4
"""Where the voters share less of their prose, one of them has seen a part of the article only."""
_MIN_ARTICLE: Final = 40
_MOST_CARDS: Final = 0.7
_BELIEVED: Final = 0.75
_PURE: Final = 0.75
_MIN_MENU: Final = 3
_ALL_LINKS: Final = 0.8
_NEVER: Final = ("hidden", "control", "navigation")
_NOT_PROSE: Final = (BlockKind.HEADING, BlockKind.CAPTION)
_LABEL: Final = 4  # words: more are a text
_MIN_LABELS: Final = 4
_SHORT_KINDS: Final = (
    BlockKind.CELL, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PREFORMATTED, BlockKind.HEADING
)  # fmt: skip


@dataclass(frozen=True)
class Boxes:
    """What the page says of its boxes, but for those that hold too much of it to be left out."""

    walked: Walked
    reasons: dict[Box, str]
    """Each box's own reason, "" if none."""
    guarded: frozenset[int]
    """Drafts in boxes that would be left out, were they not so much of the page."""

    def unvotable(self) -> set[etree._Element]:
        """The elements that no extractor needs to see: hidden ones, controls, lists of links."""
        drafts = self.walked.drafts
        sizes = [0, *accumulate(len(d.text) for d in drafts)]
        linked = [0, *accumulate(d.linked for d in drafts)]
        return {
            box.element
            for box, reason in self.reasons.items()
            if reason in _NEVER
            or _is_menu(
                box.last - box.first,
                linked[box.last] - linked[box.first],
                sizes[box.last] - sizes[box.first],
                sizes[-1],
            )
        }

    def verdicts(self, weights: Sequence[int]) -> tuple[str, ...]:
        """For each draft why it is set apart. A box with prose in it is not, unless hidden.

        Args:
            weights: words of prose before each draft, and at the end those of all.
        """
        verdicts: dict[Box | None, str] = {None: ""}
        for box, reason in self.reasons.items():
            is_void = reason != "hidden" and weights[box.last] > weights[box.first]
            verdicts[box] = verdicts[box.parent] or ("" if is_void else reason)
        return tuple(d.reason or verdicts[d.box] for d in self.walked.drafts)


def _is_menu(drafts: int, linked: int, size: int, page: int) -> bool:
    return drafts >= _MIN_MENU and linked >= _ALL_LINKS * size and size <= _TOO_MUCH * page


def guard(walked: Walked) -> Boxes:
    """The boxes of a page with their reasons; no reason for one that holds 30% of its text."""
    sizes = [0, *accumulate(len(d.text) for d in walked.drafts)]
    most = _TOO_MUCH * sizes[-1]
    large = {b for b in walked.boxes if b.reason and sizes[b.last] - sizes[b.first] > most}
    guarded = {i for b in large for i in range(b.first, b.last)}
    for i, draft in enumerate(walked.drafts):
        if draft.reason and len(draft.text) > most:
            draft.reason = ""
            guarded.add(i)
    return Boxes(
        walked=walked,
        reasons={b: "" if b in large else b.reason for b in walked.boxes},
        guarded=frozenset(guarded),
    )


@dataclass(frozen=True)
class Body:
    """Indices are of drafts. Without any prose `first` is the number of drafts and `last` -1."""

    first: int
    last: int
    box: Box
    """The deepest box around nearly all of the prose."""
    set_apart: tuple[str, ...]
    """For each draft why the page sets it apart, "" if it does not."""
    guarded: frozenset[int]
    widgets: frozenset[int]
    """Drafts in boxes of labels: galleries, players, forms made of `div`."""
    stated: Box | None
    """The box that the page itself declares to be the article's body, if it is."""

    joined: frozenset[int]
    """Prose around the box, with a vote, that goes on with the article."""

    @property
    def is_empty(self) -> bool:
        return self.last < 0

    def holds(self, index: int) -> bool:
        return self.box.first <= index < self.box.last

    def is_beyond(self, index: int) -> bool:
        """Whether a draft stands after what the page declares to be the article's body."""
        return self.stated is not None and index >= self.stated.last

    def runs_through(self, index: int) -> bool:
        """Whether a draft stands from the first to the last of the prose."""
        return self.first <= index <= self.last and self.holds(index)

    def spans(self, index: int) -> bool:
        """Whether a draft stands between the first and the last of the prose."""
        return self.first < index < self.last and self.holds(index)


def find(boxes: Boxes, counts: Sequence[int], votes: Sequence[int], needed: int) -> Body:
    """Locates the body.

    Args:
        boxes: the page's.
        counts: words of each draft.
        votes: votes on each draft.
        needed: votes that make a draft sure.
    """
    drafts = boxes.walked.drafts
    hidden = [reason == "hidden" for reason in boxes.verdicts([0] * (len(drafts) + 1))]
    prose = [
        0 if h or not _is_prose(d, n) else v
        for d, n, v, h in zip(drafts, counts, votes, hidden, strict=True)
    ]
    others = _other_articles(boxes.walked, counts, prose)
    prose = [0 if i in others else v for i, v in enumerate(prose)]
    weights = _weights(counts, prose, needed)
    wide = _weights(counts, prose, 1)
    if weights[-1] < _DISAGREE * wide[-1]:
        weights = wide
    verdicts = boxes.verdicts(weights)
    apart = tuple(r or ("chrome" if i in others else "") for i, r in enumerate(verdicts))
    box = _around(boxes.walked.boxes, weights)
    seen = [0 if reason else n for n, reason in zip(counts, apart, strict=True)]
    inside = [i for i in range(box.first, box.last) if weights[i + 1] > weights[i]]
    return Body(
        first=inside[0] if inside else len(drafts),
        last=inside[-1] if inside else -1,
        box=box,
        set_apart=apart,
        guarded=boxes.guarded,
        widgets=_widgets(boxes.walked, counts, [v >= max(1, needed) for v in votes]),
        stated=_stated(boxes.walked.boxes, weights) if inside else None,
        joined=_joined(box, seen, prose) if inside else frozenset(),
    )


def _other_articles(walked: Walked, counts: Sequence[int], prose: Sequence[int]) -> frozenset[int]:
    """The drafts in rows of cards, unless the cards may be the article itself: a list of links."""
    found = cards.in_rows(walked, counts)
    total = sum(n for n, v in zip(counts, prose, strict=True) if v)
    within = sum(counts[i] for i in found if prose[i])
    is_beside = total - within >= _MIN_ARTICLE and within <= _MOST_CARDS * total
    return found if is_beside else frozenset()


def _joined(box: Box, counts: Sequence[int], prose: Sequence[int]) -> frozenset[int]:
    """The voted prose in the largest box around the body that adds such prose, and little else.

    Where one voter has taken the largest part of an article for the whole, the rest stands
    around it: the first paragraphs before a folded part, the sections after the first.
    """
    voted, texts = _weights(counts, prose, 1), [0, *accumulate(counts)]
    largest, around = box, box.parent
    while around is not None:
        added = _within(voted, around) - _within(voted, largest)
        if added and added >= _PURE * (_within(texts, around) - _within(texts, largest)):
            largest = around
        around = around.parent
    ring = (*range(largest.first, box.first), *range(box.last, largest.last))
    return frozenset(i for i in ring if voted[i + 1] > voted[i])


def _within(before: Sequence[int], box: Box) -> int:
    return before[box.last] - before[box.first]


def _is_prose(draft: Draft, count: int) -> bool:
    is_text = count >= _MIN_PROSE and draft.kind not in _NOT_PROSE
    # To a pattern an address has many words.
    is_text = is_text and not draft.text.startswith(_ADDRESS)
    return is_text and draft.link_share < _MAX_LINKED


def _weights(counts: Sequence[int], votes: Sequence[int], needed: int) -> list[int]:
    """The words of prose with enough votes before each draft, and at the end those of all."""
    voted = (n if v >= max(1, needed) else 0 for n, v in zip(counts, votes, strict=True))
    return [0, *accumulate(voted)]


def _widgets(walked: Walked, counts: Sequence[int], sure: Sequence[bool]) -> frozenset[int]:
    """The text in every box without a sure block where most texts are but labels.

    What stands in a table, a list or a quotation may be short, as a heading is: not counted.
    """
    drafts = list(zip(walked.drafts, counts, strict=True))
    loose = [n > 0 and d.kind not in _SHORT_KINDS for d, n in drafts]
    texts = [0, *accumulate(loose)]
    labels = [0, *accumulate(a and _is_label(*d) for a, d in zip(loose, drafts, strict=True))]
    believed = [0, *accumulate(sure)]
    found: set[int] = set()
    done = 0
    for box in walked.boxes:
        if box.last <= done or _within(believed, box):
            continue
        count = _within(labels, box)
        if count >= _MIN_LABELS and 2 * count > _within(texts, box):
            found.update(i for i in range(box.first, box.last) if loose[i])
            done = box.last
    return frozenset(found)


def _is_label(draft: Draft, count: int) -> bool:
    return count < _LABEL and not draft.text.endswith((".", "?", "!", "؟", "…", '"', "”"))


def _stated(boxes: Sequence[Box], weights: Sequence[int]) -> Box | None:
    """The box that the page marks up as schema.org's `articleBody`, if it holds most of the prose.

    Some pages mark up the first part of an article only.
    """
    marked = (b for b in boxes if "articleBody" in b.element.get("itemprop", "").split())
    return next((b for b in marked if _within(weights, b) >= _BELIEVED * weights[-1]), None)


def _around(boxes: Sequence[Box], weights: Sequence[int]) -> Box:
    """Those boxes nest, since each holds more than half; the last in document order is deepest."""
    most = _MOST * weights[-1]
    return next(b for b in reversed(boxes) if weights[b.last] - weights[b.first] >= most)
