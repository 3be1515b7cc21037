package workbook

import (
	"math/big"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/xlsx"
)

// inputs is the sheet of everything that may be changed.
type inputs struct {
	*page
	row  int
	text *i18n.Workbook

	name                                                string
	budget, target, existing, margin, repeat, referrals string // cells
	start, end                                          string // empty without a period
	funnels                                             []funnelInputs
	seasons                                             string // area of seasons and weights; empty where all days weigh the same
}

// funnelInputs are the cells of one funnel.
type funnelInputs struct {
	name, share, budget, revenue, margin string
	stages                               []stageInputs
}

// stageInputs are the cells of one stage.
type stageInputs struct {
	name                         string
	rate, seen, of, recovers     string
	lag, there, direct, unitCost string
	people, pace, days, from, to string
}

// The columns of a stage.
const (
	inName = iota + 1
	inRate
	inSeen
	inOf
	inRecovers
	inLag
	inThere
	inDirect
	inUnitCost
	inPeople
	inPerDay
	inPerWeek
	inDays
	inFrom
	inTo
	inSource
)

func (b *build) inputs() *inputs {
	t := b.text
	in := &inputs{page: newPage(string(t.Inputs), "FFC000"), text: t}
	in.Widths = []float64{b.nameWidth(34), 15, 12, 12, 12, 11, 11, 11, 14, 11, 11, 11, 11, 14, 14, 34}
	in.FrozenRows, in.FrozenColumns = 2, 1
	in.Landscape = true
	title := b.plan.Name
	if title == "" {
		title = string(b.l.Plan.Untitled)
	}
	in.title(title)
	in.name = in.ref(1, 1)
	in.text2(2, string(t.InputsNote))
	in.row = 3
	b.planInputs(in)
	for i := range b.plan.Funnels {
		in.funnels = append(in.funnels, b.funnelInputs(in, &b.plan.Funnels[i]))
	}
	b.seasonInputs(in)
	return in
}

// text2 is the line below the title.
func (in *inputs) text2(row int, text string) {
	in.page.text(row, 1, text, xlsx.Style{Color: quiet})
}

// planInputs are the numbers of the plan as a whole.
func (b *build) planInputs(in *inputs) {
	t, p := b.text, b.plan
	kind, format, check := t.TargetReturn, b.percent, positive()
	switch p.Target.Kind {
	case funnel.TargetReturn:
		check = xlsx.Validation{Type: "decimal", Operator: "greaterThanOrEqual", Low: "-1"}
	case funnel.TargetRevenue:
		kind, format = t.TargetRevenue, b.money
	case funnel.TargetClients:
		kind, format, check = t.TargetClients, count, xlsx.Validation{Type: "whole", Operator: "greaterThanOrEqual", Low: "1"}
	}
	if b.ownBudgets {
		in.budget = "" // the sum of those of the funnels, once they are there
		in.row++
		in.page.text(in.row, 1, string(t.Budget), label())
	} else {
		in.budget = b.number(in, "budget", t.Budget, t.BudgetNote, ofRat(p.Budget), b.money, positive())
	}
	in.target = b.number(in, "target", kind, t.TargetNote, ofRat(p.Target.Value), format, check)
	in.existing = b.number(in, "existing_revenue", t.Existing, t.ExistingNote, ofRat(p.ExistingRevenue), b.money, notNegative())
	in.margin = b.number(in, "gross_margin", t.Margin, t.MarginNote, ofRat(p.GrossMargin), b.percent, share())
	in.repeat = b.number(in, "repeat_purchases", t.Repeat, t.RepeatNote, ofRat(p.RepeatPurchases), decimal, notNegative())
	in.referrals = b.number(in, "referrals", t.Referrals, t.ReferralsNote, ofRat(p.Referrals), decimal, notNegative())
	if p.Period != nil {
		in.start = b.number(in, "period_start", t.Start, t.StartNote, ofDay(p.Period.Start), b.date, date())
		in.end = b.number(in, "period_end", t.End, t.EndNote, ofDay(p.Period.End), b.date, date())
	}
}

// number is a row of an input with its name and note.
func (b *build) number(in *inputs, name string, title, note i18n.Text, value any, format string, check xlsx.Validation) string {
	in.row++
	in.page.text(in.row, 1, string(title), label())
	cell := in.set(in.row, 2, xlsx.Cell{Value: value, Style: input(format)})
	in.page.text(in.row, 3, string(note), xlsx.Style{Color: quiet, Indent: 1})
	b.name(name, cell)
	b.validate(in.page, in.row, 2, check)
	in.Comments = append(in.Comments, xlsx.Comment{At: xlsx.Place{Row: in.row, Column: 2}, Text: string(title) + "\n" + string(note)})
	return cell
}

