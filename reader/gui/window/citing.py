"""Words of an article for the clipboard, with where they come from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QMimeData

from reader.export import Origin, cited
from reader.gui.kit.i18n import locale_of
from reader.gui.kit.plain import plain
from reader.model.article import Direction
from reader.model.summary import Language
from reader.session.article import ArticleSession


def with_origin(words: str, session: ArticleSession) -> QMimeData:
    """The words and their origin, as rich and as plain text."""
    origin = origin_of(session)
    html, text = cited(words, origin, dated(origin.language))
    data = plain(text)
    data.setHtml(html)
    return data


def origin_of(session: ArticleSession) -> Origin:
    """Where the words of an article come from."""
    page, version = session.article.metadata, session.article.version
    kept = (c.imported_at for c in session.record.captures if c.version == version)
    return Origin(
        language="ar" if session.direction is Direction.RTL else "en",
        title=page.title,
        outlet=page.outlet,
        url=page.url,
        published=page.published,
        saved_at=page.saved_at,
        kept_at=next(kept, None),
    )


def dated(language: Language) -> Callable[[date], str]:
    """How a day is written in a language: the names of months differ by region."""
    locale = locale_of(language)
    return lambda day: f"{day.day} {locale.standaloneMonthName(day.month)} {day.year}"
