"""The sample in every form in which a reader may have saved it, derived in memory.

`VARIANTS` writes each form into a folder and returns the page's path. All hold the same article:
`SHOWN`, one line for each block that is shown. What a saving program does to a page (which
scripts it drops, how it names things) follows pages that these programs wrote.
"""

from __future__ import annotations

import base64
import html
import plistlib
import quopri
import re
import shutil
from collections.abc import Callable
from email.charset import QP, Charset
from email.header import Header
from pathlib import Path
from urllib.parse import quote

from reader.resource import resource

SAMPLE = resource("samples", "عودة استهداف التحالف.html")
SAMPLE_FOLDER = SAMPLE.with_name(f"{SAMPLE.stem}_ملفات")
SHOWN = (
    (Path(__file__).parents[1] / "fixtures" / "sample-shown.txt").read_text("utf-8").rstrip("\n")
)
TITLE = SHOWN.partition("\n")[0]
SITE = "https://www.zagros.example"
URL = f"{SITE}/ar/news/iraq/61894/{quote('عودة-استهداف-أرتال-التحالف')}"
ORIGINS = {
    "main.css": ("/css/main.css", "text/css"),
    "site.js.download": ("/js/site.js", "text/javascript"),
    "shahinat-tariq-640.png": ("/media/2021/07/shahinat-tariq-640.png", "image/png"),
}
"""Each file of the folder: where on the site it came from, and its media type."""

PICTURE = "shahinat-tariq-640.png"
FRAME = "<!DOCTYPE html><html><head><title>إعلان</title></head><body>مساحة إعلانية</body></html>"
_META = '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>.*?</script>\n?", re.DOTALL)
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>\n?", re.DOTALL)
_AD = re.compile(r'src="https://ads\.example/slot[^"]*"')


def text() -> str:
    """The sample's markup as it stands."""
    return SAMPLE.read_text("utf-8")


def saved_file(name: str) -> bytes:
    return (SAMPLE_FOLDER / name).read_bytes()


def _original() -> str:
    """The markup before a browser saved it: no comment of the browser's, no local folder."""
    made = re.sub(r"<!-- saved from [^>]* -->\n", "", text())
    for name, (path, _) in ORIGINS.items():
        made = made.replace(f"./{SAMPLE_FOLDER.name}/{name}", path)
    return made


def _without_scripts(markup: str, *, keep: str | None = None) -> str:
    def replaced(found: re.Match[str]) -> str:
        return found[0] if keep and keep in found["attributes"] else ""

    return _NOSCRIPT.sub("", _SCRIPT.sub(replaced, markup))


def complete(folder: Path, folder_suffix: str = "_files", *, encoded: bool = False) -> Path:
    """The page and its folder, whose suffix differs with the browser's language.

    Args:
        folder: where both are written; made if missing.
        folder_suffix: follows the page's name.
        encoded: the page refers to its folder percent-encoded, as Firefox writes.
    """
    files = folder / f"{SAMPLE.stem}{folder_suffix}"
    shutil.copytree(SAMPLE_FOLDER, files)
    name = quote(files.name) if encoded else files.name
    path = folder / SAMPLE.name
    path.write_text(text().replace(SAMPLE_FOLDER.name, name), encoding="utf-8", newline="\n")
    return path


def _data_uri(name: str) -> str:
    return f"data:{ORIGINS[name][1]};base64,{base64.b64encode(saved_file(name)).decode()}"


def singlefile() -> bytes:
    """As SingleFile writes: its comment within `html`, all inlined, no scripts but JSON-LD.

    What it could not fetch keeps its address here: the remote pictures.
    """
    comment = (
        f"<!--\n Page saved with SingleFile \n url: {URL} \n"
        " saved date: Sat Nov 23 2024 02:20:07 GMT+0300 (Arabian Standard Time)\n-->"
    )
    css = saved_file("main.css").decode()
    made = _without_scripts(_original(), keep="ld+json").replace(_META, '<meta charset="utf-8">')
    made = re.sub(r"(<html[^>]*>)", lambda found: found[1] + comment, made, count=1)
    made = re.sub(r'<link rel="stylesheet"[^>]*href="https:[^>]*>\n', "", made)
    made = re.sub(
        rf'<link rel="stylesheet"[^>]*href="{ORIGINS["main.css"][0]}">',
        lambda _: f"<style>{css}</style>",
        made,
    )
    made = made.replace(ORIGINS[PICTURE][0], _data_uri(PICTURE))
    return _AD.sub(f'srcdoc="{html.escape(FRAME)}"', made).encode()


_BOUNDARY = "----MultipartBoundary--Zs3kQ0f1wR7sample0saved0by0blink0aaaa----"
_MHTML_HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: {subject}\r\n"
    "Date: Sat, 23 Nov 2024 02:20:07 +0300\r\nMIME-Version: 1.0\r\nContent-Type: "
    'multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n\r\n'
)


