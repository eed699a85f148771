"""The use cases of splitting a claim: which one a caret parts, where, and what each part keeps."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from reader.anchoring.describe import describe
from reader.model.annotations import End, Mark, Relation
from reader.model.vocabulary import MarkType, RelationType, Status
from reader.session.edits import Change, Desk, Edit
from reader.session.errors import SessionError
from reader.session.linking import dangling
from reader.session.maker import Maker, mark_of, named, with_fields
from reader.session.placing import respanned
from reader.text.edges import trimmed
from reader.text.words import word_span

Span = tuple[int, int]

_JOINED = ("و", "ف")
"""Conjunctions that Arabic writes onto the next word."""


def split_claim(desk: Desk, maker: Maker, claim_id: UUID, span: Span) -> Change:
    """Part a claim at the caret (an empty span), or into what is selected and what is around it.

    The first part is the mark that there was: its note, evidence, contacts, verdicts and history
    stay with it, since they were found for it and nobody has yet said for which part. Every part
    has its codes, status and kind, is attributed as it was, and restates or is restated by the
    same claims. A part of a claim that was concluded is in review: it has no verdict of its own.

    Raises:
        SessionError: `split_needs_claim`; `split_outside`, where nothing of the claim would be
            parted; `mark_on_other_version`.
    """
    mark = mark_of(desk, claim_id)
    if mark.type is not MarkType.CLAIM or mark.span is None:
        raise SessionError("split_needs_claim")
    stands = desk.seen[claim_id].span
    if stands is None or not desk.placing.standing[claim_id].is_settled:
        raise SessionError("mark_on_other_version")
    parts = parted(desk.article.page_text, (stands.start, stands.end), span)
    if len(parts) < 2:
        raise SessionError("split_outside")
    edits = [Edit(mark, maker.changed(mark, anchors=respanned(desk, maker, mark, parts[0])))]
    links = [r for r in dangling(desk, [claim_id]) if _is_shared(r)]
    for part in parts[1:]:
        new = _part_of(desk, maker, mark, part)
        edits.append(Edit(None, new))
        edits += [Edit(None, _copied(maker, link, claim_id, new.id)) for link in links]
    return named("change_split", edits, n=len(parts), words=mark.words)


def claim_at(desk: Desk, selected: UUID | None, span: Span) -> UUID:
    """The claim to part: the one selected if it is there, else the shortest that is; in need, it.

    Raises:
        SessionError: `split_needs_claim`.
    """
    if span[0] < span[1]:
        span = trimmed(desk.article.page_text, *span)  # a drag takes the comma behind a claim along
    here = [
        (anchor.end - anchor.start, mark.id)
        for mark in desk.here
        if mark.type is MarkType.CLAIM
        and (anchor := mark.span) is not None
        and anchor.start <= span[0]
        and span[1] <= anchor.end
    ]
    mark = desk.marks.get(selected) if selected else None
    chosen = mark.id if mark and mark.type is MarkType.CLAIM else None
    if here and chosen not in {mark_id for _, mark_id in here}:
        return min(here)[1]
    if chosen is None:
        raise SessionError("split_needs_claim")
    return chosen


def parted(text: str, claim: Span, span: Span) -> list[Span]:
    """The parts of a claim that a caret or a selection makes of it, trimmed; one: it cannot.

    Where the cut falls behind the «و» that is written onto a word, that «و» belongs to no part.
    """
    start, end = claim
    inside = sorted({min(max(at, start), end) for at in span} - {start, end})
    cuts = [start, *inside, end]
    ends = [_before_conjunction(text, a, b) if b != end else b for a, b in pairwise(cuts)]
    parts = [trimmed(text, a, b) for a, b in zip(cuts, ends, strict=False)]
    return [(a, b) for a, b in parts if any(char.isalnum() for char in text[a:b])]


def _before_conjunction(text: str, start: int, end: int) -> int:
    word = word_span(text, end)
    cuts_a_word = word[0] < end < word[1]
    return word[0] if cuts_a_word and start <= word[0] and text[word[0] : end] in _JOINED else end


def _is_shared(relation: Relation) -> bool:
    return relation.type in (RelationType.ATTRIBUTED_TO, RelationType.RESTATES)


def _part_of(desk: Desk, maker: Maker, mark: Mark, span: Span) -> Mark:
    article = desk.article
    anchor = describe(article.page_text, span, version=article.version, anchor_id=maker.new_id())
    status = mark.claim.status
    body = with_fields(
        mark.claim,
        {
            "normalised": "",
            "status": Status.REVIEW if status is Status.CONCLUDED else status,
            "verdicts": (),
            "evidence": (),
            "contacts": (),
            "signed_off_by": "",
        },
    )
    return Mark(**maker.stamp(), type=mark.type, anchors=(anchor,), body=body, codes=mark.codes)


def _copied(maker: Maker, relation: Relation, old: UUID, new: UUID) -> Relation:
    def moved(end: End) -> End:
        return end.model_copy(update={"id": new}) if end.id == old else end

    return Relation(
        **maker.stamp(),
        type=relation.type,
        from_=moved(relation.from_),
        to=moved(relation.to),
        attribution=relation.attribution,
    )
