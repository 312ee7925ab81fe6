"""The papers of each project pass the check.

每个项目文件夹里的材料都要通过检查。把这个文件复制到测试文件夹，改下面两处。
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pdo_policy.testing import assert_passes, check_papers, dossier_folders

# 放着各项目文件夹的文件夹。
PAPERS = Path(__file__).parents[1] / "材料"
# 按哪一天的规定检查。
AS_OF = date(2026, 11, 24)


@pytest.mark.parametrize("folder", dossier_folders(PAPERS), ids=lambda folder: folder.name)
def test_papers_pass(folder: Path) -> None:
    """Nothing grave is wrong with the papers of a project, and all of them can be read."""
    assert_passes(check_papers(folder, as_of=AS_OF))
