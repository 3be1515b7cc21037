package actuals

import "embudo/funnel"

// spacing is the time between the rows of a table of counts.
type spacing string

// The spacings.
const (
	daily   spacing = "daily"
	weekly  spacing = "weekly"
	monthly spacing = "monthly"
)

// spacingOf tells by the days that rows name, in order, whether each stands for a
// week or month that begins with it. Two first days of a month are enough to say
// so; for weeks it takes three rows, none of which leaves out the weekday.
func spacingOf(days []funnel.Date) spacing {
	if len(days) < 2 {
		return daily
	}
	firsts, weeks := true, len(days) >= 3
	for i, day := range days {
		firsts = firsts && day.Time().Day() == 1
		weeks = weeks && (i == 0 || (day-days[i-1])%7 == 0)
	}
	switch {
	case firsts:
		return monthly
	case weeks:
		return weekly
	}
	return daily
}

// of is the time that a row stands for.
func (s spacing) of(span funnel.Span) funnel.Span {
	if span.Start != span.End {
		return span
	}
	switch s {
	case weekly:
		return funnel.Span{Start: span.Start, End: span.Start + 6}
	case monthly:
		next := funnel.DateOf(span.Start.Time().AddDate(0, 1, 0))
		return funnel.Span{Start: span.Start, End: next - 1}
	case daily:
	}
	return span
}
