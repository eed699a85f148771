"""What there is to say of a saved page beside its words: counted on the text version shown."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.library import Capture
from reader.session.edits import Desk
from reader.text.bidi import Tally, invisibles, tally
from reader.text.words import words


@dataclass(frozen=True)
class Details:
    """Counts of one text version."""

    words: int
    """Of the text that is shown."""
    shown: int
    """Paragraphs, headings and other blocks of text that belong to the article."""
    left_out: int
    hidden: tuple[Tally, ...]
    """The invisible characters of the whole page."""


def details(desk: Desk, _read: object = None) -> Details:
    """Count what the text version on the desk holds."""
    article = desk.article
    choices = desk.record.block_choices.get(article.version, {})
    texts = [article.is_shown(b, choices) for b in article.blocks if b.has_text]
    return Details(
        words=len(words(article.shown(choices).text)),
        shown=texts.count(True),
        left_out=texts.count(False),
        hidden=tally(invisibles(article.page_text)),
    )


def capture_of(desk: Desk) -> Capture:
    """The saving that the text version on the desk was read from: the last one of its bytes."""
    provenance, captures = desk.article.provenance, desk.record.captures
    by_version = (c for c in reversed(captures) if c.version == desk.article.version)
    by_bytes = (c for c in reversed(captures) if c.sha256 == provenance.sha256)
    return next(by_version, None) or next(by_bytes, captures[-1])
