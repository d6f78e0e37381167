"""The page of a quiz, as a reader meets it."""

from __future__ import annotations

from tests.pagekit import read

from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.quiz import Quiz
from ctoquiz.domain.scoring import Score, grade, score_quiz
from ctoquiz.formats.report.quiz import quiz_report
from ctoquiz.i18n.words import Words
from ctoquiz.session.rescoring import Regraded, Rescored

PAGE = """\
crafts · Quiz result
Quiz result
crafts
Name Ada
Finished soon
Time taken 1 min 33 s
Pack crafts, edition 1.0
Code ABCD EFGH 2
Your score
You scored 1.5 of 5, 30%.
✗ Not passed: the pass mark is 50%.
The time ran out: 1 question has no answer and earns nothing.
Share of the points
30%
With so few questions, a fair range is 7% to 70%.
By topic
Points of the questions of each topic; the line is the 95% interval.
Topic Points
tools 1.5 of 5 fair range 7% to 70%
Certainty
Marks: -2 of 15.
On average you were 88% sure, and 50% of it was right (fair range 13% to 87%).
That is over-confident, by more than chance: doubt a little more.
Brier score: 0.32 (0 is best, 1 worst).
How sure you were, beside how much of it was right; the mark shows what a certainty stands for.
Certainty Right
Certainty 2 stands for 75% sure 0.5 of 1 fair range 5% to 95%
Certainty 3 stands for 95% sure 1 of 2 fair range 9% to 91%
All your answers
1. ✓ right · certainty 3 · 4 s
Which <b>tool</b> cuts ___?
Your answer *saw*
About saw.
2. ◐ partly right: 0.5 of 1 · certainty 2 · 4 s
Which ones cut?
Your answer saw
Right answer saw; knife
About all.
3. ✗ wrong · certainty 3 · 4 s
Glue cuts.
Your answer True
Right answer False
About glue.
4. ? not known · 4 s
What does it cost?
Right answer €70,000
About price.
Result 20261123-090000-aaaa. Worked out again from the answers by ctoquiz; the intervals are 95% intervals.
"""

ENGLISH, FRENCH = Words("en"), Words("fr")
GIVEN = (("a", 3), ("a", 2), ("true", 3), ("?", None))


def document(**changes: object) -> JsonObject:
    whole: dict[str, object] = {
        "id": "20261123-090000-aaaa",
        "status": "complete",
        "finished_at": "soon",
        "seconds": 93.4,
        "participant": "Ada",
        "pack": {"id": "crafts", "version": "1.0"},
        "quiz": {"lang": "en", "code": "ABCDEFGH2", "pass_mark": 50.0, "certainty": True},
    }
    return {**whole, **changes}  # type: ignore[dict-item]


def rescored(quiz: Quiz, given: tuple[tuple[str, int | None], ...] = GIVEN, *, verified: bool = True) -> Rescored:
    """The first questions of the quiz, answered so; one question more is not answered."""
    answers = []
    for question, (notation, certainty) in zip(quiz.questions, given, strict=False):
        graded = grade(question, notation, certainty)
        told = "" if notation == "?" else question.tell(notation)["en"]
        right = question.answer_text["en"]
        why = question.explanation["en"]
        answers.append(
            Regraded(
                question.prompt["en"], notation, told, question.answer, right, why, 4.2, graded, "en", question.source
            )
        )
    score = score_quiz(
        [each.graded for each in answers],
        max_points=len(given) + 1.0,
        topics_of_whole_quiz={"tools": len(given) + 1.0},
        pass_mark=50.0,
        certainty=True,
        stopped=False,
    )
    return Rescored(score, tuple(answers), verified=verified)


def test_a_page_tells_the_score_with_its_interval_and_every_answer_with_what_was_right_and_why(
    every_kind: Quiz,
) -> None:
    page = read(quiz_report(document(), rescored(every_kind), None, ENGLISH))
    assert page.text == PAGE


def test_texts_in_another_language_than_the_page_say_so(every_kind: Quiz) -> None:
    page = read(quiz_report(document(), rescored(every_kind), None, FRENCH))
    assert page.attributes["lang"] == {"fr", "en"}
    assert read(quiz_report(document(), rescored(every_kind), None, ENGLISH)).attributes["lang"] == {"en"}


def test_nothing_from_a_file_becomes_html(every_kind: Quiz) -> None:
    hostile = "</style><script>alert(1)</script>"
    changed = document(
        participant=hostile,
        finished_at=hostile,
        pack={"id": hostile, "version": hostile},
        id=hostile,
        quiz={"lang": "en"},
    )
    html = quiz_report(changed, rescored(every_kind), None, ENGLISH)
    assert "script" not in read(html).tags
    assert html.count("<style>") == html.count("</style>") == 1
    assert "<b>" not in html
    assert html.count("&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;") == 7


def test_signs_that_hide_or_turn_around_what_follows_are_shown_as_unreadable() -> None:
    changed = document(participant="a\x1b[2J\u202eb\x00\u2066c")
    html = quiz_report(changed, Rescored(rescored_nothing(), (), verified=True), None, ENGLISH)
    assert "<dd>a\ufffd[2J\ufffdb\ufffd\ufffdc</dd>" in html


def test_a_page_needs_no_network_and_no_script(every_kind: Quiz) -> None:
    html = quiz_report(document(), rescored(every_kind), None, ENGLISH)
    page = read(html)
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert policy in page.attributes["content"]
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object", "form", "a"})
    assert not {"src", "href", "style"} & set(page.attributes)
    assert "url(" not in html
    assert "@import" not in html


def test_points_that_could_not_be_checked_are_said_to_be_so(every_kind: Quiz) -> None:
    page = read(quiz_report(document(), rescored(every_kind, verified=False), None, ENGLISH))
    assert "could not be checked against the questions" in page.text


def test_a_page_of_nothing_answered_is_a_page_all_the_same() -> None:
    stopped = document(status="stopped")
    page = read(quiz_report(stopped, Rescored(rescored_nothing(), (), verified=True), None, ENGLISH))
    assert "State stopped" in page.text
    assert "Nothing was answered yet. 5 questions were not reached yet." in " ".join(page.text.split())
    assert "%" not in page.text.partition("intervals are 95%")[0]


def rescored_nothing() -> Score:
    """The score of a quiz of five of which nothing was answered."""
    return score_quiz([], max_points=5.0, topics_of_whole_quiz={}, pass_mark=None, certainty=True, stopped=True)
