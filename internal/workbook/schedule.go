package workbook

import (
	"fmt"
	"math/big"
	"strings"
	"unicode"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/xlsx"
)

// The columns of the schedule before its stages.
const (
	dueName = iota + 1
	dueFrom
	dueTo
	dueDays
	dueStages
)

// colors are those of lines of a chart, one a stage.
func colors() []string {
	return []string{blue, "ED7D31", green, "FFC000", "7030A0", "00B0A0", "C00000", "808080", "1F4E79", "843C0C", "385723", "7F6000"}
}

// schedulePage is what is due by when: in all by the end of each week or month, and
// new in it.
func (b *build) schedulePage() *page {
	p := newPage(string(b.text.Schedule), blue)
	p.Widths = []float64{16, 14, 14, 11}
	p.Landscape, p.FrozenColumns = true, 1
	p.title(string(b.text.Schedule))
	p.text(2, 1, string(b.text.ScheduleNote), xlsx.Style{Color: quiet})
	row := 4
	for i := range b.plan.Funnels {
		if len(b.plan.Funnels) > 1 {
			p.heading(row, b.plan.Funnels[i].Name)
			row++
		}
		row = b.scheduleFunnel(p, i, row)
	}
	return p
}

func (b *build) scheduleFunnel(p *page, i, row int) int {
	d, f, text := b.days, &b.plan.Funnels[i], &b.l.Schedule
	for len(p.Widths) < dueStages-1+len(f.Stages) {
		p.Widths = append(p.Widths, 13)
	}
	p.heading(row, string(b.unit(text.Cumulative)))
	row++
	b.scheduleHead(p, i, row)
	from := row + 1
	for n := range d.rows() {
		row++
		b.period(p, n, row)
		for j := range f.Stages {
			var value any = ""
			if n < len(d.periods) {
				value = ofInt(b.result.Schedule(i, j).Target(d.periods[n].End))
			}
			p.formula(row, dueStages+j, fmt.Sprintf(`IF(%s="","",%s)`, p.ref(row, dueFrom), d.target(i, j, d.ref(d.first+n, d.block(i, j, blockDone)))), value, d.line(n, result(count)))
		}
	}
	to := row
	row += 2
	p.heading(row, string(b.unit(text.Each)))
	row++
	b.scheduleHead(p, i, row)
	for n := range d.rows() {
		row++
		b.period(p, n, row)
		for j := range f.Stages {
			before, value := "0", any("")
			if n > 0 {
				before = p.ref(from+n-1, dueStages+j)
			}
			if n < len(d.periods) {
				schedule := b.result.Schedule(i, j)
				value = ofInt(new(big.Int).Sub(schedule.Target(d.periods[n].End), schedule.Target(d.periods[n].Start-1)))
			}
			p.formula(row, dueStages+j, fmt.Sprintf(`IF(%s="","",%s-%s)`, p.ref(row, dueFrom), p.ref(from+n, dueStages+j), before), value, d.line(n, result(count)))
		}
	}
	row += 2
	b.scheduleChart(p, i, row, from, min(to, from+len(d.periods)-1))
	return row + 20
}

// line leaves rows that wait for other dates without lines.
func (d *days) line(n int, s xlsx.Style) xlsx.Style {
	if n >= len(d.periods) {
		s.Line = xlsx.NoLine
	}
	return s
}

// unit is a text for weeks or months.
func (b *build) unit(texts i18n.By) i18n.Text {
	if b.days.unit == funnel.EachMonth {
		return texts.Month
	}
	return texts.Week
}

func (b *build) scheduleHead(p *page, i, row int) {
	text := &b.l.Schedule
	titles := []string{string(b.unit(text.Period)), string(b.text.From), string(b.text.To), string(text.Days)}
	for j := range b.plan.Funnels[i].Stages {
		titles = append(titles, b.plan.Funnels[i].Stages[j].Name)
	}
	p.head(row, titles, 0)
	for j := range b.plan.Funnels[i].Stages {
		c := p.cells[xlsx.Place{Row: row, Column: dueStages + j}]
		c.Formula = b.in.funnels[i].stages[j].name
		p.set(row, dueStages+j, c)
	}
}

// period fills in which week or month a row is.
func (b *build) period(p *page, n, row int) {
	d := b.days
	from, to := d.ref(d.first+n, daysFrom), d.ref(d.first+n, daysTo)
	var name, start, end, working any = "", "", "", ""
	format := d.line(n, label())
	if n < len(d.periods) {
		span := d.periods[n]
		start, end, working = ofDay(span.Start), ofDay(span.End), float64(span.WorkingDays(b.plan.Holidays))
		name = start
		if d.unit == funnel.EachWeek {
			name = b.l.Week(span.Start.Time())
		}
	}
	shown := p.ref(row, dueFrom)
	p.formula(row, dueFrom, fmt.Sprintf(`IF(%s>%s,"",%s)`, from, to, from), start, d.line(n, result(b.date)))
	p.formula(row, dueTo, fmt.Sprintf(`IF(%s="","",%s)`, shown, to), end, d.line(n, result(b.date)))
	p.formula(row, dueDays, fmt.Sprintf(`IF(%s="","",NETWORKDAYS(%s,%s,holidays))`, shown, from, to), working, d.line(n, result(count)))
	if d.unit == funnel.EachMonth {
		format.Format, format.Align = b.monthFormat(), xlsx.Left
		p.formula(row, dueName, fmt.Sprintf(`IF(%s="","",%s)`, shown, from), name, format)
		return
	}
	prefix := strings.TrimRightFunc(b.l.Week(d.periods[0].Start.Time()), unicode.IsDigit)
	p.formula(row, dueName, fmt.Sprintf(`IF(%s="","",%s&RIGHT("0"&%s,2))`, shown, quoted(prefix), isoWeek(from)), name, format)
}

func (b *build) monthFormat() string { return xlsx.DateFormat(b.l.Code, "mmm yyyy") }

// scheduleChart draws what is due in all, a line a stage.
func (b *build) scheduleChart(p *page, i, row, from, to int) {
	f := &b.plan.Funnels[i]
	c := xlsx.Chart{
		Kind: xlsx.Lines, Title: b.chartTitle(i, b.unit(b.l.Schedule.Cumulative)), Format: count,
		At:         xlsx.Area{From: xlsx.Place{Row: row, Column: 1}, To: xlsx.Place{Row: row + 17, Column: 9}},
		Categories: p.column(dueName, from, to),
	}
	for n := range to - from + 1 {
		value := p.cells[xlsx.Place{Row: from + n, Column: dueName}].Value
		name, _ := value.(string)
		c.Names, c.Dates = append(c.Names, name), append(c.Dates, value)
	}
	if b.days.unit == funnel.EachMonth {
		c.DateFormat = b.monthFormat()
	}
	for j := range f.Stages {
		s := xlsx.Series{Name: f.Stages[j].Name, Refers: p.column(dueStages+j, from, to), Color: colors()[j%len(colors())]}
		for n := range to - from + 1 {
			s.Values = append(s.Values, p.cells[xlsx.Place{Row: from + n, Column: dueStages + j}].Value)
		}
		c.Series = append(c.Series, s)
	}
	p.Charts = append(p.Charts, c)
}
