"""The options and arguments that commands share, with their help; the texts are translated when they are shown."""

from __future__ import annotations

from typing import Annotated

import typer

from ctoquiz.cli import completion
from ctoquiz.errors import N_

SELECT = N_("Which questions")
PLAY = N_("How it is played")
RATE = N_("How it is read and asked")
PROFILE = N_("About you, all optional")
GO_ON = N_("How it goes on")
SCRIPT = N_("How it is scripted")

Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="fr|en",
        autocompletion=completion.languages,
        help=N_("The language; without it the environment decides: CTOQUIZ_LANG, LANGUAGE, LC_ALL, LC_MESSAGES, LANG."),
    ),
]
Pack = Annotated[
    str,
    typer.Argument(
        metavar="PACK",
        autocompletion=completion.packs,
        help=N_("The name of a pack that ships with ctoquiz, or the path of a pack folder; cto if left out."),
    ),
]
DataDir = Annotated[
    str | None,
    typer.Option(
        "--data-dir",
        metavar=N_("DIR"),
        rich_help_panel=SCRIPT,
        help=N_("Where results are kept; without it CTOQUIZ_DATA_DIR, else the usual place of this system."),
    ),
]
Json = Annotated[
    bool,
    typer.Option("--json", rich_help_panel=SCRIPT, help=N_("Print one JSON document, errors included.")),
]

Count = Annotated[
    int | None,
    typer.Option(
        "--count",
        metavar="N",
        rich_help_panel=SELECT,
        help=N_("How many questions; 10 if left out, or all there are if fewer."),
    ),
]
Topic = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        metavar="T",
        rich_help_panel=SELECT,
        autocompletion=completion.topics,
        help=N_("Only this topic, by its id or its title; can be repeated."),
    ),
]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="K",
        rich_help_panel=SELECT,
        autocompletion=completion.kinds,
        help=N_("Only this kind of question (single, multiple, true-false, …); can be repeated."),
    ),
]
Level = Annotated[
    list[str] | None,
    typer.Option(
        "--level",
        metavar="easy|medium|hard",
        rich_help_panel=SELECT,
        autocompletion=completion.levels,
        help=N_("Only this level; can be repeated."),
    ),
]
Seed = Annotated[
    str | None,
    typer.Option(
        "--seed",
        metavar="S",
        rich_help_panel=SELECT,
        help=N_("Any text: the same seed and options give the same quiz everywhere."),
    ),
]
Code = Annotated[
    str | None,
    typer.Option("--code", metavar="CODE", rich_help_panel=SELECT, help=N_("Exactly the quiz that has this code.")),
]
Fact = Annotated[
    str | None,
    typer.Option("--fact", metavar="ID", rich_help_panel=SELECT, help=N_("Only this fact of the pack (for authors).")),
]

Exam = Annotated[
    bool, typer.Option("--exam", rich_help_panel=PLAY, help=N_("Tell nothing about the answers before the end."))
]
Certainty = Annotated[
    bool,
    typer.Option("--certainty", rich_help_panel=PLAY, help=N_("Give each answer with a certainty of 1, 2 or 3.")),
]
TimeLimit = Annotated[
    float | None,
    typer.Option("--time-limit", metavar=N_("SECONDS"), rich_help_panel=PLAY, help=N_("The time for the whole quiz.")),
]
PassMark = Annotated[
    float | None,
    typer.Option(
        "--pass-mark",
        metavar=N_("PERCENT"),
        rich_help_panel=PLAY,
        help=N_("The least score that passes, from 0 to 100."),
    ),
]
Name = Annotated[
    str | None,
    typer.Option(
        "--name", metavar=N_("PSEUDONYM"), rich_help_panel=PLAY, help=N_("Who plays; it is kept with the result.")
    ),
]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain",
        rich_help_panel=PLAY,
        help=N_("Numbered lines and typed answers, without arrow keys: for screen readers and simple terminals."),
    ),
]
Document = Annotated[
    str | None,
    typer.Option(
        "--document",
        metavar=N_("FILE"),
        rich_help_panel=PLAY,
        help=N_("Your own copy of the document, to show the passage that each answer rests on."),
    ),
]

Resume = Annotated[
    bool, typer.Option("--resume", rich_help_panel=GO_ON, help=N_("Go on with the latest session that isn’t finished."))
]
Session = Annotated[
    str | None, typer.Option("--session", metavar="ID", rich_help_panel=GO_ON, help=N_("Go on with this session."))
]
Mistakes = Annotated[
    bool,
    typer.Option("--mistakes", rich_help_panel=GO_ON, help=N_("Ask again what was missed in the latest attempts.")),
]

Answers = Annotated[
    str | None,
    typer.Option(
        "--answers",
        metavar=N_("FILE|-"),
        rich_help_panel=SCRIPT,
        help=N_("Take the answers from a file of YAML or JSON, or from standard input."),
    ),
]
Jsonl = Annotated[
    bool,
    typer.Option("--jsonl", rich_help_panel=SCRIPT, help=N_("Another program plays: one JSON object on each line.")),
]
NoSave = Annotated[bool, typer.Option("--no-save", rich_help_panel=SCRIPT, help=N_("Keep nothing of this session."))]