// funnelInputs are the numbers of one funnel and of its stages.
func (b *build) funnelInputs(in *inputs, f *funnel.Funnel) funnelInputs {
	t, several := b.text, len(b.plan.Funnels) > 1
	var cells funnelInputs
	in.row += 2
	if several {
		in.heading(in.row, f.Name)
	} else {
		in.heading(in.row, string(t.Stages))
	}
	cells.name = in.ref(in.row, 1)
	suffix := ""
	if several {
		suffix = "_" + word(f.ID)
		cells.share = b.number(in, "share"+suffix, t.Share, t.ShareNote, ofRat(f.Share), b.percent, share())
	}
	if b.ownBudgets {
		cells.budget = b.number(in, "budget"+suffix, t.Budget, t.FunnelBudgetNote, ofRat(f.Budget), b.money, positive())
	}
	cells.revenue = b.number(in, "average_revenue_per_client"+suffix, t.Revenue, t.RevenueNote, ofRat(f.AverageRevenue), b.money, positive())
	if f.GrossMargin.Cmp(b.plan.GrossMargin) != 0 {
		cells.margin = b.number(in, "gross_margin"+suffix, t.Margin, t.MarginNote, ofRat(f.GrossMargin), b.percent, share())
	}
	in.row++
	in.row++
	w := b.l.Words
	in.head(in.row, []string{
		string(w.Stage), string(w.Rate), string(t.WentOn), string(t.OutOf), string(t.Recovers), string(t.Lag), string(w.There),
		string(w.Direct), string(w.UnitCost), string(t.People), string(t.PerDay), string(t.PerWeek), string(t.CapacityDays),
		string(t.From), string(t.To), string(w.Source),
	}, 0, inSource-1)
	for _, c := range []struct {
		column int
		note   i18n.Text
	}{
		{inRate, t.RateNote},
		{inSeen, t.SeenNote},
		{inOf, t.SeenNote},
		{inRecovers, t.RecoversNote},
		{inLag, t.LagNote},
		{inThere, t.ThereNote},
		{inDirect, t.DirectNote},
		{inUnitCost, t.UnitCostNote},
		{inPeople, t.PeopleNote},
		{inFrom, t.DatesNote},
	} {
		in.Comments = append(in.Comments, xlsx.Comment{At: xlsx.Place{Row: in.row, Column: c.column}, Text: string(c.note)})
	}
	for i := range f.Stages {
		in.row++
		cells.stages = append(cells.stages, b.stageInputs(in, f, i, suffix))
	}
	return cells
}

// stageInputs is the row of a stage.
func (b *build) stageInputs(in *inputs, f *funnel.Funnel, i int, suffix string) stageInputs {
	s, row := &f.Stages[i], in.row
	last := i == len(f.Stages)-1
	put := func(column int, value any, format string, check xlsx.Validation) string {
		b.validate(in.page, row, column, check)
		return in.set(row, column, xlsx.Cell{Value: value, Style: input(format)})
	}
	closed := func(column int) {
		in.set(row, column, xlsx.Cell{Style: xlsx.Style{Line: xlsx.Box, Fill: "EEF1F4"}})
	}
	cells := stageInputs{name: in.page.text(row, inName, s.Name, inputText())}
	if last {
		for _, column := range []int{inRate, inSeen, inOf, inRecovers, inLag, inThere, inDirect} {
			closed(column)
		}
	} else {
		rate, seen, of := rateValues(s.Rate)
		cells.rate = put(inRate, rate, b.percent, share())
		cells.seen = put(inSeen, seen, count, notNegative())
		cells.of = put(inOf, of, count, notNegative())
		cells.recovers = put(inRecovers, blankOr(s.Recovers), b.percent, xlsx.Validation{Type: "decimal", Operator: "between", Low: "0", High: "1"})
		cells.lag = put(inLag, blankOr(big.NewRat(s.Lag.Typical(), 24)), short, notNegative())
		cells.there = put(inThere, blankOr(big.NewRat(s.InProgress, 1)), count, wholeNotNegative())
		cells.direct = put(inDirect, blankOr(big.NewRat(s.Direct, 1)), count, wholeNotNegative())
		b.name("rate_"+word(s.ID)+suffix, cells.rate)
		if note := b.rateNote(s); note != "" {
			in.Comments = append(in.Comments, xlsx.Comment{At: xlsx.Place{Row: row, Column: inRate}, Text: note})
		}
	}
	cells.unitCost = put(inUnitCost, blankOr(s.UnitCost), b.money, notNegative())
	if c := s.Capacity; c != nil {
		cells.people = put(inPeople, ofRat(c.People), short, positive())
		perDay, perWeek := c.PerDay, c.PerWeek
		if perDay != nil {
			cells.pace = put(inPerDay, ofRat(perDay), short, positive())
			closed(inPerWeek)
		} else {
			closed(inPerDay)
			cells.pace = put(inPerWeek, ofRat(perWeek), short, positive())
		}
		if c.Days != nil {
			cells.days = put(inDays, ofRat(c.Days), short, notNegative())
		} else {
			closed(inDays)
		}
	} else {
		for _, column := range []int{inPeople, inPerDay, inPerWeek, inDays} {
			closed(column)
		}
	}
	if s.Dates != nil {
		cells.from = put(inFrom, ofDay(s.Dates.Start), b.date, date())
		cells.to = put(inTo, ofDay(s.Dates.End), b.date, date())
	} else {
		closed(inFrom)
		closed(inTo)
	}
	in.page.text(row, inSource, s.Source, inputText())
	return cells
}

