"""Jobs and the worker that does them: what crosses the pipes, and what is believed of it."""

from __future__ import annotations

import io
import json
import os

import pytest

from reader.model.article import Article
from reader.model.errors import ReaderError
from reader.session import jobs
from reader.session.comparing import Compare, Version
from reader.session.jobs import (
    Limits,
    compare_versions,
    load_page,
    read_error,
    read_progress,
    read_result,
    run_here,
)
from tests.support.pages import an_article


@pytest.fixture(autouse=True)
def _unlimited(monkeypatch):
    """The limit on memory would hold for the test's own process."""
    monkeypatch.setattr(jobs, "_limit_memory", lambda _limit: None)


def _serve(job) -> list[tuple[str, bytes]]:
    out = io.BytesIO()
    assert jobs.serve(io.BytesIO(job.request()), out) == 0
    return [(line[:1].decode(), line[2:]) for line in out.getvalue().splitlines()]


def test_a_worker_gives_what_the_job_gives_here(page):
    job = load_page(page())
    answers = _serve(job)

    assert [letter for letter, _ in answers[:-1]] == ["P"] * (len(answers) - 1)
    letter, payload = answers[-1]
    assert letter == "R"
    assert read_result(job, payload) == run_here(job, lambda *_: None)


def test_a_worker_compares_versions_as_it_is_done_here():
    asked = Compare(
        old=Version(article=an_article("قال مصدر أمني إن 29 شخصا أصيبوا في المدينة.")),
        new=Version(article=an_article("قال مصدر أمني إن 31 شخصا أصيبوا في المدينة.")),
    )
    job = compare_versions(asked)
    answers = _serve(job)

    assert {read_progress(p)[0] for letter, p in answers if letter == "P"} == {"comparing_versions"}
    assert read_result(job, answers[-1][1]) == run_here(job, lambda *_: None)


def test_a_worker_that_is_asked_nothing_leaves_quietly():
    out = io.BytesIO()

    assert jobs.serve(io.BytesIO(), out) == 0
    assert out.getvalue() == b""


def test_a_worker_tells_how_far_it_is(page):
    progress = [read_progress(p) for letter, p in _serve(load_page(page())) if letter == "P"]

    assert progress
    assert all(step and 0 <= fraction <= 1 for step, fraction in progress)


def test_pasted_bytes_reach_the_worker_as_they_are(page):
    data = page(encoding="windows-1256").read_bytes()
    job = load_page(data=data, name="لصق")

    article = read_result(job, _serve(job)[-1][1])

    assert article.provenance.size == len(data)
    assert article.provenance.name == "لصق"


def test_a_page_whose_name_is_no_text_is_read(page, tmp_path):
    path = tmp_path / os.fsdecode(b"\xc7\xe1\xe2.html")
    page().rename(path)
    job = load_page(path)

    assert read_result(job, _serve(job)[-1][1]).title


def test_an_error_of_the_page_comes_back_as_its_code(tmp_path):
    letter, payload = _serve(load_page(tmp_path / "none.html"))[-1]

    assert letter == "E"
    assert read_error(payload).message.code == "file_missing"


def test_a_page_that_needs_too_much_memory_is_an_error(page, monkeypatch):
    def greedy(*_args, **_kwargs):
        raise MemoryError

    monkeypatch.setattr(jobs.ingest, "load", greedy)

    letter, payload = _serve(load_page(page()))[-1]

    assert (letter, read_error(payload).message.code) == ("E", "worker_memory")


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"null",
        b'{"page_text": 3}',
        b'{"page_text": "\\ud800", "blocks": []}',
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_no_article_is_not_believed(payload):
    with pytest.raises(ReaderError, match="worker_answer"):
        read_result(load_page(data=b"x"), payload)


def test_an_answer_over_the_limit_is_not_even_read():
    job = jobs.Job("load_page", load_page(data=b"x").arguments, Article, Limits(result=10))

    with pytest.raises(ReaderError, match="worker_answer"):
        read_result(job, b" " * 11)


def test_an_error_that_is_none_is_an_answer_not_to_be_believed():
    assert read_error(b'{"code": 3}').message.code == "worker_answer"
    assert read_error(b'{"code": "x", "params": {"n": 2}}').message.params == {"n": 2}


@pytest.mark.parametrize("line", [b"", b"[]", b'["step"]', b'["step", "much"]'])
def test_progress_that_is_none_is_a_value_error(line):
    with pytest.raises((ValueError, TypeError)):
        read_progress(line)


def test_a_request_is_one_line():
    request = load_page(data=b"a\nb").request()

    assert request.count(b"\n") == 1
    assert json.loads(request)["job"] == "load_page"


def test_the_memory_limit_is_that_of_the_request(monkeypatch, page):
    asked = []
    monkeypatch.setattr(jobs, "_limit_memory", asked.append)

    _serve(load_page(page()))

    assert asked == [Limits().memory]
