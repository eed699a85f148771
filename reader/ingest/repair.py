"""The state of every block: votes first, then what votes are known to get wrong.

Extractors lose the standfirst and short pieces between paragraphs; they keep captions, bylines
and boxes that lead elsewhere. Doubtful blocks are collapsed, dropped ones are kept out of sight:
neither is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from reader.ingest import chrome
from reader.ingest.body import Body
from reader.ingest.dates import is_dateline
from reader.ingest.draft import Box, Draft
from reader.model.article import BlockKind, BlockState

_LEFT_OUT: Final = 2  # blocks below a heading
_SHORT: Final = 12
_MAX_BYLINE: Final = 10
_MAX_DATELINE: Final = 16
_HOUSE_RULES: Final = 3  # blocks at the end of the prose
_MIN_LEAD: Final = 6
_MIN_GAP: Final = 4
_MIN_ALONE: Final = 5
_LINKED: Final = 0.5
_LEAD_LINKED: Final = 0.3
_ALL_LINKED: Final = 0.9
_ALIKE: Final = 0.6
_BYLINES: Final = 2  # blocks after the first of the prose
_LEAD_BLOCKS: Final = 4
_MIN_REPEAT: Final = 8
_MIN_TWICE: Final = 3
_ENDS: Final = (".", "؟", "?", "!", "…", ":", "۔")
_CLOSING: Final = "\"'”’»)]\u200e\u200f "
_FIRM: Final = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CELL)


@dataclass(frozen=True)
class Verdict:
    """A block's state and the code of the reason."""

    state: BlockState
    reason: str


@dataclass(frozen=True)
class Case:
    """All that is known of the page's drafts when their states are settled."""

    drafts: Sequence[Draft]
    words: Sequence[Sequence[str]]
    votes: Sequence[int]
    needed: int
    body: Body
    title: int | None
    description: Sequence[str]
    """The folded words of the page's description of itself."""
    names: Sequence[Sequence[str]]
    """The folded words of the outlet's name, and of the author's."""


def _sure(reason: str) -> Verdict:
    return Verdict(BlockState.SURE, reason)


def _doubtful(reason: str) -> Verdict:
    return Verdict(BlockState.DOUBTFUL, reason)


def _dropped(reason: str) -> Verdict:
    return Verdict(BlockState.DROPPED, reason)


def judge(case: Case) -> list[Verdict]:
    """The verdict on each draft. Settles the kind of some: a standfirst, a false caption."""
    verdicts = [_judge(case, i) for i in range(len(case.drafts))]
    _lower_headings(case, verdicts)
    _raise_standfirst(case, verdicts)
    _lower_repeats(case, verdicts)
    _keep_tables_whole(case, verdicts)
    return verdicts


def _judge(case: Case, i: int) -> Verdict:
    draft, votes = case.drafts[i], case.votes[i]
    if i == case.title:
        return _sure("title")
    if reason := case.body.set_apart[i]:
        return _doubtful(reason) if votes and reason != "hidden" else _dropped(reason)
    if not draft.text:
        return _judge_empty(case, i)
    if (votes or case.body.spans(i)) and (demoted := _demoted(case, i)):
        return _doubtful(demoted)
    if case.body.is_empty:
        return _sure("guard") if draft.link_share < _LINKED else _dropped("no_vote")
    if votes >= case.needed:
        return _sure("two_votes" if votes > 1 else "one_vote")
    if _fills_gap(case, i):
        return _sure("gap")
    if votes:
        return _doubtful("one_vote")
    return _doubtful("guard") if i in case.body.guarded else _dropped("no_vote")


def _judge_empty(case: Case, i: int) -> Verdict:
    """An image or a rule goes with the text around it; the lead image stands before the text."""
    after_title = case.title is not None and case.title < i < case.body.first
    is_lead = after_title and case.drafts[i].kind is BlockKind.IMAGE and not case.body.is_empty
    return _sure("gap") if is_lead or case.body.spans(i) else _dropped("no_vote")


def _fills_gap(case: Case, i: int) -> bool:
    """Whether a block that lacks votes stands where the article's text must go on."""
    draft, body, count = case.drafts[i], case.body, len(case.words[i])
    if i in body.joined:
        return True
    if not body.holds(i) or draft.link_share >= _LINKED or not count or i in body.widgets:
        return False
    if draft.box in (case.drafts[body.first].box, case.drafts[body.last].box):
        return True
    if body.spans(i):
        is_firm = draft.kind in _FIRM or draft.box.element.tag == "p"
        return case.votes[i] > 0 or count >= _MIN_GAP or is_firm
    return case.votes[i] > 0 and count >= _MIN_ALONE


def _demoted(case: Case, i: int) -> str:
    """Why a block is no part of the article's text in spite of its votes; "" if it may be."""
    draft, count = case.drafts[i], len(case.words[i])
    if draft.kind is BlockKind.CELL:
        return ""
    is_credited = draft.kind is BlockKind.PARAGRAPH and chrome.is_credited(draft.text)
    if draft.kind is BlockKind.CAPTION or is_credited:
        return "caption"
    if (count < _SHORT or draft.link_share >= _LINKED) and chrome.is_stock_phrase(draft.text):
        return "chrome"
    if chrome.is_label(draft.text) or chrome.is_plea(draft.text):
        return "chrome"
    if _leads_elsewhere(draft) or case.body.is_beyond(i):
        return "chrome"
    if not case.body.spans(i) and all(word.isdecimal() for word in case.words[i]):
        return "chrome"
    if i >= case.body.last - _HOUSE_RULES and chrome.is_house_rule(draft.text):
        return "chrome"
    return "byline" if count <= _MAX_DATELINE and _is_byline(case, i) else ""


