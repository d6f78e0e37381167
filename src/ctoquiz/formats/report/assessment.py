"""The page of a self-assessment: verdict, readiness, competencies, contexts, what to do next, and every rating."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ctoquiz.domain.assessment.competencies import Competency
from ctoquiz.domain.assessment.whole import Assessment
from ctoquiz.domain.jsonvalue import JsonObject
from ctoquiz.domain.pack import Pack
from ctoquiz.domain.readiness import Met, Reading, read
from ctoquiz.formats.assessment import warning_text
from ctoquiz.formats.report.assessmentfindings import Finding, advice_findings, profile_findings, rating_tables
from ctoquiz.formats.report.assessmentverdict import TONES, VERDICTS, reasons, verdict_name
from ctoquiz.formats.report.charts import bar
from ctoquiz.formats.report.competencyradar import Key, key, picture
from ctoquiz.formats.report.heading import footer, in_language, particulars
from ctoquiz.formats.report.page import page
from ctoquiz.formats.report.parts import Cell, Figure, Head, Row, Section, Table, Verdict
from ctoquiz.frozen import frozen
from ctoquiz.i18n.words import Words
from ctoquiz.session.assessed import Assessed
from ctoquiz.session.assessing import Ratings


@frozen
class Listed:
    """A part of the page that is a list of findings under a heading."""

    id: str
    heading: str
    findings: tuple[Finding, ...]


@frozen
class AssessmentView:
    """What the template of an assessment shows under the head; `radar` is None where too little was rated."""

    heading: str
    verdict: Verdict
    figures: tuple[Figure, ...]
    radar: Markup | None
    keys: tuple[Key, ...]
    competencies: Section | None
    contexts: Section | None
    lists: tuple[Listed, ...]
    ratings: Section | None


def assessment_report(document: JsonObject, pack: Pack, ratings: Ratings, found: Assessed, say: Words) -> str:
    """The whole page in HTML, in the language of `say`; `found` is what follows from the ratings.

    One that was stopped says only how far it came, as the end of a session does.
    """
    view = _Writer(pack, ratings, found, say).view() if ratings.is_complete else _stopped(ratings, say)
    head = Head(
        say("Self-assessment"),
        in_language(ratings.assessment.title, say),
        (
            *particulars(document, say),
            (say("Read for"), in_language(ratings.assessment.context(ratings.frame.context).title, say).text),
        ),
    )
    return page("assessment", head, view, say.language, footer(document, say))


def _stopped(ratings: Ratings, say: Words) -> AssessmentView:
    left = sum(item.id not in ratings.rated for item in ratings.assessment.items)
    sentence = say.plural(
        "{n} statement has no answer yet. The result comes at the end.",
        "{n} statements have no answer yet. The result comes at the end.",
        left,
    )
    return AssessmentView(say("Stopped for now"), Verdict("plain", sentence), (), None, (), None, None, (), None)


@frozen
class _Writer:
    """Writes the parts of a page about a complete assessment."""

    pack: Pack
    ratings: Ratings
    found: Assessed
    say: Words

    @property
    def assessment(self) -> Assessment:
        return self.ratings.assessment

    @property
    def context(self) -> str:
        return self.found.score.context

    def view(self) -> AssessmentView:
        """All of them."""
        score, say = self.found.score, self.say
        return AssessmentView(
            heading=say("Your assessment"),
            verdict=self.verdict(),
            figures=tuple(self.figures()),
            radar=picture(self.ratings, score, say),
            keys=key(self.ratings, score.context, say),
            competencies=self.competencies(),
            contexts=self.contexts(),
            lists=tuple(each for each in self.lists() if each.findings),
            ratings=Section(
                "ratings",
                say("All your ratings"),
                tables=tuple(rating_tables(self.assessment, self.ratings.rated, self.context, say)),
            ),
        )

    def verdict(self) -> Verdict:
        """The verdict as claimed, and why."""
        claimed, say = self.found.score.claimed, self.say
        if claimed.verdict is None:
            return Verdict("plain", say("Nothing was rated, so that nothing can be said."))
        context = in_language(self.assessment.context(self.context).title, say).text
        sentence = say(VERDICTS[claimed.verdict], context=context)
        return Verdict(TONES[claimed.verdict], sentence, tuple(reasons(self.ratings, self.found.score, say)))

    def figures(self) -> Iterator[Figure]:
        """Readiness as claimed and as evidenced."""
        for name, label, reading in self.readings():
            if reading.readiness is not None:
                cell = self._readiness(reading)
                yield Figure(name, label, cell.text, cell.picture, cell.remark)

    def readings(self) -> Iterator[tuple[str, str, Reading]]:
        """The readings that there is something to tell of, each with its name in the stylesheet and its label."""
        yield "claimed", self.say("As you claim it"), self.found.score.claimed
        if self.ratings.tells_evidence:
            yield "evidenced", self.say("As far as evidenced"), self.found.score.evidenced

    def competencies(self) -> Section:
        """The table behind the radar."""
        say, readings = self.say, list(self.readings())
        rows = tuple(
            Row(
                title=in_language(each.title, say),
                cells=tuple(self._share(reading.competencies[each.id], each, name) for name, _, reading in readings),
                remarks=tuple(self._asked(each)),
                mark=str(number),
            )
            for number, each in enumerate(self.assessment.competencies, 1)
        )
        caption = say(
            "Statements met, out of those rated; the line is the 95% interval, the mark the minimum of a critical "
            "competency."
        )
        if self.ratings.tells_evidence:
            caption += " " + say("What is evidenced counts a 3 or 4 without evidence as 2.")
        heads = (say("Competency"), *(label for _, label, _ in readings))
        return Section("competencies", say("Your competencies"), tables=(Table(caption, heads, rows),))

    def contexts(self) -> Section:
        """The same answers under each context."""
        say, claimed = self.say, {id_: answer.rating for id_, answer in self.ratings.rated.items()}
        rows = []
        for each in self.assessment.contexts:
            reading = read(self.assessment, claimed, each.id)
            verdict = () if reading.verdict is None else (verdict_name(reading.verdict, say),)
            explanation = in_language(each.explanation, say).text
            rows.append(Row(in_language(each.title, say), (self._readiness(reading),), (*verdict, explanation)))
        caption = say("Readiness as you claim it; the line is the 95% interval, the marks are where verdicts begin.")
        table = Table(caption, (say("Kind of company"), say("Readiness")), tuple(rows))
        heading = say("The same answers, read for each kind of company")
        return Section("contexts", heading, (in_language(self.assessment.editorial, say).text,), (table,))

    def lists(self) -> Iterator[Listed]:
        """Advice, what looks careless, and the profile."""
        say = self.say
        yield Listed(
            "advice", say("What would help most"), tuple(advice_findings(self.pack, self.ratings, self.found, say))
        )
        warned = (warning_text(each, say, self._lang) for each in self.found.warnings)
        yield Listed(
            "warnings", say("To look at again (this costs nothing)"), tuple(Finding("", each) for each in warned)
        )
        profile = tuple(profile_findings(self.pack, self.ratings, say))
        yield Listed("profile", say("Your profile, held against the document"), profile)

    @property
    def _lang(self) -> str:
        """The language of the pack's texts: the reader's, where the pack has it."""
        return self.say.language if self.say.language in self.pack.languages else self.pack.languages[0]

    def _readiness(self, reading: Reading) -> Cell:
        if reading.readiness is None or reading.low is None or reading.high is None:
            return Cell(self.say("not rated"))
        cuts = (100 * self.assessment.cuts.close, 100 * self.assessment.cuts.ready)
        return Cell(
            text=self.say.percent(100 * reading.readiness),
            picture=bar(100 * reading.readiness, 100 * reading.low, 100 * reading.high, cuts),
            remark=self._fair(reading.low, reading.high),
            name="claimed",
        )

    def _share(self, share: Met, competency: Competency, name: str) -> Cell:
        if share.p is None or share.interval is None:
            return Cell(self.say("not rated"))
        low, high = share.interval
        marks = () if competency.minimum is None else (100 * competency.minimum,)
        return Cell(
            text=self.say("{met} of {rated}", met=share.met, rated=share.rated),
            picture=bar(100 * share.p, 100 * low, 100 * high, marks),
            remark=self.say("{low} to {high}", low=self.say.percent(100 * low), high=self.say.percent(100 * high)),
            name=name,
        )

    def _asked(self, competency: Competency) -> Iterator[str]:
        """What the context asks of a competency."""
        yield self.say(
            "weight {weight}, met from {threshold} on",
            weight=self.say.number(competency.weights[self.context]),
            threshold=competency.thresholds[self.context],
        )
        if competency.minimum is not None:
            yield self.say("critical, at least {minimum}", minimum=self.say.percent(100 * competency.minimum))

    def _fair(self, low: float, high: float) -> str:
        return self.say(
            "fair range {low} to {high}", low=self.say.percent(100 * low), high=self.say.percent(100 * high)
        )
