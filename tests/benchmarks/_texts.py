"""Arabic news to edit: real articles where they are at hand, and made-up ones where not.

The made-up text has what matters here: rare and common words as in life, sentences and paragraphs,
numbers, quotations, and phrases that a newsroom writes again and again.
"""

from __future__ import annotations

import json
import random
from functools import cache
from itertools import accumulate
from pathlib import Path

_REAL = Path(__file__).parents[3] / "shared" / "data" / "anchoring" / "news-ar.json"


def _listed(words: str) -> list[str]:
    return words.split()


_COMMON = _listed("""
    في من على إلى أن إن عن مع بعد قبل خلال بين التي الذي هذا هذه ذلك كما قد لم لا ما
    كان كانت وقال وأضاف وأكد وأوضح وأشار حيث منذ أمس اليوم العام الماضي وزير رئيس
    حكومة دولة مدينة قوات مصدر
""")
_ROOTS = "كتب درس علم عمل خرج دخل سلم حكم قدم نظر صدر جمع قطع بحث نشر حضر شرك وصل نقل قرر حرب ضرب"
_PATTERNS = (
    "{}{}{} ال{}ا{}{} م{}{}و{} ت{}{}ي{} است{}{}ا{} ا{}ت{}ا{} م{}ا{}{}ة {}{}ا{}ات ي{}{}{}ون مت{}{}{}"
)
_NAMES = _listed("""
    زيد سالم مروان ليلى هالة بشار كريم نادر سمير فؤاد رنا عدنان وليد منى جابر طارق
""")
_PLACES = _listed("""
    بابل نينوى أربيل البصرة الأنبار كركوك ديالى واسط ميسان دهوك النجف كربلاء المثنى
""")

REFRAINS = ("المصدر ذاته", "وزارة الصحة تسجيل", "المتحدث باسم الوزارة", "خلال الساعات", "اقرأ أيضا")
"""What stands in the repeated phrases, by which they are found."""

_LEADS = (
    "وأكد المصدر ذاته أن",
    "وأضاف المصدر ذاته أن",
    "وقال المتحدث باسم الوزارة إن",
    "وبحسب المصدر ذاته فإن",
)


def boilerplate(chance: random.Random) -> str:
    """A paragraph like many others: only its numbers and the place are its own."""
    if chance.random() < 0.2:
        return "اقرأ أيضا: آخر الأخبار العاجلة"
    return (
        f"وأعلنت وزارة الصحة تسجيل {chance.randint(11, 999)} إصابة جديدة و{chance.randint(2, 40)} "
        f"وفيات في محافظة {chance.choice(_PLACES)} خلال الساعات الـ24 الماضية، وفق ما أفاد به "
        "المصدر ذاته."
    )


def article(size: int, chance: random.Random, *, is_real: bool) -> list[str]:
    """Paragraphs of about so many bytes together; one in twelve is boilerplate."""
    found: list[str] = []
    left = size
    source = _real_paragraphs(chance) if is_real else _made_up(chance)
    while left > 0:
        text = next(source)
        if chance.random() < 0.15:
            text = f"{chance.choice(_LEADS)} {text}"
        for paragraph in (text, *([boilerplate(chance)] if chance.random() < 0.08 else [])):
            found.append(paragraph)
            left -= len(paragraph.encode()) + 1
    return found


def has_real() -> bool:
    """Whether real articles are at hand."""
    return _REAL.exists()


@cache
def _real() -> list[list[str]]:
    articles = json.loads(_REAL.read_text("utf-8"))
    kept = ([p.strip() for p in a["content"] if len(p.strip()) > 40] for a in articles)
    return [paragraphs for paragraphs in kept if paragraphs]


def _real_paragraphs(chance: random.Random):
    articles = _real()[:]
    chance.shuffle(articles)
    for paragraphs in articles:
        for paragraph in paragraphs:
            yield " ".join(paragraph.split())
    yield from _made_up(chance)


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Words and how often they come: the most common ones are the newsroom's."""
    chance = random.Random(7)  # noqa: S311
    made = {
        pattern.format(*root)
        for root in [
            *_ROOTS.split(),
            *("".join(chance.sample("بتثجحخدرسشصضطعغفقكلمنهو", 3)) for _ in range(900)),
        ]
        for pattern in _PATTERNS.split()
    }
    words = [*_COMMON, *chance.sample(sorted(made), len(made))]
    return words, list(accumulate(1 / (rank + 4) for rank in range(len(words))))


def any_word(chance: random.Random) -> str:
    """A word that is not a common one."""
    words, _ = _vocabulary()
    return words[chance.randrange(len(_COMMON), len(words))]


def _made_up(chance: random.Random):
    while True:
        yield " ".join(sentence(chance) for _ in range(chance.randint(1, 4)))


def sentence(chance: random.Random) -> str:
    """A made-up sentence."""
    words, weights = _vocabulary()
    drawn = chance.choices(words, cum_weights=weights, k=chance.randint(6, 28))
    if chance.random() < 0.3:
        drawn[chance.randrange(len(drawn))] = str(chance.randint(2, 3000))
    if chance.random() < 0.3:
        drawn[chance.randrange(len(drawn))] = chance.choice(_NAMES)
    if chance.random() < 0.2:
        drawn[chance.randrange(len(drawn))] = f"«{any_word(chance)}»"
    if chance.random() < 0.5:
        drawn[len(drawn) // 2] += "،"
    return " ".join(drawn) + chance.choice("....؟!")
