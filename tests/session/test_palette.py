"""The colours that codes are offered: seen, and told apart, by colour-blind readers too."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from reader.session.palette import palette
from reader.session.presets import presets

COLOURS = [shade.colour for shade in palette()]

SEEN_BY = {
    "most": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopes": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopes": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopes": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What is left of linear RGB. Source: Machado, Oliveira and Fernandes, 2009, severity 1."""
FAR_APART = 15.0
"""In CIELAB; about 2.3 is the least that anybody sees side by side."""

Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def lab(rgb: Triple) -> Triple:
    """CIELAB under D65 of linear sRGB."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [sum(a * c for a, c in zip(row, rgb, strict=True)) for row in rows]
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (v / w for v, w in zip(xyz, white, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, by: str) -> Triple:
    rgb = linear(colour)
    r, g, b = (sum(a * c for a, c in zip(row, rgb, strict=True)) for row in SEEN_BY[by])
    return lab((min(1, max(0, r)), min(1, max(0, g)), min(1, max(0, b))))


@pytest.mark.parametrize("by", SEEN_BY)
def test_no_two_colours_look_alike(by):
    alike = [
        (one, other)
        for one, other in combinations(COLOURS, 2)
        if dist(seen(one, by), seen(other, by)) < FAR_APART
    ]
    assert alike == []


def test_every_colour_has_a_name_in_both_languages():
    assert all(set(shade.labels) == {"ar", "en"} for shade in palette())
    assert len({shade.labels["ar"] for shade in palette()}) == len(palette())


def test_the_presets_use_the_palette():
    assert {code.colour for preset in presets() for code in preset.book.codes} == set(COLOURS)
