"""What English news pages put between, before and after the paragraphs of an article."""

from __future__ import annotations

import pytest
from lxml import html as html_text

from reader.ingest import votes
from reader.model.article import BlockKind, BlockState
from tests.support.readings import block_with, read, sure, text_of

SENTENCE = "The council said that repairs to the coastal road would end before the winter"
"""Prose that both extractors take for an article, when there is enough of it."""
CLOSE = "</div></article>"


def prose(first: int, last: int) -> str:
    return "".join(
        f"<p>{SENTENCE}, according to statement number {n}, which was released on Monday.</p>"
        for n in range(first, last)
    )


def article(inside: str = "", *, after: str = "", box: str = "<div class=text>") -> str:
    return (
        "<html><body><article><h1>Repairs to the coastal road near their end</h1>"
        f"{box}{prose(0, 5)}{inside}{prose(5, 12)}</div>{after}</article></body></html>"
    )


def state_of(html: str, words: str) -> BlockState:
    return block_with(read(html), words).state


GALLERY = (
    "<div class=strip><span>1</span> of 12<div>Full Screen</div><div>Autoplay</div>"
    "<div>Close</div><div>Workers lay the last stones of the road beside the old harbour.</div>"
    "<div>View Photos</div></div>"
)


def test_a_gallery_of_labels_in_the_body_is_no_part_of_the_article() -> None:
    html = article(GALLERY)
    assert state_of(html, "Full Screen") is not BlockState.SURE
    assert state_of(html, "Workers lay") is not BlockState.SURE
    assert len(sure(read(html))) == 13


def test_a_table_of_short_cells_is_no_gallery() -> None:
    rows = "".join(f"<tr><th>Mile {n}</th><td>{n}00 tons</td></tr>" for n in range(6))
    html = article(f"<div class=strip><table>{rows}</table></div>")
    assert state_of(html, "300 tons") is BlockState.SURE


def test_a_box_of_short_sentences_is_kept_where_both_extractors_keep_it() -> None:
    html = article(
        f"<div>{prose(20, 23)}<p>No one.</p><p>Not yet.</p><p>Never.</p><p>So?</p></div>"
    )
    assert state_of(html, "Not yet.") is BlockState.SURE


@pytest.mark.parametrize("names", ["inline-video", "videoPlayer", "slideshow", "photo-gallery"])
def test_words_beside_a_video_or_pictures_are_chrome(names: str) -> None:
    html = article(f"<div class='{names}'><div>The mayor opens the road to the public</div></div>")
    assert state_of(html, "The mayor opens") is not BlockState.SURE


@pytest.mark.parametrize("names", ["video-page", "gallery"])
def test_an_article_in_a_box_named_for_a_video_is_kept(names: str) -> None:
    assert len(sure(read(article(box=f"<div class='{names}'>")))) == 13


LIST = "<ul class=list><li><a href=/1>Harbour to close</a><li><a href=/2>Rain for days</a></ul>"


def test_a_heading_over_links_goes_with_them() -> None:
    html = article(f"<div class=article-list><h2>Top stories today</h2>{LIST}</div>")
    assert state_of(html, "Top stories") is not BlockState.SURE


def test_a_heading_over_one_link_and_a_paragraph_stays() -> None:
    head = "<div class=head><h3>Section nine</h3><p><a href=/c>Table of contents</a></p></div>"
    html = article(f"<div>{head}<p>{LEAD[0]}</p></div>")
    assert state_of(html, "Section nine") is BlockState.SURE


def test_a_box_of_short_sentences_is_no_gallery() -> None:
    section = "<div><p>Note</p><p>No one.</p><p>Not yet.</p><p>Never!</p><p>So?</p></div>"
    assert state_of(article(section), "Not yet.") is BlockState.SURE


def test_a_heading_over_paragraphs_stays() -> None:
    assert state_of(article("<h2>What comes next</h2>"), "What comes next") is BlockState.SURE


def test_a_heading_over_a_picture_and_its_caption_stays() -> None:
    picture = "<figure><img src=a.jpg><figcaption>The road</figcaption></figure>"
    html = article(f"<div><h2>What comes next</h2></div>{picture}")
    assert state_of(html, "What comes next") is BlockState.SURE


def test_a_line_that_is_one_link_leads_elsewhere() -> None:
    html = article("<p><a href=/3>Five things we learned from the harbour report</a></p>")
    assert state_of(html, "Five things") is not BlockState.SURE


