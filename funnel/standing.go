package funnel

import "slices"

// stageStanding is where the people of one stage are at the end of a day, as a
// forecast starts from it.
type stageStanding struct {
	soFar  int64 // that entered in the plan's days
	direct int64 // of them, those who came in from outside; at the topmost stage everybody
	open   []opened
	seen   evidence
}

// opened are n people who entered a stage so many days ago, a negative number of
// them where they are still to come, and have not been seen to go on.
type opened struct {
	age  int64
	n    float64
	lost float64 // share of all who came so long ago that are known to be lost
}

// observer looks at what happened in one funnel until the end of a day. Stages
// are those that the data speak of; a step leads from one of them to the next.
type observer struct {
	counting
	plan     *Result
	index    int    // of the funnel
	lasts    []Date // by stage of the plan: the last day on which entries count
	stages   []int
	waits    []wait // of the steps
	happened *FunnelActuals
	tallies  []stageTally
	ways     *ways // found when first asked for
}

func newObserver(c counting, plan *Result, index int, ends []Date, happened *FunnelActuals) *observer {
	o := &observer{counting: c, plan: plan, index: index, lasts: ends, happened: happened}
	f := o.funnel()
	o.tallies = c.funnel(f, o.lasts, happened)
	for i := range f.Stages {
		if o.tallies[i].known {
			o.stages = append(o.stages, i)
		}
	}
	for i := range o.stepCount() {
		w := o.waitAt(o.stages[i])
		for stage := o.stages[i] + 1; stage < o.stages[i+1]; stage++ {
			w = w.then(o.waitAt(stage))
		}
		o.waits = append(o.waits, w)
	}
	return o
}

// waitAt is the wait from a stage of the plan to the next. One that is fixed is
// rounded to whole days together with those above it, as windows are: two of 12
// hours are a day.
func (o *observer) waitAt(stage int) wait {
	f := o.funnel()
	w := waitOf(f.Stages[stage].Lag)
	if w.dev == 0 {
		w.fixed = f.Between(0, stage+1) - f.Between(0, stage)
	}
	return w
}

func (o *observer) funnel() *Funnel { return &o.plan.Plan.Funnels[o.index] }

// stepCount is the number of steps.
func (o *observer) stepCount() int { return max(0, len(o.stages)-1) }

// over are the stages that a step leads out of: one, and those that the data do
// not speak of.
func (o *observer) over(step int) []Stage {
	return o.funnel().Stages[o.stages[step]:o.stages[step+1]]
}

func (o *observer) stage(i int) *Stage          { return &o.funnel().Stages[o.stages[i]] }
func (o *observer) tally(i int) *stageTally     { return &o.tallies[o.stages[i]] }
func (o *observer) actuals(i int) *StageActuals { return o.happened.stage(o.stages[i]) }
func (o *observer) schedule(i int) Schedule     { return o.plan.Schedule(o.index, o.stages[i]) }

// standing is where people are. Lead by lead it is known; counts say only how many
// entered each stage, see [observer.counted].
func (o *observer) standing() []stageStanding {
	list := make([]stageStanding, len(o.stages))
	for i := range list {
		at, t := &list[i], o.tally(i)
		at.soFar, at.direct = t.all.entries, t.all.direct
		switch {
		case i == 0:
			at.direct = at.soFar
		case !t.records:
			at.direct = max(at.direct, min(at.soFar, o.directDue(i)))
		}
	}
	for i := range o.stepCount() {
		if o.actuals(i).Records {
			o.followed(&list[i], i)
		} else {
			o.counted(&list[i], i, &list[i+1])
		}
	}
	return list
}

// directDue is how many of a stage's direct entries the plan expects by the day.
func (o *observer) directDue(i int) int64 {
	schedule := o.schedule(i)
	schedule.Total.SetInt64(o.stage(i).Direct)
	return toInt64(schedule.Target(o.day))
}

// guess is a step's effective rate as the plan has it.
func (o *observer) guess(step int) float64 {
	e := 1.0
	for _, s := range o.over(step) {
		e *= shareOf(Effective(&s)).p
	}
	return e
}

