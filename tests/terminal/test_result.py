"""The last page, whole."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from tests.terminal.builders import INTERVAL, MATCH, MULTIPLE, NUMBER, SINGLE, TRUE_FALSE, ended, quiz
from tests.terminal.looks import look

from ctoquiz.domain.quiz import Manner
from ctoquiz.terminal.lines import painted, plain
from ctoquiz.terminal.result import result_page

SAVED = Path("results/20261123T090000Z-1a2b.json")
LEARNING = dataclasses.replace(
    ended(Manner(lang="en", pass_mark=60), [(SINGLE, "b", None), (MULTIPLE, "a", None), (NUMBER, "?", None)]),
    saved=SAVED,
)
EXAM = ended(Manner(lang="fr", exam=True), [(SINGLE, "b", None), (TRUE_FALSE, "true", None)])
CERTAIN = ended(
    Manner(lang="en", certainty=True),
    [(INTERVAL, "70000-80000", 1), (MATCH, "?", None), (SINGLE, "a", 3)],
    quiz(INTERVAL, MATCH, SINGLE, code=None),
)
STOPPED = dataclasses.replace(
    ended(Manner(lang="en"), [(SINGLE, "b", None)], quiz(SINGLE, NUMBER, MATCH), stopped=True), saved=SAVED
)


def test_the_result_tells_the_score_its_range_the_topics_and_what_was_missed() -> None:
    assert (
        plain(result_page(LEARNING, look()))
        == """\

  To look at again

  ◐ 2. Partly right, 50%
    Which of these are soft skills?
    Right answer      empathy; listening

  ? 3. You didn’t know
    What is the lowest salary?
    Right answer      €60,000

  By topic

  Salary                  ░░░░░░░░░░░░░░░░░░░░░░░░  0 of 1
  Recruitment and hiring  ██████████████████░░░░░░  1.5 of 2

  Your score

  You scored 1.5 of 3, 50%.
  With so few questions, a fair range is 13% to 87%.

  ✗ Not passed: the pass mark is 60%.

  What next

  ctoquiz play --mistakes
    asks again what you missed
  ctoquiz play --code ABCDEFGHJKMNPQRS
    plays exactly this quiz, here or on another machine
  ctoquiz play
    plays a new quiz

  Saved in:
  results/20261123T090000Z-1a2b.json

"""
    )


def test_the_result_at_40_columns() -> None:
    assert (
        plain(result_page(LEARNING, look(columns=40)))
        == """\

  To look at again

  ◐ 2. Partly right, 50%
    Which of these are soft skills?
    Right answer: empathy; listening

  ? 3. You didn’t know
    What is the lowest salary?
    Right answer: €60,000

  By topic

  Salary
  ░░░░░░░░░░░░░░░░░░░░░░░░  0 of 1
  Recruitment and hiring
  ██████████████████░░░░░░  1.5 of 2

  Your score

  You scored 1.5 of 3, 50%.
  With so few questions, a fair range
  is 13% to 87%.

  ✗ Not passed: the pass mark is 60%.

  What next

  ctoquiz play --mistakes
    asks again what you missed
  ctoquiz play --code ABCDEFGHJKMNPQRS
    plays exactly this quiz, here or
    on another machine
  ctoquiz play
    plays a new quiz

  Saved in:
  results/20261123T090000Z-1a2b.json

"""
    )


def test_a_plain_result_has_no_bars_and_no_margins() -> None:
    assert (
        plain(result_page(LEARNING, look(plain=True)))
        == """\

To look at again

◐ 2. Partly right, 50%
Which of these are soft skills?
Right answer: empathy; listening

? 3. You didn’t know
What is the lowest salary?
Right answer: €60,000

By topic

Salary: 0 of 1
Recruitment and hiring: 1.5 of 2

Your score

You scored 1.5 of 3, 50%.
With so few questions, a fair range is 13% to 87%.

✗ Not passed: the pass mark is 60%.

What next

ctoquiz play --mistakes
  asks again what you missed
