"""From the parts of a page to HTML: everything is escaped, and nothing is fetched or run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ctoquiz.formats.report.parts import Head

_UNSEEN = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")
_UNSEEN |= dict.fromkeys([0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF], "\ufffd")
_UNSEEN |= {0x09: " ", 0x0A: " ", 0x0D: " "}

_TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, head: Head, view: object, lang: str, footer: str) -> str:
    """A whole page in HTML: the template of that name with its view. `lang` is the language of the page."""
    filled = _environment().get_template(f"{template}.html")
    return filled.render(head=head, view=view, lang=lang, footer=footer, style=_style()) + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        finalize=_visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _visible(value: object) -> object:
    """A text without what is not to be seen: control signs, and those that turn the direction of reading around."""
    return value.translate(_UNSEEN) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _style() -> Markup:
    # Ours, and without a “<”: it stands in the page as it is.
    return Markup((_TEMPLATES / "report.css").read_text("utf-8"))  # noqa: S704 - nothing from outside is in it
