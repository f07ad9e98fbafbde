"""The arithmetic of a plan in NumPy, by independent draws: what `bench/peers.ts` sets beside huni.

Reads {"lines": [{"budget", "cpm": [low, high], "ctr": ..., "cvr": ...}], "order_value": [low, high], "margin", "fee", "replicates", "most"}
from standard input, 90 % intervals being lognormal. Writes one object a number of draws: errors of mean, P10, P50, P90 as shares of the
standard deviation, by their scatter over replicates, and seconds of processor of one of them.
"""

import json
import sys
import time

import numpy as np

Z95 = 1.6448536269514722


def lognormal(rng, interval, draws):
    low, high = np.log(interval[0]), np.log(interval[1])
    return np.exp(rng.normal((low + high) / 2, (high - low) / (2 * Z95), draws))


def profit(plan, rng, draws):
    value = lognormal(rng, plan["order_value"], draws) * plan["margin"]
    total = np.zeros(draws)
    for line in plan["lines"]:
        orders = line["budget"] * 1000 / lognormal(rng, line["cpm"], draws)
        orders *= lognormal(rng, line["ctr"], draws)
        orders *= lognormal(rng, line["cvr"], draws)
        total += orders * value - line["budget"] * (1 + plan["fee"])
    return total


def main():
    plan = json.load(sys.stdin)
    answers = []
    draws = 256
    while draws <= plan["most"]:
        figures, sds, seconds = [], [], []
        for replicate in range(plan["replicates"]):
            started = time.process_time()
            values = profit(plan, np.random.default_rng(replicate), draws)
            figures.append([values.mean(), *np.percentile(values, [10, 50, 90])])
            seconds.append(time.process_time() - started)
            sds.append(values.std())
        errors = np.std(figures, axis=0, ddof=1) / np.mean(sds)
        answers.append({"draws": draws, "errors": errors.tolist(), "seconds": float(np.median(seconds))})
        if errors.max() <= plan["accuracy"]:
            break
        draws *= 2
    json.dump(answers, sys.stdout)


main()
