package render

import (
	"io"
	"strings"

	ics "github.com/arran4/golang-ical"

	"embudo/internal/report"
)

// ICS writes a document's dates as iCalendar (RFC 5545), which programs that keep
// a calendar import. Each event takes whole days and leaves them free.
func ICS(w io.Writer, d *report.Document, _ Page) error {
	events := d.Events()
	calendar := ics.NewCalendarFor("embudo")
	calendar.SetProductId("-//embudo//embudo//EN")
	calendar.SetXWRCalName(Clean(events.Name))
	for _, e := range events.List {
		event := calendar.AddEvent(e.UID)
		event.SetDtStampTime(events.Stamp)
		event.SetSequence(revision(events))
		event.SetAllDayStartAt(e.Start.Time())
		event.SetAllDayEndAt((e.End + 1).Time()) // the first day after it
		event.SetSummary(Clean(e.Summary))
		event.SetTimeTransparency(ics.TransparencyTransparent)
		if len(e.Description) > 0 {
			event.SetDescription(cleanLines(strings.Join(e.Description, "\n")))
		}
		if e.Category != "" {
			event.AddCategory(Clean(e.Category))
		}
	}
	return calendar.SerializeTo(w, ics.WithNewLine("\r\n"))
}

// revision numbers what is written by the minute: of an event that is imported
// again, the one with the higher number goes before. It stays within 31 bits until
// the year 6053.
func revision(e report.Events) int { return int(e.Stamp.Unix() / 60) }
