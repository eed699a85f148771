"""Paragraphs that are too long to be looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import BlockKind, Direction
from reader.model.comparison import Paragraph, Run, RunKind
from reader.session.abridging import LEFT_OUT, abridged


def a_paragraph(*pieces: tuple[str, RunKind]) -> Paragraph:
    runs, text = [], ""
    for words, kind in pieces:
        runs.append(Run(start=len(text), end=len(text) + len(words), kind=kind))
        text += words
    return Paragraph(
        block="b0",
        kind=BlockKind.PARAGRAPH,
        dir=Direction.RTL,
        start=7,
        text=text,
        runs=tuple(runs),
    )


def test_a_paragraph_of_common_length_stays_as_it_is() -> None:
    paragraph = a_paragraph(("قال مصدر أمني", RunKind.SAME))
    assert abridged(paragraph) is paragraph


def test_what_differs_in_a_long_paragraph_is_still_there() -> None:
    paragraph = a_paragraph(
        ("كلمة " * 5_000, RunKind.SAME), ("31", RunKind.NUMBER), (" كلمة" * 5_000, RunKind.SAME)
    )
    short = abridged(paragraph)
    assert len(short.text) < 2_000
    assert [short.words(run) for run in short.runs if run.kind is RunKind.NUMBER] == ["31"]
    assert LEFT_OUT in short.text
    assert short.start == paragraph.start


PIECES = st.lists(
    st.tuples(st.text("أب 😀", min_size=1, max_size=60), st.sampled_from(RunKind)), min_size=1
)


@given(PIECES, st.integers(0, 80))
def test_runs_cover_what_is_left_and_no_paragraph_is_long(pieces, most) -> None:
    short = abridged(a_paragraph(*pieces), most, 5)
    at = 0
    for run in short.runs:
        assert run.start == at
        at = run.end
    assert short.text[at:] in ("", LEFT_OUT)
    if sum(len(words) for words, _ in pieces) > most:
        assert len(short.text) <= most + 2 * 5 + 2 * len(LEFT_OUT)
