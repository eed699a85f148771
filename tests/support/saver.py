"""A program that saves without end, for a test that kills it at random moments.

`python -m tests.support.saver HOME` reads a line for each child to start, and answers with its
process id. The child opens the library and saves; after every save that has returned, so that
it would be shown as saved, it prints its number. When a child has ended, `gone` is printed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import NoReturn

from reader.model.annotations import Annotations, Mark
from reader.model.library import StateFile
from reader.store import Store
from tests.support.libraries import a_page, a_source, an_entity

MARKS = 30
TITLE = "عنوان الخبر"


def save_without_end(home: Path) -> NoReturn:
    store = Store.open(home, write=True)
    record = next(r for r in store.articles() if r.title == TITLE)
    annotations, _ = store.annotations(record.id), store.entities()
    article = store.text(record.id, record.current_version)
    for number in count(int(annotations.note or 0) + 1):
        entity = an_entity(f"مصدر {number}")
        store.save_entity(entity)
        marks = (*annotations.marks, a_source(article, entity=entity.id))
        annotations = Annotations(marks=marks[-MARKS:], note=str(number))
        store.save_annotations(record.id, annotations)
        tell(number)
        forget(store, marks[:-MARKS])
        store.save_state(record.id, StateFile(position=number))
        record = record.model_copy(update={"encoding": str(number)})
        store.save_article(record)
        if number % 25 == 0:
            store.add(*a_page([f"خبر {number}", "نص"]))


def forget(store: Store, marks: Iterable[Mark]) -> None:
    """Delete the entities that only these marks named, as an undo does."""
    for mark in marks:
        if mark.source.entity is not None:
            store.delete_entity(mark.source.entity)


def tell(what: object) -> None:
    os.write(1, f"{what}\n".encode())


def main(home: Path) -> None:
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            save_without_end(home)
        tell(f"child {child}")
        _, status = os.waitpid(child, 0)
        tell(f"gone {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
