package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"embudo/funnel"
)

// Events are the dates of a document, for programs that keep a calendar.
type Events struct {
	Name  string    // of the calendar
	Stamp time.Time // when it was made: a later one goes before
	List  []Event
}

// Event is something that takes all of one day or more.
type Event struct {
	// UID stays the same when the event is written again, be it on another day: so a
	// program changes what it has, rather than adding to it.
	UID         string
	Summary     string
	Description []string // line by line
	Category    string
	Start, End  funnel.Date // both included
}

// events are the dates of the calendar, and for each week one with the reminders
// and follow-ups: these hang on meetings of which nobody knows the hour yet.
func (r *calendarReport) events(stamp time.Time) Events {
	plan := r.calendar.Plan.Plan
	events := Events{Name: plan.Name, Stamp: stamp}
	if events.Name == "" {
		events.Name = string(r.Language.Plan.Untitled)
	}
	for i := range r.list.Occurrences {
		events.List = append(events.List, r.event(&r.list.Occurrences[i]))
	}
	return Events{Name: events.Name, Stamp: stamp, List: append(events.List, r.weekEvents()...)}
}

// uid is made of what stays: the plan's name, the id of the activity and the
// number of its time, but not its day.
func (r *calendarReport) uid(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(append([]string{r.calendar.Plan.Plan.Name}, parts...), "\x00")))
	return hex.EncodeToString(sum[:16]) + "@embudo"
}

func (r *calendarReport) event(o *funnel.Occurrence) Event {
	a := o.Activity
	e := Event{
		UID:      r.uid("activity", a.ID, strconv.Itoa(o.Number)),
		Summary:  a.Name,
		Category: r.text.Kinds[string(a.Kind)],
		Start:    o.Days.Start, End: o.Days.End,
	}
	if a.Phase != "" {
		e.Category = r.text.Phases[string(a.Phase)]
	}
	if owner := r.owner(a.Owner); owner.Value != nil {
		e.Summary += " (" + r.Show(owner) + ")"
	}
	line := func(said string) { e.Description = append(e.Description, said) }
	if stage := r.feeds(a); stage.Value != nil && a.Contribution != nil {
		line(r.text.FeedsWith.Fill("stage", r.Show(stage), "contribution", r.Language.Short(a.Contribution, 2)))
	}
	for _, part := range []struct {
		sentence interface{ Fill(...any) string }
		content  string
	}{
		{r.text.EventGives, a.Gives},
		{r.text.EventPurpose, a.Purpose},
		{r.text.EventHow, a.How},
		{r.text.EventExpects, expectations(a)},
	} {
		if part.content != "" {
			line(part.sentence.Fill("content", part.content))
		}
	}
	if a.Cost != nil && a.Cost.Sign() > 0 {
		line(r.text.EventCost.Fill("content", r.sum(a.Cost)))
	}
	if o.Done != nil {
		line(r.text.Done.Fill("day", r.Language.Date(o.Done.Date.Time())))
	}
	return e
}

// weekEvents have the loads of each week, from Monday to Friday.
func (r *calendarReport) weekEvents() []Event {
	var order []funnel.Week
	byWeek := map[funnel.Week]*Event{}
	for i := range r.list.Loads {
		l := &r.list.Loads[i]
		for _, w := range l.Weeks {
			e := byWeek[w.Week]
			if e == nil {
				days := w.Week.Days()
				e = &Event{
					UID:      r.uid("week", w.Week.String()),
					Summary:  string(r.text.EventLoads),
					Category: r.text.Kinds["follow_up"],
					Start:    days.Start, End: days.Start + 4,
				}
				byWeek[w.Week] = e
				order = append(order, w.Week)
			}
			said := r.text.EventLoad.Fill("count", r.Language.Count(w.Count), "load", r.loadName(l))
			if content := r.content(l); content != "" {
				said += ": " + content
			}
			e.Description = append(e.Description, said)
		}
	}
	var events []Event
	for _, week := range order {
		events = append(events, *byWeek[week])
	}
	return events
}
