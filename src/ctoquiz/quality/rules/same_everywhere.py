"""The languages ask one question."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.figures import figures
from ctoquiz.quality.rule import Explanation, QuestionRule
from ctoquiz.quality.view import question_texts


def look(question: AnyQuestion) -> Iterator[Flaw]:
    """A text that a language lacks, or whose figures differ between languages."""
    languages = tuple(question.prompt)
    for text in question_texts(question):
        missing = [language for language in languages if not text.get(language, "").strip()]
        for language in missing:
            message = N_("“{text}” has no wording in “{language}”; write one.")
            known = next((words for words in text.values() if words.strip()), "")
            yield Flaw(message, {"text": known, "language": language}, language)
        if not missing:
            yield from _figures(text, languages)


def _figures(text: Text, languages: tuple[str, ...]) -> Iterator[Flaw]:
    first = languages[0]
    for other in languages[1:]:
        if sorted(figures(text[first])) != sorted(figures(text[other])):
            message = N_("“{one}” and “{other}” don’t have the same figures; mend one.")
            yield Flaw(message, {"one": text[first], "other": text[other]})


RULE = QuestionRule(
    name="same-in-every-language",
    look=look,
    explanation=Explanation(
        what=N_(
            "Every text is there in each language, with the same figures: one question, one set of options, one key."
        ),
        why=N_("Results in two languages can be compared only where both ask, and hold for right, the same."),
        source="International Test Commission 2017, Guidelines for Translating and Adapting Tests",
        bad=N_("fr: 70 000 €; en: €7,000"),
        good=N_("fr: 70 000 €; en: €70,000"),
    ),
)
