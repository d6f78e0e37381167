"""A rule: its name, why it holds, and the pure function that looks for flaws.

Each rule is a file in `ctoquiz.quality.rules` and has one of five reaches: one question as its reader sees it
(`ViewRule`), one question in all its languages (`QuestionRule`) or beside the document (`DocumentRule`), one quiz
(`QuizRule`), or the pack and quizzes drawn from it (`PackRule`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field

from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import AnyQuestion
from ctoquiz.frozen import frozen
from ctoquiz.quality.document import Document
from ctoquiz.quality.finding import Flaw, Severity
from ctoquiz.quality.view import View


@frozen(kw_only=True)
class Explanation:
    """What `pack check --explain` tells of a rule; all but the source are templates marked with `N_`.

    `what` the rule demands, `why` it matters, the `source` it rests on, an example that breaks it (`bad`) and one that
    keeps it (`good`).
    """

    what: str
    why: str
    source: str
    bad: str
    good: str


@frozen(kw_only=True)
class Rule:
    """What all rules have: a name that authors look up and waive, and how bad it is to break it."""

    name: str
    explanation: Explanation
    severity: Severity = Severity.ERROR


@frozen(kw_only=True)
class ViewRule(Rule):
    """A rule on a question in one language. `kinds`: the kinds of question it is for (empty: all).

    `company`: whether an option breaks it by those that chance puts beside it, none being at fault alone. Such a build
    is never asked, and another is made; its author has something to mend only where most builds are of that kind.
    """

    look: Callable[[View], Iterable[Flaw]]
    kinds: frozenset[str] = frozenset()
    company: bool = False


@frozen(kw_only=True)
class QuestionRule(Rule):
    """A rule on a question in all its languages at once."""

    look: Callable[[AnyQuestion], Iterable[Flaw]]


@frozen(kw_only=True)
class DocumentRule(Rule):
    """A rule that compares with the document: where there is none at hand, it is reported as not run.

    `look` takes a question; `look_in_pack` the pack itself, and gives each flaw with what has it.
    """

    look: Callable[[AnyQuestion, Document], Iterable[Flaw]]
    look_in_pack: Callable[[Pack, Document], Iterable[tuple[str, Flaw]]]

    def beside(self, document: Document) -> QuestionRule:
        """The same rule as one on questions, for those who have the document."""
        look = self.look
        return QuestionRule(
            name=self.name,
            explanation=self.explanation,
            severity=self.severity,
            look=lambda question: look(question, document),
        )


@frozen(kw_only=True)
class QuizRule(Rule):
    """A rule on the questions of one quiz, in their order."""

    look: Callable[[Sequence[AnyQuestion]], Iterable[Flaw]]


@frozen
class Evidence:
    """What a rule on a pack looks at: the pack, each of its questions built several times over (by their ids), and many
    quizzes drawn from it.
    """

    pack: Pack
    built: dict[str, Sequence[AnyQuestion]] = field(default_factory=dict)
    quizzes: Sequence[Sequence[AnyQuestion]] = ()


@frozen(kw_only=True)
class PackRule(Rule):
    """A rule on a pack: flaws, each with the name of the fact, family or question that has it (empty: the pack)."""

    look: Callable[[Evidence], Iterator[tuple[str, Flaw]]]
