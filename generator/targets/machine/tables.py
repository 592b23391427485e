"""The tables of the dashboard as files for spreadsheets, each beside its table."""

from collections.abc import Iterator
from functools import partial

from generator.base.digest import digest_bytes
from generator.base.spreadsheet import spreadsheet
from generator.targets.build.output import FileContent, Output
from generator.targets.build.plan import Plan
from generator.views.dashboard.dashboard_page import dashboard_of
from generator.views.dashboard.lists import ADDRESS


def of_dashboard(plan: Plan) -> Iterator[Output]:
    dashboard = dashboard_of(plan.context, plan.boundaries)
    for name, table in dashboard.tables() if dashboard else ():
        content = spreadsheet(table.heads, [(row.head, *row.cells) for row in table.rows])
        yield Output(f"{ADDRESS}{name}.csv", digest_bytes(content), partial(FileContent, content))
