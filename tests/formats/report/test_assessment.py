"""The page of a self-assessment, as a reader meets it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.pagekit import read

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.formats.report.assessment import assessment_report
from ctoquiz.formats.report.competencyradar import target
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessed import assessed
from ctoquiz.session.assessing import Frame, Ratings
from ctoquiz.storage.packs import load_pack

ENGLISH, FRENCH = Words("en"), Words("fr")
MINI = Path(__file__).parents[3] / "docs" / "examples" / "mini-pack"
HOSTILE = "</p><script>alert(1)</script>"
DOCUMENT: JsonObject = {
    "id": "20261123-090000-aaaa",
    "status": "complete",
    "finished_at": "soon",
    "seconds": 300.0,
    "participant": "Ada",
    "pack": {"id": "mini", "version": "1.0"},
}

PAGE = """\
Leading the watch at Brume · Self-assessment
Self-assessment
Leading the watch at Brume
Name Ada
Finished soon
Time taken 5 min
Pack mini, edition 1.0
Read for a small company
Your assessment
Close to ready for a small company.
Your ratings meet 67% of what it asks for; “close” begins at 50%, “ready” at 80%.
It is a close call: so few statements can’t tell “building up”, “close” and “ready” apart.
As you claim it
67%
fair range 42% to 82%
As far as evidenced
58%
fair range 36% to 76%
Your competencies
As you claim it
As far as evidenced
Target for a small company: “ready” where every competency reaches it
Statements met, out of those rated; the line is the 95% interval, the mark the minimum of a critical competency. \
What is evidenced counts a 3 or 4 without evidence as 2.
Competency As you claim it As far as evidenced
1 Answering alerts weight 1, met from 2 on critical, at least 50% 2 of 4 15% to 85% 2 of 4 15% to 85%
2 Seeing incidents through weight 1, met from 2 on 3 of 4 30% to 95% 3 of 4 30% to 95%
3 Keeping the rota weight 1, met from 3 on 3 of 4 30% to 95% 2 of 4 15% to 85%
What would help most
Answering alerts
“I have checked the backups as second on call.” You answered 0, “Never”; from 2 on it is met.
Source: A page on being on call at an imaginary company, The watch, sentence 11
Seeing incidents through
“I have written the review of an incident.” You answered 1, “I have seen it done”; from 2 on it is met.
Source: A page on being on call at an imaginary company, Who and what, sentences 5, 13
Keeping the rota
“I have arranged the relief at noon.” You answered 2, “I did it with help”; from 3 on it is met.
Source: A page on being on call at an imaginary company, The watch, sentence 11
The same answers, read for each kind of company
Weights and thresholds are our own choice, made from what the page says of who does what.
Readiness as you claim it; the line is the 95% interval, the marks are where verdicts begin.
Kind of company Readiness
a startup “close” Few people: whoever leads also answers. 69% fair range 45% to 87%
a small company “close” Answering and leading weigh alike. 67% fair range 42% to 82%
a large group “close” Others answer: leading the rota weighs most. 63% fair range 37% to 79%
Your profile, held against the document
Do you know what SLO stands for?
The page uses four abbreviations. (not yet)
Source: A page on being on call at an imaginary company, The watch, sentence 9
Pay
The document’s range for you: €150 to €200.
What Brume pays, by the turn.
It depends on the days.
Source: A page on being on call at an imaginary company, The watch, sentence 7
All your ratings
1. Answering alerts
Statement Your rating
I have acknowledged a red alert in time. 4, “I did it repeatedly and taught others”: met Evidence: In May: nobody \
was woken.
I have told red alerts from grey ones. 3, “I did it alone, with a result”: met
I have read the alerts of a whole week. 1, “I have seen it done”: not met
I have checked the backups as second on call. 0, “Never”: not met
2. Seeing incidents through
Statement Your rating
I have opened an incident. 4, “I did it repeatedly and taught others”: met Evidence: In May: nobody was woken.
I have called the data team at night. 3, “I did it alone, with a result”: met
I have contained an incident before its repair. 2, “I did it with help”: met
I have kept the timeline of an incident. No opportunity so far
I have written the review of an incident. 1, “I have seen it done”: not met
3. Keeping the rota
Statement Your rating
I have signed the calendar of a month. 4, “I did it repeatedly and taught others”: met Evidence: In May: nobody \
was woken.
I have settled the pay of a weekend on call. 4, “I did it repeatedly and taught others”: met Evidence: In May: \
nobody was woken.
I have arranged the relief at noon. 2, “I did it with help”: not met
I have handed over the pager and the runbook. 3, “I did it alone, with a result”: met
Result 20261123-090000-aaaa. Worked out again from the answers by ctoquiz; the intervals are 95% intervals.
"""


@cache
def mini() -> Pack:
    return load_pack(str(MINI))


def ratings(*given: int | None, context: str = "sme", evidence: str | None = None) -> Ratings:
    """The first statements rated so, those after them “no opportunity so far”; every 4 with that evidence."""
    assessment = mini().assessment
    assert assessment is not None
    statements = assessment.statements
    filled = [*given, *[None] * (len(statements) - len(given))]
    rated = {each.id: Rated(r, evidence if r == 4 else None) for each, r in zip(statements, filled, strict=True)}
    return Ratings(assessment, Frame(context, "en"), rated)


def page(given: Ratings, say: Words = ENGLISH) -> str:
    return assessment_report(DOCUMENT, mini(), given, assessed(given), say)


def whole() -> Ratings:
    """An assessment with something of everything."""
    given = ratings(4, 3, 1, 0, 4, 3, 2, None, 1, 4, 4, 2, 3, evidence="In May: nobody was woken.")
    given.profile.update({"years": 6.0, "place": "week", "words": "never-heard"})
    return given


def test_a_page_tells_the_verdict_with_its_reasons_and_all_that_it_rests_on() -> None:
    assert read(page(whole())).text == PAGE


@pytest.mark.parametrize("say", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_the_radar_shows_what_is_claimed_what_is_evidenced_and_the_target(say: Words) -> None:
    html = page(whole(), say)
    assert [html.count(f'class="outline {name}"') for name in ("claimed", "evidenced", "target")] == [2, 2, 2]
    told = {
        "en": "3. Keeping the rota: claimed 75%, evidenced 50%, target 80%.",
        "fr": "3. Tenir le planning\xa0: déclaré 75\xa0%, preuves à l’appui 50\xa0%, cible 80\xa0%.",
    }
    assert told[say.language] in html


def test_the_target_is_enough_for_ready_and_for_every_gate() -> None:
    assessment = mini().assessment
    assert assessment is not None
    strict = replace(assessment.competencies[0], minimum=0.9)
    assert target(assessment, strict) == 90
    assert [target(assessment, each) for each in assessment.competencies] == [80, 80, 80]


def test_a_competency_that_was_not_rated_is_said_so_and_not_drawn_as_nothing() -> None:
    html = page(ratings(4, 4, 4, 4, 3, 3, 3, 3, 3))
    assert "Keeping the rota weight 1, met from 3 on not rated not rated" in read(html).text
    assert "Nothing is known of “Keeping the rota”" in read(html).text
    assert "radar-chart" not in html.split("</style>")[1]


def test_a_failed_gate_decides_the_verdict_and_is_named() -> None:
    text = read(page(ratings(0, 0, 0, 4, *[4] * 9, evidence="Done."))).text
    assert "Not yet ready for a small company.\n“Answering alerts” is critical: 1 of 4 statements are met" in text


def test_nothing_rated_is_a_page_that_says_so() -> None:
    text = read(page(ratings())).text
    assert "“Answering alerts” is critical, and nothing of it was rated." in text
    assert "As you claim it\n" not in text.split("Your competencies")[0]


def test_an_assessment_that_was_stopped_tells_only_how_far_it_came() -> None:
    given = whole()
    del given.rated["rota-tools"]
    text = read(page(given)).text
    left = 1 + sum(check.id not in given.rated for check in given.assessment.checks)
    assert f"Stopped for now\n{left} statements have no answer yet. The result comes at the end.\n" in text
    assert "%" not in text.removesuffix("the intervals are 95% intervals.\n")


def test_evidence_is_never_taken_for_html() -> None:
    html = page(ratings(*[4] * 13, evidence=HOSTILE))
    assert "script" not in read(html).tags
    assert html.count("&lt;script&gt;") == 13


def test_a_page_is_the_same_every_time() -> None:
    assert page(whole()) == page(whole())


def test_a_page_in_french_is_french_throughout() -> None:
    text = read(page(whole(), FRENCH)).text
    assert "Autoévaluation" in text
    english = ("weight", "rated", "fair range", "Statement", "Source: ", "statements", "“")
    assert [word for word in english if word in text] == []


def test_what_was_never_asked_for_is_not_told_of() -> None:
    quick = ratings(4, 3, 1, 0, 4, 3, 2, 3, 1, 4, 4, 2, 3)
    assert "evidenced" in page(quick)
    quick.frame = Frame("sme", "en", quick=True)
    told = page(quick).partition("</style>")[2]
    assert "No evidence was asked for" in told
    assert "evidenced" not in told.replace("No evidence was asked for", "")
    assert "claimed 50%, target 80%." in told
