"""What the page says of itself: outlet, author, addresses, and its dates."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from urllib.parse import urljoin

import pytest

from reader.ingest import json_ld, tree
from reader.ingest.head import web_address
from reader.ingest.reading import read_page
from reader.model.article import DateRole, DateStatement, Metadata
from tests.support.readings import SENTENCE, page_of, paragraphs, read


def page(head: str = "", *, above: str = "", body: str = "", strip: str = "") -> str:
    return (
        f"<html lang='ar-IQ'><head>{head}</head><body>{strip}<h1>عنوان الخبر عن الطريق</h1>{above}"
        f"<div class=text>{body}{paragraphs(9)}</div></body></html>"
    )


def of(html: str, **fields: str) -> Metadata:
    return read(html, **fields).metadata


def meta(name: str, content: str) -> str:
    return f"<meta property='{name}' content='{content}'>"


def ld(**fields: object) -> str:
    text = json.dumps({"@type": "NewsArticle", "headline": "x", **fields}, ensure_ascii=False)
    return f"<script type='application/ld+json'>{text}</script>"


def dates(metadata: Metadata) -> list[tuple[str, date | None, str, str]]:
    return [(d.written, d.value, d.role.value, d.where) for d in metadata.dates]


def test_the_outlet_is_what_the_site_calls_itself() -> None:
    publisher = ld(publisher={"@type": "Organization", "name": "وكالة المدينة"})
    assert of(page(meta("og:site_name", "أخبار المدينة") + publisher)).outlet == "أخبار المدينة"
    assert of(page(publisher)).outlet == "وكالة المدينة"
    assert (
        of(page("<title>عنوان الخبر عن الطريق - أخبار المدينة</title>")).outlet == "أخبار المدينة"
    )
    assert of(page("<meta name='application-name' content='المدينة'>")).outlet == "المدينة"
    assert of(page()).outlet == ""


@pytest.mark.parametrize(
    ("given", "author"),
    [
        ("سعاد أحمد", "سعاد أحمد"),
        ({"@type": "Person", "name": "Jane Q. Doe"}, "Jane Q. Doe"),
        ([{"name": "سعاد أحمد"}, {"name": "علي حسن"}, "سعاد أحمد"], "سعاد أحمد، علي حسن"),
        (["Jane Doe", "John Roe"], "Jane Doe, John Roe"),
        ("https://example.com/author/jane-doe", ""),
        ("Sputnik https; Logo Png", ""),
        ("admin", ""),
        ("News Desk", ""),
        ("زاكروس عربية", ""),
        ("Jane Doe 2020", ""),
        (17, ""),
        (None, ""),
        ({"url": "x"}, ""),
    ],
)
def test_an_author_looks_like_a_person_s_name(given: object, author: str) -> None:
    head = meta("og:site_name", "زاكروس عربية") + ld(author=given)
    assert of(page(head)).author == author


def test_the_author_of_a_meta_element() -> None:
    assert of(page("<meta name=author content='سعاد أحمد'>")).author == "سعاد أحمد"


def test_addresses_are_claims() -> None:
    html = page("<link rel='Canonical' href='/news/1#a'>")
    found = of(html, base_url="https://site.example/x", claimed_url="https://claimed.example/")
    assert found.canonical_url == "https://site.example/news/1#a"
    assert found.claimed_url == "https://claimed.example/"
    assert of(page(meta("og:url", "https://site.example/2"))).canonical_url.endswith("/2")
    assert of(page("<link rel=canonical href='file:///x'><link rel=icon>")).canonical_url == ""
    assert of(page(meta("og:url", "http://[bad"))).canonical_url == ""


def test_the_language_is_what_the_page_declares() -> None:
    assert of(page()).language == "ar-IQ"


def test_strings_are_canonical_and_on_one_line() -> None:
    found = of(page(meta("og:site_name", " أخبار\n  المدينة\x01 \u2028 ")))
    assert found.outlet == "أخبار المدينة"


def test_json_ld_is_the_best_evidence() -> None:
    head = (
        meta("article:published_time", "2021-07-28T01:00:00Z")
        + meta("article:modified_time", "2021-08-01")
        + ld(datePublished="2021-07-29T19:42:00+03:00", dateModified="2021-07-30")
    )
    found = of(page(head))
    assert found.published == DateStatement(
        written="2021-07-29T19:42:00+03:00",
        value=date(2021, 7, 29),
        role=DateRole.PUBLISHED,
        where="json_ld",
    )
    assert dates(found) == [
        ("2021-07-29T19:42:00+03:00", date(2021, 7, 29), "published", "json_ld"),
        ("2021-07-30", date(2021, 7, 30), "modified", "json_ld"),
        ("2021-07-28T01:00:00Z", date(2021, 7, 28), "published", "meta"),
        ("2021-08-01", date(2021, 8, 1), "modified", "meta"),
    ]
    assert found.dates_disagree


def test_a_date_that_cannot_be_read_is_no_statement() -> None:
    assert of(page(ld(datePublished="yesterday"))).dates == ()


def test_time_elements_beside_the_title_have_the_role_of_their_words() -> None:
    above = (
        "<p><time datetime='2021-07-29'>29 تموز</time></p>"
        "<p>آخر تحديث <time>30 تموز 2021</time> <time>غدا</time></p>"
    )
    below = "<p><time datetime='2024-11-22'>خبر آخر</time></p>"
    assert dates(of(page(above=above) + below)) == [
        ("29 تموز", date(2021, 7, 29), "published", "time"),
        ("30 تموز 2021", date(2021, 7, 30), "modified", "time"),
    ]


def test_a_dateline_below_the_title_is_a_guess_unless_it_says_what_it_is() -> None:
    found = of(page(above="<div>الخميس 29 تموز 2021</div><div>تاريخ النشر: 29/7/2021</div>"))
    assert [(d.where, d.guessed) for d in found.dates] == [("dateline", True), ("dateline", False)]


def test_a_date_in_a_table_or_in_passing_is_no_dateline() -> None:
    above = "<table><tr><td>تأسست<td>29 تموز 2021</table><div>ولد في 29 تموز 2021 كما يقول</div>"
    assert of(page(above=above)).dates == ()


def test_the_text_may_say_what_day_it_is() -> None:
    body = "<p>هاجم مسلحون القافلة، اليوم الخميس (29 تموز 2021)، بعد أن هاجموا في 3 آذار 2019</p>"
    (found,) = of(page(body=body)).dates
    assert (found.written, found.role, found.where) == ("29 تموز 2021", "published", "text")
    assert found.guessed


def test_the_address_is_the_last_evidence() -> None:
    head = "<link rel=canonical href='https://x.example/2021/07/29/%D8%AE%D8%A8%D8%B1'>"
    (found,) = of(page(head)).dates
    assert (found.written, found.where, found.guessed) == ("2021/07/29", "url", True)
    assert of(page(), claimed_url="https://x.example/12-mars/a").dates == ()


STRIP = "<div><span>Erbil 7°C</span> السبت 23 تشرين&nbsp;الثاني 02:20</div>"


def test_a_date_strip_never_becomes_the_publication_date() -> None:
    assert of(page(strip=STRIP)).published is None
    found = of(page(ld(datePublished="2021-07-29"), strip=STRIP))
    assert found.published is not None
    assert found.published.value == date(2021, 7, 29)
    strip = found.dates[-1]
    assert (strip.written, strip.value, strip.role) == (
        "السبت 23 تشرين\u00a0الثاني 02:20",
        date(2024, 11, 23),
        "mentioned",
    )
    assert strip.guessed
    assert found.dates_disagree


def test_without_a_publication_date_the_strip_is_of_the_day_of_saving() -> None:
    saved = datetime(2024, 11, 20, tzinfo=UTC)
    found = read_page(page_of(page(strip=STRIP), saved_at=saved)).metadata
    assert [d.value for d in found.dates] == [date(2024, 11, 23)]
    assert of(page(strip=STRIP)).dates[0].value is None


def test_a_strip_needs_a_weekday_or_a_year() -> None:
    assert of(page(strip="<div>23 تشرين الثاني</div>")).dates == ()


def test_a_date_right_above_the_title_is_taken_where_nothing_else_dates_the_page() -> None:
    strip = "<div class=item-date>29 بهمن 1398</div>"
    (found,) = of(page(strip=strip)).dates
    assert (found.value, found.role, found.guessed) == (date(2020, 2, 18), "published", True)
    other = of(page(ld(datePublished="2020-02-19"), strip=strip))
    assert [d.role for d in other.dates] == ["published", "mentioned"]


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 100_000, "null", "3", '"x"', "[1, null, [2]]", '{"@type": 3}', " ", '{"a": NaN}'],
)
def test_json_ld_that_is_broken_or_of_something_else_is_none(script: str) -> None:
    root = tree.build(f"<script type='application/ld+json'>{script}</script><p>x")
    assert json_ld.read(root) == json_ld.Structured()


def test_the_article_is_found_in_a_graph() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "publisher": {"name": "المدينة"}},
            {"@type": ["Thing", "ReportageNewsArticle"], "headline": "&laquo;خبر&raquo;"},
            {"@type": "NewsArticle", "headline": "آخر", "articleBody": SENTENCE},
        ]
    }
    script = f"<script type='application/ld+json'>{json.dumps(graph)};</script>"
    found = json_ld.read(tree.build(script))
    assert (found.headline, found.body, found.publisher) == ("آخر", SENTENCE, "المدينة")


def test_a_thing_with_a_headline_will_do() -> None:
    script = '<script type="application/ld+json">{"headline": "&laquo;خبر&raquo;"}</script>'
    assert json_ld.read(tree.build(script)).headline == "«خبر»"


def test_json_ld_without_an_article_may_name_the_publisher() -> None:
    script = '<script type="application/ld+json">{"publisher": [{"name": "المدينة"}]}</script>'
    assert json_ld.read(tree.build(script)) == json_ld.Structured(publisher="المدينة")


def test_a_huge_json_ld_is_not_read() -> None:
    script = '<script type="application/ld+json">{"headline": "' + "x" * 2_000_001 + '"}</script>'
    assert json_ld.read(tree.build(script)) == json_ld.Structured()


def test_nodes_of_json_ld_are_limited() -> None:
    items = ",".join(['{"a": {}}'] * 6_000)
    script = f'<script type="application/ld+json">[{items}, {{"headline": "خبر"}}]</script>'
    assert json_ld.read(tree.build(script)).headline == ""


@pytest.mark.parametrize("base", ["", "http://a.example/b/", "https://a.example/b/c?d#e"])
@pytest.mark.parametrize(
    "href",
    ["https://a.example/", "http://b.example/x/../y//z?q=1&r=[2]", "https://c.example/خبر/1.html"],
)
def test_an_absolute_address_is_what_joining_it_would_give(href: str, base: str) -> None:
    assert web_address(href, base) == urljoin(base, href) == href
