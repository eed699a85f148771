"""Nasty pages, each with the outcome promised for it, through the one way in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.ingest import DamagedContainerError, IngestError, load, load_bytes
from reader.ingest.mojibake import MOJIBAKE
from reader.model.article import Article
from tests.support import hostile, hostile_files

ROOT = Path(__file__).parents[2]
LOAD = "import sys; from reader.ingest import load; print(len(load(sys.argv[1]).page_text))"
WATCHED = """
import sys
from reader.ingest import load
load(sys.argv[2])  # whatever imports open is open now
seen = []
sys.addaudithook(lambda event, args: seen.append((event, args)))
load(sys.argv[1])
print("\\n".join(repr(entry) for entry in seen if entry[0] == "open" or "socket" in entry[0]))
"""


def everything(article: Article) -> str:
    return article.page_text + "".join(b.image.source for b in article.blocks if b.image)


# Size and depth: text after the trap is present


@pytest.mark.parametrize("name", hostile.BOMBS)
def test_the_text_after_the_trap_is_shown(name: str) -> None:
    article = load_bytes(hostile.BOMBS[name]())
    assert hostile.AFTER in article.text
    assert hostile.PARAGRAPHS[0] in article.text


def test_text_at_the_bottom_of_200_000_divs_is_kept() -> None:
    assert "في القاع" in load_bytes(hostile.nested_divs()).page_text


def test_an_11_megabyte_text_is_kept_whole() -> None:
    data = hostile.long_text(11)
    words = data.count("كلمات".encode())
    assert load_bytes(data).page_text.count("كلمات") == words


def test_nested_tables_keep_their_text_and_spans_stay_small() -> None:
    assert "في الداخل" in load_bytes(hostile.nested_tables(30)).page_text
    cells = [b.cell for b in load_bytes(hostile.span_bomb()).blocks if b.cell]
    assert cells
    assert max(cell.colspan for cell in cells) <= 100


def test_controls_and_overlong_utf8_leave_the_text_around_them() -> None:
    article = load_bytes(hostile.control_characters())
    line = next(line for line in article.page_text.split("\n") if line.startswith("ab"))
    assert line.replace("\ufffd", "") == "abcde"
    assert article.provenance.encoding.unreadable == 5


def test_entities_that_xml_would_expand_are_text() -> None:
    assert len(load_bytes(hostile.entity_bomb()).page_text) < 2_000


# Paths and addresses: nothing outside the page's folder is opened, nothing is contacted


@pytest.fixture
def naming(tmp_path: Path) -> Path:
    if sys.platform == "win32":
        pytest.skip("needs symbolic links")
    return hostile.naming_folder(tmp_path)


def test_a_page_that_names_paths_opens_without_their_pictures(naming: Path) -> None:
    article = load(naming)
    assert hostile.AFTER in article.text
    assert article.assets == ()


def test_what_the_page_names_is_listed(naming: Path) -> None:
    provenance = load(naming).provenance
    urls = {reference.url for reference in provenance.remote}
    assert f"http://127.0.0.1:9/{hostile.TRAP}.png" in urls
    assert f"smb://127.0.0.1/{hostile.TRAP}.png" in urls
    assert provenance.remote_total == len(urls)


def test_no_file_is_opened_and_no_socket_made_inside_python(naming: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.html"
    plain.write_bytes(hostile.page().encode())
    seen = _run([sys.executable, "-c", WATCHED, str(naming), str(plain)]).stdout
    assert str(naming) in seen  # the hook sees
    assert "socket" not in seen
    assert hostile.TRAP not in seen


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_path_outside_the_folder_and_no_internet_socket_under_strace(
    naming: Path, tmp_path: Path
) -> None:
    log = tmp_path / "calls"
    strace = ["strace", "-f", "-s", "4096", "-e", "trace=%file,%network", "-o", str(log)]
    if subprocess.run([*strace, "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("strace may not trace here")
    result = _run([*strace, sys.executable, "-c", LOAD, str(naming)])
    assert int(result.stdout) > 0
    calls = log.read_text("utf-8", "replace").splitlines()
    assert any(str(naming) in call for call in calls)  # the page itself was seen to be opened
    assert [call for call in calls if "AF_INET" in call] == []
    assert [c for c in calls if hostile.TRAP in c and "execve(" not in c] == []


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8", env=environment
    )


# Pictures: a placeholder


@pytest.mark.parametrize("name", hostile.PICTURES)
def test_a_picture_that_is_none_is_a_placeholder(name: str, tmp_path: Path) -> None:
    for article in (
        load(hostile.with_picture(tmp_path, hostile.PICTURES[name]())),
        load_bytes(hostile.with_inline_picture(hostile.PICTURES[name]())),
    ):
        [image] = [block.image for block in article.blocks if block.image]
        assert (image.alt, image.asset) == ("صورة", None)
        assert article.assets == ()


def test_a_good_picture_is_not(tmp_path: Path) -> None:
    article = load(hostile.with_picture(tmp_path, hostile.png(8, 8)))
    assert [(a.width, a.height) for a in article.assets] == [(8, 8)]


# Encodings: the right Arabic


@pytest.mark.parametrize("name", hostile_files.ENCODINGS)
def test_an_encoding_that_lies_gives_the_right_arabic(name: str) -> None:
    article = load_bytes(hostile_files.ENCODINGS[name]())
    assert article.title == hostile.TITLE
    assert all(text in article.text for text in (*hostile.PARAGRAPHS, hostile.AFTER))


def test_three_bad_bytes_are_counted() -> None:
    article = load_bytes(hostile_files.utf8_with_three_bad_bytes())
    assert article.provenance.encoding.unreadable == 3


def test_mojibake_is_offered_for_repair_and_never_repaired_unasked() -> None:
    data = hostile_files.mojibake()
    damaged = load_bytes(data)
    assert damaged.provenance.encoding.mojibake
    assert hostile.AFTER not in damaged.page_text
    assert hostile.AFTER in load_bytes(data, encoding=MOJIBAKE).text


# Containers: a clear error


@pytest.mark.parametrize("name", hostile_files.BROKEN_CONTAINERS)
def test_a_broken_container_is_a_clear_error(name: str) -> None:
    with pytest.raises(DamagedContainerError) as caught:
        load_bytes(hostile_files.BROKEN_CONTAINERS[name]())
    assert caught.value.message.code.startswith(("mhtml_", "webarchive_"))


def test_a_hundred_thousand_parts_are_a_clear_error() -> None:
    with pytest.raises(DamagedContainerError, match="mhtml_too_many_parts"):
        load_bytes(hostile_files.many_parts())


@pytest.mark.parametrize("name", hostile_files.NOTHING_TO_READ)
def test_nothing_to_read_is_a_friendly_message(name: str) -> None:
    """An error where the file holds nothing, a note where it holds a page without text."""
    try:
        article = load_bytes(hostile_files.NOTHING_TO_READ[name])
        said = [note.code for note in article.provenance.notes]
    except IngestError as error:
        said = [error.message.code]
    assert any(code.startswith("page_") for code in said)


@pytest.mark.parametrize(
    "made", [hostile.page().encode, hostile_files.utf16_without_bom], ids=["utf-8", "utf-16"]
)
@pytest.mark.parametrize("share", [0.35, 0.5, 0.75, 0.95])
def test_a_truncated_page_opens_with_a_note(made: Callable[[], bytes], share: float) -> None:
    article = load_bytes(hostile_files.truncated(made(), share))
    assert hostile.TITLE in article.page_text
    assert "note_truncated" in [note.code for note in article.provenance.notes]


# Names that mislead: kept, to be revealed


def test_an_override_in_title_or_file_name_is_kept_to_be_revealed(tmp_path: Path) -> None:
    assert hostile_files.RLO in load_bytes(hostile_files.rlo_title()).title
    assert hostile_files.RLO in load(hostile_files.rlo_file(tmp_path)).provenance.name
