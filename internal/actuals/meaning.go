package actuals

import (
	"slices"
	"strings"

	"embudo/internal/actuals/sheet"
)

// understanding is what the rows of a sheet are, what each column means, and
// what is still open.
type understanding struct {
	kind     tableKind
	platform string // of a table of spend: google_ads, meta or ga4; empty where it is not clear
	table    *table
	columns  []*column // of the table, in its order
	period   *period   // that the lines above the table name; nil where they name none
	stages   map[string]stageMatch
	left     leftByReason // rows of the sheet that are not among the table's
	others   []*table

	opens   []open
	notes   []*sheet.Problem // what was decided that the user may want to know
	refuted []refutation     // choices of how columns are written that a column's own cells refute
	absent  []string         // choices of columns that the table has not; another source may

	words   *vocabulary
	choices choices
	chosen  map[string]*column // by the name of the choice
}

// open is a question that the sheet leaves open.
type open struct {
	problem    *sheet.Problem
	meaning    Meaning
	candidates []string // columns or, of the values of a stage column, values
	needed     bool     // nothing can be read without an answer
}

// understandRows surveys all rows of a sheet and says what they mean.
func understandRows(each func(yield func(sheet.Row) error) error, funnels []funnelStages, c choices) (*understanding, error) {
	s := newSurvey(funnels, c)
	err := each(func(row sheet.Row) error {
		s.add(row)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s.understand(), nil
}

// understand says what the rows that were surveyed mean.
func (s *survey) understand() *understanding {
	s.settle()
	if len(s.tables) == 0 && len(s.lost) > 0 && isHeading(texts(s.lost[0])) {
		s.begin(s.lost[0], s.lost[1:]) // names that nobody knows
		s.outside = leftByReason{}
	}
	best := &understanding{words: s.words, choices: s.choices, left: s.outside}
	for _, t := range s.tables {
		u := &understanding{table: t, columns: copied(t.columns), words: s.words, choices: s.choices}
		u.choose()
		u.kind = u.features().chosenKind(u.choices.Kind)
		if best.table == nil || u.better(best) {
			best = u
		}
	}
	if best.table == nil {
		best.ask(open{problem: problem("no-header", s.firstLost()), needed: true})
		return best
	}
	best.sortOut(s)
	best.assign()
	best.settleStyles()
	best.readPeriod(s.titles)
	best.checkNeeds()
	best.matchStages()
	best.noteLeftOut()
	return best
}

// copied are columns to be given a meaning: those of the survey stay without, so
// that more rows can be added to them.
func copied(columns []*column) []*column {
	copies := make([]*column, len(columns))
	for i, c := range columns {
		one := *c
		copies[i] = &one
	}
	return copies
}

// better reports whether a table says more than the best so far: its kind is
// known, more of its columns are, or it has more rows.
func (u *understanding) better(than *understanding) bool {
	if (u.kind != kindUnknown) != (than.kind != kindUnknown) {
		return u.kind != kindUnknown
	}
	if a, b := u.known(), than.known(); a != b {
		return a > b
	}
	return u.table.rows > than.table.rows
}

// known counts the columns whose header says something.
func (u *understanding) known() int {
	known := 0
	for _, c := range u.columns {
		if c.chosen || c.stageMeaning() != MeaningNone || slices.ContainsFunc(c.claims, func(x claim) bool { return c.claimsSurely(x.meaning) }) {
			known++
		}
	}
	return known
}

// column is the column with a meaning, nil where none has it.
func (u *understanding) column(m Meaning) *column {
	for _, c := range u.columns {
		if c.meaning == m {
			return c
		}
	}
	return nil
}

// sieve tells the rows of the table from those to leave out, on a second reading.
func (u *understanding) sieve() *sieve { return u.table.sieve }

func (u *understanding) headers() []string {
	names := make([]string, len(u.table.columns))
	for i, c := range u.table.columns {
		names[i] = c.header
	}
	return names
}

func (u *understanding) ask(o open) { u.opens = append(u.opens, o) }

// choose gives columns the meaning that the plan or a flag names.
func (u *understanding) choose() {
	u.chosen = map[string]*column{}
	for _, name := range sortedKeys(u.choices.Columns) {
		c := u.named(u.choices.Columns[name])
		if c == nil {
			continue // said once it is clear which table is taken
		}
		if c.chosen { // for something else too
			twin := *c
			c = &twin
			u.columns = append(u.columns, c)
		}
		u.chosen[name] = c
		if ref, ok := u.words.stages.chosen(name); ok {
			c.stage, c.isStage, c.chosen = ref, true, true
			c.meaning = c.stageMeaning()
		} else if isMeaning(name) {
			c.meaning, c.chosen, c.isStage = Meaning(name), true, false
		}
	}
}

// named is the column with a header, case, accents and punctuation aside where
// none is written just so; nil where there is none.
func (u *understanding) named(header string) *column {
	for _, c := range u.columns {
		if c.header == strings.TrimSpace(header) {
			return c
		}
	}
	for _, c := range u.columns {
		if fold(c.header) == fold(header) {
			return c
		}
	}
	return nil
}

// sortOut says which table was taken and what stands beside it.
func (u *understanding) sortOut(s *survey) {
	u.left = leftByReason{}
	for why, n := range s.outside {
		u.left[why] = n
	}
	for why, n := range u.table.left {
		u.left.merge(why, n)
	}
	for _, t := range s.tables {
		if t != u.table {
			u.others = append(u.others, t)
			u.left.merge(leftOtherTable, leftRows{t.rows + 1, t.number})
		}
	}
	if len(u.others) > 0 {
		u.notes = append(u.notes, problem("other-tables", u.table.number, "row", u.table.number, "tables", len(s.tables), "others", rowsOf(u.others)))
	}
	for _, name := range sortedKeys(u.choices.Columns) {
		u.checkChoice(name)
	}
}

// checkChoice asks about a choice that cannot be followed.
func (u *understanding) checkChoice(name string) {
	_, isStage := u.words.stages.chosen(name)
	c := u.chosen[name]
	switch {
	case !isStage && !isMeaning(name):
		u.ask(open{needed: true, problem: problem("unknown-meaning", 0, "got", name, "known", u.words.answers())})
	case c == nil:
		u.absent = append(u.absent, name)
	case isStage && c.isEmpty() && u.kind == kindRecordsByDates: // nobody is there yet
	case isStage && c.meaning == MeaningNone:
		u.ask(open{
			needed: true, meaning: MeaningStageDate, candidates: []string{c.header},
			problem: problem("column-not-a-stage", u.table.number, "column", c.header, "stage", name),
		})
	case !isStage && !c.isEmpty() && !c.holds(c.meaning):
		u.ask(u.unfit(c, c.meaning))
	}
}

// unfit is the question that a column raises whose cells are not what its
// meaning needs.
func (u *understanding) unfit(c *column, m Meaning) open {
	name, first := "column-not-dates", c.dateTally.first[dateMisfit]
	if contentOf(m) == contentNumbers {
		name, first = "column-not-numbers", c.numberTally.first[numberMisfit]
	}
	return open{
		needed: true, meaning: m, candidates: []string{c.header},
		problem: problem(name, first.row, "column", c.header, "meaning", string(m), "got", first.text),
	}
}

// assign gives each column its meaning.
func (u *understanding) assign() {
	roles := u.kind.roles()
	if u.kind == kindCountsWide || u.kind == kindRecordsByDates {
		u.assignStages()
	}
	for _, r := range roles {
		u.fill(r)
	}
	if u.kind == kindRecordsByDates || u.kind == kindRecordsByStage {
		u.assignStatus()
	}
	if u.kind == kindSpend {
		u.platform = u.adPlatform()
	}
}

// assignStages gives meaning to the columns that are named after stages. Two for
// the same stage are a question.
func (u *understanding) assignStages() {
	want := MeaningStageCount
	if u.kind == kindRecordsByDates {
		want = MeaningStageDate
	}
	groups := map[stageRef][]*column{}
	var order []stageRef
	for _, c := range u.columns {
		if c.chosen || c.stageMeaning() != want {
			continue
		}
		if len(groups[c.stage]) == 0 {
			order = append(order, c.stage)
		}
		groups[c.stage] = append(groups[c.stage], c)
	}
	u.assignEmptyStages(groups)
	for _, ref := range order {
		columns := groups[ref]
		switch taken := u.chosenStage(want, ref); {
		case taken:
		case len(columns) == 1 && columns[0].mayBeMoney && want == MeaningStageCount:
			name := columns[0].header
			u.ask(open{
				needed: true, meaning: Meaning(ref.Stage), candidates: []string{name},
				problem: problem("stage-or-money", u.table.number, "column", name, "stage", ref.Stage, "want", name),
			})
		case len(columns) == 1:
			columns[0].meaning = want
		default:
			u.askWhich(Meaning(ref.Stage), columns, want == MeaningStageCount)
		}
	}
}

// assignEmptyStages gives meaning to columns that are named after stages which no
// lead has entered yet, as in the first weeks of a quarter: of leads whose other
// stages have their days, nobody has one there. Only a stage that no other column
// speaks of has such a column.
func (u *understanding) assignEmptyStages(spoken map[stageRef][]*column) {
	if u.kind != kindRecordsByDates {
		return
	}
	empty := map[stageRef][]*column{}
	for _, c := range u.columns {
		if c.isStage && c.isEmpty() && c.meaning == MeaningNone && len(c.claims) == 0 {
			empty[c.stage] = append(empty[c.stage], c)
		}
	}
	for ref, columns := range empty {
		if len(columns) == 1 && len(spoken[ref]) == 0 && !u.chosenStage(MeaningStageDate, ref) {
			columns[0].meaning = MeaningStageDate
		}
	}
}

func (u *understanding) chosenStage(m Meaning, ref stageRef) bool {
	return slices.ContainsFunc(u.columns, func(c *column) bool { return c.chosen && c.meaning == m && c.stage == ref })
}

// fill finds the column for a role: the surest of those that claim it.
func (u *understanding) fill(r role) {
	if u.column(r.meaning) != nil {
		return
	}
	for _, m := range r.from {
		columns := u.claimants(m)
		switch len(columns) {
		case 0:
			continue
		case 1:
			columns[0].meaning = r.meaning
		default:
			u.askWhich(r.meaning, columns, u.isNeeded(r.meaning))
		}
		return
	}
}

// claimants are the columns that claim a meaning most surely. Empty ones stand
// back.
func (u *understanding) claimants(m Meaning) []*column {
	var best []*column
	bestRank := 0
	for _, c := range u.columns {
		rank, _ := c.rank(m)
		if c.meaning != MeaningNone || !c.claimsSurely(m) {
			continue
		}
		switch {
		case len(best) == 0 || rank < bestRank || rank == bestRank && best[0].isEmpty() && !c.isEmpty():
			best, bestRank = []*column{c}, rank
		case rank == bestRank && c.isEmpty() == best[0].isEmpty():
			best = append(best, c)
		}
	}
	return best
}

func (u *understanding) askWhich(m Meaning, columns []*column, needed bool) {
	var names []string
	for _, c := range columns {
		names = append(names, c.header)
	}
	u.ask(open{
		needed: needed, meaning: m, candidates: names,
		problem: problem("several-columns", u.table.number, "meaning", string(m), "columns", quoted(names), "want", names[0]),
	})
}

// isNeeded reports whether a table of this kind says nothing without a meaning.
func (u *understanding) isNeeded(m Meaning) bool {
	switch u.kind {
	case kindCountsLong:
		return m == MeaningStage || m == MeaningCount || m == MeaningDate
	case kindCountsWide:
		return m == MeaningDate
	case kindSpend:
		return m == MeaningDate || m == MeaningSpend
	case kindRecordsByStage:
		return m == MeaningStage || m == MeaningEntered || m == MeaningClosed
	default:
		return false
	}
}

// assignStatus finds the column that says open, won or lost beside a stage.
func (u *understanding) assignStatus() {
	if u.column(MeaningStage) == nil || u.column(MeaningStatus) != nil {
		return
	}
	var columns []*column
	for _, c := range u.columns {
		if c.meaning == MeaningNone && c.claimsSurely(MeaningStage) && u.words.stages.areOutcomes(c.values) {
			columns = append(columns, c)
		}
	}
	switch len(columns) {
	case 0:
	case 1:
		columns[0].meaning = MeaningStatus
	default:
		u.askWhich(MeaningStatus, columns, false)
	}
}

// adPlatform is the platform that the headers belong to, empty where they belong
// to none or to several alike.
func (u *understanding) adPlatform() string {
	count := map[string]int{}
	for _, c := range u.columns {
		if platform, ok := u.words.platformOf(c.header); ok && platform != "" {
			count[platform]++
		}
	}
	best := ""
	for _, platform := range sortedKeys(count) {
		if best == "" || count[platform] > count[best] {
			best = platform
		}
	}
	for platform, n := range count {
		if platform != best && n == count[best] {
			return ""
		}
	}
	return best
}

// noteLeftOut says which cells do not fit the style of their column.
func (u *understanding) noteLeftOut() {
	for _, c := range u.columns {
		left := c.numbers.leftOut
		if contentOf(c.meaning) == contentDates {
			left = c.dates.leftOut
		}
		if c.meaning != MeaningNone && left.cells > 0 && c.dates.open == nil && c.numbers.open == nil {
			u.notes = append(u.notes, problem("cells-left-out", left.first.row,
				"column", c.header, "cells", left.cells, "row", left.first.row, "got", left.first.text))
		}
	}
}
