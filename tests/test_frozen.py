"""Frozen values are dataclasses in all but the time that they take to make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest
from pydantic import TypeAdapter, ValidationError

from ctoquiz.frozen import frozen


@frozen
class Place:
    """Two numbers, and a name that can be left out."""

    x: int
    y: int
    name: str = "here"


@dataclass(frozen=True, slots=True)
class Model:
    """What `Place` should be like."""

    x: int
    y: int
    name: str = "here"


@frozen(kw_only=True)
class Road:
    """Fields by name alone, one of them new for each value."""

    length: float
    stops: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.length < 0:
            raise ValueError("no road is shorter than nothing")


@frozen(kw_only=True)
class Street(Road):
    """A field of its own after those of its base."""

    trees: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "a street"


def test_fields_are_given_by_place_or_by_name_or_left_to_their_default() -> None:
    assert Place(1, 2) == Place(1, y=2) == Place(y=2, x=1) == Place(1, 2, "here")
    assert Place(1, 2, "there").name == "there"


@pytest.mark.parametrize(
    ("given", "named"), [((1,), {}), ((1, 2, "a", 4), {}), ((1, 2), {"x": 1}), ((1, 2), {"z": 3}), ((), {"x": 1})]
)
def test_what_is_missing_or_too_much_is_refused(given: tuple[int, ...], named: Mapping[str, int]) -> None:
    with pytest.raises(TypeError):
        Place(*given, **named)  # type: ignore[arg-type]  # the mistake is the test


def test_fields_by_name_alone_are_refused_by_place() -> None:
    with pytest.raises(TypeError):
        Road(1.0)  # type: ignore[call-arg]  # the mistake is the test


def test_each_value_has_a_default_of_its_own_where_it_is_made_anew() -> None:
    one, other = Road(length=1), Road(length=1)
    assert one == other
    assert one.stops is not other.stops


@pytest.mark.parametrize("name", ["x", "unknown"])
def test_a_value_never_changes(name: str) -> None:
    place = Place(1, 2)
    with pytest.raises(FrozenInstanceError):
        setattr(place, name, 3)
    with pytest.raises(FrozenInstanceError):
        delattr(place, name)
    assert place == Place(1, 2)


def test_values_are_equal_by_their_class_and_all_their_fields() -> None:
    assert Place(1, 2) != Place(1, 3)
    alike: object = Model(1, 2)
    assert Place(1, 2) != alike
    assert Road(length=1) != Street(length=1)
    assert len({Place(1, 2), Place(1, 2), Place(2, 1)}) == 2


def test_a_value_reads_as_that_of_a_dataclass() -> None:
    assert repr(Place(1, 2)) == repr(Model(1, 2)).replace("Model", "Place") == "Place(x=1, y=2, name='here')"


def test_what_a_class_checks_and_defines_itself_is_kept() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Street(length=-1)
    assert repr(Street(length=1)) == "a street"


def test_the_tools_of_dataclasses_work() -> None:
    assert [each.name for each in fields(Street)] == ["length", "stops", "trees"]
    assert replace(Place(1, 2), y=5) == Place(1, 5)
    match Place(1, 2):
        case Place(x, y):
            assert (x, y) == (1, 2)
    assert is_dataclass(Place(1, 2))


def test_pydantic_builds_and_checks_them() -> None:
    street = TypeAdapter(Street)
    assert street.validate_json('{"length": 2, "trees": ["lime"]}') == Street(length=2, trees=("lime",))
    with pytest.raises(ValidationError, match="shorter"):
        street.validate_python({"length": -2})


def test_a_value_has_no_room_for_anything_else() -> None:
    assert not hasattr(Place(1, 2), "__dict__")
