"""What the TAB key offers in a shell, and how it gets there. Nothing here fails: what can't be read is not offered.

As in `app`, annotations are no texts, which Typer would evaluate for each option that is completed.
"""

from collections.abc import Collection, Iterable, Mapping

import typer

from ctoquiz.cli.options import CONTEXTS, FORMATS, PACK
from ctoquiz.errors import N_, CtoquizError, WrongUsage
from ctoquiz.i18n.language import LANGUAGES

Offers = list[tuple[str, str]]
"""What can be typed, each with a word of explanation, which may be empty."""


def languages(incomplete: str) -> Offers:
    """The languages of the interface."""
    return _offers(((language, "") for language in LANGUAGES), incomplete)


def formats(incomplete: str) -> Offers:
    """The formats of an export."""
    return _offers(((name, "") for name in FORMATS), incomplete)


def contexts(incomplete: str) -> Offers:
    """The contexts of an assessment."""
    return _offers(((name, "") for name in CONTEXTS), incomplete)


def kinds(incomplete: str) -> Offers:
    """The kinds of question."""
    from ctoquiz.domain.questions import KINDS

    return _offers(((kind, "") for kind in KINDS), incomplete)


def levels(incomplete: str) -> Offers:
    """The levels; their names in another language to whoever begins to type one."""
    from ctoquiz.cli.composing import level_names

    return _either(level_names(), incomplete)


def packs(incomplete: str) -> Offers:
    """The packs that ship with the tool; the shell itself knows the paths."""
    from ctoquiz.storage.packs import shipped

    return _offers(((name, "") for name in shipped()), incomplete)


def rules(incomplete: str) -> Offers:
    """The rules that packs are held to."""
    from ctoquiz.quality.registry import RULES

    return _offers(((name, "") for name in RULES), incomplete)


def topics(ctx: typer.Context, incomplete: str) -> Offers:
    """The topics of the pack that is named on the line, with their titles in the user's language.

    The titles themselves are offered to whoever begins to type one.
    """
    from ctoquiz.storage.packs import load_pack

    # Before the value of an option that is still to come, Typer leaves the arguments unassigned.
    name = ctx.args[0] if ctx.args else ctx.params.get("pack", PACK)
    try:
        pack = load_pack(name)
    except (CtoquizError, OSError):
        return []
    language = ctx.find_root().obj.language
    titles = {topic.id: topic.title.get(language) or next(iter(topic.title.values())) for topic in pack.topics}
    return _offers(titles.items(), incomplete) or _either(
        {topic: (title,) for topic, title in titles.items()}, incomplete
    )


def script() -> str:
    """The lines that a shell needs to complete `ctoquiz`, for the shell that is running.

    Raises WrongUsage (2) where Typer knows no completion for it.
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # public, but not declared so

    shell = _shell()
    lines = get_completion_script(prog_name="ctoquiz", complete_var=VARIABLE, shell=shell)
    return str(lines)


def install() -> tuple[str, str]:
    """Install the completion where the running shell looks for it; the shell, and the path of the file.

    Raises WrongUsage (2) where Typer knows no completion for it.
    """
    from typer.completion import install as into_shell  # type: ignore[attr-defined]  # public, but not declared so

    shell, path = into_shell(shell=_shell(), prog_name="ctoquiz", complete_var=VARIABLE)
    return str(shell), str(path)


VARIABLE = "_CTOQUIZ_COMPLETE"
"""The environment variable by which a shell asks what it can offer; Typer's own name for it."""

_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def _shell() -> str:
    from shellingham import ShellDetectionFailure, detect_shell  # type: ignore[import-untyped]

    try:
        shell = str(detect_shell()[0])
    except ShellDetectionFailure:
        shell = ""
    if shell not in _SHELLS:
        raise WrongUsage(N_("Completion works in bash, zsh, fish and PowerShell; yours is none of these."))
    return shell


def _either(called: Mapping[str, Collection[str]], incomplete: str) -> Offers:
    """The names that begin so; where none does, what begins so of what they are called otherwise, spaces as hyphens."""
    from ctoquiz.domain.nearest import same

    begun = _offers(((name, "") for name in called), incomplete)
    if begun or not same(incomplete):
        return begun
    others = [other for each in called.values() for other in each]
    return [(_typed(other), "") for other in others if same(other).startswith(same(incomplete))]


def _typed(name: str) -> str:
    """A name as one word that a shell leaves alone."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name.lower()).split())


def _offers(pairs: Iterable[tuple[str, str]], incomplete: str) -> Offers:
    return [(name, explanation) for name, explanation in pairs if name.startswith(incomplete)]
