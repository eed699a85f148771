"""Two saved versions of an article compared: pure, the same for window, command and exports.

What is compared is what is shown of either version, so that a list of other headlines drowns
nothing. See `docs/comparison.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

from pydantic import Field

from reader.anchoring import CancelledError, align
from reader.model.annotations import Mark
from reader.model.article import Article, Direction
from reader.model.base import UtcTime, Value
from reader.model.comparison import (
    DIFFERING,
    Comparison,
    Notice,
    Paragraph,
    Row,
    RowChange,
    Run,
    RunKind,
    VersionHead,
)
from reader.model.errors import Message
from reader.model.library import ArticleFile
from reader.session.cutting import Cut, cut
from reader.session.differences import SUBSTANCE, Teller, summary
from reader.session.edits import Desk
from reader.session.notices import notices
from reader.session.paragraphs import Beside, pair, sides
from reader.session.touching import with_marks

_MOSTLY: Final = 0.9
"""Share of a paragraph that stands elsewhere on the other side, from which it moved."""


class Version(Value):
    """One saved version, and what the library knows of it."""

    article: Article
    imported_at: UtcTime | None = None
    """When it came into the library; None for a page that is not in one."""
    choices: dict[str, bool] = Field(default_factory=dict)
    """Block id -> shown, where a person has decided."""
    direction: Direction | None = None
    """A person's choice; None: as found."""


class Compare(Value):
    """Two versions to be compared, the older first."""

    old: Version
    new: Version
    marks: tuple[Mark, ...] = ()

    @property
    def size(self) -> int:
        """Code points of both texts."""
        return len(self.old.article.page_text) + len(self.new.article.page_text)


def version_of(article: Article, record: ArticleFile | None) -> Version:
    """A version as the library has it; a page that is in none as it is."""
    if record is None:
        return Version(article=article)
    times = [c.imported_at for c in record.captures if c.version == article.version]
    return Version(
        article=article,
        imported_at=times[-1] if times else None,
        choices=record.block_choices.get(article.version, {}),
        direction=record.direction,
    )


def in_order(one: Version, other: Version) -> tuple[Version, Version]:
    """Two versions, the older first: by when they were saved, else by when they came in.

    Versions of which that is not known, or of one moment, stay as they are given.
    """
    moments = [v.article.metadata.saved_at or v.imported_at for v in (one, other)]
    if moments[0] is not None and moments[1] is not None and moments[1] < moments[0]:
        return other, one
    return one, other


def to_compare(desk: Desk, read: Callable[[str], Article], one: str, other: str) -> Compare:
    """Two text versions of the article on a desk, its marks as they were made.

    Args:
        desk: what is open.
        read: gives a version's article by its id.
        one: the id of a version.
        other: that of another.

    Raises:
        StoreError: `read` cannot read one of them.
    """
    articles = (desk.article if v == desk.article.version else read(v) for v in (one, other))
    # Pictures would only make the way to a worker longer.
    lean = (article.model_copy(update={"assets": ()}) for article in articles)
    old, new = in_order(*(version_of(article, desk.record) for article in lean))
    return Compare(old=old, new=new, marks=tuple(desk.marks.values()))


def carry_out(asked: Compare, progress: Callable[[str, float], None]) -> Comparison:
    """Compare what is asked; `progress` is told the code of a step and the fraction done."""

    def told(share: float) -> None:
        progress("comparing_versions", share)

    return compare(asked.old, asked.new, marks=asked.marks, progress=told)


