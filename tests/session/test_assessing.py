"""The loop of an assessment: asking, going back, passing, stopping, going on."""

from __future__ import annotations

from itertools import count

import pytest
from tests.assessmentkit import Kept, Reply, Scripted, example, fresh, mini

from ctoquiz.domain.assessment.answers import Rated
from ctoquiz.domain.quiz import Edition
from ctoquiz.errors import BadInput
from ctoquiz.formats.assessmentresult import assessment_header, assessment_result
from ctoquiz.i18n.words import Words
from ctoquiz.session.asking import Quit
from ctoquiz.session.assessed import assessed
from ctoquiz.session.assessing import Back, Frame, Passed, Ratings, Told, assess, give_profile
from ctoquiz.session.resumingratings import ratings_of, restored_ratings

IDS = [item.id for item in example().items]
ALL = [Rated(2)] * len(IDS)


def clock() -> float:
    return 0.0


def test_everything_is_asked_once_in_the_order_of_the_assessment() -> None:
    rater, ratings = Scripted(ALL), fresh()
    rater.wants = False
    assert assess(ratings, rater, Kept(), clock, None)
    assert rater.asked == IDS
    assert ratings.is_complete


def test_a_rating_is_kept_before_the_next_is_asked() -> None:
    kept, ratings = Kept(fails=2), fresh()
    with pytest.raises(OSError):  # noqa: PT011 - the fake's own
        assess(ratings, Scripted(ALL), kept, clock, None)
    assert list(ratings.rated) == IDS[:2] == [entry["statement"] for entry in kept.entries]


def test_going_back_asks_the_one_before_again_with_its_rating_and_changes_it() -> None:
    rater = Scripted([Rated(1), Rated(2), Back(), Rated(4, "May"), Quit()])
    kept, ratings = Kept(), fresh()
    assert not assess(ratings, rater, kept, clock, None)
    assert rater.asked == [IDS[0], IDS[1], IDS[2], IDS[1], IDS[2]]
    assert rater.before == [None, None, None, Rated(2), None]
    assert ratings.rated == {IDS[0]: Rated(1), IDS[1]: Rated(4, "May")}
    assert [entry["rating"] for entry in kept.entries] == [1, 2, 4]


def test_before_the_first_there_is_nothing_to_go_back_to() -> None:
    rater = Scripted([Back(), Back(), Quit()])
    assess(fresh(), rater, Kept(), clock, None)
    assert rater.asked == [IDS[0]] * 3


def test_what_is_kept_as_it_was_is_not_written_again() -> None:
    kept = Kept()
    assess(fresh(), Scripted([Rated(1), Back(), Rated(1), Quit()]), kept, clock, None)
    assert len(kept.entries) == 1


def test_a_check_that_is_passed_leaves_the_assessment_complete() -> None:
    checks = {check.id for check in example().checks}
    rater = Scripted([Passed() if id_ in checks else Rated(3) for id_ in IDS])
    rater.wants = False
    ratings = fresh()
    assert assess(ratings, rater, Kept(), clock, None)
    assert checks.isdisjoint(ratings.rated)


def test_the_time_counts_until_the_assessment_is_left_however_it_is() -> None:
    ticks = count()
    ratings = fresh()

    class Interrupted(Scripted):
        def rate(self, turn: object) -> Rated:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        assess(ratings, Interrupted([]), Kept(), lambda: float(next(ticks)), None)
    assert ratings.spent > 0


def test_the_profile_comes_last_and_each_of_its_questions_can_be_passed() -> None:
    rater, kept, ratings = Scripted(ALL, [Told(4.0), Passed(), Told("by-heart")]), Kept(), fresh()
    assert assess(ratings, rater, kept, clock, None)
    assert rater.asked[len(IDS) :] == ["years", "place", "words"]
    assert ratings.profile == {"years": 4.0, "words": "by-heart"}
    assert [entry["profile"] for entry in kept.entries[len(IDS) :]] == ["years", "words"]


