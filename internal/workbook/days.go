package workbook

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"embudo/funnel"
	"embudo/internal/xlsx"
)

// days is the sheet on which windows and the work of every week or month are found:
// how many working days of it lie in the window of each stage, and what they weigh.
// A column a stage; blocks of columns side by side.
type days struct {
	*page
	unit    funnel.Unit
	periods []funnel.Span // those that there are; more rows follow for dates that are changed
	stages  int
	at      map[[2]int]int // the number of a stage among those of all funnels
	asOf    string
	check   *page
	least   int   // rows of periods
	scale   int64 // by which weights are whole
	first   int   // row of the first period
	last    int
}

// Rows of [days] above the periods.
const (
	daysHours = iota + 4 // from the top of the funnel
	daysStart
	daysEnd
	daysDueStart
	daysDueEnd
	daysWorking // working days of the window
	daysTarget
	daysWeighs // whether the weights of seasons decide
	daysAll    // the work of the whole window
	daysElapsed
	daysProduct // the greatest number that is divided
	daysHead
)

// Columns of [days] before the stages.
const (
	daysFrom = iota + 1
	daysTo
	daysWeight
	daysStages
)

const (
	mostWeeks   = 60  // shown by the week, else by the month
	mostPeriods = 600 // rows
)

func (b *build) newDays() *days {
	d := &days{page: newPage(string(b.text.Days), grey), at: map[[2]int]int{}, least: b.rows}
	d.Hidden = true
	d.title(string(b.text.Days))
	for i := range b.plan.Funnels {
		for j := range b.plan.Funnels[i].Stages {
			d.at[[2]int{i, j}] = d.stages
			d.stages++
		}
	}
	d.first = daysHead + 1
	d.check = newPage(string(b.text.Check), green)
	d.asOf = d.check.ref(checkAsOf, 2)
	return d
}

// cell is one of a stage above the periods.
func (d *days) cell(i, j, row int) string { return d.ref(row, daysStages+d.at[[2]int{i, j}]) }

// block is the column of a stage in one of the blocks side by side.
func (d *days) block(i, j, block int) int {
	return daysStages + block*(d.stages+1) + d.at[[2]int{i, j}]
}

// The blocks of [days].
const (
	blockWork    = iota // working days of a period in the window
	blockDone           // what they weigh, added up
	blockElapsed        // those up to the day of the check
)

// holidayPage lists the days off.
func (b *build) holidayPage() *page {
	p := newPage(string(b.text.Holidays), "C00000")
	p.title(string(b.text.Holidays))
	p.text(2, 1, string(b.text.HolidaysNote), xlsx.Style{Color: quiet})
	p.Widths = []float64{18, 90}
	const spare = 40
	row := 3
	for _, day := range holidaysOf(b.plan) {
		row++
		p.set(row, 1, xlsx.Cell{Value: ofDay(day), Style: input(b.date)})
	}
	for range spare {
		row++
		p.set(row, 1, xlsx.Cell{Style: input(b.date)})
	}
	b.name("holidays", p.column(1, 4, row))
	return p
}

func holidaysOf(p *funnel.Plan) []funnel.Date {
	var list []funnel.Date
	for day, holiday := range p.Holidays {
		if _, known := xlsx.Day(day.Time()); holiday && known {
			list = append(list, day)
		}
	}
	slices.Sort(list)
	return list
}

func hasDates(p *funnel.Plan) bool {
	return slices.ContainsFunc(p.Funnels, func(f funnel.Funnel) bool {
		return slices.ContainsFunc(f.Stages, func(s funnel.Stage) bool { return s.Dates != nil })
	})
}

