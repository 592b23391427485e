"""Files of the corpus, written as editors write them."""

from pathlib import Path
from typing import Any

import yaml


class _Plain(yaml.CSafeDumper):
    """Block style, and no quotes but where YAML itself needs them: every scalar is text."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012  as the base class declares it

    def text(self, value: str) -> yaml.ScalarNode:
        """Paragraphs stand in a block of their own."""
        style = "|" if "\n" in value else None
        return self.represent_scalar("tag:yaml.org,2002:str", value, style)

    def listed(self, value: list[object]) -> yaml.SequenceNode:
        """Ids and keys in brackets, sentences one below the other."""
        short = all(isinstance(one, str) and " " not in one for one in value)
        return self.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=short)


_Plain.add_representer(str, _Plain.text)
_Plain.add_representer(list, _Plain.listed)


def yaml_bytes(content: object) -> bytes:
    """JSON values as a YAML file."""
    text: str = yaml.dump(
        _texts(content), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100
    )
    return text.encode()


def _texts(value: object) -> object:
    """Numbers and truth values as the words that stand for them."""
    match value:
        case dict():
            return {key: _texts(one) for key, one in value.items()}
        case list():
            return [_texts(one) for one in value]
        case bool():
            return str(value).lower()
        case _:
            return str(value)


class Folder:
    """A workspace being written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._made: set[str] = set()

    def put(self, path: str, content: bytes) -> None:
        below = path.rpartition("/")[0]
        if below not in self._made:
            (self.root / below).mkdir(parents=True, exist_ok=True)
            self._made.add(below)
        (self.root / path).write_bytes(content)
