"""publish s3://…: whole releases side by side in a bucket, and a pointer that is swapped once."""

import hashlib
import shutil
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import boto3
import orjson
import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from playwright.sync_api import Browser

from generator.base.diagnostics import BulletinError, Refused
from generator.model.record.record import Circulation
from generator.resources import shipped
from generator.targets.build.inputs import Wish
from generator.targets.build.manifest import Told, manifest_text, read_manifest
from generator.targets.release.bucket import Bucket
from generator.targets.release.publish import Built, Order, papers_in, publish, roll_back
from generator.targets.release.target import Lost
from tests.buckets import BUCKET, Asked, client, enter, service, website
from tests.conftest import Run
from tests.shared import folder_of
from tests.test_publish import FIRST, SECOND, THIRD, written

SITE = {
    "index.html": b"<p>trang</p>" * 200,
    "404.html": b"<p>404</p>",
    "assets/a-12345678.js": b"1",
    "messages/a.html": b"a",
    "bulletins/b.pdf": b"%PDF-1.7 b",
}
PAPERS = {"bulletins/b.pdf": "sha256:told"}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with service() as address:
        yield address


class Place(NamedTuple):
    """One place in the bucket, and a machine that publishes to it."""

    name: str
    folder: Path

    def target(self, asked: Asked | None = None, machine: str = "may") -> Bucket:
        """As one run sees it."""
        target = Bucket(BUCKET, self.name, self.folder / machine)
        if asked:
            target.store._client = asked
        return target

    def built(self, files: Mapping[str, bytes], editions: Mapping[str, str] | None = None) -> Built:
        """A site with these files."""
        site = self.folder / "site"
        shutil.rmtree(site, ignore_errors=True)
        for path, content in files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
        digests = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
        (site / "manifest.json").write_bytes(manifest_text(editions or {}, digests, Told(PAPERS)))
        return Built(site, read_manifest(site), ())

    def publish(
        self,
        files: Mapping[str, bytes],
        at: str,
        target: Bucket | None = None,
        **more: Any,  # noqa: ANN401
    ) -> str:
        target = target or self.target()
        order = Order(Wish(at, more.pop("circulation", Circulation.INTERNAL)), 5)
        with target.alone():
            return publish(self.built(files), target, order._replace(**more)).release

    def keys(self) -> set[str]:
        pages = client().get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        keys = [one["Key"] for page in pages for one in page.get("Contents", ())]
        return {key.removeprefix(f"{self.name}/") for key in keys if key.startswith(self.name)}

    def releases(self) -> list[str]:
        return sorted({key.split("/")[1] for key in self.keys() if key.startswith("releases/")})

    def get(self, path: str) -> dict[str, Any]:
        answer: dict[str, Any] = client().get_object(Bucket=BUCKET, Key=f"{self.name}/{path}")
        return answer | {"Body": answer["Body"].read()}

    def put(self, path: str, content: bytes) -> None:
        client().put_object(Bucket=BUCKET, Key=f"{self.name}/{path}", Body=content)

    @property
    def shown(self) -> str:
        return str(orjson.loads(self.get("current.json")["Body"])["release"])

    def differences(self) -> str:
        target = self.target(machine="may-khac")
        return "\n".join(difference.vi for difference in target.differences())


