"""The chart of an outcome: what was aimed at as a line, or a band where targets are ranges; what came of it; the date.

It is drawn by textual-plotext where that is installed (the extra `chart`), else the pane has its figures alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.color import Color

from bvtrack.app.show.reading import figure
from bvtrack.core.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual_plotext import PlotextPlot

    from bvtrack.app.show.outcomes import Course, Point

_STRANDS: Final = 12  # lines that fill a band
_LINE, _FIGURE = "braille", "●"
_APART: Final = 12  # cells from one label of the axis to the next


def new_chart() -> PlotextPlot | None:
    """Make an empty chart; None where the extra is not installed."""
    try:
        from textual_plotext import PlotextPlot
    except ImportError:
        return None
    return PlotextPlot()


def can_be_drawn(course: Course | None) -> bool:
    """Tell whether there is a line to draw, or a figure beside a target."""
    return course is not None and len({point.on for point in (*course.trajectory, *course.actuals)}) > 1


def draw(chart: PlotextPlot, course: Course) -> None:
    """Draw a course on a chart."""
    plot, theme = chart.plt, chart.app.theme_variables
    accent, quiet, loud = (Color.parse(theme[name]).rgb for name in ("accent", "border", "text-warning"))
    plot.clear_figure()
    days = [point.on.toordinal() for point in course.trajectory]
    for nth in range(_STRANDS) if any(point.low != point.high for point in course.trajectory) else ():
        plot.plot(days, [_between(point, nth / _STRANDS) for point in course.trajectory], color=quiet, marker=_LINE)
    for part in (0.0, 1.0):
        plot.plot(days, [_between(point, part) for point in course.trajectory], color=accent, marker=_LINE)
    came = [point.on.toordinal() for point in course.actuals]
    plot.scatter(came, [_between(point, 0.5) for point in course.actuals], color=loud, marker=_FIGURE)
    for part in (0.0, 1.0) if course.ahead else ():
        ahead = [(point.on.toordinal(), _between(point, part)) for point in course.ahead]
        plot.plot([day for day, _ in ahead], [height for _, height in ahead], color=loud, marker=_LINE)
    every = (*course.trajectory, *course.actuals)
    first, last = min(point.on for point in every).toordinal(), max(point.on for point in every).toordinal()
    if first <= course.as_at.toordinal() <= last:
        plot.vline(course.as_at.toordinal(), quiet)
    ticks = dict(
        _spread(((point.on.toordinal(), visible(point.period)) for point in every), last - first, chart.size.width)
    )
    plot.xticks([*ticks], [*ticks.values()])
    levels = sorted({value for point in every for value in (point.low, point.high)})
    heights = levels if len(levels) <= chart.size.height // 2 else [levels[0], levels[-1]]
    plot.yticks([float(value) for value in heights], [visible(figure(value, course.unit)) for value in heights])
    plot.xaxes(lower=True, upper=False)
    plot.yaxes(left=True, right=False)
    chart.refresh()


def _between(point: Point, part: float) -> float:
    """Give a height within a range: 0 its lower bound, 1 its upper."""
    return float(point.low) + (float(point.high) - float(point.low)) * part


def _spread(ticks: Iterable[tuple[int, str]], span: int, width: int) -> Iterator[tuple[int, str]]:
    """Leave out labels that would stand too near one another."""
    before: int | None = None
    for day, label in sorted(dict(ticks).items()):
        if before is None or (day - before) * width >= _APART * span:
            yield day, label
            before = day
