"""The one door: a command line goes in, and whatever happens leaves as one exit code and, at worst, one line."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from ctoquiz import signals
from ctoquiz.cli import streams
from ctoquiz.errors import N_, CtoquizError, Defect, InputOutputError, Problem, WrongUsage
from ctoquiz.i18n.language import resolve
from ctoquiz.i18n.words import Words

INTERRUPTED, PIPE_CLOSED = 130, 141

LONGEST_VALUE = 400
"""So many characters of a value are quoted in a message at most."""

_LISTS = frozenset({"ids", "known"})

Run = Callable[[Sequence[str], Words], int]
"""What runs the commands: given the arguments and the user's words, it returns the exit code."""


def enter(
    args: Sequence[str], environment: Mapping[str, str], run: Run | None = None, *, for_good: bool = False
) -> int:
    """Run a command line, from its arguments without the program's name; the exit code.

    `for_good` tells that the process ends with it: no signal can disturb that any more.

    Errors are told here and nowhere else: in one line each on standard error, or in one JSON document on standard
    output under `--json`.
    """
    streams.prepare(args)
    with signals.raised(for_good=for_good):
        try:
            return _run(args, environment, run or _commands)
        except BaseException as error:  # the last one who can tell of it
            return _leave(error, args, environment)
        finally:
            streams.settle()


def sentence(error: CtoquizError, say: Words) -> str:
    """What an error says in the user's language, each problem on a line, with its place first where there is one.

    Nothing in it can do anything to a terminal.
    """
    return "\n".join(line(problem, say) for problem in error.problems)


def _run(args: Sequence[str], environment: Mapping[str, str], run: Run) -> int:
    if list(args) == ["--version"]:
        return _version()
    _refuse_what_is_no_text(args)
    code = run(args, Words(resolve(_option(args), environment)))
    sys.stdout.flush()
    return code


def _refuse_what_is_no_text(args: Sequence[str]) -> None:
    """Raise WrongUsage (2) for an argument with bytes that are no text.

    Python hides such bytes in half surrogate pairs, which no file, seed or name of ours can hold.
    """
    for arg in args:
        try:
            arg.encode()
        except UnicodeEncodeError:
            raise WrongUsage(
                N_("The argument “{argument}” holds bytes that are no text; type it again, or rename what it names."),
                argument=arg,
            ) from None


def _version() -> int:
    # Without a look at the commands, which take twenty times as long to import.
    from ctoquiz import __version__

    sys.stdout.write(f"ctoquiz {__version__}\n")
    sys.stdout.flush()
    return 0


def _commands(args: Sequence[str], say: Words) -> int:
    from ctoquiz.cli.run import run

    return run(args, say)


def _leave(error: BaseException, args: Sequence[str], environment: Mapping[str, str]) -> int:
    """Tell what ended the command; the exit code."""
    signals.ignore()
    say = Words(_language(args, environment))
    code, problems = _told(error)
    if problems:
        _tell(code, problems, say, as_json="--json" in _options(args))
    if isinstance(error, Exception) and environment.get("CTOQUIZ_DEBUG"):
        _detail(error)
    return code


def _told(error: BaseException) -> tuple[int, Sequence[Problem]]:
    """The exit code of what ended a command, and what to say of it."""
    error = _ended_by(error)
    match error:
        case CtoquizError():
            return error.code, error.problems
        case signals.Ended():
            return int(str(error.code)), [Problem(N_("Ended by the signal {signal}."), {"signal": error.signal})]
        case SystemExit():
            return _exit_code(error), ()
        case KeyboardInterrupt():
            return INTERRUPTED, [Problem(N_("Interrupted."), {})]
        case BrokenPipeError():
            return PIPE_CLOSED, ()
        case OSError():
            return InputOutputError.code, [_system_problem(error)]
    return Defect.code, [Problem(_DEFECT, {"what": type(error).__name__})]


def _ended_by(error: BaseException) -> BaseException:
    """The signal that asked for the end, where the terminal that it should have been told at was gone already."""
    before: BaseException | None = error
    while isinstance(before, OSError):
        before = before.__context__
    return before if isinstance(before, signals.Ended) else error


_DEFECT = N_("This is a defect of ctoquiz ({what}); please report it, with what it tells if you set CTOQUIZ_DEBUG=1.")


def _exit_code(error: SystemExit) -> int:
    return error.code if isinstance(error.code, int) else 0 if error.code is None else Defect.code


def _system_problem(error: OSError) -> Problem:
    if error.errno == errno.ENOSPC and error.filename is None:
        return Problem(N_("The disk is full, so that nothing more can be printed there; make room."), {})
    if error.errno == errno.EBADF and error.filename is None:
        return Problem(
            N_("Standard output is closed, so that nothing can be printed; open it, or send it to a file."), {}
        )
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return Problem(N_("The system failed to read or write ({reason}); try again."), {"reason": reason})
    return Problem(
        N_("The system failed at “{file}” ({reason}); try again."), {"file": error.filename, "reason": reason}
    )


def line(problem: Problem, say: Words) -> str:
    """What is wrong, on one line, with its place first where there is one; nothing in it can move a terminal."""
    said = _sentence(problem, say)
    return said if problem.where is None else f"{_harmless(str(problem.where))}: {said}"


def _tell(code: int, problems: Sequence[Problem], say: Words, *, as_json: bool) -> None:
    """Print the problems where they are expected; in silence where nothing can be printed any more."""
    try:
        if as_json:
            sys.stdout.write(_document(code, problems, say))
            sys.stdout.flush()
            return
    except (OSError, ValueError):
        pass  # standard output is full or gone: standard error may not be
    with suppress(OSError, ValueError):
        streams.tell(line(problem, say) for problem in problems)


def _document(code: int, problems: Sequence[Problem], say: Words) -> str:
    """The error as one JSON document: the place of the first problem, the sentences of all."""
    import json

    first, *others = problems
    message = "\n".join([_sentence(first, say), *(line(problem, say) for problem in others)])
    where = None if first.where is None else _harmless(str(first.where))
    return json.dumps({"error": {"code": code, "message": message, "where": where}}, ensure_ascii=False) + "\n"


def _sentence(problem: Problem, say: Words) -> str:
    return _harmless(say(problem.message, **{name: _value(name, each, say) for name, each in problem.values.items()}))


def _value(name: str, value: object, say: Words) -> object:
    """What fills a gap, no longer than one reads: it may come from anybody's file. Lists of our own stay whole."""
    if isinstance(value, Problem):
        return _sentence(value, say)
    if isinstance(value, int | float) or name in _LISTS:
        return value
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def _harmless(text: str) -> str:
    """The text on one line, with what could move a terminal shown by its code point."""
    if text.replace("\u00a0", " ").isprintable():  # spares an import: French is full of no-break spaces
        return text
    from ctoquiz.terminal.literal import literal_line

    return literal_line(text)


def _detail(error: Exception) -> None:
    import traceback

    traceback.print_exception(error, file=sys.stderr)


def _options(args: Sequence[str]) -> Sequence[str]:
    """The arguments that can be options: those before `--`."""
    return args[: list(args).index("--")] if "--" in args else args


def _option(args: Sequence[str]) -> str | None:
    """The language given with `--lang`, the last one if there are several."""
    lang = None
    before = ""
    for arg in _options(args):
        if before == "--lang":
            lang = arg
        elif arg.startswith("--lang="):
            lang = arg.removeprefix("--lang=")
        before = arg
    return lang


def _language(args: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language to tell an error in, also where the language that was given is the error."""
    try:
        return resolve(_option(args), environment)
    except CtoquizError:
        return resolve(None, environment)
