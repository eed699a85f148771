"""The reading view follows the desk: at once, and without all marks being worked out anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.model.vocabulary import Naming
from tests.support.windows import Person

SOURCE, CLAIM, OTHER = "مصدر أمني", "عبوتين انفجرتا ظهر اليوم", "شاحنة"


def _as_one_source(person: Person) -> None:
    """Two mentions of one source: what is said of one changes how the other is painted."""
    first, second = person.mark(SOURCE, "1"), person.mark(OTHER, "1")
    person.session.same_source(second.id, first.id)
    person.session.edit_body(first.id, naming=Naming.DESCRIBED)
    person.session.edit_body(second.id, naming=Naming.NAMED)


def _linked(person: Person) -> None:
    person.mark(SOURCE, "1")
    person.mark(CLAIM, "2")
    person.press("L", "1")


STEPS: dict[str, Callable[[Person], object]] = {
    "a source": lambda p: p.mark(SOURCE, "1"),
    "a claim within another": lambda p: (p.mark(CLAIM, "2"), p.mark("انفجرتا", "2")),
    "a source taken back": lambda p: (p.mark(SOURCE, "1"), p.press("Ctrl+Z")),
    "done again": lambda p: (p.mark(SOURCE, "1"), p.press("Ctrl+Z", "Ctrl+Shift+Z")),
    "a link": _linked,
    "a linked source deleted": lambda p: (
        _linked(p),
        p.window.desk.delete([m.id for m in p.marks if m.words == SOURCE]),
    ),
    "one source": _as_one_source,
    "the better mention deleted": lambda p: (
        _as_one_source(p),
        p.window.desk.delete([m.id for m in p.marks if m.words == OTHER]),
    ),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_what_is_painted_after_a_change_is_what_opening_the_article_would_paint(
    person: Person, step: Callable[[Person], object]
) -> None:
    step(person)

    shown = list(person.window.view.marks)
    person.window.desk.session_changed.emit()
    assert shown == list(person.window.view.marks)


def test_a_mark_is_painted_before_it_is_listed(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.select(SOURCE)
    done: list[str] = []
    paint = person.window.view.paintEvent
    monkeypatch.setattr(
        person.window.view, "paintEvent", lambda event: (paint(event), done.append("painted"))
    )
    person.window.desk.desk_changed.connect(lambda _: done.append("followed"))

    person.press("1")

    assert done[:2] == ["painted", "followed"]
