"""The codes of a codebook: what can be done to them, and what stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.library import Code, Codebook
from reader.session import codebook as use
from reader.session.edits import Change
from reader.session.errors import SessionError
from reader.session.palette import palette
from reader.session.slugs import slug_of


def code(slug: str, order: int, key: str = "", **fields: object) -> Code:
    return Code.model_validate(
        {"slug": slug, "labels": {"ar": slug}, "colour": "#112233", "order": order, "key": key}
        | fields
    )


BOOK = Codebook(codes=(code("one", 1, "1"), code("two", 2, "2"), code("three", 3)))


def after(change: Change) -> Codebook:
    (edit,) = change.edits
    assert isinstance(edit.after, Codebook)
    return edit.after


def slugs(book: Codebook) -> list[str]:
    return [c.slug for c in book.offered]


def refused(call) -> str:
    with pytest.raises(SessionError) as error:
        call()
    return error.value.message.code


def test_a_new_code_comes_last_with_a_slug_of_its_label_and_a_colour_that_is_free():
    change, made = use.add_code(BOOK, {"en": "Old picture", "ar": "صورة قديمة"})
    assert (made.slug, made.order, made.key) == ("old_picture", 4, "")
    assert made.colour in {shade.colour for shade in palette()}
    assert slugs(after(change))[-1] == "old_picture"


def test_a_label_in_one_language_is_enough_and_the_other_falls_back_on_it():
    _, made = use.add_code(BOOK, {"ar": " صورة\nقديمة ", "en": "  "})
    assert made.labels == {"ar": "صورة قديمة"}
    assert made.label("en") == "صورة قديمة"


def test_a_code_without_a_label_is_refused():
    assert refused(lambda: use.add_code(BOOK, {"ar": " ", "en": ""})) == "label_missing"
    assert refused(lambda: use.edit_code(BOOK, "one", labels={})) == "label_missing"


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Loaded language!", "loaded_language"),
        ("Déjà vu", "deja_vu"),
        ("صورة قديمة", "swra_qdyma"),
        ("مُضَلِّل", "mdll"),
        ("؟!", "code-1"),
        ("…", "code-1"),
    ],
)
def test_a_slug_is_latin(label, slug):
    assert slug_of(label, (), "code") == slug


def test_a_slug_that_is_taken_gets_a_number():
    assert slug_of("One", {"one", "one-2"}, "code") == "one-3"
    assert slug_of("؟", {"code-1"}, "code") == "code-2"


@given(st.text(max_size=60), st.sets(st.sampled_from(["a", "a-2", "code-1"])))
def test_any_label_gives_a_slug_that_a_code_can_have(label, taken):
    slug = slug_of(label, taken, "code")
    assert slug not in taken
    assert Code(slug=slug, labels={}, colour="#000000").slug == slug


def test_an_edit_keeps_the_slug():
    book = after(use.edit_code(BOOK, "one", labels={"en": "Another"}, colour="#445566"))
    assert (book.code("one").label("en"), book.code("one").colour) == ("Another", "#445566")


def test_an_edit_that_changes_nothing_is_no_step_of_the_history():
    assert use.edit_code(BOOK, "one", colour="#112233").edits == ()


@pytest.mark.parametrize("key", ["12", "ع", "-", "٣"])
def test_a_key_is_one_digit_or_one_latin_letter(key):
    assert refused(lambda: use.edit_code(BOOK, "one", key=key)) == "code_key_unfit"


def test_a_key_is_kept_as_a_small_letter():
    assert after(use.edit_code(BOOK, "one", key="Q")).code("one").key == "q"


def test_a_key_of_another_code_is_refused_and_can_be_swapped():
    assert refused(lambda: use.edit_code(BOOK, "one", key="2")) == "code_key_taken"
    book = after(use.swap_key(BOOK, "one", "2"))
    assert [book.code(slug).key for slug in ("one", "two")] == ["2", "1"]


def test_a_code_is_moved_by_places_and_not_beyond_the_ends():
    assert slugs(after(use.move_code(BOOK, "one", 1))) == ["two", "one", "three"]
    assert slugs(after(use.move_code(BOOK, "three", -9))) == ["three", "one", "two"]
    assert use.move_code(BOOK, "one", -1).edits == ()


@given(st.permutations(["one", "two", "three"]))
def test_codes_stand_in_the_order_that_is_given(order):
    change = use.order_codes(BOOK, order)
    assert slugs(after(change) if change.edits else BOOK) == order


def test_a_retired_code_is_known_and_not_offered():
    book = after(use.retire_code(BOOK, "two", retired=True))
    assert slugs(book) == ["one", "three"]
    assert book.code("two").retired


def test_a_code_that_comes_back_leaves_its_key_to_the_code_that_has_it_now():
    book = after(use.retire_code(BOOK, "two", retired=True))
    book = after(use.edit_code(book, "three", key="2"))
    book = after(use.retire_code(book, "two", retired=False))
    assert [book.code(slug).key for slug in ("two", "three")] == ["", "2"]


def test_a_deleted_code_is_gone_until_it_is_undone():
    change = use.delete_code(BOOK, "two")
    assert slugs(after(change)) == ["one", "three"]
    assert change.inverse().edits[0].after == BOOK


@pytest.mark.parametrize("call", [use.delete_code, use.edit_code])
def test_a_code_that_is_gone_is_said_to_be(call):
    assert refused(lambda: call(BOOK, "four")) == "code_is_gone"


def test_a_colour_that_is_none_is_refused():
    assert refused(lambda: use.edit_code(BOOK, "one", colour="red")) == "value_not_valid"


def test_characters_that_would_reorder_a_sentence_are_left_out():
    book = after(use.edit_code(BOOK, "one", labels={"en": "a\u202eb\u2066c\x07"}))
    assert book.code("one").label("en") == "abc"


def test_a_full_codebook_takes_no_more():
    full = Codebook(codes=tuple(code(f"c{n}", n) for n in range(use.MOST)))
    assert refused(lambda: use.add_code(full, {"en": "more"})) == "codebook_full"
