"""Frozen values, as `@dataclass(frozen=True, slots=True)` makes them, but ready at once.

`dataclass` writes six methods of each class as source text and has them compiled, anew in every process: with a hundred
classes, that takes as long as all else that a short command does itself. Here the methods are closures over the names
of the fields. Whatever works with dataclasses works with these: `fields`, `replace`, `match`, pydantic, type checkers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

Value = TypeVar("Value")
Method = Callable[..., Any]


@overload
def frozen(cls: type[Value], /) -> type[Value]: ...


@overload
def frozen(*, kw_only: bool) -> Callable[[type[Value]], type[Value]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(
    cls: type[Value] | None = None, /, *, kw_only: bool = False
) -> type[Value] | Callable[[type[Value]], type[Value]]:
    """Make a class one of frozen values with slots; with `kw_only`, its fields are given by name alone.

    `__post_init__` is called as that of a dataclass; a method that the class defines itself is kept.
    """

    def made(cls: type[Value]) -> type[Value]:
        made = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
        for name, method in _methods(made):
            if name not in vars(cls):
                setattr(made, name, method)
        return made

    return made if cls is None else made(cls)


def _methods(cls: type[Any]) -> Iterator[tuple[str, Method]]:
    names = [each.name for each in fields(cls)]
    values: Method = attrgetter(*names) if names else type

    def equal(self: object, other: object) -> bool:
        return bool(values(self) == values(other)) if type(other) is type(self) else NotImplemented

    def shown(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    yield "__init__", _initialiser(cls)
    yield "__eq__", equal
    yield "__hash__", lambda self: hash(values(self))
    yield "__repr__", shown
    yield "__setattr__", _refuse
    yield "__delattr__", _refuse


def _initialiser(cls: type[Any]) -> Method:
    """What sets the fields: from what is given, by place or by name, else from their defaults."""
    known = [(each.name, getattr(cls, each.name).__set__, each.default) for each in fields(cls)]
    setters = [put for _, put, _ in known]
    most = sum(not each.kw_only for each in fields(cls))
    rest = [known[count:] for count in range(most + 1)]
    check: Method | None = getattr(cls, "__post_init__", None)

    def init(self: object, /, *given: object, **named: object) -> None:
        for put, value in zip(setters, given):  # noqa: B905 - checked below; `strict` takes as long as all the rest
            put(self, value)
        if named or len(given) != len(known):
            if len(given) > most:
                raise TypeError(f"{cls.__qualname__} takes {most} values without a name, not {len(given)}")
            _set_by_name(self, rest[len(given)], named)
        if check is not None:
            check(self)

    return init


def _set_by_name(self: object, left: Sequence[tuple[str, Method, Any]], named: Mapping[str, object]) -> None:
    """Set the fields that are left, each with its name, what sets it, and its default."""
    taken = 0
    for name, put, default in left:
        if name in named:
            put(self, named[name])
            taken += 1
        else:
            put(self, _fresh(type(self), name) if default is MISSING else default)
    if taken < len(named):
        unknown = named.keys() - {name for name, _, _ in left}
        raise TypeError(f"{type(self).__qualname__} can’t take {', '.join(sorted(unknown))}")


def _fresh(cls: type[Any], name: str) -> object:
    """A new default of a field. Raises TypeError where it has none."""
    make = cls.__dataclass_fields__[name].default_factory
    if make is MISSING:
        raise TypeError(f"{cls.__qualname__} needs a value of {name}")
    return make()


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{name} of {type(self).__qualname__} can’t be changed")