@pytest.fixture
def place(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    enter(monkeypatch, address)
    client().create_bucket(Bucket=BUCKET)  # again does no harm
    return Place(tmp_path.parent.name + tmp_path.name.replace("_", "-"), tmp_path)


def test_a_release_is_whole_and_what_did_not_change_is_copied_by_the_service(place: Place) -> None:
    first = place.publish(SITE, FIRST)
    asked = Asked()
    second = place.publish(SITE | {"messages/a.html": b"b"}, SECOND, place.target(asked))
    assert place.shown == second and place.releases() == [first, second]
    top = f"{place.name}/releases/{second}"
    doors = {f"{place.name}/current.json"}
    assert asked.keys("put_object") == {f"{top}/messages/a.html", f"{top}/manifest.json", *doors}
    assert asked.keys("copy_object") == {
        f"{top}/{path}" for path in {*SITE, "index.html.gz", "index.html.br"} - {"messages/a.html"}
    }
    assert {key.rpartition("/")[2] for key in asked.keys("get_object")} == {
        *("current.json", "manifest.json", "index.html", "404.html")  # digests are told
    }
    told = orjson.loads(place.get(f"releases/{second}/manifest.json")["Body"])["release"]
    digest = hashlib.sha256(place.get(f"releases/{first}/manifest.json")["Body"]).hexdigest()
    assert told["follows"] == {"name": first, "manifest": f"sha256:{digest}"}
    assert place.differences() == ""


def test_objects_are_sent_with_their_digest_and_never_over_another(place: Place) -> None:
    asked = Asked()
    place.publish(SITE, FIRST, place.target(asked))
    puts = [one for name, one in asked.requests if name == "put_object"]
    for one in puts:
        digest = b64encode(hashlib.sha256(one["Body"]).digest()).decode()
        assert one["ChecksumSHA256"] == digest, one["Key"]
        assert one.get("IfNoneMatch") == "*" or one["Key"].endswith(("/index.html", "/404.html"))
    keys = [one["Key"].removeprefix(f"{place.name}/") for one in puts]
    assert keys[:2] == ["index.html", "404.html"]
    assert keys[-2:] == [f"releases/{place.shown}/manifest.json", "current.json"]
    place.publish(SITE | {"messages/a.html": b"b"}, SECOND, place.target(asked))
    last = [one for name, one in asked.requests if name == "put_object"][-1]
    assert last["IfMatch"] and "IfNoneMatch" not in last


def test_nothing_new_is_no_release(place: Place) -> None:
    first = place.publish(SITE, FIRST)
    asked = Asked()
    assert place.publish(SITE, SECOND, place.target(asked)) == ""
    assert (place.shown, asked.keys("put_object")) == (first, set())


def competing(place: Place, files: Mapping[str, bytes], at: str) -> Callable[..., None]:
    """Another machine publishes just before the pointer is written here."""
    done: list[str] = []

    def before(name: str, asked: Mapping[str, Any]) -> None:
        if name == "put_object" and asked["Key"].endswith("/current.json") and not done:
            done.append(place.publish(files, at, place.target(machine="may-khac")))

    return before


@pytest.mark.parametrize("before", [0, 1])
def test_of_two_who_publish_at_once_one_wins_and_the_other_says_so(
    place: Place, before: int
) -> None:
    if before:
        place.publish(SITE, FIRST)
    mine, theirs = SITE | {"messages/a.html": b"b"}, SITE | {"messages/a.html": b"c"}
    asked = Asked(competing(place, theirs, SECOND))
    with pytest.raises(Lost) as lost:
        place.publish(mine, THIRD, place.target(asked))
    assert "Vừa có người khác đăng" in lost.value.sentence.vi and lost.value.exit_code == 2
    assert place.get(f"releases/{place.shown}/messages/a.html")["Body"] == b"c"
    assert len(place.releases()) == 1 + before  # nothing of the one that lost
    assert place.publish(mine, THIRD) == place.shown
    assert place.differences() == ""


def test_a_release_gone_back_to_is_not_taken_for_the_state_seen_before(place: Place) -> None:
    """The pointer names the same release again, and is another one all the same."""
    place.publish(SITE, FIRST)
    seen = place.target(machine="may-khac")
    assert seen.shown
    place.publish(SITE | {"messages/a.html": b"b"}, SECOND)
    roll_back(place.target())
    assert place.shown == seen.shown
    with pytest.raises(Lost):
        place.publish(SITE | {"messages/a.html": b"c"}, THIRD, seen)


def test_an_answer_that_got_lost_is_no_other_publisher(place: Place) -> None:
    def before(name: str, asked: dict[str, Any]) -> None:
        if name == "put_object" and asked["Key"].endswith("/current.json"):
            client().put_object(**asked)  # it arrived; then it is sent again

    assert place.publish(SITE, FIRST, place.target(Asked(before))) == place.shown


def breaking(what: str, number: int, error: BaseException) -> Callable[..., None]:
    """After so many requests of a sort, or for a key that ends so, none comes through any more."""
    left = [number]

    def before(name: str, asked: Mapping[str, Any]) -> None:
        if name == what or str(asked.get("Key")).endswith(f"/{what}"):
            left[0] -= 1
            if left[0] < 0:
                raise error

    return before


BUSY = ClientError(
    {"Error": {"Code": "SlowDown"}, "ResponseMetadata": {"HTTPStatusCode": 503}}, "x"
)
NO_NETWORK = EndpointConnectionError(endpoint_url="x")
DENIED = ClientError(
    {"Error": {"Code": "AccessDenied"}, "ResponseMetadata": {"HTTPStatusCode": 403}}, "x"
)


@pytest.mark.parametrize(
    ("what", "number", "error"),
    [
        ("put_object", 1, NO_NETWORK),
        ("put_object", 1, DENIED),
        ("put_object", 1, KeyboardInterrupt()),
        ("copy_object", 1, BUSY),
        ("head_object", 11, NO_NETWORK),
        ("manifest.json", 1, NO_NETWORK),
        ("manifest.json", 1, KeyboardInterrupt()),
    ],
)
def test_whatever_breaks_midway_readers_see_what_they_saw_and_the_next_run_works(
    place: Place, what: str, number: int, error: BaseException
) -> None:
    first = place.publish(SITE, FIRST)
    changed = SITE | {"messages/a.html": b"b", "messages/b.html": b"b"}
    target = place.target(Asked(breaking(what, number, error)))
    with pytest.raises((BulletinError, KeyboardInterrupt)) as broken:
        place.publish(changed, SECOND, target)
    if isinstance(broken.value, BulletinError):
        assert broken.value.exit_code == 2
        assert broken.value.sentence.vi.endswith("Người đọc vẫn thấy bản cũ.")
    assert place.shown == first
    third = place.publish(changed, THIRD)
    assert place.shown == third
    assert place.releases() == [first, third]  # what was left over is swept
    assert place.differences() == ""


def test_what_fails_after_the_switch_is_told_as_that(place: Place) -> None:
    for at in (FIRST, SECOND):
        place.publish(SITE | {"messages/a.html": at.encode()}, at)
    target = place.target(Asked(breaking("delete_objects", 0, DENIED)))
    with pytest.raises(BulletinError) as broken:
        place.publish(SITE, THIRD, target, keep=1)
    assert "Người đọc đã thấy bản mới" in broken.value.sentence.vi
    target = place.target(Asked(breaking("current.json", 1, NO_NETWORK)))
    with pytest.raises(BulletinError) as broken:
        place.publish(SITE | {"messages/a.html": b"b"}, "2027-04-01T09:00+07:00", target)
    assert "Chưa biết người đọc" in broken.value.sentence.vi


def test_going_back_shows_the_release_before_once_it_is_verified(place: Place) -> None:
    with pytest.raises(Refused):
        roll_back(place.target())
    first = place.publish(SITE, FIRST)
    second = place.publish(SITE | {"messages/a.html": b"b"}, SECOND)
    place.put(f"releases/{first}/index.html", b"x")
    with pytest.raises(Refused, match=r"index\.html"):
        roll_back(place.target())
    assert place.shown == second
    place.put(f"releases/{first}/index.html", SITE["index.html"])
    assert roll_back(place.target()).release == first == place.shown


def damage(place: Place, path: str, content: bytes | None) -> None:
    """Another content for an object, or none at all."""
    if content is None:
        client().delete_object(Bucket=BUCKET, Key=f"{place.name}/{path}")
    else:
        place.put(path, content)


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("index.html", b"x", "index.html: nội dung đã khác"),
        ("them.html", b"x", "them.html: tệp thừa"),
        ("index.html", None, "index.html: thiếu"),
    ],
)
def test_damage_is_found_and_the_next_release_has_none(
    place: Place, path: str, content: bytes | None, said: str
) -> None:
    first = place.publish(SITE, FIRST)
    damage(place, f"releases/{first}/{path}", content)
    assert said in place.differences()
    second = place.publish(SITE, SECOND)
    assert place.shown == second != ""
    assert [*place.target().flaws_of_files(place.target().current())] == []  # type: ignore[arg-type]


