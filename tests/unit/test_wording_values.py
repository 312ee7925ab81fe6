"""Every flaw of a value has its words in both languages, fit for people who write no programs."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from pdo_policy.values.misread import Misread
from pdo_policy.values.reading import read_value
from pdo_policy.wording import Message, worded
from pdo_policy.wording.values import MESSAGES
from tests.misreadings import CODES, flawed

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = [pytest.param(code, message, id=code) for code, message in MESSAGES.items()]


def places(template: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(template) if name)


def test_there_are_words_for_every_code_and_for_no_other() -> None:
    assert set(MESSAGES) == CODES


@pytest.mark.parametrize(("kind", "flaw", "text"), flawed(), ids=[f"{kind}-{flaw}" for kind, flaw, _ in flawed()])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_facts_of_a_flaw_fill_its_words(kind: str, flaw: str, text: str, lang: str) -> None:
    found = read_value(kind, text)
    assert isinstance(found, Misread)
    words = worded(MESSAGES, found.code, found.facts, lang)
    assert found.code.endswith(flaw)
    assert "{" not in "".join(words)
    assert found.facts["text"] in words.headline


@pytest.mark.parametrize(("code", "message"), EVERY)
def test_both_languages_use_the_same_facts(code: str, message: Message) -> None:
    zh, en = ({name for part in words for name in places(part)} for words in message)
    assert zh == en, code


@pytest.mark.parametrize(("code", "message"), EVERY)
def test_the_languages_are_not_mixed(code: str, message: Message) -> None:
    for part in message.en:
        assert not re.search("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]", part), code
    for part in message.zh:
        bare = re.sub(r"\{\w+\}", "", part)
        assert not re.search("[a-z]{2}", bare), code
        assert not re.search('[,;:!?"]', bare), code


@pytest.mark.parametrize(("code", "message"), EVERY)
def test_a_message_says_what_was_found_and_what_to_do(code: str, message: Message) -> None:
    for words in message:
        assert words.headline, code
        assert not words.headline.endswith(("。", ".")), code
        assert words.fix.endswith(("。", ".")), code
        assert not words.why or words.why.endswith(("。", ".")), code
    assert len(re.sub(r"\{\w+\}", "", message.zh.headline)) <= 40


@pytest.mark.parametrize(("code", "message"), EVERY)
def test_a_message_can_be_printed_on_a_chinese_console(code: str, message: Message) -> None:
    for part in message.zh:
        assert part.encode("gbk").decode("gbk") == part, code


QUOTED = re.compile("“([^{}“”]+)”")
NO_VALUES = (".", "待定", "TBD", "计费单位")


@pytest.mark.parametrize(("code", "message"), EVERY)
def test_what_a_message_tells_to_write_can_be_read(code: str, message: Message) -> None:
    kind = code.removeprefix("schema.").split("-")[0]
    for words in message:
        for example in QUOTED.findall(words.fix):
            assert example in NO_VALUES or not isinstance(read_value(kind, example), Misread), (code, example)
