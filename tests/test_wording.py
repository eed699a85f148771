"""Words for codes: all of them, in both languages, and how they are put together."""

from __future__ import annotations

import importlib
import pkgutil
import re
from enum import StrEnum
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import reader.model
from reader import settings, wording
from reader.anchoring import Why
from reader.model.article import Container
from reader.model.errors import Message
from reader.model.profile import Profile
from reader.model.summary import Language
from reader.model.vocabulary import MarkType, Naming
from reader.resource import resource
from reader.session.checking import RECORDS
from reader.wording import MissingWordingWarning, Piece, isolated, label, pieces, say, words
from tests.support.codes import calls, codes, literals, prefixes

LANGUAGES: tuple[Language, ...] = get_args(Language)
FSI, PDI = "\u2068", "\u2069"


def catalogue(language: Language) -> Catalog:
    with Path(resource("i18n", f"wording_{language}.po")).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


CATALOGUES = {language: catalogue(language) for language in LANGUAGES}


def known(language: Language) -> dict[str, tuple[str, ...]]:
    """Code -> its wordings: one, or its plural forms."""
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (
            (message.string,) if isinstance(message.string, str) else tuple(message.string)
        )
        for message in CATALOGUES[language]
        if message.id
    }


def enums() -> list[StrEnum]:
    """The members of every closed list that a person may meet."""
    modules = [importlib.import_module(m.name) for m in pkgutil.iter_modules(
        reader.model.__path__, "reader.model.")]  # fmt: skip
    classes = {
        c
        for module in (*modules, settings)
        for c in vars(module).values()
        if isinstance(c, type) and issubclass(c, StrEnum) and c is not StrEnum
    }
    classes.add(Why)
    return [member for c in sorted(classes, key=lambda c: c.__name__) for member in c]


COMPOSED = {
    "change_": set(RECORDS),
    "change_add_": {kind.value for kind in MarkType},
    "enum.": {f"{type(member).__name__}.{member.value}" for member in enums()},
    "figure_": {name for name, field in Profile.model_fields.items() if field.annotation is int},
    "verify_unknown_": {"article", "code", "end", "entity", "label"},
}
"""The codes that are put together where they are used: beginning -> ends."""


def wanted() -> dict[str, str]:
    """Every code that needs words, and where it is from."""
    composed = {begin + end: begin for begin, ends in COMPOSED.items() for end in ends}
    return {**composed, **codes()}


def test_every_beginning_of_a_code_is_known_here() -> None:
    assert prefixes() == COMPOSED.keys() - {"enum."}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_program_has_words(language: Language) -> None:
    missing = {code: where for code, where in wanted().items() if code not in known(language)}
    assert missing == {}


def test_no_words_are_kept_for_codes_that_are_gone() -> None:
    used = set(wanted()) | literals()
    nouns = {
        spec
        for forms in known("en").values()
        for form in forms
        for _, _, spec, _ in Formatter().parse(form)
        if spec
    }
    stale = known("en").keys() - used - nouns
    assert stale == set()


def test_both_languages_word_the_same_codes() -> None:
    assert known("ar").keys() == known("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_says_something_and_names_parameters_that_can_be_filled(
    language: Language,
) -> None:
    for code, forms in known(language).items():
        assert all(form.strip() for form in forms), code
        for form in forms:
            for _, name, spec, conversion in Formatter().parse(form):
                assert name is None or re.fullmatch("[a-z_]+", name), code
                assert conversion is None, code
                counted = not spec or spec in known(language) or spec.startswith("enum.")
                assert counted, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_asks_for_a_parameter_that_its_code_does_not_bring(language: Language) -> None:
    brought = list(calls())
    assert len(brought) > 40
    for code, parameters in brought:
        for form in known(language)[code]:
            assert {name for _, name, _, _ in Formatter().parse(form) if name} <= parameters, code


def test_arabic_has_its_six_plural_forms() -> None:
    assert {len(forms) for forms in known("ar").values()} == {1, 6}
    assert {len(forms) for forms in known("en").values()} == {1, 2}
    said = [say("a_claim", "ar", n=n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103)]
    assert said == [
        "لا ادعاء", "ادعاء واحد", "ادعاءان", "3 ادعاءات", "10 ادعاءات", "11 ادعاءً", "99 ادعاءً",
        "100 ادعاء", "101 ادعاء", "102 ادعاء", "103 ادعاءات",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: Language) -> None:
    for code, forms in known(language).items():
        compiled = wording._catalogue(language)
        numbers = {"ar": (0, 1, 2, 3, 11, 100), "en": (1, 2)}[language][: len(forms)]
        plural = tuple(compiled.ngettext(code, code, n) for n in numbers)
        assert forms == (plural if len(forms) > 1 else (compiled.gettext(code),)), code


