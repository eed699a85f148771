"""First values of marks."""

from __future__ import annotations

import pytest

from reader.model.vocabulary import Directness, Naming, Number, SourceKind
from reader.session.defaults import directness, source_fields
from tests.support.desks import make_article, span_of


@pytest.mark.parametrize(
    ("words", "naming", "kind", "number"),
    [
        ("مصدر أمني", Naming.DESCRIBED, SourceKind.PERSON, Number.ONE),
        ("المصدر", Naming.BARE, SourceKind.PERSON, Number.ONE),
        ("لمصدر أمني", Naming.DESCRIBED, SourceKind.PERSON, Number.ONE),
        ("للمصادر", Naming.BARE, SourceKind.PERSON, Number.SEVERAL),
        ("بمسؤولين", Naming.BARE, SourceKind.PERSON, Number.SEVERAL),
        ("فيصل", Naming.NAMED, SourceKind.UNSPECIFIED, Number.UNSTATED),
        ("مصادر مطلعة", Naming.DESCRIBED, SourceKind.PERSON, Number.SEVERAL),
        ("مسؤول حكومي", Naming.DESCRIBED, SourceKind.PERSON, Number.ONE),
        ("شهود عيان", Naming.DESCRIBED, SourceKind.EYEWITNESS, Number.SEVERAL),
        ("المعلومات", Naming.BARE, SourceKind.UNSPECIFIED, Number.UNSTATED),
        ("وزير الدفاع", Naming.NAMED, SourceKind.UNSPECIFIED, Number.UNSTATED),
        ("a security official", Naming.NAMED, SourceKind.UNSPECIFIED, Number.UNSTATED),
        ("…", Naming.NAMED, SourceKind.UNSPECIFIED, Number.UNSTATED),
    ],
)
def test_a_source_is_first_taken_for_what_its_first_noun_says(words, naming, kind, number):
    assert source_fields(words) == {"naming": naming, "kind": kind, "number": number}


@pytest.mark.parametrize(
    ("paragraph", "words", "expected"),
    [
        ('قال إن "العبوة انفجرت"', "العبوة انفجرت", Directness.DIRECT),
        ("قال إن «العبوة انفجرت ظهرًا»", "انفجرت", Directness.DIRECT),
        ('قال إن "العبوة انفجرت', "العبوة انفجرت", Directness.DIRECT),
        ('زار "سرًا" بغداد', 'زار "سرًا" بغداد', Directness.MIXED),
        ("قال إن العبوة انفجرت", "العبوة انفجرت", Directness.INDIRECT),
        ('سماه "خداعًا" ثم مضى', "ثم مضى", Directness.INDIRECT),
    ],
)
def test_directness_is_read_off_the_quotation_marks(paragraph, words, expected):
    article = make_article([paragraph])

    assert directness(article, *span_of(article, words)) is expected


def test_quotation_marks_are_paired_within_a_block():
    article = make_article(['لم يُغلق "التنصيص', "ثم قال شيئًا"])

    assert directness(article, *span_of(article, "قال شيئًا")) is Directness.INDIRECT