def test_an_answer_of_the_profile_can_be_taken_back() -> None:
    rater, kept, ratings = Scripted(ALL, [Told(4.0), Back(), Passed(), Passed(), Passed()]), Kept(), fresh()
    assert assess(ratings, rater, kept, clock, None)
    assert ratings.profile == {}
    assert kept.entries[-1]["answer"] is None


def test_leaving_within_the_profile_completes_the_assessment() -> None:
    rater = Scripted(ALL, [Told(4.0), Quit()])
    assert assess(fresh(), rater, Kept(), clock, None)


def test_a_profile_told_beforehand_is_not_asked_for() -> None:
    rater, kept, ratings = Scripted(ALL), Kept(), fresh()
    give_profile(ratings, {"years": 4.0}, kept)
    assert assess(ratings, rater, kept, clock, None)
    assert rater.offered == 0
    assert kept.entries[0] == {"profile": "years", "answer": 4.0, "spent": 0.0}


def header() -> dict[str, object]:
    frame = Frame("group", "fr", quick=True)
    return dict(
        assessment_header(mini(), frame, session="s", started_at="2026-11-23T09:00:00Z", participant=None, count=19)
    )


def test_what_was_recorded_brings_the_assessment_back_as_it_was() -> None:
    kept = Kept()
    replies: list[Reply] = [Rated(1), Rated(None), Back(), Rated(4, "May"), Quit()]
    before = Ratings(example(), Frame("group", "fr", quick=True))
    give_profile(before, {"place": "week"}, kept)
    assess(before, Scripted(replies), kept, clock, None)
    after = restored_ratings(mini(), header(), kept.entries)  # type: ignore[arg-type]
    assert after == before


def test_a_saved_result_gives_its_raw_answers_back() -> None:
    ratings = Ratings(example(), Frame("group", "fr", quick=True))
    give_profile(ratings, {"years": 3.0}, Kept())
    assess(ratings, Scripted([Rated(1), Rated(3, "May"), Quit()]), Kept(), clock, None)
    document = assessment_result(
        header(),  # type: ignore[arg-type]
        mini(),
        ratings,
        assessed(ratings),
        Words("fr"),
        status="stopped",
        finished_at="2026-11-23T09:09:00Z",
    )
    assert ratings_of(mini(), document) == ratings


@pytest.mark.parametrize(
    ("field", "value"), [("rating", 5), ("rating", True), ("rating", 2.5), ("evidence", 7)], ids=str
)
def test_an_answer_that_cannot_be_is_refused(field: str, value: object) -> None:
    entry = {"statement": IDS[0], "rating": 3, "evidence": None, "seconds": 1.0} | {field: value}
    with pytest.raises(BadInput):
        restored_ratings(mini(), header(), [entry])  # type: ignore[arg-type,list-item]


def test_another_edition_of_the_pack_cannot_go_on() -> None:
    edition = Edition("mini", "1.0", "0" * 64, ("en", "fr"))
    other = header() | {"pack": {"id": edition.id, "digest": edition.digest}}
    with pytest.raises(BadInput, match="changed since session s began"):
        restored_ratings(mini(), other, [])  # type: ignore[arg-type]


def test_an_assessment_that_was_left_warns_of_nothing_yet() -> None:
    ratings = fresh()
    assess(ratings, Scripted([*[Rated(3)] * 12, Quit()]), Kept(), clock, None)
    assert assessed(ratings).warnings == ()


def test_a_gap_in_what_was_kept_is_asked_and_not_what_follows_it() -> None:
    ratings = fresh()
    ratings.rated = {id_: Rated(2) for id_ in (IDS[0], IDS[2], IDS[3])}
    rater = Scripted([Rated(1), Quit()])
    assess(ratings, rater, Kept(), clock, None)
    assert rater.asked == [IDS[1], IDS[4]]
    assert ratings.rated[IDS[2]] == Rated(2)


def test_what_was_kept_comes_again_on_the_way_back() -> None:
    ratings = fresh()
    ratings.rated = {id_: Rated(2) for id_ in IDS[:3]}
    rater = Scripted([Back(), Back(), Rated(4, "May"), Quit()])
    assess(ratings, rater, Kept(), clock, None)
    assert rater.asked == [IDS[3], IDS[2], IDS[1], IDS[3]]
