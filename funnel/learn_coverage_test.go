package funnel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"sync"
	"testing"
)

// truth is a world to draw records from: n people enter a stage on any of so many
// days, the share rate of them goes on, and on a day some time after the last entry
// somebody looks.
type truth struct {
	n           int
	rate        float64
	lag         func(*rand.Rand) float64 // in days
	days, later int
	losses      bool // nine of ten of the others are said to be lost, after some time
}

func (w truth) String() string {
	return fmt.Sprintf("n %d, rate %g, seen %d days later, losses %t", w.n, w.rate, w.later, w.losses)
}

// logNormalDays is a lag with a median of 15 days, of which 5 % take less than 4
// and 5 % more than 56.
func logNormalDays(dice *rand.Rand) float64 { return 15 * math.Exp(0.8*dice.NormFloat64()) }

// weibullDays is a lag with the same median and a shorter tail, of which 5 % take
// less than 2 days and 5 % more than 46.
func weibullDays(dice *rand.Rand) float64 {
	const shape = 1.3
	return 15 * math.Pow(dice.ExpFloat64()/math.Ln2, 1/shape)
}

func (w truth) draw(dice *rand.Rand) *stay {
	var gone, lost, open, ages waitSums
	for range w.n {
		entered := dice.Float64() * float64(w.days)
		age := int32(w.days + w.later - int(entered))
		isGone := dice.Float64() < w.rate
		takes := math.Inf(1)
		switch {
		case isGone:
			takes = w.lag(dice)
		case w.losses && dice.Float64() < 0.9:
			takes = 12 * math.Exp(0.9*dice.NormFloat64())
		}
		ages.add(age, 1)
		switch days := math.Floor(entered+takes) - math.Floor(entered); {
		case days > float64(age):
			open.add(age, 1)
		case isGone:
			gone.add(int32(days), 1)
		default:
			lost.add(int32(days), 1)
		}
	}
	s := &stay{gone: gone.list(), lost: lost.list(), open: open.list(), ages: ages.list(), entered: int64(w.n)}
	s.goneCount, s.lostCount, s.openCount = waited(s.gone), waited(s.lost), waited(s.open)
	return s
}

// drawn is what was learned of the worlds that were drawn.
type drawn struct {
	fits, covered, below, above, none int
	rate, median                      float64 // sums
}

// learnAgain draws a world again and again. Where nobody has gone on there is no
// interval.
func (w truth) learnAgain(repetitions int, seed uint64) (d drawn) {
	dice := rand.New(rand.NewPCG(seed, 9))
	for range repetitions {
		s := w.draw(dice)
		if s.goneCount == 0 {
			d.none++
			continue
		}
		f := fitRate(s, usualLags())
		d.fits++
		d.rate += f.rate
		d.median += math.Log(f.lag.quantile(0.5))
		switch {
		case w.rate < f.low:
			d.below++
		case w.rate > f.high:
			d.above++
		default:
			d.covered++
		}
	}
	return d
}

// truths are worlds with every number of people, rate and date of looking.
func truths(lag func(*rand.Rand) float64) []truth {
	var list []truth
	for _, losses := range []bool{false, true} {
		for _, later := range []int{0, 15, 60} {
			for _, n := range []int{100, 300, 1000, 2000} {
				for _, rate := range []float64{0.05, 0.2, 0.5} {
					list = append(list, truth{n, rate, lag, 90, later, losses})
				}
			}
		}
	}
	return list
}

// learnAll draws all worlds so many times each, on all processors.
func learnAll(worlds []truth, repetitions int) []drawn {
	results := make([]drawn, len(worlds))
	var all sync.WaitGroup
	for worker := range 4 {
		all.Go(func() {
			for i := worker; i < len(worlds); i += 4 {
				results[i] = worlds[i].learnAgain(repetitions, uint64(i))
			}
		})
	}
	all.Wait()
	return results
}

// repetitions of each world: so many that there are more than 2,000 in all or, with
// EMBUDO_COVERAGE=2000, as many in each, which takes minutes.
func repetitions(t *testing.T, worlds int) int {
	t.Helper()
	n := 2000/worlds + 1
	if asked := os.Getenv("EMBUDO_COVERAGE"); asked != "" {
		var err error
		if n, err = strconv.Atoi(asked); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// The 90 % interval of a rate holds the truth nine times out of ten, whatever part
// of the people had no time to go on yet, and the median of the lag is that of all
// who ever will.
func TestLearnedIntervalsCover(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	worlds := truths(logNormalDays)
	var covered, fits, median, rate float64
	n := repetitions(t, len(worlds))
	for i, d := range learnAll(worlds, n) {
		share := float64(d.covered) / float64(d.fits)
		t.Logf("%s: covers %.3f, truth below %.3f, above %.3f, mean rate %.4f, median %.1f days, nobody gone %d",
			worlds[i], share, float64(d.below)/float64(d.fits), float64(d.above)/float64(d.fits),
			d.rate/float64(d.fits), math.Exp(d.median/float64(d.fits)), d.none)
		covered += float64(d.covered)
		fits += float64(d.fits)
		median += d.median
		rate += d.rate / worlds[i].rate
		if n >= 1000 && (share < 0.86 || share > 0.95) {
			t.Errorf("%s: covers %.3f", worlds[i], share)
		}
	}
	t.Logf("on average: covers %.4f, rate %.4f of the true one, median %.2f days", covered/fits, rate/fits, math.Exp(median/fits))
	if share := covered / fits; share < 0.87 || share > 0.93 {
		t.Errorf("%.0f intervals hold the truth %.3f of the time", fits, share)
	}
	if days := math.Exp(median / fits); days < 14 || days > 17 {
		t.Errorf("the median is %.1f days, and in truth 15", days)
	}
	if off := rate / fits; off < 0.98 || off > 1.06 {
		t.Errorf("rates are %.3f of the true ones", off)
	}
}

// So it does where the lag is not log-normal: nobody knows its shape beforehand.
func TestLearnedIntervalsCoverAnotherLag(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	worlds := truths(weibullDays)
	var covered, fits float64
	for i, d := range learnAll(worlds, repetitions(t, len(worlds))/4+1) {
		t.Logf("%s: covers %.3f, truth below %.3f, above %.3f, mean rate %.4f",
			worlds[i], float64(d.covered)/float64(d.fits), float64(d.below)/float64(d.fits), float64(d.above)/float64(d.fits), d.rate/float64(d.fits))
		covered += float64(d.covered)
		fits += float64(d.fits)
	}
	t.Logf("on average: covers %.4f", covered/fits)
	if share := covered / fits; share < 0.85 {
		t.Errorf("%.0f intervals hold the truth %.3f of the time", fits, share)
	}
}
