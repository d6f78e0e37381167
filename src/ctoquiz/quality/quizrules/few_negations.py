"""At most one question in twenty of a quiz has a negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.words import negations
from ctoquiz.quality.rule import Explanation, QuizRule

ONE_IN = 20


def look(quiz: Sequence[AnyQuestion]) -> Iterator[Flaw]:
    """A quiz in which too many prompts deny something, in any of its languages."""
    for language in quiz[0].prompt if quiz else ():
        names = [question.id for question in quiz if denying(question, language)]
        if len(names) * ONE_IN > len(quiz):
            message = N_("{denying} of {count} questions deny something ({names}); at most one in {one_in} should.")
            values = {"denying": len(names), "count": len(quiz), "names": ", ".join(names), "one_in": ONE_IN}
            yield Flaw(message, values, language)


def denying(question: AnyQuestion, language: str) -> bool:
    """Whether what a question asks denies something, in one of its languages."""
    return bool(negations(question.prompt[language], language))


RULE = QuizRule(
    name="few-negations",
    look=look,
    explanation=Explanation(
        what=N_("At most 5% of the questions of a quiz have a negation in what they ask."),
        why=N_("A negation tests careful reading, not the matter; now and then it is needed, often it only tires."),
        source="Haladyna, Downing & Rodriguez 2002, guideline 17; Tarrant 2006",
        bad=N_("A quiz of ten with “Which of these is NOT a duty of the CTO?”"),
        good=N_("A quiz of twenty with one such question"),
    ),
)
