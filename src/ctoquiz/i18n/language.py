"""Which language to speak."""

from __future__ import annotations

from collections.abc import Mapping

from ctoquiz.errors import N_, WrongUsage

LANGUAGES = ("en", "fr")
"""The languages of the interface; English, the first, is the fallback."""

_DECIDING = ("CTOQUIZ_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def resolve(option: str | None, environment: Mapping[str, str]) -> str:
    """The language of the interface, `en` or `fr`: that of `--lang`, else that of the environment, else English.

    In the environment the first that is set and not empty decides: `CTOQUIZ_LANG`, `LANGUAGE` (languages separated by
    colons, the first that we speak), `LC_ALL`, `LC_MESSAGES`, `LANG`. Unlike in GNU gettext, `LANGUAGE` counts under
    the locale `C` too: one order, whatever the machine.

    Raises WrongUsage (2) where `option` is not a language of the interface.
    """
    if option is not None:
        return _chosen(option)
    return _spoken(next((environment[name] for name in _DECIDING if environment.get(name)), ""))


def _chosen(option: str) -> str:
    if option in LANGUAGES:
        return option
    near = option.strip().casefold()[:2]
    if near in LANGUAGES:
        raise WrongUsage(N_("ctoquiz doesn’t speak “{lang}”; did you mean --lang {near}?"), lang=option, near=near)
    raise WrongUsage(N_("ctoquiz doesn’t speak “{lang}”; choose --lang fr or --lang en."), lang=option)


def _spoken(locales: str) -> str:
    """The language of the first of the locales, separated by colons, that we speak; English where we speak none."""
    tags = (locale.replace("-", "_").partition(".")[0].partition("_")[0].lower() for locale in locales.split(":"))
    return next((tag for tag in tags if tag in LANGUAGES), LANGUAGES[0])
