"""The one table of medians and ratios."""

from collections.abc import Iterable, Sequence

from benchmarks.rig import Contest, Goal, Sample

HEAD = (
    *("what", "n", "median ms", "p95 ms", "peak MB"),
    *("beside", "median ms", "p95 ms", "peak MB"),
    *("ratio", "ratio p95", "goal", "kept"),
)


def line(contest: Contest, samples: Sequence[Sample]) -> tuple[str, ...]:
    """One line of the table."""
    ours, *peers = samples
    peer = peers[0] if peers else None
    side = contest.peer
    cells = [contest.what, f"{contest.ours.n:,}", *_figures(ours)]
    if side is None or peer is None:
        cells += ["", "", "", "", "", ""]
    elif peer.absent:
        cells += [f"{side.word}: not installed", "", "", "", "", ""]
    else:
        ratios = [_number(ours.figure(of) / peer.figure(of)) for of in ("median", "p95")]
        cells += [side.word, *_figures(peer), *ratios]
    goal = contest.goal
    cells += ["", ""] if goal is None else [_words(goal), _kept(goal, ours, peer)]
    return tuple(cells)


def printed(lines: Iterable[tuple[str, ...]]) -> str:
    """The table as text; numbers stand to the right."""
    rows = [HEAD, *lines]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    left = {HEAD.index("what"), HEAD.index("beside"), HEAD.index("goal"), HEAD.index("kept")}
    text = []
    for row in rows:
        cells = (
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        text.append("  ".join(cells).rstrip())
    text.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(text)


def _figures(sample: Sample) -> list[str]:
    return [_number(sample.median), _number(sample.p95), f"{sample.peak_mb:.0f}"]


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def _words(goal: Goal) -> str:
    of = " at p95" if goal.of == "p95" else ""
    if goal.ms:
        return f"≤ {goal.at_most:g} ms{of}"
    figure = f"{goal.at_most:g}" if goal.at_most >= 1 else f"1/{1 / goal.at_most:g}"
    return f"≤ {figure}{of}"


def _kept(goal: Goal, ours: Sample, peer: Sample | None) -> str:
    if goal.ms:
        return _yes(ours.figure(goal.of) <= goal.at_most)
    if peer is None or peer.absent:
        return ""
    return _yes(ours.figure(goal.of) <= goal.at_most * peer.figure(goal.of))


def _yes(kept: bool) -> str:
    return "yes" if kept else "NO"