def _part(media_type: str, place: str, body: bytes, content_id: str = "") -> bytes:
    textual = media_type.startswith("text/")
    head = (
        f"--{_BOUNDARY}\r\nContent-Type: {media_type}\r\n"
        + (f"Content-ID: <{content_id}>\r\n" if content_id else "")
        + f"Content-Transfer-Encoding: {'quoted-printable' if textual else 'base64'}\r\n"
        f"Content-Location: {place}\r\n\r\n"
    )
    lines = quopri.encodestring(body) if textual else base64.encodebytes(body)
    return head.encode() + lines.replace(b"\n", b"\r\n") + b"\r\n"


def mhtml() -> bytes:
    """As Blink writes: no scripts, absolute addresses, styles and frames by `cid:`."""
    css, frame = "css-0b1d9f6e-61d1@mhtml.blink", "frame-7C0FFEE1A2B3@mhtml.blink"
    made = _without_scripts(_original()).replace('src="/', f'src="{SITE}/')
    made = made.replace(f'href="{ORIGINS["main.css"][0]}"', f'href="cid:{css}"')
    made = _AD.sub(f'src="cid:{frame}"', made)
    quoted = Charset("utf-8")
    quoted.header_encoding = QP
    subject = Header(f"{TITLE} - زاكروس عربية", quoted).encode(linesep="\r\n")
    return b"".join(
        (
            _MHTML_HEAD.format(url=URL, subject=subject, boundary=_BOUNDARY).encode(),
            _part("text/html", URL, made.encode(), "frame-5A11AD0B@mhtml.blink"),
            _part("text/css", f"cid:{css}", saved_file("main.css")),
            _part("image/png", SITE + ORIGINS[PICTURE][0], saved_file(PICTURE)),
            _part("text/html", "https://ads.example/slot", FRAME.encode(), frame),
            f"--{_BOUNDARY}--\r\n".encode(),
        )
    )


def webarchive() -> bytes:
    """As Safari writes: a binary property list, the markup as the server sent it."""

    def entry(data: bytes, url: str, media_type: str) -> dict[str, str | bytes]:
        made = {"WebResourceData": data, "WebResourceURL": url, "WebResourceMIMEType": media_type}
        textual = {"WebResourceTextEncodingName": "UTF-8"} if "text" in media_type else {}
        return made | textual

    def page(markup: str, url: str) -> dict[str, str | bytes]:
        return entry(markup.encode(), url, "text/html") | {"WebResourceFrameName": ""}

    return plistlib.dumps(
        {
            "WebMainResource": page(_original(), URL),
            "WebSubresources": [
                entry(saved_file(name), SITE + path, media_type)
                for name, (path, media_type) in ORIGINS.items()
            ],
            "WebSubframeArchives": [
                {"WebMainResource": page(FRAME, "https://ads.example/slot?size=300x250&page=61894")}
            ],
        },
        fmt=plistlib.FMT_BINARY,
    )


def recoded(codec: str, label: str) -> bytes:
    """The page's bytes in `codec`, its own declaration saying `label`.

    A character that the codec lacks becomes a character reference, as publishing systems do.
    """
    declared = text().replace(_META, _META.replace("UTF-8", label))
    return declared.encode(codec, "xmlcharrefreplace")


def windows_1256() -> bytes:
    return recoded("cp1256", "windows-1256")


def utf8_labelled_1256() -> bytes:
    return recoded("utf-8", "windows-1256")


def cp1256_labelled_latin() -> bytes:
    return recoded("cp1256", "iso-8859-1")


def utf16(*, bom: bool = True, order: str = "le") -> bytes:
    """`order` is `le` or `be`."""
    mark = "\ufeff".encode(f"utf-16-{order}") if bom else b""
    return mark + recoded(f"utf-16-{order}", "UTF-16")


def plain_text() -> bytes:
    """The article alone, as copied into a text file: a blank line between paragraphs."""
    return SHOWN.replace("\n", "\n\n").encode() + b"\n"


def _as_page(made: Callable[[], bytes]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = complete(folder, SAMPLE_FOLDER.name.removeprefix(SAMPLE.stem))
        path.write_bytes(made())
        return path

    return write


def _as_file(made: Callable[[], bytes], name: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        path.write_bytes(made())
        return path

    return write


VARIANTS: dict[str, Callable[[Path], Path]] = {
    "as_bundled": _as_page(SAMPLE.read_bytes),
    "complete": complete,
    "complete_encoded": lambda folder: complete(folder, "_fichiers", encoded=True),
    "singlefile": _as_file(singlefile, "عودة استهداف التحالف (23_11_2024 02_20_07).html"),
    "mhtml": _as_file(mhtml, "عودة استهداف التحالف.mhtml"),
    "webarchive": _as_file(webarchive, "عودة استهداف التحالف.webarchive"),
    "windows_1256": _as_page(windows_1256),
    "utf8_labelled_1256": _as_page(utf8_labelled_1256),
    "cp1256_labelled_latin": _as_page(cp1256_labelled_latin),
    "utf16le": _as_page(utf16),
    "utf16be": _as_page(lambda: utf16(order="be")),
    "utf16le_without_bom": _as_page(lambda: utf16(bom=False)),
    "utf16be_without_bom": _as_page(lambda: utf16(bom=False, order="be")),
    "plain_text": _as_file(plain_text, "عودة استهداف التحالف.txt"),
}
