"""Summaries for tests of exports: the seed, and one with something of everything.

The second has a hostile title, overlapping marks, a mark inside a word, lists, a table, links of
both kinds, a corrected verdict, evidence, contacts, a mark in a collapsed block and one on another
version.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from reader.anchoring.describe import describe
from reader.model.annotations import (
    Annotations,
    Attribution,
    Body,
    Claim,
    Contact,
    End,
    Evidence,
    Hop,
    Mark,
    Relation,
    SourceMention,
    Verdict,
)
from reader.model.article import (
    Article,
    Block,
    BlockKind,
    BlockState,
    Cell,
    Counted,
    DateRole,
    DateStatement,
    Direction,
    Image,
    Inline,
    InlineKind,
)
from reader.model.comparison import Comparison
from reader.model.library import Codebook, Entity
from reader.model.summary import Language, Summary
from reader.model.vocabulary import (
    AnonymityReason,
    Directness,
    Knowledge,
    MarkType,
    Naming,
    Number,
    Polarity,
    RelationType,
    SourceKind,
    Stance,
    Standing,
    Status,
)
from reader.resource import resource
from reader.session.comparing import Version, compare
from reader.session.summarise import summarise
from tests.support.desks import AUTHOR, NOON, make_article, make_record, span_of
from tests.support.seed import seed_annotations, seed_article, seed_entities

NOW = NOON + timedelta(days=1)
EVIL_TITLE = '<script>alert("1")</script> | *عاجل* [رابط](javascript:x) &amp; `رمز` #وسم'

TEXTS: list[tuple[BlockKind, str, dict[str, Any]]] = [
    (BlockKind.TITLE, EVIL_TITLE, {}),
    (BlockKind.STANDFIRST, "انفجار قرب الناصرية", {}),
    (
        BlockKind.PARAGRAPH,
        "ووفقًا لمصدر أمني، أصيب 5 أشخاص قرب مختبر COVID-19 (مبنى 2)، ونفت الوزارة ذلك.",
        {},
    ),
    (BlockKind.IMAGE, "", {"image": Image(source="a.png")}),
    (BlockKind.CAPTION, "صورة من المكان (أرشيف)", {}),
    (BlockKind.HEADING, "1. ما حدث", {"level": 2}),
    (BlockKind.LIST_ITEM, "- أولًا", {"level": 1}),
    (BlockKind.LIST_ITEM, "تحت الأول", {"level": 2}),
    (BlockKind.LIST_ITEM, "ثالثًا", {"level": 1, "ordinal": 3}),
    (BlockKind.QUOTE, "سطر أول\u2028> سطر ثانٍ", {}),
    (BlockKind.PREFORMATTED, "    مسافات\u2028\tوجدولة", {}),
    (BlockKind.CELL, "المدينة", {"cell": Cell(table=0, row=0, column=0, header=True)}),
    (BlockKind.CELL, "عدد | الضحايا", {"cell": Cell(table=0, row=0, column=1, header=True)}),
    (BlockKind.CELL, "بابل", {"cell": Cell(table=0, row=2, column=0, colspan=2, rowspan=2)}),
    (BlockKind.CELL, "فقرة ثانية", {"cell": Cell(table=0, row=2, column=0, colspan=2)}),
    (BlockKind.RULE, "", {}),
    (BlockKind.PARAGRAPH, "2) English line, $5 & <b>no tag</b>.", {"dir": Direction.LTR}),
    (BlockKind.PARAGRAPH, "اقرأ أيضًا: خبر آخر", {"state": BlockState.DOUBTFUL}),
    (BlockKind.PARAGRAPH, "خاتمة\ufffe وانتهى.", {}),
    (BlockKind.RULE, "", {}),
]
_INLINE = {
    "أصيب 5 أشخاص": (InlineKind.BOLD, None),
    "5": (InlineKind.ITALIC, None),
    "COVID-19": (InlineKind.ISOLATE, None),
    "مبنى 2": (InlineKind.LINK, "https://host.example/a b?q=<x>|y"),
    "ونفت": (InlineKind.LINK, "javascript:alert(1)"),
    "ثالثًا": (InlineKind.SUPERSCRIPT, None),
}


def uid(number: int) -> UUID:
    return UUID(int=number)


def _stamp(number: int) -> dict[str, Any]:
    return {"id": uid(number), "created_at": NOON, "modified_at": NOON, "author": AUTHOR}


def codebook() -> Codebook:
    return Codebook.model_validate_json(resource("codebook.json").read_bytes())


@cache
def rich_article() -> Article:
    """An article with a block of every kind and a run of every kind but one."""
    page_text = "\n".join(text for kind, text, _ in TEXTS if _holds_text(kind))
    blocks, at = [], 0
    for number, (kind, text, fields) in enumerate(TEXTS):
        end = at + len(text)
        where = {"start": min(at, len(page_text)), "end": min(end, len(page_text))}
        inline = _inline(text, at) if kind is not BlockKind.TITLE else ()
        values = {"dir": Direction.RTL, "state": BlockState.SURE, "reason": "two_votes"} | fields
        blocks.append(Block(id=f"b{number}", kind=kind, inline=inline, **where, **values))
        at = end + 1 if _holds_text(kind) else at
    plain = make_article(["x"])
    metadata = plain.metadata.model_copy(
        update={
            "title": EVIL_TITLE,
            "author": "محرر\u202eرر",
            "published": None,
            "dates": (DateStatement(written="أمس", role=DateRole.MENTIONED, where="text"),),
            "claimed_url": "http://mirror.example/page",
            "saved_at": NOON,
        }
    )
    provenance = plain.provenance.model_copy(
        update={"removed": (Counted(code="char_control", count=2),), "remote_total": 3}
    )
    return Article(
        page_text=page_text,
        blocks=tuple(blocks),
        dir=Direction.RTL,
        metadata=metadata,
        provenance=provenance,
    )


def _holds_text(kind: BlockKind) -> bool:
    return kind not in (BlockKind.RULE, BlockKind.IMAGE)


def _inline(text: str, at: int) -> tuple[Inline, ...]:
    return tuple(
        Inline(
            kind=kind,
            start=at + text.index(words),
            end=at + text.index(words) + len(words),
            href=href,
            dir=Direction.LTR if kind is InlineKind.ISOLATE else None,
        )
        for words, (kind, href) in _INLINE.items()
        if words in text
    )


ENTITIES = {
    entity.id: entity
    for entity in (
        Entity(**_stamp(1), name="مصدر أمني", notes="سرّي", article=make_record(rich_article()).id),
        Entity(
            **_stamp(2),
            name="وزارة الصحة",
            kind=SourceKind.INSTITUTION,
            standing=Standing.OFFICIAL,
            country="العراق",
        ),
    )
}


def _mark(number: int, kind: MarkType, words: str, body: Body | None = None, **fields: Any) -> Mark:
    article = rich_article()
    start, end = span_of(article, words)
    anchor = describe(
        article.page_text, (start, end), version=article.version, anchor_id=uid(1000 + number)
    )
    return Mark(**_stamp(number), type=kind, anchors=(anchor,), body=body, **fields)


def _claim() -> Claim:
    verdicts = (
        Verdict(scale="five_steps", value="true", decided_at=NOON, author=AUTHOR),
        Verdict(scale="mine", value="لا دليل", reason="صُحّح الرقم", decided_at=NOW, author=AUTHOR),
    )
    evidence = Evidence(
        **_stamp(90),
        url="https://evidence.example/1",
        archive_url="https://archive.example/1",
        file_name="تقرير.pdf",
        file="ab" * 32,
        accessed=date(2026, 1, 2),
        quote="أصيب ثلاثة",
        stance=Stance.OPPOSES,
        note="من الصفحة 2",
    )
    contacts = (
        Contact(
            **_stamp(91),
            who="الوزارة",
            how="بريد",
            asked_at=date(2025, 12, 1),
            due=date(2026, 1, 1),
        ),
        Contact(**_stamp(92), who="المحافظ", answer="لا تعليق"),
    )
    return Claim(
        normalised="أُصيب خمسة أشخاص في الانفجار",
        status=Status.CONCLUDED,
        verdicts=verdicts,
        evidence=(evidence,),
        contacts=contacts,
        signed_off_by="رئيسة التحرير",
    )


def rich_annotations() -> Annotations:
    """Marks 11-20, relations 30-32."""
    anonymous = SourceMention(
        entity=uid(1),
        kind=SourceKind.PERSON,
        naming=Naming.DESCRIBED,
        number=Number.SEVERAL,
        role="ضابط",
        knowledge=Knowledge.SECOND_HAND,
        anonymity_reason=AnonymityReason.SAFETY,
        anonymity_words="خوفًا على حياته",
    )
    elsewhere = _mark(18, MarkType.NOTE, "خاتمة", note="على نسخة أخرى")
    moved = elsewhere.anchors[0].model_copy(update={"version": "0" * 64})
    marks = (
        _mark(20, MarkType.SOURCE, "مصدر", anonymous),
        _mark(11, MarkType.CLAIM, "أصيب 5 أشخاص قرب مختبر COVID", _claim(), note="مهم"),
        _mark(12, MarkType.HIGHLIGHT, "5 أشخاص", codes=("number", "lost"), note="سطر\nوسطر"),
        _mark(13, MarkType.SOURCE, "الوزارة", SourceMention(entity=uid(2), naming=Naming.NAMED)),
        _mark(14, MarkType.CLAIM, "انفجار قرب الناصرية", Claim()),
        _mark(15, MarkType.CLAIM, "بابل", Claim(status=Status.AWAITING_RESPONSE)),
        _mark(16, MarkType.NOTE, "خبر آخر", note="في فقرة مطوية"),
        _mark(17, MarkType.NOTE, "English", note="=HYPERLINK"),
        elsewhere.model_copy(update={"anchors": (moved,)}),
        Mark(**_stamp(19), type=MarkType.SOURCE, body=SourceMention()),
    )
    chain = (Hop(words="صحيفة", channel="تلغرام"), Hop(words="مصدر", mention=uid(20)))
    relations = (
        _relation(30, 11, 20, Attribution(directness=Directness.INDIRECT, chain=chain)),
        _relation(31, 11, 13, Attribution(polarity=Polarity.DENIES)),
        _relation(32, 15, 19, None),
    )
    return Annotations(
        marks=marks, relations=relations, note="ملاحظة على المقال", assessment="ضعيف الإسناد"
    )


def _relation(number: int, claim: int, source: int, how: Attribution | None) -> Relation:
    return Relation(
        **_stamp(number),
        type=RelationType.ATTRIBUTED_TO,
        from_=End(id=uid(claim)),
        to=End(id=uid(source)),
        attribution=how,
    )


def rich_summary(language: Language = "ar", **options: bool) -> Summary:
    """The one with something of everything."""
    article = rich_article()
    return summarise(
        article,
        make_record(article),
        rich_annotations(),
        ENTITIES,
        codebook(),
        language=language,
        now=NOW,
        **options,
    )


def seed_summary(language: Language = "ar") -> Summary:
    """The seed's gold."""
    article = seed_article()
    return summarise(
        article,
        make_record(article),
        seed_annotations(),
        seed_entities(),
        codebook(),
        language=language,
        now=NOW,
    )


