"""From the options that select to a quiz: the one way in which `play` and `export quiz` draw."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from ctoquiz.cli.streams import tell
from ctoquiz.domain.chance import Chance
from ctoquiz.domain.nearest import nearest, same
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.questions import KINDS, LEVELS, AnyQuestion
from ctoquiz.domain.selection import Selection
from ctoquiz.domain.text import Text
from ctoquiz.errors import N_, BadInput, WrongUsage
from ctoquiz.generation.catalogue import Catalogue, catalogue
from ctoquiz.generation.compose import Composed, for_person, from_code, from_seed
from ctoquiz.generation.draw import Rank, Shortfall
from ctoquiz.i18n.words import Words
from ctoquiz.storage.packs import load_pack

if TYPE_CHECKING:
    from ctoquiz.cli.options import Selection as Asked

_NO_TOPIC = N_("The pack has no topic “{name}”; did you mean “{near}”?")
_NO_TOPIC_AT_ALL = N_("The pack has no topic “{name}”; choose among: {known}.")
_NO_KIND = N_("No kind of question is called “{name}”; did you mean “{near}”?")
_NO_KIND_AT_ALL = N_("No kind of question is called “{name}”; choose among: {known}.")
_NO_LEVEL = N_("No level is called “{name}”; did you mean “{near}”?")
_NO_LEVEL_AT_ALL = N_("No level is called “{name}”; choose among: {known}.")


def askable(pack: Pack) -> Catalogue:
    """Every question of a pack, those that break a rule kept out of its quizzes, and most of those that deny."""

    def accepts(question: AnyQuestion) -> bool:
        from ctoquiz.quality.inspection import sound

        return sound(question, pack)

    def denies(question: AnyQuestion) -> bool:
        from ctoquiz.quality.quizrules.few_negations import denying

        return any(denying(question, language) for language in question.prompt)

    return catalogue(pack, accepts, denies)


def compose(asked: Asked, whole: Catalogue, rank: Rank | None, chance: Chance) -> Composed:
    """The quiz that a command line asks for: of its code, of its seed, or drawn by chance.

    `rank` says what the person wants most (see `ctoquiz.session.history`); None draws without a history. The same
    code, or the same seed and options, give the same quiz to every command. Raises WrongUsage (2) for a topic, kind,
    level or fact that is none, for a code that is none, and for more questions than can be drawn; BadInput (65) for
    the code of another edition of the pack, and for a pack with a question that can't be asked.
    """
    try:
        return _composed(asked, whole, rank, chance)
    except BadInput:
        load_pack(asked.pack, every_question=True)  # tells all such questions, each with its place, if that is why
        raise


def _composed(asked: Asked, whole: Catalogue, rank: Rank | None, chance: Chance) -> Composed:
    if asked.code is not None:
        return from_code(whole, asked.code)
    wanted = selection(asked, whole.pack)
    if asked.seed is not None:
        return from_seed(whole, wanted, asked.count, asked.seed)
    return for_person(whole, wanted, asked.count, rank or _no_wish, chance)


def selection(asked: Asked, pack: Pack) -> Selection:
    """What a command line selects, in the pack's own names. Raises WrongUsage (2) that names the nearest.

    Topics and levels are understood in every language, whatever that of the user: a line that a class is given means
    the same on each machine.
    """
    topics = {topic.id: topic.title.values() for topic in pack.topics}
    return Selection(
        topics=tuple(_known(name, topics, _NO_TOPIC, _NO_TOPIC_AT_ALL) for name in asked.topics),
        kinds=tuple(_known(name, dict.fromkeys(KINDS, ()), _NO_KIND, _NO_KIND_AT_ALL) for name in asked.kinds),
        levels=tuple(_level(name) for name in asked.levels),
        fact=None if asked.fact is None else fact(asked.fact, pack),
    )


def fact(name: str, pack: Pack) -> str:
    """The full name of today of a fact or a family. Raises WrongUsage (2) that names the nearest."""
    current = pack.aliases.get(name, name)
    if current in pack.facts or current in pack.families:
        return current
    if current.partition(".")[0] in pack.drafts:
        message = N_("“{name}” is still a draft, which is not asked; confirm it first (remove `draft: true`).")
        raise WrongUsage(message, name=name)
    near = nearest(name, [*pack.facts, *pack.families])
    if near is None:
        raise WrongUsage(
            N_("The pack “{pack}” has no fact “{name}”; `ctoquiz pack show` lists them."), pack=pack.about.id, name=name
        )
    raise WrongUsage(N_("No fact is called “{name}”; did you mean “{near}”?"), name=name, near=near)


def warn(composed: Composed, say: Words) -> None:
    """Say on standard error, in one line, which shares fell short of even; nothing where none did."""
    if composed.shortfalls:
        tell([shortfall_line(composed.shortfalls, composed.quiz.topic_titles, say)])


def shortfall_line(shortfalls: Iterable[Shortfall], titles: Mapping[str, Text], say: Words) -> str:
    """One line on the shares that could not be met; `titles` are those of the topics."""
    shares = " · ".join(
        say(
            "{value} {drawn} of {fair}",
            value=value_name(each.margin, each.value, titles, say),
            drawn=each.drawn,
            fair=each.fair,
        )
        for each in shortfalls
    )
    return say("The pack can’t serve every share evenly here: {shares}.", shares=shares)


def value_name(margin: str, value: str, titles: Mapping[str, Text], say: Words) -> str:
    """A topic, kind or level as one reads it, in the user's language."""
    if margin == "topic":
        title = titles[value]
        return title.get(say.language) or next(iter(title.values()))
    from ctoquiz.terminal.asked import KIND_NAMES, LEVEL_NAMES

    return say({**KIND_NAMES, **LEVEL_NAMES}[value])


def _no_wish(_: object) -> int:
    return 0


def _level(name: str) -> str:
    # The translations are looked up for whoever needs them only.
    called = dict.fromkeys(LEVELS, ()) if name in LEVELS else level_names()
    return _known(name, called, _NO_LEVEL, _NO_LEVEL_AT_ALL)


def level_names() -> dict[str, tuple[str, ...]]:
    """The levels, with what they are called in every language of the interface."""
    from ctoquiz.i18n.language import LANGUAGES
    from ctoquiz.terminal.asked import LEVEL_NAMES

    return {level: tuple(Words(language)(LEVEL_NAMES[level]) for language in LANGUAGES) for level in LEVELS}


def _known(name: str, called: Mapping[str, Collection[str]], message: str, message_without: str) -> str:
    """The one of the names, or of those that are called so otherwise."""
    if name in called:
        return name
    pairs = [(names, known) for known, others in called.items() for names in (known, *others)]
    found = next((known for names, known in pairs if same(names) == same(name)), None)
    if found is not None and same(name):
        return found
    near = nearest(name, [names for names, _ in pairs])
    if near is None:
        raise WrongUsage(message_without, name=name, known=", ".join(called))
    raise WrongUsage(message, name=name, near=near)
