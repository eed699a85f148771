"""Which codes and verdicts are in use: counted over the library, before one is deleted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import UUID

from reader.model.annotations import Annotations, Claim
from reader.store import Store, StoreError

K = TypeVar("K", bound=Hashable)


class Count(NamedTuple):
    """How many marks, in how many articles."""

    marks: int = 0
    articles: int = 0


Verdict = tuple[str, str]
"""The slugs of a scale and of one of its steps."""


@dataclass(frozen=True)
class Usage:
    """What is in use, by slugs."""

    codes: Mapping[str, Count] = field(default_factory=dict)
    scales: Mapping[str, Count] = field(default_factory=dict)
    steps: Mapping[Verdict, Count] = field(default_factory=dict)
    unread: int = 0
    """Articles whose marks cannot be read: nobody knows what they use."""


def usage_of(annotations: Iterable[Annotations], unread: int = 0) -> Usage:
    """What the marks of these articles use; a claim counts for its earlier verdicts too."""
    codes: list[Counter[str]] = []
    scales: list[Counter[str]] = []
    steps: list[Counter[Verdict]] = []
    for article in annotations:
        given = [_verdicts(mark.body) for mark in article.marks if isinstance(mark.body, Claim)]
        codes.append(Counter(slug for mark in article.marks for slug in set(mark.codes)))
        scales.append(Counter(s for one in given for s in {scale for scale, _ in one}))
        steps.append(Counter(verdict for one in given for verdict in one))
    return Usage(_added(codes), _added(scales), _added(steps), unread)


def library_usage(home: Path, opened: Mapping[UUID, Annotations]) -> Usage:
    """What all articles of a library use. Reads every one of them: for the background.

    Args:
        home: of the library.
        opened: articles with changes that may not be saved yet, as they are on the screen.
    """
    found, unread = dict(opened), 0
    # A store of its own: what it reads must not become what a save may replace.
    with Store.open(home, write=False) as store:
        for record in store.articles():
            if record.id not in found:
                try:
                    found[record.id] = store.annotations(record.id)
                except StoreError:
                    unread += 1
    return usage_of(found.values(), unread)


def _verdicts(claim: Claim) -> set[Verdict]:
    return {(verdict.scale, verdict.value) for verdict in claim.verdicts}


def _added(counters: Iterable[Counter[K]]) -> dict[K, Count]:
    marks: Counter[K] = Counter()
    articles: Counter[K] = Counter()
    for counter in counters:
        marks.update(counter)
        articles.update(counter.keys())
    return {key: Count(marks[key], articles[key]) for key in marks}
