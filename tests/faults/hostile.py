"""What a stranger may write: texts that steer terminals, pages, parsers or arithmetic."""

from __future__ import annotations

ESCAPES = ("\x1b[2J", "\x1b]52;c;cm0gLXJm\x07", "\x1b]8;;http://evil\x1b\\", "\x9b31m", "\x90", "\x07", "\x08", "\x7f")
"""ESC, OSC 52 (fills the clipboard), a link, CSI and DCS in one byte (C1), bell, backspace, delete."""

BIDI = ("\u202e", "\u2066", "\u2067", "\u2069", "\u200e", "\u200f", "\u061c", "\u2028", "\u2029", "\ufeff")
"""Characters that turn the direction of writing, break a line unseen, or aren't seen at all."""

MARKUP = (
    "[bold]", "[/]", "[link=http://evil]here[/link]", "[red]no[/red]", "[@click=app.quit]x[/]", ":bomb:", "\\[bold]",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style>", "</title>", "\"><b>", "'onload='x",
    "&lt;b&gt;", "<!--", "]]>", "javascript:alert(1)", "**bold**", "# title", "| cell |", "[x](http://evil)", "$x^2$",
)  # fmt: skip
"""What rich, HTML or Markdown would obey."""

GAPS = ("{", "}", "{}", "{member}", "{0.__class__}", "{member!r:>9}", "{Subject}", "%s", "%(x)s", "{{low}}", "$(ls)")

NUMBERS = (
    "0", "-0", "-1", "1", "1.5", "0.1", "1e308", "-1e308", "1.7e308", "5e-324", "1e999", "999999999999999999",
    "-999999999999999999", "9" * 5000, "010", "0x1F", "1_000", "1:30", "1,5", ".inf", ".nan", "NaN", "٣", "१२", "²",
)  # fmt: skip

YAML = (
    "&a ", "*a", "&a [*a, *a]", "<<: *a", "!!python/object/apply:os.system [ls]", "!!binary aGk=", "!t ", "? ", "- ",
    "| ", ">-", "%YAML 1.1\n", "---\n", "...\n", "'", '"', "#", " #", ": ", ":", ",", "[", "]", "{", "}", "`", "@",
    "[" * 1000, "{a: " * 100, "- " * 300, '"\\u202e"', '"\\x1b[31m"', '"\\ud800"', '"\\0"', '"\\n\\n"', "\t", "\r",
    "\u0085", "\u00a0", "no", "null", "~", "true", "''", "[]", "{}", "{fr: x, en: x}", "{fr: x}", "[[]]", "[~]", "=",
)  # fmt: skip

TEXTS = (
    "x" * 65_000, "x " * 30_000, "a-" * 20_000, "é" * 5_000, "e" + "\u0301" * 2_000, "\ufdfa" * 500, "İ" * 300,
    "👩‍👩‍👧‍👦", "\U0010ffff", "\ufffe", "שלום", " ", "\u3000", "../../etc/passwd", "/dev/zero", "CON", "-", "--help",
    "a" * 200 + "!", "1" * 300, "\n", "\n\n", "\r\n",
)  # fmt: skip

TOKENS = (*ESCAPES, *BIDI, *MARKUP, *GAPS, *NUMBERS, *YAML, *TEXTS)
"""All of them."""
