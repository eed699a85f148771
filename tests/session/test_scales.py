"""The scales of verdicts and their steps."""

from __future__ import annotations

import pytest

from reader.model.library import Codebook, Scale
from reader.session import scales as use
from reader.session.edits import Change
from reader.session.errors import SessionError
from reader.store.reading import preset_codebook

BOOK = preset_codebook()
FIVE = "five_steps"


def after(change: Change) -> Codebook:
    (edit,) = change.edits
    assert isinstance(edit.after, Codebook)
    return edit.after


def five(book: Codebook) -> Scale:
    found = book.scale(FIVE)
    assert found is not None
    return found


def refused(call) -> str:
    with pytest.raises(SessionError) as error:
        call()
    return error.value.message.code


def test_a_scale_of_ones_own_is_built_step_by_step():
    change, scale = use.add_scale(BOOK, {"ar": "مقياسنا"})
    book = after(change)
    assert scale.slug == "mqyasna"
    assert scale not in book.offered_scales  # without a step there is nothing to choose
    for label in ("دقيق", "غير دقيق"):
        change, _ = use.add_step(book, scale.slug, {"ar": label})
        book = after(change)
    assert [s.label("en") for s in book.scale(scale.slug).steps] == ["دقيق", "غير دقيق"]
    assert book.offered_scales[-1].slug == scale.slug


def test_steps_of_one_label_differ_by_their_slugs():
    change, first = use.add_step(BOOK, FIVE, {"en": "True"})
    assert first.slug == "true-2"
    assert len({step.slug for step in five(after(change)).steps}) == 6


def test_labels_of_scales_and_steps_are_edited():
    book = after(use.edit_scale(BOOK, FIVE, {"en": "Ours"}))
    book = after(use.edit_step(book, FIVE, "true", labels={"en": "Right"}))
    assert (five(book).label("ar"), book.verdict(FIVE, "true", "en")) == ("Ours", "Right")


def test_a_number_is_from_1_to_5_and_no_two_steps_share_one():
    assert refused(lambda: use.edit_step(BOOK, FIVE, "true", rating=4)) == "rating_taken"
    assert refused(lambda: use.edit_step(BOOK, FIVE, "true", rating=6)) == "value_not_valid"
    book = after(use.edit_step(BOOK, FIVE, "true", rating=None))
    assert five(after(use.edit_step(book, FIVE, "mostly_true", rating=5))).steps[1].rating == 5


def test_steps_and_scales_are_moved():
    book = after(use.move_step(BOOK, FIVE, "false", -9))
    assert five(book).steps[0].slug == "false"
    assert after(use.move_scale(BOOK, "misbar", -1)).scales[0].slug == "misbar"


def test_what_is_retired_is_offered_no_more_and_keeps_its_words():
    book = after(use.retire_step(BOOK, FIVE, "half_true", retired=True))
    assert "half_true" not in {step.slug for step in five(book).offered}
    assert book.verdict(FIVE, "half_true", "ar") == "نصف صحيح"
    book = after(use.retire_scale(book, FIVE, retired=True))
    assert FIVE not in {scale.slug for scale in book.offered_scales}
    assert book.verdict(FIVE, "true", "ar") == "صحيح"
    assert after(use.retire_scale(book, FIVE, retired=False)).offered_scales[0].slug == FIVE


def test_a_verdict_whose_step_is_deleted_shows_its_bare_value():
    book = after(use.delete_step(BOOK, FIVE, "half_true"))
    assert book.verdict(FIVE, "half_true", "ar") == "half_true"
    assert after(use.delete_scale(BOOK, FIVE)).verdict(FIVE, "true", "ar") == "true"


def test_what_is_gone_is_said_to_be():
    assert refused(lambda: use.delete_scale(BOOK, "x")) == "scale_is_gone"
    assert refused(lambda: use.move_scale(BOOK, "x", 1)) == "scale_is_gone"
    assert refused(lambda: use.move_step(BOOK, FIVE, "x", 1)) == "step_is_gone"
    assert refused(lambda: use.edit_step(BOOK, FIVE, "x", rating=None)) == "step_is_gone"


def test_a_scale_needs_a_label():
    assert refused(lambda: use.add_scale(BOOK, {"ar": ""})) == "label_missing"
