"""What differs between two versions, told: numbers, negations, quotations, sentences.

A sentence that came or went as a whole is one, and nothing in it is told besides: a negation in a
new sentence turns no old statement round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from reader.anchoring import Alignment, Span
from reader.anchoring.negations import negations
from reader.anchoring.tokens import Tokens
from reader.model.article import BlockKind
from reader.model.comparison import DIFFERING, Change, ChangeKind, Row, RowChange
from reader.model.errors import Message
from reader.session.cutting import CHANCE, Cut, Exchange
from reader.session.paragraphs import Beside, Side
from reader.text.fold import Profile, fold
from reader.text.quotes import line_of, quotations

_LONGEST: Final = 300
"""Code points of either side of a change that are told."""
_OF_NUMBERS: Final = frozenset("%‰٪+-±−$€£¥°")
"""Signs that belong to a number: «5%» is not «5»."""
_HEADS: Final = (BlockKind.TITLE, BlockKind.STANDFIRST)


@dataclass
class Tally:
    """How much of what changed."""

    changes: list[Change] = field(default_factory=list)
    sentences_changed: int = 0
    sentences_added: int = 0
    sentences_deleted: int = 0
    moved: int = 0
    """Stretches of words that moved, whole paragraphs aside."""
    signs: int = 0
    """Places where nothing but signs between words changed."""


class Teller:
    """Tells what was exchanged in the rows of a comparison."""

    def __init__(self, alignment: Alignment, old: Side, new: Side, rows: Sequence[Beside]) -> None:
        self._sides = old, new
        self._tokens = alignment.old, alignment.new
        self._rows = rows
        self._loose = self._without_mates(alignment)

    def tell(self, made: Cut) -> Tally:
        """What is worth naming, and counts of the rest."""
        self._mate_numbers(made.exchanges)
        tally, edited = Tally(moved=made.moved), (set[Span](), set[Span]())
        for exchange in made.exchanges:
            row = self._rows[exchange.row]
            if (not row.old and row.counterpart is None) or not row.new:
                continue
            self._tell(exchange, tally, edited)
        self._count_sentences(tally, edited)
        return tally

    def _tell(self, exchange: Exchange, tally: Tally, edited: tuple[set[Span], set[Span]]) -> None:
        words = [
            Span(*tokens.covering(*span)) if span.start < span.end else Span(0, 0)
            for tokens, span in zip(self._tokens, (exchange.old, exchange.new), strict=True)
        ]
        if all(first >= last for first, last in words):
            of_number = self._sign_of_number(exchange)
            tally.changes += of_number
            tally.signs += not of_number
            return
        partly = [self._in_kept_sentences(side, words[side]) for side in (0, 1)]
        if not any(partly):
            self._rewritten(exchange, tally, words)
            return
        found = list(self._changes(exchange, words))
        tally.changes += found
        if not found and not self._is_head(exchange):
            for side in (0, 1):
                edited[side].update(partly[side])

    def _rewritten(self, exchange: Exchange, tally: Tally, words: Sequence[Span]) -> None:
        """Whole sentences in the place of whole ones changed, as many as there are of both."""
        if self._is_head(exchange):
            return
        old, new = (
            len(list(_sentences(tokens, span)))
            for tokens, span in zip(self._tokens, words, strict=True)
        )
        both = min(old, new)
        tally.sentences_changed += both
        tally.sentences_deleted -= both
        tally.sentences_added -= both

    def _changes(self, exchange: Exchange, words: Sequence[Span]) -> Iterator[Change]:
        for old, new in exchange.numbers:
            yield self._change(ChangeKind.NUMBER, exchange.row, old, new)
        if exchange.numbers:
            return
        was, now = (
            Counter(negations(tokens.folded(*span).split()))
            for tokens, span in zip(self._tokens, words, strict=True)
        )
        whole = exchange.row, exchange.old, exchange.new
        if now - was:
            yield self._change(ChangeKind.NEGATION_ADDED, *whole)
        elif was - now:
            yield self._change(ChangeKind.NEGATION_REMOVED, *whole)
        elif self._is_quoted(0, exchange.old) or self._is_quoted(1, exchange.new):
            yield self._change(ChangeKind.QUOTATION, *whole)

    def _sign_of_number(self, exchange: Exchange) -> list[Change]:
        """The change of a number whose sign came, went or became another: «5» and «5%»."""
        spans = []
        for side, span in enumerate((exchange.old, exchange.new)):
            text, tokens = self._sides[side].text, self._tokens[side]
            near = range(*tokens.covering(max(0, span.start - 1), min(len(text), span.end + 1)))
            edges = [e for w in near for e in (tokens.starts[w], tokens.ends[w])]
            spans.append(Span(min([span.start, *edges]), max([span.end, *edges])))
        written = [self._sides[side].text[slice(*span)] for side, span in enumerate(spans)]
        signs = [{char for char in text if char in _OF_NUMBERS} for text in written]
        if signs[0] == signs[1] or not all(any(map(str.isdigit, text)) for text in written):
            return []
        return [self._change(ChangeKind.NUMBER, exchange.row, *spans)]

    def _change(self, kind: ChangeKind, row: int, old: Span, new: Span) -> Change:
        texts = (
            side.text[slice(*span)].replace("\n", " ").strip()
            for side, span in zip(self._sides, (old, new), strict=True)
        )
        was, now = (t[:_LONGEST] + "…" * (len(t) > _LONGEST) for t in texts)
        return Change(kind=kind, old=was, new=now, row=row)

    def _is_quoted(self, side: int, span: Span) -> bool:
        """Whether a span stands within a quotation of its paragraph."""
        text = self._sides[side].text
        inner = text[slice(*span)].strip()
        if not inner:
            return False
        start = text.index(inner, span.start)
        line = line_of(text, start, start + len(inner))
        return any(a < start and start + len(inner) < b for a, b in quotations(text, *line))

    def _is_head(self, exchange: Exchange) -> bool:
        """Whether it stands in the title or the standfirst, which are told by themselves."""
        row = self._rows[exchange.row]
        return any(self._sides[1].blocks[j].kind in _HEADS for j in row.new)

    # Sentences

    def _without_mates(self, alignment: Alignment) -> tuple[list[bool], list[bool]]:
        """For every word of either side whether it has none on the other that counts."""
        home: tuple[dict[int, int], dict[int, int]] = ({}, {})
        for at, row in enumerate(self._rows):
            for side, indices in enumerate((row.old, row.new)):
                moved = row.counterpart if side == 0 else None
                home[side].update(dict.fromkeys(indices, at if moved is None else moved))
        rows = [
            [home[side].get(self._sides[side].at(start), -1) for start in tokens.starts]
            for side, tokens in enumerate(self._tokens)
        ]
        old, new = (
            [
                mate < 0 or rows[side][word] != rows[1 - side][mate]
                for word, mate in enumerate(mates)
            ]
            for side, mates in enumerate((alignment.to_new, alignment.to_old))
        )
        for run in alignment.runs:
            if run.size >= CHANCE:
                old[run.old : run.old_end] = new[run.new : run.new_end] = [False] * run.size
        return old, new

    def _mate_numbers(self, exchanges: Iterable[Exchange]) -> None:
        """Take numbers that became others, and blocks that moved unlinked, for words that stay."""
        for exchange in exchanges:
            for pair in exchange.numbers:
                for side, span in enumerate(pair):
                    self._mate(side, span)
        for row in self._rows:
            if row.counterpart is not None and row.old:
                spans = (
                    Span(*self._sides[0].spans[row.old[0]]),
                    Span(*self._sides[1].spans[self._rows[row.counterpart].new[0]]),
                )
                words = [Span(*t.covering(*s)) for t, s in zip(self._tokens, spans, strict=True)]
                if all(all(self._loose[side][slice(*words[side])]) for side in (0, 1)):
                    for side in (0, 1):
                        self._mate(side, spans[side])

    def _mate(self, side: int, span: Span) -> None:
        for word in range(*self._tokens[side].covering(*span)):
            self._loose[side][word] = False

    def _in_kept_sentences(self, side: int, words: Span) -> list[Span]:
        """The sentences of some words of which something stayed."""
        return [
            sentence
            for sentence in _sentences(self._tokens[side], words)
            if not all(self._loose[side][slice(*sentence)])
        ]

    def _count_sentences(self, tally: Tally, edited: tuple[set[Span], set[Span]]) -> None:
        tally.sentences_changed += max(map(len, edited))
        for side, name in ((0, "sentences_deleted"), (1, "sentences_added")):
            tokens, count = self._tokens[side], 0
            for row in self._rows:
                indices = (row.old, row.new)[side]
                if not ((row.old and row.new) or row.counterpart is not None):
                    continue
                for index in indices:
                    if self._sides[side].blocks[index].kind in _HEADS:
                        continue
                    words = Span(*tokens.covering(*self._sides[side].spans[index]))
                    count += sum(
                        all(self._loose[side][slice(*sentence)])
                        for sentence in _sentences(tokens, words)
                    )
            setattr(tally, name, getattr(tally, name) + count)


def _sentences(tokens: Tokens, words: Span) -> Iterator[Span]:
    """The sentences that hold some words, in order."""
    at = words.start
    while at < words.end:
        sentence = Span(*tokens.sentence(at))
        yield sentence
        at = sentence.end


def summary(old: Side, new: Side, rows: Sequence[Row], tally: Tally) -> tuple[Message, ...]:
    """The clauses of one sentence that says what differs, the weightiest first."""
    counted = Counter(change.kind for change in tally.changes)
    happened = Counter(
        change
        for row in rows
        if _is_paragraph(row)
        for change in row.changes
        if change is not RowChange.MOVED or (row.new and row.counterpart is not None)
    )
    heads = (old.article.metadata, new.article.metadata)
    clauses = [
        *_head("compare_title", BlockKind.TITLE, [h.title for h in heads], rows),
        *_head("compare_standfirst", BlockKind.STANDFIRST, [h.standfirst for h in heads], rows),
        *_numbers([c for c in tally.changes if c.kind is ChangeKind.NUMBER]),
        *_counted("compare_negation_added", counted[ChangeKind.NEGATION_ADDED]),
        *_counted("compare_negation_removed", counted[ChangeKind.NEGATION_REMOVED]),
        *_counted("compare_quotation", counted[ChangeKind.QUOTATION]),
        *_counted("compare_deleted", happened[RowChange.DELETED]),
        *_counted("compare_added", happened[RowChange.ADDED]),
        *_counted("compare_sentences_deleted", tally.sentences_deleted),
        *_counted("compare_sentences_added", tally.sentences_added),
        *_counted("compare_sentences_changed", tally.sentences_changed),
        *_counted("compare_moved", happened[RowChange.MOVED]),
        *_counted("compare_split", happened[RowChange.SPLIT]),
        *_counted("compare_merged", happened[RowChange.MERGED]),
        *_counted("compare_words_moved", tally.moved),
        *_counted("compare_signs", tally.signs),
    ]
    if clauses:
        return tuple(clauses)
    if edited := sum(bool({*row.changes} - {RowChange.FORMATTED}) for row in rows):
        return (Message(code="compare_edited", params={"n": edited}),)
    only = "compare_only_format" if any(row.changes for row in rows) else "compare_nothing"
    return (Message(code=only),)


SUBSTANCE: Final = frozenset(
    (
        *("compare_title", "compare_standfirst", "compare_numbers", "compare_negation_added"),
        *("compare_negation_removed", "compare_quotation", "compare_deleted", "compare_added"),
        *("compare_sentences_deleted", "compare_sentences_added", "compare_sentences_changed"),
    )
)
"""The clauses after which a reader may expect the outlet to say that it changed its article."""


def _is_paragraph(row: Row) -> bool:
    """Whether a row has words of the article's body, or a head that stands alone."""
    blocks, alone = (*row.old, *row.new), not (row.old and row.new)
    return any((alone or b.kind not in _HEADS) and _has_words(b.text) for b in blocks)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _head(
    code: str, kind: BlockKind, words: Sequence[str], rows: Sequence[Row]
) -> Iterator[Message]:
    """Whether the words of a title changed, as the pages state it or where it stands."""
    stated = all(words) and _told(words[0]) != _told(words[1])
    if stated or any(_is_head_edited(kind, row) for row in rows):
        yield Message(code=code)


def _is_head_edited(kind: BlockKind, row: Row) -> bool:
    return bool(row.old and row.new) and any(
        r.kind in DIFFERING and _has_words(p.words(r))
        for p in (*row.old, *row.new)
        if p.kind is kind
        for r in p.runs
    )


def _told(text: str) -> str:
    return fold(text, Profile.MATCH).text.strip()


def _counted(code: str, n: int) -> Iterator[Message]:
    if n:
        yield Message(code=code, params={"n": n})


def _numbers(changes: Sequence[Change]) -> Iterator[Message]:
    if changes:
        params = {"n": len(changes), "old": changes[0].old, "new": changes[0].new}
        yield Message(code="compare_numbers", params=params)