@pytest.mark.parametrize("content", [b"{}", b"{", None])
def test_where_nobody_can_say_what_readers_see_nothing_is_published(
    place: Place, content: bytes | None
) -> None:
    """Else a damaged manifest would let internal beside public, or an edition go unseen."""
    first = place.publish(SITE, FIRST)
    damage(place, f"releases/{first}/manifest.json", content)
    with pytest.raises(BulletinError, match="what readers see is not known"):
        place.publish(SITE, SECOND)
    assert place.shown == first


def test_a_manifest_that_was_forged_with_its_files_is_found(place: Place) -> None:
    first = place.publish(SITE, FIRST)
    raw = place.get(f"releases/{first}/manifest.json")["Body"]
    place.put(f"releases/{first}/index.html", b"x")
    digests = [
        hashlib.sha256(content).hexdigest().encode() for content in (SITE["index.html"], b"x")
    ]
    place.put(f"releases/{first}/manifest.json", raw.replace(*digests))
    assert "manifest.json" in place.differences()


def test_a_pointer_that_tells_another_manifest_is_found(place: Place) -> None:
    first = place.publish(SITE, FIRST)
    told = orjson.loads(place.get("current.json")["Body"]) | {"manifest": f"sha256:{'0' * 64}"}
    place.put("current.json", orjson.dumps(told))
    assert f"{first}/manifest.json: nội dung đã khác" in place.differences()


