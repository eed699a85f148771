"""What the commands without a window do: see `reader.cli`, which reads the command line."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader import ingest, settings
from reader.model.annotations import Annotations, Mark
from reader.model.article import Article
from reader.model.comparison import Comparison
from reader.model.errors import Message, ReaderError
from reader.model.library import ArticleFile
from reader.model.summary import Language, Summary
from reader.session.handing_over import write_export
from reader.session.locating import find_page, read_version, shown_name
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
        _tell(Message(code="exported", params={"name": shown_name(str(path))}), args.lang)
    return 0


def _compare(args: Namespace) -> int:
    from reader.export.comparison import render_comparison
    from reader.session.comparing import compare, in_order, version_of
    from reader.session.comparison_rows import hiding, rows_shown

    store = Store.open(_home(args), write=False)
    (old, before), (new, now) = (find_page(store, what) for what in (args.old, args.new))
    versions = version_of(old, before), version_of(new, now)
    if in_order(*versions) != versions:
        _tell(Message(code="compare_order"), args.lang)
    comparison = compare(*versions, marks=_marks(store, before, now))
    hidden = hiding(comparison, args.hide)
    wanted = rows_shown(hidden, touching_marks=args.touching, changed=not args.all)
    form = "json" if args.json else args.format
    data = render_comparison(
        comparison if form == "json" else hidden, form, args.lang, shown=wanted
    )
    if form == "text":
        data = _CONTROLS.sub("�", data.decode()).encode()
    if args.output in (None, "-"):
        _put(data)
    else:
        write_export(Path(args.output), data)
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
    "compare": _compare,
    "export": _export,
    "verify": _verify,
}


def _home(args: Namespace) -> Path:
    kept, _ = load_settings(settings.settings_file())
    return settings.home(args.home, kept)


def _summary(store: Store, args: Namespace) -> Summary:
    article, record = find_page(store, args.what)
    return summarise(
        article,
        record,
        store.annotations(record.id) if record else Annotations(),
        store.entities(),
        store.codebook(),
        language=args.lang,
        now=datetime.now(UTC),
        include_text=not args.no_text,
        comparison=_with_version(store, article, record, args.compare) if args.compare else None,
    )


def _with_version(
    store: Store, article: Article, record: ArticleFile | None, which: str
) -> Comparison:
    """What differs between an article and another version of it."""
    from reader.session.comparing import compare, in_order, version_of

    other = read_version(store, record, which, than=article)
    versions = in_order(version_of(other, record), version_of(article, record))
    return compare(*versions, marks=_marks(store, record))


def _marks(store: Store, *records: ArticleFile | None) -> tuple[Mark, ...]:
    ids = dict.fromkeys(record.id for record in records if record)
    return tuple(mark for article in ids for mark in store.annotations(article).marks)


def _free(name: str) -> Path:
    """A path here with this name, or with a number behind it where the name is taken."""
    path, n = Path(name), 1
    while path.exists():
        n += 1
        path = Path(name).with_stem(f"{Path(name).stem} ({n})")
    return path