ctoquiz play --code ABCDEFGHJKMNPQRS
  plays exactly this quiz, here or on another machine
ctoquiz play
  plays a new quiz

Saved in:
results/20261123T090000Z-1a2b.json

"""
    )


def test_under_exam_all_answers_are_told_at_the_end() -> None:
    assert (
        plain(result_page(EXAM, look("fr")))
        == """\

  Toutes vos réponses

  ✓ 1. Juste
    À quoi sert la veille technologique ?
    Votre réponse     b. à repérer tôt les techniques qui compteront
    Bonne réponse     b. à repérer tôt les techniques qui compteront
    Pourquoi          La veille technologique sert à repérer tôt les
                      techniques qui compteront pour l’entreprise.
    Source            Recrutement et embauche, phrases 12, 14

  ✗ 2. Faux
    Un CTO à Paris gagne moins qu’ailleurs.
    Votre réponse     Vrai
    Bonne réponse     Faux
    Pourquoi          Les salaires sont plus élevés à Paris.
    Confusion         cela vaut pour le coût des bureaux
    Source            Salaire, phrase 37

  Par thème

  Salaire                  ░░░░░░░░░░░░░░░░░░░░░░░░  0 sur 1
  Recrutement et embauche  ████████████████████████  1 sur 1

  Votre score

  Vous obtenez 1 sur 2, soit 50 %.
  Avec si peu de questions, une fourchette plausible va de 9 % à 91 %.

  Et maintenant

  ctoquiz play --code ABCDEFGHJKMNPQRS
    rejoue exactement ce quiz, ici ou sur une autre machine
  ctoquiz play
    joue un nouveau quiz

  Ce résultat n’a pas été enregistré.

"""
    )


def test_what_was_sure_and_wrong_comes_first_with_the_calibration() -> None:
    assert (
        plain(result_page(CERTAIN, look()))
        == """\

  Sure and wrong

  ✗ 3. Wrong, certainty 3, marks: -6
    What does technology watch serve for?
    Right answer      b. to see early which techniques will matter

  To look at again

  ◐ 1. Partly right, 50%, certainty 1, marks: +0.5
    Between which amounts is a junior paid?
    Right answer      €70,000 to €90,000

  ? 2. You didn’t know
    Match each person with a task.
    Right answer      CTO → techniques; CFO → money

  By topic

  Salary                  ████████████░░░░░░░░░░░░  0.5 of 1
  Recruitment and hiring  ░░░░░░░░░░░░░░░░░░░░░░░░  0 of 2

  Certainty

  Marks: -5.5 of 9.
  On average you were 73% sure, and 25% of it was right (fair range 3% to
  80%).
  The two agree as well as so few answers can tell.
  Brier score: 0.45 (0 is best, 1 worst).

  Your score

  You scored 0.5 of 3, 17%.
  With so few questions, a fair range is 2% to 69%.

  What next

  ctoquiz play
    plays a new quiz

  This result was not saved.

"""
    )


def test_a_stopped_quiz_says_how_to_go_on() -> None:
    assert (
        plain(result_page(STOPPED, look()))
        == """\

  By topic

  Salary                  not reached yet
  Recruitment and hiring  ████████████████████████  1 of 1

  Stopped for now

  You scored 1 of 1 so far.
  2 questions were not reached yet.

  What next

  ctoquiz play --resume
    goes on where you stopped
  ctoquiz play --code ABCDEFGHJKMNPQRS
    plays exactly this quiz, here or on another machine
  ctoquiz play
    plays a new quiz

  Saved in:
  results/20261123T090000Z-1a2b.json

