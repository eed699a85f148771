"""From one decoded page to its reading: text, blocks, metadata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.ingest import blocks, body, dated, head, json_ld, metadata, title, votes
from reader.ingest.assemble import assemble
from reader.ingest.body import Body
from reader.ingest.draft import Draft, Walked
from reader.ingest.head import Head
from reader.ingest.json_ld import Structured
from reader.ingest.page import Page, Reading
from reader.ingest.repair import Case, Verdict, judge
from reader.ingest.title import Title
from reader.model.article import BlockKind, BlockState, Counted, DateStatement, Metadata


def read_page(page: Page) -> Reading:
    """Reads a page: every text block in order, its state, and what the page says of itself.

    Linear in the page. An extractor that fails costs its vote and leaves a note.
    """
    counter: Counter[str] = Counter()
    walked = blocks.walk(page, counter)
    words = votes.words_of(walked.drafts)
    counts = [len(w) for w in words]
    account, structured = head.read(page.root, page.base_url), json_ld.read(page.root)
    size = sum(len(d.text) for d in walked.drafts)
    boxes = body.guard(walked)
    ballots, notes = votes.hold_vote(page.root, boxes.unvotable(), structured.body, size)
    cast = [sum(ballot.has(w) for ballot in ballots) for w in words]
    found = body.find(boxes, counts, cast, needed := min(2, len(ballots)))

    outlet = metadata.outlet(account, structured)
    stated = title.stated_titles(account, structured, outlet)
    chosen = title.find(walked.drafts, words, stated, found)
    outlet = outlet or metadata.outlet_from_title(account, chosen.text)
    author = metadata.author(account, structured, outlet)
    verdicts = judge(
        Case(
            drafts=walked.drafts,
            words=words,
            votes=cast,
            needed=needed,
            body=found,
            title=chosen.index,
            description=votes.fold_words(_description(account, structured)),
            names=[votes.fold_words(outlet), votes.fold_words(author)],
        )
    )
    dates = _dates(page, walked, counts, found, chosen, account, structured)
    drafts, verdicts = _in_order(walked, verdicts, chosen)
    page_text, built, article = assemble(drafts, verdicts)
    return Reading(
        page_text=page_text,
        blocks=built,
        dir=article,
        metadata=Metadata(
            title=chosen.text,
            title_from=chosen.source,
            standfirst=_standfirst(drafts),
            outlet=outlet,
            author=author,
            published=dated.choose(dates),
            dates=dates,
            canonical_url=account.canonical,
            claimed_url=page.claimed_url,
            saved_at=page.saved_at,
            language=account.language,
        ),
        notes=tuple(notes),
        removed=tuple(Counted(code=code, count=n) for code, n in sorted(counter.items())),
    )


def _description(account: Head, structured: Structured) -> str:
    given = account.first("og:description"), account.first("description"), structured.description
    return max(given, key=len)


def _dates(
    page: Page,
    walked: Walked,
    counts: Sequence[int],
    found: Body,
    chosen: Title,
    account: Head,
    structured: Structured,
) -> tuple[DateStatement, ...]:
    place = dated.Place(
        drafts=walked.drafts,
        counts=counts,
        stamps=walked.stamps,
        title=-1 if chosen.index is None else chosen.index,
        body_start=found.first,
        body_end=found.last,
        addresses=(account.canonical, page.claimed_url),
        saved_at=page.saved_at,
    )
    return dated.statements(account, structured, place)


def _in_order(
    walked: Walked, verdicts: Sequence[Verdict], chosen: Title
) -> tuple[list[Draft], list[Verdict]]:
    """Title and standfirst first, the rest as in the page; a title that no block holds is made."""
    rank = {BlockKind.TITLE: 0, BlockKind.STANDFIRST: 1}
    if chosen.index is not None:
        walked.drafts[chosen.index].kind = BlockKind.TITLE
        walked.drafts[chosen.index].level = 0
    pairs = sorted(
        zip(walked.drafts, verdicts, strict=True), key=lambda pair: rank.get(pair[0].kind, 2)
    )
    if pairs and chosen.text and chosen.index is None:
        made = Draft(BlockKind.TITLE, walked.boxes[0], chosen.text)
        pairs.insert(0, (made, Verdict(BlockState.SURE, "metadata")))
    return [draft for draft, _ in pairs], [verdict for _, verdict in pairs]


def _standfirst(drafts: Sequence[Draft]) -> str:
    return next((head.one_line(d.text) for d in drafts if d.kind is BlockKind.STANDFIRST), "")