// windows finds the days of each stage, as [funnel.StageResult.Window] has them.
func (b *build) windows() {
	d := b.days
	for i := range b.plan.Funnels {
		f := &b.plan.Funnels[i]
		for j := range f.Stages {
			stage := b.result.Funnels[i].Stages[j]
			column := daysStages + d.at[[2]int{i, j}]
			due := b.result.Schedule(i, j).Due
			d.text(daysHead, column, f.Stages[j].Name, xlsx.Style{Bold: true})
			hours := "0"
			if j > 0 {
				hours = fmt.Sprintf("%s+ROUND(N(%s)*24,0)", d.cell(i, j-1, daysHours), b.in.funnels[i].stages[j-1].lag)
			}
			d.formula(daysHours, column, hours, nil, result(count))
			var start, end any = "", ""
			if stage.Window != nil {
				start, end = ofDay(stage.Window.Start), ofDay(stage.Window.End)
			}
			from := d.formula(daysStart, column, b.windowStart(i, j), start, result(b.date))
			to := d.formula(daysEnd, column, b.windowEnd(i, j), end, result(b.date))
			late := fmt.Sprintf("MAX(%s,%s)", b.in.start, to)
			dueFrom := d.formula(daysDueStart, column, fmt.Sprintf("IF(%s<=%s,%s,%s)", from, to, from, late), ofDay(due.Start), result(b.date))
			dueTo := d.formula(daysDueEnd, column, fmt.Sprintf("IF(%s<=%s,%s,%s)", from, to, to, late), ofDay(due.End), result(b.date))
			d.formula(daysWorking, column, fmt.Sprintf("NETWORKDAYS(%s,%s,holidays)", dueFrom, dueTo), float64(due.WorkingDays(b.plan.Holidays)), result(count))
		}
	}
}

// between is the days from one stage to one below it.
func (d *days) between(i, above, below int) string {
	return fmt.Sprintf("INT((%s-%s+12)/24)", d.cell(i, below, daysHours), d.cell(i, above, daysHours))
}

func (b *build) windowStart(i, j int) string {
	cells := b.in.funnels[i].stages
	if cells[j].from != "" {
		return cells[j].from
	}
	for k := j - 1; k >= 0; k-- {
		if cells[k].from != "" {
			return fmt.Sprintf("MAX(%s,%s+%s)", b.in.start, cells[k].from, b.days.between(i, k, j))
		}
	}
	return b.in.start + "+" + b.days.between(i, 0, j)
}

func (b *build) windowEnd(i, j int) string {
	cells, success := b.in.funnels[i].stages, b.plan.Funnels[i].Success
	if cells[j].to != "" {
		return cells[j].to
	}
	var ends []string
	if j <= success {
		ends = append(ends, b.in.end+"-"+b.days.between(i, j, success))
	} else {
		ends = append(ends, b.in.end+"+"+b.days.between(i, success, j))
	}
	for k := j + 1; k < len(cells); k++ {
		if cells[k].to != "" {
			ends = append(ends, cells[k].to+"-"+b.days.between(i, j, k))
		}
	}
	return "MIN(" + strings.Join(ends, ",") + ")"
}

// stageDays are the window of a stage, what a week of it asks, and what people can
// handle in it.
func (b *build) stageDays(i, j, row int, cells *stageInputs) {
	s, stage, p := &b.lines[i].stages[j], &b.result.Funnels[i].Stages[j], b.page
	var start, end string
	switch {
	case b.days != nil:
		start, end = b.days.cell(i, j, daysStart), b.days.cell(i, j, daysEnd)
	case cells.from != "":
		start, end = cells.from, cells.to
	default:
		b.capacity(i, j, row, cells, "", "0")
		return
	}
	var from, to, week any = "", "", ofInt(stage.PerWeek)
	if stage.Window != nil {
		from, to = ofDay(stage.Window.Start), ofDay(stage.Window.End)
	}
	s.window = start + "<=" + end
	s.working = fmt.Sprintf("NETWORKDAYS(%s,%s,holidays)", start, end)
	p.formula(row, planFrom, fmt.Sprintf(`IF(%s,%s,"")`, s.window, start), from, result(b.date))
	p.formula(row, planTo, fmt.Sprintf(`IF(%s,%s,"")`, s.window, end), to, result(b.date))
	p.formula(row, planPerWeek, fmt.Sprintf(`IF(NOT(%[1]s),"",IF(%[2]s<=0,"",IF(%[2]s<=5,%[3]s,%[4]s)))`,
		s.window, s.working, s.target, raised("("+s.target+"*5)", s.working)), week, result(count))
	b.capacity(i, j, row, cells, s.window, s.working)
}

