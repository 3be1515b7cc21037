package funnel

import (
	"cmp"
	"math/big"
	"slices"
)

// MaxScheduled bounds the numbers of a schedule: its periods times its stages.
const MaxScheduled = 3_000_000

// ScheduleResult is a plan laid out over the calendar.
type ScheduleResult struct {
	Plan       *Result
	By         Unit
	Confidence *big.Rat // the numbers are those that make so sure; nil: the needed ones
	Periods    []Period // in order, of all funnels together
	Funnels    []FunnelSchedule
	Fits       *bool // whether people can handle what every week asks; nil where nothing says what they can
	Warnings   []Warning
}

// Period is a day, a week or a month of a schedule, or the part of it in which
// anything can be due.
type Period struct {
	Span
	Name        string // 2027-02-15, 2027-W07 or 2027-02
	Partial     bool   // the unit of the calendar is longer
	WorkingDays int64
}

// FunnelSchedule is when a funnel's targets are due.
type FunnelSchedule struct {
	Plan   *FunnelResult
	Stages []StageSchedule
}

// StageSchedule is when a stage's target is due. Total is nil where it is not
// known, because it would take more than [MaxNeeded].
type StageSchedule struct {
	Schedule
	Plan        *StageResult
	LastUseful  Date              // who enters later no longer serves the period
	ShouldStart *Date             // to serve the period from its first day on; nil where the cycle fits into it
	Capacity    *CapacitySchedule // nil where nothing says what people can handle, or when
}

// Scheduled lays a plan out over days, weeks or months: the needed numbers, or
// those that make as sure as confidence says, which must be one of the plan's
// own. The plan must have a period. It is false where the schedule would have more
// than [MaxScheduled] numbers.
func Scheduled(r *Result, by Unit, confidence *big.Rat) (s *ScheduleResult, ok bool) {
	s = &ScheduleResult{Plan: r, By: by, Confidence: confidence}
	stages := 0
	for i := range r.Funnels {
		f := FunnelSchedule{Plan: &r.Funnels[i]}
		for j := range f.Plan.Stages {
			f.Stages = append(f.Stages, r.stageSchedule(i, j, confidence))
		}
		s.Funnels = append(s.Funnels, f)
		stages += len(f.Stages)
	}
	s.Periods, ok = r.days.periods(s.spans(), by, MaxScheduled/stages)
	if !ok {
		return nil, false
	}
	s.addCapacity()
	s.Warnings = scheduleWarnings(r)
	return s, true
}

func (r *Result) stageSchedule(funnel, stage int, confidence *big.Rat) StageSchedule {
	f := r.Funnels[funnel].Funnel
	s := StageSchedule{
		Schedule:    r.Schedule(funnel, stage),
		Plan:        &r.Funnels[funnel].Stages[stage],
		LastUseful:  lastUseful(r.Plan, f, stage),
		ShouldStart: shouldStart(r.Plan, f, stage),
	}
	if confidence != nil {
		s.Total = s.Plan.totalFor(confidence)
	}
	return s
}

// totalFor is what must enter at a stage to be so sure, direct entries included.
// Below the success stage it is what is needed; nil above [MaxNeeded].
func (s *StageResult) totalFor(confidence *big.Rat) *big.Int {
	needed := s.Needed
	for _, c := range s.ForConfidence {
		if c.Confidence.Cmp(confidence) == 0 {
			needed = c.Needed
		}
	}
	if needed == nil {
		return nil
	}
	return new(big.Int).Add(needed, big.NewInt(s.Stage.Direct))
}

// lastUseful is the last day on which an entry still serves the period, or the
// fixed dates of a stage below. It may be before the period.
func lastUseful(p *Plan, f *Funnel, stage int) Date {
	if dates := f.Stages[stage].Dates; dates != nil {
		return dates.End
	}
	return aroundDates(p, f, stage, byLags(p, f, stage)).End
}

// shouldStart is the day from which on entries would have brought successes in
// the whole period, where the way from the top to success takes longer than it.
func shouldStart(p *Plan, f *Funnel, stage int) *Date {
	if f.Success == 0 || stage > f.Success || f.Between(0, f.Success) < p.Period.Days() {
		return nil
	}
	day := shift(p.Period.Start, -f.Between(stage, f.Success))
	return &day
}

// DueIn is what a period asks of the stage; nil where the total is not known.
func (s *StageSchedule) DueIn(p Period) *big.Int {
	due := s.Cumulative(p)
	if due == nil {
		return nil
	}
	return due.Sub(due, s.Target(p.Start-1))
}

// Cumulative is what is due by the end of a period in all.
func (s *StageSchedule) Cumulative(p Period) *big.Int {
	if s.Total == nil {
		return nil
	}
	return s.Target(p.End)
}

// spans are the days that a schedule speaks of: the period, and all in which
// anything is due.
func (s *ScheduleResult) spans() []Span {
	spans := []Span{*s.Plan.Plan.Period}
	for i := range s.Funnels {
		for j := range s.Funnels[i].Stages {
			spans = append(spans, s.Funnels[i].Stages[j].Due)
		}
	}
	return spans
}

// periods are the units of the calendar that touch any of the spans; ok is false
// where they are more than most. The first and the last are cut to the spans. Days
// on which nothing is worked are left out, unless a span has no others.
func (w workdays) periods(spans []Span, by Unit, most int) (periods []Period, ok bool) {
	joined := union(spans)
	first, last := joined[0].Start, joined[len(joined)-1].End
	for _, span := range joined {
		for unit := by.Around(span.Start); unit.Start <= span.End; unit = by.Around(unit.End + 1) {
			if n := len(periods); n > 0 && periods[n-1].Name == by.Name(unit.Start) {
				continue
			}
			cut := Span{max(unit.Start, first), min(unit.End, last)}
			period := Period{Span: cut, Name: by.Name(cut.Start), Partial: cut != unit, WorkingDays: w.in(cut)}
			if by == EachDay && period.WorkingDays == 0 && !w.idleIn(spans, cut.Start) {
				continue
			}
			if periods = append(periods, period); len(periods) > most {
				return nil, false
			}
		}
	}
	return periods, true
}

// idleIn reports whether a day lies in a span without any working day.
func (w workdays) idleIn(spans []Span, day Date) bool {
	return slices.ContainsFunc(spans, func(s Span) bool { return s.Start <= day && day <= s.End && w.in(s) == 0 })
}

// union joins spans that overlap or follow each other.
func union(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	joined := []Span{spans[0]}
	for _, s := range spans[1:] {
		if last := &joined[len(joined)-1]; int64(s.Start) <= int64(last.End)+1 {
			last.End = max(last.End, s.End)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}
