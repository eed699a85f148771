"""The encoding of a page, and the evidence for it."""

from __future__ import annotations

import codecs

import pytest

from reader.ingest.charset import ENCODINGS, decode, utf16_by_pattern
from reader.ingest.errors import UnknownEncodingError
from reader.ingest.mojibake import MOJIBAKE
from tests.support import hostile, hostile_files

ARABIC = " ".join((*hostile.PARAGRAPHS, hostile.AFTER))
PERSIAN = "رئیس جمهوری گفت که دولت برای حل مشکلات مردم تلاش می‌کند و گزارش کارها را می‌دهد. " * 3


@pytest.mark.parametrize("name", hostile_files.ENCODINGS)
def test_hard_encodings_give_the_right_arabic(name: str) -> None:
    text, found = decode(hostile_files.ENCODINGS[name]())
    assert all(paragraph in text for paragraph in (*hostile.PARAGRAPHS, hostile.AFTER))
    assert found.certain


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, codec: str, name: str) -> None:
    text, found = decode(mark + ARABIC.encode(codec), label="iso-8859-1")
    assert text == ARABIC
    assert (found.name, found.evidence.code) == (name, "encoding_bom")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ARABIC, "<p>English news only, nothing else.</p>"])
def test_utf16_without_a_mark_is_known_by_its_zero_bytes(codec: str, text: str) -> None:
    found_text, found = decode(text.encode(codec))
    assert found_text == text
    assert found.evidence.code == "encoding_utf16_pattern"


@pytest.mark.parametrize("data", [b"", b"ab", ARABIC.encode(), ARABIC.encode("cp1256"), bytes(64)])
def test_what_has_no_zero_bytes_in_turn_is_not_utf16(data: bytes) -> None:
    assert utf16_by_pattern(data) is None


@pytest.mark.parametrize("label", ["windows-1256", "iso-8859-6", "iso-8859-1", "utf-16", None])
def test_valid_utf8_wins_over_any_label(label: str | None) -> None:
    text, found = decode(ARABIC.encode(), label=label)
    assert text == ARABIC
    assert (found.name, found.evidence.code) == ("utf-8", "encoding_utf8")


def test_pure_ascii_is_said_to_be_so() -> None:
    assert decode(b"news")[1].evidence.code == "encoding_ascii"


def test_mostly_valid_utf8_tells_how_many_bytes_are_unreadable() -> None:
    data = ARABIC.encode()[:-1] + b" \xff\xfe \xc0"
    text, found = decode(data)
    assert (found.name, found.evidence.code) == ("utf-8", "encoding_utf8_mostly")
    assert found.unreadable == 3
    assert found.evidence.params["count"] == 3
    assert text.startswith(ARABIC[:-1])


def test_a_replacement_character_of_the_page_itself_is_not_an_unreadable_byte() -> None:
    assert decode("خبر \ufffd".encode())[1].unreadable == 0


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("label", [None, "utf-8", "iso-8859-1", "windows-1252", "no such label"])
def test_arabic_letters_speak_where_the_label_does_not(encoding: str, label: str | None) -> None:
    codec = {"windows-1256": "cp1256", "iso-8859-6": "iso8859_6"}[encoding]
    text, found = decode(ARABIC.encode(codec, "replace"), label=label)
    assert found.name == encoding
    assert found.evidence.code == "encoding_letters"
    assert hostile.PARAGRAPHS[1].split("،")[0] in text


def test_arabic_letters_override_another_arabic_label_only_when_they_are_clear() -> None:
    _, overridden = decode(ARABIC.encode("cp1256"), label="iso-8859-6")
    assert overridden.name == "windows-1256"
    assert overridden.evidence.code == "encoding_letters_over_label"
    assert overridden.evidence.params["label"] == "iso-8859-6"
    assert not overridden.certain
    _, kept = decode("خبر".encode("cp1256"), label="iso-8859-6")
    assert (kept.name, kept.evidence.code) == ("iso-8859-6", "encoding_container")


def test_the_letters_of_a_long_page_are_sampled() -> None:
    assert decode((ARABIC * 50).encode("cp1256"))[1].name == "windows-1256"


def test_persian_in_windows_1256_is_known() -> None:
    assert decode(PERSIAN.encode("cp1256", "replace"))[1].name == "windows-1256"


