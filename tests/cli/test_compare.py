"""`isnad compare`, and exports that carry a comparison, as a person types them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader import ingest
from reader.model.comparison import Comparison
from reader.model.library import ArticleFile
from reader.store import Store
from tests.cli.conftest import PAGE, Run
from tests.support import marks as m

EDITED = PAGE.replace("عبوتين ناسفتين انفجرتا", "عبوة ناسفة انفجرت").replace(
    "<title>", "<!-- saved from url=(0022)https://news.example/1 --><title>"
)


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    path = tmp_path / "خبر 2.html"
    path.write_text(EDITED, "utf-8")
    return path


@pytest.fixture
def kept(page: Path, edited: Path, tmp_path: Path) -> ArticleFile:
    """Both pages in the library as versions of one article, a claim on the first."""
    old, new = ingest.load(page), ingest.load(edited)
    claim = m.claim("انفجرتا", old.page_text.index("انفجرتا"))
    anchor = claim.anchors[0].model_copy(update={"version": old.version})
    hours = iter(range(24))
    clock = lambda: datetime(2026, 1, 1, next(hours), tzinfo=UTC)  # noqa: E731
    with Store.open(tmp_path / "home", write=True, clock=clock) as store:
        record = store.add(old, page.read_bytes())
        marked = claim.model_copy(update={"anchors": (anchor,)})
        store.save_annotations(record.id, m.annotations(marked))
        return store.add_version(record.id, new, edited.read_bytes())


def versions(record: ArticleFile) -> tuple[str, str]:
    old, new = (capture.version for capture in record.captures)
    return old, new


def test_two_pages_are_compared_as_text(
    run: Run, page: Path, edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", page, edited) == 0
    out = capsys.readouterr().out
    assert out.startswith("Differences between two saved versions\n")
    assert "[-عبوتين ناسفتين انفجرتا-]" in out
    assert "{+عبوة ناسفة انفجرت+}" in out


def test_pages_without_a_difference_are_no_error(
    run: Run, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", page, page) == 0
    assert "Nothing differs in the text." in capsys.readouterr().out


def test_a_comparison_as_json_is_all_of_it(
    run: Run, page: Path, edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", page, edited, "--json") == 0
    made = json.loads(capsys.readouterr().out)
    comparison = Comparison.model_validate(made["comparison"])
    assert [len(row.changes) for row in comparison.rows] == [0, 1, 0]


def test_a_comparison_is_written_to_a_file_in_the_language_asked_for(
    run: Run, page: Path, edited: Path, tmp_path: Path
) -> None:
    path = tmp_path / "فروق.html"
    assert run("--lang", "ar", "compare", page, edited, "--format", "html", "-o", path) == 0
    assert '<html lang="ar" dir="rtl">' in path.read_text("utf-8")


def test_versions_of_an_article_are_named_by_the_beginning_of_their_ids(
    run: Run, kept: ArticleFile, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = versions(kept)
    assert run("compare", f"{kept.id}@{old[:8]}", f"{kept.id}@{new[:8]}") == 0
    assert "Touches 1 mark" in capsys.readouterr().out


def test_only_what_touches_a_mark_is_shown_where_that_is_asked_for(
    run: Run, kept: ArticleFile, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = versions(kept)
    both = f"{kept.id}@{old[:8]}", f"{kept.id}@{new[:8]}"
    assert run("compare", *both, "--touching") == 0
    assert capsys.readouterr().out.count("−") == 1


def test_a_version_that_is_not_there_is_said_with_those_that_are(
    run: Run, kept: ArticleFile, capsys: pytest.CaptureFixture[str]
) -> None:
    old, _ = versions(kept)
    assert run("compare", f"{kept.id}@xyz", str(kept.id)) == 1
    assert old[:12] in capsys.readouterr().err


def test_an_older_page_behind_a_newer_one_is_said_to_be_so(
    run: Run, kept: ArticleFile, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = versions(kept)
    assert run("compare", f"{kept.id}@{new[:8]}", f"{kept.id}@{old[:8]}") == 0
    assert "saved after the second" in capsys.readouterr().err


def test_kinds_of_format_can_be_hidden(
    run: Run, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.html"
    other.write_text(PAGE.replace("قال مصدر", "قالَ مصدر"), "utf-8")
    assert run("compare", page, other) == 0
    assert "{=قال=}" in capsys.readouterr().out
    assert run("compare", page, other, "--hide", "harakat") == 0
    assert "{=" not in capsys.readouterr().out


def test_a_kind_of_format_that_is_none_is_a_wrong_command_line(
    run: Run, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run("compare", page, page, "--hide", "colour")
    assert "harakat" in capsys.readouterr().err


def test_what_differs_is_shown_with_what_does_not(
    run: Run, page: Path, edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("compare", page, edited, "--all") == 0
    assert "وأضاف المصدر ذاته" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["md", "html"])
def test_an_export_carries_what_differs_from_the_version_before(
    run: Run, kept: ArticleFile, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", kept.id, "--format", form, "--compare", "previous") == 0
    assert "Differences between two saved versions" in capsys.readouterr().out


def test_an_export_carries_what_differs_from_a_version_that_is_named(
    run: Run, kept: ArticleFile, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = versions(kept)
    assert run("export", kept.id, "--format", "json", "--compare", old[:10]) == 0
    comparison = json.loads(capsys.readouterr().out)["summary"]["comparison"]
    assert (comparison["old"]["version"], comparison["new"]["version"]) == (old, new)


def test_an_export_of_a_page_that_no_library_has_cannot_carry_a_comparison(
    run: Run, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", page, "--format", "md", "--compare", "previous") == 1
    assert "previous" in capsys.readouterr().err