@pytest.mark.parametrize(
    "line",
    [
        "<a href=/3>The harbour will close for two days next week.</a>",
        "<a href=/3>“The harbour will close for two days next week.”</a>",
        "The harbour, <a href=/3>officials said, will close for two days</a> next week",
    ],
)
def test_a_sentence_in_a_link_is_text(line: str) -> None:
    assert state_of(article(f"<p>{line}</p>"), "for two days") is BlockState.SURE


@pytest.mark.parametrize(
    "plea",
    [
        "Sign up for our letter, where twice a week you get ideas about roads and harbours.",
        "Follow Nora Hill on Twitter",
        "Get the stories that matter to the coast sent straight to your inbox every morning.",
        "By signing up you agree to receive letters from us. You can leave at any time you like.",
        "Download our new app",
        "Story Continues Below",
        "اشتركوا في نشرتنا البريدية لتصلكم أهم أخبار الطرق والموانئ كل صباح دون أي مقابل",
    ],
)
def test_a_plea_to_the_reader_is_not_the_article(plea: str) -> None:
    assert state_of(article(f"<p>{plea}</p>"), plea) is not BlockState.SURE


def test_a_long_paragraph_that_opens_like_a_plea_is_text() -> None:
    text = f"Subscribe to the idea, the mayor said, and you will see. {SENTENCE}. " * 3
    assert state_of(article(f"<p>{text}</p>"), "Subscribe to the idea") is BlockState.SURE


@pytest.mark.parametrize(
    "notice",
    [
        "Copyright 2020 Coast Media, a company of the harbour. All rights reserved everywhere.",
        "This material may not be published, broadcast, rewritten, or redistributed by anyone.",
        "This article appeared in the Coast section of the print edition under another headline",
    ],
)
def test_a_notice_of_rights_at_the_end_is_not_the_article(notice: str) -> None:
    html = article().replace(CLOSE, f"<p>{notice}</p>{CLOSE}")
    assert state_of(html, notice[:30]) is not BlockState.SURE


BIOGRAPHY = (
    "<p>Nora Hill has written about roads and harbours for nine years, and about the people who "
    "build them; her last book, on the long wall of the bay, was read on the radio.</p>"
    "<p>Before that she taught geography in two schools, and she still sails, when she can.</p>"
)


def test_prose_after_the_declared_body_is_not_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    voters = dict.fromkeys(("trafilatura", "readability"), lambda page: page.itertext())
    monkeypatch.setattr(votes, "_EXTRACTORS", voters)
    declared = article(after=BIOGRAPHY, box="<div itemprop='articleBody'>")
    assert state_of(declared, "Nora Hill") is BlockState.DOUBTFUL
    assert state_of(article(after=BIOGRAPHY), "Nora Hill") is BlockState.SURE


def test_a_declared_body_that_holds_only_a_part_of_the_article_is_not_believed() -> None:
    html = article(after=f"<div class=text>{prose(30, 36)}</div>", box="<div itemprop=articleBody>")
    assert len(sure(read(html))) == 19


FOLDED = (
    f"<html><body><div class=story><h1>Repairs to the coastal road near their end</h1>{{lead}}"
    f"<div class=fold><a href=/more>Read on</a></div><div class=rest>{prose(3, 15)}</div></div>"
    "<div class=others><p>Harbour news</p></div></body></html>"
)


STRAY = "https://coast.example/2020/03/17/the-road-along-the-coast-is-to-open-again-1044893"
LEAD = (
    "Fishermen who live near the harbour had asked for years that somebody mend the quay.",
    "Their letters were read out last week, one after another, before a crowded hall.",
    "Nobody in that hall could remember when a mayor had last walked along the shore.",
)


@pytest.fixture
def half_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """One extractor takes the folded part of an article for the whole, the other sees it all."""
    rest = list(html_text.fromstring(f"<div>{prose(3, 15)}</div>").itertext())
    voters = {"trafilatura": lambda _: iter([*LEAD, STRAY, *rest]), "readability": lambda _: rest}
    monkeypatch.setattr(votes, "_EXTRACTORS", voters)


