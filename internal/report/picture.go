package report

import (
	"math/big"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
)

// value of a count in a picture, nil where there is none.
func value(n *big.Int) *float64 {
	if n == nil {
		return nil
	}
	x, _ := new(big.Float).SetInt(n).Float64()
	return &x
}

// inWords are the rows of a picture in a sentence, for those who do not see it.
func inWords(rows []string) string {
	if len(rows) == 0 {
		return ""
	}
	return strings.Join(rows, "; ") + "."
}

// funnelBars draws what a plan needs at every stage, and what it takes to be as
// sure as the plan's first confidence says.
func (d *Document) funnelBars(p *funnel.Plan, f *funnel.FunnelResult) Chart {
	l := d.Language
	bars := Bars{Series: []string{string(l.Words.Needed)}}
	if len(p.Confidence) > 0 {
		bars.Series = append(bars.Series, l.Words.Sure.Fill("confidence", l.Percent(p.Confidence[0])))
	}
	var words []string
	for i := range f.Stages {
		s := &f.Stages[i]
		needed := count(s.Needed)
		row := BarRow{Label: s.Stage.Name, Values: []*float64{value(s.Needed)}, Shown: []string{d.Show(needed)}}
		sentence := l.Pictures.Needed.Fill("needed", d.Show(needed))
		if len(p.Confidence) > 0 {
			sure := sureOf(s, 0)
			row.Shown = append(row.Shown, d.Show(sure))
			row.Values = append(row.Values, nil)
			if n, ok := sure.Value.(Count); ok {
				row.Values[1] = value(n.Int)
				sentence = l.Pictures.NeededSure.Fill("needed", d.Show(needed), "confidence", l.Percent(p.Confidence[0]), "sure", d.Show(sure))
			}
		}
		words = append(words, l.Pictures.BarsRow.Fill("label", s.Stage.Name, "values", sentence))
		bars.Rows = append(bars.Rows, row)
	}
	return Chart{Title: string(l.Pictures.Funnel), Alt: inWords(words), Picture: bars}
}

// funnelBars draws what is needed at every stage and what came.
func (c *checkReport) funnelBars(f *funnel.FunnelCheck) Chart {
	l := c.Language
	bars := Bars{Series: []string{string(l.Words.Needed), string(c.text.Actual)}}
	var words []string
	for i := range f.Stages {
		s := &f.Stages[i]
		needed, actual := c.Show(count(s.Schedule.Total)), c.Show(count(s.Actual))
		bars.Rows = append(bars.Rows, BarRow{
			Label: s.Plan.Stage.Name, Tone: statusTone(s.Status),
			Values: []*float64{value(s.Schedule.Total), value(s.Actual)}, Shown: []string{needed, actual},
		})
		sentence := l.Pictures.NeededCame.Fill("needed", needed, "actual", actual)
		words = append(words, l.Pictures.BarsRow.Fill("label", s.Plan.Stage.Name, "values", sentence))
	}
	return Chart{Title: c.named(f, string(l.Pictures.Funnel)), Alt: inWords(words), Picture: bars}
}

// waterfall leads from what is due of a stage to what came, over the parts of the
// gap.
func (c *checkReport) waterfall(f *funnel.FunnelCheck, parts Table) Chart {
	l, s := c.Language, &f.Stages[*f.LeakStage]
	name, due, came := s.Plan.Stage.Name, c.Show(count(s.TargetToDate)), c.Show(count(s.Actual))
	picture := Waterfall{
		From: Level{Label: l.Pictures.DueBy.Fill("stage", name, "day", l.Date(c.result.ComparedOn.Time())), Value: *value(s.TargetToDate), Shown: due},
		To:   Level{Label: l.Pictures.Came.Fill("stage", name), Value: *value(s.Actual), Shown: came},
	}
	var words []string
	for i, leak := range f.Leaks {
		x, _ := leak.Contribution.Float64()
		row := parts.Rows[i]
		change := Level{Label: c.Show(row[0]), Value: x, Shown: c.Show(row[1])}
		picture.Changes = append(picture.Changes, change)
		words = append(words, l.Pictures.BarsRow.Fill("label", change.Label, "values", change.Shown))
	}
	return Chart{
		Title: c.named(f, l.Pictures.Leaks.Fill("stage", name)), Picture: picture,
		Alt: l.Pictures.LeaksAlt.Fill("due", due, "to", name, "actual", came, "changes", strings.Join(words, "; ")),
	}
}

