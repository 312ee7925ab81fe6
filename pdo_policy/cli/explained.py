"""A rule, an exception, a named item, a word of the language or a code becomes lines that explain it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.language.keywords import ITEM_TOKENS, KEYWORDS
from pdo_policy.source import Source
from pdo_policy.wording.explaining import opened, said
from pdo_policy.wording.report import said as report_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pdo_policy.language.packs import Pack
    from pdo_policy.lookup.codes import Case
    from pdo_policy.lookup.find import Written
    from pdo_policy.lookup.words import Word
    from pdo_policy.rulebook import ir
    from pdo_policy.rulebook.compiled import Rule, Rulebook, RuleException

_PAGES = {"rulebook": "docs/contract.md", "lint": "docs/lints.md"}


def rule_lines(book: Rulebook, rule: Rule, lang: str, *, whole: bool) -> Iterator[str]:
    """A rule: what it is about and rests on; with `whole` its words, its exceptions and its text too."""
    subjects = "、".join(book.manifest.documents[kind].label for kind in rule.subjects)
    severity = report_word(f"severity_{rule.severity}", lang)
    yield f"{rule.id}  {rule.title}"
    yield f"    {said('severity', lang)}{severity}  {said('subjects', lang)}{subjects}"
    yield from _clauses(book, rule.clauses, lang)
    if not whole:
        return
    if rule.bearer:
        yield f"    {said('bearer', lang)}{rule.bearer}"
    for code, template in (("why", rule.texts.reason), ("fix", rule.texts.remedy), ("ask", rule.texts.question)):
        if template is not None:
            yield f"    {said(code, lang)}{_plain(template)}"
    against = [one for one in book.program.exceptions if one.id in rule.exceptions]
    for one in against:
        yield f"    {said('exceptions', lang)}{one.id}  {one.title}（{said(_effect(one), lang)}）"
    yield from _text(book.sources, rule.file, rule.at, lang)
    for one in against:
        yield from _text(book.sources, one.file, one.at, lang)


def exception_lines(book: Rulebook, exception: RuleException, lang: str) -> Iterator[str]:
    """An exception: what it is against, what it does, what it rests on, its text."""
    yield f"{exception.id}  {exception.title}"
    titles = {rule.id: rule.title for rule in book.program.rules}
    titles.update((one.id, one.title) for one in book.program.exceptions)
    yield f"    {said('exceptions', lang)}{said(_effect(exception), lang)}"
    for name in exception.targets:
        yield f"    {said('against', lang)}{name}  {titles[name]}"
    for name in exception.attackers:
        yield f"    {said('attacked', lang)}{name}  {titles[name]}"
    yield from _clauses(book, exception.clauses, lang)
    yield from _text(book.sources, exception.file, exception.at, lang)


def item_lines(item: Written, lang: str) -> Iterator[str]:
    """A 判定, 参数, 认定 or 术语: its text, and the rules that speak of it."""
    yield item.name
    if item.users:
        yield f"    {said('users', lang)}{'、'.join(item.users)}"
    yield f"    {said('text', lang, file=item.file, line=item.line)}"
    yield from _indented(item.text.splitlines())


def word_lines(word: Word, typed: str, lang: str) -> Iterator[str]:
    """A word of the language: how it is written in both packs, what it does, an example."""
    own, other = (word.en, word.zh) if lang == "en" else (word.zh, word.en)
    if typed not in (*word.zh, *word.en):
        near = word.en if typed.isascii() else word.zh
        yield said("near_miss", lang, word=typed, right=near[0])
    yield f"{own[0]}  {said('function' if word.function else 'keyword', lang)}"
    if len(own) > 1:
        yield f"    {said('same', lang)}{'、'.join(own[1:])}"
    yield f"    {said('other_pack', lang)}{'、'.join(other)}"
    yield f"    {said('does', lang)}{word.explained.en if lang == 'en' else word.explained.zh}"
    yield f"    {said('example', lang)}"
    yield from _indented(example_in(word.explained.example, lang).splitlines())
    yield f"    {said('see', lang)}docs/language.md"


def case_lines(case: Case, lang: str) -> Iterator[str]:
    """One case of a code: what it says, what to do, a wrong example and a right one, and its page."""
    words = case.message.en if lang == "en" else case.message.zh
    yield f"{case.code}  {opened(words.headline)}"
    yield f"    {said(case.room, lang)}" + (f"  {said('see', lang)}{_PAGES[case.room]}" if case.room in _PAGES else "")
    if words.why:
        yield f"    {said('why', lang)}{opened(words.why)}"
    if words.fix:
        yield f"    {said('hint', lang)}{opened(words.fix)}"
    if case.submission:
        yield f"    {said('example', lang)}"
        yield from _indented(case.submission.splitlines())
    if case.example is not None:
        yield f"    {said('wrong', lang, line=case.example.line, column=case.example.column)}"
        yield from _indented(case.example.wrong.splitlines())
        yield f"    {said('right', lang)}"
        yield from _indented(case.example.right.splitlines())


_HEADS = tuple(word for token in ITEM_TOKENS for word in KEYWORDS[token].zh)


def example_in(example: str, lang: str) -> str:
    """An example, whole items or clauses of a rule, as the formatter writes it with the keywords of a language."""
    # The parser is slow to import, and the command line knows this command without running it.
    from pdo_policy.language.formatted import formatted  # noqa: PLC0415 - see above
    from pdo_policy.rulebook.vocabulary import VOCABULARY  # noqa: PLC0415 - see above

    pack: Pack = "en" if lang == "en" else "zh"
    if example.startswith(_HEADS):
        return formatted(Source("example.pdl", f"{example}\n"), VOCABULARY, pack)
    rule = formatted(Source("example.pdl", f"规则 X-Y “甲”\n{example}\n完\n"), VOCABULARY, pack)
    return "".join(f"{line[2:]}\n" for line in rule.splitlines()[1:-1])


def _clauses(book: Rulebook, names: Iterable[str], lang: str) -> Iterator[str]:
    for name in names:
        clause = book.manifest.clause(name)
        yield f"    {said('clauses_of', lang)}{clause.display}  {clause.summary}"


def _effect(exception: RuleException) -> str:
    return "exempt" if exception.replacement is None else "replace"


def _text(sources: Mapping[str, str], file: str, at: ir.At, lang: str) -> Iterator[str]:
    text = sources[file]
    yield f"    {said('text', lang, file=file, line=Source(file, text).position(at[0]).line)}"
    yield from _indented(text[at[0] : at[1]].splitlines())


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"      {line}".rstrip() for line in lines)


def _plain(template: ir.Template) -> str:
    """A message with its holes left open."""
    return "".join(part if isinstance(part, str) else "…" for part in template.parts)