def test_old_and_redacted_releases_go_with_every_version_of_their_objects(place: Place) -> None:
    client().put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    holds = SITE | {"api/v1/editions/BT-2026-0001/v1.json": b"{}"}
    days = [f"2026-12-{day:02}T09:00+07:00" for day in range(1, 8)]
    made = [place.publish(holds | {"messages/a.html": d.encode()}, d) for d in days[:2]]
    made += [place.publish(SITE | {"messages/a.html": d.encode()}, d, keep=3) for d in days[2:5]]
    assert place.releases() == made[-3:]
    made += [place.publish(holds, days[5])]
    made += [place.publish(SITE, days[6], taken_out=["BT-2026-0001/v1"])]
    assert place.releases() == [*made[2:5], made[-1]]
    found = client().list_object_versions(Bucket=BUCKET, Prefix=f"{place.name}/releases/")
    kept = {one["Key"] for one in [*found["Versions"], *found.get("DeleteMarkers", ())]}
    assert not [key for key in kept if made[0] in key or made[-2] in key]
    with pytest.raises(Refused):
        roll_back(place.target())


def test_what_another_machine_removed_leaves_the_mirror_too(place: Place) -> None:
    first = place.publish(SITE | {"api/v1/editions/BT-2026-0001/v1.json": b"{}"}, FIRST)
    other = place.target(machine="may-khac")
    place.publish(SITE, SECOND, other, taken_out=["BT-2026-0001/v1"])
    mirrored = place.folder / "may/releases" / first
    assert mirrored.is_dir()
    place.publish(SITE, THIRD)
    assert not mirrored.exists()


def test_a_removal_that_breaks_leaves_no_half_release(place: Place) -> None:
    made = [place.publish(SITE | {"messages/a.html": at.encode()}, at) for at in (FIRST, SECOND)]
    target = place.target(Asked(breaking("delete_objects", 1, NO_NETWORK)))
    with pytest.raises(BulletinError):
        place.publish(SITE, THIRD, target, keep=1)
    assert made[0] in place.releases() and made[0] not in place.target().names()
    assert place.differences() == ""
    place.publish(SITE | {"messages/a.html": b"b"}, "2027-04-01T09:00+07:00")
    assert made[0] not in place.releases()


def test_internal_and_public_never_stand_side_by_side(place: Place) -> None:
    place.publish(SITE, FIRST)
    with pytest.raises(BulletinError, match="another place"):
        place.publish(SITE, SECOND, circulation=Circulation.PUBLIC)


