"""registry/signers: whose keys may sign, and when. OpenSSH's allowed-signers format, read strictly.

Each line holds one key of one unit. Patterns of names and certificate authorities, which OpenSSH
allows, are refused, so that a reader of the file sees exactly who may sign.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from generator.base.text import Bilingual
from generator.base.workspace import NAMESPACE
from generator.base.years import FIRST_YEAR, LAST_YEAR, is_in_our_years
from generator.model.record.scalars import REGISTRY_ID
from generator.model.registry import ssh

SIGNERS = "content/registry/signers"

_WORD = re.compile(r'(?:[^\s"]|"[^"]*")+|\S+')
_OPTION = re.compile(r'([A-Za-z-]+)(?:="([^"]*)")?(?:,|$)')
_TIME = re.compile(r"([0-9]{8})(?:([0-9]{4})([0-9]{2})?)?(Z)?")
_SHOWN = 24
_TIMES = {"valid-after": "after", "valid-before": "before"}


@dataclass(frozen=True, slots=True)
class Key:
    """A public key that signs for a unit, between two moments if they are given."""

    unit: str
    blob: bytes
    after: datetime | None = None
    before: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether a signature of that moment counts; both ends are included, as in OpenSSH."""
        is_begun = self.after is None or self.after <= at
        return is_begun and (self.before is None or at <= self.before)

    def line(self, mark: str = "Z") -> str:
        """The key as a line: times in UTC, without the comment, which may name a person."""
        options = [f'namespaces="{NAMESPACE}"']
        for name, moment in (("valid-after", self.after), ("valid-before", self.before)):
            if moment is not None:
                options.append(f'{name}="{moment.astimezone(UTC):%Y%m%d%H%M%S}{mark}"')
        return f"{self.unit} {','.join(options)} {ssh.written(self.blob)}"


class Flaw(NamedTuple):
    """A flaw in a line: its place, the part that is wrong, and what it should be."""

    line: int
    column: int
    part: Bilingual
    given: str
    expected: Bilingual


class ListedKey(NamedTuple):
    """A key and the number of its line."""

    line: int
    key: Key


