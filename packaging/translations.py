"""Brings the translations up to date, or says what is stale, missing or unfinished.

    python packaging/translations.py            extract and compile, in place
    python packaging/translations.py --check    change nothing, exit 1 on a problem

Two kinds live in `resources/i18n`, compiled files committed beside their sources:

- `wording_<language>.po`, written by hand, words the message codes of the floors below the
  window; gettext reads it as `<language>/LC_MESSAGES/wording.mo`.
- `isnad_<language>.ts` words the labels of the window, extracted from `tr` and `translate`;
  Qt reads it as `isnad_<language>.qm`. The English one holds plural forms only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
QT_LANGUAGES = {"ar": [], "en": ["-pluralonly"]}


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        refresh(I18N)
        return 0
    found = [*stale(), *unfinished_labels(), *unfinished_wording()]
    print("\n".join(found))
    return 1 if found else 0


def refresh(folder: Path) -> None:
    """Extract the window's labels into the catalogues of `folder`, and compile all of them."""
    # lupdate looks into a folder for C++ only, so each module is named.
    modules = [*ROOT.glob("reader/app.py"), *ROOT.glob("reader/gui/**/*.py")]
    sources = sorted(str(path.relative_to(ROOT)) for path in modules)
    for language, options in QT_LANGUAGES.items():
        catalogue = folder / f"isnad_{language}.ts"
        languages = ["-source-language", "en", "-target-language", language]
        kept = ["-no-obsolete", "-locations", "none", "-silent"]
        qt("lupdate", *sources, "-ts", str(catalogue), *languages, *kept, *options)
        qt("lrelease", "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm")))
    for language, wording in wordings(folder).items():
        compiled = folder / language / "LC_MESSAGES" / "wording.mo"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with compiled.open("wb") as file:
            write_mo(file, wording)


def qt(name: str, *arguments: str) -> None:
    """Run a tool of Qt Linguist; ends the program with what it printed when it fails."""
    program = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    command = [program or f"pyside6-{name}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        sys.exit(done.stdout + done.stderr)


def wordings(folder: Path) -> dict[str, Catalog]:
    """The hand-written catalogues, by language."""
    found = {}
    for path in sorted(folder.glob("wording_*.po")):
        language = path.stem.removeprefix("wording_")
        with path.open("rb") as file:
            found[language] = read_po(file, locale=language, abort_invalid=True)
    return found


def stale() -> Iterator[str]:
    """The files that `refresh` would change."""
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary) / "i18n"
        shutil.copytree(I18N, fresh)
        refresh(fresh)
        for path in sorted(path for path in fresh.rglob("*") if path.is_file()):
            committed = I18N / path.relative_to(fresh)
            if not committed.exists() or committed.read_bytes() != path.read_bytes():
                yield f"{committed.relative_to(ROOT)} is stale: run `python3 dev.py translate`"


def unfinished_labels() -> Iterator[str]:
    """The labels of the window that a language does not word yet."""
    for path in sorted(I18N.glob("isnad_*.ts")):
        for message in ElementTree.parse(path).iter("message"):  # noqa: S314  our own file
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                yield f"{path.relative_to(ROOT)}: unfinished: {message.findtext('source')}"


def unfinished_wording() -> Iterator[str]:
    """The codes that not every language words, or words with other parameters."""
    catalogues = wordings(I18N)
    codes = {code(message) for wording in catalogues.values() for message in wording if message.id}
    for language, wording in catalogues.items():
        known = {code(message): message for message in wording if message.id}
        for missing in sorted(codes - known.keys()):
            yield f"wording_{language}.po: missing: {missing}"
        for name, message in known.items():
            if message.fuzzy or not forms(message) or not all(forms(message)):
                yield f"wording_{language}.po: unfinished: {name}"
    yield from different_parameters(catalogues)


def different_parameters(catalogues: dict[str, Catalog]) -> Iterator[str]:
    """The codes whose wordings, all plural forms together, do not name the same parameters."""
    named: dict[str, set[frozenset[str]]] = {}
    for wording in catalogues.values():
        for message in wording:
            if message.id:
                named.setdefault(code(message), set()).add(parameters(message))
    for name, sets in sorted(named.items()):
        if len(sets) > 1:
            yield f"wording_*.po: the languages name other parameters: {name}"


def code(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def parameters(message: Message) -> frozenset[str]:
    return frozenset(
        name for form in forms(message) for _, name, _, _ in Formatter().parse(form) if name
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
