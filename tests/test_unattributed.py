"""figures/unattributed and figures/unsourced: which figures an editor asks the source of."""

from __future__ import annotations

import pytest
from conftest import Found, Newslint

BEFORE = "Storm closes the harbour for days\n\nThe harbour stayed shut on Sunday.\n\n"
AFTER = "\n\nRain fell all night on the quay.\n"


def _excerpts(found: Found, rule: str, paragraph: str) -> list[str]:
    violations = found("--isolated", "--no-cache", "--select", rule, "-", stdin=BEFORE + paragraph + AFTER)
    return [violation["excerpt"] for violation in violations]


@pytest.mark.parametrize(
    ("paragraph", "figure"),
    [
        ("The trust runs 34 schools with 21,000 pupils across the north.", "21,000 pupils"),
        ("The chain has 1.4 million customers in the islands.", "1.4 million customers"),
        ("Poverty in the region grew 6.4 per cent.", "6.4 per cent"),
        ("At least 27 people have died in floods across the region since Monday.", "At least 27 people"),
        ("The number of riders is projected to swell to 65 million in 2031.", "65 million"),
        ("Support for the mayor stands at 61 percent in some polls.", "61 percent"),
        ("Two in three islanders still feel that the tram was a mistake.", "Two in three"),
        ("It is estimated that 30,000 people sleep in the open.", "30,000 people"),
    ],
)
def test_background_statistics_tolls_and_nameless_estimates_are_asked_about(
    found: Found, paragraph: str, figure: str
) -> None:
    assert _excerpts(found, "figures/unattributed", paragraph) == [figure]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The trust has 21,000 pupils, according to its annual report.",
        "The trust has 21,000 pupils, the council said.",
        "“The trust has 21,000 pupils,” Ada Brook said.",
        "A survey by the university asked riders. Support stands at 61 percent.",
        "The motion was carried with 61 percent of the vote.",
        "United won before 61,000 spectators.",
        "The hall holds 75,000 people.",
        "The council plans to build 40,000 homes.",
        "The fine can reach 10 percent of sales.",
        "The index closed down 0.4 percent at 7,510 points.",
        "Unemployment in the region is 6.4 per cent.",
        "The union wants a rise of 8 percent.",
        "A petition against the tram was signed by 12,000 people.",
        "The ticket costs $12 and the film took $45 million.",
        "On Monday, May 4, 2026, some 40 boats left the quay at 9:30.",
        "Thousands of people came to the quay.",
        "Nine people died when a coach overturned on Tuesday. Police said the road was wet.",
    ],
)
def test_sourced_figures_and_kinds_that_need_no_source_are_not(found: Found, paragraph: str) -> None:
    assert _excerpts(found, "figures/unattributed", paragraph) == []


def test_the_message_names_the_nearest_source(newslint: Newslint) -> None:
    text = (
        "Storm closes the harbour for days\n\nThe ministry said the harbour would stay shut.\n\n"
        "Rain fell.\n\nThe line has 41,000 users in the islands.\n"
    )
    result = newslint(
        "check", "--isolated", "--no-cache", "--select", "figures/unattributed", "-", stdin=text
    )
    assert "'41,000 users' has no source; the nearest is the ministry, two paragraphs up." in result.stdout
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("paragraph", "figures"),
    [
        (
            "The enclave of 2.3 million people has seen more than 21 months of war.",
            ["2.3 million people", "more than 21 months"],
        ),
        ("The storm has killed 58,000 birds, according to the park.", []),
        ("The park closed on October 7, 2023, at 9:30.", []),
    ],
)
def test_strict_asks_about_any_figure(found: Found, paragraph: str, figures: list[str]) -> None:
    assert _excerpts(found, "figures/unsourced", paragraph) == figures


def test_headlines_and_captions_are_covered_by_the_body(found: Found) -> None:
    text = "41,000 users wait for the tram\n\nThe tram stood still. (AFP)\n\nNobody came.\n"
    assert found("--isolated", "--no-cache", "--select", "figures/unattributed", "-", stdin=text) == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "A report about the bay noted that a fifth of its beds were dead.\n\nThe decline in the south is 40 percent.",
        "The bay lost a fifth of its beds, the ministry said. In the south the decline was 40 percent.",
        "About 41,000 users wait for the tram",
    ],
)
def test_a_report_a_speaker_and_the_body_cover_what_follows(found: Found, paragraph: str) -> None:
    assert _excerpts(found, "figures/unattributed", paragraph) == []


def test_a_linked_figure_has_its_source(found: Found) -> None:
    options = (
        "--isolated",
        "--no-cache",
        "--select",
        "figures/unattributed",
        "-",
        "--stdin-filename",
        "a.md",
    )
    plain = "# Trams\n\nRain fell.\n\nThe line has 41,000 users in the islands.\n"
    assert len(found(*options, stdin=plain)) == 1
    assert found(*options, stdin=plain.replace("has", "[has](https://line.example/report)")) == []


def test_the_nearest_source_is_somebody_who_speaks(newslint: Newslint) -> None:
    text = (
        "Storm closes the harbour for days\n\nThe islanders hope for rain. On Friday Olle Lind said he would stay.\n\n"
        "The line has 41,000 users in the islands.\n"
    )
    result = newslint(
        "check", "--isolated", "--no-cache", "--select", "figures/unattributed", "-", stdin=text
    )
    assert "the nearest is Olle Lind, one paragraph up" in result.stdout


@pytest.mark.parametrize(
    ("rule", "paragraph", "excerpts"),
    [
        ("attribution/anonymous", "A harbour source said the crane was safe.", ["A harbour source"]),
        (
            "attribution/anonymous",
            "The crane was safe, according to numerous sources.",
            ["numerous sources"],
        ),
        ("attribution/anonymous", "The count comes from news sources, the council said.", []),
        ("attribution/anonymous", "A suit filed by a former aide says the crane was safe.", []),
        ("attribution/anonymous", "She met an adviser of the port, Ada Brook, who said it was safe.", []),
        ("attribution/vague", "Experts say the crane is safe.", ["Experts say"]),
        ("attribution/vague", "Three experts of the port say the crane is safe.", []),
        (
            "attribution/source-pronoun",
            "A witness told the paper that it was late. “We ran,” it said.",
            ["it said"],
        ),
        (
            "attribution/source-pronoun",
            "A witness said that it was late. The report gives times. It said four.",
            [],
        ),
    ],
)
def test_sources_without_a_name(found: Found, rule: str, paragraph: str, excerpts: list[str]) -> None:
    assert _excerpts(found, rule, paragraph) == excerpts
