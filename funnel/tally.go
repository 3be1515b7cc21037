package funnel

import "math/big"

// funnel is what happened in one of the plan's funnels; nothing is known of one
// that the data do not have.
func (a *Actuals) funnel(i int) *FunnelActuals {
	if i < len(a.Funnels) {
		return &a.Funnels[i]
	}
	return &FunnelActuals{}
}

func (f *FunnelActuals) stage(i int) *StageActuals {
	if i < len(f.Stages) {
		return &f.Stages[i]
	}
	return &StageActuals{}
}

// tally is what some entries of a stage come to.
type tally struct {
	entries, implied, direct int64

	wentOn int64    // lead by lead: how many of the others entered the next stage
	ripe   portions // entered long enough ago for it to be known whether they go on
	ripeOn int64    // how many of these did; lead by lead
	fresh  portions // late enough to come from those who entered the stage above in the plan's days; direct ones left out
}

// portions counts entries of rows in whole and in part.
type portions struct {
	whole int64
	part  *big.Rat // of rows that lie across a day; nil for none
}

// add counts more in. Counts beyond any plan are cut to countLimit.
func (p *portions) add(o portions) {
	p.whole = together(p.whole, o.whole)
	if o.part == nil {
		return
	}
	if p.part == nil {
		p.part = new(big.Rat)
	}
	p.part.Add(p.part, o.part)
}

// floor is the count of whole entries.
func (p portions) floor() int64 {
	if p.part == nil {
		return p.whole
	}
	return together(p.whole, toInt64(floor(p.part)))
}

// stageTally is what the entries of one stage come to, in all and by source.
type stageTally struct {
	all     tally
	channel map[string]*tally
	brought map[string]*tally

	known    bool
	records  bool
	ripeness ripeness
	strays   strays
	last     *Date // by which somebody entered; nil where nobody did or the data name no days
	grown    []Grown
}

// strays counts entries that are not of the plan's days.
type strays struct{ before, after int64 }

// ripeness says who entered a stage long enough ago.
type ripeness struct {
	until Date  // last day of entry, where days are known
	lag   int64 // days that it takes
	known bool  // false where the data name no days and it takes some
}

// counting says which entries and amounts count.
type counting struct {
	first, last Date // of the plan: what happened outside of them is not its doing
	day         Date // of comparison, included
	known       Date // up to which it is known who went on; day, or later
	dated       bool // the data name days at all
	days        workdays
}

// counts reports whether what happened in some days counts: by the first of
// them, since a week that has begun is counted as far as it went.
func (c counting) counts(days Span) bool {
	return !c.dated || !c.early(days) && !c.late(days) && days.Start <= c.day
}

// early reports whether it happened before the plan: a week or month that lies
// across its first day goes by the middle of it.
func (c counting) early(days Span) bool { return c.dated && middle(days) < c.first }

// late reports whether it happened after the plan, in the same way.
func (c counting) late(days Span) bool { return c.dated && middle(days) > c.last }

func middle(days Span) Date { return days.Start + max(0, days.End-days.Start)/2 }

// funnel counts the entries of all stages, each until its own last day.
func (c counting) funnel(f *Funnel, lasts []Date, happened *FunnelActuals) []stageTally {
	tallies := make([]stageTally, len(f.Stages))
	for i := range f.Stages {
		s := happened.stage(i)
		of := c
		of.last = lasts[i]
		freshFrom := c.first
		if i > 0 {
			freshFrom = shift(c.first, f.Between(i-1, i))
		}
		tallies[i] = of.stage(s, c.ripeness(f, i, s), freshFrom)
	}
	return tallies
}

// ripeness of entries that are known lead by lead waits for the lag's 95 %
// quantile, by which hardly anybody is still on the way, in days begun. Counts
// are held against the counts of the next stage: both move by the typical lag.
func (c counting) ripeness(f *Funnel, stage int, s *StageActuals) ripeness {
	if stage == len(f.Stages)-1 {
		return ripeness{}
	}
	lag := f.Between(stage, stage+1)
	if s.Records {
		lag = (f.Stages[stage].Lag.High + 23) / 24
		return ripeness{until: shift(c.known, -lag), lag: lag, known: c.dated || lag == 0}
	}
	return ripeness{until: shift(c.day, -lag), lag: lag, known: c.dated || lag == 0}
}

