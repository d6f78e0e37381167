"""Texts from packs are shown by Markdown as they are."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ctoquiz.formats.markup import escaped


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("plain words, 70 000 € (R&D) “quoted” 2.5!", "plain words, 70 000 € (R&D) “quoted” 2.5!"),
        ("a ___ b *c* `d`", r"a \_\_\_ b \*c\* \`d\`"),
        ("[x](http://y) ![z](w)", r"\[x\](http://y) !\[z\](w)"),
        ("<script>&lt;</script>", "&lt;script&gt;&amp;lt;&lt;/script&gt;"),
        ("# no heading", "&#35; no heading"),
        ("- no list", "&#45; no list"),
        ("12. no list", r"12\. no list"),
        ("3) no list", r"3\) no list"),
        ("2026.11", "2026.11"),
        ("C# and a#b", "C# and a#b"),
        ("a | b ~c~ $d$ x^2", "a &#124; b &#126;c&#126; &#36;d&#36; x&#94;2"),
        ("@cite but a@b", "&#64;cite but a@b"),
        ("two\nlines", "two lines"),
        ("back\\slash {id}", r"back\\slash \{id\}"),
    ],
)
def test_what_markdown_would_obey_is_written_so_that_it_does_not(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@given(st.text(alphabet=st.sampled_from("ab1 .)(#*_`~[]<>&;|$^@+-=!\\{}:/é"), max_size=12).map(str.strip))
@example("&lt;b&gt;")
@example("1) a")
@example("---")
@example("![a](b)")
def test_a_converter_gives_back_the_very_text(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="comes with rich, which may do without it one day")
    rendered = markdown_it.MarkdownIt().render(escaped(text))
    shown = html.unescape(re.sub(r"^<p>|</p>\n$", "", rendered))
    assert " ".join(shown.split(" ")) == text
