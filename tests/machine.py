"""The files for machines of a ledger, made in memory, and read back as machines read them."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import orjson

from generator.base.text import Language
from generator.editions.freeze import as_body
from generator.model.edition.edition import Edition, file_bytes
from generator.model.ledger.ledger import Ledger
from generator.model.registry.signoff import Recall
from generator.targets.machine.machine_files import Machine
from generator.views.context.page import Page
from generator.views.context.site_context import SiteContext
from generator.views.machine.machine_context import MachineContext
from generator.views.site.all_pages import plan_site

SITE = "https://bantin.example.vn/phuong/"


@dataclass(frozen=True)
class Files:
    """Everything for machines, and the pages beside it; made only when asked for."""

    ledger: Ledger
    base_url: str = ""
    language: Language = Language.VI

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {one.address: one.make() for one in plan_site(self.ledger, self.language)}

    @cached_property
    def keys(self) -> dict[str, str]:
        return {output.path: output.key for output in self._machine.outputs()}

    @cached_property
    def made(self) -> dict[str, bytes]:
        return {output.path: output.make().content for output in self._machine.outputs()}

    @property
    def _machine(self) -> Machine:
        source = MachineContext(
            SiteContext(self.ledger, self.language), "Bản tin phối hợp", self.base_url
        )
        return Machine(source, plan_site(self.ledger, self.language), frozen)

    def json(self, path: str) -> dict[str, Any]:
        document: dict[str, Any] = orjson.loads(self.made[path])
        return document

    def record(self, record_id: str) -> dict[str, Any]:
        return self.json(f"api/v1/records/{record_id}.json")


def frozen(edition: Edition) -> bytes:
    return file_bytes(as_body(edition))


def recall(record_id: str = "ND-2026-0001", at: str = "2026-12-01T20:00+07:00") -> Recall:
    return Recall.model_validate(
        {
            "record": record_id,
            "unit": "dan-van",
            "office": "truong-ban",
            "at": at,
            "reason": "Có kết quả mới.",
        }
    )


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written)
