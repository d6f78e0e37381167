"""The commands: each gathers its options into one value, checks it, and hands it to its module.

Their annotations are no texts (`from __future__ import annotations`): Typer would evaluate each of them several times,
which takes as long as all else that it makes of them.
"""

import typer

from ctoquiz.cli import parameters as p
from ctoquiz.cli.commands import CheckCommand, Command, Group, words
from ctoquiz.cli.options import (
    PACK,
    AssessOptions,
    ExportAssessmentOptions,
    ExportOptions,
    PackCheckOptions,
    PackCoverageOptions,
    PackListOptions,
    PackNewOptions,
    PackShowOptions,
    PlayOptions,
    ReportOptions,
    ResultsEraseOptions,
    ResultsListOptions,
    ResultsShowOptions,
    Selection,
    check,
    named,
)
from ctoquiz.errors import N_

_HELP = {"help_option_names": ["--help", "-h"]}


def _group(help: str) -> typer.Typer:  # noqa: A002 - Typer's own name for it
    return typer.Typer(cls=Group, help=help, invoke_without_command=True, add_completion=False, context_settings=_HELP)


app = _group(N_("Quizzes about the job of chief technical officer, in the terminal."))
export = _group(N_("Print the same questions without playing them."))
results = _group(N_("What has been saved here."))
pack = _group(N_("For people who write packs."))


@app.callback()
def begin(
    ctx: typer.Context,
    *,
    version: p.Version = False,
    install_completion: p.InstallCompletion = False,
    show_completion: p.ShowCompletion = False,
    lang: p.Lang = None,  # noqa: ARG001 - read before anything else is, by the door
) -> None:
    """Answer what is asked of the tool itself; on its own, show how to begin."""
    if version:
        from ctoquiz import __version__

        typer.echo(f"ctoquiz {__version__}")
    elif install_completion:
        _install_completion(ctx)
    elif show_completion:
        from ctoquiz.cli.completion import script

        typer.echo(script())
    elif ctx.invoked_subcommand is None:
        from ctoquiz.cli.help import welcome

        typer.echo(welcome(words(ctx)))
    else:
        return
    raise typer.Exit


def _install_completion(ctx: typer.Context) -> None:
    from ctoquiz.cli.completion import install

    say, (shell, path) = words(ctx), install()
    typer.echo(
        say("Completion for {shell} is installed in {path}; open a new terminal to use it.", shell=shell, path=path)
    )


