"""What a command line asks for: one frozen value a command, and the rules that hold between its options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import singledispatch
from math import isfinite

from ctoquiz.errors import N_, WrongUsage
from ctoquiz.frozen import frozen

PACK = "cto"
"""The pack that is meant where none is named."""

CONTEXTS = ("startup", "sme", "group")
"""The contexts under which an assessment can be read; those of the domain, without importing it for every command."""

USUAL_CONTEXT = "sme"
"""The context that is meant where none is named."""

_GOES_ON = N_("{option} can’t go with --resume or --session, which go on as begun.")

FORMATS = ("json", "markdown")
"""What `export` can write."""


@frozen(kw_only=True)
class Selection:
    """Which questions: `pack` is a name or a path, `count` at least 1 (None: the usual number), `seed` any text.

    Topics, kinds, levels and the fact are as they were typed; no name allows every one.
    """

    pack: str = PACK
    count: int | None = None
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    seed: str | None = None
    code: str | None = None
    fact: str | None = None


@frozen(kw_only=True)
class PlayOptions:
    """`ctoquiz play`.

    `time_limit` is in seconds for the whole quiz, `pass_mark` in percent. `session` is the id of one to go on with,
    `resume` the latest. `answers` is a file, or `-` for standard input. `data_dir` is as typed (None: the usual one).
    """

    selection: Selection = field(default_factory=Selection)
    exam: bool = False
    certainty: bool = False
    time_limit: float | None = None
    pass_mark: float | None = None
    name: str | None = None
    plain: bool = False
    document: str | None = None
    resume: bool = False
    session: str | None = None
    mistakes: bool = False
    answers: str | None = None
    jsonl: bool = False
    json: bool = False
    no_save: bool = False
    data_dir: str | None = None
    lang: str | None = None


@frozen(kw_only=True)
class AssessOptions:
    """`ctoquiz assess`.

    `context` is as it was typed (None: the usual one); `profile` maps questions of the profile to what was typed.
    `answers` is a file, or `-` for standard input. `data_dir` is as typed (None: the usual one).
    """

    pack: str = PACK
    context: str | None = None
    quick: bool = False
    profile: Mapping[str, str] = field(default_factory=dict)
    name: str | None = None
    plain: bool = False
    resume: bool = False
    session: str | None = None
    answers: str | None = None
    jsonl: bool = False
    json: bool = False
    no_save: bool = False
    data_dir: str | None = None
    lang: str | None = None


@frozen(kw_only=True)
class ExportAssessmentOptions:
    """`ctoquiz export assessment`: `format` is one of `FORMATS`, `output` is a file."""

    pack: str = PACK
    format: str = "json"
    output: str | None = None
    lang: str | None = None


@frozen(kw_only=True)
class ExportOptions:
    """`ctoquiz export quiz`: `format` is one of `FORMATS`, `key` adds the answers to a sheet, `output` is a file."""

    selection: Selection = field(default_factory=Selection)
    format: str = "json"
    key: bool = False
    output: str | None = None
    lang: str | None = None


@frozen(kw_only=True)
class ResultsListOptions:
    """`ctoquiz results list`: `sources` are folders to list instead of the data folder, `name` one participant."""

    json: bool = False
    csv: bool = False
    sources: tuple[str, ...] = ()
    name: str | None = None
    data_dir: str | None = None
    lang: str | None = None


@frozen(kw_only=True)
class ResultsShowOptions:
    """`ctoquiz results show`: the result of this id (None: the latest)."""

    id: str | None = None
    json: bool = False
    data_dir: str | None = None
    lang: str | None = None


@frozen(kw_only=True)
class ResultsEraseOptions:
    """`ctoquiz results erase`: the results of these ids, or of one participant, or everything; `yes` doesn't ask."""

    ids: tuple[str, ...] = ()
    name: str | None = None
    everything: bool = False
    yes: bool = False
    data_dir: str | None = None
    lang: str | None = None