def lines(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.usefixtures("half_seen")
def test_paragraphs_before_a_folded_part_are_the_article() -> None:
    shown = sure(read(FOLDED.format(lead=lines(*LEAD))))
    assert shown[1:4] == list(LEAD)
    assert len(shown) == 16


@pytest.mark.usefixtures("half_seen")
def test_voted_prose_among_much_that_has_no_vote_is_not_joined() -> None:
    other = (f"Hour {n} passed while members of the yacht club talked of sails." for n in range(9))
    reading = read(FOLDED.format(lead=lines(LEAD[0], *other)))
    assert block_with(reading, LEAD[0]).state is BlockState.DOUBTFUL


@pytest.mark.usefixtures("half_seen")
def test_an_address_is_no_prose() -> None:
    reading = read(FOLDED.format(lead=f"<div>{STRAY}</div>{lines(*LEAD)}"))
    assert block_with(reading, STRAY).state is not BlockState.SURE


def test_a_caption_in_a_span_is_no_part_of_its_paragraph() -> None:
    picture = "<img src=a.jpg><span class=caption>The road beside the old harbour [Coast]</span>"
    reading = read(article(f"<p><b>{picture}The council met on Sunday to talk of it.</b></p>"))
    assert block_with(reading, "old harbour").kind is BlockKind.CAPTION
    assert block_with(reading, "old harbour").state is BlockState.DOUBTFUL
    assert "The council met on Sunday to talk of it." in sure(reading)


def test_a_span_named_for_a_caption_in_a_cell_or_a_caption_is_none() -> None:
    row = "<tr><th>Mile one<td>Two <span class=caption>hundred</span> tons"
    note = "<figcaption>Harbour <span class=caption-text>at night</span></figcaption>"
    reading = read(article(f"<table>{row}{row}</table><figure>{note}</figure>"))
    assert block_with(reading, "hundred").kind is BlockKind.CELL
    assert text_of(reading, block_with(reading, "at night")) == "Harbour at night"


def card(number: int, words: str = "", tag: str = "div") -> str:
    text = words or f"Divers who went down on day {number} found more of the old harbour wall."
    headline = f"<a href=/{number}>Find number {number} in the bay</a>"
    return f"<{tag} class=item><h3>{headline}</h3><p>{text}</p></{tag}>"


def short_page(cards: str) -> str:
    return (
        f"<html><body><main><h1>A road near its end</h1>{lines(*LEAD)}{cards}</main></body></html>"
    )


def test_a_row_of_cards_after_a_short_article_is_not_the_article() -> None:
    row = f"<div class=row>{''.join(card(n) for n in range(5))}</div>"
    assert sure(read(short_page(row))) == ["A road near its end", *LEAD]


def test_two_cards_are_no_row() -> None:
    reading = read(article(f"<div>{card(1)}{card(2)}</div>"))
    assert block_with(reading, "on day 2").state is BlockState.SURE


def test_sections_under_linked_headings_are_the_article() -> None:
    sections = "".join(card(n, f"{prose(n * 3, n * 3 + 3)}", "section") for n in range(5))
    reading = read(
        f"<html><body><main><h1>Five roads</h1>{lines(*LEAD)}{sections}</main></body></html>"
    )
    assert len([text for text in sure(reading) if "statement" in text]) == 15


def test_a_page_of_nothing_but_cards_is_shown() -> None:
    row = "".join(card(n) for n in range(12))
    reading = read(
        f"<html><body><main><h1>Finds in the bay</h1><div>{row}</div></main></body></html>"
    )
    assert len([text for text in sure(reading) if "Divers" in text]) == 12


def test_rows_of_a_table_are_no_cards() -> None:
    rows = "".join(
        f"<tr><th><a href=/{n}>Mile number {n}</a><td>About {n}00 tons" for n in range(6)
    )
    assert block_with(read(article(f"<table>{rows}</table>")), "About 3").state is BlockState.SURE


@pytest.mark.parametrize(
    "credit",
    ["(AP Photo/Nora Hill)", "REUTERS/Nora Hill", "Nora Hill/AFP/Getty Images", "[File: Reuters]",
     "(Photo: Nora Hill, Coast Media)", "Photograph: Nora Hill/Coast", "Nora Hill/EPA"],
)  # fmt: skip
def test_a_paragraph_that_ends_with_a_photographer_is_a_caption(credit: str) -> None:
    html = article(f"<p>Workers lay the last stones of the road beside the harbour. {credit}</p>")
    found = block_with(read(html), "Workers lay")
    assert (found.state, found.reason) == (BlockState.DOUBTFUL, "caption")


@pytest.mark.parametrize(
    "sentence",
    [
        "Most people want the road to open before the winter, says a Reuters/Ipsos poll.",
        "The ministry told Reuters that the road would open before the winter (AFP).",
        "The mayor asked for a photograph: nobody had one of the road before the storm.",
    ],
)
def test_a_sentence_that_names_an_agency_is_no_caption(sentence: str) -> None:
    assert state_of(article(f"<p>{sentence}</p>"), sentence) is BlockState.SURE
