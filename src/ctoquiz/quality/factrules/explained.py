"""After an answer, readers learn why."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw, Severity
from ctoquiz.quality.language.words import stems
from ctoquiz.quality.rule import Evidence, Explanation, PackRule


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """A fact on which an answer is explained by its own statement, or by nothing that its question hasn't said."""
    told: set[str] = set()
    for name, built in evidence.built.items():
        fact = name.rpartition("/")[0]
        if fact in evidence.pack.facts and name not in evidence.pack.written and fact not in told:
            for flaw in _flaws(built[0], fact, evidence.pack):
                told.add(fact)
                yield fact, flaw


def _flaws(question: AnyQuestion, fact: str, pack: Pack) -> Iterator[Flaw]:
    message = N_(
        "“{words}”: after an answer, readers see no more than what was asked; say in `explanation` why it is so."
    )
    row = pack.rows[fact]
    stated = tuple(pack.facts[fact].stated_of(row))
    for language, words in question.explanation.items():
        known = (*stated, question.prompt[language], question.answer_text[language])
        if {*stems(words, language)} <= {stem for each in known for stem in stems(each, language)}:
            at = ("explanation", language) if row.explanation else ()
            yield Flaw(message, {"words": words}, language, at)


RULE = PackRule(
    name="explained",
    severity=Severity.WARNING,
    look=look,
    explanation=Explanation(
        what=N_(
            "What is shown after an answer says more than the fact itself, its question and its key: why it is so."
        ),
        why=N_("A reason, a purpose or a difference is remembered; the same sentence once more teaches nothing."),
        source="Butler, Godbole & Marsh 2013, Explanation feedback is better than correct answer feedback",
        bad=N_("A fact without `explanation`: “The document lists rigour among the soft skills.”"),
        good=N_("“One stray comma can bring a program down.”"),
    ),
)
