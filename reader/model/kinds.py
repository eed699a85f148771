"""The closed lists of an article: what its blocks, runs and dates are.

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
