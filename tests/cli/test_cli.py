"""The commands, as a person types them."""

from __future__ import annotations

import json
import locale
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__, commands, ingest
from reader.export import Format
from reader.model.article import Article
from reader.model.errors import Message
from reader.model.library import ArticleFile
from reader.store import LibraryLockedError, Problem, Store
from tests.cli.conftest import PAGE, Run
from tests.support import marks as m

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def kept(page: Path, tmp_path: Path) -> tuple[Article, ArticleFile]:
    """The page in the library, with a claim on it."""
    article = ingest.load(page)
    claim = m.claim("انفجرتا", article.page_text.index("انفجرتا"))
    anchor = claim.anchors[0].model_copy(update={"version": article.version})
    claim = claim.model_copy(update={"anchors": (anchor,)})
    with Store.open(tmp_path / "home", write=True) as store:
        record = store.add(article, page.read_bytes())
        store.save_annotations(record.id, m.annotations(claim))
    return article, record


def listing(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(p), p.stat().st_mtime_ns) for p in folder.rglob("*"))


def test_text_prints_the_shown_text(
    run: Run, page: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("text", page) == 0
    assert capsysbinary.readouterr().out.decode() == ingest.load(page).text + "\n"


def test_text_as_json_is_the_whole_article(
    run: Run, page: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("text", page, "--json") == 0
    assert Article.model_validate_json(capsysbinary.readouterr().out) == ingest.load(page)


def test_text_reads_in_a_chosen_encoding(
    run: Run, page: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    page.write_bytes(PAGE.encode("cp1256"))
    assert run("text", page, "--encoding", "windows-1256", "--json") == 0
    read = json.loads(capsysbinary.readouterr().out)
    assert read["provenance"]["encoding"]["name"] == "windows-1256"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["text", "nowhere.html"], "nowhere.html"),
        (["text", "."], "isnad: "),
        (["export", "nowhere", "--format", "md"], "neither a file nor an article"),
        (["export", "x" * 5000, "--format", "md"], "neither a file nor an article"),
        (["export", "00000000-0000-0000-0000-000000000001", "--format", "md"], "does not hold"),
    ],
)
def test_what_is_not_there_is_said_in_words(
    run: Run, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    assert run(*argv) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_messages_are_arabic_where_the_locale_is(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ar_IQ.UTF-8")
    assert run("export", "لا شيء", "--format", "md") == 1
    assert "لا ملف ولا مقال في المكتبة باسم «لا شيء»" in capsys.readouterr().err


def test_the_language_of_messages_can_be_chosen(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--lang", "ar", "export", "x", "--format", "md") == 1
    assert "لا ملف ولا مقال" in capsys.readouterr().err


def test_without_a_locale_in_the_environment_the_systems_counts(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: ("Arabic_Iraq", "1256"))
    assert run("export", "x", "--format", "md") == 1
    assert "لا ملف" in capsys.readouterr().err


def test_a_name_gives_the_terminal_no_orders(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "\x1b[31mx\udcff", "--format", "md") == 1
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_an_unmarked_page_is_exported_and_not_imported(
    run: Run, page: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    assert run("export", page, "--format", form) == 0
    assert "عاجل: خبر" in capsysbinary.readouterr().out.decode()
    assert not (tmp_path / "home").exists()


def test_a_page_that_the_library_knows_is_exported_with_its_marks(
    run: Run,
    page: Path,
    kept: tuple[Article, ArticleFile],
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    before = listing(tmp_path / "home")
    copy = tmp_path / "elsewhere.txt"
    copy.write_bytes(page.read_bytes())
    assert run("export", copy, "--format", "json") == 0
    exported = json.loads(capsysbinary.readouterr().out)["summary"]
    assert [c["words"] for c in exported["claims"]] == ["انفجرتا"]
    assert exported["custody"]["imported_at"]
    assert listing(tmp_path / "home") == before


def test_an_article_is_exported_by_its_id(
    run: Run, kept: tuple[Article, ArticleFile], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("export", kept[1].id, "--format", "md", "--lang", "ar", "--no-text") == 0
    written = capsysbinary.readouterr().out.decode()
    assert "في المقال ادعاء واحد" in written
    assert "النص الكامل" not in written


def test_a_library_is_named_by_its_folder(
    run: Run,
    kept: tuple[Article, ArticleFile],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setenv("ISNAD_HOME", str(tmp_path / "another"))
    assert run("--home", tmp_path / "home", "export", kept[1].id, "--format", "md") == 0
    assert run("export", kept[1].id, "--format", "md") == 1


def test_an_export_goes_to_a_file_of_any_extension(run: Run, page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert run("export", page, "--format", "html", "-o", out) == 0
    assert out.read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_dash_is_standard_output(
    run: Run, page: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("export", page, "--format", "md", "-o", "-") == 0
    assert capsysbinary.readouterr().out.startswith(b"---\n")


def test_on_a_terminal_an_export_goes_to_a_new_file_named_for_the_title(
    run: Run,
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run("export", page, "--format", "md") == 0
    assert run("export", page, "--format", "md") == 0
    assert {p.name for p in tmp_path.glob("*.md")} == {"عاجل خبر.md", "عاجل خبر (2).md"}
    out, err = capsys.readouterr()
    assert out == ""
    assert "عاجل خبر (2).md" in err


def test_a_folder_that_is_not_there_is_said_in_words(
    run: Run, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", page, "--format", "md", "-o", tmp_path / "no" / "x.md") == 1
    assert "no" in capsys.readouterr().err


def test_a_format_from_the_window_is_one_more(
    run: Run, page: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    pdf = Format(lambda summary: f"PDF {summary.head.title}".encode(), "pdf", "application/pdf")
    assert run("export", page, "--format", "pdf", renderers={"pdf": pdf}) == 0
    assert capsysbinary.readouterr().out.decode() == "PDF عاجل: خبر"


def test_a_sound_library_is_said_to_be_sound(
    run: Run, kept: tuple[Article, ArticleFile], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify") == 0
    out, err = capsys.readouterr()
    assert (out, "every file of it is sound" in err) == ("", True)


def test_each_problem_of_a_library_is_a_line(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(path="a\x1bb", message=Message(code="verify_missing"))
    monkeypatch.setattr(commands, "verify", lambda home: [problem, problem])
    assert run("verify") == 1
    out, err = capsys.readouterr()
    assert out == "a�b: The file is missing.\n" * 2
    assert "2 problems" in err


def test_a_library_with_nothing_but_notes_is_sound(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    note = Problem(
        path="a.json", message=Message(code="verify_unknown_code", params={"name": "gone"})
    )
    monkeypatch.setattr(commands, "verify", lambda home: [note])
    assert run("verify") == 0
    out, err = capsys.readouterr()
    assert out.startswith("a.json: Note: ")
    assert "gone" in out
    assert "every file of it is sound" in err


def test_a_library_in_use_has_an_exit_code_of_its_own(
    run: Run,
    page: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise LibraryLockedError("host", 7, "2026-01-02 12:00")

    monkeypatch.setattr(commands.Store, "open", locked)
    assert run("export", page, "--format", "md") == 3
    assert "host" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [[], ["open"], ["page.html"], ["open", "page.html"]])
def test_the_window_opens_where_no_command_is_named(run: Run, argv: list[str]) -> None:
    opened: list[tuple[Path | None, Path | None]] = []

    def window(page: Path | None, home: Path | None) -> int:
        opened.append((page, home))
        return 42

    assert run("--home", "lib", *argv, window=window) == 42
    wanted = Path("page.html") if "page.html" in argv else None
    assert opened == [(wanted, Path("lib"))]


@pytest.mark.parametrize(
    "argv", [["export", "x"], ["export", "x", "--format", "doc"], ["text"], ["open", "a", "b"]]
)
def test_a_wrong_command_line_ends_with_two(
    run: Run, capsys: pytest.CaptureFixture[str], argv: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*argv)
    assert ended.value.code == 2
    assert "usage: isnad" in capsys.readouterr().err


def test_help_and_version_are_printed(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    for argv, said in (
        (["--version"], f"isnad {__version__}"),
        (["--help"], "Exit codes: 0"),
        (["export", "-h"], "PAGE_OR_ID"),
    ):
        with pytest.raises(SystemExit) as ended:
            run(*argv)
        assert ended.value.code == 0
        assert said in " ".join(capsys.readouterr().out.split())


def test_a_failing_output_is_said_in_words(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(commands, "_put", full)
    assert run("text", page) == 1
    assert "No space left on device" in capsys.readouterr().err


def test_a_file_name_that_the_system_cannot_hold_is_said_in_words(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path, _: bytes) -> None:
        str(path).encode("ascii")

    monkeypatch.setattr(commands, "write_export", refuse)
    assert run("export", page, "--format", "md", "-o", "خلاصة.md") == 1
    assert "Writing failed (UnicodeEncodeError)" in capsys.readouterr().err


def _isnad(*argv: object, **variables: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "reader", *map(str, argv)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **variables},
        cwd=Path(__file__).parents[2],
    )


def test_output_is_utf8_in_the_locale_c(page: Path) -> None:
    process = _isnad("text", page, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert "مصدر أمني" in out.decode()


def test_a_reader_that_has_seen_enough_is_no_error(page: Path) -> None:
    page.write_text(PAGE.replace("</article>", "<p>فقرة طويلة جدًا.</p>" * 20_000), "utf-8")
    process = _isnad("text", page)
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), err) == (0, b"")


def test_no_command_needs_qt(page: Path) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; from reader import cli;"
        f"sys.exit(cli.main(['export', {str(page)!r}, '--format', 'md'], {{}}, None))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "مصدر أمني".encode() in done.stdout


def test_the_window_is_opened_without_loading_the_exports() -> None:
    code = (
        "import sys; from reader import cli\n"
        "def opened(*_): return int('reader.export' in sys.modules)\n"
        "sys.exit(cli.main(['page.html'], {}, opened))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_export_words_codes_by_the_codebook_of_the_library(
    run: Run,
    page: Path,
    kept: tuple[Article, ArticleFile],
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    _, record = kept
    with Store.open(tmp_path / "home", write=True) as store:
        found = store.annotations(record.id)
        marks = tuple(mark.model_copy(update={"codes": ("number",)}) for mark in found.marks)
        store.save_annotations(record.id, found.model_copy(update={"marks": marks}))
        book = store.codebook()
        own = [
            code.model_copy(update={"labels": {"en": "Our own figure"}})
            if code.slug == "number"
            else code
            for code in book.codes
        ]
        store.save_codebook(book.model_copy(update={"codes": tuple(own)}))
    assert run("export", page, "--format", "json") == 0
    assert "Our own figure" in capsysbinary.readouterr().out.decode()
