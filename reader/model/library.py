"""What a library holds beside texts and annotations: one class for each file on disk."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal
from uuid import UUID

from pydantic import Field

from reader.model.article import (
    Block,
    Container,
    Direction,
    EncodingFound,
    Metadata,
    Provenance,
)
from reader.model.base import Sha256, Stamped, UtcTime, Value
from reader.model.vocabulary import SourceKind, Standing, WorkStatus

SCHEMA: Final = 1


class Agent(Value):
    """Somebody who annotates: a random id, and a name only if they wish to give one."""

    id: UUID
    display_name: str = ""


class Label(Value):
    """A label for sorting articles."""

    slug: str
    name: str
    colour: str = ""


class LibraryFile(Value):
    """The file `library.json`."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    id: UUID
    created_at: UtcTime
    agents: tuple[Agent, ...] = ()
    labels: tuple[Label, ...] = ()


class Labelled(Value):
    """A slug that never changes, with labels that may. At least one language has a label."""

    slug: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    labels: dict[Literal["ar", "en"], str]

    def label(self, language: Literal["ar", "en"]) -> str:
        """The label in a language; where it has none there, in the other; else the slug."""
        return self.labels.get(language) or next(filter(None, self.labels.values()), self.slug)


class Code(Labelled):
    """A code of the codebook."""

    definition: dict[Literal["ar", "en"], str] = Field(default_factory=dict)
    colour: str = Field(pattern=r"^#[0-9a-f]{6}$")
    key: str = ""
    order: int = 0
    retired: bool = False


class Step(Labelled):
    """A step of a scale, such as «نصف صحيح»."""

    rating: int | None = None
    """ClaimReview's number, on the scale that has such."""
    retired: bool = False


class Scale(Labelled):
    """A scale of verdicts."""

    steps: tuple[Step, ...]
    retired: bool = False

    @property
    def offered(self) -> tuple[Step, ...]:
        """The steps that a new verdict can be."""
        return tuple(step for step in self.steps if not step.retired)


class Codebook(Value):
    """The file `codebook.json`."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    codes: tuple[Code, ...] = ()
    scales: tuple[Scale, ...] = ()

    def code(self, slug: str) -> Code | None:
        return next((c for c in self.codes if c.slug == slug), None)

    def scale(self, slug: str) -> Scale | None:
        return next((s for s in self.scales if s.slug == slug), None)

    @property
    def offered(self) -> tuple[Code, ...]:
        """The codes that a mark can be given, in the order in which they are shown."""
        return tuple(sorted((c for c in self.codes if not c.retired), key=lambda c: c.order))

    @property
    def offered_scales(self) -> tuple[Scale, ...]:
        """The scales that a new verdict can be given on."""
        return tuple(s for s in self.scales if not s.retired and s.offered)

    def verdict(self, scale: str, value: str, language: Literal["ar", "en"]) -> str:
        """A verdict in words; the bare value where its scale or step is gone."""
        steps = (t for s in self.scales if s.slug == scale for t in s.steps if t.slug == value)
        step = next(steps, None)
        return step.label(language) if step else value


class Entity(Stamped):
    """The file `sources/<id>.json`: who a source is («بطاقة المصدر»)."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    name: str
    aliases: tuple[str, ...] = ()
    kind: SourceKind = SourceKind.UNSPECIFIED
    country: str = ""
    standing: Standing = Standing.UNSTATED
    notes: str = ""
    article: UUID | None = None
    """Set for an anonymous entity: it belongs to this article alone, never offered in others."""
    merged_into: UUID | None = None


class CapturedAsset(Value):
    """An image kept with a capture."""

    sha256: Sha256
    media_type: str
    width: int = Field(ge=1)
    height: int = Field(ge=1)


class Capture(Value):
    """One saved page as it came in."""

    sha256: Sha256
    size: int = Field(ge=0)
    name: str = ""
    container: Container
    url: str = ""
    claimed_url: str = ""
    archive_url: str = ""
    saved_at: UtcTime | None = None
    imported_at: UtcTime
    version: Sha256
    """The text version it was read as."""
    assets: tuple[CapturedAsset, ...] = ()


class ArticleFile(Stamped):
    """The file `articles/<id>/article.json`."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    title: str = ""
    current_version: Sha256
    captures: tuple[Capture, ...] = Field(min_length=1)
    work_status: WorkStatus = WorkStatus.OPEN
    labels: tuple[str, ...] = ()
    trashed_at: UtcTime | None = None
    direction: Direction | None = None
    """A person's choice; None: as found."""
    encoding: str | None = None
    """A person's choice; None: as found."""
    block_choices: dict[Sha256, dict[str, bool]] = Field(default_factory=dict)
    """Text version -> block id -> shown, where a person has decided."""

    @property
    def called(self) -> str:
        """What it goes by, on one line: its title, else the name of its file, or how it begins.

        A text that was pasted has no file: its name is its first line. That is no title, which
        the page itself must give.
        """
        return " ".join((self.title or self.captures[-1].name).split())


class TextFile(Value):
    """The file `articles/<id>/texts/<version>.json`: one text version, without its images."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    version: Sha256
    capture: Sha256
    """SHA-256 of the capture that it was read from."""
    page_text: str = Field(repr=False)
    blocks: tuple[Block, ...] = Field(repr=False)
    dir: Direction
    metadata: Metadata
    encoding: EncodingFound
    provenance: Provenance
    extractor: int
    fold: int


class StateFile(Value):
    """The file `articles/<id>/state.json`: not undoable, never exported."""

    schema_: Literal[1] = Field(default=SCHEMA, alias="schema")
    position: int = Field(default=0, ge=0)
    """The first visible code point of the page text."""
    zoom: int = Field(default=100, ge=20, le=500)
    opened_at: UtcTime | None = None


class SaveState(StrEnum):
    """Whether what is on the screen is on the disk."""

    SAVED = "saved"
    PENDING = "pending"
    SAVING = "saving"
    FAILED = "failed"
    READ_ONLY = "read_only"