def test_a_paper_keeps_its_bytes_whichever_machine_publishes(place: Place) -> None:
    first = place.publish(SITE, FIRST)
    ((path, paper),) = papers_in(place.target(machine="may-moi")).items()
    assert [file.read_bytes() for file in paper.files] == [SITE[path]]
    paper.files[0].write_bytes(b"x")  # a mirror is only a cache
    ((_, paper),) = papers_in(place.target(machine="may-moi")).items()
    assert paper.files[0].read_bytes() == SITE[path]
    second = place.publish(SITE | {"messages/a.html": b"b"}, SECOND, place.target(machine="moi"))
    assert place.get(f"releases/{second}/{path}")["Body"] == SITE[path]
    place.put(f"releases/{first}/{path}", b"x")
    asked = Asked()
    ((_, paper),) = papers_in(place.target(asked, machine="may-ba")).items()
    assert paper.files[0].read_bytes() == SITE[path]


def test_a_paper_that_was_damaged_is_not_brought(place: Place) -> None:
    first = place.publish(SITE, FIRST)
    ((path, _),) = papers_in(place.target()).items()
    place.put(f"releases/{first}/{path}", b"x")
    ((_, paper),) = papers_in(place.target(machine="may-khac")).items()
    assert not paper.files[0].exists()


def test_a_bucket_writes_nothing_beside_its_mirror(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = place.publish(SITE, FIRST)
    target = place.target(machine="may-khac")
    release = target.current()
    assert release
    odd = dict.fromkeys(
        ("../../../a.pdf", "/a.pdf", "a//b", "messages/../a"), hashlib.sha256(b"x").hexdigest()
    )
    monkeypatch.setattr(target.store, "get", lambda _: b"x")
    forged = release._replace(manifest=release.manifest._replace(files=odd))
    assert target.bring(forged, odd) == {}
    assert [path.name for path in place.folder.rglob("a.pdf")] == []
    assert {path.name for path in (place.folder / "may-khac/releases" / first).iterdir()} == {
        "manifest.json"
    }


def test_a_place_of_another_use_is_left_alone(place: Place) -> None:
    place.put("index.html", b"trang khac")
    with pytest.raises(BulletinError, match="holds other things"):
        place.target().check()


def test_what_is_internal_does_not_go_where_anybody_reads(place: Place) -> None:
    door = (shipped("theme") / "alone/door.html").read_bytes()
    name = f"{place.name}/index.html"
    client().put_object(Bucket=BUCKET, Key=name, Body=door, ACL="public-read")
    with pytest.raises(BulletinError, match="Anybody reads"):
        place.publish(SITE, FIRST)
    assert place.keys() == {"index.html", "404.html"}
    assert place.publish(SITE, FIRST, circulation=Circulation.PUBLIC) == place.shown


def test_a_pointer_that_says_nothing_stops_publishing(place: Place) -> None:
    place.publish(SITE, FIRST)
    for raw in (b"{", b"[]", b'{"release": "../x", "manifest": "", "turn": 1}'):
        place.put("current.json", raw)
        with pytest.raises(BulletinError, match=r"current\.json"):
            place.publish(SITE, SECOND)


def test_each_object_has_its_type_and_how_long_it_may_be_kept(place: Place) -> None:
    top = f"releases/{place.publish(SITE, FIRST)}"
    told = {
        path: (one["ContentType"], one["CacheControl"])
        for path in ("index.html", f"{top}/assets/a-12345678.js", f"{top}/messages/a.html")
        if (one := place.get(path))
    }
    assert told == {
        "index.html": ("text/html; charset=utf-8", "public, no-cache"),
        f"{top}/assets/a-12345678.js": (
            "application/javascript; charset=utf-8",
            "private, max-age=31536000, immutable",
        ),
        f"{top}/messages/a.html": ("text/html; charset=utf-8", "private, no-cache"),
    }


def test_the_whole_verb_publishes_to_a_bucket(place: Place, tmp_path: Path, bulletin: Run) -> None:
    office = Path(shutil.copytree(folder_of("published/workspace", written), tmp_path / "kho"))
    name = f"s3://{BUCKET}/{place.name}"
    dry = bulletin(office, "--at", FIRST, "publish", name, "--no-pdf", "--dry-run")
    assert (dry.returncode, place.keys()) == (0, set()) and "mới: 404.html" in dry.stdout
    first = bulletin(office, "--at", FIRST, "publish", name, "--no-pdf", "--format", "json")
    said = orjson.loads(first.stdout)
    assert (said["target"], said["release"]) == (name, place.shown)
    ran = bulletin(office, "verify", name)
    assert (ran.returncode, "khớp với manifest.json" in ran.stderr) == (0, True), ran.stdout
    place.put(f"releases/{place.shown}/sw.js", b"x")
    ran = bulletin(office, "verify", name)
    assert (ran.returncode, "sw.js: nội dung đã khác" in ran.stdout) == (1, True)
    shutil.rmtree(office / "content/editions")
    assert bulletin(office, "--at", FIRST, "issue", "BT-2026-0001").returncode == 0
    ran = bulletin(office, "--at", SECOND, "publish", name, "--no-pdf")
    assert (ran.returncode, "BT-2026-0001/v1" in ran.stderr) == (1, True)
    assert place.shown == said["release"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder_of("published/workspace", written), tmp_path / "kho"))