@pytest.mark.parametrize(
    ("codec", "sentence"),
    [
        ("cp1252", "L’été dernier, les députés ont été réélus à l’étranger, où ça été créé. "),
        ("cp1251", "Президент заявил, что правительство примет решение в ближайшее время. "),
        ("cp1255", "ראש הממשלה אמר כי הממשלה תקבל החלטה בקרוב על המשך הפעולות במקום. "),
        ("cp1254", "Başbakan, hükümetin önümüzdeki günlerde yeni önlemler alacağını söyledi. "),
        ("cp1253", "Ο πρωθυπουργός δήλωσε ότι η κυβέρνηση θα λάβει μέτρα για την οικονομία. "),
    ],
)
def test_other_languages_are_not_taken_for_arabic(codec: str, sentence: str) -> None:
    _, found = decode((sentence * 20).encode(codec))
    assert found.name == codec.replace("cp", "windows-")
    assert not found.certain


def test_a_label_of_the_container_comes_before_the_page_s_own() -> None:
    data = b'<meta charset="windows-1251">' + "Öl ist da, schön für alle".encode("cp1254")
    assert decode(data, label="windows-1254")[1].evidence.code == "encoding_container"
    assert decode(data)[1].evidence.params == {"encoding": "windows-1251", "label": "windows-1251"}


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<META http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        '<?xml version="1.0" encoding="windows-1251"?>',
        '<!-- <meta charset="iso-8859-7"> --><meta charset=windows-1251>',
        "<script>" + "x" * 30_000 + "</script><meta charset=cp1251>",
    ],
)
def test_the_page_s_own_label_is_found(head: str) -> None:
    _, found = decode(head.encode() + "Привет".encode("cp1251"))
    assert (found.name, found.evidence.code) == ("windows-1251", "encoding_meta")


def test_a_latin_label_counts_when_no_letters_speak_against_it() -> None:
    text, found = decode("déjà".encode("latin-1"), label="ISO-8859-1")
    assert text == "déjà"
    assert (found.name, found.evidence.code) == ("windows-1252", "encoding_container")


def test_bytes_without_any_evidence_are_marked_uncertain() -> None:
    _, found = decode(b"a \xa4")
    assert found.name == "windows-1252"
    assert found.evidence.code == "encoding_fallback"
    assert not found.certain


@pytest.mark.parametrize("name", [name for name in ENCODINGS if name != MOJIBAKE])
def test_every_encoding_that_is_offered_can_be_chosen(name: str) -> None:
    _, found = decode(b"\xc7\xe1 \xca\xcd", chosen=name)
    assert (found.name, found.evidence.code) == (name, "encoding_chosen")


@pytest.mark.parametrize(
    ("chosen", "codec"),
    [
        ("cp720", "cp720"), ("CP864", "cp864"), ("mac-arabic", "mac_arabic"),
        ("mac_arabic", "mac_arabic"), ("Windows-1256", "cp1256"), ("arabic", "iso8859_6"),
        ("utf-16le", "utf-16-le"),
    ],
)  # fmt: skip
def test_an_encoding_picked_by_hand_is_used(chosen: str, codec: str) -> None:
    text = b"\xc7\xe4\xc7\xe4".decode("iso8859_6") if codec != "cp864" else "\ufe8d"
    assert decode(text.encode(codec), chosen=chosen)[0] == text


def test_a_byte_order_mark_of_the_chosen_encoding_is_no_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"a", chosen="utf-8")[0] == "a"


@pytest.mark.parametrize("name", ["klingon", "", "base64", "rot13", "unicode_escape", "idna"])
def test_an_unknown_encoding_is_an_error_that_names_it(name: str) -> None:
    with pytest.raises(UnknownEncodingError) as caught:
        decode(b"a", chosen=name)
    assert caught.value.message.code == "encoding_unknown"
    assert caught.value.message.params == {"encoding": name}


def test_utf8_once_read_as_windows_1256_is_noticed_and_left_as_it_is() -> None:
    data = hostile_files.mojibake()
    text, found = decode(data)
    assert found.mojibake
    assert text == data.decode()


def test_utf8_once_read_as_windows_1256_is_repaired_when_asked() -> None:
    text, found = decode(hostile_files.mojibake(), chosen=MOJIBAKE)
    assert all(paragraph in text for paragraph in hostile.PARAGRAPHS)
    assert not found.mojibake


@pytest.mark.parametrize("text", [ARABIC, PERSIAN, "ظ¾ط" * 3, "L’été à Ménilmontant", "", "Привет"])
def test_honest_text_is_not_taken_for_damaged(text: str) -> None:
    assert not decode(text.encode())[1].mojibake


def test_the_repair_leaves_alone_what_was_never_damaged() -> None:
    assert decode("سليم – 5€".encode(), chosen=MOJIBAKE)[0] == "سليم – 5€"
