"""A first look at the settings and at a known article, for the sight of it while the rest loads.

Plain JSON, of which only what is seen is taken: the validated reading (`formats`, `reading`) takes
several times as long to load and follows at once. Nothing of this is ever changed, saved or told:
where anything is not as this program writes it there is no first look, and the validated reading
says why.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from reader.model.choices import Digits, InterfaceLanguage, ThemeChoice
from reader.model.kinds import BlockKind, BlockState, DateRole, Direction, InlineKind
from reader.store.paths import ArticlePaths, LibraryPaths, is_id

T = TypeVar("T")

SCHEMA: Final = 1
"""Of every file that is looked at; another one is not for a first look."""
MOST: Final = 4_000_000
"""Bytes of a file: a longer one takes its time, and is not looked at first."""
_SCREEN: Final = 4_000
"""Pixels of the logical screen: no more can stand around an article."""
_SPANS: Final = 100
"""Rows or columns that a cell may take, as in `article.Cell`."""
_WRONG: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What comes of a file that is not there, or not as this program writes it."""


class Settings(NamedTuple):
    """Of `settings.Settings`, what the first sight depends on."""

    library: str = ""
    language: InterfaceLanguage = InterfaceLanguage.AUTO
    theme: ThemeChoice = ThemeChoice.SYSTEM
    digits: Digits = Digits.LATIN
    face: str = ""
    size: float = 14
    line_height: float = 1.75
    measure: int = 34
    geometry: str = ""
    surroundings: tuple[int, int, int, int] | None = None


class Inline(NamedTuple):
    """As `article.Inline`."""

    kind: InlineKind
    start: int
    end: int
    href: str | None
    dir: Direction | None


class Cell(NamedTuple):
    """As `article.Cell`."""

    table: int
    row: int
    column: int
    rowspan: int
    colspan: int
    header: bool


class Image(NamedTuple):
    """As `article.Image`."""

    alt: str
    asset: str | None


class Block(NamedTuple):
    """As `article.Block`."""

    id: str
    kind: BlockKind
    start: int
    end: int
    dir: Direction
    state: BlockState
    level: int
    ordinal: int | None
    cell: Cell | None
    inline: tuple[Inline, ...]
    image: Image | None

    @property
    def has_text(self) -> bool:
        return self.kind not in (BlockKind.RULE, BlockKind.IMAGE)


class DateStatement(NamedTuple):
    """As `article.DateStatement`."""

    written: str
    value: date | None
    role: DateRole
    guessed: bool


class Metadata(NamedTuple):
    """As `article.Metadata`."""

    outlet: str
    author: str
    published: DateStatement | None
    dates: tuple[DateStatement, ...]
    url: str

    @property
    def dates_disagree(self) -> bool:
        days = {d.value for d in self.dates if d.role is not DateRole.MODIFIED}
        return len(days - {None}) > 1


class Asset(NamedTuple):
    """As `article.Asset`."""

    sha256: str
    media_type: str
    width: int
    height: int
    data: bytes


class Article(NamedTuple):
    """As `article.Article`, as far as it is seen."""

    page_text: str
    blocks: tuple[Block, ...]
    dir: Direction
    metadata: Metadata
    version: str
    assets: tuple[Asset, ...]


class Glance(NamedTuple):
    """A first look at an article, as a person left it."""

    article: Article
    title: str
    shown: frozenset[str]
    """Ids of the blocks that belong to it."""
    direction: Direction | None
    position: int
    """The first visible code point of the page text."""
    zoom: int


def glance_settings(file: Path) -> Settings:
    """The settings; the usual ones where there are none, or any of them is not as it should be."""
    try:
        raw = _read(file)
        around = raw["surroundings"]
        return Settings(
            _text(raw["library"]),
            InterfaceLanguage(raw["language"]),
            ThemeChoice(raw["theme"]),
            Digits(raw["digits"]),
            _text(raw["face"]),
            _within(raw["size"], 8, 48),
            _within(raw["line_height"], 1, 3),
            int(_within(raw["measure"], 20, 60)),
            _text(raw["geometry"]),
            _four(around) if around is not None else None,
        )
    except _WRONG:
        return Settings()


def glance_article(home: Path, page: Path) -> Glance | None:
    """The article of a library that these very bytes were read as; None: no first look.

    Args:
        home: the library's folder.
        page: the saved page.
    """
    try:
        if page.stat().st_size > MOST:
            return None
        sha256 = _digest(page.read_bytes())
        paths = LibraryPaths(home)
        _read(paths.library)
        folders = (ArticlePaths(Path(entry.path)) for entry in os.scandir(paths.articles))
        [known] = (f for f in folders if is_id(f.folder.name) and f.original(sha256).exists())
        return _look(known, sha256)
    except _WRONG:
        return None


