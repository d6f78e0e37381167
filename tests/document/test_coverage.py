"""A pack covers its document when facts tell all that the document says."""

from __future__ import annotations

import pytest
from tests.packkit import DIGEST, t

from ctoquiz.document.coverage import Coverage, coverage
from ctoquiz.domain.facts import AnyFamily, Figure, FigureFamily, Member, RangeFamily, SetFamily, Span, Term, TermFamily
from ctoquiz.domain.fingerprint import fingerprint
from ctoquiz.domain.pack import About, Pack, Section, Topic

SENTENCES = (
    "Le métier",
    "Il faut de la patience, de la rigueur et de la méthode.",
    "Il gagne entre 20 et 25 000 € par an, ou 30 000 € à Paris.",
    "Le certificat d’aptitude professionnelle (CAP) suffit.",
    "Lire aussi",
)

QUALITIES = SetFamily(
    id="qualities",
    kind="set",
    closed=True,
    sentences=(2,),
    members=(
        Member(id="patience", label=t("la patience", "patience")),
        Member(id="rigour", label=t("le soin", "care"), aliases={"fr": ("rigueur",)}),
        Member(id="method", label=t("une méthode", "method")),
    ),
)
PAY = RangeFamily(
    id="pay",
    kind="range",
    unit="eur",
    sentences=(3,),
    rows=(Span(id="usual", condition=t("en général", "usually"), low=20000, high=25000),),
)
PARIS = FigureFamily(id="paris", kind="figure", unit="eur", sentences=(3,), rows=(Figure(value=30000),))
NAMES = TermFamily(
    id="names",
    kind="term",
    sentences=(4,),
    rows=(Term(short=t("CAP", "CAP"), long=t("certificat d’aptitude professionnelle", "vocational certificate")),),
)
TITLE = SetFamily(id="title", kind="set", closed=False, sentences=(1,), members=(Member(label=t("métier", "trade")),))
ALL = (TITLE, QUALITIES, PAY, PARIS, NAMES)


def covered(*families: AnyFamily, document: tuple[str, ...] | None = SENTENCES) -> Coverage:
    known = document if document is not None and JOBS in document else SENTENCES[:-1]
    marks = {str(number): fingerprint(text) for number, text in enumerate(known, 1)}
    about = About(
        schema="ctoquiz/pack/1",
        id="small",
        version="1",
        languages=("fr", "en"),
        title=t("Petit", "Small"),
        document=t("un texte", "a text"),
        topics=(Topic(id="work", title=t("Travail", "Work")),),
        navigation=(fingerprint("Lire aussi"),),
    )
    return coverage(Pack(about, DIGEST, (Section(topic="work", sentences=marks, facts=families),)), document)


def untold(found: Coverage) -> list[tuple[int, str, str]]:
    return [(each.sentence, each.kind, each.text) for each in found.untold]


def test_a_pack_that_tells_all_is_whole() -> None:
    found = covered(*ALL)
    assert (found.whole, untold(found)) == (True, [])


def without(family: AnyFamily) -> Coverage:
    return covered(*(each for each in ALL if each is not family))


def test_a_figure_that_no_fact_tells_is_named() -> None:
    assert untold(without(PARIS)) == [(3, "figure", "30 000 €")]


def test_a_range_is_told_only_by_a_fact_that_has_both_its_ends() -> None:
    ends = FigureFamily(
        id="ends",
        kind="figure",
        unit="eur",
        sentences=(3,),
        rows=(Figure(id="a", value=20000), Figure(id="b", value=25000)),
    )
    found = covered(TITLE, QUALITIES, ends, PARIS, NAMES)
    assert untold(found) == [(3, "figure", "entre 20 et 25 000 €")]


@pytest.mark.parametrize(("place", "item"), [(0, "la patience"), (1, "la rigueur"), (2, "la méthode")])
def test_an_item_that_no_fact_tells_is_named_whatever_its_endings(place: int, item: str) -> None:
    kept = tuple(member for number, member in enumerate(QUALITIES.members) if number != place)
    fewer = SetFamily(id="qualities", kind="set", closed=True, sentences=(2,), members=kept)
    assert untold(covered(TITLE, fewer, PAY, PARIS, NAMES)) == [(2, "item", item)]


def test_an_item_is_not_told_by_its_neighbour_that_shares_some_of_its_words() -> None:
    found = covered(TITLE, PAY, PARIS, NAMES, _only("un vendeur en front-end"), document=(*SENTENCES[:1], JOBS))
    assert untold(found) == [(2, "item", "le vendeur en back-end"), (2, "item", "le livreur")]


JOBS = "Il emploie le vendeur en front-end, le vendeur en back-end et le livreur."


def _only(label: str) -> SetFamily:
    return SetFamily(id="jobs", kind="set", closed=True, sentences=(2,), members=(Member(label=t(label, "a job")),))


def test_a_fact_that_cites_another_sentence_tells_nothing_of_this_one() -> None:
    elsewhere = FigureFamily(id="paris", kind="figure", unit="eur", sentences=(2,), rows=(Figure(value=30000),))
    assert (3, "figure", "30 000 €") in untold(covered(TITLE, QUALITIES, PAY, elsewhere, NAMES))


def test_an_abbreviation_is_told_with_its_meaning() -> None:
    bare = SetFamily(id="names", kind="set", closed=False, sentences=(4,), members=(Member(label=t("le CAP", "CAP")),))
    assert untold(covered(TITLE, QUALITIES, PAY, PARIS, bare)) == [
        (4, "abbreviation", "CAP (certificat d’aptitude professionnelle)")
    ]


def test_a_sentence_that_no_fact_cites_is_named_once_and_only_as_a_whole() -> None:
    found = without(NAMES)
    assert [each.number for each in found.idle] == [4]
    assert untold(found) == []


def test_a_sentence_that_the_pack_does_not_know_is_named_with_its_place() -> None:
    found = covered(*ALL, document=(*SENTENCES[:2], "Une nouveauté.", *SENTENCES[2:]))
    assert [(each.number, each.text) for each in found.uncited] == [(3, "Une nouveauté.")]
    assert not found.whole


def test_a_sentence_that_changed_is_missing() -> None:
    found = covered(*ALL, document=(*SENTENCES[:3], "Le CAP suffit.", SENTENCES[4]))
    assert [each.number for each in found.missing] == [4]


def test_drafts_are_told_apart_and_make_nothing_whole() -> None:
    draft = FigureFamily(id="paris", kind="figure", unit="eur", sentences=(3,), rows=(Figure(value=30000),), draft=True)
    found = covered(TITLE, QUALITIES, PAY, draft, NAMES)
    assert [(each.text, each.draft) for each in found.untold] == [("30 000 €", True)]
    assert [each.drafts for each in found.cited if each.number == 3] == [("paris",)]
    assert not found.whole


def test_a_sentence_on_which_drafts_alone_rest_is_proposed_not_idle() -> None:
    draft = TermFamily(id="names", kind="term", sentences=(4,), rows=NAMES.rows, draft=True)
    found = covered(TITLE, QUALITIES, PAY, PARIS, draft)
    assert ([each.number for each in found.proposed], found.idle) == ([4], ())


def test_without_a_document_nothing_is_untold() -> None:
    found = covered(*ALL, document=None)
    assert (found.whole, found.untold, found.uncited) == (True, (), ())
