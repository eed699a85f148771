"""The language of the interface: translators, direction, and the words of the floors below.

Its digits are a part of it: a translator of our own writes them where a text counts, and
`numeral` asks for them where a number stands by itself. Changing them reaches every widget by
`LanguageChange`, as another language does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from reader.model.choices import Digits, InterfaceLanguage
from reader.resource import resource
from reader.text.digits import ARABIC_INDIC, LATIN, written

if TYPE_CHECKING:
    from reader.model.errors import Message
    from reader.model.summary import Language

_LONGEST = 40
_WITH_DIGITS = {Digits.LATIN: "ar_AE", Digits.ARABIC: "ar_EG"}
"""Locales of Arabic by their digits: a locale cannot be told to use others."""
_DIGITS = "Digits"
"""The context in which a translator is asked for the digits."""
_PAGE_MADE = frozenset(("words", "claim", "source", "other"))
"""Parameters that hold words of an article, which may be a paragraph."""


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Marks a text for lupdate, which knows it by this name. Qt's own is typed as an object."""
    return source


# Words of Qt's own dialogs that its Arabic lacks: named here, they stand among ours.
QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")
QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")
QT_TRANSLATE_NOOP("QFileDialog", "&File name:")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File")
QT_TRANSLATE_NOOP("QPrintWidget", "Output &file:")
QT_TRANSLATE_NOOP("QPrintSettingsOutput", "All Pages")
QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Odd Pages")
QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Even Pages")
# And keys that it words by halves: “Alt+اليمين”. On a keyboard they are Latin, or arrows.
QT_TRANSLATE_NOOP("QShortcut", "Left")
QT_TRANSLATE_NOOP("QShortcut", "Right")
QT_TRANSLATE_NOOP("QShortcut", "Up")
QT_TRANSLATE_NOOP("QShortcut", "Down")


def digits() -> str:
    """The ten digits that the interface writes numbers in."""
    return QCoreApplication.translate(_DIGITS, LATIN)


def numeral(number: float | str) -> str:
    """A number of the interface's own, or ours with words around it, in its digits.

    Not for words of an article, nor for codes and addresses: those stay as they are.
    """
    if isinstance(number, float) and digits() != LATIN:
        return written(str(number).replace(".", "٫"), digits())
    return written(number if isinstance(number, str) else str(number), digits())


def percent(number: int) -> str:
    """A share in percent, with the sign that goes with the digits."""
    return numeral(number) + ("%" if digits() == LATIN else "٪")


def day_words(day: date) -> str:
    """A day as it is said in the language of the interface."""
    arabic = QLocale().language() is QLocale.Language.Arabic
    # The default locale is one with the right digits; the names of the months are the region's.
    month = locale_of("ar" if arabic else "en").standaloneMonthName(day.month)
    return f"{numeral(day.day)} {month} {numeral(day.year)}"


def moment_words(moment: datetime) -> str:
    """A moment by the clock of this place."""
    here = moment.astimezone()
    return f"{day_words(here)} {numeral(f'{here:%H:%M}')}"


class _Translator(QTranslator):
    """Translates, and writes what is counted in Arabic-Indic digits."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context == _DIGITS:
            return ARABIC_INDIC
        found = super().translate(context, source, disambiguation, n)
        if not found:
            return None  # not an empty text: another translator may know it
        return found.replace("%n", written(n, ARABIC_INDIC)) if n >= 0 else found


class Interface(QObject):
    """The language that the window speaks. Changing it reaches every widget by `LanguageChange`."""

    def __init__(
        self,
        app: QApplication,
        choice: InterfaceLanguage = InterfaceLanguage.AUTO,
        digits: Digits = Digits.LATIN,
    ) -> None:
        super().__init__(app)
        self._app = app
        self.choice = choice
        self._digits = digits
        self._translators: list[QTranslator] = []
        self._labels: dict[tuple[type[StrEnum], str], str] = {}
        self.language: Language = "en"
        self.choose(choice)

    def choose(self, choice: InterfaceLanguage) -> None:
        """Speak another language, or the system's."""
        self.choice = choice
        self.language = language_of(choice)
        self._labels.clear()
        locale = locale_of(self.language)
        QLocale.setDefault(with_digits(locale, self._digits))
        # Before the translators, whose installing makes every widget ask for its words anew.
        self._app.setLayoutDirection(locale.textDirection())
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = [self._translator(*place) for place in self._places()]

    def choose_digits(self, digits: Digits) -> None:
        """Write numbers in other digits."""
        if digits is not self._digits:
            self._digits = digits
            self.choose(self.choice)

    def words(self, message: Message) -> str:
        """A message of the floors below, in words; long page-made strings are shortened."""
        from reader import wording  # the first sight of an article needs no message

        return wording.words(shortened(message), self.language, digits())

    def sentence(self, clauses: Sequence[Message], closing: Message | None = None) -> str:
        """Clauses as one sentence without its full stop, a remark that is none at its end."""
        from reader import wording  # as above

        return wording.sentence(clauses, self.language, digits(), closing=closing)

    def label(self, member: StrEnum) -> str:
        """The words of a member of a closed list. Kept: an article asks a thousand times."""
        from reader import wording  # as above

        key = type(member), member.value
        if key not in self._labels:
            self._labels[key] = wording.label(member, self.language)
        return self._labels[key]

    def _places(self) -> tuple[tuple[str, str], ...]:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return (qt, f"qtbase_{self.language}"), (str(resource("i18n")), f"isnad_{self.language}")

    def _translator(self, folder: str, name: str) -> QTranslator:
        arabic = self._digits is Digits.ARABIC
        translator = _Translator(self) if arabic else QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
        return translator


def language_of(choice: InterfaceLanguage) -> Language:
    """The language meant by a choice: by `AUTO` the system's, Arabic or else English."""
    if choice is not InterfaceLanguage.AUTO:
        return "ar" if choice is InterfaceLanguage.AR else "en"
    return "ar" if QLocale.system().language() is QLocale.Language.Arabic else "en"


def locale_of(language: Language) -> QLocale:
    """The system's locale where it is of the language: the names of months differ by region."""
    system = QLocale.system()
    if language == "ar":
        return system if system.language() is QLocale.Language.Arabic else QLocale("ar_IQ")
    return system if system.language() is QLocale.Language.English else QLocale("en_GB")


def with_digits(locale: QLocale, digits: Digits) -> QLocale:
    """The locale, or one of its language that has the digits: Qt's own dialogs show numbers too."""
    latin = locale.zeroDigit() == LATIN[0]
    if locale.language() is not QLocale.Language.Arabic or latin is (digits is Digits.LATIN):
        return locale
    return QLocale(_WITH_DIGITS[digits])


def shortened(message: Message, longest: int = _LONGEST) -> Message:
    """The message with words of an article cut to so many code points, between words."""
    params = {
        name: _cut(value, longest) if name in _PAGE_MADE and isinstance(value, str) else value
        for name, value in message.params.items()
    }
    return message.model_copy(update={"params": params})


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = text[:longest]
    return (head.rsplit(maxsplit=1)[0] if " " in head else head) + "…"
