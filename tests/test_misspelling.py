"""Misspelt words in articles: which are found, which right words are left alone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import Found, Newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article, readers
from newslint.checks.typos._slip_evidence import WEIGHTS, Place, evidence_of, log_odds
from newslint.checks.typos._spelling import Misspelling, suspects
from newslint.checks.typos.misspelling import Params
from newslint.language.analysis import Analysis
from newslint.language.newsroom import Newsroom
from newslint.language.words.candidates import meant
from newslint.language.words.plain_marks import plain_marks
from newslint.source import Source

SENTENCES = """\
The harbour board will decide on Thursday whether the ferry to the islands keeps running through the winter months.
Residents complained about the noise of the generators, and the council promised to replace them before the summer.
The company reported higher earnings for the third quarter, although several of its factories remained closed.
A spokeswoman for the hospital declined to discuss the condition of the patients who arrived from the mountain village.
Farmers in the valley have struggled with drought for years, and many families have already left for the coast.
"""


DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def found(text: str) -> list[str]:
    article = readers.read(Source("a.txt", text), {}, ())[0]
    return [article.text[s.start : s.end] for s in errors(article)]


def errors(article: Article) -> list[Misspelling]:
    """The words that a default run calls misspelt."""
    return [suspect for suspect in suspects(Analysis(article)) if suspect.kind in Params().evidence]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The two sides resumed negociations after midnight.", ["negociations"]),
        ("The board was atttended by two of the mayors.", ["atttended"]),
        ("Threee ships and threee boats left.", ["Threee", "threee"]),
        ("It was a newly-apponted judge who spoke.", ["apponted"]),
        ("The report would consistof three parts.", ["consistof"]),
        ("Investigaters searched the harbour. Accomodation is scarce.", ["Investigaters", "Accomodation"]),
        ("‘We were competely unprepared,’ she said.", ["competely"]),
        ("They went tothe harbour, (beleive it or not) at night.", ["tothe", "beleive"]),
    ],
)
def test_misspelt_words_are_found(text: str, wrong: list[str]) -> None:
    assert found(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The presi- dent and the organi- zation met.",
        "See harfleetpost.example/subcribe, write to @goverment or editor.goverment@harfleet.example, tag #goverment.",
        "“Ooooh, it’s sooo huuuge, y’all,” she said. “W-w-we’re gonna be lyin’ low, hmmm.”",
        "The floofer sat. One floofer sheds, two sneeze, and a floofer never minds.",
        "A “snorple” is what the children call it.",
        "Mr. Hardwik said the Hardwik family of Hardwikshire had left.",
        "“[W]ith time we learn[ed],” he wrote, “that it work[s].”",
        "The dish was served al dente, the wine de rigueur, the welcome a la ropavieja.",
        "Polyvinylpyrrolidone and 12 mmol of hexafluoropropane leaked at 30kph from the 5kW motor.",
        "The cafe in the café district served crepes, crêpes and jalapeno or jalapeño peppers.",
        "An un-mayoral, cartoonlike, superfast, non-native, anti-flood, storm-proof, Harfleet-wide effort.",
        ".caption { color: red; }",
        "The children’s, voters’ and Joneses’ homes; the 1980s; the dos and don’ts.",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("sentence", rows("rare_words.txt"))
def test_rare_words_that_are_one_slip_from_a_common_one_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize("desk", rows("news_words.txt"), ids=lambda desk: desk.partition(":")[0])
def test_the_words_of_every_desk_are_right(desk: str) -> None:
    for word in desk.partition(": ")[2].split():
        assert found(f"The talk was about {word} on Monday.\nThey had the {word} and a {word} too.") == []


def test_a_rare_word_where_a_common_one_belongs_is_found_in_strict() -> None:
    article = readers.read(Source("a.txt", "The town would hae been under water."), {}, ())[0]
    assert [(s.kind, s.suggestions[0]) for s in suspects(Analysis(article))] == [("misplaced", "have")]


def slips(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def test_most_slips_are_found_and_put_right() -> None:
    rng = random.Random(4)
    planted = right = seen = 0
    for sentence in SENTENCES.splitlines() * 12:
        words = sentence.split()
        at = rng.choice([i for i, w in enumerate(words) if w.isalpha() and w.islower() and len(w) > 4])
        wrong = slips(words[at], rng)
        if wrong == words[at]:
            continue
        article = readers.read(Source("a.txt", " ".join([*words[:at], wrong, *words[at + 1 :]])), {}, ())[0]
        planted += 1
        for suspect in errors(article):
            seen += 1
            right += suspect.suggestions[0] == words[at]
    assert seen >= 0.9 * planted
    assert right >= 0.9 * planted
    assert found(SENTENCES) == []


@given(st.text("abcdeinost 'é-.,\n\u00ad“”", max_size=200))
def test_places_lie_in_the_text_and_suggestions_differ(text: str) -> None:
    for article in readers.read(Source("a.txt", text), {}, ()):
        for suspect in suspects(Analysis(article)):
            word = article.text[suspect.start : suspect.end]
            assert word.strip() == word != ""
            assert word not in suspect.suggestions


def test_a_known_misspelling_is_mended_and_a_guess_is_not(newslint: Newslint, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("The goverment met. The harbour was uspetting.\n", encoding="utf-8")
    newslint("check", "--fix", "--select", "typos/misspelling", "a.txt")
    assert page.read_text(encoding="utf-8") == "The government met. The harbour was uspetting.\n"


def test_sic_silences(found: Found, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("She wrote that they recieve [sic] and (he said) beleive (sic) it.\n")
    assert found("a.txt", "--select", "typos/misspelling") == []


@pytest.mark.parametrize(
    ("dialect", "wrong"), [("us", ["colour"]), ("gb", ["labor", "color"]), ("any", ["colour"])]
)
def test_the_other_english(found: Found, tmp_path: Path, dialect: str, wrong: list[str]) -> None:
    (tmp_path / "newslint.toml").write_text(f'dialect = "{dialect}"\n')
    (tmp_path / "a.txt").write_text("The labor board liked the color. The colour was red, the color too.\n")
    assert [v["excerpt"] for v in found("a.txt", "--select", "typos/mixed-dialect")] == wrong


def test_another_language_with_its_accents_is_left_alone() -> None:
    text = '"Vi var bättre i sextio minuter," said the captain. He recieved a card.'
    assert found(text) == ["recieved"]


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        (
            "a.html",
            "<article><h1>Boats</h1><p>The motto is <i lang='es'>tardes muy recieve</i>, and recieve <b lang='es'>mar "
            "<i lang='en'>beleive</i></b>.</p></article>",
            ["recieve", "beleive"],
        ),
        ("a.html", "<html lang='de'><body><article><h1>Boot</h1><p>recieve</p></article></body></html>", []),
        ("a.html", "<html lang='en-GB'><body><article><h1>Boat</h1><p>They recieve it.</p></article></body></html>", ["recieve"]),
        ("a.md", "---\ntitle: Boot\nlang: de-AT\n---\n\nDas recieve.\n", []),
        ("a.md", "---\nlang: en\n---\n\nThey recieve <em lang=cy>croeso definately</em> it.\n", ["recieve"]),
        ("a.md", "# Boats\n\n## Guests recieve keys\n\nText.\n", ["recieve"]),
        ("a.html", "<article><h1>Boats</h1><table><tr><td>It was definately cold.</td></tr></table><p>Text.</p></article>", ["definately"]),
    ],
)  # fmt: skip
def test_a_file_says_which_language_it_is_in(
    found: Found, tmp_path: Path, name: str, text: str, wrong: list[str]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert [v["excerpt"] for v in found(name, "--select", "typos/misspelling")] == wrong


@pytest.mark.parametrize(
    "sentence",
    [
        "He parked the ute by the servo and cooked barramundi in the arvo.",
        "The wean grat, for it was dreich, and the crabbit teuchter began to swither.",
        "She sold boerewors and koeksisters from the spaza, and he wore an agbada and a gele.",
        "The thali came with bhuna and raita; the lathi charge hurt nine.",
        "Police warned of smishing, and the callout took an hour. The backs won every lineout.",
        "The wild ass, Equus ferus, and the toad (Rhinella marinus) are protected.",
        "They tarped the hay, and the sentencers met. The rorted funds are gone.",
        "Chuks Adeyemi and Mayu Sato sail for Packt. Vitaliy Paret plays for the Instituto.",
        "Im Sung-jae won, and David Autor and Energis agreed.",
        "She was gonna dance, prolly, innit.",
    ],
)
def test_english_of_the_world_and_its_names_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The head of the Goverment spoke.", "Goverment", "Government"),
        ("They flew from Harfleet Aiport.", "Aiport", "Airport"),
        ("Teh council met.", "Teh", "The"),
        ("They say they cant come.", "cant", "can't"),
        ("They say Im late.", "Im", "I'm"),
        ("There was alot of rain.", "alot", "a lot"),
        ("They went tothe harbour.", "tothe", "to the"),
        ("The goverment-run ferry sailed.", "goverment", "government"),
        ("It was the miniscule boat.", "miniscule", "minuscule"),
    ],
)
def test_known_misspellings_are_found_wherever_they_stand(text: str, wrong: str, right: str) -> None:
    article = readers.read(Source("a.txt", f"Boats\n\nThe pier is open.\n\n{text}"), {}, ())[0]
    (suspect,) = errors(article)
    assert (article.text[suspect.start : suspect.end], suspect.suggestions[0]) == (wrong, right)


def test_a_doubled_the_is_no_safe_correction() -> None:
    article = readers.read(Source("a.txt", "Boats\n\nThe teh mayor met the clerk."), {}, ())[0]
    assert [suspect.sure for suspect in errors(article)] == [False]


def test_as_is_his_wont_is_no_misspelling() -> None:
    assert found("He rose early, as was his wont to do. The cant of politics bored her.") == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("shedow", "certain"),
        ("goverment", "listed"),
        ("willmean", "unsure"),
        ("tarped", ""),
    ],
)
def test_the_kind_of_evidence_follows_its_weight(word: str, kind: str) -> None:
    article = readers.read(Source("a.txt", f"The {word} of it was lost on them."), {}, ())[0]
    assert [suspect.kind for suspect in suspects(Analysis(article))] == ([kind] if kind else [])


@pytest.mark.parametrize("word", ["shedow", "thelaw", "tarped", "xylofone", "marinus"])
def test_each_piece_of_evidence_has_a_weight(word: str) -> None:
    lexicon = Newsroom().lexicon
    for meant_word in meant(lexicon, word):
        place = Place("the", "of", 3, True, True, True, 9, True, True, True)
        assert evidence_of(lexicon, word, meant_word, place).keys() <= WEIGHTS.keys()


def test_what_speaks_for_a_name_speaks_against_a_slip() -> None:
    lexicon = Newsroom().lexicon
    best = meant(lexicon, "shedow")[0]
    plain = log_odds(evidence_of(lexicon, "shedow", best, Place()))
    for place in (
        Place(times=2),
        Place(capital_elsewhere=True),
        Place(set_apart=True),
        Place(odd_words=2),
        Place(kin=True),
    ):
        assert log_odds(evidence_of(lexicon, "shedow", best, place)) < plain - 1


@pytest.mark.parametrize("mark", "’ʼ＇")
def test_every_apostrophe_is_the_same_character(mark: str) -> None:
    assert found(f"They don{mark}t sail, and the mayor{mark}s boat wasn{mark}t there.") == []
    assert plain_marks(f"don{mark}t\u00a0go") == "don't go"
