"""First values of marks."""

from __future__ import annotations

import pytest

from reader.model.vocabulary import Directness, Naming, Number, SourceKind
from reader.session.defaults import channels, directness, sends_back, source_fields
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
        ("وزير الدفاع", Naming.NAMED, SourceKind.PERSON, Number.ONE),
        ("لوزارة الدفاع", Naming.NAMED, SourceKind.INSTITUTION, Number.ONE),
        ("الفصائل المسلحة", Naming.NAMED, SourceKind.GROUP, Number.SEVERAL),
        ("هذه الفصائل", Naming.DESCRIBED, SourceKind.GROUP, Number.SEVERAL),
        ("المصدر ذاته", Naming.BARE, SourceKind.PERSON, Number.ONE),
        ("صحيفة الوطن", Naming.NAMED, SourceKind.MEDIA_OUTLET, Number.ONE),
        ("وكالة رويترز", Naming.NAMED, SourceKind.NEWS_AGENCY, Number.ONE),
        ("ذاته", Naming.NAMED, SourceKind.UNSPECIFIED, Number.UNSTATED),
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


def test_a_source_that_is_called_the_same_sends_back_to_one_before():
    assert sends_back("المصدر ذاته")
    assert sends_back("للمصدر نفسه")
    assert not sends_back("المصدر")
    assert not sends_back("نفسه")


def test_the_channels_that_a_line_names_come_first():
    assert channels("ونقلت منصات عبر تطبيق «تليغرام» وعلى تيك توك")[:2] == ["تليغرام", "تيك توك"]
    assert channels("قال")[0] == "تلغرام"
