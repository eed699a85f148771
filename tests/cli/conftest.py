"""What the tests of the commands share: a page, and a way to type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader import cli

PAGE = """<!DOCTYPE html><html lang="ar"><title>عاجل: خبر</title><body><article>
<h1>عاجل: خبر</h1>
<p>قال مصدر أمني لوكالة محلية إن عبوتين ناسفتين انفجرتا ظهر اليوم على الطريق السريع.</p>
<p>وأضاف المصدر ذاته أن رتلًا آخر استهدف بعبوة ناسفة وأصيب بأضرار مادية في محافظة بابل.</p>
</article></body></html>"""

Run = Callable[..., int]


@pytest.fixture(autouse=True)
def english_and_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """English, with a library and settings of its own."""
    monkeypatch.setenv("ISNAD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "خبر.html"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.fixture
def run() -> Run:
    def no_window(page: Path | None, home: Path | None) -> int:
        raise AssertionError((page, home))

    return lambda *argv, **options: cli.main(
        [str(a) for a in argv], options.get("renderers", {}), options.get("window", no_window)
    )
