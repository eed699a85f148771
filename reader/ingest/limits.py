"""Every limit of reading, in one place, each with its reason.

Real saved pages stay far below all of them; they stand against pages built to harm.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1_000_000

MAX_FILE_BYTES: Final = 64 * MEGABYTE
"""A SingleFile page with every photo inlined is about 30 MB; decoding needs several times that."""

# The tree.
MAX_DEPTH: Final = 200
"""lxml drops what is deeper than 256 when an extractor parses our tree again; 200 leaves room."""
MAX_ELEMENTS: Final = 300_000
"""The longest encyclopaedia pages have 100,000; each costs about 1 KB across the extractors."""
MAX_ATTRIBUTE_CHARS: Final = 20_000
"""Of an attribute that holds words, a class list or a link."""
MAX_DATA_CHARS: Final = 12 * MEGABYTE
"""Of an attribute that may hold an image: the largest accepted image in base64."""
MAX_STYLE_CHARS: Final = 4 * MEGABYTE
"""Of style sheets, searched for addresses only."""

# Archives.
MAX_PARTS: Final = 5_000
"""Of an MHTML file. Heavy pages have 500; 100,000 take the standard library 7 seconds."""
MAX_NESTED: Final = 20
"""Multiparts or messages within an MHTML file: each nesting is a recursion of the parser."""
MAX_HEADER_BYTES: Final = 10_000
"""Of a part's content type: a hundred parameters more than any."""
MAX_PLIST_OBJECTS: Final = 50_000
"""Of a web archive: each file takes seven, and a page has 500 files."""

# Images.
MAX_IMAGES: Final = 2_000
"""Looked at in one page; each costs a file access."""
MAX_IMAGE_BYTES: Final = 8 * MEGABYTE
MAX_IMAGES_BYTES: Final = 24 * MEGABYTE
"""Of all accepted images: they travel from the worker to the window in Base64."""
MAX_PIXELS: Final = 20 * MEGABYTE
"""Of one image: 80 MB once decoded."""
MAX_PATH_CHARS: Final = 1_024
"""Of an image's relative address: longer than any file system's names."""

# Charset.
PRESCAN_BYTES: Final = 65_536
"""Searched for a label; browsers stop at 1,024, which long scripts in the head exceed."""
PATTERN_BYTES: Final = 8_192
"""Looked at for the zero bytes of UTF-16, or of a file that is no text."""
SAMPLE_BYTES: Final = 6_000
"""Of non-ASCII runs: enough for letter statistics to settle."""

# Provenance.
MAX_REMOTE_LISTED: Final = 1_000
MAX_REMOTE_CHARS: Final = 2_048
"""Of a listed address: the rest of a longer one is tracking data."""
