"""The row of words says what the text says, for every layer that reads it; what is remembered is bounded."""

from __future__ import annotations

import random
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.article import CAPTION, PARAGRAPH, readers
from newslint.article.builder import Builder
from newslint.engine.lint import lint, lint_all
from newslint.engine.settings import Settings
from newslint.language.analysis import Analysis
from newslint.language.memo import Memo
from newslint.language.newsroom import Newsroom
from newslint.language.segmentation.number_words import starts
from newslint.language.segmentation.tokens import word_forms
from newslint.language.segmentation.word_sequence import form_memo
from newslint.language.vocabulary import Vocabulary
from newslint.packs.rule_file import load_pack
from newslint.rules import shipped_folder
from newslint.source import Source

TEXT = st.text(alphabet="aAnN1 5.,'’“”-–—\n()teEwo", max_size=90)
_ARTICLE = re.compile(r"[Aa](?<![\w'’.&/+\-@#*=].)n?(?=\s)")


def analysis(*blocks: str) -> Analysis:
    source = Source("a.txt", "\n\n".join(blocks))
    builder, at = Builder(source), 0
    for block in blocks:
        builder.add(PARAGRAPH, at, at + len(block))
        at += len(block) + 2
    return Analysis(builder.build(), Newsroom())


@example("The 5-year plan", "One—two  three\nfour")
@example("an a", "A")
@given(TEXT, TEXT)
def test_the_row_says_what_the_text_says(one: str, two: str) -> None:
    read = analysis(one.replace("\n\n", "\n"), two.replace("\n\n", "\n"))
    assert read.words == word_forms(read.text)
    assert read.lower_words == {word.lower() for word in read.words}
    assert read.number_starts == starts(read.text)
    articles = [at + form.article for at, form in read.word_stream.marked if form.article >= 0]
    assert {match.start() for match in _ARTICLE.finditer(read.text)} <= set(articles)


def test_what_stands_between_blocks_has_words_too() -> None:
    read = analysis("Caption: five boats at the quay.", "The quay.")
    read.article.blocks[0].start += len("Caption: ")
    read.article.blocks[0].kind = CAPTION
    assert "Caption" in read.words
    assert read.word_stream.words[1] == "five"
    assert read.number_starts == [len("Caption: ")]


def test_a_memo_keeps_no_more_than_its_size() -> None:
    asked: list[int] = []

    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    memo = Memo(doubled, 10)
    assert [memo[number] for number in (1, 1, 2)] == [2, 2, 4]
    assert asked == [1, 2]
    assert all(memo[number] == 2 * number for number in range(1000))
    assert len(memo) <= 10


def test_threads_may_share_a_memo() -> None:
    memo = Memo(str, 7)
    with ThreadPoolExecutor(8) as pool:
        numbers = [random.Random(1).randrange(40) for _ in range(4000)]
        assert list(pool.map(memo.__getitem__, numbers)) == list(map(str, numbers))


def test_a_process_forgets_words_that_no_article_has_again() -> None:
    """Names that are new in every article, as in a server that runs for weeks."""
    newsroom, rng = Newsroom(), random.Random(2)
    newsroom.forms = Memo(newsroom.forms._compute, 500)
    for _ in range(100):
        names = ["".join(rng.choices("abcdefghijklmnopqrst", k=8)).title() for _ in range(20)]
        (article,) = readers.read(Source("a.txt", f"The mayor met {', '.join(names)} and others."))
        assert Analysis(article, newsroom).words >= set(names)
    assert len(newsroom.forms) <= 500


def test_what_a_newsroom_knows_is_its_own() -> None:
    (article,) = readers.read(Source("a.txt", "The zibbet is a boat."))
    own, other = Newsroom(Vocabulary(words=("zibbet",))), Newsroom()
    assert Analysis(article, own).doubts == (set(), set())
    assert Analysis(article, other).doubts[0] == {"zibbet"}
    assert Analysis(article, own).doubts == (set(), set())


@pytest.mark.parametrize("count", [1, 5, 40])
def test_files_side_by_side_are_reported_as_each_alone(count: int) -> None:
    rules = load_pack(shipped_folder())
    texts = [
        f"The council met in in the hall on Monday.\n\nSome {number} people recieved a apple, the mayor said.\n"
        for number in range(count)
    ]
    sources = [Source(f"{number}.txt", text) for number, text in enumerate(texts)]
    alone = [lint(source, Settings(rules)) for source in sources]
    assert lint_all(sources, Settings(rules)) == alone
    assert all(report.violations for report in alone)


def test_forms_are_kept_by_the_newsroom() -> None:
    assert form_memo() is not form_memo()
    assert form_memo()["“Lund’s,"].word == "lund's"
