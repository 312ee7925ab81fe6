"""`python -m pdo_policy.generated` writes the files that are made from code; `--check` tells which would change."""

from __future__ import annotations

import argparse
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pdo_policy import api
from pdo_policy.configuration_schema import configuration_schema_text, settings_schema_text
from pdo_policy.disposition_schema import schema_texts
from pdo_policy.listing_schema import listing_schema_texts
from pdo_policy.packet_schema import packet_schema_text
from pdo_policy.pages.language_page import language_page
from pdo_policy.pages.site import FOLDERS, site
from pdo_policy.report_schema import report_schema_text
from pdo_policy.stream_schema import stream_schema_text
from pdo_policy.submission.export import SUBMISSIONS, schema_text
from pdo_policy.submission.reference import reference_text
from pdo_policy.trace_schema import trace_schema_text

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

_REPOSITORY = Path(__file__).resolve().parents[1]


@cache
def generated() -> Mapping[str, str]:
    """The generated files: their paths from the repository's root, and what each holds; made once in a process."""
    schemas = {f"schemas/{it.kind}.schema.json": schema_text(it) for it in SUBMISSIONS}
    schemas["schemas/packet.schema.json"] = packet_schema_text()
    schemas["schemas/report.schema.json"] = report_schema_text()
    schemas["schemas/configuration.schema.json"] = configuration_schema_text()
    schemas["schemas/stream.schema.json"] = stream_schema_text()
    schemas["schemas/settings.schema.json"] = settings_schema_text()
    schemas.update(schema_texts())
    schemas.update(listing_schema_texts())
    schemas["schemas/trace.schema.json"] = trace_schema_text()
    rules = _REPOSITORY / "rules" / "hubei"
    pages = {f"docs/{name}": text for name, text in site(api.load_rulebook(rules), rules).items()}
    return {**schemas, "docs/fields.md": reference_text(), "docs/reference.md": language_page(), **pages}


def differing(root: Path) -> list[str]:
    """The generated files that are missing under a root or hold something else, and those that nothing makes."""
    made = generated()
    wrong = [
        name
        for name, text in made.items()
        if not (root / name).is_file() or (root / name).read_bytes() != text.encode()
    ]
    return [*wrong, *_left_over(root, made)]


def _left_over(root: Path, made: Container[str]) -> list[str]:
    """Files in the folders of generated pages that nothing makes any more."""
    found = sorted(path for folder in FOLDERS for path in (root / "docs" / folder).glob("*.md"))
    names = [path.relative_to(root).as_posix() for path in found]
    return [name for name in names if name not in made]


def write(root: Path) -> None:
    """Write the generated files under a root, with line feeds on every system, and take away what nothing makes."""
    made = generated()
    for name in _left_over(root, made):
        (root / name).unlink()
    for name, text in made.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 where `--check` found a difference."""
    parser = argparse.ArgumentParser(
        prog="python -m pdo_policy.generated", description="生成 schemas/ 和 docs/ 里由程序写的文件"
    )
    parser.add_argument("--check", action="store_true", help="只比较，不写入")
    parser.add_argument("--root", type=Path, default=_REPOSITORY, help="仓库根目录")
    options = parser.parse_args(arguments)
    if not options.check:
        write(options.root)
        return 0
    names = differing(options.root)
    sys.stdout.write("".join(f"{name}\n" for name in names))
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
