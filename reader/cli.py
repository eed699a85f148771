"""The commands without a window: proof that the core needs none.

Exit codes: 0 done; 1 something that the message on standard error explains, or problems found
by `verify`; 2 the command line is wrong; 3 another program holds the library.

Output is UTF-8 whatever the locale. Messages are in Arabic where the locale is, else in English;
`--lang` decides otherwise, and is the language of exports too.
"""

from __future__ import annotations

import hashlib
import io
import locale
import os
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from reader import __version__, ingest, settings
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

OpenWindow = Callable[[Path | None, Path | None], int]
"""Opens the window on a page, or none, with a library's folder, or the usual one."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What could give a terminal orders."""


def main(argv: Sequence[str], renderers: Mapping[str, Format], open_window: OpenWindow) -> int:
    """Carry out a command line.

    Args:
        argv: without the program's name.
        renderers: formats of exports besides those of `reader.export`, by name.
        open_window: called for `open`, the command that is meant where none is named.

    Raises:
        SystemExit: 2 for a wrong command line; 0 for `--help` and `--version`.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    args = _parse(argv, renderers)
    args.open_window = open_window
    try:
        code = _COMMANDS[args.command](args)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has seen enough. Python flushes once more at exit: into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except LibraryLockedError as error:
        return _fail(error, args.lang, 3)
    except ReaderError as error:
        return _fail(error, args.lang, 1)
    except (OSError, UnicodeEncodeError) as error:
        # The second comes of a system whose file names can hold no Arabic.
        reason = getattr(error, "strerror", None) or type(error).__name__
        return _fail(ReaderError("output_failed", reason=reason), args.lang, 1)
    return code


def _fail(error: ReaderError, language: Language, code: int) -> int:
    _tell(error.message, language)
    return code


def _tell(message: Message, language: Language) -> None:
    sys.stderr.write(f"isnad: {_CONTROLS.sub('�', words(message, language))}\n")


def _put(data: bytes) -> None:
    sys.stdout.buffer.write(data)


# The command line


def _parse(argv: Sequence[str], renderers: Mapping[str, Format]) -> Namespace:
    """The command line as a namespace; `open` where no command is named."""
    common = ArgumentParser(prog="isnad", add_help=False, allow_abbrev=False)
    common.add_argument("--home", type=Path, metavar="DIR", help="the library's folder")
    common.add_argument(
        "--lang", choices=("ar", "en"), help="of exports and messages; else by the locale"
    )
    common.add_argument("--version", action="version", version=f"isnad {__version__}")
    known, rest = common.parse_known_args(argv)
    if not rest or rest[0] not in (*_COMMANDS, "-h", "--help"):
        rest.insert(0, "open")
    formats = {} if rest[0] == "open" else {**_own_formats(), **renderers}
    args = _parser(common, formats).parse_args(rest, known)
    args.lang = args.lang or _locale_language()
    args.formats = formats
    return args


def _own_formats() -> dict[str, Format]:
    """The formats of `reader.export`, which takes a while to load: the window starts without."""
    from reader.export import FORMATS

    return FORMATS


def _parser(common: ArgumentParser, formats: Mapping[str, Format]) -> ArgumentParser:
    parser = ArgumentParser(
        prog="isnad",
        description="Reads, annotates and sums up saved news pages.",
        epilog="Without a command the window opens, on PAGE if one is named."
        " Exit codes: 0 done, 1 explained on standard error or problems found,"
        " 2 wrong command line, 3 the library is in use.",
        parents=[common],
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    opening = commands.add_parser("open", help="open the window")
    opening.add_argument("page", nargs="?", type=Path, metavar="PAGE", help="a saved page")

    text = commands.add_parser("text", help="print the text of a saved page")
    text.add_argument("page", type=Path, metavar="PAGE", help="a saved page")
    text.add_argument("--json", action="store_true", help="print all that was read, as JSON")
    text.add_argument("--encoding", metavar="NAME", help="read in this encoding, as windows-1256")

    export = commands.add_parser("export", help="write the summary of an article")
    export.add_argument(
        "what",
        metavar="PAGE_OR_ID",
        help="a saved page, with its marks if the library knows it; or the id of an article",
    )
    export.add_argument("--format", required=True, choices=sorted(formats))
    export.add_argument(
        "-o",
        dest="output",
        metavar="FILE",
        help="of any extension; - is standard output. Without it: standard output, or on a"
        " terminal a new file here, named for the title",
    )
    export.add_argument("--no-text", action="store_true", help="leave out the full text")

    commands.add_parser("verify", help="check every file of the library; changes nothing")
    return parser


def _locale_language() -> Language:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "ar" if name.lower().startswith("ar") else "en"


# The commands


def _open(args: Namespace) -> int:
    opened: int = args.open_window(args.page, args.home)
    return opened


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
    "open": _open,
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
