from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from ctoquiz.errors import BadInput, CtoquizError, InputNotFound, Where
from ctoquiz.storage.jsonreader import read_json, read_json_text

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def refused(text: str) -> tuple[str, str]:
    """The place and the sentence of a refusal."""
    with pytest.raises(BadInput) as caught:
        read_json_text(text, "answers.json")
    return str(caught.value.problems[0].where), str(caught.value)


def test_json_is_read_as_it_is() -> None:
    text = ' {"a": [1, -2.5, true, false, null, "é\\u00e9\\ud83d\\ude00"], "b": {}} '
    assert read_json_text(text, "x") == {"a": [1, -2.5, True, False, None, "éé😀"], "b": {}}


def test_bad_json_is_refused_with_its_line_and_column() -> None:
    assert refused('{\n  "a": 1,\n  b: 2}') == (
        "answers.json:3:3",
        "This is not JSON from here on; mend it, or take the file away.",
    )
    assert refused("")[0] == "answers.json:1:1"
    assert refused("[1] 2")[0] == "answers.json:1:5"


def test_a_key_that_stands_twice_is_refused_by_name() -> None:
    assert refused('[{"a": 1, "b": 2, "b": 3}]') == (
        "answers.json",
        "The key “b” stands twice in one mapping of this JSON; keep one.",
    )


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(number: str) -> None:
    assert refused(f"[{number}]")[1] == f"{number} in this JSON is not a number; mend it."


@pytest.mark.parametrize("number", ["1e999", "-1e999"])
def test_a_number_beyond_all_bounds_is_refused(number: str) -> None:
    assert refused(f"[{number}]")[1] == f"The number {number} in this JSON is too large; mend it."


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    assert refused("9" * 5000)[1] == f"The number {'9' * 100} in this JSON is too large; mend it."
    assert refused("[1" + "0" * 308 + "]")[1] == f"The number 1{'0' * 99} in this JSON is too large; mend it."
    assert read_json_text("1" + "0" * 299, "x") == 10**299


def test_sixty_four_levels_are_read_and_one_more_is_refused() -> None:
    assert read_json_text("[" * 64 + "]" * 64, "x")
    assert read_json_text("[" * 64 + "1" + "]" * 64, "x")
    assert refused("[" * 65 + "]" * 65)[1] == "This JSON is nested more than 64 levels deep; flatten it."


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000 + "1" + "}" * 100_000]
)
def test_a_hundred_thousand_levels_are_refused_without_a_crash(text: str) -> None:
    assert "nested more than 64 levels" in refused(text)[1]


def test_many_mappings_beside_one_another_are_not_deep() -> None:
    assert read_json_text("[" + ",".join(["{}"] * 1000) + "]", "x") == [{}] * 1000


def test_half_a_character_is_refused() -> None:
    assert "half a character" in refused('["\\ud800"]')[1]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf[1]")
    assert read_json(path) == [1]


@pytest.mark.parametrize("data", [b'["\xe9"]', "[1]".encode("utf-16"), b"\xff"])
def test_only_utf_8_is_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(data)
    with pytest.raises(BadInput, match="not text in UTF-8"):
        read_json(path)


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    for path in (tmp_path / "a.json", tmp_path / "a" / "b.json"):
        with pytest.raises(InputNotFound) as caught:
            read_json(path)
        assert caught.value.problems[0].where == Where(str(path))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="a folder, a pipe or a device"):
        read_json(tmp_path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" + " " * 2000 + "]", encoding="utf-8")
    with pytest.raises(BadInput, match=r"larger than 0\.000977 MB"):
        read_json(path, limit_bytes=1024)
    assert read_json(path, limit_bytes=2002) == []


@posix
def test_a_pipe_a_device_a_socket_and_a_link_are_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = tmp_path / "good.json"
    good.write_text("[]", encoding="utf-8")
    (tmp_path / "link.json").symlink_to(good)
    os.mkfifo(tmp_path / "pipe.json")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)
        server.bind("socket.json")
        for path in (tmp_path / "link.json", tmp_path / "pipe.json", tmp_path / "socket.json", Path("/dev/zero")):
            with pytest.raises(CtoquizError) as caught:
                read_json(path)
            assert caught.value.code == 65
