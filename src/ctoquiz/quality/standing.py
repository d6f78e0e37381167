"""Two rules that no function looks for: the reader of packs finds what breaks the one, the check itself the other."""

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
