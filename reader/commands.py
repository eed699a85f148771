"""What the commands without a window do: see `reader.cli`, which reads the command line."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from reader import ingest, settings
from reader.model.annotations import Annotations
from reader.model.article import Article
from reader.model.errors import Message, ReaderError
from reader.model.library import ArticleFile
from reader.model.summary import Language, Summary
from reader.session.handing_over import write_export
from reader.session.summarise import summarise
from reader.store import LibraryLockedError, Store, load_settings, verify
from reader.wording import words

if TYPE_CHECKING:
    from reader.export import Format

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What could give a terminal orders."""


def carry_out(args: Namespace) -> int:
    """Carry out a command; returns the exit code. What it raises is for `explain`."""
    return _COMMANDS[args.command](args)


def explain(error: Exception, language: Language) -> int:
    """Say on standard error what went wrong; returns the exit code.

    Raises:
        Exception: the error itself, where it is none that a person can cause.
    """
    if isinstance(error, LibraryLockedError):
        return _fail(error, language, 3)
    if isinstance(error, ReaderError):
        return _fail(error, language, 1)
    if isinstance(error, OSError | UnicodeEncodeError):
        # The second comes of a system whose file names can hold no Arabic.
        reason = getattr(error, "strerror", None) or type(error).__name__
        return _fail(ReaderError("output_failed", reason=reason), language, 1)
    raise error


def _fail(error: ReaderError, language: Language, code: int) -> int:
    _tell(error.message, language)
    return code


def _tell(message: Message, language: Language) -> None:
    sys.stderr.write(f"isnad: {_CONTROLS.sub('�', words(message, language))}\n")


def _put(data: bytes) -> None:
    sys.stdout.buffer.write(data)


def _text(args: Namespace) -> int:
    article = ingest.load(args.page, encoding=args.encoding)
    printed = article.model_dump_json(indent=2) if args.json else article.text
    _put(printed.encode() + b"\n")
    for note in article.provenance.notes:
        _tell(note, args.lang)
    return 0


def _export(args: Namespace) -> int:
    from reader.export import file_name

    store = Store.open(_home(args), write=False)
    summary = _summary(store, args)
    form: Format = args.formats[args.format]
    data = form.render(summary)
    if args.output == "-" or (args.output is None and not sys.stdout.isatty()):
        _put(data)
        return 0
    path = (
        Path(args.output) if args.output else _free(file_name(summary.head.title, form.extension))
    )
    write_export(path, data)
    if not args.output:
        _tell(Message(code="exported", params={"name": _shown(str(path))}), args.lang)
    return 0


def _verify(args: Namespace) -> int:
    found = verify(_home(args))
    for one in found:
        said = f"{one.path}: {words(one.message, args.lang)}"
        _put(_CONTROLS.sub("�", said).encode() + b"\n")
    problems = [one for one in found if not one.is_note]
    done = Message(code="verify_done", params={"n": len(problems)})
    _tell(done if problems else Message(code="verify_sound"), args.lang)
    return 1 if problems else 0


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "text": _text,
    "export": _export,
    "verify": _verify,
}


def _home(args: Namespace) -> Path:
    kept, _ = load_settings(settings.settings_file())
    return settings.home(args.home, kept)


def _summary(store: Store, args: Namespace) -> Summary:
    article, record = _find(store, args.what)
    return summarise(
        article,
        record,
        store.annotations(record.id) if record else Annotations(),
        store.entities(),
        store.codebook(),
        language=args.lang,
        now=datetime.now(UTC),
        include_text=not args.no_text,
    )


def _find(store: Store, what: str) -> tuple[Article, ArticleFile | None]:
    """A page on the disk, with its record if the library has these very bytes; or an article.

    Raises:
        IngestError: the page cannot be read.
        StoreError: the library has no such article, or cannot read it.
        ReaderError: `no_such_page`, it is neither a file nor an id.
    """
    path = Path(what)
    if not os.path.exists(path):  # noqa: PTH110 - of a name too long, Path.exists() raises
        record = store.article(_id(what))
        return store.text(record.id, record.current_version), record
    data = ingest.read_file(path)
    sha256 = hashlib.sha256(data).hexdigest()
    known = store.find_capture(sha256)
    if known is None:
        return ingest.load_bytes(data, name=_shown(path.name), folder=path.parent), None
    # The last reading counts: a person may have chosen another encoding since.
    version = [c.version for c in known.captures if c.sha256 == sha256][-1]
    return store.text(known.id, version), known


def _id(what: str) -> UUID:
    try:
        return UUID(what)
    except ValueError as error:
        raise ReaderError("no_such_page", name=_shown(what)) from error


def _shown(name: str) -> str:
    """A name from the system, its undecodable bytes replaced."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def _free(name: str) -> Path:
    """A path here with this name, or with a number behind it where the name is taken."""
    path, n = Path(name), 1
    while path.exists():
        n += 1
        path = Path(name).with_stem(f"{Path(name).stem} ({n})")
    return path
