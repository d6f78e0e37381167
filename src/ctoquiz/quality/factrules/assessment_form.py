"""The statements of a self-assessment say what one has done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ctoquiz.domain.assessment.checking import remarks
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw, Severity
from ctoquiz.quality.rule import Evidence, Explanation, PackRule

BEGINNINGS: Mapping[str, tuple[str, ...]] = {"fr": ("J’ai ", "J'ai "), "en": ("I have ",)}
"""How a statement begins in the languages that we speak."""
ASSESSMENT = "assessment"
"""What findings on the self-assessment are about: `assessment` and, after a colon, the statement."""


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """A statement that begins otherwise, and what the assessment's author may want to know of it as a whole."""
    assessment = evidence.pack.assessment
    if assessment is not None:
        yield from ((ASSESSMENT, Flaw(each.message, each.values, at=each.path)) for each in remarks(assessment))
        yield from _statements(assessment)


def _statements(assessment: Assessment) -> Iterator[tuple[str, Flaw]]:
    message = N_("A statement says what one has done; begin it with “{beginning}”.")
    for place, competency in enumerate(assessment.competencies):
        for number, statement in enumerate(competency.statements):
            for language, words in statement.text.items():
                known = BEGINNINGS.get(language, ("",))
                if not words.startswith(known):
                    path = ("competencies", place, "statements", number, "text", language)
                    values = {"beginning": known[0].strip()}
                    yield f"{ASSESSMENT}:{statement.id}", Flaw(message, values, language, path)


RULE = PackRule(
    name="assessment-form",
    severity=Severity.WARNING,
    look=look,
    explanation=Explanation(
        what=N_("A self-assessment has ten to twelve competencies, and each statement begins with “I have”."),
        why=N_("What one has done can be borne out by evidence; what one is, or could do, can’t."),
        source="docs/writing-an-assessment.md",
        bad=N_("I am good at recovering databases."),
        good=N_("I have recovered a database by means of a backup."),
    ),
)
