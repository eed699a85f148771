"""The use cases of marking: add, edit, move, delete. Each gives the `Change` that carries it out.

Spans are code points of the desk's page text; they are snapped outward to grapheme clusters, so
that no mark parts a letter from its shadda.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from reader.anchoring.describe import describe
from reader.model.annotations import Body, Claim, Event, Hop, Mark, SourceMention
from reader.model.errors import Message
from reader.model.library import Entity
from reader.model.vocabulary import MarkType, Naming, Role, SourceKind
from reader.session import defaults
from reader.session.card_offers import namesake_here
from reader.session.cards import followed, is_alone, leftovers
from reader.session.edits import Change, Desk, Edit
from reader.session.errors import SessionError
from reader.session.linking import dangling, with_hops
from reader.session.maker import Maker, mark_of, named, with_fields
from reader.session.placing import respanned
from reader.text.edges import completed, trimmed, whole_words
from reader.text.graphemes import snap


def add_mark(
    desk: Desk,
    maker: Maker,
    kind: MarkType,
    span: tuple[int, int],
    *,
    codes: tuple[str, ...] = (),
    note: str = "",
    whole: bool = False,
) -> tuple[Change, Mark]:
    """Mark a span, grown to whole words if those are wanted.

    A source comes with a card of its own (bound to this article while it is anonymous).

    Raises:
        SessionError: `nothing_selected`, where the span is empty.
    """
    start, end = settled(desk, span, whole=whole)
    edits: list[Edit] = []
    body: Body | None = Claim() if kind is MarkType.CLAIM else None
    if kind is MarkType.SOURCE:
        card, body = _new_source(desk, maker, desk.article.page_text[start:end])
        edits += [Edit(None, card)] if card else []
    anchor = describe(
        desk.article.page_text,
        (start, end),
        version=desk.article.version,
        anchor_id=maker.new_id(),
    )
    mark = Mark(**maker.stamp(), type=kind, anchors=(anchor,), body=body, codes=codes, note=note)
    edits.append(Edit(None, mark))
    return named(f"change_add_{kind}", edits, words=anchor.exact), mark


def settled(desk: Desk, span: tuple[int, int], *, whole: bool = False) -> tuple[int, int]:
    """Where a mark on a selection begins and ends: see `reader.text.edges`.

    Raises:
        SessionError: `nothing_selected`.
    """
    text = desk.article.page_text
    start, end = max(0, span[0]), min(len(text), span[1])
    if start < end:
        start, end = completed(text, *(whole_words if whole else trimmed)(text, start, end))
    if start >= end:
        raise SessionError("nothing_selected")
    return snap(text, start, end)


def _new_source(desk: Desk, maker: Maker, words: str) -> tuple[Entity | None, SourceMention]:
    fields = defaults.source_fields(words)
    naming, kind = Naming(fields["naming"]), SourceKind(fields["kind"])
    if kind is SourceKind.UNSPECIFIED and not naming.is_identified:
        # «المعلومات»: nobody is meant, so there is nobody to keep a card of.
        return None, SourceMention(**fields)
    known = namesake_here(desk, words) if naming.is_identified else None
    if known is not None:
        # An article that gives the same name twice means the same one.
        return None, SourceMention(entity=known, **fields)
    home = None if naming.is_identified else desk.record.id
    card = Entity(**maker.stamp(), name=words, kind=kind, article=home)
    return card, SourceMention(entity=card.id, **fields)


def edit_mark(desk: Desk, maker: Maker, mark_id: UUID, **fields: object) -> Change:
    """Change fields of a mark itself: `note`, `codes`."""
    mark = mark_of(desk, mark_id)
    return named("change_edit_mark", [Edit(mark, maker.changed(mark, **fields))], words=mark.words)


def edit_body(desk: Desk, maker: Maker, mark_id: UUID, **fields: object) -> Change:
    """Change fields of a source mention or a claim.

    Where a source stops or starts being anonymous, its card is bound to this article or freed.
    """
    mark = mark_of(desk, mark_id)
    if mark.body is None:
        raise SessionError("mark_has_no_fields")
    body = with_fields(mark.body, fields)
    if isinstance(body, SourceMention):
        edits = followed(desk, maker, mark, body)
    else:
        edits = [Edit(mark, maker.changed(mark, body=body))]
    return named("change_edit_mark", edits, words=mark.words)


def add_anchor(
    desk: Desk, maker: Maker, mark_id: UUID, role: Role, span: tuple[int, int]
) -> Change:
    """Point out a cue or some of the reported content. A mark has one cue, the new one.

    Raises:
        SessionError: `nothing_selected`; `mark_on_other_version`, where the mark itself does
            not stand in the text shown.
    """
    mark, article = mark_of(desk, mark_id), desk.article
    if mark.span is not None and not desk.placing.standing[mark_id].is_settled:
        raise SessionError("mark_on_other_version")
    start, end = settled(desk, span)
    anchor = describe(
        article.page_text,
        (start, end),
        version=article.version,
        anchor_id=maker.new_id(),
        role=role,
    )
    kept = (a for a in mark.anchors if role is not Role.CUE or a.role is not Role.CUE)
    after = maker.changed(mark, anchors=(*kept, anchor))
    return named("change_edit_mark", [Edit(mark, after)], words=mark.words)


def remove_anchor(desk: Desk, maker: Maker, mark_id: UUID, anchor_id: UUID) -> Change:
    """Take a cue or a piece of content away; the words of the mark itself stay.

    Raises:
        SessionError: `anchor_is_gone`.
    """
    mark = mark_of(desk, mark_id)
    kept = tuple(a for a in mark.anchors if a.id != anchor_id or a.role is Role.SPAN)
    if len(kept) == len(mark.anchors):
        raise SessionError("anchor_is_gone")
    after = maker.changed(mark, anchors=kept)
    return named("change_edit_mark", [Edit(mark, after)], words=mark.words)


def move_mark(
    desk: Desk, maker: Maker, mark_id: UUID, span: tuple[int, int], *, whole: bool = False
) -> Change:
    """Move a mark to other words; its links stay, and so do a cue and contents pointed out.

    That it was moved, and from which words, is kept in its history. A card that is called as the
    mark was, and was made for it alone, is called as it is now. A mark that was made on another
    version keeps its words there: it is placed in the version shown.

    Raises:
        SessionError: `nothing_selected`.
    """
    mark, article = mark_of(desk, mark_id), desk.article
    start, end = settled(desk, span, whole=whole)
    seen, standing = desk.seen[mark_id], desk.placing.standing[mark_id]
    stays = seen.span and (seen.span.start, seen.span.end) == (start, end)
    if stays and standing.is_settled:
        return named("change_move", [], words=mark.words)
    words = article.page_text[start:end]
    what = Message(code="mark_moved", params={"words": seen.words})
    event = Event(at=maker.clock(), author=maker.author, what=what)
    anchors = respanned(desk, maker, mark, (start, end))
    after = maker.changed(mark, anchors=anchors, history=(*mark.history, event))
    edits = [*_renamed(desk, maker, mark, after.words), Edit(mark, after)]
    return named("change_move", edits, words=words)


def _renamed(desk: Desk, maker: Maker, mark: Mark, words: str) -> list[Edit]:
    entity = mark.source.entity if mark.type is MarkType.SOURCE else None
    card = desk.entities.get(entity) if entity else None
    if card is None or card.name != mark.words or not is_alone(desk, card.id, {mark.id}):
        return []
    return [Edit(card, maker.changed(card, name=words))]


def delete(desk: Desk, maker: Maker, mark_ids: Iterable[UUID]) -> Change:
    """Take marks away, with what hangs on them: relations, and cards made for them alone."""
    gone = [mark_of(desk, i) for i in dict.fromkeys(mark_ids)]
    ids = {m.id for m in gone}
    links = dangling(desk, ids)
    edits: list[Edit] = [Edit(r, None) for r in links]
    edits += [Edit(m, None) for m in gone]
    cards = leftovers(desk, ids)
    but = {*ids, *(r.id for r in links)}
    edits += with_hops(desk, maker, lambda hop: _cut(hop, ids, cards.keys()), but=but)
    edits += [Edit(card, None) for card in cards.values()]
    return named("change_delete", edits, n=len(gone), words=gone[0].words if gone else "")


def _cut(hop: Hop, marks: Collection[UUID], cards: Collection[UUID]) -> Hop:
    """A hop over what goes keeps its words and loses what points there."""
    pointers = {
        "mention": None if hop.mention in marks else hop.mention,
        "entity": None if hop.entity in cards else hop.entity,
    }
    return hop.model_copy(update=pointers)
