"""The sample opens alike in every form: one text, one title, one date, one picture."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from reader.ingest import load
from reader.model.article import Article, BlockKind, BlockState, Container, DateRole, Direction
from tests.support import variants
from tests.support.variants import SHOWN, TITLE, VARIANTS

PAGES = sorted(set(VARIANTS) - {"plain_text"})
WITHOUT_SCRIPTS = {"singlefile", "mhtml"}
CONTAINERS = {
    "singlefile": Container.SINGLEFILE,
    "mhtml": Container.MHTML,
    "webarchive": Container.WEBARCHIVE,
    "plain_text": Container.TEXT,
}
ENCODINGS = {
    "windows_1256": "windows-1256",
    "cp1256_labelled_latin": "windows-1256",
    "utf16le": "utf-16le",
    "utf16le_without_bom": "utf-16le",
    "utf16be": "utf-16be",
    "utf16be_without_bom": "utf-16be",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    folder = tmp_path_factory.mktemp("sample")
    return {name: load(write(folder / name)) for name, write in VARIANTS.items()}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_form_shows_the_same_text(name: str, opened: dict[str, Article]) -> None:
    assert opened[name].text == SHOWN


@pytest.mark.parametrize("name", VARIANTS)
def test_every_form_has_the_same_title(name: str, opened: dict[str, Article]) -> None:
    assert opened[name].title == TITLE


@pytest.mark.parametrize("name", VARIANTS)
def test_every_form_reads_from_right_to_left(name: str, opened: dict[str, Article]) -> None:
    assert opened[name].direction is Direction.RTL
    assert {block.dir for block in opened[name].blocks if block.state is BlockState.SURE} == {
        Direction.RTL
    }


@pytest.mark.parametrize("name", VARIANTS)
def test_every_form_is_recognised(name: str, opened: dict[str, Article]) -> None:
    provenance = opened[name].provenance
    assert provenance.container is CONTAINERS.get(name, Container.COMPLETE)
    assert provenance.encoding.name == ENCODINGS.get(name, "utf-8")
    assert provenance.encoding.unreadable == 0


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_of_the_day_it_was_published(name: str, opened: dict[str, Article]) -> None:
    published = opened[name].metadata.published
    assert published is not None
    assert (published.value, published.role) == (date(2021, 7, 29), DateRole.PUBLISHED)
    assert not published.guessed


@pytest.mark.parametrize("name", VARIANTS)
def test_the_date_strip_is_never_the_publication_date(
    name: str, opened: dict[str, Article]
) -> None:
    dates = opened[name].metadata.dates
    assert not [d for d in dates if "تشرين" in d.written and d.role is DateRole.PUBLISHED]


@pytest.mark.parametrize("name", PAGES)
def test_the_date_strip_is_kept_beside_the_publication_date(
    name: str, opened: dict[str, Article]
) -> None:
    metadata = opened[name].metadata
    assert [d for d in metadata.dates if d.written.startswith("السبت 23 تشرين")]
    assert metadata.dates_disagree


@pytest.mark.parametrize("name", PAGES)
def test_outlet_standfirst_and_addresses_are_those_of_the_page(
    name: str, opened: dict[str, Article]
) -> None:
    metadata = opened[name].metadata
    assert metadata.outlet == "زاكروس عربية"
    assert metadata.standfirst == SHOWN.split("\n")[1]
    assert metadata.canonical_url.startswith(f"{variants.SITE}/ar/news/iraq/61894/")
    assert metadata.claimed_url == variants.URL


@pytest.mark.parametrize("name", ["singlefile", "mhtml"])
def test_a_saving_program_that_gives_its_time_is_believed_as_far_as_that(
    name: str, opened: dict[str, Article]
) -> None:
    saved_at = opened[name].metadata.saved_at
    assert saved_at is not None
    assert saved_at.isoformat() == "2024-11-22T23:20:07+00:00"


@pytest.mark.parametrize("name", PAGES)
def test_what_the_page_would_load_is_listed(name: str, opened: dict[str, Article]) -> None:
    kinds: dict[str, list[str]] = {}
    for reference in opened[name].provenance.remote:
        kinds.setdefault(reference.kind, []).append(reference.url)
    assert any("pixel.gif" in url for url in kinds["pixel"])
    assert any("green-zone-620.jpg" in url for url in kinds["image"])
    if name not in WITHOUT_SCRIPTS:
        assert any("push.example" in url for url in kinds["script"])
        assert any("ads.example/slot" in url for url in kinds["frame"])


@pytest.mark.parametrize("name", PAGES)
def test_the_local_picture_is_an_asset_and_shown(name: str, opened: dict[str, Article]) -> None:
    article = opened[name]
    data = variants.saved_file(variants.PICTURE)
    [asset] = article.assets
    assert (asset.data, asset.media_type) == (data, "image/png")
    assert (asset.width, asset.height) == (640, 360)
    [shown] = [b for b in article.blocks if b.image and b.image.asset == asset.sha256]
    assert asset.sha256 == hashlib.sha256(data).hexdigest()
    assert (shown.kind, shown.state) == (BlockKind.IMAGE, BlockState.SURE)


@pytest.mark.parametrize(
    "text",
    ["زاكروس عربية – أربيل", "منظر عام للعاصمة العراقية (أرشيف)", "الوسوم: العراق"],
    ids=["byline", "caption", "tag"],
)
@pytest.mark.parametrize("name", PAGES)
def test_what_stands_among_the_paragraphs_and_is_none_can_be_brought_in_by_one_click(
    name: str, text: str, opened: dict[str, Article]
) -> None:
    article = opened[name]
    [found] = [b for b in article.blocks if article.page_text[b.start : b.end] == text]
    assert found.state is BlockState.DOUBTFUL


@pytest.mark.parametrize(
    "text",
    [
        "Erbil 7°C السبت 23 تشرين\u00a0الثاني 02:20",
        "کوردی",
        "مشاركة",
        "أخبار ذات صلة",
        "التعليقات (0)",
        "لا توجد تعليقات حتى الآن",
        "الرد كضيف",
        "الأكثر قراءة",
        "هل ترغب في تلقي إشعارات؟",
        "© 2024 زاكروس عربية. جميع الحقوق محفوظة.",
    ],
)
@pytest.mark.parametrize("name", PAGES)
def test_what_surrounds_the_article_is_dropped_but_still_there(
    name: str, text: str, opened: dict[str, Article]
) -> None:
    article = opened[name]
    found = {b.state for b in article.blocks if article.page_text[b.start : b.end] == text}
    assert found == {BlockState.DROPPED}


@pytest.mark.parametrize("name", PAGES)
def test_the_frame_of_an_advertisement_is_no_part_of_the_page(
    name: str, opened: dict[str, Article]
) -> None:
    assert "مساحة إعلانية" not in opened[name].page_text
