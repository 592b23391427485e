"""The site: frame and pages brought together into the output folder."""

import shutil
import tempfile
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.base.digest import digest, digest_bytes
from generator.resources import code_digest, theme_digest
from generator.targets import compose, guide
from generator.targets.tree import States, Tree


def build_site(plan: compose.Plan, out: Path, jobs: int = 0) -> States:
    """Bring the folder `out` up to date in one step; `jobs` 0 uses every core."""
    frame = _frame(plan)
    tree = Tree(out, plan.cache)
    return tree.update(compose.outputs(plan, frame), compose.derived(plan, frame), jobs)


def _frame(plan: compose.Plan) -> Path:
    """The rendered frame; MkDocs is started only when something it reads has changed."""
    key = _frame_key(plan)
    folder = plan.cache.folder / "frames" / key
    if folder.is_dir():
        return folder
    if not (plan.root / "content" / "guide").is_dir():
        raise BulletinError("Thiếu thư mục content/guide.", "The folder content/guide is missing.")
    from generator.targets.frame import build_frame  # noqa: PLC0415  MkDocs is slow to import

    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as temporary:
        build_frame(plan.root, Path(temporary) / "frame")
        shutil.move(Path(temporary) / "frame", folder)
    plan.cache.keep_only("frames", {key})
    return folder


def _frame_key(plan: compose.Plan) -> str:
    pages = sorted((plan.root / "content" / "guide").rglob("*"))
    read = {
        str(p.relative_to(plan.root)): digest_bytes(p.read_bytes()) for p in pages if p.is_file()
    }
    settings = digest_bytes((plan.root / "mkdocs.yml").read_bytes())
    rules = [digest([name, text]) for name, text in guide.rule_pages()]
    said = [plan.site_name, plan.base_url, plan.language, plan.shells]
    return digest([read, settings, rules, said, code_digest(), theme_digest()]).removeprefix(
        "sha256:"
    )
