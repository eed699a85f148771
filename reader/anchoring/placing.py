"""Every mark of a text finds its place in another, or is said to have none.

A wrong place is far worse than none. So a place counts by itself only where the same words stand
together, the sentence around them came along, and nothing else could be meant. All else is a
proposal for a person, or an orphan. `docs/anchoring.md` explains the levels and the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from reader.anchoring.alignment import Alignment, align
from reader.anchoring.bounds import carried
from reader.anchoring.broken import Broken
from reader.anchoring.changes import changes_inside, has_changed_signs, negated_before
from reader.anchoring.evidence import Evidence
from reader.anchoring.links import LOOSE, Run
from reader.anchoring.separators import head_length, same_signs
from reader.anchoring.values import Change, Level, Placement, Progress, Span, Stop, Why, check_stop

_ASK_EVERY: Final = 64
_HALF: Final = 0.45
"""Of its sentence that has to come along with a mark in a run that is sure."""
_SURPLUS: Final = 8
"""Words of a run beyond the mark's that make up for a sentence of which less came along."""
_NEARLY_ALL: Final = 0.8
"""Of the paragraph, where no phrase of the run stands once only."""
_MOST: Final = 0.6
"""Of the sentence, where the phrase that stands once is in another one of the paragraph."""
_PART: Final = 0.25
"""Of the sentence, where a phrase of it stands once only and its neighbours are there still."""
_WHOLE: Final = 0.999
_LONG_PIECE: Final = 20
"""Words in one piece that make up for a sentence that was moved and did not come quite whole."""
_TRACE: Final = 0.3
"""Of a sentence that was moved: so much of it may still stand where it was."""
_SOME: Final = 0.5
"""Of the sentence, for a proposal; and of the words right beside the mark."""
_ALL_BUT_ONE: Final = 0.9
"""Of a sentence of which one rare word changed at most."""
_REACH: Final = 3
"""Words of the sentences around that have to be there still."""
_SIGNS: Final = 1_000
"""Code points between two words in which a mark of signs is looked for."""
_PROBE: Final = 6
"""Words on either side of a mark whose copies are looked for."""

Range = tuple[int, int]


def reattach(
    old: str,
    new: str,
    spans: Sequence[tuple[int, int]],
    *,
    old_blocks: Iterable[tuple[int, int]] | None = None,
    new_blocks: Iterable[tuple[int, int]] | None = None,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
    alignment: Alignment | None = None,
) -> list[Placement]:
    """Find the spans of a text in another version of it.

    Args:
        old: the text that the spans are of.
        new: the text to place them in.
        spans: half-open, in code points of `old`; `Span`s or plain tuples.
        old_blocks: the paragraphs of the old text, as spans of code points; None: its lines.
        new_blocks: those of the new text.
        progress: is told the share of the work that is done, from 0 to 1.
        cancelled: is asked now and then whether to stop.
        alignment: of the same two texts, where it is known; the blocks are then its own.

    Returns:
        One placement for each span, in their order.

    Raises:
        ValueError: a span is empty or lies outside the old text.
        CancelledError: `cancelled` said so.
    """
    wanted = [_checked(span, len(old)) for span in spans]
    tell = progress or (lambda _: None)
    check_stop(cancelled)
    if old == new:
        tell(1.0)
        return [Placement(Level.EXACT, span, 1.0, Why.IDENTICAL) for span in wanted]
    if alignment is None:
        alignment = align(
            old,
            new,
            old_blocks=old_blocks,
            new_blocks=new_blocks,
            progress=lambda done: tell(done * 0.8),
            cancelled=cancelled,
        )
    placer = Placer(alignment)
    placements = []
    for number, span in enumerate(wanted):
        if number % _ASK_EVERY == 0:
            check_stop(cancelled)
            tell(0.8 + 0.2 * number / len(wanted))
        placements.append(placer.place(span))
    tell(1.0)
    return placements


def orphan(why: Why) -> Placement:
    """No place."""
    return Placement(Level.ORPHAN, None, 0.0, why)


def _checked(span: tuple[int, int], length: int) -> Span:
    start, end = span
    if not 0 <= start < end <= length:
        raise ValueError((start, end))
    return Span(start, end)


