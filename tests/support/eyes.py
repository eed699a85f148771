"""Colours as eyes see them that lack a kind of cones, or on a screen or paper without colour.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics
15 (6), 2009, at a severity of 1.0. They apply to linear light.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

Rgb = tuple[int, int, int]
Linear = tuple[float, float, float]

_MATRICES: Final[dict[str, tuple[Linear, Linear, Linear]]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
}
EYES: Final = ("all cones", *_MATRICES)


def seen(pixel: int, eye: str) -> Linear:
    """A pixel `0xrrggbb` as an eye sees it: in linear light, from 0 to 1."""
    light: Linear = tuple(_linear(pixel >> by & 0xFF) for by in (16, 8, 0))  # type: ignore[assignment]
    if eye not in _MATRICES:
        return light
    found = (sum(m * v for m, v in zip(row, light, strict=True)) for row in _MATRICES[eye])
    return tuple(min(max(value, 0.0), 1.0) for value in found)  # type: ignore[return-value]


def brightness(pixel: int, eye: str) -> float:
    """How bright a pixel is to an eye: its relative luminance, from 0 to 1."""
    red, green, blue = seen(pixel, eye)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int, eye: str) -> float:
    """The contrast of two pixels to an eye, as WCAG 2 counts it: from 1 to 21."""
    dark, light = sorted((brightness(one, eye), brightness(other, eye)))
    return (light + 0.05) / (dark + 0.05)


def contrast_with(ground: int, eye: str) -> Callable[[int], float]:
    """Contrast with one ground; what was asked once is remembered."""
    return cache(lambda pixel: contrast(pixel, ground, eye))


def _linear(value: int) -> float:
    level = value / 255
    return level / 12.92 if level <= 0.04045 else float(((level + 0.055) / 1.055) ** 2.4)
