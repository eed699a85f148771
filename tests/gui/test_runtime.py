"""The window's runtime, with stand-ins for the worker that misbehave in each known way."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from reader.gui.desk.process_memory import resident
from reader.gui.desk.runtime import QtRuntime
from reader.gui.desk.worker_process import trimmed_environment, worker_command
from reader.model.base import Value
from reader.model.errors import ReaderError
from reader.session.jobs import MIB, Job, Limits

READ = "import sys, time; request = sys.stdin.buffer.readline(); out = sys.stdout.buffer\n"


class Words(Value):
    words: str


class Outcome:
    """What a caller of `run_job` was told."""

    def __init__(self) -> None:
        self.results: list[Words] = []
        self.errors: list[ReaderError] = []
        self.steps: list[tuple[str, float]] = []

    def run(self, runtime: QtRuntime, **limits: Any) -> Any:
        job = Job("words", Words(words="?"), Words, Limits(**limits))
        return runtime.run_job(
            job,
            self.results.append,
            self.errors.append,
            lambda step, fraction: self.steps.append((step, fraction)),
        )

    @property
    def told(self) -> bool:
        return bool(self.results or self.errors)

    @property
    def codes(self) -> list[str]:
        return [e.message.code for e in self.errors]


Start = Callable[..., QtRuntime]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    runtimes: list[QtRuntime] = []

    def _start(script: str, **options: Any) -> QtRuntime:
        runtime = QtRuntime([sys.executable, "-X", "utf8", "-c", script], **options)
        runtimes.append(runtime)
        return runtime

    yield _start
    for runtime in runtimes:
        runtime.close()
        states = {process.state() for process in runtime.findChildren(QProcess)}
        assert states <= {QProcess.ProcessState.NotRunning}


ANSWERING = READ + 'out.write(\'R {"words": "مصدر أمني"}\\n\'.encode())'
STEPPING = READ + "out.write(b'P [\"voting\", 0.5]\\n'); out.flush()\n" + ANSWERING
WAITING = READ + "time.sleep(60)"
GROWING = READ + "hold = bytearray(b'x' * (160 << 20)); time.sleep(60)"


def test_the_answer_of_a_worker_is_given_as_a_value(qtbot: QtBot, start: Start) -> None:
    outcome = Outcome()
    outcome.run(start(ANSWERING))
    qtbot.waitUntil(lambda: outcome.told)
    assert outcome.results == [Words(words="مصدر أمني")]


def test_the_steps_of_a_worker_are_told_before_its_answer(qtbot: QtBot, start: Start) -> None:
    outcome = Outcome()
    outcome.run(start(STEPPING))
    qtbot.waitUntil(lambda: outcome.told)
    assert outcome.steps == [("voting", 0.5)]


def test_a_worker_that_takes_too_long_is_stopped(qtbot: QtBot, start: Start) -> None:
    outcome = Outcome()
    outcome.run(start(WAITING), seconds=0.4)
    qtbot.waitUntil(lambda: outcome.told)
    assert outcome.codes == ["worker_timeout"]


def test_a_worker_that_takes_too_much_memory_is_stopped(qtbot: QtBot, start: Start) -> None:
    outcome = Outcome()
    outcome.run(start(GROWING), memory=100 * MIB)
    qtbot.waitUntil(lambda: outcome.told)
    assert outcome.codes == ["worker_memory"]


@pytest.mark.parametrize(
    ("script", "code"),
    [
        pytest.param(READ + "sys.exit(3)", "worker_died", id="exits"),
        pytest.param(READ + "import os; os.abort()", "worker_died", id="crashes"),
        pytest.param("raise SystemExit", "worker_died", id="never reads"),
        pytest.param(READ + "out.write(b'hello\\n')", "worker_answer", id="no letter"),
        pytest.param(READ + "out.write(b'R {\\n')", "worker_answer", id="no JSON"),
        pytest.param(READ + "out.write(b'R {\"a\": 1}\\n')", "worker_answer", id="another value"),
        pytest.param(READ + "out.write(b'E [\"a\"]\\n')", "worker_answer", id="no error"),
        pytest.param(READ + "out.write(b'P [1]\\n')", "worker_answer", id="no step"),
        pytest.param(READ + "out.write(b'P [\"a\", NaN]\\n')", "worker_answer", id="no fraction"),
        pytest.param(
            READ + "out.write(b'P ' + b'[' * 4000 + b'\\n')", "worker_answer", id="deep step"
        ),
        pytest.param(READ + "out.write(b'P [\"a\", 0]\\n' * 5000)", "worker_answer", id="a flood"),
        pytest.param(
            READ + "out.write(b'P ' + b'x' * 99999); out.flush(); time.sleep(9)",
            "worker_answer",
            id="an endless step",
        ),
        pytest.param(
            READ + "out.write(b'R ' + b'x' * 99999); out.flush(); time.sleep(9)",
            "worker_answer",
            id="an answer too large",
        ),
        pytest.param(
            READ + 'out.write(b\'E {"code": "file_empty"}\\n\')', "file_empty", id="its own error"
        ),
    ],
)
def test_a_worker_that_misbehaves_gives_a_clear_error(
    qtbot: QtBot, start: Start, script: str, code: str
) -> None:
    outcome = Outcome()
    outcome.run(start(script), result=50_000, seconds=8)
    qtbot.waitUntil(lambda: outcome.told, timeout=8000)
    assert outcome.codes == [code]
    assert outcome.results == []


def test_a_program_that_is_not_there_gives_a_clear_error(
    qtbot: QtBot, expected_logs: list[logging.LogRecord]
) -> None:
    runtime = QtRuntime(["/nowhere/isnad"])
    outcome = Outcome()
    outcome.run(runtime)
    qtbot.waitUntil(lambda: outcome.told)
    runtime.close()
    assert outcome.codes == ["worker_start"]
    assert expected_logs


def test_a_cancelled_job_tells_nobody_and_leaves_no_process(qtbot: QtBot, start: Start) -> None:
    runtime = start(WAITING)
    outcome = Outcome()
    worker = outcome.run(runtime)
    pid = worker.pid
    with qtbot.waitSignal(worker.ended):
        worker.cancel()
    assert not outcome.told
    assert resident(pid) == 0


def test_a_job_takes_the_spare_worker_and_another_one_takes_its_place(
    qtbot: QtBot, start: Start
) -> None:
    runtime = start(ANSWERING)
    runtime.warm_up()
    spare = runtime.findChildren(QProcess)[0].processId()
    outcome = Outcome()
    assert outcome.run(runtime).pid == spare
    qtbot.waitUntil(lambda: outcome.told)
    # The old one goes, and the new one comes, each in its own time.
    qtbot.waitUntil(lambda: _pids(runtime) not in ([], [spare]) and len(_pids(runtime)) == 1)


def _pids(runtime: QtRuntime) -> list[int]:
    return [process.processId() for process in runtime.findChildren(QProcess)]


def test_a_spare_worker_that_is_not_needed_goes(qtbot: QtBot, start: Start) -> None:
    runtime = start(WAITING, spare_seconds=0.3)
    runtime.warm_up()
    assert runtime.findChildren(QProcess)
    qtbot.waitUntil(lambda: not runtime.findChildren(QProcess))


def test_a_spare_worker_that_dies_is_replaced_when_a_job_comes(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    flag = tmp_path / "started"
    once = (
        f"import pathlib, sys; flag = pathlib.Path({str(flag)!r})\n"
        "if not flag.exists(): flag.touch(); sys.exit(1)\n"
    )
    runtime = start(once + ANSWERING)
    runtime.warm_up()
    qtbot.waitUntil(lambda: not runtime.findChildren(QProcess))
    outcome = Outcome()
    outcome.run(runtime)
    qtbot.waitUntil(lambda: outcome.told)
    assert outcome.results


def test_closing_leaves_no_process_and_no_thread(qtbot: QtBot, start: Start) -> None:
    runtime = start(WAITING)
    worker = Outcome().run(runtime)
    runtime.warm_up()
    pids = [p.processId() for p in runtime.findChildren(QProcess)]
    assert worker.pid in pids
    runtime.close()
    assert [resident(pid) for pid in pids] == [0, 0]
    assert "disk" not in {t.name for t in threading.enumerate()}


def test_a_worker_s_complaints_are_logged_without_what_it_read(
    qtbot: QtBot, start: Start, expected_logs: list[logging.LogRecord]
) -> None:
    outcome = Outcome()
    outcome.run(start(READ + "raise ValueError('قال مصدر أمني')"))
    qtbot.waitUntil(lambda: outcome.told)
    said = [record.getMessage() for record in expected_logs]
    assert "worker: ValueError" in said
    assert not any("مصدر" in line for line in said)


def test_a_worker_is_told_little_of_the_environment() -> None:
    environment = trimmed_environment(
        {"LANG": "ar_IQ.UTF-8", "HOME": "/home/x", "SECRET": "1", "PYTHONSTARTUP": "evil.py"}
    )
    assert set(environment.keys()) == {"LANG", "PYTHONPATH", "PYTHONUTF8"}


def test_a_worker_finds_this_program_from_any_folder(tmp_path: Path) -> None:
    environment = dict(entry.split("=", 1) for entry in trimmed_environment({}).toStringList())
    program, *arguments = worker_command()
    ended = subprocess.run(
        [program, *arguments], input=b"", env=environment, cwd=tmp_path, capture_output=True
    )
    assert b"No module named" not in ended.stderr
    assert ended.returncode == 0


def test_the_memory_of_a_process_is_told_by_the_system() -> None:
    assert resident(os.getpid()) > MIB


# Disk work


def test_disk_work_is_done_in_order_on_one_other_thread(qtbot: QtBot, start: Start) -> None:
    runtime = start("")
    done: list[int] = []
    threads: set[str] = set()

    def work(n: int) -> int:
        threads.add(threading.current_thread().name)
        time.sleep(0.002 * (5 - n))
        return n

    for n in range(5):
        runtime.run_io(lambda n=n: work(n), done.append, pytest.fail)
    qtbot.waitUntil(lambda: len(done) == 5)
    assert done == [0, 1, 2, 3, 4]
    assert threads == {"disk"}


def test_an_error_of_disk_work_comes_back_on_the_window_s_thread(
    qtbot: QtBot, start: Start
) -> None:
    runtime = start("")
    told: list[tuple[str, bool]] = []

    def work() -> None:
        raise ReaderError("disk_full")

    def failed(error: ReaderError) -> None:
        told.append((error.message.code, threading.current_thread() is threading.main_thread()))

    runtime.run_io(work, lambda _: None, failed)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("disk_full", True)]


def test_an_exception_that_nobody_expected_is_told_twice_over(qtbot: QtBot, start: Start) -> None:
    runtime = start("")
    failed: list[ReaderError] = []
    with qtbot.waitSignal(runtime.broke) as broke:
        runtime.run_io(lambda: 1 // 0, lambda _: None, failed.append)
    assert isinstance(broke.args[0], ZeroDivisionError)
    assert [e.message.code for e in failed] == ["unexpected_error"]


def test_cancelled_disk_work_tells_nobody(qtbot: QtBot, start: Start) -> None:
    runtime = start("")
    done: list[int] = []
    runtime.run_io(lambda: 1, done.append, pytest.fail).cancel()
    runtime.drain()
    assert done == []


def test_draining_waits_for_work_that_its_own_callbacks_begin(qtbot: QtBot, start: Start) -> None:
    runtime = start("")
    done: list[str] = []

    def again(name: str) -> None:
        done.append(name)
        if len(name) < 3:
            runtime.run_io(lambda: name + "x", again, pytest.fail)

    runtime.run_io(lambda: "x", again, pytest.fail)
    runtime.drain()
    assert done == ["x", "xx", "xxx"]


def test_a_call_that_waits_comes_once(qtbot: QtBot, start: Start) -> None:
    runtime = start("")
    calls: list[int] = []
    runtime.call_later(0.01, lambda: calls.append(1))
    qtbot.waitUntil(lambda: bool(calls))
    qtbot.wait(40)
    assert calls == [1]


def test_a_call_that_waits_can_be_cancelled(qtbot: QtBot, start: Start) -> None:
    runtime = start("")
    calls: list[int] = []
    runtime.call_later(0.01, lambda: calls.append(1)).cancel()
    qtbot.wait(40)
    assert calls == []
