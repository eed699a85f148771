"""The use cases of marking at speed: what would be several steps is one, and is undone as one."""

from __future__ import annotations

from uuid import UUID

from reader.model.annotations import Attribution, Mark, Relation
from reader.model.sourcing import chain_of
from reader.model.vocabulary import MarkType
from reader.session import cards, defaults, linking, marking
from reader.session.edits import Change, Desk, Edit, joined
from reader.session.linking import attributions
from reader.session.maker import Maker, mark_of, named

Span = tuple[int, int]


def claim_of(
    desk: Desk, maker: Maker, span: Span, source_id: UUID, *, whole: bool = False
) -> Change:
    """Mark a claim and attribute it to a source, as the claim of that source before it was.

    The chain is the mention's unless the claim before it said more of the way to that source
    (a channel, a relay): then it is the same here. Voices behind the source are not taken over.

    Raises:
        SessionError: `nothing_selected`; `link_needs_claim_and_source`.
    """
    made, claim = marking.add_mark(desk, maker, MarkType.CLAIM, span, whole=whole)
    _, relation = linking.link(desk.apply(made), maker, claim.id, source_id)
    relation = _as_before(desk, maker, relation, source_id)
    words, source = claim.words, mark_of(desk, source_id).words
    edits = [*made.edits, Edit(None, relation)]
    return named("change_add_claim_of", edits, words=words, source=source)


def again(desk: Desk, maker: Maker, span: Span, like_id: UUID, *, whole: bool = False) -> Change:
    """Mark a span as another mark is: kind, codes, a source's description, a claim's sources.

    A note is about one place, and so is a status: neither is repeated.

    Raises:
        SessionError: `nothing_selected`.
    """
    like = mark_of(desk, like_id)
    made, mark = marking.add_mark(desk, maker, like.type, span, codes=like.codes, whole=whole)
    steps = [made]
    if like.type is MarkType.SOURCE:
        fields = {name: getattr(like.source, name) for name in ("kind", "naming", "number")}
        steps.append(marking.edit_body(desk.apply(made), maker, mark.id, **fields))
    edits = joined(edit for step in steps for edit in step.edits)
    after = desk.apply(made)
    for link in attributions(desk, like_id):
        _, relation = linking.link(after, maker, mark.id, link.to.id)
        edits.append(Edit(None, _as_before(desk, maker, relation, link.to.id, link)))
    return named(f"change_add_{like.type}", edits, words=mark.words)


def same_as_last(desk: Desk, maker: Maker, made: Change, mark: Mark, last: Mark | None) -> Change:
    """What marking a source makes, if the text calls it the same as one before: it shares a card.

    Args:
        desk: as it is without the mark.
        maker: who makes it.
        made: what marking it would be.
        mark: the new mark.
        last: the last source, if there is one.

    Returns:
        `made`, or the same with the card of the last source, for «المصدر ذاته» and its like.
    """
    if last is None or last.source.entity is None or not defaults.sends_back(mark.words):
        return made
    same = cards.same_source(desk.apply(made), maker, mark.id, last.id)
    return Change(made.message, tuple(joined([*made.edits, *same.edits])))


def _as_before(
    desk: Desk, maker: Maker, relation: Relation, source_id: UUID, before: Relation | None = None
) -> Relation:
    """A new link with the chain of an earlier one, as far as the source that both lead to."""
    to_it = [r for r in desk.relations.values() if r.to.id == source_id and r.attribution]
    before = before or max(to_it, key=lambda r: r.created_at, default=None)
    how = before.attribution if before else None
    if how is None or how.chain is None:
        return relation
    at = next((i for i, hop in enumerate(how.chain) if hop.mention == source_id), -1)
    chain = how.chain[: at + 1]
    if not chain or chain == chain_of(mark_of(desk, source_id)):
        return relation
    attribution = (relation.attribution or Attribution()).model_copy(update={"chain": chain})
    return maker.changed(relation, attribution=attribution)
