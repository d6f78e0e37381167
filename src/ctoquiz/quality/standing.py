"""Rules that no function of one question or fact looks for: the reader of packs finds what breaks `format`, the blind
solver what breaks `blind`, the check itself an idle waiver.
"""

from __future__ import annotations

from ctoquiz.errors import N_
from ctoquiz.quality.finding import Severity
from ctoquiz.quality.rule import Explanation, Rule

FORMAT = Rule(
    name="format",
    explanation=Explanation(
        what=N_(
            "Files are YAML in the form of a pack; all that they name is there (topics, facts, siblings, sentences, "
            "rules), each text is there in every language, and each question can be built."
        ),
        why=N_("What can’t be understood can’t be asked: a pack that breaks this is not played at all."),
        source="docs/writing-a-pack.md",
        bad=N_("siblings: [offce] (there is no such family)"),
        good=N_("siblings: [office]"),
    ),
)
IDLE_WAIVER = Rule(
    name="idle-waiver",
    severity=Severity.WARNING,
    explanation=Explanation(
        what=N_("Each waiver sets aside something that its rule finds."),
        why=N_("A waiver that outlives its reason would hide the next flaw."),
        source="docs/rules.md",
        bad=N_("waive: [{{rule: clang, reason: …}}] on a fact whose questions don’t break that rule"),
        good=N_("No waiver there"),
    ),
)
BLIND = Rule(
    name="blind",
    explanation=Explanation(
        what=N_(
            "A player who knows nothing, and goes by one surface cue or by all together, is right no more often than "
            "chance: on average by at most 5 points, and never significantly so (Holm, 0.01)."
        ),
        why=N_("A quiz whose wording gives its keys away measures cunning in tests, not what one knows."),
        source="Millman, Bishop & Ebel 1965, An analysis of test-wiseness; docs/rules.md",
        bad=N_("In most questions the longest option is right."),
        good=N_("Keys and wrong options come in all lengths, and each string is now right, now wrong."),
    ),
)
