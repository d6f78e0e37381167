"""The last page of an assessment, whole."""

from __future__ import annotations

from pathlib import Path

from tests.assessmentkit import answered, example, mini
from tests.terminal.looks import look

from ctoquiz.domain.assessment.comparison import Marked, beside_quizzes
from ctoquiz.session.assessed import assessed
from ctoquiz.session.assessing import Frame, Ratings
from ctoquiz.terminal.assessmentpage import assessment_page
from ctoquiz.terminal.assessmentsummary import AssessmentSummary
from ctoquiz.terminal.lines import columns, plain
from ctoquiz.terminal.look import Look


def page(ratings: Ratings, on: Look, *quizzes: list[Marked], stopped: bool = False) -> str:
    found = assessed(ratings)
    summary = AssessmentSummary(
        pack=mini(),
        ratings=ratings,
        found=found,
        status="stopped" if stopped else "complete",
        earlier=None,
        beside=beside_quizzes(example(), found.score.claimed, quizzes),
        topics={"alerts": "watch", "incidents": "watch", "rota": "roles"},
        saved=Path("/data/x.json"),
        session="x",
        named=" mini",
    )
    return plain(assessment_page(summary, on))


def weak_in_alerts(lang: str, place: str) -> Ratings:
    ratings = answered(3, lang=lang, alerts_read=0, alerts_sorted=1, alerts_backups=None)
    ratings.profile = {"years": 4.0, "place": place}
    return ratings


ENGLISH = """
  Your assessment

  ✗ Not yet ready for a small company.
    “Answering alerts” is critical: 1 of 3 statements met, and at least 50%
    of them must be. It is a close call: so few statements can’t tell it from
    one that passes.

  Readiness for a small company

  As you claim it      ····················┊·━━━━━━━━━●┊━━━━━···  78%
                       fair range 54% to 93%
  As far as evidenced  ···········━━━━━━━●━┊━━━━━━━····┊········  44%
                       fair range 27% to 67%
                       0%                 50%         80%   100%

  Your competencies, the weakest first

  Answering alerts          ·━━━━━━●━━┊━━━━━━····  1/3 from 2
  Seeing incidents through  ···········━━━━━━━━━●  5/5 from 2
  Keeping the rota          ··········━━━━━━━━━━●  4/4 from 3

  ● statements met, ━ the fair range of so few, ┊ the minimum of a critical
  competency; “from 3” is the rating from which on a statement is met there.

  The same answers, read for each kind of company

  a startup        ███████████████████████████░░░░░░░░░░░░░░  67%
  a small company  ████████████████████████████████░░░░░░░░░  78%
  a large group    ██████████████████████████████████░░░░░░░  83%

  Weights and thresholds are our own choice, made from what the page says of
  who does what.

  What would help most

  1. Answering alerts
     “I have read the alerts of a whole week.” You answered 0, “Never”; from
     2 on it is met.
     Source: The watch, sentence 10

  Beside your own quizzes

  Answering alerts
    rated 33%, quizzes 100% (21% to 100%, 1 answer)
  For the others, play: ctoquiz play mini --topic watch --topic roles
  What one knows and what one has done are two things: neither corrects the
  other.

  Your profile, held against the document

  · The document’s range for you: €150 to €200.
    What Brume pays, by the turn.
    It depends on the days.
    Source: The watch, sentence 7

  In short

  ✗ Not yet ready for a small company.
    What would help most: Answering alerts.

  What next

  ctoquiz play mini --topic watch
    asks what the document says of the first advice
  ctoquiz results show x
    shows this again
  ctoquiz assess mini
    assesses you anew, in a few months, and tells what changed

  Saved in:
  /data/x.json

"""

