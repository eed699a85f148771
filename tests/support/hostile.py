"""Nasty pages, each made by a small function: bytes, or files written under a folder.

Every page built by `page` holds `PARAGRAPHS` and ends with `AFTER`, so that a test can ask
whether the text that follows the trap is still there. Everything that a trap names outside its
own folder has `TRAP` in its path: a test that follows system calls looks for that one word.
Encodings, containers and file names are in `hostile_files`.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

TRAP = "isnad-trap"
TITLE = "المجلس البلدي يناقش خطة النقل العام في المدينة"
PARAGRAPHS = (
    (
        "ناقش المجلس البلدي في جلسته الأسبوعية خطة جديدة للنقل العام، تتضمن شراء حافلات إضافية"
        " وتوسيع الخطوط إلى الأحياء الشمالية التي شكا سكانها من بعد المواقف وقلة الرحلات."
    ),
    (
        "وقال رئيس لجنة الخدمات إن الخطة ستنفذ على ثلاث مراحل، تبدأ الأولى منها مع بداية العام"
        " الدراسي، على أن تعلن مواعيد الرحلات الجديدة قبل شهر من ذلك."
    ),
    (
        "وأضاف أن كلفة المرحلة الأولى تبلغ مليوني دينار، وأن المجلس طلب من الشركات تقديم عروضها"
        " حتى نهاية الشهر المقبل."
    ),
)
AFTER = "وختم المجلس جلسته بتحديد موعد الجلسة المقبلة لمناقشة موازنة العام الجديد."


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


def page(trap: str = "", *, head: str = '<meta charset="utf-8">', title: str = TITLE) -> str:
    """An Arabic article with `trap` between its paragraphs and the last one."""
    return (
        f"<!DOCTYPE html>\n<html><head>{head}<title>{title}</title></head>\n<body><article>\n"
        f"<h1>{title}</h1>\n{paragraphs(*PARAGRAPHS)}{trap}\n{paragraphs(AFTER)}"
        "</article></body></html>\n"
    )


# Size and depth: the text after the trap must be there, soon.


def nested_divs(depth: int = 200_000) -> bytes:
    return page("<div>" * depth + "في القاع" + "</div>" * depth).encode()


def unclosed_inlines(depth: int = 20_000) -> bytes:
    return page("<b><i>" * depth + "مائل").encode()


def many_attributes(count: int = 100_000) -> bytes:
    return page("<div " + " ".join(f"a{n}=x" for n in range(count)) + ">كثير</div>").encode()


def long_text(megabytes: int = 11) -> bytes:
    """One paragraph of that many megabytes of UTF-8."""
    words = "كلمات متتابعة بلا نهاية "
    return page(paragraphs(words * (megabytes * 1_000_000 // len(words.encode())))).encode()


def long_word(length: int = 200_000) -> bytes:
    return page(paragraphs("ب" * length)).encode()


def nested_tables(depth: int = 30) -> bytes:
    return page(
        "<table><tr><td>خلية<td>" * depth + "في الداخل" + "</td></tr></table>" * depth
    ).encode()


def span_bomb(span: int = 1_000_000) -> bytes:
    """A table whose spans ask for more cells than any memory holds."""
    row = f'<tr><td colspan="{span}" rowspan="{span}">واسعة</td><td colspan="-3">ضيقة</td></tr>'
    return page(f"<table>{row * 200}</table>").encode()


def entity_bomb() -> bytes:
    """Declared entities, as XML would expand them to gigabytes; HTML knows no such thing."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return (f'<!DOCTYPE html [<!ENTITY e0 "ها">{levels}]>' + page("<p>&e11;</p>")).encode()


def control_characters() -> bytes:
    """NUL, other controls, overlong UTF-8 and encoded surrogates between the paragraphs."""
    return page("<p>@</p>").encode().replace(b"@", b"a\x00b\x01c\xc0\xafd\xed\xa0\x80e\x7f")


BOMBS: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        nested_divs, unclosed_inlines, many_attributes, long_text, long_word, nested_tables,
        span_bomb, entity_bomb, control_characters,
    )
}  # fmt: skip


# Paths and addresses: nothing that the page names outside its folder may be opened.