// capacity holds what people can handle in a window against what they must.
func (b *build) capacity(i, j, row int, cells *stageInputs, window, working string) {
	p, stage, e := b.page, &b.result.Funnels[i].Stages[j], b.exact
	c := stage.Stage.Capacity
	if c == nil || cells.days == "" && window == "" {
		for _, column := range []int{planAvailable, planRequired, planShort, planPeople} {
			p.text(row, column, "", result(count))
		}
		return
	}
	people := e.input(b.stageLabel(i, j, b.text.People), cells.people, c.People, ratioScale)
	var pace fraction
	if c.PerDay != nil {
		pace = e.input(string(b.text.PerDay), cells.pace, c.PerDay, ratioScale)
	} else {
		pace = e.over(string(b.text.PerDay), e.input(string(b.text.PerWeek), cells.pace, c.PerWeek, ratioScale), fraction{"5", "1", big.NewRat(5, 1)})
	}
	var worked fraction
	if cells.days != "" {
		worked = e.input(string(b.text.CapacityDays), cells.days, c.Days, ratioScale)
	} else {
		n := new(big.Int)
		if stage.Window != nil {
			n.SetInt64(stage.Window.WorkingDays(b.plan.Holidays))
		}
		worked = e.whole(string(b.l.Schedule.Days), fmt.Sprintf("IF(%s,%s,0)", window, working), n).fraction()
	}
	each := e.times(string(b.text.EachHandles), pace, worked)
	available := e.atMost(b.stageLabel(i, j, b.text.Available), e.times(string(b.text.Available), people, each))
	shown := stage.Capacity
	var values [4]any
	if shown == nil {
		values = [4]any{"", "", "", ""}
	} else {
		values = [4]any{ofInt(shown.Available), ofInt(shown.Required), ofInt(shown.Short), ofInt(shown.PeopleNeeded)}
	}
	unknown := "FALSE"
	if cells.days == "" {
		unknown = "NOT(" + window + ")"
	}
	guard := func(formula string) string { return fmt.Sprintf(`IF(%s,"",%s)`, unknown, formula) }
	can := p.formula(row, planAvailable, guard(available.cell), values[0], result(count))
	must := p.formula(row, planRequired, guard(fmt.Sprintf("MAX(0,%s-%s)", p.ref(row, planTotal), p.ref(row, planThere))), values[1], result(count))
	lacks := p.formula(row, planShort, guard(fmt.Sprintf("MAX(0,%s-%s)", must, can)), values[2], result(count))
	need := fmt.Sprintf(`IF(%[2]s<=0,"",IF(%[1]s<=0,0,%[3]s))`, must, each.numerator, raised("("+must+"*"+each.denominator+")", each.numerator))
	p.formula(row, planPeople, guard(need), values[3], result(count))
	p.Conditions = append(p.Conditions, xlsx.Condition{
		Area: xlsx.One(xlsx.Place{Row: row, Column: planShort}), Formula: "N(" + lacks + ")>0", Color: bad, Fill: badFill,
	})
}