@pytest.mark.parametrize(
    ("variable", "value", "name", "said"),
    [
        ("AWS_ACCESS_KEY_ID", None, f"s3://{BUCKET}", "chưa có khóa"),
        ("AWS_PROFILE", "khong-co", f"s3://{BUCKET}", "chưa có khóa"),
        ("X", "", "s3://khong-co-bucket-nay", "không có bucket tên này"),
        ("AWS_ENDPOINT_URL", "http://127.0.0.1:9", f"s3://{BUCKET}", "không kết nối được"),
        ("AWS_ENDPOINT_URL", "khong-phai-dia-chi", f"s3://{BUCKET}", "không dùng được"),
        ("X", "", "s3://Sai_Ten/../x", "không phải địa chỉ bucket"),
    ],
)
def test_what_is_missing_around_is_one_sentence(  # noqa: PLR0913
    place: Place,
    office: Path,
    bulletin: Run,
    monkeypatch: pytest.MonkeyPatch,
    *,
    variable: str,
    value: str | None,
    name: str,
    said: str,
) -> None:
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)  # it knows the keys of before
    monkeypatch.delenv(variable, raising=False)
    if value is not None:
        monkeypatch.setenv(variable, value)
    for verb in (("publish", name, "--no-pdf"), ("verify", name)):
        ran = bulletin(office, *verb)
        assert (ran.returncode, said in ran.stderr) == (2, True), ran.stderr
        assert len(ran.stderr.strip().splitlines()) == 1


def test_without_the_extra_one_sentence_says_what_to_install(
    office: Path, bulletin: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("bucket", "store"):
        monkeypatch.delitem(sys.modules, f"generator.targets.release.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "boto3", None)
    ran = bulletin(office, "publish", f"s3://{BUCKET}")
    assert (ran.returncode, "bulletin-compiler[s3]" in ran.stderr) == (2, True), ran.stderr


def test_readers_are_led_to_the_current_release_from_the_root_and_from_one_that_is_gone(
    place: Place, launched: Browser
) -> None:
    place.publish(SITE, FIRST)
    gone = "20200101T000000Z-000000000000"
    with website(place.name) as root:
        top = f"{root}/releases/{place.shown}"
        page = launched.new_page()
        for asked, led in (
            ("", f"{top}/"),
            ("index.html#a", f"{top}/#a"),
            (f"releases/{gone}/messages/a.html#a", f"{top}/messages/a.html#a"),
            (f"releases/{gone}/", f"{top}/"),
        ):
            page.goto(f"{root}/{asked}")
            page.wait_for_url(led)
        page.goto(f"{top}/khong-co.html")
        page.get_by_text("Không mở được trang này").wait_for()
        page.context.close()


def test_the_door_runs_its_own_script_only() -> None:
    door = (shipped("theme") / "alone/door.html").read_text("utf-8")
    script = door.partition("<script>")[2].partition("</script>")[0]
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in door
