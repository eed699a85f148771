"""Opening a page, against the two extractors alone on the same page."""

from __future__ import annotations

from reader import ingest
from tests.benchmarks._measure import compare
from tests.support.variants import SAMPLE


def main() -> None:
    import readability
    import trafilatura

    ingest.warm_up()
    html = SAMPLE.read_text("utf-8")
    # As large as a news page is: the sample's chrome many times over, the article once.
    chrome = html[html.index("<body") :]
    chrome = chrome[chrome.index(">") + 1 :][:12_000].rpartition("</div>")[0]
    page = html.replace("</body>", f"<footer>{chrome * 5}</footer></body>")

    def extractors() -> None:
        trafilatura.extract(page, output_format="html", favor_recall=True)
        readability.Document(page).summary()

    print(f"a page of {len(page.encode()) // 1024} KB")
    compare("the page read", lambda: ingest.load_bytes(page.encode()), extractors)


if __name__ == "__main__":
    main()
