"""What Sphinx reads: the pages of `docs/` become a site; `make docs` builds it without network and without warnings."""  # noqa: INP001 - Sphinx runs it, nobody imports it

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from pygments.lexer import RegexLexer, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Text

import pdo_policy
from pdo_policy.language.keywords import KEYWORDS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "pdo-policy"
release = version = pdo_policy.__version__
language = "zh_CN"

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_heading_anchors = 4
# [^…] stands in examples of patterns.
myst_disable_syntax = ["footnote_def", "footnote_inline", "footnote_ref"]

html_theme = "furo"
html_title = f"{project} {release}"
html_copy_source = False
html_show_sphinx = False

_SPELLINGS = sorted({word for each in KEYWORDS.values() for word in (*each.zh, *each.en)}, key=len, reverse=True)


class Pdl(RegexLexer):
    """The rule language, so that its examples are coloured."""

    name = "PDL"
    tokens: ClassVar[dict[str, list[tuple[object, object]]]] = {
        "root": [
            (r"#.*$", Comment.Single),
            (r"“[^”\n]*”|\"[^\"\n]*\"", String),
            (r"《[^》\n]*》", Name.Label),
            (r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+", Name.Function),
            (words(_SPELLINGS, prefix=r"(?<![\w.])", suffix=r"(?![\w.])"), Keyword),
            (r"\d[\d_.%‰-]*", Number),
            (r"[<>=!+*/:-]+", Operator),
            (r"[（）()，,、：【】\[\].{}「」〔〕]", Punctuation),
            (r"[^\W\d]\w*", Name),
            (r"\s+|.", Text),
        ]
    }


# Pages are read on the forge as well, where the language of Sphinx would stand in them as it is.
_ANCHOR = re.compile(r'^<a id="(\w+)"></a>$', re.MULTILINE)
_LISTING = re.compile("decisions/index$")
_LISTED = re.compile("(?:rules|law)/(?!index$)")
"""Pages that a table of another page lists: hundreds of them in every sidebar would help nobody, and take minutes."""


def as_myst(_: Sphinx, name: str, content: list[str]) -> None:
    """Anchors become targets of MyST, and a page about a folder leads to the pages in it."""
    content[0] = _ANCHOR.sub(lambda found: f"({found[1]})=", content[0])
    if _LISTING.match(name):
        content[0] += "\n```{toctree}\n:maxdepth: 1\n:glob:\n\n*\n```\n"
    if _LISTED.match(name):
        content[0] = f"---\norphan: true\n---\n\n{content[0]}"


def setup(app: Sphinx) -> None:
    """Add the lexer of the rule language, and let pages be read as they are written for the forge."""
    app.add_lexer("pdl", Pdl)
    app.connect("source-read", as_myst)