// stage counts the entries of one stage. Those from freshFrom on can come from
// people who entered the stage above in the plan's days.
func (c counting) stage(s *StageActuals, ripe ripeness, freshFrom Date) stageTally {
	t := stageTally{
		channel: map[string]*tally{}, brought: map[string]*tally{},
		known: s.Known, records: s.Records, ripeness: ripe, grown: c.grown(s.Entries),
	}
	for i := range s.Entries {
		e := &s.Entries[i]
		days := Span{e.From, e.To}
		switch {
		case c.early(days):
			t.strays.before = together(t.strays.before, e.Count)
		case c.late(days) && days.Start <= c.day:
			t.strays.after = together(t.strays.after, e.Count)
		}
		if !c.counts(days) {
			continue
		}
		if day := c.gone(e).End; c.dated && e.Count > 0 && (t.last == nil || day > *t.last) {
			t.last = &day
		}
		one := c.entry(e, s, ripe)
		one.fresh = c.since(freshFrom, e)
		t.all.add(one)
		tallyOf(t.channel, e.Channel).add(one)
		tallyOf(t.brought, e.Brought).add(one)
	}
	return t
}

func tallyOf(tallies map[string]*tally, name string) *tally {
	t := tallies[name]
	if t == nil {
		t = &tally{}
		tallies[name] = t
	}
	return t
}

// entry is what one row of entries counts for. Of a row whose days go beyond the
// last that is long enough ago, a share by working days is taken as ripe; but
// not lead by lead, where it must be known who is.
func (c counting) entry(e *Entries, s *StageActuals, ripe ripeness) tally {
	t := tally{entries: e.Count, implied: e.Implied, direct: e.Direct}
	followed := e.Count
	if s.Records {
		followed = max(0, e.Count-e.Implied-e.Direct)
		t.wentOn = e.WentOn
	}
	days := c.gone(e)
	switch {
	case !ripe.known:
	case !c.dated || days.End <= ripe.until:
		t.ripe.whole, t.ripeOn = followed, t.wentOn
	case days.Start <= ripe.until && !s.Records:
		t.ripe = c.part(Span{days.Start, ripe.until}, days, followed)
	}
	return t
}

// since is what a row counts for from a day on, direct entries left out.
func (c counting) since(from Date, e *Entries) portions {
	others := max(0, e.Count-e.Direct)
	days := c.gone(e)
	switch {
	case !c.dated || days.Start >= from:
		return portions{whole: others}
	case days.End >= from:
		return c.part(Span{from, days.End}, days, others)
	}
	return portions{}
}

// gone are the days of a row as far as they are over.
func (c counting) gone(e *Entries) Span { return Span{e.From, min(max(e.From, e.To), c.day)} }

// part is the share of a row's entries that falls into some of its days.
func (c counting) part(days, whole Span, entries int64) portions {
	share := c.days.of(whole).portion(days)
	return portions{part: share.Mul(share, new(big.Rat).SetInt64(entries))}
}

// add counts more entries in. Counts beyond any plan are cut to countLimit.
func (t *tally) add(o tally) {
	t.entries = together(t.entries, o.entries)
	t.implied = together(t.implied, o.implied)
	t.direct = together(t.direct, o.direct)
	t.wentOn = together(t.wentOn, o.wentOn)
	t.ripe.add(o.ripe)
	t.ripeOn = together(t.ripeOn, o.ripeOn)
	t.fresh.add(o.fresh)
}

// toInt64 is a count, cut to [countLimit].
func toInt64(n *big.Int) int64 {
	if !n.IsInt64() {
		return countLimit
	}
	return min(n.Int64(), countLimit)
}

// cameIn are those who entered the funnel: at the top stage everybody, further
// down those who came without the stages above.
func (t *tally) cameIn(stage int) int64 {
	if stage == 0 {
		return t.entries
	}
	return t.direct
}
