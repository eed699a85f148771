"""Nasty pages, against an honest page of the same size."""

from __future__ import annotations

from reader import ingest
from tests.benchmarks._measure import compare
from tests.support.hostile import BOMBS, PARAGRAPHS, page, paragraphs


def honest(size: int) -> bytes:
    """An article of about that many bytes."""
    once = paragraphs(*PARAGRAPHS)
    return page(once * (size // len(once.encode()))).encode()


def main() -> None:
    ingest.warm_up()
    for name, made in BOMBS.items():
        data = made()
        same_size = honest(len(data))
        compare(
            f"{name}, {len(data) / 1e6:.1f} MB",
            lambda data=data: ingest.load_bytes(data),
            lambda same_size=same_size: ingest.load_bytes(same_size),
            rounds=2,
        )


if __name__ == "__main__":
    main()
