"""A text has the same figures in every language."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.errors import N_
from ctoquiz.quality.factrules.texts import texts
from ctoquiz.quality.finding import Flaw
from ctoquiz.quality.language.figures import figures
from ctoquiz.quality.rule import Evidence, Explanation, PackRule


def look(evidence: Evidence) -> Iterator[tuple[str, Flaw]]:
    """A text that has a figure in one language and not in another."""
    message = N_("The figures differ: {ours} in “{language}”, {theirs} in “{other}”; mend the text that is wrong.")
    for name, path, text in texts(evidence.pack):
        other, *languages = text
        theirs = sorted(figures(text[other]))
        for language in languages:
            ours = sorted(figures(text[language]))
            if ours != theirs:
                values = {"ours": _listed(ours), "language": language, "theirs": _listed(theirs), "other": other}
                yield name, Flaw(message, values, language, (*path, language))


def _listed(found: list[float]) -> str:
    return ", ".join(f"{each:.10g}" for each in found) or "—"


RULE = PackRule(
    name="figures-agree",
    look=look,
    explanation=Explanation(
        what=N_("A text names the same figures, as often, in every language of the pack."),
        why=N_("Two languages are one question: whoever plays in one must not be told another fact than in the other."),
        source="International Test Commission 2017, Guidelines for Translating and Adapting Tests, TD-4",
        bad=N_("fr: “de 60 000 à 80 000 €”, en: “€60,000 to €90,000”"),
        good=N_("fr: “de 60 000 à 80 000 €”, en: “€60,000 to €80,000”"),
    ),
)
