"""What a page would have loaded, and what reading it left out."""

from __future__ import annotations

import pytest

from reader.ingest import provenance, tree
from reader.ingest.container import no_files
from reader.ingest.provenance import left_out, remote_references


def references(html: str, base: str = "") -> list[tuple[str, str]]:
    listed, total = remote_references(tree.parse(html), base, no_files)
    assert total == len(listed)
    return [(reference.kind, reference.url) for reference in listed]


U = "https://t.example/a"


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (f"<img src={U}>", "image"),
        (f"<img data-src={U}>", "image"),
        (f'<img srcset="{U} 2x">', "image"),
        (f"<body background={U}>", "image"),
        (f"<input type=image src={U}>", "image"),
        (f'<svg><image xlink:href="{U}"/></svg>', "image"),
        (f"<video poster={U}></video>", "image"),
        (f"<link rel='shortcut icon' href={U}>", "image"),
        (f"<style>p {{ background: URL( '{U}' ) }}</style>", "image"),
        (f'<p style="background:url({U})">', "image"),
        (f"<img src={U} width=1 height=1>", "pixel"),
        (f"<img src={U} height=0px>", "pixel"),
        (f'<img src={U} style="display: none">', "pixel"),
        (f'<img src={U} style="width:1px;">', "pixel"),
        (f"<noscript><img src={U} hidden></noscript>", "pixel"),
        (f"<script src={U}></script>", "script"),
        (f"<link rel=modulepreload href={U}>", "script"),
        (f"<link rel=preload as=script href={U}>", "script"),
        (f"<link rel=stylesheet href={U}>", "stylesheet"),
        (f'<style>@import "{U}";</style>', "stylesheet"),
        (f"<style>@IMPORT url({U});</style>".replace("IMPORT", "import"), "stylesheet"),
        (f"<iframe src={U}></iframe>", "frame"),
        (f"<frameset><frame src={U}></frameset>", "frame"),
        (f"<video src={U}></video>", "media"),
        (f"<audio><source src={U}></audio>", "media"),
        (f"<link rel=preload as=font href={U}>", "font"),
        (f"<form action={U}></form>", "form"),
        (f"<button formaction={U}>x</button>", "form"),
        (f"<object data={U}></object>", "other"),
        (f"<embed src={U}>", "other"),
        (f"<a href=b ping={U}>x</a>", "other"),
        (f"<link rel=dns-prefetch href={U}>", "other"),
        (f"<meta http-equiv=Refresh content='5; URL={U}'>", "other"),
        (f"<meta http-equiv=refresh content='0;url=\"{U}\"'>", "other"),
    ],
)
def test_each_way_of_loading_is_listed_by_its_kind(html: str, kind: str) -> None:
    assert references(html) == [(kind, U)]


def test_a_font_is_known_by_its_name() -> None:
    html = f"<style>@font-face {{ src: url({U}.woff2?v=1) format('woff2') }}</style>"
    assert references(html) == [("font", f"{U}.woff2?v=1")]


@pytest.mark.parametrize(
    "html",
    [
        f"<a href={U}>x</a>",
        f"<link rel=canonical href={U}>",
        f"<link rel=alternate href={U}>",
        f"<meta property=og:image content={U}>",
        f"<blockquote cite={U}>x</blockquote>",
        f"<p>url({U})</p>",
        "<img src=local.png>",
        "<img src='data:image/png;base64,AAAA'>",
        "<img src='cid:a@b'>",
        "<form action='javascript:x()'></form>",
        "<iframe src=about:blank></iframe>",
        "<svg><use href='#a'/></svg>",
        "<img src=''>",
        "<meta http-equiv=refresh content=5>",
    ],
)
def test_links_and_local_files_are_not_loads(html: str) -> None:
    assert references(html) == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "//t.example/a", "smb://host/a", "\\\\host\\a"]
)
def test_files_and_other_machines_count_as_remote(url: str) -> None:
    assert references(f'<img src="{url}">') == [("image", url)]


def test_relative_addresses_are_remote_where_the_page_s_base_makes_them_so() -> None:
    assert references("<img src=../a>", "https://t.example/b/c") == [("image", U)]


def test_every_candidate_of_a_set_is_listed() -> None:
    html = f'<img srcset="{U}1 1x, {U}2,w_5 640w , {U}3">'
    assert [url for _, url in references(html)] == [f"{U}1", f"{U}2,w_5", f"{U}3"]


def test_an_address_is_listed_once_in_page_order_without_its_fragment() -> None:
    html = f"<script src={U}2></script><img src=' {U}#x'><img src={U}>"
    assert references(html) == [("script", f"{U}2"), ("image", U)]


def test_what_came_along_is_not_listed() -> None:
    page = tree.parse(f"<img src={U}1><img src={U}2>")
    listed, total = remote_references(page, "", {f"{U}1": b"x"}.get)
    assert ([reference.url for reference in listed], total) == ([f"{U}2"], 1)


def test_so_many_are_listed_and_all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance, "MAX_REMOTE_LISTED", 2)
    page = tree.parse("".join(f"<img src={U}{n}>" for n in range(5)))
    listed, total = remote_references(page, "", no_files)
    assert (len(listed), total) == (2, 5)


def test_an_endless_address_is_cut() -> None:
    [(_, url)] = references(f"<img src={U}?{'x' * 5_000}>")
    assert len(url) == 2_048


def test_what_the_article_does_without_is_counted() -> None:
    page = tree.parse(
        "<script>x</script><script src=a></script><script type=application/ld+json>{}</script>"
        "<style>a</style><style></style><iframe></iframe><object></object><embed><form></form>"
        "<video></video><p onclick=x onload=y>أ\x01"
    )
    assert left_out(page) == {
        "removed_script": 2, "removed_style": 2, "removed_frame": 1, "removed_object": 2,
        "removed_form": 1, "removed_media": 1, "removed_handler": 2, "char_control": 1,
    }  # fmt: skip
