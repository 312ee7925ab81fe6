"""Results of cases become JUnit XML, which the reports of continuous integration read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.testing.running import Result

# XML 1.0 has no way to write these, not even as references.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(results: Sequence[Result]) -> str:
    """A suite for each case file in the order given, a test for each case; `classname` is the rule."""
    root = ET.Element("testsuites", _counts("rules test", results))
    for file in dict.fromkeys(result.case.file for result in results):
        within = [result for result in results if result.case.file == file]
        suite = ET.SubElement(root, "testsuite", _counts(file, within))
        for result in within:
            case = result.case
            known = {"classname": case.rule, "name": case.name, "file": case.file, "line": str(case.line)}
            test = ET.SubElement(suite, "testcase", {key: _xml(value) for key, value in known.items()})
            if result.failure:
                failure = ET.SubElement(test, "failure", {"type": "unmet", "message": _xml(result.failure)})
                failure.text = _xml("\n".join((result.failure, *result.reasons)))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
    )


def _counts(name: str, results: Sequence[Result]) -> dict[str, str]:
    failures = sum(bool(result.failure) for result in results)
    return {
        "name": _xml(name),
        "tests": str(len(results)),
        "failures": str(failures),
        "errors": "0",
        "skipped": "0",
    }


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