// axis is that of a span of days, with a day marked.
func axis(l *i18n.Language, days funnel.Span, today *funnel.Date) Axis {
	a := Axis{Start: days.Start, End: days.End, StartShown: l.Date(days.Start.Time()), EndShown: l.Date(days.End.Time())}
	if today != nil && *today >= days.Start && *today <= days.End {
		a.Today, a.TodayShown = *today, l.Date(today.Time())
	}
	return a
}

// mostPoints of a curve are more than a panel can show.
const mostPoints = 120

// planned is how a stage's target grows, at no more days than can be seen.
func planned(s funnel.Schedule, days funnel.Span) []At {
	step := max(1, (days.End-days.Start)/mostPoints)
	list := []At{{Day: days.Start - 1}}
	for day := days.Start; day < days.End; day += step {
		list = append(list, At{Day: day, Value: *value(s.Target(day))})
	}
	return append(list, At{Day: days.End, Value: *value(s.Target(days.End))})
}

// grown is how the number of those who came grew until a day, from the eve of the
// picture's first.
func grown(list []funnel.Grown, start, until funnel.Date) []At {
	points := []At{{Day: start - 1}}
	for _, g := range list {
		if g.Day >= start {
			points = append(points, At{Day: g.Day, Value: float64(g.Count)})
		} else {
			points[0].Value = float64(g.Count)
		}
	}
	if last := points[len(points)-1]; last.Day < until {
		points = append(points, At{Day: until, Value: last.Value})
	}
	return points
}

// around is the period with all days in which anything of a funnel is due.
func around(period funnel.Span, schedules []funnel.Schedule) funnel.Span {
	for _, s := range schedules {
		period.Start, period.End = min(period.Start, s.Due.Start), max(period.End, s.Due.End)
	}
	return period
}

// pace draws for each stage what is due and what came, day by day.
func (c *checkReport) pace(f *funnel.FunnelCheck) (Chart, bool) {
	l := c.Language
	var schedules []funnel.Schedule
	dated := false
	for i := range f.Stages {
		schedules = append(schedules, f.Stages[i].Schedule)
		dated = dated || len(f.Stages[i].Grown) > 0
	}
	if !dated || c.result.Plan.Plan.Period == nil {
		return Chart{}, false
	}
	days := around(*c.result.Plan.Plan.Period, schedules)
	picture := Curves{Days: axis(l, days, &c.result.ComparedOn), Planned: string(c.text.Due), Actual: string(c.text.Actual)}
	var words []string
	for i := range f.Stages {
		s := &f.Stages[i]
		panel := Panel{Label: s.Plan.Stage.Name, Planned: planned(s.Schedule, days)}
		panel.Shown = l.Pictures.PaceUnknown.Fill("due", l.Count(s.TargetToDate), "total", l.Count(s.Schedule.Total))
		if s.Known {
			panel.Shown = l.Pictures.PaceOf.Fill("actual", l.Count(s.Actual), "due", l.Count(s.TargetToDate), "total", l.Count(s.Schedule.Total))
			panel.Actual = grown(s.Grown, days.Start, max(days.Start, c.result.ComparedOn))
		}
		words = append(words, l.Pictures.BarsRow.Fill("label", panel.Label, "values", panel.Shown))
		picture.Panels = append(picture.Panels, panel)
	}
	return Chart{Title: c.named(f, string(l.Pictures.Pace)), Alt: inWords(words), Picture: picture}, true
}