// followed takes those who entered a stage lead by lead. Those from before the
// plan's days are on their way too if they are still there; for the rate they do
// not count, since the plan's may come from them.
func (o *observer) followed(at *stageStanding, step int) {
	w := o.waits[step]
	cohorts := slices.DeleteFunc(slices.Clone(o.actuals(step).Cohorts), func(c Cohort) bool { return c.Day > o.day })
	lost := lossesOf(cohorts, o.day)
	early := false
	for i := range cohorts {
		early = early || cohorts[i].Day < o.first
		o.cohort(at, &cohorts[i], w, lost)
	}
	if n := o.stage(step).InProgress; n > 0 && !early {
		gone := waitedOn(&o.tally(step).all, &o.tally(step+1).all, n)
		at.seen.gone += float64(gone)
		o.inProgress(at, w, float64(n-gone))
	}
}

// cohort takes those who entered on one day.
func (o *observer) cohort(at *stageStanding, c *Cohort, w wait, losses lostBy) {
	p := opened{age: int64(o.day) - int64(c.Day), n: float64(max(0, c.Open()))}
	p.lost = losses.by(p.age)
	if p.n > 0 {
		at.open = append(at.open, p)
	}
	if c.Day < o.first {
		return
	}
	at.seen.gone += float64(waited(c.Gone) + c.GoneUndated)
	lost := float64(waited(c.Lost) + c.LostUndated)
	at.seen.lost += lost
	if rest := p.n + lost; rest > 0 {
		at.seen.rest = append(at.seen.rest, stillOpen{n: rest, left: w.beyond(p.age)})
	}
}

// waiting are those who the plan says were there when its days began. It does not
// say for how long they had been: they count as having entered on the first day. Of
// the day before, a plan without lags would have them gone on or lost by the eve.
func (o *observer) waiting(n float64) opened {
	return opened{age: int64(o.day) - int64(o.first), n: n}
}

// inProgress takes so many of those in, who have not gone on.
func (o *observer) inProgress(at *stageStanding, w wait, n float64) {
	if n <= 0 {
		return
	}
	p := o.waiting(n)
	at.open = append(at.open, p)
	if p.age >= 0 {
		at.seen.rest = append(at.seen.rest, stillOpen{n: n, left: w.beyond(p.age)})
	}
}

// lostBy is the share of all who entered a stage that are known to be lost after
// so many days; empty where nobody is.
type lostBy []float64

func (l lostBy) by(days int64) float64 {
	if days < 0 || len(l) == 0 {
		return 0
	}
	return l[min(days, int64(len(l))-1)]
}

// lossesOf adds up, day by day, the probability to be lost of those who are still
// there, times that to be still there: the estimate of Aalen and Johansen, "An
// Empirical Transition Matrix for Non-homogeneous Markov Chains Based on Censored
// Observations", Scandinavian Journal of Statistics 5 (1978). Those whose loss has
// no day are left out.
func lossesOf(cohorts []Cohort, day Date) lostBy {
	var lost, left []float64 // by days: lost then; and there until then, but no longer, for whatever reason
	var gone []float64
	var there float64
	for i := range cohorts {
		c := &cohorts[i]
		gone, left = addWaits(gone, c.Gone), addWaits(left, c.Gone)
		lost, left = addWaits(lost, c.Lost), addWaits(left, c.Lost)
		open := max(0, c.Open())
		left = addWaits(left, []Wait{{Days: int32(day - c.Day), Count: open}})
		there += float64(waited(c.Gone) + waited(c.Lost) + open)
	}
	if len(lost) == 0 {
		return nil
	}
	share, sum := 1.0, 0.0
	list := make(lostBy, len(lost))
	for d := range list {
		if there > 0 {
			sum += share * lost[d] / there
			share *= 1 - (lost[d]+at(gone, d))/there
		}
		list[d] = sum
		there -= at(left, d)
	}
	return list
}

// at is an element of a list, 0 beyond its end.
func at(list []float64, i int) float64 {
	if i < len(list) {
		return list[i]
	}
	return 0
}

// addWaits adds to counts by days; what is said to have happened before it could
// is taken as having happened at once.
func addWaits(byDays []float64, waits []Wait) []float64 {
	const longest = 4000 // days: beyond any lead
	for _, w := range waits {
		days := min(max(int(w.Days), 0), longest)
		for len(byDays) <= days {
			byDays = append(byDays, 0)
		}
		byDays[days] += float64(w.Count)
	}
	return byDays
}
