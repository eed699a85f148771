"""What holds for every test: no real home, no unexpected log record, nothing left running."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.leaks import no_threads_left, nothing_of_qt_left

ROOT = Path(__file__).resolve().parent.parent

# No window opens on a developer's screen; and Qt warns of a locale that is not UTF-8.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

# A busy machine is no reason for a failure.
settings.register_profile("isnad", deadline=None, print_blob=True)
settings.load_profile("isnad")


class _Records(logging.Handler):
    """Keeps the records that a user or a developer should have seen."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the application is told when it is made: as the program does."""
    from reader.gui.kit.theme import STYLE  # most tests need no window

    return ["isnad", *STYLE]


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Path:
    """Where this test's library would be: an empty place, which is not made."""
    place = tmp_path_factory.getbasetemp() / "homes" / f"{abs(hash(request.node.nodeid)):x}"
    monkeypatch.setenv("ISNAD_HOME", str(place))
    return place


@pytest.fixture
def expected_logs() -> list[logging.LogRecord]:
    """For a test that expects warnings: what `reader` and Qt logged, to be asserted on."""
    return []


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a warning that the test did not ask for through `expected_logs`."""
    handler = _Records()
    if asked := "expected_logs" in request.fixturenames:
        handler.records = request.getfixturevalue("expected_logs")
    loggers = [logging.getLogger(name) for name in ("reader", "qt")]
    for logger in loggers:
        logger.addHandler(handler)
    yield
    for logger in loggers:
        logger.removeHandler(handler)
    if handler.records and not asked:
        pytest.fail("unexpected: " + "; ".join(r.getMessage() for r in handler.records))


@pytest.fixture(autouse=True)
def _nothing_left_running(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    with no_threads_left():
        if {"qapp", "qtbot"} & set(request.fixturenames):
            with nothing_of_qt_left(monkeypatch):
                yield
        else:
            yield


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The development data beside the checkout, which only some machines have."""
    data = ROOT.parent / "shared" / "data"
    if not data.is_dir():
        pytest.skip("the development data is not here: ../shared/data")
    return data
