"""A bucket of an S3 service, asked so that nothing is ever written over unseen.

Every failure is one sentence: the bucket, what is wrong, what readers see, what to do.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import boto3
from botocore import UNSIGNED, exceptions
from botocore.config import Config

from generator.base.diagnostics import BulletinError
from generator.base.text import Bilingual

AS_BEFORE = Bilingual("Người đọc vẫn thấy bản cũ", "Readers see what they saw")
UNSURE = Bilingual(
    "Chưa biết người đọc đã thấy bản mới hay chưa, chạy lại lệnh là biết",
    "Whether readers see the new release is not known; run the command again to learn it",
)
SWITCHED = Bilingual(
    "Người đọc đã thấy bản mới, chỉ còn bản cũ chưa dọn xong, lần đăng sau dọn tiếp",
    "Readers see the new release; only old ones are not cleared away yet, the next run will do it",
)
_AT_ONCE = 8  # requests
_MOST_DELETED = 1000  # objects in one request
_SERVER_ERROR = 500  # and above: statuses of a service that cannot answer now
_NOT_THERE, _OTHER_THAN_ASKED = {"NoSuchKey", "404"}, {409, 412}  # codes; statuses
_CODE = re.compile(r"[A-Za-z0-9.]+")


class Taken(Exception):  # noqa: N818  it is an answer, not a failure
    """The object is there already, or is another one than it was."""


class Store:
    """One bucket. `fate` is what readers see if a request fails now."""

    def __init__(self, bucket: str) -> None:
        self.bucket, self.fate = bucket, AS_BEFORE
        with self._explained():
            self._client = boto3.client("s3", config=_config())

    def get(self, key: str) -> bytes | None:
        """The bytes of an object; None when there is none."""
        return self.get_marked(key)[0]

    def get_marked(self, key: str) -> tuple[bytes | None, str]:
        """The bytes of an object, and the mark by which a later `put` knows it again."""
        with self._explained():
            answer = self._ask("get_object", Key=key)
            return (answer["Body"].read(), str(answer["ETag"])) if answer else (None, "")

    def put(self, key: str, content: bytes, headers: Mapping[str, str], mark: str = "*") -> None:
        """Write a new object, or with a mark the one that has it; else raises Taken."""
        only = {"IfNoneMatch": "*"} if mark == "*" else {"IfMatch": mark}
        self._put(key, content, **headers, **only)

    def put_over(self, key: str, content: bytes, headers: Mapping[str, str]) -> None:
        """Write an object, whatever was there."""
        self._put(key, content, **headers)

    def _put(self, key: str, content: bytes, **asked: str) -> None:
        told = b64encode(sha256(content).digest()).decode()
        with self._explained():
            done = self._ask(
                "put_object",
                Key=key,
                Body=content,
                ChecksumAlgorithm="SHA256",
                ChecksumSHA256=told,
                **asked,
            )
        if done is None:
            raise Taken(key)

    def copy(self, source: str, key: str) -> None:
        """Have the service copy an object, with its headers."""
        origin = {"Bucket": self.bucket, "Key": source}
        with self._explained():
            self._ask("copy_object", Key=key, CopySource=origin, ChecksumAlgorithm="SHA256")

    def sha256(self, key: str) -> str:
        """The digest of an object as the service tells it, or of its bytes; empty without one."""
        with self._explained():
            head = self._ask("head_object", Key=key, ChecksumMode="ENABLED")
        told = head.get("ChecksumSHA256") if head else None
        if told:
            return b64decode(told).hex()
        content = self.get(key) if head else None
        return sha256(content).hexdigest() if content is not None else ""

    def is_open(self, key: str) -> bool:
        """Whether an object is shown to somebody without keys."""
        stranger = boto3.client("s3", config=_config().merge(Config(signature_version=UNSIGNED)))
        with self._explained():
            try:
                stranger.head_object(Bucket=self.bucket, Key=key)
            except exceptions.ClientError:
                return False
            return True

    def keys(self, prefix: str) -> Sequence[str]:
        """The keys of all objects that begin so."""
        return [
            one["Key"]
            for page in self._pages("list_objects_v2", Prefix=prefix)
            for one in page.get("Contents", ())
        ]

    def names(self, prefix: str) -> Sequence[str]:
        """What stands directly below a prefix, as in a folder."""
        pages = [*self._pages("list_objects_v2", Prefix=prefix, Delimiter="/")]
        folders = [one["Prefix"] for page in pages for one in page.get("CommonPrefixes", ())]
        files = [one["Key"] for page in pages for one in page.get("Contents", ())]
        return [name.removeprefix(prefix).rstrip("/") for name in (*folders, *files)]

    def remove(self, prefix: str, first: str) -> None:
        """Remove all objects that begin so, one of them first, with every version kept of them."""
        found = [
            {"Key": one["Key"], "VersionId": one["VersionId"]}
            for page in self._pages("list_object_versions", Prefix=prefix)
            for one in (*page.get("Versions", ()), *page.get("DeleteMarkers", ()))
        ]
        ahead = [one for one in found if one["Key"] == first]
        rest = [one for one in found if one["Key"] != first]
        for some in (ahead, *_batches(rest, _MOST_DELETED)):
            if some:
                self._delete(some)

    def _delete(self, objects: Sequence[Mapping[str, str]]) -> None:
        with self._explained():
            done = self._ask("delete_objects", Delete={"Objects": objects, "Quiet": True})
        errors = done.get("Errors") if done else None
        if errors:
            raise self._refusal(_refused(str(errors[0].get("Code", ""))))

    def _pages(self, method: str, **asked: str) -> Iterator[Mapping[str, Any]]:
        with self._explained():
            yield from self._client.get_paginator(method).paginate(Bucket=self.bucket, **asked)

    def each(self, do: Callable[[str], Any], items: Iterable[str]) -> Sequence[Any]:
        """`map`, several at once; the first failure ends it."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return [*pool.map(do, items)]

    def _ask(self, method: str, **asked: object) -> Mapping[str, Any] | None:
        """The answer of the service; None when there is no such object."""
        try:
            answer: Mapping[str, Any] = getattr(self._client, method)(Bucket=self.bucket, **asked)
        except exceptions.ClientError as error:
            if error.response["Error"].get("Code") in _NOT_THERE:
                return None
            if method == "put_object" and _status(error) in _OTHER_THAN_ASKED:
                raise Taken(str(asked.get("Key"))) from error
            raise
        return answer

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Whatever goes wrong is one sentence."""
        try:
            yield
        except exceptions.ClientError as error:
            code = str(error.response["Error"].get("Code", ""))
            is_broken = _status(error) >= _SERVER_ERROR
            reason = _NO_BUCKET if code == "NoSuchBucket" else _refused(code, is_broken=is_broken)
            raise self._refusal(reason) from error
        except _NO_KEYS as error:
            raise self._refusal(_KEYS) from error
        except (exceptions.HTTPClientError, exceptions.ConnectionError, OSError) as error:
            raise self._refusal(_NETWORK) from error
        except (exceptions.BotoCoreError, ValueError) as error:
            raise self._refusal(_unusable(type(error).__name__)) from error

    def _refusal(self, reason: Bilingual) -> BulletinError:
        return BulletinError(
            f"Bucket {self.bucket}: {reason.vi}. {self.fate.vi}.",
            f"Bucket {self.bucket}: {reason.en}. {self.fate.en}.",
        )


def _config() -> Config:
    return Config(
        connect_timeout=10,
        read_timeout=60,
        max_pool_connections=_AT_ONCE,
        retries={"mode": "standard", "max_attempts": 3},
        # Digests are compared here, and not every service knows the newer sorts.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )


def _batches(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    return (items[start : start + size] for start in range(0, len(items), size))


_NO_KEYS = (
    exceptions.NoCredentialsError,
    exceptions.PartialCredentialsError,
    exceptions.CredentialRetrievalError,
    exceptions.ProfileNotFound,
    exceptions.TokenRetrievalError,
)
_KEYS = Bilingual(
    "chưa có khóa để vào; đặt AWS_ACCESS_KEY_ID và AWS_SECRET_ACCESS_KEY, hoặc AWS_PROFILE",
    "no keys to enter; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
)
_NO_BUCKET = Bilingual(
    "không có bucket tên này; xem lại tên, và AWS_ENDPOINT_URL nếu dùng máy chủ riêng",
    "there is no bucket of this name; look at the name, and at AWS_ENDPOINT_URL for an own service",
)
_NETWORK = Bilingual(
    "không kết nối được, hoặc mất kết nối giữa chừng; xem mạng và AWS_ENDPOINT_URL rồi thử lại",
    "no connection, or it broke off; look at the network and AWS_ENDPOINT_URL, and try again",
)


def _status(error: exceptions.ClientError) -> int:
    return int(error.response["ResponseMetadata"]["HTTPStatusCode"])


def _refused(code: str, *, is_broken: bool = False) -> Bilingual:
    said = code if _CODE.fullmatch(code) else "?"
    if is_broken:
        return Bilingual(
            f"máy chủ đang trục trặc ({said}); thử lại sau",
            f"the service is in trouble ({said}); try again later",
        )
    return Bilingual(
        f"máy chủ từ chối ({said}); xem lại khóa và quyền đọc, ghi, xóa",
        f"the service refuses ({said}); look at the keys and the rights to read, write and delete",
    )


def _unusable(what: str) -> Bilingual:
    return Bilingual(
        f"không dùng được ({what}); xem lại tên bucket và các biến AWS_…",
        f"cannot be used ({what}); look at the name and the variables AWS_…",
    )
