"""The page before the first question: what is about to be played, how, and how to leave."""

from __future__ import annotations

from collections.abc import Iterator

from ctoquiz.generation.code import spoken
from ctoquiz.session.asking import Opening
from ctoquiz.terminal.lines import Line
from ctoquiz.terminal.look import Look

LANGUAGES = {"en": "English", "fr": "français"}
"""Languages as their own speakers call them; of others the code is shown."""


def opening_page(opening: Opening, look: Look) -> list[Line]:
    """What quiz it is, its manner, and how to leave; what was answered before, when it goes on."""
    lines = [(), *look.prose(look.text(opening.quiz.title), "strong accent"), ()]
    for label, text in _facts(opening, look):
        lines += look.labelled(label, text)
    if opening.answered:
        lines += [(), *look.prose(_going_on(opening, look))]
    return look.placed([*lines, (), *look.prose(_leaving(opening, look), "dim")])


def _facts(opening: Opening, look: Look) -> Iterator[tuple[str, str]]:
    say, quiz, manner = look.say, opening.quiz, opening.manner
    yield say("Drawn from"), look.text(quiz.document)
    yield say("Questions"), str(len(quiz.questions))
    yield say("Language"), LANGUAGES.get(manner.lang, manner.lang)
    if quiz.code is not None:
        yield say("Code"), spoken(quiz.code)
    yield say("Feedback"), say("at the end") if manner.exam else say("after each answer")
    if manner.certainty:
        yield say("Certainty"), say("with each answer, 1, 2 or 3")
    if manner.time_limit is not None:
        yield say("Time limit"), say.duration(manner.time_limit)
    if manner.pass_mark is not None:
        yield say("Pass mark"), look.exact_percent(manner.pass_mark)


def _going_on(opening: Opening, look: Look) -> str:
    return look.say.plural(
        "{n} question was answered before; you go on with the rest.",
        "{n} questions were answered before; you go on with the rest.",
        opening.answered,
    )


def _leaving(opening: Opening, look: Look) -> str:
    if opening.session is None:
        return look.say("Ctrl-C or Ctrl-D stops the quiz. Nothing of it is saved.")
    return look.say("Ctrl-C or Ctrl-D stops the quiz. Your answers are saved, and you can go on later.")
