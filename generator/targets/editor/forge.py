"""Files for git and its forge: the check before each commit, and who owns which approvals."""

from collections.abc import Iterable, Iterator, Sequence

# `repo: local`, because an office network may reach no other repository; `always_run`, because a
# removed file breaks the records that cite it.
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
_SHARED_FOLDERS = ("registry", "editions")


def forge_files(parties: Sequence[str]) -> dict[str, bytes]:
    """The files by path in a workspace; the owners are groups with the ids of the parties."""
    return {
        ".pre-commit-config.yaml": PRE_COMMIT.encode(),
        ".gitlab/CODEOWNERS": _codeowners(_gitlab_lines(parties)),
        ".gitea/CODEOWNERS": _codeowners(_gitea_lines(parties)),
    }


def _codeowners(lines: Iterable[str]) -> bytes:
    return (_HEAD + "\n" + "\n".join(lines) + "\n").encode()


def _gitlab_lines(parties: Sequence[str]) -> Iterator[str]:
    """Glob patterns from the root; one section a party, because each section needs an approval."""
    for party in parties:
        yield f"[Phê duyệt của {party}]"
        yield f"/content/approvals/*/{party}.yml @{party}"
        yield f"/content/approvals/*/{party}.sig @{party}"
    for party in parties:
        yield f"[Sổ đăng ký và bản đã phát hành – {party}]"
        yield from (f"/content/{folder}/ @{party}" for folder in _SHARED_FOLDERS)


def _gitea_lines(parties: Sequence[str]) -> Iterator[str]:
    """Regular expressions over the whole path, as Gitea and Forgejo read them."""
    for party in parties:
        yield f"content/approvals/[^/]*/{party}[.](yml|sig) @ban-tin/{party}"
    owners = " ".join(f"@ban-tin/{party}" for party in parties)
    yield f"content/({'|'.join(_SHARED_FOLDERS)})/.* {owners}"