// pace draws for each stage how its target grows.
func (s *schedule) pace(f *funnel.FunnelSchedule) Chart {
	l := s.Language
	var schedules []funnel.Schedule
	for i := range f.Stages {
		schedules = append(schedules, f.Stages[i].Schedule)
	}
	days := around(*s.result.Plan.Plan.Period, schedules)
	picture := Curves{Days: axis(l, days, nil), Planned: string(l.Check.Due)}
	var words []string
	for i := range f.Stages {
		stage := &f.Stages[i]
		if stage.Total == nil {
			continue
		}
		panel := Panel{
			Label: stage.Plan.Stage.Name, Planned: planned(stage.Schedule, days),
			Shown: l.Pictures.PacePlanned.Fill("total", l.Count(stage.Total), "days", l.Days(stage.Due.Start.Time(), stage.Due.End.Time())),
		}
		words = append(words, l.Pictures.BarsRow.Fill("label", panel.Label, "values", panel.Shown))
		picture.Panels = append(picture.Panels, panel)
	}
	title := string(l.Pictures.Pace)
	if len(s.result.Funnels) > 1 {
		title = f.Plan.Funnel.Name + " · " + title
	}
	return Chart{Title: title, Alt: inWords(words), Picture: picture}
}

// fan draws how the success stage of a funnel came about, and where it may go.
func (f *forecastReport) fan(index int) (Chart, bool) {
	of := &f.result.Funnels[index]
	s := success(of)
	today := f.result.ComparedOn
	if !s.Known || today >= s.By {
		return Chart{}, false
	}
	l, name := f.Language, s.Plan.Stage.Name
	words := func(sentence i18n.Text) string {
		return sentence.Fill("stage", name, "actual", l.Count(s.SoFar), "day", l.Date(today.Time()),
			"low", l.Count(s.Entries.Low.Num()), "middle", l.Count(s.Entries.Middle.Num()), "high", l.Count(s.Entries.High.Num()),
			"end", l.Date(s.By.Time()), "target", l.Count(s.Target))
	}
	start := f.result.Plan.Plan.Period.Start
	picture := Fan{
		Days: axis(l, funnel.Span{Start: min(start, today), End: s.By}, &today),
		Past: grown(s.Grown, min(start, today), today), Ahead: func() []Outlook { return f.ahead(index) },
		Target: *value(s.Target), TargetShown: words(l.Pictures.FanTarget),
		Low: l.Count(s.Entries.Low.Num()), Middle: l.Count(s.Entries.Middle.Num()), High: l.Count(s.Entries.High.Num()),
		SoFar: string(f.text.SoFar), Expected: string(l.Pictures.FanExpected), Band: string(l.Pictures.FanBand),
	}
	return Chart{Title: f.named(of, words(l.Pictures.Fan)), Alt: words(l.Pictures.FanAlt), Picture: picture}, true
}

// outlooks are how many days a fan is worked out for; between them it is straight.
const outlooks = 12

// ahead is what the success stage of a funnel may be from today until its last
// day.
func (f *forecastReport) ahead(index int) []Outlook {
	s, today := success(&f.result.Funnels[index]), f.result.ComparedOn
	var days []funnel.Date
	for i := range outlooks - 1 {
		day := today + funnel.Date((int(s.By)-int(today))*(i+1)/outlooks)
		if last := len(days) - 1; day > today && (last < 0 || days[last] < day) {
			days = append(days, day)
		}
	}
	soFar := new(big.Rat).SetInt(s.SoFar)
	list := []Outlook{outlook(today, funnel.Foreseen{Low: soFar, Middle: soFar, High: soFar})}
	for i, foreseen := range f.result.Ahead(index, days) {
		list = append(list, outlook(days[i], foreseen))
	}
	return append(list, outlook(s.By, s.Entries))
}

func outlook(day funnel.Date, x funnel.Foreseen) Outlook {
	o := Outlook{Day: day}
	o.Low, _ = x.Low.Float64()
	o.Middle, _ = x.Middle.Float64()
	o.High, _ = x.High.Float64()
	return o
}
