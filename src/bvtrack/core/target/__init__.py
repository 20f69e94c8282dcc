"""Outcome targets as councils print them: baseline and points by period, with direction, unit and kind."""

from __future__ import annotations

from bvtrack.core.target.course import Point
from bvtrack.core.target.period import Period
from bvtrack.core.target.reading import Direction, Target, TargetKind, read_target

__all__ = ["Direction", "Period", "Point", "Target", "TargetKind", "read_target"]
