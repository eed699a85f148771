from __future__ import annotations

import pytest

from reader.model.library import Code, Codebook, Scale
from reader.resource import resource

BOOK = Codebook.model_validate_json(resource("codebook.json").read_bytes())
CODES = BOOK.codes

LIGHTEST, DARKEST = "#ffffff", "#1e1e1e"
LEAST_CONTRAST = 3.0
"""For parts of an interface that are no text. Source: WCAG 2.2, success criterion 1.4.11."""


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_a_code_has_words_in_both_languages(code: Code) -> None:
    for words in (code.labels, code.definition):
        assert set(words) == {"ar", "en"}
        assert all(words.values())


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_the_colour_of_a_code_stands_out_on_light_and_on_dark(code: Code) -> None:
    assert contrast(code.colour, LIGHTEST) >= LEAST_CONTRAST
    assert contrast(code.colour, DARKEST) >= LEAST_CONTRAST


def test_the_codes_have_the_keys_from_1_to_9_in_order() -> None:
    assert [code.key for code in CODES] == list("123456789")
    assert [code.order for code in CODES] == list(range(1, 10))


def test_no_two_codes_share_a_slug_or_a_colour() -> None:
    assert len({code.slug for code in CODES}) == len({code.colour for code in CODES}) == len(CODES)


@pytest.mark.parametrize("scale", BOOK.scales, ids=lambda scale: scale.slug)
def test_the_steps_of_a_scale_have_words_in_both_languages_and_differ(scale: Scale) -> None:
    for named in (scale, *scale.steps):
        assert set(named.labels) == {"ar", "en"}
        assert all(named.labels.values())
    assert len({step.slug for step in scale.steps}) == len(scale.steps)


def test_only_the_scale_of_five_steps_has_the_numbers_of_claim_review() -> None:
    first, *others = BOOK.scales
    assert [step.rating for step in first.steps] == [5, 4, 3, 2, 1]
    assert BOOK.verdict("five_steps", "half_true", "ar") == "نصف صحيح"
    assert all(step.rating is None for scale in others for step in scale.steps)
