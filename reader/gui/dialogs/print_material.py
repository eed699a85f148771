"""What is printed of an article, and our words around it: all that paper knows of a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.export.outline import Part
from reader.gui.kit.fonts import Typography
from reader.gui.page.article_header import ArticleHeader
from reader.gui.page.mark_layout import PaintedMark
from reader.gui.page.reading_view import ReadingView
from reader.model.article import Article, Direction
from reader.model.summary import Language
from reader.session.article import ArticleSession
from reader.text.bidi import left_to_right


@dataclass(frozen=True)
class Material:
    """What is to be printed."""

    article: Article
    shown: frozenset[str]
    """Ids of the blocks that belong to the article."""
    direction: Direction
    chosen: Direction | None = None
    """A person's choice of it; None: as found."""
    title: str = ""
    origin: tuple[str, ...] = ()
    """The lines above the text: who published it, when, and where."""
    marks: tuple[PaintedMark, ...] = ()
    report: tuple[Part, ...] = ()
    """What stands on pages of its own after the article."""
    language: Language = "ar"
    """Of the report."""


@dataclass(frozen=True)
class Wording:
    """The words of ours on a page."""

    page: Callable[[int, int], str]
    """Of a page's number, counted from 0, and of how many there are."""
    more: Callable[[int], str]
    """Where a list is cut, and so many rows are left out."""


def material_of(session: ArticleSession, view: ReadingView) -> Material:
    """What is printed of an article: what belongs to it, with the marks on its view."""
    article, choices = session.article, session.block_choices
    header = ArticleHeader()
    header.show_metadata(article.metadata, session.direction)
    return Material(
        article,
        frozenset(b.id for b in article.blocks if article.is_shown(b, choices)),
        session.direction,
        chosen=session.record.direction,
        title=session.record.called,
        origin=(*header.lines(), *([left_to_right(url)] if (url := article.metadata.url) else [])),
        marks=view.marks,
    )


def printed(typography: Typography, size: float = 12) -> Typography:
    """The type of the window on paper: its face, a size for paper, lines somewhat closer."""
    return typography._replace(size=size, line_height=min(typography.line_height, 1.6))