@export.callback()
@results.callback()
@pack.callback()
def explain(ctx: typer.Context, *, lang: p.Lang = None) -> None:  # noqa: ARG001 - read by the door
    """A group on its own shows its commands."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


@app.command("play", cls=Command, context_settings=_HELP, help=N_("Take a quiz."))
def play(
    ctx: typer.Context,
    pack: p.Pack = PACK,
    *,
    count: p.Count = None,
    topic: p.Topic = None,
    kind: p.Kind = None,
    level: p.Level = None,
    seed: p.Seed = None,
    code: p.Code = None,
    fact: p.Fact = None,
    exam: p.Exam = False,
    certainty: p.Certainty = False,
    time_limit: p.TimeLimit = None,
    pass_mark: p.PassMark = None,
    name: p.Name = None,
    plain: p.Plain = False,
    document: p.Document = None,
    resume: p.Resume = False,
    session: p.Session = None,
    mistakes: p.Mistakes = False,
    answers: p.Answers = None,
    jsonl: p.Jsonl = False,
    json: p.Json = False,
    no_save: p.NoSave = False,
    data_dir: p.DataDir = None,
    lang: p.Lang = None,
) -> int:
    """Take a quiz."""
    options = PlayOptions(
        selection=_selection(pack, count, topic, kind, level, seed, code, fact),
        exam=exam,
        certainty=certainty,
        time_limit=time_limit,
        pass_mark=pass_mark,
        name=name,
        plain=plain,
        document=document,
        resume=resume,
        session=session,
        mistakes=mistakes,
        answers=answers,
        jsonl=jsonl,
        json=json,
        no_save=no_save,
        data_dir=data_dir,
        lang=lang,
    )
    check(options)
    from ctoquiz.cli.play import run

    return run(options, words(ctx))


@app.command(
    "assess", cls=Command, context_settings=_HELP, help=N_("Rate yourself against the role, with a scored result.")
)
def assess(
    ctx: typer.Context,
    pack: p.Pack = PACK,
    *,
    context: p.Context = None,
    quick: p.Quick = False,
    name: p.Rater = None,
    plain: p.PlainRating = False,
    years: p.Years = None,
    years_leading: p.YearsLeading = None,
    level: p.Education = None,
    place: p.Place = None,
    english: p.English = None,
    data_science: p.DataScience = None,
    resume: p.Resume = False,
    session: p.Session = None,
    answers: p.Answers = None,
    jsonl: p.Jsonl = False,
    json: p.Json = False,
    no_save: p.NoSave = False,
    data_dir: p.DataDir = None,
    lang: p.Lang = None,
) -> int:
    """Assess oneself."""
    profile = {
        "years": years,
        "years-leading": years_leading,
        "level": level,
        "place": place,
        "english": english,
        "data-science": data_science,
    }
    options = AssessOptions(
        pack=pack,
        context=context,
        quick=quick,
        profile={question: typed for question, typed in profile.items() if typed is not None},
        name=name,
        plain=plain,
        resume=resume,
        session=session,
        answers=answers,
        jsonl=jsonl,
        json=json,
        no_save=no_save,
        data_dir=data_dir,
        lang=lang,
    )
    check(options)
    from ctoquiz.cli.assess import run

    return run(options, words(ctx))


@export.command("quiz", cls=Command, context_settings=_HELP, help=N_("Print a quiz: JSON, or a sheet and its key."))
def export_quiz(
    ctx: typer.Context,
    pack: p.Pack = PACK,
    *,
    count: p.Count = None,
    topic: p.Topic = None,
    kind: p.Kind = None,
    level: p.Level = None,
    seed: p.Seed = None,
    code: p.Code = None,
    fact: p.Fact = None,
    format: p.Format = "json",  # noqa: A002 - the option's name
    key: p.Key = False,
    output: p.Output = None,
    lang: p.Lang = None,
) -> int:
    """Print a quiz."""
    selection = _selection(pack, count, topic, kind, level, seed, code, fact)
    options = ExportOptions(selection=selection, format=format, key=key, output=output, lang=lang)
    check(options)
    from ctoquiz.cli.export import run_quiz

    return run_quiz(options, words(ctx))


@export.command(
    "assessment",
    cls=Command,
    context_settings=_HELP,
    help=N_("Print the assessment: JSON with all that a score depends on, or a sheet to fill in by hand."),
)
def export_assessment(
    ctx: typer.Context,
    pack: p.Pack = PACK,
    *,
    format: p.SheetFormat = "json",  # noqa: A002 - the option's name
    output: p.Output = None,
    lang: p.Lang = None,
) -> int:
    """Print an assessment."""
    options = ExportAssessmentOptions(pack=pack, format=format, output=output, lang=lang)
    check(options)
    from ctoquiz.cli.export import run_assessment

    return run_assessment(options, words(ctx))


@results.command("list", cls=Command, context_settings=_HELP, help=N_("List the results, a line each."))
def results_list(
    ctx: typer.Context,
    *,
    sources: p.From = None,
    name: p.Participant = None,
    json: p.Json = False,
    csv: p.Csv = False,
    data_dir: p.DataDir = None,
    lang: p.Lang = None,
) -> int:
    """List the results."""
    options = ResultsListOptions(
        json=json, csv=csv, sources=tuple(sources or ()), name=name, data_dir=data_dir, lang=lang
    )
    check(options)
    from ctoquiz.cli.results import run_list

    return run_list(options, words(ctx))


@results.command("show", cls=Command, context_settings=_HELP, help=N_("Show one result: its score, and every answer."))
def results_show(
    ctx: typer.Context,
    id: p.ResultId = None,  # noqa: A002 - the argument's name
    *,
    json: p.Json = False,
    data_dir: p.DataDir = None,
    lang: p.Lang = None,
) -> int:
    """Show one result."""
    options = ResultsShowOptions(id=id, json=json, data_dir=data_dir, lang=lang)
    check(options)
    from ctoquiz.cli.results import run_show

    return run_show(options, words(ctx))


@results.command("erase", cls=Command, context_settings=_HELP, help=N_("Erase results for good."))
def results_erase(
    ctx: typer.Context,
    ids: p.ResultIds = None,
    *,
    name: p.Participant = None,
    everything: p.All = False,
    yes: p.Yes = False,
    data_dir: p.DataDir = None,
    lang: p.Lang = None,
) -> int:
    """Erase results."""
    options = ResultsEraseOptions(
        ids=tuple(ids or ()), name=name, everything=everything, yes=yes, data_dir=data_dir, lang=lang
    )
    check(options)
    from ctoquiz.cli.results import run_erase

    return run_erase(options, words(ctx))


@app.command(
    "report",
    cls=Command,
    context_settings=_HELP,
    help=N_("Write one page of a result, to read in a browser, print or send."),
)
def report(
    ctx: typer.Context,
    id: p.ResultId = None,  # noqa: A002 - the argument's name
    *,
    output: p.ReportFile = None,
    data_dir: p.DataDir = None,
    lang: p.Lang = None,
) -> int:
    """Write a page of a result."""
    options = ReportOptions(id=id, output=output, data_dir=data_dir, lang=lang)
    check(options)
    from ctoquiz.cli.report import run

    return run(options, words(ctx))


@pack.command("list", cls=Command, context_settings=_HELP, help=N_("List the packs that ship with ctoquiz."))
def pack_list(ctx: typer.Context, *, json: p.Json = False, lang: p.Lang = None) -> int:
    """List the packs."""
    options = PackListOptions(json=json, lang=lang)
    check(options)
    from ctoquiz.cli.pack import run_list

    return run_list(options, words(ctx))


@pack.command("show", cls=Command, context_settings=_HELP, help=N_("Show a pack, or one question or fact of it."))
def pack_show(
    ctx: typer.Context,
    pack: p.PackOrId = None,
    id: p.Id = None,  # noqa: A002 - the argument's name
    *,
    json: p.Json = False,
    lang: p.Lang = None,
) -> int:
    """Show a pack or a part of it."""
    meant, part = named(pack, id, is_pack=pack is not None and _is_pack(pack))
    options = PackShowOptions(pack=meant, id=part, json=json, lang=lang)
    check(options)
    from ctoquiz.cli.pack import run_show

    return run_show(options, words(ctx))


@pack.command("coverage", cls=Command, context_settings=_HELP, help=N_("Show what a pack says of its document."))
def pack_coverage(
    ctx: typer.Context,
    pack: p.Pack = PACK,
    *,
    document: p.Document = None,
    json: p.Json = False,
    lang: p.Lang = None,
) -> int:
    """Show how much of its document a pack covers."""
    options = PackCoverageOptions(pack=pack, document=document, json=json, lang=lang)
    check(options)
    from ctoquiz.cli.packcoverage import run_coverage

    return run_coverage(options, words(ctx))


@pack.command("check", cls=CheckCommand, context_settings=_HELP, help=N_("Hold a pack to every rule of quality."))
def pack_check(
    ctx: typer.Context,
    pack: p.Pack = PACK,
    *,
    explain: p.Explain = None,
    blind: p.Blind = False,
    document: p.OwnWording = None,
    plain: p.NoBar = False,
    json: p.Json = False,
    lang: p.Lang = None,
) -> int:
    """Check a pack and every question that it can ask."""
    options = PackCheckOptions(
        pack=pack, explain=explain, blind=blind, document=document, plain=plain, json=json, lang=lang
    )
    check(options)
    from ctoquiz.cli.packcheck import run_check

    return run_check(options, words(ctx))


@pack.command(
    "new", cls=Command, context_settings=_HELP, help=N_("Begin a pack from a document, with drafts of facts.")
)
def pack_new(
    ctx: typer.Context,
    folder: p.NewFolder,
    *,
    document: p.Begun,
    json: p.Json = False,
    lang: p.Lang = None,
) -> int:
    """Begin a pack."""
    options = PackNewOptions(folder=folder, document=document, json=json, lang=lang)
    check(options)
    from ctoquiz.cli.packnew import run_new

    return run_new(options, words(ctx))


app.add_typer(export, name="export")
app.add_typer(results, name="results")
app.add_typer(pack, name="pack")


def _selection(
    pack: str,
    count: int | None,
    topic: list[str] | None,
    kind: list[str] | None,
    level: list[str] | None,
    seed: str | None,
    code: str | None,
    fact: str | None,
) -> Selection:
    return Selection(
        pack=pack,
        count=count,
        topics=tuple(topic or ()),
        kinds=tuple(kind or ()),
        levels=tuple(level or ()),
        seed=seed,
        code=code,
        fact=fact,
    )


def _is_pack(name: str) -> bool:
    """Whether an argument is a pack: the name of one that ships with the tool, a path, or a folder that holds one.

    The ids of questions have slashes too, so that a slash alone makes no path.
    """
    from pathlib import Path

    from ctoquiz.storage.packs import shipped

    path = Path(name)
    written_as_path = name.startswith((".", "~")) or path.is_absolute()
    return name in shipped() or written_as_path or (path / "pack.yaml").exists() or path.is_file()
