package actuals

import (
	"strings"

	"embudo/funnel"
	"embudo/internal/actuals/sheet"
)

// period is the time that a whole report is of, as the lines above its table say:
// "January 1, 2027 - January 31, 2027".
type period struct {
	span funnel.Span
	row  int
	text string
}

func textCell(text string) sheet.Cell { return sheet.Cell{Text: []byte(text)} }

// readPeriod finds the period of the report in the lines around its table: a
// range or a month, or a first and a last day with words that say which is which.
// A single day may be that of the download, and is none.
func (u *understanding) readPeriod(titles []cellText) {
	var tally dateTally
	var whole, start, end []cellText
	for _, title := range titles {
		label, text := labelled(title.text)
		r, fit := scanDate(textCell(text))
		if fit != fits || r.number && label == "" {
			continue
		}
		tally.add(title.row, textCell(text))
		line := cellText{title.row, text}
		switch {
		case isStartLabel(label):
			start = append(start, line)
		case isEndLabel(label):
			end = append(end, line)
		case r.from != r.to && !r.number:
			whole = append(whole, line)
		}
	}
	order := u.periodOrder(&tally)
	switch {
	case len(whole) == 1:
		u.takePeriod(whole[0], whole[0], order)
	case len(whole) == 0 && len(start) == 1 && len(end) == 1:
		u.takePeriod(start[0], end[0], order)
	}
}

// periodOrder is the order of day and month in the lines around a table.
func (u *understanding) periodOrder(tally *dateTally) dateOrder {
	if u.choices.Order != orderUnknown {
		return u.choices.Order
	}
	if d := tally.decide(); d.by == byCells {
		return d.style.order
	}
	return u.siblingOrder()
}

func (u *understanding) takePeriod(start, end cellText, order dateOrder) {
	style := dateStyle{order, unitDay}
	from, fromFit := style.parse(textCell(start.text))
	to, toFit := style.parse(textCell(end.text))
	if fromFit != fits || toFit != fits || to.End < from.Start {
		return
	}
	u.period = &period{span: funnel.Span{Start: from.Start, End: to.End}, row: start.row, text: start.text}
}

// labelled cuts a line such as "# Start date: 20270101" into label and text.
func labelled(line string) (label, text string) {
	line = strings.TrimSpace(strings.TrimLeft(line, "#"))
	if before, after, found := strings.Cut(line, ": "); found {
		return fold(before), strings.TrimSpace(after)
	}
	return "", line
}

func isStartLabel(label string) bool {
	switch label {
	case "start date", "from", "start", "fecha de inicio", "desde", "inicio", "data de inicio":
		return true
	}
	return false
}

func isEndLabel(label string) bool {
	switch label {
	case "end date", "to", "end", "fecha de finalizacion", "fecha de fin", "hasta", "fin", "data de termino", "ate":
		return true
	}
	return false
}
