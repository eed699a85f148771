"""The commands without a window: proof that the core needs none.

Exit codes: 0 done; 1 something that the message on standard error explains, or problems found
by `verify`; 2 the command line is wrong; 3 another program holds the library.

Output is UTF-8 whatever the locale. Messages are in Arabic where the locale is, else in English;
`--lang` decides otherwise, and is the language of exports too.
"""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__

if TYPE_CHECKING:
    from reader.export import Format
    from reader.model.comparison import FormatKind
    from reader.model.summary import Language

OpenWindow = Callable[[Path | None, Path | None], int]
"""Opens the window on a page, or none, with a library's folder, or the usual one."""

_COMMANDS = ("open", "text", "export", "compare", "verify")


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
    try:
        if args.command == "open":
            return open_window(args.page, args.home)
        from reader import commands  # not for the window: they take longer to load than it does

        code = commands.carry_out(args)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has seen enough. Python flushes once more at exit: into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - what cannot be explained is raised again
        from reader import commands

        return commands.explain(error, args.lang or _locale_language())
    return code


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
    if args.command != "open":
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
    export.add_argument(
        "--compare",
        metavar="VERSION",
        help="with what differs from another version of the article: the beginning of the"
        " version's id, or `previous`",
    )

    _add_compare(commands.add_parser("compare", help="say what differs between two versions"))

    commands.add_parser("verify", help="check every file of the library; changes nothing")
    return parser


def _add_compare(compare: ArgumentParser) -> None:
    which = (
        "a saved page; the id of an article; or ID@VERSION, the beginning of a version's id behind"
    )
    compare.add_argument("old", metavar="OLD", help=which)
    compare.add_argument("new", metavar="NEW", help="likewise")
    forms = compare.add_mutually_exclusive_group()
    forms.add_argument("--format", choices=("text", "html", "md", "json"), default="text")
    forms.add_argument("--json", action="store_true", help="the same as --format json")
    compare.add_argument("-o", dest="output", metavar="FILE", help="- is standard output")
    compare.add_argument("--all", action="store_true", help="show what did not change, too")
    compare.add_argument(
        "--touching", action="store_true", help="only paragraphs in which a mark is touched"
    )
    compare.add_argument(
        "--hide",
        type=_formats_hidden,
        default=(),
        metavar="KINDS",
        help="take kinds of format for no difference, with commas between: harakat, tatweel,"
        " quotes, digits, blanks, letters; or all",
    )


def _formats_hidden(kinds: str) -> tuple[FormatKind, ...]:
    """The kinds of format that a list names.

    Raises:
        ArgumentTypeError: it names another.
    """
    from reader.model.comparison import FormatKind

    try:
        return tuple(FormatKind if kinds == "all" else map(FormatKind, kinds.split(",")))
    except ValueError as error:
        known = ", ".join(FormatKind)
        raise ArgumentTypeError(f"the kinds are {known}; or all") from error


def _locale_language() -> Language:
    import locale  # the window asks its own toolkit

    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "ar" if name.lower().startswith("ar") else "en"
