"""Looks over the folder of one article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from reader.model.annotations import Anchor, Annotations, Claim, Hop, SourceMention
from reader.model.library import ArticleFile, StateFile, TextFile
from reader.store.files import digest, is_temporary
from reader.store.formats import MAX_TEXT
from reader.store.parting import versions_of
from reader.store.paths import ArticlePaths, is_content
from reader.store.verify_notes import Notes, Reference


@dataclass
class _Version:
    """What the rest of the article is held against, of one text version."""

    page_text: str
    blocks: set[str]


@dataclass
class ArticleCheck:
    """One article: `check` notes what is wrong in it, and gives what it refers to elsewhere."""

    notes: Notes
    article_id: UUID
    paths: ArticlePaths
    marks: set[UUID] = field(default_factory=set)
    """The ids of its marks, known after `check`."""
    _versions: dict[str, _Version] = field(default_factory=dict)

    def check(self) -> list[Reference]:
        self.notes.load(self.paths.state, StateFile)
        annotations = self.notes.need(self.paths.annotations, Annotations) or Annotations()
        record = self.notes.need(self.paths.record, ArticleFile)
        self._read_versions()
        self._check_versions(record)
        if record is not None:
            self._check_record(record)
            self._unreferenced(record, versions_of(annotations))
        self._check_marks(annotations)
        self._check_evidence(annotations)
        labels = record.labels if record else ()
        return [
            *(Reference("label", label, self.paths.record) for label in labels),
            *self._references(annotations),
        ]

    # The record and what it keeps

    def _check_record(self, record: ArticleFile) -> None:
        if record.id != self.article_id:
            self._note(self.paths.record, "verify_wrong_id", id=str(record.id))
        for capture in record.captures:
            self.notes.content(self.paths.original(capture.sha256), capture.sha256, capture.size)
            for asset in capture.assets:
                self.notes.content(self.paths.asset(asset.sha256), asset.sha256)
        choices = {(v, block) for v, chosen in record.block_choices.items() for block in chosen}
        for version, block in sorted(choices):
            if version in self._versions and block not in self._versions[version].blocks:
                self._note(self.paths.record, "verify_unknown_block", block=block)

    def _check_versions(self, record: ArticleFile | None) -> None:
        """Every version that the record names is there and was read from one of its pages."""
        if record is None:
            return
        wanted = {record.current_version, *record.block_choices}
        wanted.update(capture.version for capture in record.captures)
        for version in sorted(wanted - self._versions.keys()):
            path = self.paths.text(version)
            if path not in self.notes.seen:
                self._note(path, "verify_missing")

    def _read_versions(self) -> None:
        for path in _files(self.paths.folder / "texts"):
            if path.suffix == ".json":
                self._read_version(path)

    def _read_version(self, path: Path) -> None:
        text = self.notes.load(path, TextFile, MAX_TEXT)
        if text is None:
            return
        if not digest(text.page_text.encode()) == text.version == path.stem:
            self._note(path, "verify_wrong_content")
            return
        self._versions[text.version] = _Version(text.page_text, {b.id for b in text.blocks})
        if not _blocks_fit(text):
            self._note(path, "verify_blocks")

    def _unreferenced(self, record: ArticleFile, marked: set[str]) -> None:
        """Whole files that nothing names: the leftover of a crash while a version was added.

        A text that went to another article stays as long as marks were placed in it.
        """
        used = marked | {c.sha256 for c in record.captures} | {c.version for c in record.captures}
        used |= {asset.sha256 for c in record.captures for asset in c.assets}
        for folder in ("originals", "assets", "texts"):
            for path in _files(self.paths.folder / folder):
                if path.stem not in used:
                    self.notes.seen.add(path)
                    self._note(path, "verify_unreferenced")

    # The annotations

    def _check_marks(self, annotations: Annotations) -> None:
        things = (*annotations.marks, *annotations.relations)
        if len({thing.id for thing in things}) != len(things):
            self._note(self.paths.annotations, "verify_same_id")
        self.marks = {mark.id for mark in annotations.marks}
        for mark in annotations.marks:
            for anchor in mark.anchors:
                self._check_anchor(mark.id, anchor)
        for owner, hop in _hops(annotations):
            if hop.anchor is not None:
                self._check_anchor(owner, hop.anchor)

    def _check_evidence(self, annotations: Annotations) -> None:
        """What is named is there, and all that is there is as it was kept.

        What nothing names stays until a purge: redo, and backups, may name it again.
        """
        for mark in annotations.marks:
            for evidence in mark.body.evidence if isinstance(mark.body, Claim) else ():
                if evidence.file:
                    self.notes.large(
                        self.paths.evidence(evidence.file), evidence.file, evidence.file_size
                    )
        for path in _files(self.paths.evidence_folder):
            if is_content(path.name):
                self.notes.large(path, path.name)

    def _check_anchor(self, owner: UUID, anchor: Anchor) -> None:
        places = [(anchor.version, anchor.start, anchor.end)]
        places += [(p.version, p.start, p.end) for p in anchor.placements if p.level != "orphan"]
        for version, start, end in places:
            if version not in self._versions:
                self._note(self.paths.annotations, "verify_unknown_version", mark=str(owner))
            elif not start <= end <= len(self._versions[version].page_text):
                self._note(self.paths.annotations, "verify_outside", mark=str(owner))
        own = self._versions.get(anchor.version)
        if own and own.page_text[anchor.start : anchor.end] != anchor.exact:
            self._note(self.paths.annotations, "verify_wrong_words", mark=str(owner))

    def _references(self, annotations: Annotations) -> Iterator[Reference]:
        path = self.paths.annotations
        # Once for the file, however many marks have it.
        for code in dict.fromkeys(code for mark in annotations.marks for code in mark.codes):
            yield Reference("code", code, path)
        for mark in annotations.marks:
            if isinstance(mark.body, SourceMention) and mark.body.entity is not None:
                yield Reference("entity", mark.body.entity, path)
        for _, hop in _hops(annotations):
            if hop.entity is not None:
                yield Reference("entity", hop.entity, path)
            if hop.mention is not None:
                yield Reference("end", hop.mention, path)
        for relation in annotations.relations:
            for end in (relation.from_, relation.to):
                yield Reference("end", end.id, path)
                if end.article is not None:
                    yield Reference("article", end.article, path)

    def _note(self, path: Path, code: str, **params: str) -> None:
        self.notes.note(path, code, **params)


def _blocks_fit(text: TextFile) -> bool:
    """Whether the blocks ascend within the text, with their runs inside them."""
    last = 0
    for block in text.blocks:
        if not last <= block.start <= block.end <= len(text.page_text):
            return False
        if any(not block.start <= i.start <= i.end <= block.end for i in block.inline):
            return False
        last = block.end
    return True


def _hops(annotations: Annotations) -> Iterator[tuple[UUID, Hop]]:
    """Every hop of every chain, with the mark or the relation that it belongs to."""
    for mark in annotations.marks:
        if isinstance(mark.body, SourceMention):
            yield from ((mark.id, hop) for hop in mark.body.chain)
    for relation in annotations.relations:
        if relation.attribution is not None:
            yield from ((relation.id, hop) for hop in relation.attribution.chain or ())


def _files(folder: Path) -> list[Path]:
    """What lies in a folder, without leftovers; nothing if it cannot be read."""
    with suppress(OSError):
        return sorted(path for path in folder.iterdir() if not is_temporary(path.name))
    return []
