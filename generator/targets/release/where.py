"""What stands behind the name of a target: a folder, or a place in a bucket."""

import re
from hashlib import sha256
from pathlib import Path

from generator.base.diagnostics import BulletinError
from generator.targets.release.folder import Folder
from generator.targets.release.target import Target

_SCHEME = "s3://"
_ADDRESS = re.compile(
    r"s3://(?P<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?P<prefix>(?:/[\w-][\w.-]*)*)/?", re.ASCII
)
_OPTIONAL = {"boto3", "botocore"}


def is_bucket(name: str) -> bool:
    return name.startswith(_SCHEME)


def target_at(name: str, mirrors: Path) -> Target:
    """The target of this name; a folder below `mirrors` mirrors a bucket.

    Raises BulletinError when it is no address, or what asks an S3 service is not installed.
    """
    if not is_bucket(name):
        return Folder(Path(name).absolute())
    address = _ADDRESS.fullmatch(name)
    if address is None:
        raise BulletinError(
            f"“{name}” không phải địa chỉ bucket; viết s3://BUCKET hoặc s3://BUCKET/THƯ-MỤC, chữ"
            " không dấu.",
            f"“{name}” is no address of a bucket; write s3://BUCKET or s3://BUCKET/FOLDER.",
        )
    try:
        from generator.targets.release.bucket import Bucket  # noqa: PLC0415  an optional extra
    except ModuleNotFoundError as error:
        if error.name not in _OPTIONAL:
            raise
        raise _NOT_INSTALLED from error
    bucket, prefix = address["bucket"], address["prefix"].strip("/")
    mirror = mirrors / sha256(f"{bucket}/{prefix}".encode()).hexdigest()[:16]
    return Bucket(bucket, prefix, mirror)


_NOT_INSTALLED = BulletinError(
    "Đăng lên s3:// cần thêm một phần chưa cài; gõ: pip install 'bulletin-compiler[s3]'",
    "Publishing to s3:// needs a part that is not installed; type: pip install"
    " 'bulletin-compiler[s3]'",
)