// fill lays the periods out, once the targets are known.
func (d *days) fill(b *build) {
	d.chooseUnit(b)
	d.heads(b)
	d.last = d.first + d.rows() - 1
	ends := d.row(daysDueEnd)
	lastDay := fmt.Sprintf("MAX(%s,%s)", b.in.end, ends)
	for row := d.first; row <= d.last; row++ {
		from := fmt.Sprintf("MIN(%s,%s)", b.in.start, d.row(daysDueStart))
		if row > d.first {
			from = d.ref(row-1, daysTo) + "+1"
		}
		var span funnel.Span
		var start, end any
		if n := row - d.first; n < len(d.periods) {
			span = d.periods[n]
			start, end = ofDay(span.Start), ofDay(span.End)
		}
		cell := d.formula(row, daysFrom, from, start, result(b.date))
		// The last one ends with the plan, those behind it on the day before they begin.
		to := fmt.Sprintf("MIN(%s,MAX(%s,%s-1))", d.unitEnd(cell), lastDay, cell)
		d.formula(row, daysTo, to, end, result(b.date))
		d.formula(row, daysWeight, d.weight(b, cell), nil, result(count))
	}
	for key := range d.at {
		d.stage(b, key[0], key[1])
	}
}

// row is a row of all stages above the periods.
func (d *days) row(row int) string {
	return xlsx.Quoted(d.Name) + "!" + xlsx.Area{From: xlsx.Place{Row: row, Column: daysStages}, To: xlsx.Place{Row: row, Column: daysStages + d.stages - 1}}.Fixed()
}

// rows are those of the periods, and some for dates that are moved apart.
func (d *days) rows() int {
	return min(mostPeriods, max(d.least, len(d.periods)+max(4, len(d.periods)/4)))
}

// chooseUnit takes weeks where they are few, or months, and what the seasons are in.
func (d *days) chooseUnit(b *build) {
	span := *b.plan.Period
	for key := range d.at {
		due := b.result.Schedule(key[0], key[1]).Due
		span.Start, span.End = min(span.Start, due.Start), max(span.End, due.End)
	}
	d.unit = funnel.EachWeek
	if seasons := b.plan.Seasonality; len(seasons.Weights) > 0 {
		d.unit = seasons.Unit
	} else if span.Days() > 7*mostWeeks {
		d.unit = funnel.EachMonth
	}
	for start := span.Start; start <= span.End && len(d.periods) < mostPeriods; {
		end := min(d.unit.Around(start).End, span.End)
		d.periods = append(d.periods, funnel.Span{Start: start, End: end})
		start = end + 1
	}
	d.scale = 1
	for _, weight := range b.plan.Seasonality.Weights {
		d.scale = max(d.scale, scale(weight, 10_000))
	}
}

// unitEnd is the last day of the week or month of a day.
func (d *days) unitEnd(day string) string {
	if d.unit == funnel.EachMonth {
		return fmt.Sprintf("DATE(YEAR(%[1]s),MONTH(%[1]s)+1,0)", day)
	}
	return fmt.Sprintf("%[1]s+7-WEEKDAY(%[1]s,2)", day)
}

// thursday is that of the week of a day, in whose year the week is.
func thursday(day string) string { return fmt.Sprintf("(%[1]s-WEEKDAY(%[1]s,2)+4)", day) }

// isoWeek is the number of a day's week.
func isoWeek(day string) string {
	return fmt.Sprintf("(INT((%[1]s-DATE(YEAR(%[1]s),1,1))/7)+1)", thursday(day))
}

// weight is what a working day of the period that begins with a day counts.
func (d *days) weight(b *build, day string) string {
	if b.in.seasons == "" {
		return "1"
	}
	year, number := "YEAR("+day+")", "MONTH("+day+")"
	if d.unit == funnel.EachWeek {
		year, number = "YEAR("+thursday(day)+")", isoWeek(day)
	}
	return fmt.Sprintf("ROUND(IFERROR(VLOOKUP(%[1]s*100+%[2]s,%[3]s,2,FALSE),IFERROR(VLOOKUP(%[2]s,%[3]s,2,FALSE),1))*%[4]d,0)",
		year, number, b.in.seasons, d.scale)
}

