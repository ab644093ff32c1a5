"""The nearest points to each of a set of points by scipy's cKDTree: points.json, how many, answer.json."""

import json
import sys
import time

import numpy
from scipy.spatial import cKDTree

points = numpy.array(json.load(open(sys.argv[1])))
count = min(int(sys.argv[2]), len(points) - 1)
start = time.perf_counter()
tree = cKDTree(points)
distances, neighbours = tree.query(points, k=count + 1, workers=2)
seconds = time.perf_counter() - start

# The point itself stands among its nearest; where others share its place it need not stand first.
kept_neighbours, kept_distances = [], []
for index in range(len(points)):
    others = [(d, n) for d, n in zip(distances[index].tolist(), neighbours[index].tolist()) if n != index][:count]
    kept_neighbours.append([n for _, n in others])
    kept_distances.append([d for d, _ in others])
json.dump({"seconds": seconds, "neighbours": kept_neighbours, "distances": kept_distances}, open(sys.argv[3], "w"))
