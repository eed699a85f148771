"""Which cards a mention may go by: those of its article, and for a named source the library's.

An anonymous card belongs to one article: no other is offered it, and an anonymous mention is
offered no card of the library, since that would give a source a name that the article withholds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from reader.model.annotations import Mark, SourceMention
from reader.model.library import Entity
from reader.session.edits import Desk
from reader.text.fold import Profile, fold

MOST = 40
"""Cards offered at once: more are found by typing more."""


@dataclass(frozen=True)
class Offer:
    """A card that a mention may go by."""

    card: Entity
    here: int
    """Mentions of this article that go by it."""
    elsewhere: int | None
    """Other articles that use it; None: not known yet."""


def offers(desk: Desk, mark: Mark, typed: str = "") -> list[Offer]:
    """The cards that a mention may go by, those of this article first.

    Args:
        desk: the article and the cards of the library.
        mark: the mention.
        typed: every word of it begins a word of the card's name or of another name of it; empty:
            the cards of this article, then the library's.
    """
    wanted = _key(typed).split()
    here = used_here(desk)
    own = mark.source.entity
    found = [
        card
        for card in allowed(desk, mark, here)
        if card.id != own and (not wanted or any(_matches(wanted, n) for n in _names(card)))
    ]
    whole = _key(typed)
    found.sort(key=lambda c: (_key(c.name) != whole, c.id not in here, _key(c.name), c.id))
    return [_offer(desk, card, here) for card in found[:MOST]]


def suggestions(desk: Desk, mark: Mark) -> list[Offer]:
    """The cards that bear the very words of an identified mention: to be offered, never taken."""
    words = _key(mark.words)
    if not words or not mark.source.naming.is_identified:
        return []
    here, own = used_here(desk), mark.source.entity
    cards = (c for c in allowed(desk, mark, here) if c.id != own and words in _keys(c))
    return [_offer(desk, card, here) for card in cards]


def lacks_alias(card: Entity, mark: Mark) -> bool:
    """Whether the words of an identified mention are none of the names of its card."""
    words = _key(mark.words)
    return bool(words) and mark.source.naming.is_identified and words not in _keys(card)


def namesake_here(desk: Desk, words: str) -> UUID | None:
    """The card by which an identified mention of this article with these very words goes."""
    wanted = _key(words)
    if not wanted:
        return None
    for mark in desk.marks.values():
        body = mark.body
        if not isinstance(body, SourceMention) or not body.naming.is_identified:
            continue
        if body.entity in desk.entities and _key(mark.words) == wanted:
            return body.entity
    return None


def used_here(desk: Desk) -> dict[UUID, int]:
    """Card -> how many mentions of this article go by it."""
    found: dict[UUID, int] = {}
    for mark in desk.marks.values():
        body = mark.body
        if isinstance(body, SourceMention) and body.entity:
            found[body.entity] = found.get(body.entity, 0) + 1
    return found


def allowed(desk: Desk, mark: Mark, here: Collection[UUID]) -> Iterator[Entity]:
    """The cards that a mention may take, of which `here` are those that its article uses."""
    identified = mark.source.naming.is_identified
    for card in desk.entities.values():
        mine = card.article == desk.record.id or card.id in here
        if not card.merged_into and card.article in (None, desk.record.id) and (identified or mine):
            yield card


def _offer(desk: Desk, card: Entity, here: dict[UUID, int]) -> Offer:
    known = desk.used_elsewhere
    return Offer(card, here.get(card.id, 0), None if known is None else known.get(card.id, 0))


def _names(card: Entity) -> tuple[str, ...]:
    return (card.name, *card.aliases)


def _keys(card: Entity) -> set[str]:
    return {_key(name) for name in _names(card)}


def _matches(wanted: Collection[str], name: str) -> bool:
    words = _key(name).split()
    return all(any(_begins(word, part) for word in words) for part in wanted)


def _begins(word: str, part: str) -> bool:
    """Whether a word begins so, with or without the article that Arabic writes onto it."""
    return word.startswith(part) or word.removeprefix("ال").startswith(part.removeprefix("ال"))


@lru_cache(maxsize=50_000)
def _key(words: str) -> str:
    """What two names have in common that a reader takes for the same."""
    return " ".join(fold(words, Profile.FIND).text.split())
