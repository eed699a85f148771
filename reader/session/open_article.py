"""An open article as it is looked at: what is on its desk, and what that comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum, auto
from uuid import UUID

from reader.model.annotations import Mark, Relation
from reader.model.article import Article, Direction
from reader.model.errors import Message
from reader.model.library import ArticleFile, Codebook, Entity
from reader.model.placing import Standing
from reader.model.profile import Profile, profile_of
from reader.model.summary import Language
from reader.session import linking
from reader.session.edits import Desk
from reader.session.maker import Maker
from reader.session.open_points import OpenPoint, open_points


class Arrival(Enum):
    """How the text version on a desk has come there."""

    KNOWN = auto()
    """The library had it."""
    NEW = auto()
    """It has just come in, as an article of its own."""
    VERSION = auto()
    """It has just come in, as another version of an article of the library."""


class OpenArticle:
    """What can be asked of an open article. Changes nothing."""

    def __init__(
        self,
        desk: Desk,
        maker: Maker,
        codebook: Callable[[], Codebook],
        arrival: Arrival = Arrival.KNOWN,
    ) -> None:
        self._desk = desk
        self._maker = maker
        self._codebook = codebook
        self.arrival = arrival

    @property
    def id(self) -> UUID:
        return self._desk.record.id

    @property
    def desk(self) -> Desk:
        return self._desk

    @property
    def article(self) -> Article:
        return self._desk.article

    @property
    def record(self) -> ArticleFile:
        return self._desk.record

    @property
    def marks(self) -> Mapping[UUID, Mark]:
        """As they stand in the version shown, or as they were made where they have no place."""
        return self._desk.seen

    @property
    def relations(self) -> Mapping[UUID, Relation]:
        return self._desk.relations

    @property
    def entities(self) -> Mapping[UUID, Entity]:
        return self._desk.entities

    @property
    def direction(self) -> Direction:
        """The article's direction: a person's choice, else as found."""
        return self.record.direction or self.article.dir

    @property
    def block_choices(self) -> Mapping[str, bool]:
        """Block id -> shown, where a person has decided, for the version shown."""
        return self.record.block_choices.get(self.article.version, {})

    def here(self) -> list[Mark]:
        """The marks that count in the version shown, in reading order; those without words first.

        What waits for a person does not: see `Desk.placing`.
        """
        return list(self._desk.here)

    def in_sight(self) -> list[Mark]:
        """The marks that have a place in the version shown, what waits for a person among them."""
        placing = self._desk.placing
        if not placing.count[Standing.REVIEW]:
            return self.here()
        return list(placing.of(Standing.HERE, Standing.MOVED, Standing.REVIEW))

    def elsewhere(self) -> list[Mark]:
        """The marks that have no place in the version shown, as they were made."""
        return list(self._desk.placing.of(Standing.ORPHAN, Standing.UNSOUGHT))

    def attributions(self, claim_id: UUID) -> list[Relation]:
        return linking.attributions(self._desk, claim_id)

    def what_goes(self, mark_ids: Iterable[UUID]) -> Message | None:
        """What deleting these marks would take along, as it is told afterwards."""
        return linking.what_goes(self._desk, mark_ids)

    def open_points(self, language: Language) -> tuple[OpenPoint, ...]:
        """What the article leaves open as it stands."""
        today = self._maker.clock().astimezone().date()
        return open_points(self._desk, self._codebook(), language, today)

    def profile(self) -> Profile:
        """The sourcing profile of the article as it stands."""
        return profile_of(self._desk.sourcing_handed_over, self.article.headline)
