package funnel

import (
	"math"
)

// embarking puts the people of a funnel on a course.
type embarking struct {
	*observer
	*course
	*ways
}

// ways are how long it takes from stage to stage: the same for all courses of a
// funnel.
type ways struct {
	tables   []waitTable // by step
	arrivals [][]arrival // by stage, then by the stage above from where
	ever     []arrival   // at the success stage, those from before the plan's first day too; nil where that is over
}

// waitTable is a wait by days, since it is asked for again and again.
type waitTable struct {
	wait
	on []float64
}

func (w *waitTable) at(days int64) float64 {
	for int64(len(w.on)) <= days {
		w.on = append(w.on, w.wait.on(int64(len(w.on))))
	}
	return w.on[days]
}

// courseOf puts everybody on the course who is on the way, and those who still
// come, at a pace.
func courseOf(o *observer, standing []stageStanding, rates []stepRate, pace Pace) *course {
	e := embark(o, standing, rates)
	for i := range e.steps {
		for _, p := range standing[i].open {
			e.put(i, p)
		}
	}
	for i := range o.stages {
		e.comeIn(i, standing[i].direct, pace)
	}
	e.tabulate()
	return e.course
}

// embark is a course without people.
func embark(o *observer, standing []stageStanding, rates []stepRate) *embarking {
	c := &course{success: -1}
	for i, stage := range o.stages {
		c.ends = append(c.ends, o.daysLeft(i))
		c.sure = append(c.sure, standing[i].soFar)
		if stage == o.funnel().Success {
			c.success = i
		}
		if i < o.stepCount() {
			c.steps = append(c.steps, courseStep{stepRate: rates[i]})
		}
	}
	if o.ways == nil {
		o.ways = o.findWays(c.success)
	}
	return &embarking{observer: o, course: c, ways: o.ways}
}

// daysLeft is how many days the entries of a stage have left to count.
func (o *observer) daysLeft(i int) int64 {
	return max(0, int64(o.lasts[o.stages[i]])-int64(o.day))
}

func (o *observer) findWays(success int) *ways {
	w := &ways{}
	for i := range o.stepCount() {
		w.tables = append(w.tables, waitTable{wait: o.waits[i]})
	}
	for j := range o.stages {
		w.arrivals = append(w.arrivals, w.arrivalsAt(j, o.daysLeft(j), int64(o.lasts[o.stages[j]])-int64(o.first)))
	}
	if success >= 0 && o.day < shift(o.first, -1) {
		w.ever = w.arrivalsAt(success, o.daysLeft(success), o.daysLeft(success))
	}
	return w
}

// arrivalsAt gives the arrivals at a stage within so many days, by the stage from
// where: in the last of them, which are those that the plan has.
func (w *ways) arrivalsAt(stage int, days, last int64) []arrival {
	list := make([]arrival, stage+1)
	here := make(arrival, days+1)
	for d := range here[:min(days, last)+1] {
		here[d] = 1
	}
	list[stage] = here
	for i := stage - 1; i >= 0; i-- {
		list[i] = w.tables[i].before(list[i+1])
	}
	return list
}

// put puts people before a step. Those who have gone on for certain by now are
// left out.
func (e *embarking) put(step int, p opened) {
	const nobody = 1e-12
	b := before{stillOpen: stillOpen{n: p.n, left: 1}, coming: p.age < 0}
	if !b.coming {
		b.left, b.lost = e.tables[step].beyond(p.age), p.lost
	}
	if b.left < nobody || p.n <= 0 {
		return
	}
	b.reach = e.reach(step, p.age)
	b.late = e.late(step, p.age, b.left, b.reach)
	s := &e.steps[step]
	s.groups = append(s.groups, b)
}

// reach is the probability to enter each stage below in the plan's days, if
// everybody goes on in the end, of those who entered so many days ago and are
// still there.
func (e *embarking) reach(step int, age int64) []float64 {
	list := make([]float64, 0, len(e.steps)-step)
	for j := step + 1; j < len(e.ends); j++ {
		list = append(list, e.arrive(step, age, e.ends[j], e.arrivals[j]))
	}
	return list
}

// arrive is the probability to be at a stage within so many days, by the arrivals
// at it.
func (e *embarking) arrive(step int, age, within int64, at []arrival) float64 {
	var sum float64
	for days := max(1, -age); days <= within; days++ {
		sum += e.tables[step].at(age+days) * at[step+1][within-days]
	}
	return sum
}

// late is the probability to reach the success stage, but not in time, of those of
// whom the share left has not gone on. Who is there before the plan begins is not
// late.
func (e *embarking) late(step int, age int64, left float64, reach []float64) float64 {
	if e.success <= step {
		return 0
	}
	inTime := reach[e.success-step-1]
	if e.ever != nil {
		inTime = e.arrive(step, age, e.ends[e.success], e.ever)
	}
	return math.Max(0, left-inTime)
}

// comeIn adds those who still come in at a stage from outside: at the topmost one
// all that the plan asks of it, further down the direct ones.
func (e *embarking) comeIn(i int, soFar int64, pace Pace) {
	if open := e.openDays(i); pace == PaceActual && open.Share(e.day).Sign() > 0 {
		e.comeAtActualPace(i, soFar, open)
		return
	}
	e.comeAsPlanned(i)
}

// comeAsPlanned adds as many arrivals of a stage as the plan has for the days left
// of its window.
func (e *embarking) comeAsPlanned(i int) {
	schedule := e.schedule(i)
	if i > 0 {
		schedule.Total.SetInt64(e.stage(i).Direct)
	}
	due := toInt64(schedule.Target(e.day))
	for day := e.day + 1; day <= schedule.Due.End; day++ {
		now := toInt64(schedule.Target(day))
		if now == due {
			continue
		}
		ahead := int64(day) - int64(e.day)
		if ahead <= e.ends[i] {
			e.sure[i] += now - due
		}
		if i < len(e.steps) {
			e.put(i, opened{age: -ahead, n: float64(now - due)})
		}
		due = now
	}
}

// openDays are those in which a stage's entries come in: from the first of its
// window until they no longer count, since those who come after its window may
// still be quick enough; or its fixed dates.
func (o *observer) openDays(i int) Schedule {
	schedule := o.schedule(i)
	if o.stage(i).Dates == nil {
		return schedule.within(Span{schedule.Due.Start, max(schedule.Due.End, o.lasts[o.stages[i]])})
	}
	return schedule
}

// comeAtActualPace adds the arrivals of a stage at the pace of those who have come
// so far.
func (e *embarking) comeAtActualPace(i int, soFar int64, open Schedule) {
	if soFar <= 0 && i > 0 || open.Due.End <= e.day {
		return
	}
	before, _ := open.Share(e.day).Float64()
	p := coursePace{stage: i, pace: paceOf(soFar, before)}
	if i < len(e.steps) {
		p.reach = make([]float64, len(e.steps)-i)
	}
	for day := e.day + 1; day <= open.Due.End; day++ {
		now, _ := open.Share(day).Float64()
		share := now - before
		before = now
		if share <= 0 {
			continue
		}
		ahead := int64(day) - int64(e.day)
		if ahead <= e.ends[i] {
			p.share += share
		}
		if i < len(e.steps) {
			reach := e.reach(i, -ahead)
			for j := range reach {
				p.reach[j] += share * reach[j]
			}
			p.late += share * e.late(i, -ahead, 1, reach)
		}
	}
	e.paces = append(e.paces, p)
}