@frozen(kw_only=True)
class ReportOptions:
    """`ctoquiz report`: a page of the result of this id (None: the latest), to the file `output` (None: the usual name,
    `-`: standard output).
    """

    id: str | None = None
    output: str | None = None
    data_dir: str | None = None
    lang: str | None = None


@frozen(kw_only=True)
class PackListOptions:
    """`ctoquiz pack list`."""

    json: bool = False
    lang: str | None = None


@frozen(kw_only=True)
class PackShowOptions:
    """`ctoquiz pack show`: the pack, or one question or fact of it."""

    pack: str = PACK
    id: str | None = None
    json: bool = False
    lang: str | None = None


@frozen(kw_only=True)
class PackCoverageOptions:
    """`ctoquiz pack coverage`: `document` is a copy of the document that the pack was made from, if there is one."""

    pack: str = PACK
    document: str | None = None
    json: bool = False
    lang: str | None = None


@frozen(kw_only=True)
class PackCheckOptions:
    """`ctoquiz pack check`: `explain` names a rule to be told about, and is empty for a list of them."""

    pack: str = PACK
    explain: str | None = None
    blind: bool = False
    document: str | None = None
    plain: bool = False
    json: bool = False
    lang: str | None = None


@frozen(kw_only=True)
class PackNewOptions:
    """`ctoquiz pack new`: the folder to create, and the document to begin from."""

    folder: str
    document: str
    json: bool = False
    lang: str | None = None


Options = (
    PlayOptions
    | AssessOptions
    | ExportOptions
    | ExportAssessmentOptions
    | ResultsListOptions
    | ResultsShowOptions
    | ResultsEraseOptions
    | ReportOptions
    | PackListOptions
    | PackShowOptions
    | PackCoverageOptions
    | PackCheckOptions
    | PackNewOptions
)


@singledispatch
def check(options: Options) -> None:
    """Raise WrongUsage (2) where options exclude each other or a number is out of its range."""


@check.register
def _(options: PlayOptions) -> None:
    _check_selection(options.selection)
    _check_numbers(options)
    if options.resume or options.session is not None:
        _refuse(_fixed_by_session(options), _GOES_ON)
    if options.mistakes:
        _refuse(_fixing(options.selection), N_("{option} can’t go with --mistakes, which asks again what was missed."))
    if options.jsonl:
        _refuse(_against_jsonl(options), N_("{option} can’t go with --jsonl: choose one of them."))


@check.register
def _(options: AssessOptions) -> None:
    if options.context is not None and options.context not in CONTEXTS:
        _refuse_context(options.context)
    _check_name(options.name)
    if options.resume or options.session is not None:
        _refuse(_fixed_by_assessment(options), _GOES_ON)
    if options.jsonl:
        _refuse(_against_jsonl(options), N_("{option} can’t go with --jsonl: choose one of them."))


@check.register
def _(options: ExportOptions) -> None:
    _check_selection(options.selection)
    _check_format(options.format)
    if options.key and options.format != "markdown":
        raise WrongUsage(N_("--key is for a sheet to print; add --format markdown (JSON always has the answers)."))


@check.register
def _(options: ExportAssessmentOptions) -> None:
    _check_format(options.format)


@check.register
def _(options: ResultsListOptions) -> None:
    if options.json and options.csv:
        raise WrongUsage(N_("--json can’t go with --csv: choose one of them."))
    if options.sources and options.data_dir is not None:
        raise WrongUsage(N_("--from can’t go with --data-dir; name every folder with --from."))


@check.register
def _(options: ResultsEraseOptions) -> None:
    ways = [bool(options.ids), options.name is not None, options.everything].count(True)
    if ways == 0:
        raise WrongUsage(N_("Say which results to erase: their ids, --name PSEUDONYM, or --all."))
    if ways > 1:
        raise WrongUsage(N_("Erase results by their ids, by --name or with --all, one way at a time."))


