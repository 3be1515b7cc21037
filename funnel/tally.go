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
	ripe   int64    // entered long enough ago for it to be known whether they go on
	ripeOn int64    // how many of these did; lead by lead
	partly *big.Rat // ripe besides: shares of rows that go beyond that day; nil for none
}

// stageTally is what the entries of one stage come to, in all and by source.
type stageTally struct {
	all     tally
	channel map[string]*tally
	brought map[string]*tally

	known    bool
	records  bool
	ripeness ripeness
	before   int64 // entries from before the plan
}

// ripeness says who entered a stage long enough ago.
type ripeness struct {
	until Date  // last day of entry, where days are known
	lag   int64 // days that it takes
	known bool  // false where the data name no days and it takes some
}

// counting says which entries and amounts count.
type counting struct {
	first, day Date // both included
	dated      bool // the data name days at all
	holidays   map[Date]bool
}

// counts reports whether what happened in some days counts: by the first of
// them, since a week that has begun is counted as far as it went.
func (c counting) counts(days Span) bool { return !c.dated || !c.early(days) && days.Start <= c.day }

// early reports whether it happened before the plan: a week or month that lies
// across its first day goes by the middle of it.
func (c counting) early(days Span) bool {
	return c.dated && days.Start+max(0, days.End-days.Start)/2 < c.first
}

// funnel counts the entries of all stages.
func (c counting) funnel(f *Funnel, happened *FunnelActuals) []stageTally {
	tallies := make([]stageTally, len(f.Stages))
	for i := range f.Stages {
		s := happened.stage(i)
		tallies[i] = c.stage(s, c.ripeness(f, i, s))
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
	}
	return ripeness{until: shift(c.day, -lag), lag: lag, known: c.dated || lag == 0}
}

func (c counting) stage(s *StageActuals, ripe ripeness) stageTally {
	t := stageTally{
		channel: map[string]*tally{}, brought: map[string]*tally{},
		known: s.Known, records: s.Records, ripeness: ripe,
	}
	for i := range s.Entries {
		e := &s.Entries[i]
		if c.early(Span{e.From, e.To}) {
			t.before = together(t.before, e.Count)
		}
		if !c.counts(Span{e.From, e.To}) {
			continue
		}
		one := c.entry(e, s, ripe)
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
	days := Span{e.From, min(max(e.From, e.To), c.day)}
	switch {
	case !ripe.known:
	case !c.dated || days.End <= ripe.until:
		t.ripe, t.ripeOn = followed, t.wentOn
	case days.Start <= ripe.until && !s.Records:
		share := portion(Span{days.Start, ripe.until}, days, c.holidays)
		t.partly = share.Mul(share, new(big.Rat).SetInt64(followed))
	}
	return t
}

// add counts more entries in. Counts beyond any plan are cut to countLimit.
func (t *tally) add(o tally) {
	t.entries = together(t.entries, o.entries)
	t.implied = together(t.implied, o.implied)
	t.direct = together(t.direct, o.direct)
	t.wentOn = together(t.wentOn, o.wentOn)
	t.ripe = together(t.ripe, o.ripe)
	t.ripeOn = together(t.ripeOn, o.ripeOn)
	if o.partly == nil {
		return
	}
	if t.partly == nil {
		t.partly = new(big.Rat)
	}
	t.partly.Add(t.partly, o.partly)
}

// trials are the entries that are old enough to judge a rate by, whole ones.
func (t *tally) trials() int64 {
	if t.partly == nil {
		return t.ripe
	}
	return together(t.ripe, toInt64(floor(t.partly)))
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
