package report

import (
	"math/big"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// Forecast shows where a period will end.
func Forecast(r *funnel.ForecastResult, l *i18n.Language) *Document {
	plan := r.Plan.Plan
	d := &Document{
		Language:   l,
		Currency:   plan.Currency,
		MinorUnits: plan.MinorUnits,
		Title:      planTitle(plan, l) + " · " + l.Forecast.AsOf.Fill("day", l.Date(r.ComparedOn.Time())),
		Tone:       forecastTone(r),
		Main:       func() Table { return forecastMain(r) },
		Data:       func() any { return forecastJSON(r) },
	}
	f := forecastReport{Document: d, result: r, text: l.Forecast, notes: footnotes{document: d}}
	d.Summary = f.headline()
	general, _ := f.notes.of("", r.Warnings)
	for i := range r.Funnels {
		general = append(general, f.funnel(i)...)
	}
	f.outcome()
	if !r.Over {
		for i := range r.Funnels {
			f.rates(&r.Funnels[i])
		}
	}
	f.below()
	d.addNotes(general)
	return d
}

// forecastReport puts the document of a forecast together.
type forecastReport struct {
	*Document
	result *funnel.ForecastResult
	text   i18n.Forecast
	notes  footnotes
}

// englishOutlook is the first line of a forecast for scripts.
func englishOutlook(r *funnel.ForecastResult) string {
	l, plan := i18n.English(), r.Plan.Plan
	d := &Document{Language: l, Currency: plan.Currency, MinorUnits: plan.MinorUnits}
	f := forecastReport{Document: d, result: r, text: l.Forecast}
	return f.headline()
}

// The chances from which the answer is another one.
const (
	hardly    = 0.1
	open      = 0.4
	probable  = 0.6
	allButYes = 0.9
)

func forecastTone(r *funnel.ForecastResult) Tone {
	switch {
	case r.Chance == nil:
		return Plain
	case *r.Chance < open:
		return Bad
	case *r.Chance < probable:
		return Caution
	}
	return Good
}

// headline is the answer in one line: will we make it, how sure, and what to do.
func (f *forecastReport) headline() string {
	r := f.result
	one := f.single()
	switch {
	case r.Chance == nil:
		return f.text.NoData.Fill("stage", f.unknownStage())
	case r.Reached || *r.Chance == 0 && r.ComparedOn >= r.Plan.Plan.Period.End:
		return f.known(one)
	}
	verdict := 0
	for _, from := range []float64{hardly, open, probable, allButYes} {
		if *r.Chance >= from {
			verdict++
		}
	}
	sentences := []string{f.text.Verdicts[verdict].Fill("answer", f.answer(one))}
	if one != nil {
		sentences = append(sentences, f.toDo(one))
	}
	return strings.Join(sentences, " ")
}

// single is the one funnel of the plan, nil where there are several.
func (f *forecastReport) single() *funnel.FunnelForecast {
	if len(f.result.Funnels) == 1 {
		return &f.result.Funnels[0]
	}
	return nil
}

// success is the stage that a funnel is judged by.
func success(f *funnel.FunnelForecast) *funnel.StageForecast { return &f.Stages[f.Plan.Funnel.Success] }

func (f *forecastReport) unknownStage() string {
	for i := range f.result.Funnels {
		if s := success(&f.result.Funnels[i]); !s.Known {
			return f.stageName(&f.result.Funnels[i], s)
		}
	}
	return ""
}

// stageName is a stage's name, with its funnel's where there are several.
func (f *forecastReport) stageName(of *funnel.FunnelForecast, s *funnel.StageForecast) string {
	if f.single() == nil {
		return of.Plan.Funnel.Name + " / " + s.Plan.Stage.Name
	}
	return s.Plan.Stage.Name
}

func (f *forecastReport) end() string { return f.Language.Date(f.result.Plan.Plan.Period.End.Time()) }

// known is the answer when nothing is left to chance.
func (f *forecastReport) known(one *funnel.FunnelForecast) string {
	sentence, sentenceOfAll := f.text.Lost, f.text.LostAll
	if *f.result.Chance == 1 {
		sentence, sentenceOfAll = f.text.Done, f.text.DoneAll
	}
	if one == nil && *f.result.Chance == 1 && !f.result.Over {
		return string(f.text.DoneAllEarly)
	}
	if one == nil {
		return sentenceOfAll.Fill("end", f.end())
	}
	s := success(one)
	return sentence.Fill("actual", f.Language.Count(s.SoFar), "target", f.Language.Count(s.Target),
		"stage", s.Plan.Stage.Name, "end", f.end())
}

// answer says how sure the target is, and what is likely instead.
func (f *forecastReport) answer(one *funnel.FunnelForecast) string {
	l, r := f.Language, f.result
	chance := l.Chance(*r.Chance)
	if one != nil {
		s := success(one)
		return f.text.Answer.Fill("chance", chance, "target", l.Count(s.Target), "stage", s.Plan.Stage.Name, "end", f.end(),
			"middle", l.Count(s.Entries.Middle.Num()), "low", l.Count(s.Entries.Low.Num()), "high", l.Count(s.Entries.High.Num()))
	}
	if r.Revenue.Mean == nil {
		return f.text.AnswerAll.Fill("chance", chance, "end", f.end(), "revenue", l.Words.None, "low", l.Words.None, "high", l.Words.None)
	}
	return f.text.AnswerAll.Fill("chance", chance, "end", f.end(), "revenue", f.sum(r.Revenue.Middle),
		"low", f.sum(r.Revenue.Low), "high", f.sum(r.Revenue.High))
}

// toDo says what it takes to be sure, at the topmost stage that is still in time
// and at the one before the last.
func (f *forecastReport) toDo(one *funnel.FunnelForecast) string {
	s := one.Plan.Funnel.Success
	if len(one.Stages[s].Further) == 0 {
		return ""
	}
	confidence := f.Language.Percent(one.Stages[s].Further[0].Confidence)
	var ways []string
	for i := range s {
		stage := &one.Stages[i]
		if !stage.Known || stage.Further[0].Entries == nil {
			continue
		}
		if stage.Further[0].Entries.Sign() == 0 {
			return f.text.NothingToDo.Fill("confidence", confidence)
		}
		ways = append(ways, f.text.Way.Fill("entries", f.Language.Count(stage.Further[0].Entries), "stage", stage.Plan.Stage.Name))
	}
	switch {
	case len(ways) == 0:
		return f.text.TooLate.Fill("confidence", confidence)
	case len(ways) > 1:
		ways = []string{ways[0], ways[len(ways)-1]}
	}
	return f.text.ToDo.Fill("confidence", confidence, "ways", strings.Join(ways, string(f.text.OrWay)))
}

// named puts the funnel's name before a table's title where there are several.
func (f *forecastReport) named(of *funnel.FunnelForecast, title string) string {
	name := of.Plan.Funnel.Name
	switch {
	case f.single() != nil:
		return title
	case title == "":
		return name
	}
	return name + ": " + title
}

// add puts a table into the document, unless it has no rows.
func (f *forecastReport) add(t Table) {
	if len(t.Rows) > 0 {
		f.Blocks = append(f.Blocks, t)
	}
}

// funnel shows where the stages of a funnel end and what it takes, and gives the
// notes on it.
func (f *forecastReport) funnel(index int) []Note {
	of := &f.result.Funnels[index]
	own, marks := f.notes.of(of.Plan.Funnel.ID, f.result.Warnings)
	f.add(f.stages(of, marks))
	if fan, ok := f.fan(index); ok {
		f.Blocks = append(f.Blocks, fan)
	}
	if !f.result.Over {
		f.add(f.needed(of))
	}
	return own
}

// stages is the main table of a funnel.
func (f *forecastReport) stages(of *funnel.FunnelForecast, marks map[string][]int) Table {
	t := Table{Title: f.named(of, ""), Columns: []Column{
		{Title: string(f.Language.Words.Stage)},
		{Title: string(f.text.Target), Number: true},
		{Title: string(f.text.SoFar), Number: true},
		{Title: string(f.text.OnTheWay), Number: true, Extra: 1},
		{Title: string(f.text.ToCome), Number: true, Extra: 2},
		{Title: string(f.text.Middle), Number: true},
		{Title: string(f.text.Range), Number: true},
		{Title: string(f.text.Chance), Number: true},
	}}
	for i := range of.Stages {
		s := &of.Stages[i]
		row := []Cell{{Value: Text(s.Plan.Stage.Name), Marks: marks[s.Plan.Stage.ID]}, count(s.Target), count(s.SoFar), {}, {}, {}, {}, {}}
		if s.Known {
			row[3], row[4] = unlessNone(s.OnTheWay), unlessNone(s.ToCome)
			row[5], row[6], row[7] = count(s.Entries.Middle.Num()), foreseenRange(s.Entries), f.chance(s.Chance)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// unlessNone is an expected number that is not worth a zero.
func unlessNone(x *big.Rat) Cell {
	if x.Sign() == 0 {
		return Cell{}
	}
	return number(x, 1)
}

func foreseenRange(x funnel.Foreseen) Cell {
	return Cell{Value: Range{Low: Count{x.Low.Num()}, High: Count{x.High.Num()}}}
}

// Chance is a probability.
type Chance float64

// Show writes it as a percentage, never 0 or 100 % of what may still happen.
func (c Chance) Show(d *Document) string { return d.Language.Chance(float64(c)) }

// Raw gives the fraction.
func (c Chance) Raw() string { return plain(new(big.Rat).SetFloat64(float64(c))) }

func (f *forecastReport) chance(p *float64) Cell {
	if p == nil {
		return Cell{}
	}
	cell := Cell{Value: Chance(*p)}
	switch {
	case *p >= probable:
		cell.Tone = Good
	case *p >= open:
		cell.Tone = Caution
	default:
		cell.Tone = Bad
	}
	return cell
}

// needed is what it takes at each stage to be sure.
func (f *forecastReport) needed(of *funnel.FunnelForecast) Table {
	t := Table{Title: f.named(of, string(f.text.Needed)), Columns: []Column{{Title: string(f.Language.Words.Stage)}}}
	first := true
	for i := range of.Plan.Funnel.Success + 1 {
		s := &of.Stages[i]
		if !s.Known || len(s.Further) == 0 {
			continue
		}
		row := []Cell{{Value: Text(s.Plan.Stage.Name)}}
		for _, further := range s.Further {
			row = append(row, count(further.Entries))
			if first {
				title := f.text.Sure.Fill("confidence", f.Language.Percent(further.Confidence))
				t.Columns = append(t.Columns, Column{Title: title, Number: true})
			}
		}
		first = false
		t.Rows = append(t.Rows, row)
	}
	return t
}

// outcome is what the clients mean in money.
func (f *forecastReport) outcome() {
	r := f.result
	if r.Clients.Mean == nil {
		return
	}
	t := Table{Title: string(f.text.Outcome), Columns: []Column{
		{Title: string(f.text.Outcome)},
		{Title: string(f.text.Low), Number: true},
		{Title: string(f.text.Half), Number: true},
		{Title: string(f.text.High), Number: true},
		{Title: string(f.text.Planned), Number: true},
	}}
	t.Title = ""
	row := func(title i18n.Text, x funnel.Foreseen, planned Cell, cell func(*big.Rat) Cell) {
		t.Rows = append(t.Rows, []Cell{{Value: Text(title)}, cell(x.Low), cell(x.Middle), cell(x.High), planned})
	}
	row(f.text.Clients, r.Clients, count(r.Plan.Clients), func(x *big.Rat) Cell { return count(x.Num()) })
	row(f.text.Revenue, r.Revenue, money(r.Plan.RevenueAtTarget), money)
	row(f.text.Profit, r.Profit, money(r.Plan.GrossProfitAtTarget), money)
	row(f.text.Return, r.Return, percentOf(r.Plan.ReturnAtTarget), percentOf)
	f.add(t)
}

// rates shows what the forecast goes by.
func (f *forecastReport) rates(of *funnel.FunnelForecast) {
	t := Table{Title: f.named(of, string(f.text.Rates)), Columns: []Column{
		{Title: string(f.text.Step)},
		{Title: string(f.text.Plan), Number: true},
		{Title: string(f.text.Counts), Number: true, Extra: 1},
		{Title: string(f.text.Happened), Number: true},
		{Title: string(f.text.Taken), Number: true},
		{Title: string(f.text.RateRange), Number: true},
	}}
	for i := range of.Rates {
		r := &of.Rates[i]
		t.Rows = append(t.Rows, []Cell{
			{Value: Text(f.Language.Check.StepOf.Fill("from", of.Stages[r.From].Plan.Stage.Name, "to", of.Stages[r.To].Plan.Stage.Name))},
			percent(r.Planned), f.countsAs(r),
			{Value: Text(f.text.HappenedOf.Fill("gone", f.Language.Number(r.Gone), "came", f.Language.Number(r.Came)))},
			{Value: wholeShare(r.Mean)},
			{Value: Range{Low: wholeShare(r.Low), High: wholeShare(r.High)}},
		})
	}
	f.add(t)
}

// countsAs is what the plan's rate weighs against what happened.
func (f *forecastReport) countsAs(r *funnel.RateForecast) Cell {
	switch {
	case r.Prior.Beta <= 0:
		return Cell{Value: Text(f.text.CountsCertain)}
	case r.Prior.Counted:
		return Cell{Value: Text(f.text.CountsAs.Fill("observations", f.Language.Number(f.result.Prior)))}
	}
	return Cell{Value: Text(f.text.CountsEvidence)}
}

// below are the sentences under the tables.
func (f *forecastReport) below() {
	r, l := f.result, f.Language
	if r.Over || r.Chance == nil {
		return
	}
	lines := []string{f.pace()}
	for i := range r.Funnels {
		of := &r.Funnels[i]
		if late := of.Late; late != nil && late.Cmp(big.NewRat(1, 20)) >= 0 {
			sentence := f.text.Late
			if f.single() == nil {
				sentence = f.text.LateOf
			}
			lines = append(lines, sentence.Fill("funnel", of.Plan.Funnel.Name, "end", f.end(), "late", l.Decimal(late, 1), "stage", success(of).Plan.Stage.Name))
		}
	}
	if r.PlanChance != nil && r.StartChance != nil {
		sentence := f.text.OwnExact
		if f.plain() {
			sentence = f.text.Own
		}
		lines = append(lines, sentence.Fill("chance", l.Chance(*r.PlanChance), "start", l.Chance(*r.StartChance), "observations", l.Number(r.Prior)))
	}
	lines = append(lines, f.text.ByNote.Fill("end", f.end()), string(f.text.NeededNote))
	f.Blocks = append(f.Blocks, Lines{Lines: lines})
}

// plain reports whether a rate of the plan is a plain number.
func (f *forecastReport) plain() bool {
	for i := range f.result.Funnels {
		for _, r := range f.result.Funnels[i].Rates {
			if r.Prior.Counted && r.Prior.Beta > 0 {
				return true
			}
		}
	}
	return false
}

// pace says how those come in who are still to come, and what another pace means.
func (f *forecastReport) pace() string {
	r := f.result
	if r.OtherPace == "" {
		return string(f.text.NothingToCome)
	}
	other := f.text.OtherPlan
	if r.OtherPace == funnel.PaceActual {
		other = f.text.OtherActual
	}
	sentence := f.text.PacePlan
	if r.Pace == funnel.PaceActual {
		sentence = f.text.PaceActual
	}
	return sentence.Fill("other", other.Fill("chance", f.Language.Chance(*r.OtherChance)))
}
