"""What `explain`, `law` and `rules …` write as JSON: models become schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.listing_schema.explaining import Explained
from pdo_policy.listing_schema.law import Law
from pdo_policy.listing_schema.rules import CaseResults, Mutants, Problems, RuleList
from pdo_policy.schema_parts import schema_of

if TYPE_CHECKING:
    from pydantic import BaseModel


def listing_schema_texts() -> dict[str, str]:
    """The schemas of these outputs by the names of their files."""
    models: dict[str, type[BaseModel]] = {
        "explain": Explained,
        "law": Law,
        "rules_list": RuleList,
        "rules_lint": Problems,
        "rules_test": CaseResults,
        "rules_mutate": Mutants,
    }
    return {f"schemas/{name}.schema.json": schema_of(model, name) for name, model in models.items()}
