"""Two versions side by side: what the alignment and its pieces promise."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.anchoring import CancelledError, PieceKind, align, in_new_order
from reader.text.fold import Profile, fold
from tests.support.versions import TEXTS

FIRST = "قال مصدر أمني إن القوات دخلت المدينة في ساعة متأخرة من ليل أمس."
SECOND = "وأضاف المتحدث باسم الوزارة أن الجرحى نقلوا إلى مستشفى قريب للعلاج."


def _kinds(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (piece.kind.value, old[slice(*piece.old)], new[slice(*piece.new)])
        for piece in align(old, new).pieces
    ]


@given(TEXTS, TEXTS)
def test_the_pieces_cover_both_texts_in_order(old, new):
    pieces = align(old, new).pieces

    assert "".join(old[slice(*piece.old)] for piece in pieces) == old
    assert "".join(new[slice(*piece.new)] for piece in in_new_order(pieces)) == new


@given(TEXTS, TEXTS)
def test_pieces_that_stay_fold_alike(old, new):
    for piece in align(old, new).pieces:
        if piece.kind in (PieceKind.SAME, PieceKind.MOVED):
            sides = old[slice(*piece.old)], new[slice(*piece.new)]
            folded = [fold(side, Profile.MATCH).text.split() for side in sides]
            assert "".join(folded[0]) == "".join(folded[1])


@given(TEXTS, TEXTS)
def test_a_word_is_linked_once(old, new):
    alignment = align(old, new)

    linked = [at for at in alignment.to_new if at >= 0]
    assert len(linked) == len(set(linked))
    assert all(
        alignment.to_old[there] == at for at, there in enumerate(alignment.to_new) if there >= 0
    )


@given(TEXTS)
def test_a_text_beside_itself_is_one_piece(text):
    pieces = align(text, text).pieces

    assert [piece.kind for piece in pieces] == [PieceKind.SAME] * bool(text)
    assert all(piece.is_verbatim for piece in pieces)


def test_a_changed_number_is_replaced_between_what_stays():
    assert _kinds("في 29 تموز", "في ٣١ تموز") == [
        ("same", "في ", "في "),
        ("replaced", "29", "٣١"),
        ("same", " تموز", " تموز"),
    ]


def test_another_format_is_the_same_but_not_verbatim():
    (first, second) = align("«قالَ» زيد", '"قال" زيد').pieces

    assert (first.kind, first.is_verbatim) == (PieceKind.SAME, False)
    assert (second.kind, second.is_verbatim) == (PieceKind.SAME, True)


def test_a_sign_that_went_is_deleted_between_words_that_stay():
    assert _kinds("قال، زيد", "قال زيد") == [
        ("same", "قال", "قال"),
        ("deleted", "،", ""),
        ("same", " زيد", " زيد"),
    ]


def test_a_paragraph_out_of_order_is_moved():
    assert _kinds(f"{FIRST}\n{SECOND}", f"{SECOND}\n{FIRST}") == [
        ("same", f"{FIRST}\n", FIRST),
        ("moved", SECOND, f"{SECOND}\n"),
    ]


def test_words_that_were_put_in_are_inserted():
    assert _kinds("قال زيد", "قال أمس زيد") == [
        ("same", "قال ", "قال "),
        ("inserted", "", "أمس "),
        ("same", "زيد", "زيد"),
    ]


def test_an_empty_text_beside_another():
    assert _kinds("", "نص") == [("inserted", "", "نص")]
    assert _kinds("نص", "") == [("deleted", "نص", "")]


def test_an_alignment_can_be_stopped():
    with pytest.raises(CancelledError):
        align(FIRST, SECOND, cancelled=lambda: True)


def test_the_work_tells_how_far_it_is():
    told: list[float] = []

    align(FIRST, SECOND, progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0
