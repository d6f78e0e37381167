"""Asks for ratings with single keys and arrows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from ctoquiz.domain.assessment.answers import Rated, read_rating, write_rating
from ctoquiz.domain.assessment.findings import read_profile_answer
from ctoquiz.domain.assessment.profile import ChoiceQuestion, ProfileQuestion
from ctoquiz.domain.questions import LETTERS, unknown
from ctoquiz.errors import BadInput
from ctoquiz.session.asking import Quit
from ctoquiz.session.assessing import Back, Beginning, Frame, Passed, ProfileTurn, RatingTurn, Told
from ctoquiz.terminal.assessmentasked import (
    asks_evidence,
    beginning_page,
    evidence_lines,
    levels,
    profile_offer,
    profile_page,
    statement_page,
    wrong_answer,
)
from ctoquiz.terminal.lines import Span
from ctoquiz.terminal.literal import literal
from ctoquiz.terminal.look import Look
from ctoquiz.terminal.screen import Screen
from ctoquiz.terminal.signs import fits

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from ctoquiz.domain.assessment.whole import Assessment
    from ctoquiz.i18n.words import Words
    from ctoquiz.terminal.prompts import Asking, Prompts


class KeysRater:
    """A rater with menus: one key rates. Ctrl-C raises KeyboardInterrupt, Ctrl-D quits; keys typed ahead are kept.

    The statement is on the screen before the library of menus is even imported. `input_` and `output` are
    prompt_toolkit's, by default those of the process's terminal and of the screen.
    """

    def __init__(
        self, say: Words, screen: Screen, *, input_: Input | None = None, output: Output | None = None
    ) -> None:
        self.say = say
        self._screen, self._input, self._output = screen, input_, output
        self._assessment: Assessment
        self._frame: Frame
        self._price_is_told = False

    def begin(self, beginning: Beginning) -> None:
        """Say what is about to be assessed."""
        self._assessment, self._frame = beginning.assessment, beginning.frame
        self._screen.show(beginning_page(beginning, self._look()))

    def rate(self, turn: RatingTurn) -> Rated | Passed | Back | Quit:
        """Show a statement and wait for a key, then for evidence where the rating is high."""
        before = turn.before
        while True:
            key = self._key(turn, before)
            if not isinstance(key, str):
                return key
            rating = read_rating(key)
            if not asks_evidence(turn.item, rating, self._frame):
                return Rated(rating)
            evidence = self._evidence(turn, before)
            if isinstance(evidence, Quit):
                return evidence
            if isinstance(evidence, Back):
                before = Rated(rating, before.evidence if before else None)
                continue
            return Rated(rating, evidence or None)

    def wants_profile(self, count: int) -> bool:
        """Offer the questions of the profile; leaving without an answer is no."""
        from ctoquiz.terminal.menus import Pick

        def offer() -> None:
            self._screen.show(profile_offer(count, self._look()))

        offer()
        yes, no = self.say("Yes"), self.say("No")
        picks = [Pick(value, words[0].lower(), words, (words[0].lower(),)) for value, words in (("y", yes), ("n", no))]
        hint = self.say("{arrows} or a letter, Enter; Ctrl-D skips", arrows=self._look().signs.up_down)
        return self._prompts.choose(picks, self._asking(hint, offer)) == "y"

    def tell(self, turn: ProfileTurn) -> Told | Passed | Back | Quit:
        """Ask one question of the profile."""
        self._show_profile(turn)
        question = turn.question
        answer = self._chosen(turn, question) if isinstance(question, ChoiceQuestion) else self._typed(turn)
        if isinstance(answer, Back | Quit):
            return answer
        return Told(read_profile_answer(question, answer)) if answer else Passed()

    def _key(self, turn: RatingTurn, before: Rated | None) -> str | Back | Quit:
        """The key of the scale."""
        from ctoquiz.terminal.menus import Pick

        self._show_statement(turn)
        look = self._look()
        scale = levels(turn.item, self._assessment, look)
        picks = [Pick(key, key, words, (key,)) for key, words in scale.items()]
        keys = look.say("0 to 4 or n") if "n" in scale else look.say("0 to 4")
        chosen = self._prompts.choose(
            picks,
            self._asking(self._hint(keys), lambda: self._show_statement(turn)),
            back=True,
            at_once=look.say("Press {keys}; Enter alone only chooses once you moved the pointer.", keys=keys),
            before=None if before is None else write_rating(before.rating),
        )
        if isinstance(chosen, str):
            self._echo(f"{chosen}. {scale[chosen]}")
            return chosen
        return Quit() if isinstance(chosen, Quit) else Back()

    def _evidence(self, turn: RatingTurn, before: Rated | None) -> str | Back | Quit:
        look, with_price = self._look(), not self._price_is_told
        self._show_evidence(with_price=with_price)
        self._price_is_told = True

        def again() -> None:
            self._show_statement(turn)
            self._show_evidence(with_price=with_price)

        hint = look.say("Enter saves it, Enter alone leaves it out; Backspace in the empty line goes back")
        typed = self._prompts.typed(
            self._asking(hint, again),
            (before.evidence if before else None) or "",
            back=True,
        )
        if isinstance(typed, str):
            self._echo(typed.strip() or look.say("no evidence"))
            return typed.strip()
        return Quit() if isinstance(typed, Quit) else Back()

    def _chosen(self, turn: ProfileTurn, question: ChoiceQuestion) -> str | Back | Quit:
        from ctoquiz.terminal.menus import Pick

        look = self._look()
        picks = [
            Pick(option.id, letter, look.text(option.label), (letter,))
            for letter, option in zip(LETTERS, question.options, strict=False)
        ]
        picks.append(Pick("", "?", look.say("I’d rather not say"), ("?",)))
        chosen = self._prompts.choose(
            picks,
            self._asking(self._hint(look.say("a letter, Enter")), lambda: self._show_profile(turn)),
            back=turn.number > 1,
            before=turn.before if isinstance(turn.before, str) else "",  # a stray Enter tells nothing
        )
        if isinstance(chosen, str):
            self._echo(next(pick.text for pick in picks if pick.value == chosen))
            return chosen
        return Quit() if isinstance(chosen, Quit) else Back()

    def _typed(self, turn: ProfileTurn) -> str | Back | Quit:
        """A number of years; nothing where it is not said."""
        hint = self.say("Type a number of years, such as 7; Enter alone: I’d rather not say; Ctrl-D stops")
        asking, back = self._asking(hint, lambda: self._show_profile(turn)), turn.number > 1
        before, wrong = f"{turn.before:g}" if isinstance(turn.before, float) else "", ""
        while True:
            typed = self._prompts.typed(asking, before, back=back, note=wrong)
            if not isinstance(typed, str):
                return Quit() if isinstance(typed, Quit) else Back()
            told = "" if unknown(typed) else typed.strip()
            before, wrong = typed, self._wrong(turn.question, told)
            if not wrong:
                self._echo(told or self.say("I’d rather not say"))
                return told

    def _wrong(self, question: ProfileQuestion, typed: str) -> str:
        """What is wrong with what was typed; nothing where it is understood, or nothing is said."""
        try:
            if typed:
                read_profile_answer(question, typed)
        except BadInput:
            return wrong_answer(question, self._look())
        return ""

    def _look(self) -> Look:
        return Look(self.say, self._frame.lang, self._screen.columns, fits(self._screen.stream))

    def _show_statement(self, turn: RatingTurn) -> None:
        self._screen.show(statement_page(turn, self._assessment, self._look()))

    def _show_evidence(self, *, with_price: bool) -> None:
        look = self._look()
        self._screen.show(look.placed([(), *evidence_lines(look, with_price=with_price), ()]))

    def _show_profile(self, turn: ProfileTurn) -> None:
        self._screen.show(profile_page(turn, self._look()))

    def _hint(self, keys: str) -> str:
        arrows = self._look().signs.up_down
        return self.say("{keys}, or {arrows} and Enter; Backspace goes back, Ctrl-D stops", keys=keys, arrows=arrows)

    def _asking(self, hint: str, again: Callable[[], None]) -> Asking:
        from ctoquiz.terminal.prompts import Asking

        return Asking(hint, again=again)

    def _echo(self, text: str) -> None:
        """What was answered, in the place of the prompt that has gone."""
        look = self._look()
        pointer = (Span(f"{look.signs.pointer} ", "accent"),)
        self._screen.show(look.placed(look.prose(literal(text), first=pointer, indent=2)))

    @cached_property
    def _prompts(self) -> Prompts:
        from ctoquiz.terminal.prompts import at_screen

        return at_screen(self._screen, self._input, self._output)