class Placer:
    """Places the marks of one text in another."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._evidence = Evidence(alignment)
        self._broken = Broken(alignment, self._evidence)

    def place(self, span: Span) -> Placement:
        """Where a span of the old text stands in the new one."""
        words = self._alignment.old.covering(*span)
        if words[0] >= words[1]:
            return self._between_words(span, words[1])
        number = self._alignment.run_number(words[0])
        run = self._alignment.runs[number] if number >= 0 else None
        if run is not None and run.old <= words[0] and words[1] <= run.old_end:
            return self._whole(span, words, run)
        return self._broken.place(span, words)

    def _whole(self, span: Span, words: Range, run: Run) -> Placement:
        """A mark whose words all stayed together."""
        to = words[0] - run.old + run.new, words[1] - run.old + run.new
        place, same_ends = carried(self._alignment.old, self._alignment.new, span, words, to)
        level, score, why = self._judged(words, to, run)
        if level is Level.ORPHAN:
            return orphan(why)
        signs_changed = not same_ends or has_changed_signs(self._alignment, *words)
        changes: tuple[Change, ...] = ()
        if signs_changed:
            changes = changes_inside(self._alignment, words, to)
            level, score, why = Level.REVIEW, min(score, 0.9), Why.PUNCTUATION_CHANGED
        if negated := negated_before(self._alignment, words[0], to[0]):
            changes = negated + changes
            level, score, why = Level.REVIEW, min(score, 0.6), Why.NEGATION_BEFORE
        return Placement(level, place, score, why, changes)

    def _judged(self, words: Range, to: Range, run: Run) -> tuple[Level, float, Why]:
        """How sure it is that a run brings a mark to its own place."""
        if self._alignment.is_same_words:
            return Level.EXACT, 1.0, Why.FORMAT
        evidence = self._evidence
        if evidence.slides(run, words):
            return Level.ORPHAN, 0.0, Why.AMBIGUOUS
        sentence = evidence.around(words)
        shared = evidence.share(sentence, to[0])
        if run.is_moved:
            return self._judged_moved(words, run, sentence)
        stayed = self._overlap(run, sentence)
        surplus = stayed[1] - stayed[0] - (words[1] - words[0])
        paragraph = evidence.around(words, paragraph=True)
        beyond = evidence.has_unique_phrase(self._overlap(run, paragraph))
        unique = evidence.unique_phrases(stayed)
        if unique < 2 and evidence.is_another(sentence, to):
            return Level.ORPHAN, 0.0, Why.DELETED
        if self._is_doubled(words, sentence, run):
            return Level.REVIEW, 0.5, Why.AMBIGUOUS
        lost, kept = evidence.numbers(sentence, to)
        is_home = lost == 0 or evidence.is_at_home(sentence, to[0])
        if unique < 2 and self._is_refilled(words, to, run, sentence):
            return Level.REVIEW, 0.5, Why.WEAK_CONTEXT
        if (
            unique
            and (shared >= (_PART if is_home else _HALF) or surplus >= _SURPLUS)
            and (is_home or unique > 1 or shared >= _ALL_BUT_ONE)
        ):
            return Level.EXACT, 1.0, Why.UNIQUE_RUN
        if is_home and self._is_in_its_place(words, to, run, shared, is_changed=lost > kept):
            return Level.EXACT, 0.9, Why.CONTEXT
        if beyond or shared >= _SOME:
            return Level.REVIEW, 0.7 * max(shared, _SOME), Why.WEAK_CONTEXT
        return Level.ORPHAN, 0.0, Why.WEAK_CONTEXT

    def _is_doubled(self, words: Range, sentence: Range, run: Run) -> bool:
        """Whether a copy, or nearly one, of what a mark stands in was put close by."""
        first = max(run.old, sentence[0], words[0] - _PROBE)
        last = min(run.old_end, sentence[1], words[1] + _PROBE)
        reach = 2 * (sentence[1] - sentence[0])
        return last - first >= _PROBE and self._evidence.has_copy_near(
            (first, last), first - run.old + run.new, reach
        )

    def _is_refilled(self, words: Range, to: Range, run: Run, sentence: Range) -> bool:
        """Whether a mark stands in a form that the text uses again, with other things filled in."""
        first, last = self._overlap(run, sentence)
        first, last = max(first, words[0] - _PROBE), min(last, words[1] + _PROBE)
        evidence = self._evidence
        return evidence.is_refilled(sentence, to) and any(
            evidence.is_repeated((at, min(at + _PROBE, last)))
            for at in (first, max(first, last - _PROBE))
        )

    @staticmethod
    def _overlap(run: Run, words: Range) -> Range:
        return max(run.old, words[0]), min(run.old_end, words[1])

    def _judged_moved(self, words: Range, run: Run, sentence: Range) -> tuple[Level, float, Why]:
        """How sure it is of words that left their order.

        A copy that was put elsewhere looks the same. So the sentence has to have come whole, or
        nearly so in one long piece, out of a paragraph that is still there or came along, and
        left nothing like it behind.
        """
        evidence = self._evidence
        to = words[0] - run.old + run.new
        shared = evidence.share(sentence, to)
        if evidence.has_unique_phrase(self._overlap(run, sentence)):
            if (
                (shared >= _WHOLE or (shared >= _NEARLY_ALL and run.size >= _LONG_PIECE))
                and evidence.kept(evidence.around(words, paragraph=True)) >= _NEARLY_ALL
                and evidence.left_behind(sentence, run) < _TRACE
            ):
                return Level.MOVED, 0.9, Why.MOVED_WHOLE
            if shared >= _SOME:
                return Level.REVIEW, 0.8 * shared, Why.MOVED_PART
        return Level.ORPHAN, 0.0, Why.WEAK_CONTEXT

    def _is_in_its_place(
        self, words: Range, to: Range, run: Run, shared: float, *, is_changed: bool
    ) -> bool:
        """Whether no phrase is needed: the sentence is there, between what it stood between.

        Args:
            words: those of the mark.
            to: the new words that they became.
            run: that holds them.
            shared: how much of the sentence came along.
            is_changed: whether most of the numbers of the sentence are others now.
        """
        evidence = self._evidence
        paragraph = evidence.around(words, paragraph=True)
        if not is_changed:
            beyond = evidence.has_unique_phrase(self._overlap(run, paragraph))
            if (beyond and shared >= _MOST) or self._fits(words, to, run, shared):
                return True
        # A word or two in a sentence that was rewritten around them; numbers that were corrected.
        if shared < (_ALL_BUT_ONE if is_changed else _HALF):
            return False
        first, last = max(run.old, words[0] - _PROBE), min(run.old_end, words[1] + _PROBE)
        is_anchored = evidence.has_unique_phrase_near(paragraph, to[0])
        if evidence.has_rival((first, last), first - run.old + run.new):
            return is_anchored and not is_changed and min(evidence.beside(words, to)) >= _SOME
        return is_anchored or not is_changed

    def _fits(self, words: Range, to: Range, run: Run, shared: float) -> bool:
        """Whether sentence and neighbours are enough, though no phrase of the run is unique."""
        evidence = self._evidence
        sentence = evidence.around(words)
        if self._is_embedded(run, sentence):
            return True
        if shared < _NEARLY_ALL:
            return False
        if evidence.has_unique_phrase_near(sentence, to[0]):
            return True
        lost, _ = evidence.numbers(sentence, to)
        if (
            shared >= _ALL_BUT_ONE
            and lost <= 1
            and evidence.is_at_home(sentence, to[0])
            and evidence.has_unique_phrase_near(evidence.neighbourhood(sentence), to[0])
        ):
            return True
        paragraph = evidence.around(words, paragraph=True)
        if (
            evidence.share(paragraph, to[0]) < _NEARLY_ALL
            or lost
            or max(evidence.beside(words, to)) < _SOME
        ):
            return False
        first, last = max(run.old, words[0] - _PROBE), min(run.old_end, words[1] + _PROBE)
        return not evidence.has_rival((first, last), first - run.old + run.new)

    def _is_embedded(self, run: Run, sentence: Range) -> bool:
        """Whether a run holds a whole sentence and reaches beyond it.

        Into both neighbours it has to reach where the old text has lost a copy of the sentence:
        one of them alone could as well be what a copy of it was put behind.
        """
        if not (run.old <= sentence[0] and sentence[1] <= run.old_end):
            return False
        sides, evidence = self._reaches_out(run, sentence), self._evidence
        return sides > 1 or (
            sides == 1
            and evidence.has_unique_phrase((run.old, run.old_end))
            and not evidence.has_lost_copy(sentence)
        )

    def _reaches_out(self, run: Run, sentence: Range) -> int:
        """Into how many of the neighbours of a sentence a run reaches; an end of both is one."""
        old, new = self._alignment.old, self._alignment.new
        at_end = run.old_end == len(old) and run.new_end == len(new)
        return (run.old <= sentence[0] - _REACH or run.old == run.new == 0) + (
            run.old_end >= sentence[1] + _REACH or at_end
        )

    def _between_words(self, span: Span, word: int) -> Placement:
        """A mark of nothing but signs: it stays between the words around it, if they stayed."""
        old, new, links = self._alignment.old, self._alignment.new, self._alignment.to_new
        before = links[word - 1] if word else -1
        behind = links[word] if word < len(old) else len(new)
        if before + 1 != behind or (word and before == LOOSE):
            return orphan(Why.DELETED)
        (start, end), (first, last) = old.gap(word), new.gap(behind)
        mine, theirs = (
            old.text[start : min(end, start + _SIGNS)],
            new.text[first : min(last, first + _SIGNS)],
        )
        if end - start > _SIGNS or last - first > _SIGNS or not same_signs(mine, theirs):
            return orphan(Why.DELETED)
        skip = head_length(theirs, mine[: span.start - start]) or 0
        size = head_length(theirs[skip:], mine[span.start - start : span.end - start])
        if not size:
            return orphan(Why.DELETED)
        return Placement(Level.EXACT, Span(first + skip, first + skip + size), 0.9, Why.CONTEXT)