def _leads_elsewhere(draft: Draft) -> bool:
    """Whether a line of its own is the headline of another page: all link, and no sentence."""
    if draft.kind is not BlockKind.PARAGRAPH or draft.link_share < _ALL_LINKED:
        return False
    return not draft.text.rstrip(_CLOSING).endswith(_ENDS)


def _is_byline(case: Case, i: int) -> bool:
    """Whether a short block beside the body's beginning or end says who wrote it, or when."""
    draft, words = case.drafts[i], case.words[i]
    if case.body.first + _BYLINES < i < case.body.last:
        return False
    if is_dateline(draft.text):
        return True
    if len(words) > _MAX_BYLINE or draft.text.endswith(_ENDS):
        return False
    if any(name and list(words[: len(name)]) == list(name) for name in case.names):
        return True
    return chrome.is_byline_phrase(draft.text) or chrome.is_byline(draft.box.element)


def _lower_headings(case: Case, verdicts: list[Verdict]) -> None:
    """A heading that only its place spoke for goes with the texts below it, if all are left out."""
    sure = [0, *accumulate(v.state is BlockState.SURE for v in verdicts)]
    text = after = len(case.drafts)  # the next text, and the next heading after it
    heading = after
    for i in reversed(range(len(case.drafts))):
        draft = case.drafts[i]
        if draft.kind is BlockKind.HEADING:
            end = min(after, _section_end(draft, text))
            is_alone = end - text >= _LEFT_OUT and sure[end] == sure[text]
            if verdicts[i].reason == "gap" and is_alone:
                verdicts[i] = _doubtful("chrome")
            heading = i
        elif case.words[i] and draft.kind is not BlockKind.CAPTION:
            text, after = i, heading


def _section_end(heading: Draft, text: int) -> int:
    """Where the smallest box ends that holds the heading and the first text below it."""
    box = heading.box
    while box.parent is not None and box.last <= text:
        box = box.parent
    return box.last


def _raise_standfirst(case: Case, verdicts: list[Verdict]) -> None:
    """Brings in what stands between title and body and reads like the standfirst.

    Extractors lose it where it has a box of its own.
    """
    if case.title is None or case.body.is_empty:
        return
    found = [i for i in range(case.title + 1, case.body.first + 1) if _is_standfirst(case, i)]
    for i in found:
        verdicts[i] = _sure("standfirst")
    if found:
        first = case.drafts[found[0]]
        first.kind, first.level = BlockKind.STANDFIRST, 0


def _is_standfirst(case: Case, i: int) -> bool:
    draft, words = case.drafts[i], case.words[i]
    if len(words) < _MIN_LEAD or draft.link_share >= _LEAD_LINKED:
        return False
    if case.body.set_apart[i] or _demoted(case, i):
        return False
    if _is_lead_box(draft):
        return True
    if i == case.body.first:  # in the body's own box it is the first paragraph
        return False
    return draft.kind is BlockKind.HEADING or _is_described(case, words)


def _is_lead_box(draft: Draft) -> bool:
    """Whether the block, or a box around little else, is named as a standfirst is."""
    box: Box | None = draft.box
    while box is not None and box.last - box.first <= _LEAD_BLOCKS:
        if chrome.is_lead(box.element):
            return True
        box = box.parent
    return False


def _is_described(case: Case, words: Sequence[str]) -> bool:
    own, told = set(pairwise(words)), set(pairwise(case.description))
    return len(own & told) >= _ALIKE * len(own)


def _lower_repeats(case: Case, verdicts: list[Verdict]) -> None:
    """Shows no text twice: the title once, and what also stands beside the body only there.

    Inside the body a writer may repeat a sentence; several that come again are the same article
    in another version of the page.
    """
    title = () if case.title is None else tuple(case.words[case.title])
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, words in enumerate(map(tuple, case.words)):
        if i != case.title and verdicts[i].state is BlockState.SURE:
            if words and words == title:
                verdicts[i] = _doubtful("repeat")
            elif len(words) >= _MIN_REPEAT:
                places[words].append(i)
    again = [same for same in places.values() if len(same) > 1]
    is_twice = sum(all(map(case.body.runs_through, same)) for same in again) >= _MIN_TWICE
    for same in again:
        keep = next(filter(case.body.runs_through, same), same[0])
        for i in same:
            if i != keep and (is_twice or not case.body.runs_through(i)):
                verdicts[i] = _doubtful("repeat")


def _keep_tables_whole(case: Case, verdicts: list[Verdict]) -> None:
    """A table is shown with all its cells or none: its sure words decide."""
    tables: dict[int, list[int]] = defaultdict(list)
    for i, draft in enumerate(case.drafts):
        if draft.cell is not None and draft.kind is BlockKind.CELL and not case.body.set_apart[i]:
            tables[draft.cell.table].append(i)
    for cells in tables.values():
        sure = [i for i in cells if verdicts[i].state is BlockState.SURE]
        if not sure:
            continue
        count = sum(len(case.words[i]) for i in cells)
        is_sure = 2 * sum(len(case.words[i]) for i in sure) >= count
        for i in cells:
            verdicts[i] = _sure("table") if is_sure else _doubtful("table")
