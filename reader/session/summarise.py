"""From an article and what is said of it to a `Summary`: pure, the same for window and command."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from reader.model.annotations import Annotations
from reader.model.article import Article, Block, BlockKind, Inline
from reader.model.comparison import Comparison
from reader.model.library import ArticleFile, Codebook, Entity
from reader.model.placing import Placing, Standing, as_handed_over
from reader.model.profile import profile
from reader.model.projection import Projection
from reader.model.questions import questions
from reader.model.summary import Custody, FullText, Head, Language, Summary, TextBlock
from reader.session.rows import Rows


def summarise(
    article: Article,
    record: ArticleFile | None,
    annotations: Annotations,
    entities: Mapping[UUID, Entity],
    codebook: Codebook,
    *,
    language: Language,
    now: datetime,
    include_text: bool = True,
    include_signatures: bool = False,
    comparison: Comparison | None = None,
) -> Summary:
    """Sum up an article.

    Args:
        article: the text version that is shown; marks without a place in it are listed without
            one, and those that wait for a person there are left out and counted.
        record: None for a page that is not in the library.
        annotations: those of the article; none for an unmarked page.
        entities: the cards at least of the sources named in it.
        codebook: gives the codes their labels.
        language: of the wording, labels of codes included.
        now: the moment of the summary; aware.
        include_text: carry the shown text, with the places of the marks in it.
        include_signatures: carry who signed a claim off.
        comparison: with another version, to be carried along.
    """
    placing = Placing(annotations.marks, article.version, article.page_text)
    stands, to_review = as_handed_over(annotations, placing), placing.count[Standing.REVIEW]
    rows = Rows(article, stands, entities, codebook, language)
    head = head_of(article, record)
    figures = profile(stands, entities, article.headline)
    claims = rows.claims(head.outlet, include_signatures=include_signatures)
    sources = rows.sources()
    choices = record.block_choices.get(article.version, {}) if record else {}
    shown = article.shown(choices) if include_text else None
    return Summary(
        language=language,
        created_at=now,
        head=head,
        work_status=record.work_status if record else None,
        profile=figures,
        sentences=figures.sentences(),
        claims=claims,
        questions=questions(
            head, claims, sources, elsewhere=rows.elsewhere, to_review=to_review, today=now.date()
        ),
        sources=sources,
        marks=rows.marks(shown),
        to_review=to_review,
        note=annotations.note,
        assessment=annotations.assessment,
        custody=_custody(article, record),
        text=_full_text(article, choices, shown) if shown else None,
        comparison=comparison,
    )


def head_of(article: Article, record: ArticleFile | None) -> Head:
    """The page's account of itself."""
    page = article.metadata
    archived = (c.archive_url for c in record.captures if c.archive_url) if record else iter(())
    return Head(
        title=page.title,
        standfirst=page.standfirst,
        outlet=page.outlet,
        author=page.author,
        published=page.published,
        dates=page.dates,
        dates_disagree=page.dates_disagree,
        canonical_url=page.canonical_url,
        claimed_url=page.claimed_url,
        archive_url=next(archived, ""),
        saved_at=page.saved_at,
        dir=(record.direction if record else None) or article.dir,
    )


def _custody(article: Article, record: ArticleFile | None) -> Custody:
    captures = record.captures if record else ()
    sha256 = article.provenance.sha256
    imported = (c.imported_at for c in captures if c.sha256 == sha256)
    return Custody(
        page=article.provenance.model_copy(update={"remote": ()}),
        version=article.version,
        imported_at=next(imported, None),
        captures=len({c.sha256 for c in captures}),
    )


def _full_text(article: Article, choices: Mapping[str, bool], shown: Projection) -> FullText:
    starts = iter(shown.starts)
    blocks: list[TextBlock] = []
    at = 0  # where the next text block starts: a rule stands before it
    for block in article.blocks:
        if block.kind is BlockKind.IMAGE or not article.is_shown(block, choices):
            continue
        if block.has_text:
            at = next(starts)
        blocks.append(_text_block(block, min(at, len(shown.text))))
        if block.has_text:
            at += block.end - block.start + 1
    return FullText(text=shown.text, blocks=tuple(blocks))


def _text_block(block: Block, at: int) -> TextBlock:
    """A block of the page moved to where it stands in the carried text."""
    by = at - block.start

    def moved(run: Inline) -> Inline:
        return run.model_copy(update={"start": run.start + by, "end": run.end + by})

    return TextBlock(
        kind=block.kind,
        start=at,
        end=block.end + by,
        dir=block.dir,
        level=block.level,
        ordinal=block.ordinal,
        cell=block.cell,
        inline=tuple(map(moved, block.inline)),
    )
