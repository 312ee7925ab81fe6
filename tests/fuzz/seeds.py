"""What fuzzing begins with: texts that the tests read, those that once broke something, and the words of a language."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy.language.keywords import KEYWORDS
from pdo_policy.language.pieces import pieces
from tests.fuzz.targets import RULES, kept_file, report_file
from tests.traps import TRAPS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
STARTER = ROOT / "samples/rulebooks/starter"
SIGNS = (
    *"：，、“”‘’（）【】《》\u3000\u200b\ufeff{}[]:,#|>&*!%@?-~<",
    "\r\n", "\t", "---\n", "...\n", "\\u0000", "\\ud800", "1e400", "不适用", "null", "true", "<<", "2025年3月1日",
    "叁年", "1,200万元",
)  # fmt: skip
# Of a paper, up to thirty lines that begin with one that stands for itself.
_PIECES = re.compile(r"^(?![ #\n-])(?:.*\n){1,30}", re.MULTILINE)
FIELDS = ("目标", "期限", "数据资源", "编制日期", "投资", "编号", "名称", "价格", "更新频率", "领域", "审议")


def seeds(target: str) -> dict[str, bytes]:
    """Bytes by a name of their own."""
    return {sha256(data).hexdigest()[:16]: data for data in _all(target)}


def _all(target: str) -> Iterator[bytes]:
    found = CORPUS / f"{target}.txt"
    # What earlier runs found worth keeping, and what once broke something: a line of base64 each.
    yield from map(b64decode, found.read_text("ascii").splitlines() if found.is_file() else ())
    if target in ("yaml", "json", "check"):
        yield from (trap.text.encode("utf-8", "surrogatepass") for trap in TRAPS if target in (trap.written, "check"))
        yield "名称: 湖北\n".encode("gb18030")
        papers = [path.read_text("utf-8") for path in sorted((ROOT / "samples/compliant").glob("*.yaml"))]
        yield from (piece.encode() for text in papers for piece in _PIECES.findall(text) if target == "yaml")
        yield b"\xff\xfea\0:\0 \x001\0"
    elif target == "rules":
        written = (*(ROOT / "tests/language").glob("*.pdl"), *(ROOT / "rules/hubei").rglob("consistency.pdl"))
        texts = [path.read_text("utf-8") for path in sorted(written)]
        yield from (text[piece.start : piece.end].encode() for text in texts for piece in pieces(text))
        yield RULES.encode()
    elif target == "determinations":
        yield (ROOT / "samples/franchise/determinations.yaml").read_bytes()
        answer = {"结论": "是", "认定单位": "甲", "认定日期": "2025-01-01"}
        yield json.dumps({"文件种类": "认定", "认定": {"已经脱敏": answer}}, ensure_ascii=False).encode()
    elif target == "forms":
        yield from (path.read_bytes() for path in sorted(STARTER.rglob("*.yaml")))
        yield from (path.read_bytes() for path in sorted((ROOT / "samples/rulebooks/school-trip").glob("*.json")))
        yield (ROOT / "rules/hubei/overview.yaml").read_bytes()
        yield max((ROOT / "rules/hubei/calendars").glob("*.yaml")).read_bytes()
    elif target == "reports":
        yield report_file()
        listed = [{"path": "报告.html", "sha256": "0", "fillable": False}]
        manifest = {"packet_version": "1.0", "tool": {"name": "pdo-policy"}, "files": listed, "inputs": []}
        yield json.dumps(manifest, ensure_ascii=False).encode()
    elif target == "cache":
        yield kept_file()


def words(target: str) -> list[str]:
    """Words and signs that a text of this kind may hold."""
    if target == "rules":
        return [*SIGNS, *(word for pack in KEYWORDS.values() for spellings in pack for word in spellings), *FIELDS]
    if target in ("forms", "determinations", "reports", "cache"):
        schemas = [json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "schemas").glob("*.schema.json"))]
        keys = [key for schema in schemas for key in schema.get("properties", {})]
        return [*SIGNS, *keys, "文件种类", "认定", "结论", "认定单位", "认定日期", "项目编号", "已经脱敏"]
    return [*SIGNS, *FIELDS]
