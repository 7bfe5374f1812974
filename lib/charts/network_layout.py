"""Where the dots of a network stand: each group that is tied together by springs, no two dots upon one another, the groups side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Points = npt.NDArray[np.float64]
    Numbers = npt.NDArray[np.float64]
    Rows = npt.NDArray[np.int64]

_STEPS = 150
_PUSHES = 120
_APART = 1.0
"""The least distance between the rims of two dots, in the units in which groups are laid out; all else here is measured by it."""

_ROOM = 0.9
"""How far a group of n dots reaches to begin with, over the square root of n."""

_STRETCH = 1.4
"""By how much more at most a net that is wider than high, or the other way, is drawn out to fill the square."""

_BESIDE = 1.6
"""How far groups stand apart."""


def layout(ties: Numbers, sizes: Numbers | None = None) -> Points:
    """A place for each party, within the unit square.

    `ties` is square and symmetric: how strongly two are drawn to one another, 0 where not at all. `sizes` are the dots' radii, as
    shares of the least distance. Those who are tied by whatever way stand in one group, the largest group above. Nothing is left
    to chance.
    """
    count = len(ties)
    radii = np.zeros(count) if sizes is None else sizes
    places = np.zeros((count, 2))
    groups = components(ties)
    boxes = []
    for group in groups:
        some = _pushed(_springs(ties[np.ix_(group, group)]) * _ROOM * np.sqrt(len(group)), radii[group])
        low, high = (some - radii[group, None]).min(axis=0), (some + radii[group, None]).max(axis=0)
        places[group] = some - low
        boxes.append(high - low + _BESIDE)
    for group, corner in zip(groups, _shelves(boxes), strict=True):
        places[group] += corner
    if not count:
        return places
    middle = (places.max(axis=0) + places.min(axis=0)) / 2
    spread = np.abs(places - middle).max(axis=0)
    reach = np.maximum(spread, max(float(spread.max()) / _STRETCH, 1e-9))
    return np.asarray((places - middle) / reach, dtype=np.float64)


def components(ties: Numbers) -> list[Rows]:
    """The groups of those who are tied by whatever way, the largest first, each in the given order."""
    label = np.arange(len(ties))
    while True:
        near = np.where(ties > 0, label[None, :], len(ties)).min(axis=1, initial=len(ties))
        lower = np.minimum(label, near)
        if (lower == label).all():
            break
        label = lower
    groups = [np.flatnonzero(label == one) for one in np.unique(label)]
    return sorted(groups, key=lambda group: (-len(group), int(group[0])))


def _springs(ties: Numbers) -> Points:
    """Fruchterman and Reingold's springs, begun on a circle in the given order; within the unit square."""
    count = len(ties)
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    uneven = 1 + 0.15 * np.cos(np.arange(count) * 2.4)  # a perfect circle would hold groups that cross it in balance
    places = np.column_stack((np.cos(turn), np.sin(turn))) * uneven[:, None]
    ideal = 1.6 / np.sqrt(max(count, 1))
    for heat in np.linspace(0.2, 0.005, _STEPS):
        apart = places[:, None, :] - places[None, :, :]
        far = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-3)
        push = ideal**2 / far**2 - ties * far / ideal
        move = (apart * push[..., None]).sum(axis=1) - places * ideal
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        places = places + move / length[:, None] * np.minimum(length, heat)[:, None]
    places = places - places.mean(axis=0)
    return np.asarray(places / max(np.abs(places).max(initial=0), 1e-9), dtype=np.float64)


def _pushed(places: Points, radii: Numbers) -> Points:
    """The places with every two dots at least `_APART` from rim to rim, or nearly so where there are very many."""
    least = _APART + radii[:, None] + radii[None, :]
    np.fill_diagonal(least, 0)
    for _ in range(_PUSHES):
        apart = places[:, None, :] - places[None, :, :]
        far = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-6)
        short = np.maximum(least - far, 0)
        if short.max(initial=0) < 0.01 * _APART:
            break
        places = places + (apart * (0.45 * short / far)[..., None]).sum(axis=1)
    return places


def _shelves(boxes: list[Points]) -> list[Points]:
    """The lower left corner of each box where they stand in rows from above, the highest first: about as wide as high together."""
    if not boxes:
        return []
    wide = max(*(float(box[0]) for box in boxes), 1.1 * float(np.sqrt(sum(box[0] * box[1] for box in boxes))))
    corners: list[Points] = [np.zeros(2) for _ in boxes]
    x, y, high = 0.0, 0.0, 0.0
    for number in sorted(range(len(boxes)), key=lambda one: (-float(boxes[one][1]), one)):
        width, height = (float(length) for length in boxes[number])
        if x and x + width > wide + 1e-9:
            x, y, high = 0.0, y - high, 0.0
        corners[number] = np.array([x, y - height])
        x, high = x + width, max(high, height)
    return corners
