"""Any text becomes text that a medium shows as it is: XML, Markdown, a spreadsheet, the log of a GitHub runner."""

from __future__ import annotations

import re
from html import escape

# XML 1.0 has no way to write these, not even as references.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What begins something inside a line of GitHub's Markdown; `@` names people, `#` issues, addresses become links.
_MARKDOWN = re.compile(r"([\\`*_\[\]#|~@]|:(?=//)|(?<=www)\.)")


def xml_text(text: str) -> str:
    """A text without the characters that XML 1.0 cannot hold; each is replaced by U+FFFD, so that it is seen."""
    return _NOT_XML.sub("\ufffd", text)


def markdown(text: str) -> str:
    """A text on one line that Markdown shows letter for letter; it must not be the first on its line.

    What XML cannot hold is replaced as there.
    """
    # GitHub reads what stands between two dollar signs as a formula, and a backslash before them does not help.
    return _MARKDOWN.sub(r"\\\1", escape(" ".join(xml_text(text).split()), quote=False)).replace("$", "&#36;")


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def spreadsheet(text: str) -> str:
    """A text that a spreadsheet shows and does not compute: an apostrophe goes before what it would take as a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def markdown_code(text: str) -> str:
    """A text on one line as code; the quotes around it are longer than any run of backticks in it."""
    text = text.strip()
    if not text:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    room = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{room}{text}{room}{fence}"


def command_data(text: str) -> str:
    """The message of a workflow command; the runner turns it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """A property of a workflow command; the runner turns it back."""
    return command_data(text).replace(":", "%3A").replace(",", "%2C")


def log_line(text: str) -> str:
    """A line that the runner prints and does not obey.

    It obeys a line that begins with `::`, spaces aside, and one with `##[` anywhere in it.
    """
    broken = text.replace("##[", "## [")
    return f"· {broken}" if broken.lstrip().startswith("::") else broken
