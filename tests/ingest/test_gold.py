# ruff: noqa: T201 - the table is asked for with -s
"""The reading of real pages against gold text: what is kept, what is lost. Prints with -s."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import pytest

from reader.ingest import tree
from reader.ingest.page import Page, Reading
from reader.ingest.reading import read_page
from reader.model.article import BlockState, Direction
from reader.text.shingles import tokens

PAGES = Path(__file__).parents[3] / "shared" / "data" / "pages"
HELD_BACK = {"albayan", "cnn_arabic_newspaper", "voa_article_7947399", "youm7"}
"""Never looked at while the rules were made."""

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the development pages are missing")


@dataclass(frozen=True)
class Score:
    name: str
    f1: float
    """4-grams of the whole text and the whole gold."""
    body_f1: float
    """The same without the title and the optional lines."""
    paragraphs: int
    lost: list[str]
    same_title: bool
    direction: Direction


def read(name: str) -> Reading:
    html = (PAGES / f"{name}.html").read_text("utf-8")
    return read_page(Page(html, tree.build(html), "", "", None, lambda _: None))


def shown(reading: Reading) -> list[str]:
    return [
        reading.page_text[b.start : b.end]
        for b in reading.blocks
        if b.has_text and b.state is BlockState.SURE
    ]


def grams(lines: list[str], n: int = 4) -> Counter[tuple[str, ...]]:
    words = [word for line in lines for word in tokens(line)]
    return Counter(zip(*(words[k:] for k in range(n)), strict=False))


def f1(ours: Counter[tuple[str, ...]], gold: Counter[tuple[str, ...]]) -> float:
    common = (ours & gold).total()
    return 2 * common / (ours.total() + gold.total())


def has_paragraph(line: str, text: Counter[tuple[str, ...]], words: list[str]) -> bool:
    own = tokens(line)
    if len(own) < 4:
        return f" {' '.join(own)} " in f" {' '.join(words)} "
    parts = list(zip(*(own[k:] for k in range(4)), strict=False))
    return sum(p in text for p in parts) >= 0.75 * len(parts)


def score(name: str) -> Score:
    gold = json.loads((PAGES / "gold" / f"{name}.json").read_text("utf-8"))
    reading = read(name)
    lines = shown(reading)
    optional = [gold["title"], *gold["optional"].splitlines()]
    body = gold["body"].splitlines()
    skipped = {tuple(tokens(line)) for line in optional}
    without = [line for line in lines if tuple(tokens(line)) not in skipped]
    ours, words = grams(lines), [w for line in lines for w in tokens(line)]
    return Score(
        name=name,
        f1=f1(ours, grams([gold["title"], *body])),
        body_f1=f1(grams(without), grams(body)),
        paragraphs=len(body),
        lost=[line for line in body if not has_paragraph(line, ours, words)],
        same_title=tokens(reading.metadata.title) == tokens(gold["title"]),
        direction=reading.dir,
    )


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    names = sorted(p.stem for p in (PAGES / "gold").glob("*.json"))
    found = [score(name) for name in names]
    for s in found:
        mark = "held back" if s.name in HELD_BACK else ""
        title = "" if s.same_title else "another title"
        print(
            f"{s.name:28} {s.f1:.3f} {s.body_f1:.3f} lost {len(s.lost)}/{s.paragraphs}", mark, title
        )
        for line in s.lost:
            print("    lost:", line[:120])
    print(f"{'mean':28} {mean(s.f1 for s in found):.3f} {mean(s.body_f1 for s in found):.3f}")
    return found


def test_no_paragraph_of_the_gold_is_lost(scores: list[Score]) -> None:
    assert {s.name: s.lost for s in scores if s.lost} == {}


def test_the_text_is_that_of_the_gold(scores: list[Score]) -> None:
    assert mean(s.f1 for s in scores) >= 0.97
    assert mean(s.body_f1 for s in scores) >= 0.97


def test_the_pages_held_back_are_no_worse(scores: list[Score]) -> None:
    assert mean(s.body_f1 for s in scores if s.name in HELD_BACK) >= 0.97


def test_every_title_is_the_one_of_the_gold(scores: list[Score]) -> None:
    assert [s.name for s in scores if not s.same_title] == []


def test_every_article_reads_from_right_to_left(scores: list[Score]) -> None:
    assert {s.direction for s in scores} == {Direction.RTL}