def named(first: str | None, second: str | None, *, is_pack: bool) -> tuple[str, str | None]:
    """The pack and the id that `pack show [PACK] [ID]` means.

    A single argument is a pack where it names one (`is_pack`), else an id of the usual pack.
    """
    if first is None:
        return PACK, None
    if second is None and not is_pack:
        return PACK, first
    return first, second


def _check_selection(selection: Selection) -> None:
    if selection.count is not None and selection.count < 1:
        raise WrongUsage(N_("--count is {count}, but a quiz has at least 1 question."), count=selection.count)
    if selection.code is not None:
        chosen = [option for option in _selecting(selection) if option != "--code"]
        _refuse(chosen, N_("{option} can’t go with --code, which fixes the whole quiz."))


def _check_numbers(options: PlayOptions) -> None:
    limit, mark = options.time_limit, options.pass_mark
    if limit is not None and not (isfinite(limit) and limit > 0):
        raise WrongUsage(N_("--time-limit is {limit}, but it must be more than 0 seconds."), limit=f"{limit:g}")
    if mark is not None and not 0 <= mark <= 100:
        raise WrongUsage(N_("--pass-mark is {mark}, but it must be from 0 to 100 percent."), mark=f"{mark:g}")
    _check_name(options.name)


def _check_name(name: str | None) -> None:
    if name is not None and not name.strip():
        raise WrongUsage(N_("--name is empty; give a pseudonym, or leave the option out."))


def _check_format(name: str) -> None:
    if name not in FORMATS:
        raise WrongUsage(N_("There is no format “{format}”; choose --format json or --format markdown."), format=name)


def _refuse_context(context: str) -> None:
    """Raise WrongUsage, naming the nearest context."""
    from ctoquiz.domain.nearest import nearest

    near = nearest(context, CONTEXTS)
    if near is None:
        message = N_("There is no context “{context}”; choose --context startup, sme or group.")
        raise WrongUsage(message, context=context)
    raise WrongUsage(N_("There is no context “{context}”; did you mean --context {near}?"), context=context, near=near)


def _refuse(given: Iterable[str], message: str) -> None:
    """Raise WrongUsage for the first of the options that were given."""
    for option in given:
        raise WrongUsage(message, option=option)


def _given(options: dict[str, object]) -> list[str]:
    """The names of the options that were given; 0 and the empty text are given too."""
    return [name for name, value in options.items() if value is not None and value is not False and value != ()]


def _selecting(selection: Selection) -> list[str]:
    """The options given that say which questions."""
    return _given(
        {
            "--count": selection.count,
            "--topic": selection.topics,
            "--kind": selection.kinds,
            "--level": selection.levels,
            "--seed": selection.seed,
            "--code": selection.code,
            "--fact": selection.fact,
        }
    )


def _fixing(selection: Selection) -> list[str]:
    """The options given that fix one quiz for everybody."""
    return _given({"--seed": selection.seed, "--code": selection.code})


def _fixed_by_session(options: PlayOptions) -> list[str]:
    """The options given that a session remembers from its beginning; a pack given says where to find it."""
    return [
        *_selecting(options.selection),
        *_given(
            {
                "--mistakes": options.mistakes,
                "--exam": options.exam,
                "--certainty": options.certainty,
                "--time-limit": options.time_limit,
                "--pass-mark": options.pass_mark,
                "--name": options.name,
                "--no-save": options.no_save,
            }
        ),
    ]


def _fixed_by_assessment(options: AssessOptions) -> list[str]:
    """The options given that an assessment remembers from its beginning; a pack given says where to find it."""
    return _given(
        {
            "--context": options.context,
            "--quick": options.quick,
            "--name": options.name,
            "--no-save": options.no_save,
        }
    )


def _against_jsonl(options: PlayOptions | AssessOptions) -> list[str]:
    """The options given that want standard input or output for themselves."""
    return _given({"--answers": options.answers, "--json": options.json})