// rateValues says how a rate is written: as a percentage where that is exact, else as
// so many of so many.
func rateValues(r funnel.Rate) (rate, seen, of any) {
	if r.Of > 0 && r.Value.Cmp(big.NewRat(r.Seen, r.Of)) == 0 {
		return nil, float64(r.Seen), float64(r.Of)
	}
	const scale = 1_000_000
	if new(big.Rat).Mul(r.Value, big.NewRat(scale, 1)).IsInt() {
		return ofRat(r.Value), nil, nil
	}
	return nil, ofInt(r.Value.Num()), ofInt(r.Value.Denom())
}

// rateNote says where a rate comes from.
func (b *build) rateNote(s *funnel.Stage) string {
	var lines []string
	if s.Source != "" {
		lines = append(lines, s.Source)
	}
	if s.Rate.Uncertain() && s.Rate.Of == 0 {
		lines = append(lines, string(b.text.RangeNote))
	}
	return strings.Join(lines, "\n")
}

// seasonInputs are the weights of months or weeks.
func (b *build) seasonInputs(in *inputs) {
	if len(b.plan.Seasonality.Weights) == 0 || b.plan.Period == nil {
		return
	}
	t := b.text
	in.row += 2
	in.heading(in.row, string(t.Seasonality))
	in.row++
	in.text2(in.row, string(t.SeasonNote))
	in.row++
	in.head(in.row, []string{string(t.Season), string(t.Weight)}, 0)
	from := in.row + 1
	for _, season := range seasonsOf(b.plan.Seasonality) {
		in.row++
		in.set(in.row, 1, xlsx.Cell{Value: float64(season.Year*100 + season.Number), Style: xlsx.Style{Format: "0", Align: xlsx.Left, Line: xlsx.Under, Indent: 1}})
		in.set(in.row, 2, xlsx.Cell{Value: ofRat(b.plan.Seasonality.Weights[season]), Style: input(decimal)})
		b.validate(in.page, in.row, 2, notNegative())
	}
	in.seasons = xlsx.Quoted(in.Name) + "!" + xlsx.Area{From: xlsx.Place{Row: from, Column: 1}, To: xlsx.Place{Row: in.row, Column: 2}}.Fixed()
}

// What may be typed into an input.

func positive() xlsx.Validation {
	return xlsx.Validation{Type: "decimal", Operator: "greaterThan", Low: "0"}
}

func notNegative() xlsx.Validation {
	return xlsx.Validation{Type: "decimal", Operator: "greaterThanOrEqual", Low: "0"}
}

func wholeNotNegative() xlsx.Validation {
	return xlsx.Validation{Type: "whole", Operator: "greaterThanOrEqual", Low: "0"}
}

// share is above 0 and at most 1.
func share() xlsx.Validation {
	return xlsx.Validation{Type: "decimal", Operator: "between", Low: "0.000001", High: "1"}
}

func date() xlsx.Validation {
	return xlsx.Validation{Type: "date", Operator: "between", Low: "61", High: "2958465"}
}

// validate lets a cell take only what fits.
func (b *build) validate(p *page, row, column int, v xlsx.Validation) {
	v.Area, v.Title = xlsx.One(xlsx.Place{Row: row, Column: column}), string(b.text.Refused)
	switch {
	case v.Type == "date":
		v.Message = string(b.text.WantDate)
	case v.High == "1" && v.Low == "0":
		v.Message = string(b.text.WantPart)
	case v.Low == "-1":
		v.Message = string(b.text.WantReturn)
	case v.High == "1":
		v.Message = string(b.text.WantShare)
	case v.Operator == "greaterThan":
		v.Message = string(b.text.WantPositive)
	case v.Type == "whole":
		v.Message = string(b.text.WantWhole)
	default:
		v.Message = string(b.text.WantNumber)
	}
	p.Validations = append(p.Validations, v)
}

// word is an id as a part of a name that formulas may use.
func word(id string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, id)
}

// name gives a cell a name, once.
func (b *build) name(name, cell string) {
	candidate := name
	for n := 2; b.named[strings.ToLower(candidate)]; n++ {
		candidate = name + "_" + strconv.Itoa(n)
	}
	b.named[strings.ToLower(candidate)] = true
	b.book.Names = append(b.book.Names, xlsx.Name{Name: candidate, Refers: cell})
}
