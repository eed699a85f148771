"""What can be selected at one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.stretches import by_word, clauses, first_word, less, more, reach, sentences, step

TEXT = (
    'ووفقًا لمصدر أمني، فإنّ "عبوتين انفجرتا ظهر اليوم، قرب الطريق السريع"، مؤكدًا ذلك.'
    " وبلغ العدد 2,500 عند 10:30 بحسب د. سعيد.\nعاد الهدوء"
)
LINES = [(0, TEXT.index("\n")), (TEXT.index("\n") + 1, len(TEXT))]


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def says(spans) -> list[str]:
    return [TEXT[a:b] for a, b in spans]


def test_clauses_end_at_punctuation_and_at_the_marks_of_speech():
    assert says(clauses(TEXT, LINES[0])) == [
        "ووفقًا لمصدر أمني",
        "عبوتين انفجرتا ظهر اليوم",
        "قرب الطريق السريع",
        "مؤكدًا ذلك",
        "وبلغ العدد 2,500 عند 10:30 بحسب د. سعيد",
    ]


def test_a_short_quotation_ends_no_clause():
    text = 'رفض "المقاومة العراقية" الاتفاق'
    assert clauses(text, (0, len(text))) == [(0, len(text))]


def test_an_abbreviation_a_decimal_and_a_time_end_no_sentence():
    assert len(sentences(TEXT, LINES[0])) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قال أ.د. سعيد نعم. ومضى", 2),
        ("هل عاد؟ نعم! عاد", 3),
        ("قال: «عاد.» ثم مضى", 2),
        ("The U.S. army left. It came back.", 2),
        ("Mr. Said left.", 1),
        ("عاد\u2028ومضى", 2),
        ("", 0),
    ],
)
def test_sentences(text, count):
    assert len(sentences(text, (0, len(text)))) == count


def test_more_goes_from_the_word_through_clause_and_quotation_to_the_paragraph_and_less_back():
    caret = TEXT.index("فجرتا")
    grown, span = [], (caret, caret)
    while (wider := more(TEXT, *span, LINES)) != span:
        span = wider
        grown.append(span)
    assert says(grown) == [
        "انفجرتا",
        "عبوتين انفجرتا ظهر اليوم",
        "عبوتين انفجرتا ظهر اليوم، قرب الطريق السريع",
        TEXT[: TEXT.index(". وبلغ")],
        TEXT[: TEXT.index(".\n")],
    ]
    back = [span := less(TEXT, *span, caret, LINES) for _ in grown]
    assert back == [*reversed(grown[:-1]), (caret, caret)]


def test_more_of_words_in_two_paragraphs_takes_both():
    start, end = at("سعيد")[0], at("عاد")[1]
    assert more(TEXT, start, end, LINES) == (0, len(TEXT))


def test_steps_go_clause_by_clause_through_the_paragraphs_and_stop_at_the_ends():
    span, found = (0, 0), []
    while (following := step(TEXT, *span, 1, LINES)) != span:
        span = following
        found.append(span)
    assert found == [s for line in LINES for s in clauses(TEXT, line)]
    back = [span := step(TEXT, *span, -1, LINES) for _ in found]
    assert back == [*reversed(found[:-1]), found[0]]


def test_steps_go_by_what_is_selected():
    first, second = sentences(TEXT, LINES[0])
    assert step(TEXT, *first, 1, LINES) == second
    whole = (0, second[1])
    assert step(TEXT, *whole, 1, LINES) == LINES[1]


def test_the_moving_end_goes_on_and_back_by_clauses():
    anchor = TEXT.index("ووفقًا")
    ends = [b for line in LINES for _, b in clauses(TEXT, line)]
    reached, position = [], anchor
    for _ in ends:
        position = reach(TEXT, anchor, position, 1, LINES)
        reached.append(position)
    assert reached == ends
    assert reach(TEXT, anchor, ends[1], -1, LINES) == ends[0]
    assert reach(TEXT, ends[1], ends[1], -1, LINES) == clauses(TEXT, LINES[0])[1][0]


def test_the_first_word_is_left_out_and_taken_in_again():
    start, end = at("ووفقًا لمصدر أمني")
    without = first_word(TEXT, start, end, 1)
    assert TEXT[without:end] == "لمصدر أمني"
    assert first_word(TEXT, without, end, -1) == start
    last = TEXT.index("أمني")
    assert first_word(TEXT, last, end, 1) == last
    assert first_word(TEXT, LINES[1][0], len(TEXT), -1) == LINES[1][0]


def test_the_caret_goes_word_by_word_over_the_end_of_a_paragraph():
    ends, position = [], TEXT.index("سعيد")
    while (further := by_word(TEXT, position, 1, LINES)) != position:
        position = further
        ends.append(position)
    assert ends == [at("سعيد")[1], at("عاد")[1], at("الهدوء")[1]]
    assert by_word(TEXT, LINES[1][0], -1, LINES) == at("سعيد")[0]
    assert by_word(TEXT, 0, -1, LINES) == 0


WRITTEN = st.text(alphabet='اب.،"«»؟ 1د\u2028\n', max_size=60)


@st.composite
def places(draw):
    text = draw(WRITTEN)
    lines, begin = [], 0
    for line in text.split("\n"):
        lines.append((begin, begin + len(line)))
        begin += len(line) + 1
    start = draw(st.integers(0, len(text)))
    return text, [s for s in lines if s[0] < s[1]], start, draw(st.integers(start, len(text)))


@given(places())
def test_more_holds_what_was_selected_but_for_loose_punctuation(place):
    text, lines, start, end = place
    first, last = more(text, start, end, lines)
    assert 0 <= first <= last <= len(text)
    lost = text[start:first] + text[last:end]
    assert not any(char.isalnum() for char in lost)


@given(places())
def test_clauses_stand_in_order_in_their_line_and_hold_words(place):
    text, lines, _, _ = place
    for line in lines:
        at_most = line[0]
        for start, end in clauses(text, line):
            assert at_most <= start < end <= line[1]
            assert any(char.isalnum() for char in text[start:end])
            at_most = end


@given(places(), st.sampled_from([1, -1]))
def test_a_step_never_stays_on_the_selection_it_leaves(place, by):
    text, lines, start, end = place
    first, last = step(text, start, end, by, lines)
    assert (first, last) == (start, end) or (first >= end if by > 0 else last <= start)
