"""How each kind of question is answered with keys: one function a kind; a kind without one is typed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial

from ctoquiz.domain.questions import LETTERS, AnyQuestion, unknown
from ctoquiz.errors import BadInput
from ctoquiz.frozen import frozen
from ctoquiz.session.asking import Quit, TimeUp
from ctoquiz.terminal.asked import clock, left_texts
from ctoquiz.terminal.hints import CERTAINTIES, expected
from ctoquiz.terminal.lines import Line, Span
from ctoquiz.terminal.look import Look, sentence
from ctoquiz.terminal.menus import Back, Pick
from ctoquiz.terminal.prompts import Asking, Prompts

Given = str | Quit | TimeUp
"""An answer in canonical notation (`?`: I don't know), or why there is none."""


@frozen
class Asked:
    """A question being asked with keys: where, how it looks, until when, and how to show lines above the prompt.

    `again` shows the whole question anew, for a terminal that has become too narrow for what it showed.
    """

    question: AnyQuestion
    prompts: Prompts
    look: Callable[[], Look]
    deadline: float | None
    show: Callable[[list[Line]], None]
    again: Callable[[], None]

    def asking(self, hint: str, step: Callable[[], None] | None = None) -> Asking:
        """The hint of a prompt, with the time left where there is a limit; `step` shows what stands below the question,
        and is shown anew with it.
        """

        def again() -> None:
            self.again()
            if step is not None:
                step()

        return Asking(hint, self._left, self.deadline, again)

    def _left(self) -> str:
        if self.deadline is None:
            return ""
        return self.look().say("{time} left", time=clock(self.deadline - time.monotonic()))


def answer(asked: Asked) -> Given:
    """Ask until there is an answer."""
    return WAYS.get(asked.question.kind, _type)(asked)


def certainty(asked: Asked) -> int | Quit | TimeUp:
    """Ask how sure one is: 1, 2 or 3."""
    look = asked.look()

    def step() -> None:
        look = asked.look()
        asked.show([(), *look.placed(look.prose(look.say("How sure are you?"), "strong")), ()])

    step()
    picks = [Pick(str(each), str(each), look.say(words), (str(each),)) for each, words in CERTAINTIES.items()]
    chosen = asked.prompts.choose(picks, asked.asking(_keys_hint(look, look.say("1, 2 or 3")), step))
    return int(chosen) if isinstance(chosen, str) else _left(chosen)


def _choose(asked: Asked) -> Given:
    look = asked.look()
    chosen = asked.prompts.choose(
        [*_lettered(asked.question, look), _unknown(look)], asked.asking(_keys_hint(look, look.say("a letter")))
    )
    return chosen if isinstance(chosen, str) else _left(chosen)


def _judge(asked: Asked) -> Given:
    look, question = asked.look(), asked.question
    words = [(value, question.tell(value)[look.lang]) for value in ("true", "false")]
    keys = {"true": ("t", "v"), "false": ("f",)}
    picks = [Pick(value, shown[0].lower(), shown, keys[value]) for value, shown in words]
    chosen = asked.prompts.choose([*picks, _unknown(look)], asked.asking(_keys_hint(look, look.say("a letter"))))
    return chosen if isinstance(chosen, str) else _left(chosen)


def _tick(asked: Asked) -> Given:
    look = asked.look()
    hint = look.say("Tick all that are right: letters or the space bar; Enter confirms, Ctrl-D stops")
    nothing = look.say("Nothing is ticked yet; tick what is right, or ? if you don’t know.")
    ticked = asked.prompts.tick([*_lettered(asked.question, look), _unknown(look)], asked.asking(hint), nothing)
    if not isinstance(ticked, frozenset):
        return ticked
    return "?" if "?" in ticked else asked.question.canonical(",".join(sorted(ticked)))


def _type(asked: Asked) -> Given:
    look = asked.look()
    way_out = look.say("Enter alone means: I don’t know.")
    hint = f"{expected(asked.question, look)} {way_out}"
    before, wrong = "", ""
    while True:
        typed = asked.prompts.typed(asked.asking(hint), before, note=wrong)
        if not isinstance(typed, str):
            return _left(typed)
        if unknown(typed):
            return "?"
        try:
            return asked.question.canonical(typed)
        except BadInput as error:
            before, wrong = typed, sentence(error, look.say)


def _order(asked: Asked) -> Given:
    """Choose what comes first, then second …; what is left at the end comes last."""
    count = len(asked.question.shown)

    def step(done: Sequence[str]) -> tuple[str, list[Pick]]:
        title = asked.look().say("Place {number} of {count}", number=len(done) + 1, count=count)
        return title, [pick for pick in _lettered(asked.question, asked.look()) if pick.value not in done]

    chosen = _steps(asked, count, step)
    return ",".join(chosen) if isinstance(chosen, list) else chosen


def _match(asked: Asked) -> Given:
    """Choose an option for each thing on the left."""
    lefts = left_texts(asked.question, asked.look())

    def step(done: Sequence[str]) -> tuple[str, list[Pick]]:
        number = len(done)
        return f"{number + 1}. {lefts[number]}", _lettered(asked.question, asked.look())

    chosen = _steps(asked, len(lefts), step)
    if not isinstance(chosen, list):
        return chosen
    return ",".join(f"{number}={letter}" for number, letter in enumerate(chosen, 1))


def _steps(asked: Asked, count: int, step: Callable[[Sequence[str]], tuple[str, list[Pick]]]) -> list[str] | Given:
    """Choose step by step, with a way back; `?` at any step stands for the whole answer."""
    look = asked.look()
    hint = _keys_hint(look, look.say("a letter"), back=True)
    done: list[str] = []
    told: list[list[Line]] = []
    before: str | None = None
    while len(done) < count:
        title, picks = step(done)
        if len(picks) == 1:
            return [*done, picks[0].value]
        asked.show(_title(look, title))
        again = partial(asked.show, [line for lines in (*told, _title(look, title)) for line in lines])
        picks = [*picks, Pick("?", "?", look.say("I don’t know: leave the whole question"), ("?",))]
        chosen = asked.prompts.choose(picks, asked.asking(hint, again), back=bool(done), before=before)
        before = None
        if isinstance(chosen, Back):
            told.pop()
            before = done.pop()
            asked.show(look.placed(look.prose(look.say("Taken back: {answer}", answer=before), "dim")))
        elif chosen == "?" or not isinstance(chosen, str):
            return chosen
        else:
            done.append(chosen)
            text = next(pick.text for pick in picks if pick.value == chosen)
            first = (Span(f"  {look.signs.arrow} "),)
            answer = look.placed(look.prose(f"{chosen}. {text}", first=first, indent=4))
            told.append([*_title(look, title), *answer])
            asked.show(answer)
    return done


def _title(look: Look, title: str) -> list[Line]:
    return look.placed(look.prose(title, "accent"))


def _lettered(question: AnyQuestion, look: Look) -> list[Pick]:
    return [
        Pick(letter, letter, look.text(option.text), (letter,))
        for letter, option in zip(LETTERS, question.shown, strict=False)
    ]


def _unknown(look: Look) -> Pick:
    return Pick("?", "?", look.say("I don’t know"), ("?",))


def _keys_hint(look: Look, keys: str, *, back: bool = False) -> str:
    if back:
        return look.say(
            "{arrows} or {keys}, then Enter; Backspace goes back, Ctrl-D stops", arrows=look.signs.up_down, keys=keys
        )
    return look.say("{arrows} or {keys}, then Enter; Ctrl-D stops", arrows=look.signs.up_down, keys=keys)


def _left(chosen: Back | Quit | TimeUp) -> Quit | TimeUp:
    assert not isinstance(chosen, Back)  # noqa: S101 - no way back was offered
    return chosen


WAYS: dict[str, Callable[[Asked], Given]] = {
    "single": _choose,
    "multiple": _tick,
    "true-false": _judge,
    "order": _order,
    "match": _match,
}
