package report

import (
	"math/big"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// Plan shows what a plan needs.
func Plan(r *funnel.Result, l *i18n.Language) *Document {
	d := &Document{
		Language:   l,
		Currency:   r.Plan.Currency,
		MinorUnits: r.Plan.MinorUnits,
		Title:      planTitle(r.Plan, l),
		Main:       func() Table { return planMain(r) },
	}
	d.Summary = d.headline(r)

	notes := footnotes{document: d}
	general, _ := notes.of("", r.Warnings)
	for i := range r.Funnels {
		f := &r.Funnels[i]
		own, marks := notes.of(f.Funnel.ID, r.Warnings)
		own = append(own, notes.followUp(f, marks)...)
		table := d.planTable(r.Plan, f, marks)
		if len(r.Funnels) > 1 {
			table.Title = l.Plan.FunnelTitle.Fill("funnel", f.Funnel.Name, "share", l.Percent(f.Funnel.Share))
		}
		d.Blocks = append(d.Blocks, table, d.funnelBars(r.Plan, f))
		if used := usedBy(f); used.window {
			d.Blocks = append(d.Blocks, d.whenTable(f))
		}
		if len(r.Funnels) > 1 && f.Chance != nil {
			d.Blocks = append(d.Blocks, Lines{Lines: []string{l.Plan.FunnelChance.Fill("chance", l.Chance(*f.Chance))}})
			d.addNotes(own)
		} else {
			general = append(own, general...)
		}
	}
	d.Blocks = append(d.Blocks, Lines{Lines: chanceLines(r, l)})
	d.addNotes(general)
	d.Data = func() any { return planJSON(r) }
	return d
}

func (d *Document) addNotes(notes []Note) {
	if len(notes) > 0 {
		d.Blocks = append(d.Blocks, Notes{Title: string(d.Language.Words.Notes), Notes: notes})
	}
}

// planTitle is the plan's name with its period.
func planTitle(p *funnel.Plan, l *i18n.Language) string {
	title := p.Name
	if title == "" {
		title = string(l.Plan.Untitled)
	}
	if p.Period != nil {
		title += " · " + l.Days(p.Period.Start.Time(), p.Period.End.Time())
	}
	return title
}

// headline is the answer in one sentence: what the budget must bring, and the
// clients and meetings that this takes.
func (d *Document) headline(r *funnel.Result) string {
	clauses := []string{d.mustBring(r)}
	if r.Plan.ExistingRevenue.Sign() > 0 && r.Clients.Sign() > 0 {
		clauses = append(clauses, d.Language.Plan.ExistingBring.Fill("existing", d.sum(r.Plan.ExistingRevenue)))
	}
	clauses = append(clauses, d.takesClients(r))
	if judged := d.judgedBy(r); judged != "" {
		clauses = append(clauses, judged)
	}
	clauses = append(clauses, d.meetings(r)...)
	return strings.Join(clauses, "; ") + "."
}

// mustBring spells out what the target asks of the budget.
func (d *Document) mustBring(r *funnel.Result) string {
	l, p := d.Language, r.Plan
	switch p.Target.Kind {
	case funnel.TargetRevenue:
		ratio := new(big.Rat).Quo(p.Target.Value, p.Budget)
		return l.Plan.MustBringRevenue.Fill(
			"budget", d.sum(p.Budget), "revenue", d.sum(p.Target.Value), "ratio", l.Decimal(ratio, 2))
	case funnel.TargetClients:
		return l.Plan.MustWinClients.Fill("budget", d.sum(p.Budget), "clients", l.Quantity(p.Target.Value.Num()))
	default:
		ratio := new(big.Rat).Quo(r.GrossProfitAsked, p.Budget)
		return l.Plan.MustBringProfit.Fill(
			"budget", d.sum(p.Budget), "profit", d.sum(r.GrossProfitAsked), "ratio", l.Decimal(ratio, 2))
	}
}

func (d *Document) takesClients(r *funnel.Result) string {
	l := d.Language
	breakEven := l.Quantity(r.BreakEvenClients)
	switch {
	case r.Clients.Sign() == 0:
		return l.Plan.NothingNeeded.Fill("existing", d.sum(r.Plan.ExistingRevenue))
	case r.Plan.Target.Kind == funnel.TargetClients:
		return l.Plan.BringsRevenue.Fill("revenue", d.sum(r.RevenueAtTarget), "break_even", breakEven)
	case r.Plan.Referrals.Sign() > 0:
		return l.Plan.TakesClientsReferred.Fill("clients", l.Quantity(r.Clients),
			"all", l.Count(r.ClientsWithReferrals), "break_even", breakEven)
	default:
		return l.Plan.TakesClients.Fill("clients", l.Quantity(r.Clients), "break_even", breakEven)
	}
}

// judgedBy names the stage that decides, where it is not the client and there
// is one such stage.
func (d *Document) judgedBy(r *funnel.Result) string {
	if len(r.Funnels) != 1 {
		return ""
	}
	f := &r.Funnels[0]
	if f.Funnel.Success == len(f.Stages)-1 {
		return ""
	}
	judged := &f.Stages[f.Funnel.Success]
	return d.Language.Plan.JudgedBy.Fill("stage", judged.Stage.Name, "total", d.Language.Count(judged.Total))
}

func chanceLines(r *funnel.Result, l *i18n.Language) []string {
	if r.Chance == nil {
		return []string{string(l.Plan.ChanceUnknown)}
	}
	if r.Clients.Sign() == 0 {
		return []string{string(l.Plan.ChanceCertain)}
	}
	lines := []string{l.Plan.Chance.Fill("chance", l.Chance(*r.Chance))}
	if len(r.Plan.Confidence) > 0 {
		return append(lines, string(l.Plan.ConfidenceNote))
	}
	return append(lines, string(l.Plan.AverageNote))
}

// planTable is what people see of one funnel.
func (d *Document) planTable(p *funnel.Plan, f *funnel.FunnelResult, marks map[string][]int) Table {
	l, use := d.Language, usedBy(f)
	t := Table{Columns: []Column{{Title: string(l.Words.Stage)}}}
	for i := range f.Stages {
		name := Cell{Value: Text(f.Stages[i].Stage.Name), Marks: marks[f.Stages[i].Stage.ID]}
		t.Rows = append(t.Rows, []Cell{name})
	}
	add := func(title i18n.Text, number bool, extra int, cell func(s *funnel.StageResult) Cell) {
		t.Columns = append(t.Columns, Column{Title: string(title), Number: number, Extra: extra})
		for i := range f.Stages {
			t.Rows[i] = append(t.Rows[i], cell(&f.Stages[i]))
		}
	}
	if use.owner {
		add(l.Words.Owner, false, 0, func(s *funnel.StageResult) Cell { return term(s.Stage.Owner, l.Words.Owners) })
	}
	if use.system {
		add(l.Words.System, false, 0, func(s *funnel.StageResult) Cell { return term(s.Stage.System, l.Words.Systems) })
	}
	for i := range t.Columns[1:] {
		t.Columns[i+1].Spare = 3 + i // owner and system, of what can be spared
	}
	add(l.Words.Rate, true, 0, func(s *funnel.StageResult) Cell { return percent(s.Stage.Rate.Value) })
	if use.recovers {
		add(l.Words.Effective, true, 3, func(s *funnel.StageResult) Cell { return percent(s.Effective) })
	}
	if use.inProgress || use.direct {
		add(l.Words.Total, true, totalExtra(f), func(s *funnel.StageResult) Cell { return count(s.Total) })
	}
	if use.inProgress {
		add(l.Words.There, true, 1, func(s *funnel.StageResult) Cell { return count(big.NewInt(s.Stage.InProgress)) })
	}
	if use.direct {
		add(l.Words.Direct, true, 1, func(s *funnel.StageResult) Cell { return count(big.NewInt(s.Stage.Direct)) })
	}
	add(l.Words.Needed, true, 0, func(s *funnel.StageResult) Cell { return count(s.Needed) })
	add(l.Words.Exact, true, 0, func(s *funnel.StageResult) Cell { return number(s.Exact, 2) })
	t.Columns[len(t.Columns)-1].Spare = 2
	for i, confidence := range p.Confidence {
		heading := i18n.Text(l.Words.Sure.Fill("confidence", l.Percent(confidence)))
		add(heading, true, 0, func(s *funnel.StageResult) Cell { return sureOf(s, i) })
		t.Columns[len(t.Columns)-1].Spare = min(i, 1) // all but the first
	}
	add(l.Words.AllowableCost, true, 0, func(s *funnel.StageResult) Cell { return money(s.AllowableCost) })
	if use.unitCost {
		add(l.Words.UnitCost, true, 4, func(s *funnel.StageResult) Cell { return money(s.Stage.UnitCost) })
	}
	if use.source {
		add(l.Words.Source, false, 5, func(s *funnel.StageResult) Cell { return text(s.Stage.Source) })
	}
	return t
}

// totalExtra is how soon the column of totals is left out: not at all where the
// headline names one that no other column shows.
func totalExtra(f *funnel.FunnelResult) int {
	judged := &f.Stages[f.Funnel.Success]
	if f.Funnel.Success < len(f.Stages)-1 && judged.Total.Cmp(judged.Needed) != 0 {
		return 0
	}
	return 2
}

// whenTable says in which days each stage must see its entries, how many that is
// a week, and how much of what people can handle it takes.
func (d *Document) whenTable(f *funnel.FunnelResult) Table {
	l := d.Language
	t := Table{Title: string(l.Plan.When), Columns: []Column{
		{Title: string(l.Words.Stage)},
		{Title: string(l.Words.Window)},
		{Title: string(l.Words.PerWeek), Number: true},
		{Title: string(l.Words.Capacity), Number: true},
	}}
	for i := range f.Stages {
		s := &f.Stages[i]
		row := []Cell{text(s.Stage.Name), span(s.Window), count(s.PerWeek), {}}
		if c := s.Capacity; c != nil {
			row[3] = text(l.Words.CapacityOf.Fill("required", l.Count(c.Required), "available", l.Count(c.Available)))
			if c.Short.Sign() > 0 {
				row[3].Tone = Bad
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// used says which columns of a funnel hold anything.
type used struct {
	owner, system, recovers, inProgress, direct, unitCost, window, source bool
}

func usedBy(f *funnel.FunnelResult) used {
	var u used
	for i := range f.Stages {
		s := &f.Stages[i]
		u.owner = u.owner || s.Stage.Owner != ""
		u.system = u.system || s.Stage.System != ""
		u.recovers = u.recovers || s.Effective != nil && s.Effective.Cmp(s.Stage.Rate.Value) != 0
		u.inProgress = u.inProgress || s.Stage.InProgress > 0
		u.direct = u.direct || s.Stage.Direct > 0
		u.unitCost = u.unitCost || s.Stage.UnitCost != nil
		u.window = u.window || s.Window != nil
		u.source = u.source || s.Stage.Source != ""
	}
	return u
}

// sureOf is a stage's number for the plan's i-th confidence; none below the
// success stage.
func sureOf(s *funnel.StageResult, i int) Cell {
	if i >= len(s.ForConfidence) {
		return Cell{}
	}
	return count(s.ForConfidence[i].Needed)
}

func term(key string, shown map[string]string) Cell {
	if key == "" {
		return Cell{}
	}
	return Cell{Value: Term{Key: key, Shown: shown[key]}}
}

// planMain is the plan for spreadsheets and scripts: a row a funnel and stage.
func planMain(r *funnel.Result) Table {
	var t Table
	for _, key := range []string{
		"funnel", "stage", "name", "owner", "system", "rate", "effective_rate", "total", "needed",
		"exact", "in_progress", "direct", "allowable_cost", "per_week", "window_start", "window_end",
		"capacity_available", "capacity_required",
	} {
		t.Columns = append(t.Columns, Column{Key: key})
	}
	for _, confidence := range r.Plan.Confidence {
		percent := new(big.Rat).Mul(confidence, big.NewRat(100, 1))
		t.Columns = append(t.Columns, Column{Key: "needed_for_" + plain(percent)})
	}
	for i := range r.Funnels {
		for j := range r.Funnels[i].Stages {
			t.Rows = append(t.Rows, planMainRow(r, &r.Funnels[i], &r.Funnels[i].Stages[j]))
		}
	}
	return t
}

func planMainRow(r *funnel.Result, f *funnel.FunnelResult, s *funnel.StageResult) []Cell {
	row := []Cell{
		text(f.Funnel.ID), text(s.Stage.ID), text(s.Stage.Name), text(s.Stage.Owner), text(s.Stage.System),
		percent(s.Stage.Rate.Value), percent(s.Effective), count(s.Total), count(s.Needed),
		number(s.Exact, 2), count(big.NewInt(s.Stage.InProgress)), count(big.NewInt(s.Stage.Direct)),
		money(s.AllowableCost), count(s.PerWeek),
	}
	start, end, available, required := Cell{}, Cell{}, Cell{}, Cell{}
	if s.Window != nil {
		start, end = Cell{Value: Day(s.Window.Start)}, Cell{Value: Day(s.Window.End)}
	}
	if s.Capacity != nil {
		available, required = count(s.Capacity.Available), count(s.Capacity.Required)
	}
	row = append(row, start, end, available, required)
	for i := range r.Plan.Confidence {
		row = append(row, sureOf(s, i))
	}
	return row
}
