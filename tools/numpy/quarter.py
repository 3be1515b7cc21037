"""The forecast of a quarter in NumPy: six stages, uncertain rates and lags, thirteen weeks.

The model is that of embudo forecast on the eve of the quarter. In each draw every
rate is drawn from its Beta distribution; everybody goes on with that rate, after a
log-normal number of days rounded to the nearest; whoever comes after the last day
does not count. What comes out is how many enter each stage.

Vectorised over draws and people: of a stage only those are carried on who passed the
one before, which is the least work that this takes.
"""

import json
import math
import sys
import time

import numpy as np

Z95 = 1.6448536269514722


def simulate(model, draws, random):
    """Entries of each stage in each draw: an array of draws × stages."""
    arrivals, days = np.array(model["arrivals"]), model["days"]
    people = np.repeat(np.arange(days, dtype=np.float64), arrivals)
    entries = np.empty((draws, len(model["steps"]) + 1), dtype=np.int64)
    entries[:, 0] = len(people)
    draw = np.repeat(np.arange(draws), len(people))
    day = np.tile(people, draws)
    for i, step in enumerate(model["steps"]):
        rates = random.beta(step["alpha"], step["beta"], size=draws)
        on = random.random(len(draw)) < rates[draw]
        draw, day = draw[on], day[on]
        low, high = np.log(step["low"]), np.log(step["high"])
        waits = np.exp((low + high) / 2 + (high - low) / 2 / Z95 * random.standard_normal(len(draw)))
        day = day + np.rint(waits)
        in_time = day < days
        draw, day = draw[in_time], day[in_time]
        entries[:, i + 1] = np.bincount(draw, minlength=draws)
    return entries


def successes(model, draws, random):
    """Entries of the last stage alone: one binomial a day of arrivals, since of those
    who come on a day each is there in time with the same probability."""
    arrivals, days = np.array(model["arrivals"]), model["days"]
    rate = np.ones(draws)
    within = np.zeros(days)
    within[0] = 1
    for step in model["steps"]:
        rate *= random.beta(step["alpha"], step["beta"], size=draws)
        low, high = np.log(step["low"]), np.log(step["high"])
        z = (np.log(np.arange(days) + 0.5) - (low + high) / 2) / ((high - low) / 2 / Z95)
        cdf = np.array([math.erfc(-x / math.sqrt(2)) / 2 for x in z])
        within = np.convolve(within, np.diff(cdf, prepend=0))[:days]
    in_time = np.cumsum(within)[::-1]
    some = arrivals > 0
    return random.binomial(arrivals[some], rate[:, None] * in_time[some]).sum(axis=1)


def main():
    model = json.load(sys.stdin)
    random = np.random.Generator(np.random.PCG64(1))
    batch, total = model["batch"], model["draws"]
    alone = model["alone"]
    simulate(model, batch, random)  # warm up
    reached = done = 0
    began = time.process_time()
    while done < total:
        if alone:
            entries = successes(model, batch, random)[:, None]
        else:
            entries = simulate(model, batch, random)
        reached += np.count_nonzero(entries[:, -1] >= model["target"])
        for j in range(entries.shape[1]):
            np.quantile(entries[:, j], [0.1, 0.5, 0.9])
        done += batch
    seconds = time.process_time() - began
    chance = reached / done
    json.dump({"draws": done, "seconds": seconds, "chance": chance, "error": (chance * (1 - chance) / done) ** 0.5}, sys.stdout)


main()
