"""Presets and files of codes: what they hold, what they add, what they cannot."""

from __future__ import annotations

import json

import pytest

from reader.model.library import Codebook, Scale
from reader.session import codebook as use
from reader.session.edits import Change
from reader.session.errors import SessionError
from reader.session.presets import (
    Preset,
    add_all,
    additions,
    presets,
    read_codebook,
    write_codebook,
)
from reader.store.reading import preset_codebook

BOOK = preset_codebook()
EMPTY = Codebook()


def after(change: Change) -> Codebook:
    (edit,) = change.edits
    assert isinstance(edit.after, Codebook)
    return edit.after


@pytest.fixture(params=presets(), ids=lambda preset: preset.slug)
def preset(request) -> Preset:
    return request.param


def test_the_presets_are_for_everything_for_sourcing_and_for_claims():
    assert [preset.slug for preset in presets()] == ["general", "sourcing", "claims"]


def test_a_preset_and_its_codes_have_words_in_both_languages(preset):
    words = [preset.labels, preset.definition]
    words += [w for code in preset.book.codes for w in (code.labels, code.definition)]
    assert all(set(w) == {"ar", "en"} and all(w.values()) for w in words)


def test_the_codes_of_a_preset_differ_by_slug_key_and_colour(preset):
    codes = preset.book.codes
    for one in ("slug", "key", "colour"):
        assert len({getattr(code, one) for code in codes}) == len(codes) > 0


def test_the_presets_stand_side_by_side_in_one_codebook():
    book = EMPTY
    for preset in presets():
        book = after(add_all(book, additions(book, preset.book)))
    assert len(book.codes) == sum(len(preset.book.codes) for preset in presets())
    assert len({code.key for code in book.codes}) == len(book.codes)


def test_what_is_there_stays_as_it_is():
    mine = after(use.edit_code(BOOK, "number", labels={"ar": "أرقام"}, key=""))
    added = additions(mine, BOOK)
    assert (added.codes, added.scales) == ((), ())
    assert add_all(mine, added).edits == ()


def test_a_preset_brings_back_what_was_deleted_at_the_end():
    mine = after(use.delete_code(BOOK, "number"))
    book = after(add_all(mine, additions(mine, BOOK)))
    assert book.offered[-1].slug == "number"


def test_a_key_in_use_is_left_off_what_is_added():
    mine = after(use.edit_code(BOOK, "number", key="q"))
    (first, *_) = additions(mine, presets()[1].book).codes
    assert (first.slug, first.key) == ("vague_source", "")


def test_a_codebook_is_saved_into_a_file_and_read_again(tmp_path):
    write_codebook(tmp_path / "codes.json", BOOK)
    assert read_codebook(tmp_path / "codes.json") == BOOK


def refused(path) -> str:
    with pytest.raises(SessionError) as error:
        read_codebook(path)
    return error.value.message.code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (b"", "codebook_file_unfit"),
        (b"\x89PNG", "codebook_file_unfit"),
        (b"[" * 100_000, "codebook_file_unfit"),
        (b'{"schema": 1, "codes": [{"slug": "A b"}]}', "codebook_file_unfit"),
        (b'{"schema": 1, "codes": [], "more": 1}', "codebook_file_unfit"),
        (b'{"schema": 2, "codes": []}', "codebook_file_newer"),
        (b" " * 1_000_001, "codebook_file_unfit"),
    ],
)
def test_a_file_that_is_no_codebook_is_refused(tmp_path, written, code):
    (tmp_path / "x.json").write_bytes(written)
    assert refused(tmp_path / "x.json") == code


def test_a_file_that_is_gone_is_said_to_be(tmp_path):
    assert refused(tmp_path / "x.json") == "codebook_file_gone"


def written(tmp_path, **fields: object):
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"schema": 1, **fields}))
    return path


CODE = {"slug": "a", "labels": {"en": "A"}, "colour": "#123456"}


@pytest.mark.parametrize("codes", [[CODE, CODE], [CODE | {"labels": {}}]])
def test_codes_that_could_not_be_told_apart_are_refused(tmp_path, codes):
    assert refused(written(tmp_path, codes=codes)) == "codebook_file_unfit"


def test_more_codes_than_a_list_can_show_are_refused(tmp_path):
    codes = [CODE | {"slug": f"c{n}"} for n in range(use.MOST + 1)]
    assert refused(written(tmp_path, codes=codes)) == "codebook_full"


def test_what_could_deceive_or_collide_in_a_file_is_left_out(tmp_path):
    first = CODE | {"labels": {"en": "A\u202e" + "x" * 500}, "key": "K"}
    book = read_codebook(written(tmp_path, codes=[first, CODE | {"slug": "b", "key": "k"}]))
    assert book.codes[0].labels["en"] == "A" + "x" * (use.LONGEST_LABEL - 1)
    assert [code.key for code in book.codes] == ["k", ""]


def test_a_number_beyond_the_scale_of_claim_review_is_left_off(tmp_path):
    step = {"slug": "s", "labels": {"en": "S"}, "rating": 99}
    scale = {"slug": "s", "labels": {"en": "S"}, "steps": [step]}
    (found,) = read_codebook(written(tmp_path, scales=[scale])).scales
    assert isinstance(found, Scale)
    assert found.steps[0].rating is None
