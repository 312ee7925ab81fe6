"""Which tests of properties run how long: `HYPOTHESIS_PROFILE=thorough` for a long run; where rulebooks are kept."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, settings

# Commands under test keep compiled rulebooks in the clone, not among the user's caches.
os.environ.setdefault("PDO_POLICY_CACHE", str(Path(__file__).parents[1] / ".cache" / "rulebooks"))

settings.register_profile("usual", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
