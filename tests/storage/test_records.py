from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ctoquiz.domain.jsonvalue import Json, JsonObject
from ctoquiz.storage.records import Replay, entry_line, json_bytes, opening_lines, replay

HEADER: JsonObject = {"id": "20261123-090000-ab12", "quiz": {"questions": ["q1", "q2", "q3"]}}
ENTRIES: list[JsonObject] = [
    {"question": "q1", "answer": "b", "seconds": 4.2},
    {"question": "q2", "answer": "comité de direction *J*", "seconds": 1.0},
    {"question": "q3", "answer": "70 k€", "certainty": 2},
]
WHOLE = opening_lines(HEADER, ENTRIES)

texts = st.text(st.characters(exclude_categories=["Cs"]))
values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
objects = st.dictionaries(texts, values, max_size=4)


def is_part_of(entries: list[JsonObject], all_entries: list[JsonObject]) -> bool:
    """Whether `entries` are some of `all_entries`, in their order."""
    rest = iter(all_entries)
    return all(entry in rest for entry in entries)


def test_a_line_is_a_checksum_and_json() -> None:
    assert (
        entry_line({"question": "q1", "answer": "é"}) == 'ef00bfd8 {"entry":{"question":"q1","answer":"é"}}\n'.encode()
    )


def test_a_journal_begins_with_its_header_twice() -> None:
    assert opening_lines({"id": "a"}) == b'b0c22a68 {"header":{"id":"a"}}\n' * 2


def test_half_a_character_is_written_as_a_question_mark() -> None:
    assert json_bytes({"participant": "Zo\udcab"}) == b'{"participant":"Zo?"}'


@settings(max_examples=50, deadline=None)
@given(header=objects, entries=st.lists(objects, max_size=5))
def test_what_was_written_is_read_back(header: JsonObject, entries: list[JsonObject]) -> None:
    data = opening_lines(header, entries)
    assert replay(data) == Replay(header, entries, torn=False, damaged=0, whole=len(data))


def test_an_empty_journal_says_nothing() -> None:
    assert replay(b"") == Replay(None, [], torn=False, damaged=0, whole=0)


def test_every_truncation_loses_the_last_entry_at_most_and_says_so() -> None:
    for length in range(len(WHOLE)):
        left = replay(WHOLE[:length])
        written = max(0, WHOLE[:length].count(b"\n") - 2)
        assert left.entries == ENTRIES[:written]
        assert left.damaged == 0
        assert left.torn == (not WHOLE[:length].endswith(b"\n") and length > 0)
        assert left.header == (HEADER if b"\n" in WHOLE[:length] else None)


def test_every_flipped_bit_loses_one_entry_at_most_and_says_so() -> None:
    for position in range(len(WHOLE)):
        for bit in range(8):
            flipped = bytearray(WHOLE)
            flipped[position] ^= 1 << bit
            left = replay(bytes(flipped))
            lost = len(ENTRIES) - len(left.entries)
            assert left.header == HEADER
            assert lost in (0, 1)
            assert is_part_of(left.entries, ENTRIES)
            assert left.damaged + left.torn <= 1
            assert left.damaged + left.torn >= lost


@settings(max_examples=100, deadline=None)
@given(entries=st.lists(objects, min_size=1, max_size=4), data=st.data())
def test_damage_costs_no_neighbour(entries: list[JsonObject], data: st.DataObject) -> None:
    whole = bytearray(opening_lines({}, entries))
    position = data.draw(st.integers(0, len(whole) - 1))
    whole[position] ^= data.draw(st.integers(1, 255))
    left = replay(bytes(whole))
    assert len(left.entries) >= len(entries) - 1
    assert is_part_of(left.entries, entries)


def test_zeros_that_a_power_cut_left_are_a_torn_end() -> None:
    left = replay(WHOLE + b"\0" * 100)
    assert (left.entries, left.torn, left.whole) == (ENTRIES, True, len(WHOLE))


def test_an_entry_after_a_half_written_one_counts() -> None:
    left = replay(WHOLE + entry_line({"question": "q4"})[:20] + entry_line({"question": "q5"}))
    assert (left.entries, left.damaged) == ([*ENTRIES, {"question": "q5"}], 1)


def test_a_record_inside_of_an_answer_is_not_a_record() -> None:
    inner = entry_line({"question": "q9", "answer": "a"}).decode().strip()
    line = entry_line({"question": "q1", "answer": inner})
    assert replay(opening_lines({}) + line).entries == [{"question": "q1", "answer": inner}]
    assert replay(opening_lines({}) + b"x" + line[1:]).entries == []


def test_two_damaged_records_count_as_two() -> None:
    lines = opening_lines(HEADER, ENTRIES).splitlines(keepends=True)
    lines[2] = lines[2].replace(b'"b"', b'"c"')
    lines[3] = lines[3].replace(b"q2", b"q1")
    assert replay(b"".join(lines)) == Replay(HEADER, [ENTRIES[2]], torn=False, damaged=2, whole=len(WHOLE))


def test_a_damaged_copy_of_the_header_is_no_lost_answer() -> None:
    length = len(opening_lines(HEADER)) // 2
    for place in (20, length + 20):
        damaged = bytearray(WHOLE)
        damaged[place] ^= 1
        assert replay(bytes(damaged)) == Replay(HEADER, ENTRIES, False, 0, len(WHOLE))


def test_an_answer_that_ran_together_with_a_damaged_header_is_counted_as_lost() -> None:
    end = len(opening_lines(HEADER))
    damaged = WHOLE[: end - 9] + bytes(18) + WHOLE[end + 9 :]
    assert replay(damaged) == Replay(HEADER, ENTRIES[1:], False, 1, len(WHOLE))


def test_a_damaged_entry_that_ran_together_with_the_next_is_counted_as_lost() -> None:
    end = len(WHOLE) - len(entry_line(ENTRIES[2]))
    damaged = WHOLE[: end - 9] + bytes(9) + WHOLE[end:]
    assert replay(damaged) == Replay(HEADER, [ENTRIES[0], ENTRIES[2]], False, 1, len(WHOLE))