Context = Annotated[
    str | None,
    typer.Option(
        "--context",
        metavar="startup|sme|group",
        rich_help_panel=RATE,
        autocompletion=completion.contexts,
        help=N_("The kind of company that the result is read for; sme if left out. All three are always compared."),
    ),
]
Quick = Annotated[
    bool,
    typer.Option("--quick", rich_help_panel=RATE, help=N_("Ask for no evidence; what is claimed is all there is.")),
]
Rater = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar=N_("PSEUDONYM"),
        rich_help_panel=RATE,
        help=N_("Whose assessment it is; kept with the result."),
    ),
]
PlainRating = Annotated[
    bool,
    typer.Option(
        "--plain",
        rich_help_panel=RATE,
        help=N_("Numbered lines and typed answers, without arrow keys: for screen readers and simple terminals."),
    ),
]

Years = Annotated[
    str | None,
    typer.Option("--years", metavar="N", rich_help_panel=PROFILE, help=N_("Years of professional experience.")),
]
YearsLeading = Annotated[
    str | None,
    typer.Option(
        "--years-leading", metavar="N", rich_help_panel=PROFILE, help=N_("Years of leading projects and teams.")
    ),
]
Education = Annotated[
    str | None,
    typer.Option(
        "--level", metavar=N_("LEVEL"), rich_help_panel=PROFILE, help=N_("Level of education, such as bac-5.")
    ),
]
Place = Annotated[
    str | None,
    typer.Option(
        "--place",
        metavar="paris|city|other",
        rich_help_panel=PROFILE,
        help=N_("Where: Paris, another large city, or not."),
    ),
]
English = Annotated[
    str | None,
    typer.Option(
        "--english", metavar=N_("LEVEL"), rich_help_panel=PROFILE, help=N_("What you do in technical English.")
    ),
]
DataScience = Annotated[
    str | None,
    typer.Option(
        "--data-science", metavar=N_("LEVEL"), rich_help_panel=PROFILE, help=N_("What you know of data science.")
    ),
]

Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="json|markdown",
        autocompletion=completion.formats,
        help=N_("JSON with the answers, or a sheet to print; json if left out."),
    ),
]
SheetFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="json|markdown",
        autocompletion=completion.formats,
        help=N_("JSON with weights and thresholds, or a sheet to print; json if left out."),
    ),
]
Key = Annotated[bool, typer.Option("--key", help=N_("Add the answer key to the sheet, on a page of its own."))]
Output = Annotated[
    str | None, typer.Option("--output", metavar=N_("FILE"), help=N_("Write to this file instead of standard output."))
]

Csv = Annotated[
    bool, typer.Option("--csv", rich_help_panel=SCRIPT, help=N_("Print a table for a spreadsheet, in its language."))
]
From = Annotated[
    list[str] | None,
    typer.Option("--from", metavar=N_("FOLDER"), help=N_("Results of this folder; can be repeated.")),
]
Participant = Annotated[
    str | None, typer.Option("--name", metavar=N_("PSEUDONYM"), help=N_("Only the results of this participant."))
]
ResultId = Annotated[
    str | None, typer.Argument(metavar="ID", help=N_("The id of a result, as in the list; the latest if left out."))
]
ReportFile = Annotated[
    str | None,
    typer.Option(
        "--output",
        metavar=N_("FILE|-"),
        help=N_("Write to this file, or - for standard output; ctoquiz-ID.html in this folder if left out."),
    ),
]
ResultIds = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID…", help=N_("The ids of the results, as in the list.")),
]
All = Annotated[bool, typer.Option("--all", help=N_("Every result and unfinished session that is kept here."))]
Yes = Annotated[bool, typer.Option("--yes", help=N_("Don’t ask before erasing."))]

PackOrId = Annotated[
    str | None,
    typer.Argument(
        metavar="PACK",
        autocompletion=completion.packs,
        help=N_("The name of a pack or the path of its folder; cto if left out."),
    ),
]
Id = Annotated[str | None, typer.Argument(metavar="ID", help=N_("A question or a fact of the pack."))]
Explain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar=N_("RULE"),
        autocompletion=completion.rules,
        help=N_("Tell what a rule demands, and why; without a name, list the rules."),
    ),
]
Blind = Annotated[
    bool, typer.Option("--blind", help=N_("Let a player who knows nothing try every surface cue on many quizzes."))
]
OwnWording = Annotated[
    str | None,
    typer.Option(
        "--document",
        metavar=N_("FILE"),
        help=N_("A copy of the document as plain text, to find wording that repeats it."),
    ),
]
NoBar = Annotated[bool, typer.Option("--plain", help=N_("Show no progress while it works."))]
Version = Annotated[bool, typer.Option("--version", help=N_("Show the version."))]
InstallCompletion = Annotated[
    bool, typer.Option("--install-completion", help=N_("Let the TAB key complete commands in your shell."))
]
ShowCompletion = Annotated[
    bool, typer.Option("--show-completion", help=N_("Print what --install-completion would install."))
]
NewFolder = Annotated[
    str, typer.Argument(metavar=N_("FOLDER"), help=N_("The folder to create; one that holds something is left alone."))
]
Begun = Annotated[
    str,
    typer.Option("--document", metavar=N_("FILE"), help=N_("The text of the document to begin from, in UTF-8.")),
]
