package report

import (
	"math/big"
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// Levers shows what moves a plan's result most.
func Levers(r *funnel.LeverResult, l *i18n.Language) *Document {
	d := leversReport{
		Document: &Document{
			Language:   l,
			Currency:   r.Plan.Currency,
			MinorUnits: r.Plan.MinorUnits,
			Title:      planTitle(r.Plan, l) + " · " + string(l.Levers.Title),
			Main:       func() Table { return leversMain(r) },
			Data:       func() any { return leversJSON(r) },
		},
		result: r, text: l.Levers, marks: map[string]int{},
	}
	d.notes.document = d.Document
	d.Summary = d.headline()
	general, stages := d.warnings()
	shares := r.PointsOrder()
	d.picture(d.relativePicture(), pointersTo(r.Levers), relatively)
	d.Blocks = append(d.Blocks, d.needed(stages))
	if len(shares) > 0 {
		d.picture(d.pointsPicture(), shares, byPoints)
		d.Blocks = append(d.Blocks, d.points(shares))
	}
	d.Blocks = append(d.Blocks, d.expected())
	d.doubt()
	d.addNotes(append(d.footnotes, append(d.remarks(), general...)...))
	return d.Document
}

// leversReport puts the document of levers together.
type leversReport struct {
	*Document
	result    *funnel.LeverResult
	text      i18n.Levers
	notes     footnotes
	footnotes []Note
	marks     map[string]int // of notes that several cells share, by their sentence
}

// several reports whether different people stand at the tops of several funnels.
func (d *leversReport) several() bool { return len(d.result.Plan.Funnels) > 1 }

// top names those who enter at the top.
func (d *leversReport) top() string {
	if d.several() {
		return string(d.text.Entries)
	}
	return d.result.Plan.Funnels[0].Stages[0].Name
}

// name is how an input is called.
func (d *leversReport) name(l *funnel.Lever) string {
	p := d.result.Plan
	var name string
	switch l.Kind {
	case funnel.LeverRate:
		stages := p.Funnels[l.Funnel].Stages
		name = d.text.Step.Fill("from", stages[l.Stage].Name, "to", stages[l.Stage+1].Name)
	case funnel.LeverRecovers:
		name = d.text.FollowUp.Fill("stage", p.Funnels[l.Funnel].Stages[l.Stage].Name)
	default:
		name = d.text.Names[leverKey(p, l)]
	}
	if l.Funnel != funnel.WholePlan && d.several() {
		return d.text.OfFunnel.Fill("funnel", p.Funnels[l.Funnel].Name, "lever", name)
	}
	return name
}

// leverKey is the name of an input's kind, of the target that of the plan's kind.
func leverKey(p *funnel.Plan, l *funnel.Lever) string {
	if l.Kind != funnel.LeverTarget {
		return string(l.Kind)
	}
	switch p.Target.Kind {
	case funnel.TargetRevenue:
		return "target_revenue"
	case funnel.TargetClients:
		return "target_clients"
	default:
		return "target_return"
	}
}

// value writes what an input is or becomes.
func (d *leversReport) value(l *funnel.Lever, x *big.Rat) string {
	switch leverKey(d.result.Plan, l) {
	case "average_revenue_per_client", "existing_revenue", "budget", "target_revenue":
		return d.sum(x)
	case "repeat_purchases", "referrals", "target_clients":
		return d.Language.Short(x, 4)
	default:
		return d.Language.Percent(x)
	}
}

// headline says what to work on first, and what to measure first.
func (d *leversReport) headline() string {
	clauses := []string{d.begin()}
	if doubt := d.result.Doubt; doubt != nil && len(doubt.Rates) > 0 {
		const little = 0.1
		if first := doubt.Rates[0]; first.Share >= little {
			clauses = append(clauses, d.text.Measure.Fill(
				"lever", d.rateName(first), "share", d.Language.Chance(first.Share)))
		} else {
			clauses = append(clauses, d.text.MostlyLuck.Fill("share", d.Language.Chance(doubt.Chance)))
		}
	}
	return strings.Join(clauses, "; ") + "."
}

func (d *leversReport) begin() string {
	first := d.result.First
	if first == nil {
		return string(d.text.None)
	}
	effect, planned := first.Effect(), &d.result.Planned
	sentence := d.text.Begin
	switch {
	case d.several() && first.Points:
		sentence = d.text.BringPoints
	case d.several():
		sentence = d.text.Bring
	case first.Points:
		sentence = d.text.BeginPoints
	}
	saved := new(big.Int).Sub(planned.Top, effect.Top)
	shown := d.Language.Count(saved)
	if saved.Sign() == 0 {
		shown = string(d.text.LessThanOne)
	}
	return sentence.Fill(
		"lever", d.name(first.Lever), "change", d.change(), "points", d.howMany(),
		"from", d.value(first.Lever, first.Lever.Value), "to", d.value(first.Lever, effect.To),
		"saved", shown, "top", d.Language.Count(planned.Top), "stage", d.top(),
		"profit", d.sum(new(big.Rat).Sub(effect.ExpectedProfit, planned.ExpectedProfit)))
}

func (d *leversReport) change() string { return d.Language.Percent(d.result.Change.Relative) }

// howMany points shares are changed by.
func (d *leversReport) howMany() i18n.Quantity {
	return d.Language.About(new(big.Rat).Mul(d.result.Change.Points, big.NewRat(100, 1)), 4)
}

// The four changes as headings.

func (d *leversReport) more() string { return d.text.More.Fill("change", d.change()) }

func (d *leversReport) less() string { return d.text.Less.Fill("change", d.change()) }

func (d *leversReport) pointsMore() string { return d.text.PointsMore.Fill("points", d.howMany()) }

func (d *leversReport) pointsLess() string { return d.text.PointsLess.Fill("points", d.howMany()) }

// needed is what the same target would take with one input changed by a part of
// itself.
func (d *leversReport) needed(stages map[string]map[string][]int) Table {
	l, planned := d.Language, &d.result.Planned
	title := d.text.Needed
	if d.several() {
		title = d.text.NeededAll
	}
	t := Table{
		Title: title.Fill("stage", d.top(), "top", l.Count(planned.Top), "clients", l.Quantity(planned.Clients)),
		Columns: []Column{
			{Title: string(d.text.Input)},
			{Title: string(d.text.Now), Number: true},
			{Title: d.less(), Number: true},
			{Title: d.top(), Number: true},
			{Title: d.more(), Number: true},
			{Title: d.top(), Number: true},
			{Title: string(l.Project.Clients), Number: true, Spare: 1},
		},
	}
	for i := range d.result.Levers {
		lever := &d.result.Levers[i]
		name := text(d.name(lever))
		if lever.Kind == funnel.LeverRate {
			f := &d.result.Plan.Funnels[lever.Funnel]
			name.Marks = stages[f.ID][f.Stages[lever.Stage].ID]
		}
		row := []Cell{name, text(d.value(lever, lever.Value))}
		row = append(row, d.changed(lever, &lever.Less)...)
		row = append(row, d.changed(lever, &lever.More)...)
		t.Rows = append(t.Rows, append(row, d.difference(lever.More.Clients, planned.Clients)))
	}
	return t
}

// points is the same for inputs that are shares, changed by points.
func (d *leversReport) points(shares []*funnel.Lever) Table {
	t := Table{
		Title: d.text.Points.Fill("points", d.howMany()),
		Columns: []Column{
			{Title: string(d.text.Input)},
			{Title: string(d.text.Now), Number: true},
			{Title: d.pointsLess(), Number: true},
			{Title: d.top(), Number: true},
			{Title: d.pointsMore(), Number: true},
			{Title: d.top(), Number: true},
			{Title: string(d.Language.Project.Clients), Number: true, Spare: 1},
		},
	}
	for _, lever := range shares {
		row := []Cell{text(d.name(lever)), text(d.value(lever, lever.Value))}
		row = append(row, d.changed(lever, lever.PointsLess)...)
		row = append(row, d.changed(lever, lever.PointsMore)...)
		t.Rows = append(t.Rows, append(row, d.difference(lever.PointsMore.Clients, d.result.Planned.Clients)))
	}
	return t
}

// changed is the value that an input takes, and what is needed then.
func (d *leversReport) changed(l *funnel.Lever, e *funnel.LeverEffect) []Cell {
	if e.To == nil {
		return []Cell{{Value: Text(d.Language.Words.None), Marks: d.mark(d.text.Impossible)}, {}}
	}
	to := text(d.value(l, e.To))
	if e.Limited {
		to.Marks = d.mark(d.text.Limited)
	}
	needed := d.difference(e.Top, d.result.Planned.Top)
	if saved := e.ExactTop.Cmp(d.result.Planned.ExactTop) < 0; saved && e.Top.Cmp(d.result.Planned.Top) == 0 {
		needed.Marks = d.mark(d.text.Whole)
	}
	return []Cell{to, needed}
}

// difference is a count with how far it is from the planned one.
func (d *leversReport) difference(n, planned *big.Int) Cell {
	if n == nil {
		return Cell{}
	}
	difference := new(big.Int).Sub(n, planned)
	if difference.Sign() == 0 {
		return count(n)
	}
	return text(d.text.Changed.Fill("number", d.Language.Count(n), "difference", signed(d.Language.Count(difference))))
}

// expected is what the planned volume brings with one input changed.
func (d *leversReport) expected() Table {
	l, planned := d.Language, &d.result.Planned
	title := d.text.Expected
	if d.several() {
		title = d.text.ExpectedAll
	}
	t := Table{
		Title: title.Fill("top", l.Count(planned.Top), "stage", d.top(),
			"clients", l.About(planned.ExpectedClients, 1), "return", l.Percent(planned.ExpectedReturn)),
		Columns: []Column{
			{Title: string(d.text.Input)},
			{Title: d.text.ClientsWith.Fill("change", d.more()), Number: true},
			{Title: d.text.ReturnWith.Fill("change", d.more()), Number: true},
			{Title: d.text.ClientsWith.Fill("change", d.pointsMore()), Number: true},
			{Title: d.text.ReturnWith.Fill("change", d.pointsMore()), Number: true},
			{Title: string(d.text.BreakEven), Number: true},
		},
	}
	for i := range d.result.Levers {
		lever := &d.result.Levers[i]
		row := append([]Cell{text(d.name(lever))}, outcomeCells(&lever.More)...)
		row = append(row, outcomeCells(lever.PointsMore)...)
		t.Rows = append(t.Rows, append(row, d.breakEven(lever)))
	}
	return t
}

func outcomeCells(e *funnel.LeverEffect) []Cell {
	if e == nil || e.To == nil {
		return []Cell{{}, {}}
	}
	return []Cell{number(e.ExpectedClients, 1), percent(e.ExpectedReturn)}
}

func (d *leversReport) breakEven(l *funnel.Lever) Cell {
	none := Text(d.Language.Words.None)
	switch l.NoBreakEven {
	case funnel.NoBreakEvenNeeded:
		return Cell{Value: none, Marks: d.mark(d.text.NotNeeded)}
	case funnel.NoBreakEvenEnough:
		return Cell{Value: none, Marks: d.mark(d.text.NeverEnough)}
	case funnel.NoBreakEvenNothing:
		return Cell{Value: none, Marks: d.mark(d.text.MakesNothing)}
	}
	return text(d.value(l, l.BreakEven))
}

// mark is that of a note, which is the same for all cells that it concerns.
func (d *leversReport) mark(note i18n.Text) []int {
	mark, there := d.marks[string(note)]
	if !there {
		d.notes.last++
		mark = d.notes.last
		d.marks[string(note)] = mark
		d.footnotes = append(d.footnotes, Note{Mark: mark, Text: string(note)})
	}
	return []int{mark}
}

// doubt is what to measure better, or how to make a plan say so.
func (d *leversReport) doubt() {
	doubt, l := d.result.Doubt, d.Language
	switch {
	case doubt == nil:
		d.Blocks = append(d.Blocks, Lines{Lines: []string{string(d.text.NoDoubt)}})
		return
	case len(doubt.Rates) == 0:
		d.Blocks = append(d.Blocks, Lines{Lines: []string{d.give(doubt), string(d.text.Uncertain)}})
		return
	}
	t := Table{Title: string(d.text.Doubt), Columns: []Column{
		{Title: string(d.text.Rate)}, {Title: string(d.text.RestsOn)}, {Title: string(d.text.Share), Number: true},
	}}
	row := func(what, on string, share float64) {
		t.Rows = append(t.Rows, []Cell{text(what), text(on), text(l.Chance(share))})
	}
	for _, rate := range doubt.Rates {
		row(d.rateName(rate), d.restsOn(rate), rate.Share)
	}
	if len(doubt.Rates) > 1 {
		row(string(d.text.Together), "", doubt.Together)
	}
	row(string(d.text.Luck), "", doubt.Chance)
	d.Blocks = append(d.Blocks, t, Lines{Lines: []string{d.give(doubt)}})
}

func (d *leversReport) rateName(rate funnel.RateDoubt) string {
	return d.name(&funnel.Lever{LeverInput: funnel.LeverInput{Kind: funnel.LeverRate, Funnel: rate.Funnel, Stage: rate.Stage}})
}

func (d *leversReport) restsOn(rate funnel.RateDoubt) string {
	r := d.result.Plan.Funnels[rate.Funnel].Stages[rate.Stage].Rate
	if r.Of > 0 {
		return d.text.SeenOf.Fill("seen", d.Language.Count(big.NewInt(r.Seen)), "of", d.Language.Count(big.NewInt(r.Of)))
	}
	return d.text.Range.Fill("mean", d.Language.Percent(r.Value))
}

// give is the outcome with how far it usually is from its mean.
func (d *leversReport) give(doubt *funnel.Doubt) string {
	l, mean, deviation := d.Language, new(big.Rat), new(big.Rat)
	mean.SetFloat64(doubt.Mean)
	deviation.SetFloat64(doubt.Deviation)
	top := l.Count(d.result.Planned.Top)
	if doubt.Of == funnel.DoubtOfClients {
		return d.text.Give.Fill("top", top, "stage", d.top(), "mean", l.About(mean, 1), "deviation", l.Decimal(deviation, 1))
	}
	return d.text.GiveMoney.Fill("top", top, "mean", l.AboutMoney(mean, d.Currency, d.MinorUnits),
		"deviation", l.AboutMoney(deviation, d.Currency, d.MinorUnits))
}

// remarks are what keeps the numbers from being read for more than they say.
func (d *leversReport) remarks() []Note {
	var remarks []Note
	add := func(sentence string) { remarks = append(remarks, Note{Text: sentence}) }
	r := d.result
	if d.several() {
		add(string(d.text.OrderAll))
	} else {
		add(string(d.text.Order))
	}
	severalRates := slices.ContainsFunc(r.Plan.Funnels, func(f funnel.Funnel) bool { return len(f.Stages) > 2 })
	switch {
	case severalRates && r.RatesAlike:
		add(d.text.Alike.Fill("change", d.change(), "points", d.howMany()))
	case severalRates:
		add(d.text.Unlike.Fill("change", d.change()))
	}
	if r.Plan.Target.Kind == funnel.TargetReturn {
		add(string(d.text.Budget))
	}
	if len(r.Unset) > 0 {
		names := make([]string, len(r.Unset))
		for i, kind := range r.Unset {
			names[i] = lowered(i18n.Text(d.text.Names[string(kind)]))
		}
		add(d.text.Unset.Fill("inputs", strings.Join(names, ", ")))
	}
	return remarks
}

// warnings are the notes of the plan, and the marks at the stages of its funnels.
func (d *leversReport) warnings() (general []Note, marks map[string]map[string][]int) {
	general, _ = d.notes.of("", d.result.Warnings)
	marks = map[string]map[string][]int{}
	for i := range d.result.Plan.Funnels {
		id := d.result.Plan.Funnels[i].ID
		own, of := d.notes.of(id, d.result.Warnings)
		marks[id] = of
		d.footnotes = append(d.footnotes, own...)
	}
	return general, marks
}

// relatively are the effects of the change by a part, byPoints those in points.
func relatively(l *funnel.Lever) (less, more *funnel.LeverEffect) { return &l.Less, &l.More }

func byPoints(l *funnel.Lever) (less, more *funnel.LeverEffect) { return l.PointsLess, l.PointsMore }

func pointersTo(levers []funnel.Lever) []*funnel.Lever {
	list := make([]*funnel.Lever, len(levers))
	for i := range levers {
		list[i] = &levers[i]
	}
	return list
}

// picture is a tornado of the levers that move most: by what is needed, or with
// several funnels by what comes of it.
func (d *leversReport) picture(title string, levers []*funnel.Lever, effects func(*funnel.Lever) (less, more *funnel.LeverEffect)) {
	const most = 12
	planned := &d.result.Planned
	tornado := Tornado{Low: d.less(), High: d.more()}
	tornado.Base, tornado.BaseShown = d.measured(planned)
	for _, lever := range levers {
		less, more := effects(lever)
		if len(tornado.Rows) == most {
			break
		}
		swing := Swing{Label: d.name(lever)}
		swing.Low, swing.LowShown = d.end(less)
		swing.High, swing.HighShown = d.end(more)
		tornado.Rows = append(tornado.Rows, swing)
		if more == lever.PointsMore {
			tornado.Low, tornado.High = d.pointsLess(), d.pointsMore()
		}
	}
	if len(tornado.Rows) == 0 {
		return
	}
	first := tornado.Rows[0]
	d.Blocks = append(d.Blocks, Chart{
		Title: title, Picture: tornado,
		Alt: d.text.Alt.Fill("lever", first.Label, "low", first.LowShown, "high", first.HighShown, "base", tornado.BaseShown),
	})
}

// end is one end of a bar; where an input cannot be changed so far it is the base.
func (d *leversReport) end(e *funnel.LeverEffect) (value float64, shown string) {
	if e.To == nil {
		value, _ = d.measured(&d.result.Planned)
		return value, string(d.Language.Words.None)
	}
	return d.measured(&e.LeverOutcome)
}

// relativePicture and pointsPicture are titles.
func (d *leversReport) relativePicture() string {
	title := d.text.NeededPicture
	if d.several() {
		title = d.text.ReturnPicture
	}
	return title.Fill("stage", d.top(), "change", d.change())
}

func (d *leversReport) pointsPicture() string {
	title := d.text.PointsPicture
	if d.several() {
		title = d.text.ReturnPointsPicture
	}
	return title.Fill("stage", d.top(), "points", d.howMany())
}

// measured is the number that levers are ranked by, and how it is written.
func (d *leversReport) measured(o *funnel.LeverOutcome) (value float64, shown string) {
	if d.several() {
		value, _ = o.ExpectedReturn.Float64()
		return value, d.Language.PercentTo(o.ExpectedReturn, 0)
	}
	value, _ = new(big.Rat).SetInt(o.Top).Float64()
	return value, d.Language.Count(o.Top)
}
