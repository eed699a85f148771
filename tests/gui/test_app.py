"""The whole program: a window, a worker of its own, a library; started and ended from outside."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader import app
from reader.model.library import ArticleFile
from tests.support.windows import SLEEPER, Person

pytestmark = pytest.mark.slow

POSIX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def _wait(until: Callable[[], object], seconds: float = 30) -> None:
    end = monotonic() + seconds
    while not until():
        assert monotonic() < end
        sleep(0.05)


def _children(pid: int) -> list[str]:
    tasks = Path(f"/proc/{pid}/task")
    return [child for t in tasks.glob("*/children") for child in t.read_text().split()]


@pytest.fixture
def program(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    running = subprocess.Popen([sys.executable, "-m", "reader"], stderr=subprocess.PIPE)
    yield running
    running.kill()
    running.communicate()


@POSIX
def test_the_first_start_opens_the_sample_and_ends_cleanly_when_asked_to(
    program: subprocess.Popen[bytes], home: Path
) -> None:
    _wait(lambda: list(home.glob("articles/*/article.json")))
    [record] = home.glob("articles/*/article.json")
    title = ArticleFile.model_validate_json(record.read_bytes()).title
    children = _children(program.pid)

    program.send_signal(signal.SIGTERM)

    assert program.wait(20) == 0
    assert "المقاومة العراقية" in title
    assert not (home / "holder.json").exists()
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]
    assert program.stderr is not None
    assert program.stderr.read() == b""


def test_the_log_tells_nothing_of_an_article(program: subprocess.Popen[bytes], home: Path) -> None:
    _wait(lambda: list(home.glob("articles/*/article.json")))
    program.terminate()
    program.wait(20)
    logs = b"".join(path.read_bytes() for path in (home / "logs").iterdir())
    said = [line for line in logs.decode().splitlines() if "This plugin does not" not in line]
    assert said == []


@pytest.fixture
def sample() -> Path:
    samples = Path(__file__).parents[2] / "resources" / "samples"
    return next(samples.glob("*.html"))


def test_a_page_is_read_by_a_worker_of_the_program_s_own(
    sit: Callable[..., Person], qtbot: QtBot, sample: Path
) -> None:
    person = sit(worker=None)
    person.window.begin([sample])
    qtbot.waitUntil(lambda: person.window.desk.session is not None, timeout=30_000)

    assert "مصدر أمني" in person.session.article.text
    assert person.mark("مصدر أمني", "1").source.naming.value == "described"


def test_a_worker_that_dies_leaves_the_window_alive_with_a_clear_error(
    sit: Callable[..., Person], qtbot: QtBot, sample: Path
) -> None:
    person = sit(worker=SLEEPER)
    person.open()
    person.window.opener.open_paths([sample])
    qtbot.waitUntil(lambda: person.window.messages.notice("error") is not None, timeout=10_000)

    notice = person.window.messages.notice("error")
    assert notice is not None
    assert "توقّف البرنامج الذي يقرأ الصفحات" in notice.text()
    assert person.mark("مصدر أمني", "1")


def test_reading_a_page_shows_its_progress_and_can_be_cancelled(
    sit: Callable[..., Person], qtbot: QtBot, sample: Path
) -> None:
    endless = (sys.executable, "-c", "import time; time.sleep(60)")
    person = sit(worker=endless)
    person.open()
    before = person.session
    person.window.opener.open_paths([sample])
    qtbot.waitUntil(person.window.progress.isVisible)

    [cancel] = person.window.progress.findChildren(QPushButton)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)

    assert not person.window.progress.isVisible()
    assert person.session is before
    assert person.window.messages.notice("error") is None


def test_work_in_the_background_lets_the_window_have_a_turn_within_a_millisecond(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[float] = []

    def choose(seconds: float) -> None:
        chosen.append(seconds)
        raise InterruptedError  # this process keeps its own, and no window opens

    monkeypatch.setattr(sys, "setswitchinterval", choose)
    with pytest.raises(InterruptedError):
        app.run(home=home)
    assert chosen[0] <= 0.001 < sys.getswitchinterval()