def _look(paths: ArticlePaths, sha256: str) -> Glance:
    record = _read(paths.record)
    # The last reading counts, as for `LibrarySession.known`.
    version = [c["version"] for c in record["captures"] if c["sha256"] == sha256][-1]
    text = _read(paths.text(version))
    if _digest(text["page_text"].encode()) != version:
        raise ValueError(version)
    article = _article(text, version, partial(_assets, paths, record))
    choices = record["block_choices"].get(version, {})
    if not all(type(shown) is bool for shown in choices.values()):
        raise TypeError(choices)
    state = _read(paths.state) if paths.state.exists() else {}
    return Glance(
        article,
        " ".join(_text(record["title"]).split()),
        frozenset(b.id for b in article.blocks if _is_shown(b, choices)),
        _or_none(Direction, record["direction"]),
        int(_within(state.get("position", 0), 0, len(article.page_text))),
        int(_within(state.get("zoom", 100), 20, 500)),
    )


def _is_shown(block: Block, choices: Mapping[str, bool]) -> bool:
    return choices.get(block.id, block.state is BlockState.SURE)


def _assets(paths: ArticlePaths, record: Any, shown: frozenset[str | None]) -> tuple[Asset, ...]:
    """The pictures that a text shows; one that is lost is left out."""
    kept = {a["sha256"]: a for c in record["captures"] for a in c["assets"] if a["sha256"] in shown}
    found = []
    for sha256, raw in kept.items():
        path = paths.asset(sha256)
        if path.exists() and _digest(data := path.read_bytes()) == sha256:
            size = _whole(raw["width"], 1), _whole(raw["height"], 1)
            found.append(Asset(sha256, _text(raw["media_type"]), *size, data))
    return tuple(found)


def _article(
    raw: Any, version: str, assets: Callable[[frozenset[str | None]], tuple[Asset, ...]]
) -> Article:
    blocks = tuple(map(_block, raw["blocks"]))
    length, last = len(raw["page_text"]), 0
    for block in blocks:
        if not last <= block.start <= block.end <= length:
            raise ValueError(block.id)
        if any(not block.start <= i.start <= i.end <= block.end for i in block.inline):
            raise ValueError(block.id)
        last = block.end
    return Article(
        raw["page_text"],
        blocks,
        Direction(raw["dir"]),
        _metadata(raw["metadata"]),
        version,
        assets(frozenset(b.image.asset for b in blocks if b.image)),
    )


def _block(raw: Any) -> Block:
    cell, image = raw["cell"], raw["image"]
    return Block(
        _text(raw["id"]),
        BlockKind(raw["kind"]),
        _whole(raw["start"]),
        _whole(raw["end"]),
        Direction(raw["dir"]),
        BlockState(raw["state"]),
        _whole(raw["level"]),
        _or_none(_whole_of_any_sign, raw["ordinal"]),
        _or_none(_cell, cell),
        tuple(map(_inline, raw["inline"])),
        Image(_text(image["alt"]), _or_none(_text, image["asset"])) if image is not None else None,
    )


def _cell(raw: Any) -> Cell:
    return Cell(
        _whole(raw["table"]),
        _whole(raw["row"]),
        _whole(raw["column"]),
        _whole(raw["rowspan"], 1, _SPANS),
        _whole(raw["colspan"], 1, _SPANS),
        raw["header"] is True,
    )


def _inline(raw: Any) -> Inline:
    return Inline(
        InlineKind(raw["kind"]),
        _whole(raw["start"]),
        _whole(raw["end"]),
        _or_none(_text, raw["href"]),
        _or_none(Direction, raw["dir"]),
    )


def _metadata(raw: Any) -> Metadata:
    published = raw["published"]
    return Metadata(
        _text(raw["outlet"]),
        _text(raw["author"]),
        _date(published) if published is not None else None,
        tuple(map(_date, raw["dates"])),
        _text(raw["canonical_url"]) or _text(raw["claimed_url"]),
    )


def _date(raw: Any) -> DateStatement:
    value = raw["value"]
    return DateStatement(
        _text(raw["written"]),
        date.fromisoformat(value) if value is not None else None,
        DateRole(raw["role"]),
        bool(raw["guessed"]),
    )


# What a value may be


def _read(path: Path) -> Any:
    """The object in a file that is not too large, of the schema that this program writes."""
    data = path.read_bytes()
    if len(data) > MOST:
        raise ValueError(path.name)
    raw = json.loads(data)
    if raw["schema"] != SCHEMA:
        raise ValueError(path.name)
    return raw


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: Any, least: int = 0, most: int = MOST) -> int:
    if _whole_of_any_sign(value) < least or value > most:
        raise ValueError(value)
    return int(value)


def _whole_of_any_sign(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _within(value: Any, least: float, most: float) -> float:
    if not least <= value <= most:
        raise ValueError(value)
    return float(value)


def _four(value: Any) -> tuple[int, int, int, int]:
    one, two, three, four = (_whole(pixels, most=_SCREEN) for pixels in value)
    return one, two, three, four


def _or_none(kind: Callable[[Any], T], value: Any) -> T | None:
    return None if value is None else kind(value)
