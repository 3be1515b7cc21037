package funnel

import (
	"math/big"
	"slices"
	"sort"
	"sync"
)

// workdays are the days that a plan's work is done on: Monday to Friday less
// holidays, each weighing what its season does.
type workdays struct {
	holidays []Date // in order, none at a weekend
	weights  weights
	loads    *sync.Map // the *workload of a Span: many stages share a window
}

func newWorkdays(p *Plan) workdays {
	w := workdays{weights: p.Seasonality.whole(), loads: &sync.Map{}}
	for day, holiday := range p.Holidays {
		if holiday && !day.Weekend() {
			w.holidays = append(w.holidays, day)
		}
	}
	slices.Sort(w.holidays)
	return w
}

// in counts the working days of a span.
func (w workdays) in(s Span) int64 {
	if s.Days() == 0 {
		return 0
	}
	return s.weekdays() - int64(w.after(s.End)-w.from(s.Start))
}

// from is the place of the first holiday that is on a day or later.
func (w workdays) from(day Date) int {
	return sort.Search(len(w.holidays), func(i int) bool { return w.holidays[i] >= day })
}

// after is the place of the first holiday that is later than a day.
func (w workdays) after(day Date) int {
	return sort.Search(len(w.holidays), func(i int) bool { return w.holidays[i] > day })
}

// workload is how the work of a span is spread over its days: evenly over the
// working ones, as heavy as their seasons are. Where no working day of it weighs
// anything all of them weigh alike; and a span without any, such as a fair at a
// weekend, is worked on all of its days.
type workload struct {
	runs       []run
	all        *big.Int         // of the whole span, above 0
	count      func(Span) int64 // its days that are worked
	weightless bool             // its working days weigh nothing
}

// run is a part of a span whose days weigh alike.
type run struct {
	start  Date
	weight *big.Int // of each day that is worked
	before *big.Int // of all days of the span before start
}

// once is what [workdays.of] says of a span, worked out once.
func (w workdays) once(span Span) *workload {
	if load, ok := w.loads.Load(span); ok {
		return load.(*workload)
	}
	load, _ := w.loads.LoadOrStore(span, w.of(span))
	return load.(*workload)
}

// of spreads the work of a span, which has a day or more.
func (w workdays) of(span Span) *workload {
	even := []run{{start: span.Start, weight: big.NewInt(1)}}
	load := &workload{runs: w.runs(span), count: w.in}
	if load.addUp(span.End); load.all.Sign() == 0 {
		load.runs, load.weightless = even, w.in(span) > 0
		load.addUp(span.End)
	}
	if load.all.Sign() == 0 {
		load.count = Span.Days
		load.addUp(span.End)
	}
	return load
}

// runs cuts a span where the weight of its days changes.
func (w workdays) runs(span Span) []run {
	runs := []run{{start: span.Start, weight: w.weights.other}}
	if len(w.weights.of) == 0 {
		return runs
	}
	runs[0].weight = w.weights.on(span.Start)
	for day := w.weights.unit.Around(span.Start).End + 1; day <= span.End; day = w.weights.unit.Around(day).End + 1 {
		if weight := w.weights.on(day); weight.Cmp(runs[len(runs)-1].weight) != 0 {
			runs = append(runs, run{start: day, weight: weight})
		}
	}
	return runs
}

// addUp finds what has been done before each run, and in all.
func (l *workload) addUp(end Date) {
	sum := new(big.Int)
	for i := range l.runs {
		l.runs[i].before = new(big.Int).Set(sum)
		last := end
		if i+1 < len(l.runs) {
			last = l.runs[i+1].start - 1
		}
		sum.Add(sum, l.runs[i].work(l, last))
	}
	l.all = sum
}

// work is what is done from the first day of the run to a day of it.
func (r run) work(l *workload, day Date) *big.Int {
	work := big.NewInt(l.count(Span{r.start, day}))
	return work.Mul(work, r.weight)
}

// done is what is done of [workload.all] at the end of a day of the span.
func (l *workload) done(day Date) *big.Int {
	r := l.runs[sort.Search(len(l.runs), func(i int) bool { return l.runs[i].start > day })-1]
	work := r.work(l, day)
	return work.Add(work, r.before)
}

// portion is how much of the work falls into a part of the span, as a fraction.
func (l *workload) portion(part Span) *big.Rat {
	work := l.done(part.End)
	if part.Start > l.runs[0].start {
		work.Sub(work, l.done(part.Start-1))
	}
	return new(big.Rat).SetFrac(work, l.all)
}
