"""The closed lists of an article: what its blocks, runs and dates are, and where its marks stand.

Apart from the values that hold them, since a page is first shown without those.
"""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """The base direction of a block or an article."""

    RTL = "rtl"
    LTR = "ltr"


class BlockKind(StrEnum):
    """What a block is. `RULE` and `IMAGE` hold no text."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    PREFORMATTED = "preformatted"
    CAPTION = "caption"
    CELL = "cell"
    IMAGE = "image"
    RULE = "rule"


class BlockState(StrEnum):
    """Whether a block belongs to the article: shown, collapsed, or left out."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    DROPPED = "dropped"


class InlineKind(StrEnum):
    """Runs kept inside a block. `ISOLATE` is a bdi element or an inline `dir`."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    ISOLATE = "isolate"


class DateRole(StrEnum):
    """What a date on the page says it is."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    MENTIONED = "mentioned"


class Standing(StrEnum):
    """How a mark stands in a text version."""

    HERE = "here"
    """It was made there, found unchanged, or put there by a person; or it has no words."""
    MOVED = "moved"
    """Its words were found unchanged in another place."""
    REVIEW = "review"
    """Something like it was found: a person has to say whether that is it."""
    ORPHAN = "orphan"
    """It was looked for and is not there, or a person said so."""
    UNSOUGHT = "unsought"
    """Nobody has looked for it in that version."""

    @property
    def is_settled(self) -> bool:
        """Whether the mark counts in that version."""
        return self in (Standing.HERE, Standing.MOVED)

    @property
    def has_place(self) -> bool:
        """Whether there are words in that version to show it on."""
        return self.is_settled or self is Standing.REVIEW
