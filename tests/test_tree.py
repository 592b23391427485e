"""The output folder is switched in one step, and an unchanged build touches nothing."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from generator.base.diagnostics import BulletinError
from generator.targets.build.cache import Cache
from generator.targets.build.output import FileContent, Output
from generator.targets.build.tree import Tree


def outputs(**texts: str) -> list[Output]:
    return [
        Output(f"{name}/index.html", text, partial(FileContent, text.encode()))
        for name, text in sorted(texts.items())
    ]


def found(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path / "site", Cache(tmp_path))


def test_a_build_holds_exactly_what_is_asked_for(tree: Tree) -> None:
    for texts in ({"a": "1", "b": "1"}, {"a": "2", "c": "1"}, {"c": "1"}, {"a": "2", "c": "2"}):
        tree.update(outputs(**texts), (), jobs=1)
        assert found(tree.out) == {f"{name}/index.html": text for name, text in texts.items()}


def test_an_unchanged_build_makes_and_touches_nothing(tree: Tree) -> None:
    tree.update(outputs(a="1", b="1"), (), jobs=1)
    before = {path: path.stat().st_mtime_ns for path in tree.out.rglob("*")}
    inode = tree.out.stat().st_ino
    tree.update(outputs(a="1", b="1"), (), jobs=1)
    assert {path: path.stat().st_mtime_ns for path in tree.out.rglob("*")} == before
    assert tree.out.stat().st_ino == inode


def test_only_what_changed_is_made(tree: Tree) -> None:
    tree.update(outputs(a="1", b="1"), (), jobs=1)
    unmade = Output("a/index.html", "1", partial(pytest.fail, "made again"))
    tree.update([unmade, *outputs(b="2")], (), jobs=1)
    assert found(tree.out) == {"a/index.html": "1", "b/index.html": "2"}


def test_a_file_changed_or_added_by_hand_is_put_right(tree: Tree) -> None:
    tree.update(outputs(a="1", b="1"), (), jobs=1)
    (tree.out / "a/index.html").write_text("by hand")
    (tree.out / "stray.txt").write_text("stray")
    tree.update(outputs(a="1", b="1"), (), jobs=1)
    assert found(tree.out) == {"a/index.html": "1", "b/index.html": "1"}


def test_an_interrupted_build_leaves_the_folder_as_it_was(tree: Tree) -> None:
    def interrupted() -> FileContent:
        raise KeyboardInterrupt

    tree.update(outputs(a="1", b="1"), (), jobs=1)
    broken = [*outputs(a="2"), Output("b/index.html", "2", interrupted)]
    with pytest.raises(KeyboardInterrupt):
        tree.update(broken, (), jobs=1)
    assert found(tree.out) == {"a/index.html": "1", "b/index.html": "1"}
    tree.update(outputs(a="2", b="2"), (), jobs=1)
    assert found(tree.out) == {"a/index.html": "2", "b/index.html": "2"}


def test_a_folder_with_other_files_is_never_overwritten(tree: Tree) -> None:
    tree.out.mkdir()
    (tree.out / "thesis.txt").write_text("mine")
    with pytest.raises(BulletinError):
        tree.update(outputs(a="1"), (), jobs=1)
    assert found(tree.out) == {"thesis.txt": "mine"}


def test_a_spare_is_made_at_the_second_build_and_again_when_it_was_removed(tree: Tree) -> None:
    tree.update(outputs(a="1", b="1"), (), jobs=1)
    assert not tree.spare.exists()
    tree.update(outputs(a="1", b="2"), (), jobs=1)
    shutil.rmtree(tree.spare)
    tree.update(outputs(a="2"), (), jobs=1)
    assert found(tree.out) == {"a/index.html": "2"}
