"""Where the hops of a chain of attribution go. A chain is a tuple of hops, outermost first."""

from __future__ import annotations

from uuid import UUID

from reader.model.annotations import Hop

Chain = tuple[Hop, ...]


def with_relay(chain: Chain, hop: Hop, speaker: UUID | None) -> Chain:
    """The chain with one more relay: the one next to who speaks, until it is moved.

    Args:
        chain: of a link or of a mention.
        hop: the relay.
        speaker: the mention that a claim is linked to; None in a mention's own chain, which ends
            where that mention begins.
    """
    at = next((i for i, h in enumerate(chain) if speaker and h.mention == speaker), len(chain))
    return (*chain[:at], hop, *chain[at:])


def replaced(chain: Chain, at: int, hop: Hop) -> Chain:
    return (*chain[:at], hop, *chain[at + 1 :])


def without(chain: Chain, at: int) -> Chain:
    return (*chain[:at], *chain[at + 1 :])


def moved(chain: Chain, at: int, by: int) -> Chain:
    """The chain with a hop moved; at an end it stays where it is."""
    to = min(max(at + by, 0), len(chain) - 1)
    rest = without(chain, at)
    return (*rest[:to], chain[at], *rest[to:])