"""
    )


def test_the_result_is_coloured_sparingly() -> None:
    assert painted(result_page(STOPPED, look())) == (
        "\n"
        "  \x1b[1;36mBy topic\x1b[0m\n"
        "\n"
        "  Salary                  \x1b[2mnot reached yet\x1b[0m\n"
        "  Recruitment and hiring  \x1b[36m████████████████████████\x1b[0m  1 of 1\n"
        "\n"
        "  \x1b[1;36mStopped for now\x1b[0m\n"
        "\n"
        "  \x1b[1mYou scored 1 of 1 so far.\x1b[0m\n"
        "  2 questions were not reached yet.\n"
        "\n"
        "  \x1b[1;36mWhat next\x1b[0m\n"
        "\n"
        "  \x1b[1;36mctoquiz play --resume\x1b[0m\n"
        "    goes on where you stopped\n"
        "  \x1b[1;36mctoquiz play --code ABCDEFGHJKMNPQRS\x1b[0m\n"
        "    plays exactly this quiz, here or on another machine\n"
        "  \x1b[1;36mctoquiz play\x1b[0m\n"
        "    plays a new quiz\n"
        "\n"
        "  \x1b[2mSaved in:\x1b[0m\n"
        "  \x1b[2mresults/20261123T090000Z-1a2b.json\x1b[0m\n"
        "\n"
    )


def test_a_stopped_exam_tells_neither_score_nor_answers() -> None:
    manner = Manner(lang="en", exam=True)
    stopped = ended(manner, [(SINGLE, "a", None)], quiz(SINGLE, NUMBER), stopped=True)
    page = plain(result_page(dataclasses.replace(stopped, saved=SAVED), look()))
    assert page.startswith("""
  Stopped for now

  You answered 1 of 2. The score and the right answers come at the end.

  What next

  ctoquiz play --resume
""")
    assert "--mistakes" not in page


def test_a_quiz_that_ran_out_of_time_says_how_many_are_unanswered() -> None:
    late = ended(Manner(lang="en", time_limit=5), [(SINGLE, "b", None)], quiz(SINGLE, NUMBER))
    page = plain(result_page(late, look()))
    assert "The time ran out: 1 question has no answer and earns nothing.\n" in page
    assert "? 2. Not answered\n" in page


def test_a_change_since_the_last_attempt_is_claimed_only_beyond_chance() -> None:
    before = dataclasses.replace(LEARNING.score, percent=20.0)

    def page(changed: bool, percent: float) -> str:
        after = dataclasses.replace(LEARNING.score, percent=percent)
        told = dataclasses.replace(LEARNING, previous=before, changed=changed, score=after)
        return plain(result_page(told, look(columns=100)))

    assert "Last time it was 20%: a difference that chance alone can make.\n" in page(False, 40.0)
    assert "Last time it was 20%: you did better, by more than chance.\n" in page(True, 90.0)
    assert "Last time it was 20%: you did less well, by more than chance.\n" in page(True, 1.0)


def test_many_questions_are_not_called_few() -> None:
    asked = tuple(dataclasses.replace(SINGLE, id=str(number)) for number in range(40))
    page = plain(result_page(ended(Manner(lang="en"), [(each, "b", None) for each in asked]), look()))
    assert "With 40 questions, a fair range is 91% to 100%.\n" in page


def test_a_screen_of_24_lines_ends_with_the_score_and_what_to_type_next() -> None:
    before = dataclasses.replace(LEARNING.score, percent=20.0)
    page = plain(result_page(dataclasses.replace(LEARNING, previous=before, changed=True), look()))
    seen = page.splitlines()[-23:]
    assert "  You scored 1.5 of 3, 50%." in seen
    assert "  Last time it was 20%: you did better, by more than chance." in seen
    assert "  ctoquiz play --mistakes" in seen
    assert page.index("By topic") < page.index("Your score") < page.index("What next")


def test_why_is_told_at_the_end_where_the_time_ran_out_before_it_was() -> None:
    late = ended(Manner(lang="en", time_limit=5), [(MULTIPLE, "a", None)], quiz(MULTIPLE, NUMBER))
    page = plain(result_page(late, look()))
    assert "    Why               The lowest salary is €60,000.\n" in page
    assert "Empathy and listening are soft skills." not in page


def test_a_perfect_quiz_has_nothing_to_look_at_again() -> None:
    page = plain(result_page(ended(Manner(lang="en"), [(SINGLE, "b", None)]), look()))
    assert "look at again" not in page
    assert "--mistakes" not in page
