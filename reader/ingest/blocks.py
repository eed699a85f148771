"""The blocks of a page, taken verbatim from its tree in document order: one pass, none left out.

What a browser would not show, and what only operates the page, is kept too, in a box that says
so: leaving out is for `repair` to decide, and for a person to undo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, cast

from lxml import etree

from reader.ingest import chrome
from reader.ingest.draft import Box, Draft, ListItem, Run, Stamp, Walked
from reader.ingest.head import web_address
from reader.ingest.inline import Writer, has_ink
from reader.ingest.lists import LISTS, Numbering
from reader.ingest.page import Page
from reader.ingest.pictures import picture
from reader.ingest.tables import Grid, data_tables
from reader.model.article import BlockKind, InlineKind

_SKIPPED_NAMES: Final = (
    "script style head title meta link base iframe frame frameset embed param source track area "
    "map input col colgroup basefont bgsound svg datalist"
)
_SKIPPED: Final = frozenset(_SKIPPED_NAMES.split())
_BLOCK_NAMES: Final = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li listing main "
    "menu nav noscript ol optgroup option p pre search section select summary table tbody td "
    "template textarea tfoot th thead tr ul video audio object canvas xmp"
)
_BLOCKS: Final = frozenset(_BLOCK_NAMES.split())
_KINDS: Final = {
    **{f"h{n}": BlockKind.HEADING for n in range(1, 7)},
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.PREFORMATTED,
    "listing": BlockKind.PREFORMATTED,
    "xmp": BlockKind.PREFORMATTED,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_RUNS: Final = {
    "b": InlineKind.BOLD,
    "strong": InlineKind.BOLD,
    "i": InlineKind.ITALIC,
    "em": InlineKind.ITALIC,
    "sup": InlineKind.SUPERSCRIPT,
    "sub": InlineKind.SUBSCRIPT,
    "bdi": InlineKind.ISOLATE,
    "bdo": InlineKind.ISOLATE,
}
_DIRECTIONS: Final = frozenset(("rtl", "ltr", "auto"))
_TIME_PIECES: Final = 8  # of the text in a `time` element, which a page may leave open
_MAX_CAPTIONS: Final = 4
_MAX_CAPTION: Final = 600  # characters
_PARAGRAPHS: Final = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE))


def walk(page: Page, counter: Counter[str]) -> Walked:
    """All blocks of the page's body; `counter` gains what the text's characters were changed to."""
    body = page.root.find("body")
    assert body is not None  # noqa: S101 - the seam promises it
    return _Walk(page, body, counter).run()


class _Walk:
    """One pass over the body. Boxes nest as block-level elements do; inline ones are runs."""

    def __init__(self, page: Page, body: etree._Element, counter: Counter[str]) -> None:
        self._page = page
        self._body = body
        self._counter = counter
        self._writer = Writer(counter)
        self._drafts: list[Draft] = []
        self._late: list[Draft] = []  # found inside a text that is still being gathered
        self._stamps: list[Stamp] = []
        self._top = Box(body, None)
        self._boxes = [self._top]
        self._tables = data_tables(body)
        self._grids: list[Grid | None] = []
        self._lists: list[Numbering] = []
        self._table_count = 0
        self._special: dict[str, Callable[[etree._Element], None]] = {
            "a": self._link,
            "br": self._break,
            "hr": self._rule,
            "img": self._image,
            "time": self._time,
        }

    def run(self) -> Walked:
        walker = etree.iterwalk(self._body, events=("start", "end"))
        for event, element in walker:
            if element is self._body:
                self._write(element.text if event == "start" else None)
            elif event == "end":
                self._leave(element)
            elif not self._enter(element):
                walker.skip_subtree()
        self._flush()
        self._top.last = len(self._drafts)
        return Walked(self._drafts, self._boxes, self._stamps)

    # -- elements ------------------------------------------------------------------------

    def _enter(self, element: etree._Element) -> bool:
        """Whether what the element holds is to be walked."""
        tag = element.tag
        if tag in _SKIPPED:
            return False
        is_hidden = chrome.is_hidden(element)
        if is_hidden and self._is_piece(element):
            self._set_aside(element)
            return False
        if is_hidden or tag in _BLOCKS or self._is_inline_caption(element, tag):
            self._enter_block(element, tag)
        elif special := self._special.get(tag):
            special(element)
        else:
            self._open_run(element, tag)
        self._write(element.text)
        return True

    def _leave(self, element: etree._Element) -> None:
        box = self._top
        if box.element is element:
            self._leave_block(box, element.tag)
        else:
            self._writer.close(element)
        self._write(element.tail)

    def _write(self, text: str | None) -> None:
        if text:
            self._writer.write(text, preformatted=self._top.kind is BlockKind.PREFORMATTED)

    def _boundary(self, box: Box) -> None:
        """Ends a block of `box`; a data cell is one block, whatever stands in it."""
        if box.cell is None:
            self._flush()
        else:
            self._writer.line_break()

    # -- block-level elements ------------------------------------------------------------

    def _enter_block(self, element: etree._Element, tag: str) -> None:
        self._boundary(self._top)
        self._top = self._box(element, tag)
        self._boxes.append(self._top)

    def _box(self, element: etree._Element, tag: str) -> Box:
        outer = self._top
        box = Box(
            element,
            outer,
            kind=_KINDS.get(tag, outer.kind),
            level=outer.level,
            dir=self._direction(element) or outer.dir,
            reason=chrome.reason(element),
            depth=outer.depth + 1,
            list_depth=outer.list_depth,
            item=outer.item,
            cell=outer.cell,
            first=len(self._drafts),
        )
        if box.kind is BlockKind.HEADING and tag in _KINDS:
            box.level = int(tag[1])
        elif tag == "li":
            numbering = self._lists[-1] if self._lists else None
            number = numbering.number(element) if numbering else None
            box.item = ListItem(max(1, box.list_depth), number)
        elif tag in LISTS:
            box.list_depth += 1
            self._lists.append(Numbering(element))
        elif box.kind is BlockKind.PARAGRAPH and chrome.is_caption(element):
            box.kind = BlockKind.CAPTION
        elif box.cell is None:
            self._enter_table(box, element, tag)
        return box

    def _enter_table(self, box: Box, element: etree._Element, tag: str) -> None:
        if tag == "table":
            self._grids.append(self._grid(element))
        elif self._grids and (grid := self._grids[-1]):
            if tag == "tr":
                grid.next_row()
            elif tag in ("td", "th"):
                box.cell = grid.place(element)
                box.kind = BlockKind.CELL if box.cell else box.kind

    def _grid(self, element: etree._Element) -> Grid | None:
        if element not in self._tables:
            return None
        self._table_count += 1
        return Grid(self._table_count - 1)

    def _leave_block(self, box: Box, tag: str) -> None:
        outer = box.parent
        assert outer is not None  # noqa: S101 - the body's box is never left
        self._boundary(outer)
        box.last = len(self._drafts)
        self._top = outer
        if box.kind is BlockKind.CAPTION is not outer.kind:
            _settle_caption(self._drafts[box.first :])
        if tag in LISTS:
            self._lists.pop()
        elif tag == "table" and box.cell is None:
            self._grids.pop()

    # -- inline elements -----------------------------------------------------------------

    def _open_run(self, element: etree._Element, tag: str) -> None:
        direction = self._direction(element)
        kind = _RUNS.get(tag) or (InlineKind.ISOLATE if direction else None)
        if kind is not None:
            direction = direction if kind is InlineKind.ISOLATE else ""
            self._writer.open(element, kind, direction=direction)

    def _link(self, element: etree._Element) -> None:
        written = element.get("href")
        is_within = written is None or written.startswith("#")
        href = "" if is_within else web_address(written or "", self._page.base_url)
        kind = InlineKind.LINK if href else None
        self._writer.open(element, kind, href=href or None, is_link=written is not None)

    def _break(self, _element: etree._Element) -> None:
        made = self._writer.line_break()
        if not made and self._writer.inked and self._top.kind in _PARAGRAPHS:
            self._flush()

    def _rule(self, _element: etree._Element) -> None:
        self._boundary(self._top)
        self._aside(Draft(BlockKind.RULE, self._top))

    def _time(self, element: etree._Element) -> None:
        text = " ".join("".join(islice(_texts(element), _TIME_PIECES)).split())
        self._stamps.append(Stamp(len(self._drafts), element.get("datetime", ""), text))
        self._open_run(element, "time")

    def _image(self, element: etree._Element) -> None:
        draft = picture(element, self._top, self._page.resolve)
        if draft is not None:
            self._aside(draft)

    def _is_inline_caption(self, element: etree._Element, tag: str) -> bool:
        """Whether an inline element inside a paragraph is a caption by its name: no part of it."""
        top = self._top
        if tag != "span" or top.cell is not None or top.kind is not BlockKind.PARAGRAPH:
            return False
        return chrome.is_caption(element)

    def _is_piece(self, element: etree._Element) -> bool:
        """Whether an element belongs to the text being gathered, and holds no blocks."""
        if self._top.cell is not None:
            return True
        return element.tag not in _BLOCKS and next(element.iterdescendants(*_BLOCKS), None) is None

    def _set_aside(self, element: etree._Element) -> None:
        """Keeps a hidden part of a text as a block of its own, so that the text stays whole."""
        writer = Writer(self._counter)
        for text in _texts(element):
            writer.write(text)
        text, _, _ = writer.finish()
        if has_ink(text):
            self._aside(Draft(self._top.kind, self._top, text=text, reason="hidden"))

    def _aside(self, draft: Draft) -> None:
        """Adds a draft beside the text being gathered: before it if nothing of it stands yet."""
        (self._late if self._writer.inked else self._drafts).append(draft)

    @staticmethod
    def _direction(element: etree._Element) -> str:
        value = element.get("dir")
        if value is None:
            return "auto" if element.tag == "bdi" else ""
        value = value.strip().lower()
        return value if value in _DIRECTIONS else ""

    # -- blocks --------------------------------------------------------------------------

    def _flush(self) -> None:
        """Ends the text being gathered: a draft of the innermost box, if anything shows."""
        if self._writer.is_empty:
            return
        inked = self._writer.inked
        text, runs, linked = self._writer.finish()
        if inked:
            self._drafts.append(self._draft(text, runs, linked))
            self._drafts += self._late
            self._late.clear()

    def _draft(self, text: str, runs: list[Run], linked: int) -> Draft:
        box = self._top
        draft = Draft(box.kind, box, text, runs, linked, cell=box.cell, dir=box.dir)
        if box.kind is BlockKind.HEADING:
            draft.level = box.level
        elif box.kind is BlockKind.LIST_ITEM:
            if box.item is None or box.item.taken:
                draft.kind = BlockKind.PARAGRAPH
            else:
                box.item.taken = True
                draft.level, draft.ordinal = box.item.depth, box.item.ordinal
        _promote_direction(draft)
        return draft


def _texts(element: etree._Element) -> Iterator[str]:
    # A tree built from str holds nothing else; the type stubs allow for bytes.
    return cast("Iterator[str]", element.itertext())


def _settle_caption(drafts: Sequence[Draft]) -> None:
    """A box named for a caption that holds more than one does is a box of text."""
    if len(drafts) <= _MAX_CAPTIONS and sum(len(d.text) for d in drafts) <= _MAX_CAPTION:
        return
    for draft in drafts:
        if draft.kind is BlockKind.CAPTION:
            draft.kind = BlockKind.PARAGRAPH


def _promote_direction(draft: Draft) -> None:
    """The direction of an inline element around the whole block is the block's own."""
    for run in draft.runs:
        if run.kind is InlineKind.ISOLATE and (run.start, run.end) == (0, len(draft.text)):
            draft.dir = run.dir or draft.dir
            draft.runs.remove(run)
            break
