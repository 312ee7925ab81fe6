"""Rule files become text, at once or when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def rule_text(content: bytes) -> str:
    """The text of a rule file, without a byte order mark and with the line ends of Unix.

    Raises:
        UnicodeDecodeError: it is no text in UTF-8.
    """
    binary = content.find(0)
    if binary >= 0:
        raise UnicodeDecodeError("utf-8", content, binary, binary + 1, "no text has a NUL in it")
    return content.decode("utf-8-sig").replace("\r\n", "\n")


class RuleFiles(Mapping[str, str]):
    """The texts of a rulebook's rule files by name, each read when it is asked for.

    Args:
        names: of the files, as the rulebook's folder knows them.
        content: gives the bytes of a file.
    """

    def __init__(self, names: Iterable[str], content: Callable[[str], bytes]) -> None:
        self._names, self._content = tuple(names), content
        self._texts: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        if name not in self._texts:
            if name not in self._names:
                raise KeyError(name)
            self._texts[name] = rule_text(self._content(name))
        return self._texts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
