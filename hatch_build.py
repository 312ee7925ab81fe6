"""What goes into the wheel beside its files: the shipped rulebook, compiled."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRulebook(BuildHookInterface[Any]):
    """Compiles the shipped rulebook, so that no check of an installed package has to."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the file that keeps it; an editable install has none, since its rules may change at any time."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        # The package is not there before its root is on the path.
        from pdo_policy.bundled import READY_MADE  # noqa: PLC0415 - see above
        from pdo_policy.rulebook.cache import ready_made  # noqa: PLC0415 - see above

        folder = tempfile.TemporaryDirectory(prefix="pdo-policy-")
        self._folder = folder  # it is removed when this hook is no longer needed
        place = Path(folder.name) / READY_MADE
        place.write_bytes(ready_made())
        build_data["force_include"][str(place)] = f"pdo_policy/_data/{READY_MADE}"
