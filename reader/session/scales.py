"""The use cases on the scales of verdicts. Each gives the `Change` that would carry it out.

Verdicts hold the slugs of a scale and of a step, so neither slug ever changes. What is retired is
offered no more, and old verdicts keep their words; where it is deleted, they show the bare slug.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from reader.model.library import Codebook, Scale, Step
from reader.session.codebook import Texts, changed, labels_of, moved, refuse_more
from reader.session.edits import Change
from reader.session.errors import SessionError
from reader.session.maker import built, with_fields
from reader.session.slugs import slug_of

RATINGS = (5, 4, 3, 2, 1)
"""ClaimReview's numbers, best first."""

T = TypeVar("T", Scale, Step)
Table = tuple[T, ...]


def add_scale(book: Codebook, labels: Texts) -> tuple[Change, Scale]:
    """Add a scale without steps at the end.

    Raises:
        SessionError: `label_missing`; `codebook_full`.
    """
    scale = built(Scale, {**_named(book.scales, labels, "scale"), "steps": ()})
    return changed("change_add_scale", book, scales=(*book.scales, scale)), scale


def edit_scale(book: Codebook, slug: str, labels: Texts) -> Change:
    """Change the labels of a scale. Raises SessionError `scale_is_gone`, `label_missing`."""
    return _on_scale("change_edit_scale", book, slug, labels=labels_of(labels))


def move_scale(book: Codebook, slug: str, by: int) -> Change:
    """Move a scale by so many places."""
    scale_of(book, slug)
    return changed("change_order_scales", book, scales=_moved(book.scales, slug, by))


def retire_scale(book: Codebook, slug: str, *, retired: bool) -> Change:
    """Offer a scale no more, or again."""
    name = "change_retire_scale" if retired else "change_bring_back_scale"
    return _on_scale(name, book, slug, retired=retired)


def delete_scale(book: Codebook, slug: str) -> Change:
    """Take a scale out of the codebook. No verdict is touched."""
    scale_of(book, slug)
    return changed("change_delete_scale", book, scales=_without(book.scales, slug))


def add_step(book: Codebook, scale: str, labels: Texts) -> tuple[Change, Step]:
    """Add a step at the end of a scale. Raises as `add_scale` does, and `scale_is_gone`."""
    steps = scale_of(book, scale).steps
    step = built(Step, _named(steps, labels, "step"))
    return _on_scale("change_add_step", book, scale, steps=(*steps, step)), step


def edit_step(book: Codebook, scale: str, step: str, **fields: Any) -> Change:
    """Change `labels` or `rating` (1 to 5, or None) of a step.

    Raises:
        SessionError: `scale_is_gone`; `step_is_gone`; `label_missing`; `value_not_valid`;
            `rating_taken`, since two steps of one number could not be told apart elsewhere.
    """
    steps = scale_of(book, scale).steps
    if "labels" in fields:
        fields["labels"] = labels_of(fields["labels"])
    rating = fields.get("rating")
    if rating is not None:
        if rating not in RATINGS:
            raise SessionError("value_not_valid")
        if any(s.rating == rating and s.slug != step and not s.retired for s in steps):
            raise SessionError("rating_taken", n=rating)
    return _on_step("change_edit_step", book, scale, step, fields)


def move_step(book: Codebook, scale: str, step: str, by: int) -> Change:
    """Move a step by so many places."""
    steps = scale_of(book, scale).steps
    step_of(steps, step)
    return _on_scale("change_order_steps", book, scale, steps=_moved(steps, step, by))


def retire_step(book: Codebook, scale: str, step: str, *, retired: bool) -> Change:
    """Offer a step no more, or again."""
    name = "change_retire_step" if retired else "change_bring_back_step"
    return _on_step(name, book, scale, step, {"retired": retired})


def delete_step(book: Codebook, scale: str, step: str) -> Change:
    """Take a step out of its scale. No verdict is touched."""
    steps = scale_of(book, scale).steps
    step_of(steps, step)
    return _on_scale("change_delete_step", book, scale, steps=_without(steps, step))


def scale_of(book: Codebook, slug: str) -> Scale:
    """The scale of that slug. Raises SessionError `scale_is_gone`."""
    scale = book.scale(slug)
    if scale is None:
        raise SessionError("scale_is_gone")
    return scale


def step_of(steps: Table[Step], slug: str) -> Step:
    """The step of that slug. Raises SessionError `step_is_gone`."""
    step = next((step for step in steps if step.slug == slug), None)
    if step is None:
        raise SessionError("step_is_gone")
    return step


def _on_scale(name: str, book: Codebook, slug: str, **fields: object) -> Change:
    new = with_fields(scale_of(book, slug), fields)
    return changed(name, book, scales=_replaced(book.scales, new))


def _on_step(name: str, book: Codebook, scale: str, slug: str, fields: Mapping[str, Any]) -> Change:
    steps = scale_of(book, scale).steps
    new = with_fields(step_of(steps, slug), fields)
    return _on_scale(name, book, scale, steps=_replaced(steps, new))


def _named(table: Table[T], labels: Texts, kind: str) -> dict[str, Any]:
    refuse_more(table)
    said = labels_of(labels)
    return {
        "labels": said,
        "slug": slug_of(said.get("en") or said["ar"], {t.slug for t in table}, kind),
    }


def _replaced(table: Table[T], new: T) -> Table[T]:
    return tuple(new if thing.slug == new.slug else thing for thing in table)


def _without(table: Table[T], slug: str) -> Table[T]:
    return tuple(thing for thing in table if thing.slug != slug)


def _moved(table: Table[T], slug: str, by: int) -> Table[T]:
    places = {s: n for n, s in enumerate(moved([t.slug for t in table], slug, by))}
    return tuple(sorted(table, key=lambda thing: places[thing.slug]))
