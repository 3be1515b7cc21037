package actuals

import "slices"

// checkNeeds asks for what a table of its kind cannot do without.
func (u *understanding) checkNeeds() {
	switch u.kind {
	case kindUnknown:
		u.askKind()
	case kindCountsLong:
		u.need(MeaningStage)
		u.need(MeaningCount)
		if u.likelyDates() != nil { // else the counts are of all the time there was
			u.needDate()
		}
	case kindCountsWide:
		if u.table.rows > 1 { // a single row is of all the time there was
			u.needDate()
		}
	case kindSpend:
		u.needDate()
		if u.column(MeaningLeads) == nil {
			u.need(MeaningSpend)
		}
	case kindRecordsByStage:
		if u.column(MeaningClosed) == nil && u.column(MeaningWon) == nil {
			u.need(MeaningEntered)
		}
	case kindRecordsByDates:
	}
}

// needDate asks for the day of each row, unless the report says of which days it
// is.
func (u *understanding) needDate() {
	if u.period != nil || u.column(MeaningStarts) != nil || u.column(MeaningEnds) != nil {
		return
	}
	u.need(MeaningDate)
}

// need asks for a meaning that no column has, offering those that may have it.
func (u *understanding) need(m Meaning) {
	asked := slices.ContainsFunc(u.opens, func(o open) bool { return o.meaning == m })
	if u.column(m) != nil || asked {
		return
	}
	if c := u.unfitting(m); c != nil {
		u.ask(u.unfit(c, m))
		return
	}
	o := open{needed: true, meaning: m, candidates: u.headers()}
	o.problem = problem("column-missing", u.table.number, "meaning", string(m), "columns", quoted(o.candidates))
	if likely := u.likely(m); len(likely) > 0 {
		o.candidates = likely
		o.problem = problem("column-uncertain", u.table.number, "meaning", string(m), "columns", quoted(likely), "want", likely[0])
	}
	u.ask(o)
}

// askKind asks what a table is about: where a header claims what its cells
// refute, why.
func (u *understanding) askKind() {
	if u.table.rows == 0 {
		u.ask(open{needed: true, problem: problem("table-empty", u.table.number, "columns", quoted(u.headers()))})
		return
	}
	for _, c := range u.columns {
		for _, claim := range c.claims {
			if claim.rank == 1 && !c.isEmpty() && !c.holds(claim.meaning) {
				u.ask(u.unfit(c, claim.meaning))
				break
			}
		}
	}
	if len(u.opens) == 0 {
		u.ask(open{
			needed: true, candidates: u.headers(),
			problem: problem("table-not-understood", u.table.number, "columns", quoted(u.headers()), "known", u.words.answers()),
		})
	}
}

// unfitting is a column whose header claims a meaning that its cells refute, nil
// where there is none.
func (u *understanding) unfitting(m Meaning) *column {
	for _, c := range u.columns {
		if rank, ok := c.rank(m); ok && rank != candidate && !c.isEmpty() && !c.holds(m) {
			return c
		}
	}
	return nil
}

// likely are the columns that may have a meaning.
func (u *understanding) likely(m Meaning) []string {
	var names []string
	for _, c := range u.columns {
		rank, ok := c.rank(m)
		if !c.chosen && ok && rank == candidate && c.holds(m) {
			names = append(names, c.header)
		}
	}
	if len(names) == 0 && contentOf(m) == contentDates {
		return u.likelyDates()
	}
	return names
}

// likelyDates are the columns without a meaning that hold dates.
func (u *understanding) likelyDates() []string {
	var names []string
	for _, c := range u.columns {
		if written := c.dateTally.written(); c.meaning == MeaningNone && written > 0 && written*2 >= c.dateTally.filled() {
			names = append(names, c.header)
		}
	}
	return names
}
