"""Writing records: JSON lines to a stream, or to files that appear whole or not at all."""

from extractor.write.lines import json_line
from extractor.write.saved import save
from extractor.write.targets import Targets

__all__ = ["Targets", "json_line", "save"]
