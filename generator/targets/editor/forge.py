"""Files for git and its forge: the check before each commit, and who owns which approvals."""

from collections.abc import Iterable, Iterator, Sequence

# `repo: local`, because an office network reaches no other; `always_run`, because a file taken
# away breaks what cites it.
PRE_COMMIT = """\
# Kiểm tra trước mỗi lần commit; không tải gì từ mạng. Bật một lần: pre-commit install
repos:
  - repo: local
    hooks:
      - id: bulletin-check
        name: bulletin check
        entry: bulletin check
        language: system
        files: ^(content/|mkdocs\\.yml$)
        pass_filenames: false
"""
_HEAD = """\
# Mỗi bên tự giữ phê duyệt của mình: tệp phê duyệt chỉ được gộp khi chính bên đó đồng ý.
# Đổi tên nhóm sau dấu @ cho đúng với máy chủ git của mình. Hướng dẫn: content/guide/cong-tac-git.md
"""
_TOGETHER = ("registry", "editions")


def forge_files(parties: Sequence[str]) -> dict[str, bytes]:
    """Every file by its path in a workspace; owners are groups named like the parties."""
    return {
        ".pre-commit-config.yaml": PRE_COMMIT.encode(),
        ".gitlab/CODEOWNERS": _written(_for_gitlab(parties)),
        ".gitea/CODEOWNERS": _written(_for_gitea(parties)),
    }


def _written(lines: Iterable[str]) -> bytes:
    return (_HEAD + "\n" + "\n".join(lines) + "\n").encode()


def _for_gitlab(parties: Sequence[str]) -> Iterator[str]:
    """Globs from the top; one section a party, because each section must be approved."""
    for party in parties:
        yield f"[Phê duyệt của {party}]"
        yield f"/content/approvals/*/{party}.yml @{party}"
        yield f"/content/approvals/*/{party}.sig @{party}"
    for party in parties:
        yield f"[Sổ đăng ký và bản đã phát hành – {party}]"
        yield from (f"/content/{folder}/ @{party}" for folder in _TOGETHER)


def _for_gitea(parties: Sequence[str]) -> Iterator[str]:
    """Regular expressions over the whole path, as Gitea and Forgejo read them."""
    for party in parties:
        yield f"content/approvals/[^/]*/{party}[.](yml|sig) @ban-tin/{party}"
    owners = " ".join(f"@ban-tin/{party}" for party in parties)
    yield f"content/({'|'.join(_TOGETHER)})/.* {owners}"