def test_arabic_keeps_to_one_tanwin_and_latin_digits() -> None:
    for code, forms in known("ar").items():
        for form in forms:
            assert "اً" not in form, code
            assert not re.search("[٠-٩]", form) or code == "enum.Digits.arabic", code


@pytest.mark.parametrize("name", ["isnad_ar.ts", "wording_ar.po"])
def test_arabic_has_arabic_marks_and_names_the_program_in_quotes(name: str) -> None:
    text = Path(resource("i18n", name)).read_text("utf-8")
    assert not re.findall(r"[\u0621-\u064a][,;?].*", text)
    assert "اً" not in text
    # The name is an everyday word too: in a sentence quotes tell the two apart.
    assert not re.findall(r".*(?<!«)(?<!سلسلة )(?<!سلاسل )\bإسناد\b(?!»|<).*", text)


def test_a_label_is_that_of_its_list_and_value() -> None:
    assert label(Naming.ROLE_ONLY, "ar") == "بالصفة"
    assert label(Container.MHTML, "en") == "MHTML archive"


def test_numbers_in_a_sentence_take_the_forms_of_their_nouns() -> None:
    message = Message(
        code="profile_claims",
        params={"claims": 1, "single_source": 0, "two_or_more": 2, "unsourced": 11},
    )
    assert words(message, "ar") == (
        "في المقال ادعاء واحد: لا ادعاء بمصدر واحد، وادعاءان بمصدرين أو أكثر، و11 ادعاءً بلا مصدر."
    )
    assert words(message, "en").startswith("The article makes 1 claim:")


def test_a_plural_message_is_chosen_by_its_first_number() -> None:
    assert say("change_delete", "en", n=1, words="x") == "delete “x”"
    assert say("change_delete", "ar", n=2, words="x") == "حذف وسمين"


def test_a_slug_is_worded_by_the_list_that_its_place_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Catalogue:
        def gettext(self, code: str) -> str:
            return {"x": "as {kind:enum.Container}."}.get(code) or real.gettext(code)

        def ngettext(self, code: str, _: str, n: int) -> str:
            return real.ngettext(code, code, n)

    real = wording._catalogue("en")
    monkeypatch.setattr(wording, "_catalogue", lambda language: Catalogue())
    assert say("x", "en", kind="mhtml") == "as MHTML archive."


def test_foreign_parts_are_told_apart() -> None:
    message = Message(code="no_such_page", params={"name": "صفحة.html"})
    found = pieces(message, "en")
    assert Piece("صفحة.html", foreign=True) in found
    assert [p.text for p in found if not p.foreign][0].startswith("There is neither")  # noqa: RUF015


@pytest.mark.parametrize(
    ("text", "language", "apart"),
    [
        ("مصدر أمني", "ar", False),
        ("plain words, 2021", "en", False),
        ("مصدر أمني", "en", True),
        ("COVID", "ar", True),
        ("29 تموز", "ar", True),
        ("(تموز)", "ar", True),
        ("2021-07-29", "ar", True),
        ("2021-07-29", "en", False),
        ("a\u202eb", "en", True),
        ("سطر\nآخر", "ar", True),
        ("", "ar", False),
    ],
)
def test_a_foreign_part_is_isolated_only_where_it_could_reorder(
    text: str, language: Language, apart: bool
) -> None:
    assert isolated(text, language).startswith(FSI) == apart


def test_a_foreign_part_cannot_break_out_of_its_isolation() -> None:
    said = say("no_such_page", "en", name=f"x{PDI}\u202eقلب")
    assert said.count(FSI) == said.count(PDI) == 1
    assert "\u202e" not in said


def test_an_unknown_code_fails_a_test() -> None:
    with pytest.warns(MissingWordingWarning, match="never_heard_of"):
        assert say("never_heard_of", "en", name="x") == "never_heard_of x"


def test_a_missing_parameter_fails_a_test_and_leaves_its_name() -> None:
    with pytest.warns(MissingWordingWarning, match="name"):
        assert "“name”" in say("no_such_page", "en")


@given(st.text(), st.sampled_from(LANGUAGES))
def test_no_parameter_makes_a_message_fail_or_vanish(name: str, language: Language) -> None:
    message = Message.model_construct(code="no_such_page", params={"name": name})
    assert len(words(message, language)) > 20
