"""How many examples tests of properties try, and where rulebooks are kept.

`HYPOTHESIS_PROFILE=longer` is what the continuous integration runs, `thorough` takes hours.
"""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, settings

# Commands under test keep compiled rulebooks in the clone, not among the user's caches.
os.environ.setdefault("PDO_POLICY_CACHE", str(Path(__file__).parents[1] / ".cache" / "rulebooks"))

settings.register_profile("usual", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("longer", settings.get_profile("usual"), max_examples=150)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