def rich_comparison() -> Comparison:
    """The rich article with an earlier state of it: its title, a number and a cell were others."""
    new = rich_article()
    texts = {"<script>": "<b>", "أصيب 5": "أصيب 3", "بابل": "ذي قار", "\u2028> سطر": "\u2028سطر"}
    page_text = new.page_text
    for now, before in texts.items():
        page_text = page_text.replace(now, before)
    shifted, at = [], 0
    for block in new.blocks:
        text = new.page_text[block.start : block.end]
        for now, before in texts.items():
            text = text.replace(now, before)
        where = {"start": min(at, len(page_text)), "end": min(at + len(text), len(page_text))}
        shifted.append(block.model_copy(update={**where, "inline": ()}))
        at += len(text) + 1 if _holds_text(block.kind) else 0
    title = EVIL_TITLE.replace("<script>", "<b>")
    old = new.model_copy(
        update={
            "page_text": page_text,
            "blocks": tuple(shifted),
            "metadata": new.metadata.model_copy(update={"title": title}),
        }
    )
    old = Article.model_validate(old.model_dump())
    return compare(
        Version(article=old, imported_at=NOON),
        Version(article=new, imported_at=NOW),
        marks=rich_annotations().marks,
    )


def compared_summary(language: Language = "ar") -> Summary:
    """The one with something of everything, and what differs from an earlier version."""
    article = rich_article()
    return summarise(
        article,
        make_record(article),
        rich_annotations(),
        ENTITIES,
        codebook(),
        language=language,
        now=NOW,
        comparison=rich_comparison(),
    )


def bare_summary(language: Language = "ar") -> Summary:
    """A page that nobody marked and no library holds, without a title."""
    article = make_article(["فقرة وحيدة."], title="")
    return summarise(
        article,
        None,
        Annotations(),
        {},
        codebook(),
        language=language,
        now=datetime(2026, 1, 1, tzinfo=UTC),
    )
