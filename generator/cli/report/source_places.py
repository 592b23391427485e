"""The line of a place, for verbs that point at records without a finding."""

from dataclasses import dataclass, field

from generator.base.span import Place, SourceMap, Span
from generator.base.workspace import Workspace
from generator.source.yaml.loader import locate


@dataclass(frozen=True)
class SourceLocator:
    """Finds the lines of places; reads each file once, when it is first needed."""

    workspace: Workspace
    maps: dict[str, SourceMap] = field(default_factory=dict)

    def span(self, place: Place | Span) -> Span:
        if isinstance(place, Span):
            return place
        if place.path not in self.maps:
            self.maps[place.path] = locate(place.path, self.workspace.read(place.path))
        return self.maps[place.path].span(place)