def compare(
    old: Version,
    new: Version,
    *,
    marks: Iterable[Mark] = (),
    progress: Callable[[float], object] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two versions.

    Args:
        old: the older one, see `in_order`.
        new: the newer one.
        marks: those of the article, as they were made or placed.
        progress: is told the share of the work that is done.
        cancelled: is asked whether to stop.

    Raises:
        CancelledError: `cancelled` said so.
    """
    tell = progress or (lambda _: None)

    def step(share: float) -> None:
        if cancelled is not None and cancelled():
            raise CancelledError
        tell(share)

    both = sides(old.article, new.article, old.choices, new.choices)
    alignment = align(
        both[0].text,
        both[1].text,
        old_blocks=both[0].spans,
        new_blocks=both[1].spans,
        progress=lambda share: tell(0.6 * share),
        cancelled=cancelled,
    )
    plan = pair(alignment, *both)
    step(0.7)
    made = cut(alignment, *both, plan)
    step(0.9)
    tally = Teller(alignment, *both, plan).tell(made)
    rows = with_marks(_rows(plan, made), both, made.exchanges, tuple(marks))
    clauses = summary(*both, rows, tally)
    found = notices(old.article, new.article, new.choices)
    step(1.0)
    return Comparison(
        old=_head(old),
        new=_head(new),
        rows=rows,
        changes=tuple(tally.changes),
        summary=clauses,
        notices=found,
        notice=_notice(clauses, found),
    )


def _head(version: Version) -> VersionHead:
    page = version.article.metadata
    return VersionHead(
        version=version.article.version,
        page=version.article.provenance.sha256,
        title=page.title,
        outlet=page.outlet,
        url=page.url,
        saved_at=page.saved_at,
        imported_at=version.imported_at,
        dir=version.direction or version.article.dir,
    )


def _notice(clauses: Sequence[Message], found: Sequence[Notice]) -> Message | None:
    """What is to be said of a notice of correction."""
    new = sum(notice.is_new for notice in found)
    if new:
        return Message(code="compare_notice_new", params={"n": new})
    if found:
        return Message(code="compare_notice_kept", params={"n": len(found)})
    if any(clause.code in SUBSTANCE for clause in clauses):
        return Message(code="compare_notice_none")
    return None


# Rows


def _rows(plan: Sequence[Beside], made: Cut) -> tuple[Row, ...]:
    return tuple(
        Row(
            old=made.old[at],
            new=made.new[at],
            counterpart=beside.counterpart,
            changes=_changes(beside, (*made.old[at], *made.new[at])),
        )
        for at, beside in enumerate(plan)
    )


def _changes(beside: Beside, paragraphs: Sequence[Paragraph]) -> tuple[RowChange, ...]:
    """What happened to the paragraphs of a row."""
    kinds = {r.kind for p in paragraphs for r in p.runs if not _is_border(p, r)}
    edited = _edited(kinds if beside.counterpart is None else kinds - {RunKind.MOVED})
    sizes = len(beside.old), len(beside.new)
    if beside.counterpart is not None:
        return RowChange.MOVED, *edited
    if 0 in sizes:
        came_or_went = RowChange.ADDED if sizes[1] else RowChange.DELETED
        return (RowChange.MOVED if _is_mostly_moved(paragraphs) else came_or_went,)
    if sizes[0] != sizes[1]:
        return (RowChange.SPLIT if sizes[0] < sizes[1] else RowChange.MERGED), *edited
    if any(_is_border(p, r) for p in paragraphs for r in p.runs):
        # As many as there were, but they begin elsewhere.
        return RowChange.SPLIT, RowChange.MERGED, *edited
    return edited


def _is_mostly_moved(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether most of what stands here stands elsewhere on the other side."""
    moved = sum(r.end - r.start for p in paragraphs for r in p.runs if r.kind is RunKind.MOVED)
    return moved >= _MOSTLY * sum(len(p.text) for p in paragraphs)


def _is_border(paragraph: Paragraph, run: Run) -> bool:
    """Whether a run is the blank where the other side begins another paragraph."""
    return run.kind is RunKind.FORMAT and not run.other and paragraph.words(run).isspace()


def _edited(kinds: Collection[RunKind]) -> tuple[RowChange, ...]:
    if DIFFERING.intersection(kinds):
        return (RowChange.EDITED,)
    return (RowChange.FORMATTED,) if RunKind.FORMAT in kinds else ()
