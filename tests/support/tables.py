"""A desk without a disk, for the use cases."""

from __future__ import annotations

from uuid import UUID

from reader.model.vocabulary import MarkType
from reader.session import linking, marking
from reader.session.edits import Desk
from reader.session.maker import Maker
from tests.support.desks import make_article, make_desk, make_maker, span_of

SPEECH = (
    'ووفقًا لمصدر أمني، فإن "عبوتين انفجرتا ظهر اليوم وأصيبت شاحنة قرب الجسر"، وقال شاهد إن '
    "الطريق أُغلق. وأكد المصدر ذاته، عبر تلغرام، أن الطريق فُتح."
)
"""A paragraph in which a source, a witness and «المصدر ذاته» speak."""


class Table:
    """A desk that applies what the use cases give, as a session does."""

    def __init__(self, *paragraphs: str) -> None:
        self.desk: Desk = make_desk(make_article(paragraphs) if paragraphs else None)
        self.maker: Maker = make_maker()

    def span(self, words: str) -> tuple[int, int]:
        """Where words stand first, in code points of the page text."""
        return span_of(self.desk.article, words)

    def words(self, kind: MarkType) -> list[str]:
        """The words of the marks of a kind, in reading order."""
        return [mark.words for mark in self.desk.annotations().marks if mark.type is kind]

    def mark(self, kind: MarkType, words: str, occurrence: int = 1, **fields: object) -> UUID:
        span = span_of(self.desk.article, words, occurrence)
        change, mark = marking.add_mark(self.desk, self.maker, kind, span, **fields)
        self.desk = self.desk.apply(change)
        return mark.id

    def source(self, words: str, occurrence: int = 1) -> UUID:
        return self.mark(MarkType.SOURCE, words, occurrence)

    def claim(self, words: str) -> UUID:
        return self.mark(MarkType.CLAIM, words)

    def link(self, claim: UUID, source: UUID) -> UUID:
        change, relation = linking.link(self.desk, self.maker, claim, source)
        self.desk = self.desk.apply(change)
        return relation.id

    def do(self, use_case, *args, **fields):
        change = use_case(self.desk, self.maker, *args, **fields)
        self.desk = self.desk.apply(change)
        return change
