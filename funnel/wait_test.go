package funnel

import (
	"math"
	"testing"
)

// R: m = (log(5) + log(41)) / 2; s = (log(41) - log(5)) / 2 / qnorm(.95)
// plnorm(c(0.5, 4.5, 5.5, 14.5, 40.5), m, s)
func TestWaitIsLogNormalInWholeDays(t *testing.T) {
	w := waitOf(Lag{Low: 5 * 24, High: 41 * 24})
	for days, want := range map[int64]float64{
		0: 7.82137209385e-08, 4: 3.51805137362e-02, 5: 6.73475491026e-02, 14: 0.507885666620, 40: 0.947990057928,
	} {
		if got := w.within(days); math.Abs(got-want) > 1e-11 {
			t.Errorf("within %d days: %v, want %v", days, got, want)
		}
		if got := w.beyond(days); math.Abs(got-(1-want)) > 1e-11 {
			t.Errorf("beyond %d days: %v, want %v", days, got, 1-want)
		}
	}
	if got := w.longest(); got != 41 {
		t.Errorf("19 in 20 take at most %d days, want 41", got)
	}
}

func TestWaitThatIsFixed(t *testing.T) {
	for hours, days := range map[int64]int64{0: 0, 4: 0, 12: 1, 24: 1, 240: 10} {
		w := waitOf(Lag{Low: hours, High: hours})
		if w.on(days) != 1 || w.within(days-1) != 0 || w.beyond(days) != 0 {
			t.Errorf("%d hours are not %d days", hours, days)
		}
	}
}

// One wait after the other takes as long as their sum: by adding up all ways.
func TestWaitThenAnother(t *testing.T) {
	a, b := waitOf(Lag{Low: 24, High: 7 * 24}), waitOf(Lag{Low: 48, High: 20 * 24})
	sum := a.then(b)
	for _, days := range []int64{0, 1, 5, 12, 30} {
		var want float64
		for d := int64(0); d <= days; d++ {
			want += a.on(d) * b.within(days-d)
		}
		if got := sum.within(days); math.Abs(got-want) > 1e-12 {
			t.Errorf("both within %d days: %v, want %v", days, got, want)
		}
	}
	fixed := waitOf(Lag{Low: 48, High: 48}).then(waitOf(Lag{Low: 72, High: 72}))
	if fixed.on(5) != 1 {
		t.Errorf("2 days and 3 days are not 5")
	}
}
