"""Questions, quizzes and scores put together by hand for the tests of the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from ctoquiz.domain.questions import (
    AnyQuestion,
    Interval,
    Match,
    Multiple,
    Number,
    Option,
    Order,
    Single,
    Source,
    TrueFalse,
    Typed,
)
from ctoquiz.domain.quiz import Edition, Manner, Quiz
from ctoquiz.domain.scoring import grade
from ctoquiz.domain.text import Text
from ctoquiz.session.asking import Answered, Turn
from ctoquiz.session.loop import Entry, Progress
from ctoquiz.session.scored import score
from ctoquiz.terminal.summary import Summary

TITLES: dict[str, Text] = {
    "salary": {"en": "Salary", "fr": "Salaire"},
    "hiring": {"en": "Recruitment and hiring", "fr": "Recrutement et embauche"},
}
SALARY = Source("salary", (37,))
HIRING = Source("hiring", (12, 14))


def both(en: str, fr: str) -> Text:
    return {"en": en, "fr": fr}


SINGLE = Single(
    id="single",
    topic="hiring",
    level="medium",
    prompt=both("What does technology watch serve for?", "À quoi sert la veille technologique\u00a0?"),
    explanation=both(
        "Technology watch serves to see early which techniques will matter to the company.",
        "La veille technologique sert à repérer tôt les techniques qui compteront pour l’entreprise.",
    ),
    facts=("watch",),
    source=HIRING,
    options=(
        Option(both("to negotiate the budget", "à négocier le budget"), both("the yearly budget", "le budget annuel")),
        Option(
            both("to see early which techniques will matter", "à repérer tôt les techniques qui compteront"),
        ),
        Option(both("to write the contracts of suppliers", "à rédiger les contrats des fournisseurs")),
    ),
    right=1,
)
MULTIPLE = Multiple(
    id="multiple",
    topic="hiring",
    level="hard",
    prompt=both("Which of these are soft skills?", "Lesquelles sont des qualités humaines\u00a0?"),
    explanation=both("Empathy and listening are soft skills.", "L’empathie et l’écoute sont des qualités humaines."),
    facts=("soft",),
    source=HIRING,
    options=tuple(
        Option(both(*words))
        for words in (
            ("empathy", "l’empathie"),
            ("database design", "la conception de bases de données"),
            ("listening", "l’écoute"),
            ("networking protocols", "les protocoles de réseau"),
        )
    ),
    right=frozenset({0, 2}),
)
TRUE_FALSE = TrueFalse(
    id="true-false",
    topic="salary",
    level="easy",
    prompt=both("A CTO in Paris earns less than one elsewhere.", "Un CTO à Paris gagne moins qu’ailleurs."),
    explanation=both("Salaries are higher in Paris.", "Les salaires sont plus élevés à Paris."),
    facts=("paris",),
    source=SALARY,
    right=False,
    about=both("this holds for the cost of offices", "cela vaut pour le coût des bureaux"),
)
NUMBER = Number(
    id="number",
    topic="salary",
    level="medium",
    prompt=both("What is the lowest salary?", "Quel est le salaire le plus bas\u00a0?"),
    explanation=both("The lowest salary is €60,000.", "Le salaire le plus bas est de 60\u00a0000\u00a0€."),
    facts=("floor",),
    source=SALARY,
    value=60000,
    unit="eur",
)
INTERVAL = Interval(
    id="interval",
    topic="salary",
    level="hard",
    prompt=both("Between which amounts is a junior paid?", "Entre quels montants un débutant est-il payé\u00a0?"),
    explanation=both("A junior is paid €70,000 to €90,000.", "Un débutant est payé 70\u00a0000 à 90\u00a0000\u00a0€."),
    facts=("junior",),
    source=SALARY,
    low=70000,
    high=90000,
    unit="eur",
)
TYPED = Typed(
    id="text",
    topic="hiring",
    level="hard",
    prompt=both("What does CTO stand for?", "Que signifie CTO\u00a0?"),
    explanation=both("CTO stands for chief technical officer.", "CTO signifie chief technical officer."),
    facts=("cto",),
    source=HIRING,
    accepted={"en": ("chief technical officer",), "fr": ("chief technical officer",)},
    others={"en": (), "fr": ()},
)
ORDER = Order(
    id="order",
    topic="hiring",
    level="medium",
    prompt=both("Put the steps of hiring in order.", "Rangez les étapes du recrutement."),
    explanation=both("One describes, then meets, then decides.", "On décrit, puis on rencontre, puis on décide."),
    facts=("steps",),
    source=HIRING,
    options=tuple(
        Option(both(*words))
        for words in (("decide", "décider"), ("describe the job", "décrire le poste"), ("meet", "rencontrer"))
    ),
    right=(1, 2, 0),
)
MATCH = Match(
    id="match",
    topic="hiring",
    level="medium",
    prompt=both("Match each person with a task.", "Associez chaque personne à sa tâche."),
    explanation=both("The CTO chooses techniques.", "Le CTO choisit les techniques."),
    facts=("who",),
    source=HIRING,
    options=tuple(
        Option(both(*words))
        for words in (("money", "les finances"), ("techniques", "les techniques"), ("people", "les équipes"))
    ),
    left=(both("CTO", "le CTO"), both("CFO", "le DAF")),
    right=(1, 0),
)
ALL: tuple[AnyQuestion, ...] = (SINGLE, MULTIPLE, TRUE_FALSE, NUMBER, INTERVAL, TYPED, ORDER, MATCH)


def quiz(*questions: AnyQuestion, code: str | None = "ABCDEFGHJKMNPQRS") -> Quiz:
    """A quiz of these questions, of all by default."""
    return Quiz(
        edition=Edition("cto", "1.0", "0" * 64, ("fr", "en")),
        title=both("The CTO’s job", "Le métier de CTO"),
        document=both("A careers page", "Une fiche métier"),
        code=code,
        seed=None,
        chance="",
        questions=questions or ALL,
        topics=(),
        kinds=(),
        levels=(),
        topic_titles=dict(TITLES),
    )


def turn(question: AnyQuestion, *, number: int = 3, of: int = 10, seconds_left: float | None = None) -> Turn:
    return Turn(number, of, question, seconds_left)


def ended(
    manner: Manner,
    answers: Sequence[tuple[AnyQuestion, str, int | None]],
    of: Quiz | None = None,
    *,
    stopped: bool = False,
) -> Summary:
    """The summary of a quiz with these answers."""
    progress = Progress(of or quiz(*(question for question, _, _ in answers)), manner)
    for question, notation, certainty in answers:
        graded = grade(question, notation, certainty)
        progress.entries.append(Entry(question, Answered(notation, certainty), 2.0, graded))
    return Summary(
        quiz=progress.quiz,
        manner=manner,
        entries=tuple(progress.entries),
        status="stopped" if stopped else "complete",
        score=score(progress, stopped=stopped),
    )
