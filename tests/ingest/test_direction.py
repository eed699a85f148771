"""Directions, told from the text."""

from __future__ import annotations

import pytest

from reader.ingest.direction import of_block, of_text
from reader.model.article import Direction
from tests.support.readings import paragraphs, read

RTL, LTR = Direction.RTL, Direction.LTR


def test_most_letters_decide() -> None:
    assert of_text(["قالت BBC إن الطريق"]) is RTL
    assert of_text(["BBC says: نعم"]) is LTR
    assert of_text(["2021", "!"]) is LTR
    assert of_text(["123"], ["نعم"]) is RTL


@pytest.mark.parametrize(
    ("text", "own", "article", "expected"),
    [
        ("Reuters قال", "", RTL, RTL),
        ("Reuters", "", RTL, LTR),
        ("2021", "", RTL, RTL),
        ("Reuters قال", "auto", RTL, LTR),
        ("123", "auto", RTL, RTL),
        ("Reuters", "rtl", LTR, RTL),
        ("قال", "ltr", RTL, LTR),
        ("قال BBC", "", LTR, LTR),
    ],
)
def test_a_block_s_direction(text: str, own: str, article: Direction, expected: Direction) -> None:
    assert of_block(text, own, article) is expected


def test_the_html_element_is_not_believed() -> None:
    assert read(f"<html dir=ltr lang=en><body dir=ltr>{paragraphs()}").dir is RTL


def test_the_menu_does_not_decide() -> None:
    menu = "".join(f"<li><a href=/{n}>Some long item of a menu</a>" for n in range(200))
    assert read(f"<body><ul>{menu}</ul><div>{paragraphs()}</div>").dir is RTL