func seasonsOf(s funnel.Seasonality) []funnel.Season {
	var list []funnel.Season
	for season := range s.Weights {
		list = append(list, season)
	}
	slices.SortFunc(list, func(a, b funnel.Season) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Number, b.Number))
	})
	return list
}

// stage fills in the columns of a stage.
func (d *days) stage(b *build, i, j int) {
	schedule := b.result.Schedule(i, j)
	column := daysStages + d.at[[2]int{i, j}]
	from, to, working := d.cell(i, j, daysDueStart), d.cell(i, j, daysDueEnd), d.cell(i, j, daysWorking)
	work, done, elapsed := d.block(i, j, blockWork), d.block(i, j, blockDone), d.block(i, j, blockElapsed)
	weights := d.column(daysWeight, d.first, d.last)
	weighs := d.cell(i, j, daysWeighs)
	for row := d.first; row <= d.last; row++ {
		start := fmt.Sprintf("MAX(%s,%s)", d.ref(row, daysFrom), from)
		end := fmt.Sprintf("MIN(%s,%s)", d.ref(row, daysTo), to)
		within := func(end string) string {
			return fmt.Sprintf("IF(%[1]s>%[2]s,0,IF(%[3]s>0,NETWORKDAYS(%[1]s,%[2]s,holidays),%[2]s-%[1]s+1))", start, end, working)
		}
		d.formula(row, work, within(end), nil, result(count))
		before := "0"
		if row > d.first {
			before = d.ref(row-1, done)
		}
		d.formula(row, done, fmt.Sprintf("%s+%s*IF(%s,%s,1)", before, d.ref(row, work), weighs, d.ref(row, daysWeight)), nil, result(count))
		d.formula(row, elapsed, within(fmt.Sprintf("MIN(%s,%s)", end, d.asOf)), nil, result(count))
	}
	d.formula(daysTarget, column, b.lines[i].stages[j].target, ofInt(schedule.Total), result(count))
	d.formula(daysWeighs, column, fmt.Sprintf("AND(%s>0,SUMPRODUCT(%s,%s)>0)", working, weights, d.column(work, d.first, d.last)), nil, result("General"))
	d.formula(daysAll, column, d.ref(d.last, done), nil, result(count))
	spent := d.column(elapsed, d.first, d.last)
	d.formula(daysElapsed, column, fmt.Sprintf("IF(%s,SUMPRODUCT(%s,%s),SUM(%s))", weighs, weights, spent, spent), nil, result(count))
	d.formula(daysProduct, column, fmt.Sprintf("%s*%s", d.cell(i, j, daysTarget), d.cell(i, j, daysAll)), nil, result(count))
}

// target is what is due by then, where so much of the work is done.
func (d *days) target(i, j int, done string) string {
	return floored("("+d.cell(i, j, daysTarget)+"*"+done+")", d.cell(i, j, daysAll))
}

// heads say what the rows above the periods are.
func (d *days) heads(b *build) {
	t := b.text
	for row, text := range map[int]string{
		daysHours: string(t.HoursBefore), daysStart: string(t.WindowStart), daysEnd: string(t.WindowEnd),
		daysDueStart: string(t.DueStart), daysDueEnd: string(t.DueEnd), daysWorking: string(b.l.Schedule.Days), daysTarget: string(b.l.Schedule.InAll),
		daysWeighs: string(t.Seasonality), daysAll: string(t.AllWork), daysElapsed: string(t.ElapsedWork),
	} {
		d.text(row, 1, text, xlsx.Style{Color: quiet})
	}
	d.Widths = []float64{14, 14, 10}
}

// holds is a formula that says whether the rows reach the last day, and all whole
// numbers are small enough to be exact.
func (d *days) holds() string {
	products := d.row(daysProduct)
	return fmt.Sprintf("IF(ISNUMBER(SUM(%[1]s)),AND(MAX(%[1]s)<=1E14,%[2]s>=MAX(%[3]s)),FALSE)", products, d.ref(d.last, daysTo), d.row(daysDueEnd))
}
