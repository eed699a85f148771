"""What is shown of a comparison: the rows that a choice lets through, kinds of format hidden."""

from __future__ import annotations

from collections.abc import Collection

from reader.model.comparison import (
    Comparison,
    FormatKind,
    Paragraph,
    Row,
    RowChange,
    Run,
    RunKind,
)


def rows_shown(
    comparison: Comparison,
    *,
    touching_marks: bool = False,
    changed: bool = False,
    hidden: Collection[FormatKind] = (),
) -> tuple[int, ...]:
    """The indices of the rows that a choice lets through.

    Args:
        comparison: as `compare` gives it.
        touching_marks: only rows in which a difference touches a mark.
        changed: only rows in which something changed.
        hidden: kinds of format that are taken for no difference.
    """
    rows = hiding(comparison, hidden).rows if hidden else comparison.rows
    return tuple(
        at
        for at, row in enumerate(rows)
        if (row.touched or not touching_marks) and (row.changes or not changed)
    )


def hiding(comparison: Comparison, hidden: Collection[FormatKind]) -> Comparison:
    """The comparison with some kinds of format taken for no difference.

    A run that differs in another kind too stays, with what is left.
    """
    if not hidden:
        return comparison
    rows = (_row_hiding(row, frozenset(hidden)) for row in comparison.rows)
    return comparison.model_copy(update={"rows": tuple(rows)})


def _row_hiding(row: Row, hidden: frozenset[FormatKind]) -> Row:
    sides_ = {
        name: tuple(_paragraph_hiding(p, hidden) for p in getattr(row, name))
        for name in ("old", "new")
    }
    kinds = {r.kind for found in sides_.values() for p in found for r in p.runs}
    gone = RunKind.FORMAT not in kinds
    changes = tuple(c for c in row.changes if c is not RowChange.FORMATTED or not gone)
    return row.model_copy(update={**sides_, "changes": changes})


def _paragraph_hiding(paragraph: Paragraph, hidden: frozenset[FormatKind]) -> Paragraph:
    runs: list[Run] = []
    for run in paragraph.runs:
        told = tuple(kind for kind in run.formats if kind not in hidden)
        if run.formats and not told:
            kind = RunKind.SAME if run.kind is RunKind.FORMAT else run.kind
            run = run.model_copy(update={"kind": kind, "other": "", "formats": ()})
        else:
            run = run.model_copy(update={"formats": told})
        if runs and runs[-1].kind is run.kind is RunKind.SAME:
            runs[-1] = runs[-1].model_copy(update={"end": run.end})
        else:
            runs.append(run)
    return paragraph.model_copy(update={"runs": tuple(runs)})
