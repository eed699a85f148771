"""The parts of the window's frame by themselves."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from reader.gui.kit.action_table import ACTIONS, BAR, SELECTION_BAR
from reader.gui.kit.actions import Actions
from reader.gui.kit.i18n import Interface, language_of, locale_of, shortened
from reader.gui.kit.menu_table import MENUS
from reader.gui.kit.message_bar import Level, MessageArea, Notice, Offer
from reader.gui.kit.progress import ProgressStrip
from reader.gui.kit.save_indicator import SaveIndicator
from reader.gui.kit.theme import Theme
from reader.gui.window.crash import CrashReporter, report
from reader.gui.window.menus import Menus, ToolBar, Wardrobe
from reader.gui.window.start_page import StartPage
from reader.model.article import Container
from reader.model.errors import Message
from reader.model.library import ArticleFile, Capture, SaveState
from reader.model.vocabulary import Number, Standing
from reader.session.library import Shelf
from reader.settings import InterfaceLanguage

THEME = Theme.load("light")


@pytest.fixture
def arabic(qapp: QApplication) -> Iterator[Interface]:
    interface = Interface(qapp, InterfaceLanguage.AR)
    yield interface
    interface.choose(InterfaceLanguage.EN)
    interface.deleteLater()


# Actions


def test_no_two_actions_share_a_key() -> None:
    keys = [QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_every_action_named_elsewhere_is_in_the_table() -> None:
    names = {spec.name for spec in ACTIONS}
    assert {name for group in BAR for name in group} <= names
    assert set(SELECTION_BAR) <= names
    assert {spec.menu for spec in ACTIONS} <= {menu.name for menu in MENUS} | {""}


def test_an_action_is_enabled_when_all_that_it_needs_holds(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)

    actions.enable(frozenset({"writable"}))
    assert not actions["delete"].isEnabled()
    actions.enable(frozenset({"writable", "mark"}))
    assert actions["delete"].isEnabled()


def test_an_action_says_its_name_and_its_key(qtbot: QtBot, arabic: Interface) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    assert actions["mark_source"].toolTip() == "وسم مصدر (1)"
    assert actions["mark_source"].iconText() == "مصدر"

    actions.name_change("undo", "ربط & فك")

    assert actions["undo"].toolTip() == "تراجع: ربط & فك (Ctrl+Z)"
    assert actions["undo"].text().endswith("ربط && فك")


def test_keys_that_end_in_a_sign_stay_in_order_in_an_arabic_menu(
    qtbot: QtBot, arabic: Interface
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    assert actions["larger"].text().endswith("\t\u2066Ctrl++\u2069")
    assert actions["larger"].toolTip() == "تكبير النص (\u2068Ctrl++\u2069)"
    assert "\t" not in actions["open"].text()

    arabic.choose(InterfaceLanguage.EN)
    actions.retranslate()

    assert "\t" not in actions["larger"].text()


def test_a_narrow_tool_bar_leaves_its_names_out_rather_than_its_last_actions(
    qtbot: QtBot, arabic: Interface
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    bar = ToolBar(actions)
    window.addToolBar(bar)
    Wardrobe(actions, Menus(window, actions)).dress(THEME)
    window.resize(1300, 300)
    window.show()
    last, named = bar.widgetForAction(actions["panel_inspector"]), bar._named[0]
    wide = named.width()

    window.resize(bar.sizeHint().width() - 60, 300)
    qtbot.waitUntil(lambda: named.width() < wide)
    assert last.isVisible()

    window.resize(1300, 300)
    qtbot.waitUntil(lambda: named.width() == wide)


def test_menus_and_tool_bar_hold_the_actions_in_both_languages(
    qtbot: QtBot, arabic: Interface
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    menus = Menus(window, actions)
    bar = ToolBar(actions)
    window.addToolBar(bar)
    assert menus["file"].title() == "&ملف"
    assert actions["undo"] in menus["edit"].actions()
    assert actions["link"] in bar.actions()

    arabic.choose(InterfaceLanguage.EN)
    menus.retranslate()

    assert menus["file"].title() == "&File"


def test_a_menu_that_opens_has_its_icons_in_the_theme_of_the_hour(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    menus = Menus(window, actions)
    wardrobe = Wardrobe(actions, menus)
    wardrobe.dress(THEME)
    assert all(not actions[name].icon().isNull() for group in BAR for name in group)

    seen = []
    for theme in (THEME, Theme.load("dark")):
        wardrobe.dress(theme)
        for menu in MENUS:
            menus[menu.name].aboutToShow.emit()
        worn = {spec.name: actions[spec.name].icon() for spec in ACTIONS if spec.icon}
        assert all(not icon.isNull() for icon in worn.values())
        seen.append({name: icon.pixmap(16).toImage() for name, icon in worn.items()})
    assert all(seen[0][name] != seen[1][name] for name in seen[0])


# Language


def test_arabic_mirrors_the_window_and_words_qt_s_own_buttons(
    arabic: Interface, qapp: QApplication
) -> None:
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert qapp.translate("QPlatformTheme", "Cancel") == "ألغِ"
    assert QLocale().language() is QLocale.Language.Arabic


@pytest.mark.parametrize(
    ("system", "language"), [("ar_EG", "ar"), ("en_GB", "en"), ("fr_FR", "en")]
)
def test_the_system_s_language_is_followed_unless_one_is_chosen(
    monkeypatch: pytest.MonkeyPatch, system: str, language: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert language_of(InterfaceLanguage.AUTO) == language
    assert language_of(InterfaceLanguage.AR) == "ar"
    assert language_of(InterfaceLanguage.EN) == "en"


@pytest.mark.parametrize(
    ("system", "arabic", "english"), [("ar_EG", "ar_EG", "en_GB"), ("en_US", "ar_IQ", "en_US")]
)
def test_dates_follow_the_region_of_the_system_where_it_fits(
    monkeypatch: pytest.MonkeyPatch, system: str, arabic: str, english: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert locale_of("ar").name() == arabic
    assert locale_of("en").name() == english


@pytest.mark.parametrize(
    ("n", "words"), [(1, "وسم واحد"), (2, "وسمان"), (3, "3 وسوم"), (11, "11 وسمًا")]
)
def test_arabic_plurals_are_right(
    arabic: Interface, qapp: QApplication, n: int, words: str
) -> None:
    said = "%n mark(s) are on another saved version of this article."
    text = qapp.translate("Attaching", said, "", n)
    assert words in text


def test_members_that_share_a_value_keep_their_own_labels(arabic: Interface) -> None:
    assert arabic.label(Number.UNSTATED) != arabic.label(Standing.UNSTATED)
    arabic.choose(InterfaceLanguage.EN)
    assert arabic.label(Number.ONE) == "one"


def test_long_words_of_an_article_are_shortened_and_nothing_else_is() -> None:
    claim = "قال مصدر أمني إن عبوتين ناسفتين انفجرتا ظهر اليوم بالتعاقب"
    message = Message(code="x", params={"words": claim, "path": "/a" * 60, "n": 3})

    short = shortened(message)

    assert short.params["words"] == "قال مصدر أمني إن عبوتين ناسفتين…"
    assert short.params["path"] == "/a" * 60
    assert short.params["n"] == 3


def test_a_long_word_is_cut_within() -> None:
    assert shortened(Message(code="x", params={"words": "ا" * 50})).params["words"] == (
        "ا" * 40 + "…"
    )


# Notices


def _area(qtbot: QtBot) -> MessageArea:
    area = MessageArea(THEME)
    qtbot.addWidget(area)
    return area


def _texts(area: MessageArea) -> list[str]:
    layout = area.layout()
    assert layout is not None
    bars = [layout.itemAt(i).widget() for i in range(layout.count())]  # type: ignore[union-attr]
    return [bar.accessibleName() for bar in bars if bar]


def test_the_gravest_notice_stands_first(qtbot: QtBot) -> None:
    area = _area(qtbot)
    for key, level in (("i", Level.INFO), ("e", Level.ERROR), ("w", Level.WARNING)):
        area.put(Notice(key, level, lambda key=key: key))
    assert _texts(area) == ["e", "w", "i"]


def test_a_notice_takes_the_place_of_one_with_its_key(qtbot: QtBot) -> None:
    area = _area(qtbot)
    for text in ("first", "second"):
        area.put(Notice("error", Level.ERROR, lambda text=text: text))
    assert _texts(area) == ["second"]


def test_an_area_without_notices_takes_no_room(qtbot: QtBot) -> None:
    area = _area(qtbot)
    area.put(Notice("error", Level.ERROR, lambda: "x"))
    assert not area.isHidden()
    area.withdraw("error")
    assert area.isHidden()


def test_an_offer_is_taken_by_its_button_and_the_notice_goes(qtbot: QtBot) -> None:
    area, taken = _area(qtbot), []
    offers = (
        Offer(lambda: "Details again", lambda: taken.append("stays"), stays=True),
        Offer(lambda: "Undo", lambda: taken.append("goes")),
    )
    area.put(Notice("links", Level.INFO, lambda: "3", offers))
    buttons = {button.text(): button for button in area.findChildren(QPushButton)}
    stays, goes = buttons["Details again"], buttons["Undo"]
    qtbot.mouseClick(stays, Qt.MouseButton.LeftButton)
    assert area.notice("links") is not None
    qtbot.mouseClick(goes, Qt.MouseButton.LeftButton)
    assert area.notice("links") is None
    assert taken == ["stays", "goes"]


def test_words_of_a_page_are_no_markup_in_a_notice(qtbot: QtBot) -> None:
    area = _area(qtbot)
    area.put(Notice("error", Level.ERROR, lambda: "<b>x</b>"))
    formats = {label.textFormat() for label in area.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_notice_speaks_the_language_that_is_chosen_later(qtbot: QtBot, arabic: Interface) -> None:
    area = _area(qtbot)
    area.put(Notice("error", Level.ERROR, lambda: arabic.words(Message(code="already_linked"))))
    area.show()
    arabic.choose(InterfaceLanguage.EN)
    english = ["These two are already linked. Nothing was changed."]
    qtbot.waitUntil(lambda: _texts(area) == english)


# Progress and saving


def test_quick_work_shows_no_progress(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.begin()
    strip.end()
    qtbot.wait(250)
    assert strip.isHidden()


def test_slow_work_shows_progress_that_never_goes_back_and_can_be_ended(qtbot: QtBot) -> None:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.begin()
    qtbot.waitUntil(lambda: not strip.isHidden())
    strip.advance("a", 0.7)
    strip.advance("b", 0.2)
    assert strip._bar.value() == 700
    with qtbot.waitSignal(strip.cancelled):
        qtbot.mouseClick(strip.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    strip.end()
    assert strip.isHidden()


@pytest.mark.parametrize("state", list(SaveState))
def test_every_state_of_saving_has_words(qtbot: QtBot, state: SaveState) -> None:
    indicator = SaveIndicator(THEME)
    qtbot.addWidget(indicator)
    indicator.show_state(state)
    assert indicator.text
    assert indicator.accessibleName() == indicator.text


def test_without_an_article_nothing_is_said_of_saving(qtbot: QtBot) -> None:
    indicator = SaveIndicator(THEME)
    qtbot.addWidget(indicator)
    indicator.show_state(None)
    assert indicator.isHidden()


# Start page


def _record(title: str, *, name: str = "ص.html", url: str = "") -> ArticleFile:
    noon = datetime(2026, 1, 2, 12, tzinfo=UTC)
    capture = Capture(
        sha256="0" * 64,
        size=1,
        name=name,
        container=Container.HTML,
        url=url,
        imported_at=noon,
        version="1" * 64,
    )
    return ArticleFile(
        id=UUID(int=7),
        created_at=noon,
        modified_at=noon,
        author=UUID(int=1),
        title=title,
        current_version="1" * 64,
        captures=(capture,),
    )


def test_an_article_of_the_start_page_is_opened_by_one_click(qtbot: QtBot) -> None:
    page = StartPage([])
    qtbot.addWidget(page)
    page.setStyleSheet(THEME.style_sheet())
    page.resize(700, 700)
    page.show_shelf(Shelf((_record("خبر", url="https://news.example/1"),)))
    page.show()
    assert (
        page._list.item(0).text()
        == "\u2068خبر\u2069\n\u2068news.example\u2069 · \u20682 January 2026\u2069"
    )

    where = page._list.visualItemRect(page._list.item(0)).center()
    viewport = page._list.viewport()
    with qtbot.waitSignal(page.article_chosen) as chosen:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where)

    assert chosen.args == [UUID(int=7)]


def test_enter_opens_the_last_article_as_soon_as_the_start_page_is_shown(qtbot: QtBot) -> None:
    page = StartPage([])
    qtbot.addWidget(page)
    page.show_shelf(Shelf((_record("خبر"),)))
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()

    with qtbot.waitSignal(page.article_chosen):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_an_article_without_a_title_goes_by_its_file_s_name(qtbot: QtBot) -> None:
    page = StartPage([])
    qtbot.addWidget(page)
    page.show_shelf(Shelf((_record(""),)))
    assert page._list.item(0).text() == "\u2068ص.html\u2069\n\u20682 January 2026\u2069"


def test_the_article_opened_last_is_one_press_of_enter_away(qtbot: QtBot) -> None:
    page = StartPage([])
    qtbot.addWidget(page)
    page.show_shelf(Shelf((_record("خبر"),)))
    page.show()
    with qtbot.waitSignal(page.article_chosen):
        qtbot.keyClick(page._list, Qt.Key.Key_Return)


# Crashes


def _broken() -> Exception:
    try:
        try:
            int("قال مصدر أمني")
        except ValueError as error:
            raise RuntimeError("/home/ahmad/secret.html") from error
    except RuntimeError as error:
        return error


def test_a_report_names_types_and_places_and_no_word_of_what_was_read() -> None:
    told = report(_broken())
    assert "RuntimeError" in told
    assert "ValueError" in told
    assert "_broken" in told
    assert "مصدر" not in told
    assert "ahmad" not in told


def test_each_crash_is_told_once(qapp: QApplication, expected_logs: list[object]) -> None:
    reporter, told = CrashReporter(), []
    reporter.crashed.connect(told.append)
    error = _broken()
    reporter.hear(error)
    reporter.hear(error)
    assert len(told) == len(expected_logs) == 1


def test_what_reaches_the_top_of_any_thread_is_told(
    qapp: QApplication, expected_logs: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter, told = CrashReporter(), []
    reporter.crashed.connect(told.append)
    reporter.install()

    error = _broken()
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qapp.processEvents()

    assert [("RuntimeError" in t, "ZeroDivisionError" in t) for t in told] == [
        (True, False),
        (False, True),
    ]
    assert len(expected_logs) == 2


def test_the_list_of_one_article_is_as_high_as_its_row(qtbot: QtBot) -> None:
    page = StartPage([])
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show_shelf(Shelf((_record("خبر"),)))
    page.show()

    height = page._list.sizeHintForRow(0) + 2 * page._list.frameWidth()
    qtbot.waitUntil(lambda: page._list.height() == height)


def test_a_low_window_has_room_for_several_articles(qtbot: QtBot) -> None:
    page = StartPage([])
    qtbot.addWidget(page)
    page.resize(911, 395)  # 1366 by 768 at 150 %
    page.show_shelf(Shelf(tuple(_record(f"خبر {n}") for n in range(5))))
    page.show()

    qtbot.waitUntil(lambda: page._list.height() >= 3 * page._list.sizeHintForRow(0))
    assert not page._target.isVisible()

    page.answer_drag(True)
    assert page._target.isVisible()


def test_the_articles_opened_lately_hang_beside_the_ways_to_open_one(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    menus = Menus(window, actions)
    entries = menus["file"].actions()

    assert entries.index(menus["recent"].menuAction()) == entries.index(actions["sample"]) - 1