class SignerList(NamedTuple):
    """The keys of a list, and the flaws of its other lines."""

    listed: tuple[ListedKey, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        return tuple(listed_key.key for listed_key in self.listed)


class _Word(NamedTuple):
    """A word of a line, and its column counted from 1."""

    text: str
    column: int


def read_signers(lines: Iterable[str], zone: tzinfo) -> SignerList:
    """The keys of a list; a time without Z is in `zone`, the programme's."""
    listed: list[ListedKey] = []
    flaws: list[Flaw] = []
    owners: dict[bytes, str] = {}
    for number, line in enumerate(lines, start=1):
        words = [_Word(match[0], match.start() + 1) for match in _WORD.finditer(line)]
        if not words or words[0].text.startswith("#"):
            continue
        key_or_flaw = _key(number, words, zone)
        if (
            isinstance(key_or_flaw, Key)
            and owners.setdefault(key_or_flaw.blob, key_or_flaw.unit) != key_or_flaw.unit
        ):
            key_or_flaw = Flaw(
                number, words[0].column, _KEY, ssh.fingerprint(key_or_flaw.blob), _OWN
            )
        if isinstance(key_or_flaw, Key):
            listed.append(ListedKey(number, key_or_flaw))
        else:
            flaws.append(key_or_flaw)
    return SignerList(tuple(listed), tuple(flaws))


def canonical_lines(keys: Iterable[Key]) -> list[str]:
    """A list as it is digested and frozen: sorted, without comments."""
    return sorted({key.line() for key in keys})


def _key(number: int, words: Sequence[_Word], zone: tzinfo) -> Key | Flaw:
    unit, *other_words = words
    if not re.fullmatch(REGISTRY_ID, unit.text):
        return Flaw(number, unit.column, _OF_UNIT, unit.text, _ONE_UNIT)
    form = next((word for word in other_words[:2] if word.text in ssh.KEY_FORMS), None)
    if form is None:
        wrong_word = (*other_words, unit)[0]
        return Flaw(number, wrong_word.column, _TYPE, wrong_word.text, _KNOWN_TYPE)
    encoded_key = (*other_words[other_words.index(form) + 1 :], _Word("…", form.column))[0]
    blob = ssh.read_key(encoded_key.text)
    if blob is None or ssh.form_of(blob) != form.text:
        return Flaw(number, encoded_key.column, _KEY, encoded_key.text[:_SHOWN], _WHOLE)
    options = _options(number, other_words[0], zone) if form is not other_words[0] else {}
    return options if isinstance(options, Flaw) else Key(unit.text, blob, **options)


def _options(number: int, word: _Word, zone: tzinfo) -> dict[str, datetime] | Flaw:
    times: dict[str, datetime] = {}
    position = 0
    while position < len(word.text):
        match, column = _OPTION.match(word.text, position), word.column + position
        if match is None:
            return Flaw(number, column, _OPTIONS, word.text[position:], _KNOWN)
        name, value, position = match[1].lower(), match[2] or "", match.end()
        moment = _moment(value, zone) if name in _TIMES else None
        if moment and _TIMES[name] not in times:
            times[_TIMES[name]] = moment
        elif name != "namespaces" or NAMESPACE not in value.split(","):
            option = match[0].removesuffix(",")
            return Flaw(number, column, _OPTIONS, option, _EXPECTED.get(name, _KNOWN))
    return times


def _moment(text: str, zone: tzinfo) -> datetime | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    day, hour, second, is_utc = match.groups()
    try:
        naive = datetime.strptime(f"{day}{hour or '0000'}{second or '00'}", "%Y%m%d%H%M%S")  # noqa: DTZ007  the zone follows
    except ValueError:
        return None
    moment = naive.replace(tzinfo=UTC if is_utc else zone)
    return moment if is_in_our_years(moment, zone) else None


def signing_until(keys: Sequence[Key]) -> datetime | None:
    """When the last of these keys expires; None if one has no end, or if there are none."""
    ends = [key.before for key in keys if key.before]
    return max(ends) if keys and len(ends) == len(keys) else None


def differences(before: Iterable[Key], after: Iterable[Key]) -> Iterator[tuple[str, Key]]:
    """("-", key) for each key that is gone or changed, ("+", key) for each that is new."""
    old, new = {k.line(): k for k in before}, {k.line(): k for k in after}
    yield from (("-", old[line]) for line in sorted(old.keys() - new.keys()))
    yield from (("+", new[line]) for line in sorted(new.keys() - old.keys()))


_OF_UNIT = Bilingual("đơn vị", "unit")
_TYPE = Bilingual("loại khóa", "key type")
_KEY = Bilingual("khóa", "key")
_OPTIONS = Bilingual("tùy chọn", "options")
_ONE_UNIT = Bilingual(
    "mã của đúng một đơn vị, không dùng * ? ! hay dấu phẩy",
    "the id of exactly one unit, without * ? ! or commas",
)
_KNOWN_TYPE = Bilingual(
    "đơn vị, rồi loại khóa, rồi khóa; loại khóa là một trong: " + ", ".join(ssh.KEY_FORMS),
    "the unit, the key type, the key; the type is one of: " + ", ".join(ssh.KEY_FORMS),
)
_WHOLE = Bilingual(
    f"khóa công khai chép nguyên từ tệp .pub (RSA từ {ssh.MIN_RSA_BITS} bit trở lên)",
    f"the public key exactly as in the .pub file (RSA of {ssh.MIN_RSA_BITS} bits or more)",
)
_OWN = Bilingual(
    "mỗi đơn vị một khóa riêng; khóa này đã ghi cho đơn vị khác ở dòng trên",
    "a key of its own for each unit; a line above gives this one to another unit",
)
_KNOWN = Bilingual(
    'chỉ các tùy chọn namespaces="bulletin", valid-after="…", valid-before="…", cách nhau bằng dấu'
    " phẩy; không nhận cert-authority",
    'only the options namespaces="bulletin", valid-after="…", valid-before="…", with commas between'
    " them; no cert-authority",
)
_WHEN = Bilingual(
    f"thời điểm như 20271231 hoặc 20271231170000, thêm Z nếu là giờ UTC,"
    f" từ năm {FIRST_YEAR} đến năm {LAST_YEAR}",
    f"a moment such as 20271231 or 20271231170000, with Z for UTC, in {FIRST_YEAR} to {LAST_YEAR}",
)
_EXPECTED = {
    "namespaces": Bilingual('namespaces="bulletin"', 'namespaces="bulletin"'),
    "valid-after": _WHEN,
    "valid-before": _WHEN,
}
