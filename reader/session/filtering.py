"""Which marks somebody wants to see: by kind, code, naming, status, missing source, and by words.

What is ticked of one thing is an alternative, different things narrow each other. A naming asks for
sources, a status or a missing source for claims: it narrows the marks of its own kind, brings that
kind in, and says nothing of the others that are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from reader.model.annotations import Mark
from reader.model.placing import Standing
from reader.model.sourcing import Sourcing
from reader.model.vocabulary import MarkType, Naming, Status
from reader.session.finding import query
from reader.text.matching import Searchable

_REMEMBERED = 4_096


@dataclass(frozen=True)
class Filter:
    """What is asked for. An empty one lets every mark through."""

    kinds: frozenset[MarkType] = frozenset()
    codes: frozenset[str] = frozenset()
    """Slugs of the codebook: any of them."""
    namings: frozenset[Naming] = frozenset()
    """Of sources: as far as the article identifies them anywhere."""
    statuses: frozenset[Status] = frozenset()
    standings: frozenset[Standing] = frozenset()
    """How marks stand in the version shown."""
    unsourced: bool = False
    """Claims without a source that restate no other."""
    text: str = ""
    """Folded as in find; in the words, the note, the wording and the names of the sources."""

    @property
    def is_empty(self) -> bool:
        return self == Filter(text=self.text) and not query(self.text)

    def toggled(self, field: str, member: object) -> Filter:
        """With a member of one of the sets taken in, or out if it is there; a flag turned round."""
        now: Any = getattr(self, field)
        changed: dict[str, Any] = {field: not now if isinstance(now, bool) else now ^ {member}}
        return replace(self, **changed)

    def ticked(self) -> Iterator[tuple[str, object]]:
        """What is asked for but for the text: the names of fields, each with one member."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, frozenset):
                yield from ((field.name, member) for member in sorted(value, key=_place))
            elif value is True:
                yield field.name, True

    @property
    def wanted(self) -> frozenset[MarkType]:
        """The kinds that are let through; none: all of them."""
        of_sources = {MarkType.SOURCE} if self.namings else set()
        of_claims = {MarkType.CLAIM} if self.statuses or self.unsourced else set()
        return self.kinds | of_sources | of_claims

    def without(self, *, code_slugs: Iterable[str]) -> Filter:
        """The filter without codes that are not among these: the codebook may have lost them."""
        return replace(self, codes=self.codes & frozenset(code_slugs))


class Sieve:
    """A filter made ready for many marks."""

    def __init__(self, wanted: Filter) -> None:
        self.filter = wanted
        self._kinds = wanted.wanted
        self._query = query(wanted.text)

    def matches(self, mark: Mark, sourcing: Sourcing, standing: Standing = Standing.HERE) -> bool:
        """Whether a mark is asked for; `sourcing` is that of the annotations that hold it."""
        wanted = self.filter
        return (
            (not wanted.standings or standing in wanted.standings)
            and (not self._kinds or mark.type in self._kinds)
            and (not wanted.codes or not wanted.codes.isdisjoint(mark.codes))
            and _OWN.get(mark.type, _any)(wanted, mark, sourcing)
            and (not self._query or self._query.stands_in(_said_of(mark, sourcing)))
        )


def matches(
    wanted: Filter, mark: Mark, sourcing: Sourcing, standing: Standing = Standing.HERE
) -> bool:
    """Whether a filter lets a mark through. For many marks make a `Sieve`."""
    return Sieve(wanted).matches(mark, sourcing, standing)


def stepped(
    marks: Sequence[Mark], listed: Callable[[Mark], bool], start: UUID | int, by: int
) -> Mark | None:
    """The next mark that is listed, in a circle; None: no mark is.

    Args:
        marks: all of a text version, in reading order.
        listed: whether a mark is one to stop at.
        start: the mark to go on from, listed or not; or a place, in code points.
        by: 1; or -1, for the one before.
    """
    ids = [mark.id for mark in marks]
    if isinstance(start, UUID) and start in ids:
        at = ids.index(start)
    else:
        place = start if isinstance(start, int) else 0
        # From between two marks the next is as near as the one before.
        at = sum(m.span is not None and m.span.start < place for m in marks) - (by > 0)
    round_about = (marks[(at + by * n) % len(marks)] for n in range(1, len(marks) + 1))
    return next((mark for mark in round_about if listed(mark)), None)


def _said_of(mark: Mark, sourcing: Sourcing) -> Searchable:
    """All that a mark is looked for by: a line for each, so that no match runs over two."""
    said = [mark.words, mark.note]
    if mark.type is MarkType.CLAIM:
        said.append(mark.claim.normalised)
        said += (sourcing.name(link.source) for link in sourcing.links[mark.id])
    elif mark.type is MarkType.SOURCE:
        said += [sourcing.name(sourcing.source_of(mark.id)), mark.source.role]
        said.append(mark.source.affiliation)
    return _searchable("\n".join(filter(None, said)))


def is_unsourced(claim: Mark, sourcing: Sourcing) -> bool:
    """Whether a claim has no source, and needs one: one that restates others does not."""
    return not sourcing.links[claim.id] and claim.id not in sourcing.restates


def _place(member: object) -> tuple[int, str]:
    """Where a member stands in its closed list; slugs stand by their letters."""
    place = list(type(member)).index(member) if isinstance(member, StrEnum) else 0
    return place, str(member)


def _any(_wanted: Filter, _mark: Mark, _sourcing: Sourcing) -> bool:
    return True


def _of_source(wanted: Filter, mark: Mark, sourcing: Sourcing) -> bool:
    naming = sourcing.naming[sourcing.source_of(mark.id)]
    return not wanted.namings or naming in wanted.namings


def _of_claim(wanted: Filter, mark: Mark, sourcing: Sourcing) -> bool:
    fits = not wanted.statuses or mark.claim.status in wanted.statuses
    return fits and (not wanted.unsourced or is_unsourced(mark, sourcing))


_OWN: Mapping[MarkType, Callable[[Filter, Mark, Sourcing], bool]] = {
    MarkType.SOURCE: _of_source,
    MarkType.CLAIM: _of_claim,
}


@lru_cache(_REMEMBERED)
def _searchable(words: str) -> Searchable:
    return Searchable(words)