PLAIN_FRENCH = """
Votre autoévaluation

Pas encore au niveau pour une PME.
« Répondre aux alertes » est critique : 1 sur 3 de ses affirmations acquises,
et il en faut au moins 50 %. Cela se joue à peu : si peu d’affirmations ne la
distinguent pas d’une compétence qui passe.

Préparation pour une PME

Telle que déclarée : 78 %, fourchette plausible de 54 % à 93 %
Preuves à l’appui : 44 %, fourchette plausible de 27 % à 67 %

Vos compétences, la plus faible d’abord

Répondre aux alertes : 1 sur 3 de ses affirmations acquises, fourchette
  plausible de 6 % à 79 %, critique, au moins 50 %
Mener les incidents à leur terme : 5 sur 5 de ses affirmations acquises,
  fourchette plausible de 57 % à 100 %
Tenir le planning : 4 sur 4 de ses affirmations acquises, fourchette plausible
  de 51 % à 100 %

Les mêmes réponses, lues pour chaque type d’entreprise

une startup : 67 %
une PME : 78 %
un grand groupe : 83 %
Les poids et les seuils sont notre propre choix, fait d’après ce que la page
dit du rôle de chacun.

Ce qui aiderait le plus

1. Répondre aux alertes
   « J’ai lu les alertes de toute une semaine. » Vous avez répondu 0,
   « Jamais » ; c’est acquis à partir de 2.
   Source : L’astreinte, phrase 10

À côté de vos propres quiz

Aucun de vos quiz n’a encore porté là-dessus ; jouez-en un : ctoquiz play mini

Votre profil, face au document

La page ne dit rien des nuits.

En bref

Pas encore au niveau pour une PME.
Ce qui aiderait le plus : Répondre aux alertes.

Et maintenant

ctoquiz play mini --topic watch
  demande ce que le document dit du premier conseil
ctoquiz results show x
  montre cela de nouveau
ctoquiz assess mini
  vous réévalue, dans quelques mois, et dit ce qui a changé

Enregistré dans :
/data/x.json

"""

STOPPED = """
  Stopped for now

  1 statement has no answer yet. The result comes at the end.

  What next

  ctoquiz assess --resume
    goes on where you stopped

  Saved in:
  /data/x.json

"""


def test_the_whole_page() -> None:
    quiz = [Marked(("grey",), 1.0, 1.0)]
    assert page(weak_in_alerts("en", "week"), look(), quiz) == ENGLISH


def test_the_whole_page_in_plain_french() -> None:
    assert page(weak_in_alerts("fr", "night"), look("fr", plain=True)).replace("\u00a0", " ") == PLAIN_FRENCH


def test_no_line_is_wider_than_the_terminal_but_what_is_to_be_copied() -> None:
    for lang, width in (("fr", 40), ("en", 40), ("fr", 80), ("en", 56), ("fr", 24)):
        lines = page(weak_in_alerts(lang, "week"), look(lang, width)).splitlines()
        assert [line for line in lines if columns(line) >= width and not line.lstrip().startswith("ctoquiz")] == []


def test_a_page_without_unicode_has_none() -> None:
    drawn = page(weak_in_alerts("en", "week"), look(ascii_only=True))
    assert not set("●━┊█░✗") & set(drawn)
    assert "O" in drawn


def test_a_close_call_names_every_verdict_that_it_could_be() -> None:
    drawn = " ".join(page(answered(3, rota_paid=0, rota_signed=0), look()).split())
    assert "✓ Ready for a small company." in drawn
    assert "so few statements can’t tell “close” and “ready” apart" in drawn


def test_what_is_left_says_nothing_of_the_result() -> None:
    ratings = weak_in_alerts("en", "week")
    del ratings.rated["rota-tools"]
    assert page(ratings, look(), stopped=True) == STOPPED


def test_nothing_rated_says_that_nothing_can_be_said() -> None:
    ratings = answered(3)
    ratings.rated.clear()
    drawn = page(ratings, look())
    assert "“Answering alerts” is critical, and nothing of it was rated." in drawn
    assert "Readiness for" not in drawn


def test_what_was_never_asked_for_is_not_told_of() -> None:
    quick = answered(3)
    quick.frame = Frame("sme", "en", quick=True)
    shown = page(quick, look())
    assert "evidenced" not in shown
    assert "No evidence was asked for" in shown
    given = answered(3, evidence="May")
    given.frame = quick.frame
    assert "As far as evidenced" in page(given, look())  # as a file may hold it