def named_paths(outside: Path) -> list[str]:
    """Ways to name a file of the folder `outside`, or of another machine, by a path."""
    inside = outside / f"{TRAP}.png"
    return [
        inside.as_uri(),
        inside.as_uri().replace("file://", "FILE:"),
        inside.as_uri().replace("file:///", "file://localhost/"),
        inside.as_uri().replace(TRAP, TRAP.replace("-", "%2D")),
        str(inside),
        f"../{TRAP}.png",
        f"..%2F{TRAP}.png",
        f"..\\{TRAP}.png",
        f"./hostile_files/../../{TRAP}.png",
        f"hostile_files/link/{TRAP}.png",
        f"//127.0.0.1/{TRAP}.png",
        f"\\\\127.0.0.1\\share\\{TRAP}.png",
        f"file://127.0.0.1/share/{TRAP}.png",
        f"smb://127.0.0.1/{TRAP}.png",
        f"http://127.0.0.1:9/{TRAP}.png",
        f"qrc:/{TRAP}.png",
        f"image://{TRAP}",
        f"view-source:{inside.as_uri()}",
        f"\x01\t{inside.as_uri()}",
    ]


_USES = (
    '<img src="{0}" alt="صورة">',
    '<img srcset="{0} 2x, {0} 1x">',
    '<picture><source srcset="{0}"></picture>',
    '<table background="{0}"><tr><td background="{0}">خلية</td></tr></table>',
    "<p style=\"background: url({0}); list-style-image: url('{0}')\">نمط</p>",
    '<object data="{0}"></object><embed src="{0}">',
    '<iframe src="{0}"></iframe><frame src="{0}">',
    '<video src="{0}" poster="{0}"></video><audio src="{0}"></audio>',
    '<input type="image" src="{0}"><script src="{0}"></script>',
    '<svg><image href="{0}" xlink:href="{0}"/><use href="{0}#a"/></svg>',
    '<a href="{0}">رابط</a><form action="{0}"></form>',
)
_HEAD_USES = (
    '<link rel="stylesheet" href="{0}"><link rel="icon" href="{0}"><link rel="import" href="{0}">',
    (
        '<style>@import "{0}"; @import url({0}); body {{ background: url("{0}") }}'
        " @font-face {{ font-family: x; src: url({0}) }}</style>"
    ),
    '<meta http-equiv="refresh" content="0; url={0}"><meta property="og:image" content="{0}">',
)


def naming_page(outside: Path) -> bytes:
    """A page that names files of `outside`, other machines and programs in every way known."""
    names = named_paths(outside)
    head = "".join(use.format(name) for name in names for use in _HEAD_USES)
    body = "".join(use.format(name) for name in names for use in _USES)
    base = f'<base href="{outside.as_uri()}/">'
    return page(body, head=f'<meta charset="utf-8">{head}{base}').encode()


def naming_folder(folder: Path) -> Path:
    """The page that names forbidden paths, in a folder of its own, the forbidden files beside it.

    `folder/isnad-trap.png` exists and is a good picture: only a reader that leaves the page's
    folder finds it. `hostile_files/link` is a symbolic link that leads out.
    """
    saved = folder / "saved"
    (saved / "hostile_files").mkdir(parents=True)
    (folder / f"{TRAP}.png").write_bytes(png(8, 8))
    (saved / "hostile_files" / "link").symlink_to(folder, target_is_directory=True)
    path = saved / "hostile.html"
    path.write_bytes(naming_page(folder))
    return path


# Pictures: a placeholder, never a decode.


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, *, rows: int | None = None) -> bytes:
    """A grey PNG that says it is `width` by `height`; `rows` of it are really there."""
    scan = (b"\x00" + b"\x80" * width) * (height if rows is None else rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(scan)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def huge_png() -> bytes:
    """20,000 by 20,000 by its header, in a few hundred bytes."""
    return png(20_000, 20_000, rows=1)


def use_bomb(levels: int = 30, *, reads: str = f"file:///{TRAP}.png") -> bytes:
    """An SVG that doubles itself at each level, and names a file."""
    groups = "".join(
        f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>'
        for n in range(1, levels + 1)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">'
        f'<image href="{reads}"/><g id="g0"><rect width="1" height="1"/></g>{groups}</svg>'
    ).encode()


def with_picture(folder: Path, picture: bytes, name: str = "picture.png") -> Path:
    """A complete page whose one local picture has these bytes under this name."""
    files = folder / "page_files"
    files.mkdir(parents=True)
    (files / name).write_bytes(picture)
    path = folder / "page.html"
    path.write_text(page(f'<img src="page_files/{name}" alt="صورة">'), encoding="utf-8")
    return path


def with_inline_picture(picture: bytes, media_type: str = "image/png") -> bytes:
    data = base64.b64encode(picture).decode()
    return page(f'<img src="data:{media_type};base64,{data}" alt="صورة">').encode()


PICTURES: dict[str, Callable[[], bytes]] = {
    "svg_named_png": use_bomb,
    "huge_png": huge_png,
    "empty": bytes,
    "only_magic": lambda: b"\x89PNG\r\n\x1a\n",
    "html_named_png": lambda: page().encode(),
}
