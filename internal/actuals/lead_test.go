package actuals

import (
	"strings"
	"testing"

	"embudo/funnel"
)

// march is a day of March 2027.
func march(day int) funnel.Date { return funnel.NewDate(2027, 3, day) }

// fourStages is a funnel of MQLs, SQLs, meetings and clients, with so many
// direct entries expected at the meeting.
func fourStages(directMeetings int64) *funnel.Funnel {
	return &funnel.Funnel{ID: "main", Stages: []funnel.Stage{
		{ID: "mql", Owner: "marketing"},
		{ID: "sql", Owner: "sales"},
		{ID: "meeting", Owner: "sales", Direct: directMeetings},
		{ID: "client", Owner: "sales"},
	}}
}

// short writes a route: d3 a date of its own, i3 implied, x3 direct, - nothing.
func (r route) short() string {
	parts := make([]string, len(r))
	for i, p := range r {
		day := strings.TrimLeft(p.day.Time().Format("02"), "0")
		switch p.kind {
		case notReached:
			parts[i] = "-"
		case dated:
			parts[i] = "d" + day
		case implied:
			parts[i] = "i" + day
		case direct:
			parts[i] = "x" + day
		}
	}
	return strings.Join(parts, " ")
}

func TestRoute(t *testing.T) {
	dates := func(days ...int) []funnel.Date {
		list := []funnel.Date{noDay, noDay, noDay, noDay}
		for i, day := range days {
			if day > 0 {
				list[i] = march(day)
			}
		}
		return list
	}
	all := []bool{true, true, true, true}
	tenth := march(10)
	for _, test := range []struct {
		what    string
		lead    lead
		direct  int64
		known   []bool
		asOf    *funnel.Date
		want    string
		wentOn  string // stages from which it went on with a date of its own
		brought string
	}{
		{"a date for each stage", lead{at: -1, entered: dates(1, 2, 3, 4)}, 0, all, nil, "d1 d2 d3 d4", "mql sql meeting", "marketing"},
		{"stopped at the SQL", lead{at: -1, entered: dates(1, 2, 0, 0)}, 0, all, nil, "d1 d2 - -", "mql", "marketing"},
		{"a stage without a date, further down with one", lead{at: -1, entered: dates(1, 0, 0, 9)}, 0, all, nil, "d1 i9 i9 d9", "mql", "marketing"},
		{"no date at the top", lead{at: -1, entered: dates(0, 5, 7, 0)}, 0, all, nil, "i5 d5 d7 -", "sql", "marketing"},
		{"came in at the meeting, as the plan expects", lead{at: -1, entered: dates(0, 0, 7, 8)}, 3, all, nil, "- - x7 d8", "", "sales"},
		{"a stage that the sources do not speak of", lead{at: -1, entered: dates(1, 0, 7, 0)}, 0, []bool{true, false, true, true}, nil, "d1 - d7 -", "", "marketing"},
		{"entered, and won on the day it closed", lead{at: -1, entered: dates(1), outcome: outcomeWon, closed: march(20)}, 0, all, nil, "d1 i20 i20 d20", "mql", "marketing"},
		{"won without a day", lead{at: -1, entered: dates(1, 4), outcome: outcomeWon}, 0, all, nil, "d1 d4 i4 i4", "mql sql", "marketing"},
		{"won before it was entered", lead{at: -1, entered: dates(9), outcome: outcomeWon, closed: march(7)}, 0, all, nil, "d9 i7 i7 d7", "mql", "marketing"},
		{"stands at the meeting", lead{at: 2, entered: dates(3)}, 0, all, nil, "d3 i3 i3 -", "mql", "marketing"},
		{"stands at the meeting, and no day at all", lead{at: 2, entered: dates()}, 0, all, nil, "- - - -", "", ""},
		{"stands at the meeting, seen on the 8th", lead{at: 2, entered: dates(), seen: march(8)}, 0, all, nil, "i8 i8 i8 -", "", "marketing"},
		{"lost at once", lead{at: -1, entered: dates(3), outcome: outcomeLost, closed: march(5)}, 0, all, nil, "d3 - - -", "", "marketing"},
		{"an open one with a closing date", lead{at: -1, entered: dates(3), closed: march(5)}, 0, all, nil, "d3 - - -", "", "marketing"},
		{"a stage entered after the day", lead{at: -1, entered: dates(1, 2, 12, 0)}, 0, all, &tenth, "d1 d2 - -", "mql", "marketing"},
		{"won after the day", lead{at: 3, entered: dates(1), outcome: outcomeWon, closed: march(12)}, 0, all, &tenth, "d1 - - -", "", "marketing"},
	} {
		t.Run(test.what, func(t *testing.T) {
			if test.lead.closed == 0 {
				test.lead.closed = noDay
			}
			if test.lead.seen == 0 {
				test.lead.seen = noDay
			}
			trace := tracer{funnel: fourStages(test.direct), known: test.known, asOf: test.asOf}
			r := trace.route(&test.lead)
			if got := r.short(); got != test.want {
				t.Errorf("route %s, want %s", got, test.want)
			}
			var wentOn []string
			for i, s := range trace.funnel.Stages {
				if r.wentOn(i) {
					wentOn = append(wentOn, s.ID)
				}
			}
			if got := strings.Join(wentOn, " "); got != test.wentOn {
				t.Errorf("went on from %q, want %q", got, test.wentOn)
			}
			if got := trace.brought(r); got != test.brought {
				t.Errorf("brought by %q, want %q", got, test.brought)
			}
		})
	}
}

// A stage that no lead has entered yet is one of which the data speak: nobody is
// there. It needs the stage's name over it, and no other column for it.
func TestStageWithoutAnyDateYet(t *testing.T) {
	for _, test := range []struct {
		what, file string
		columns    map[string]string
		known      bool
	}{
		{"an empty column", "id,mql,sql,client\n1,2027-01-05,2027-01-15,\n2,2027-01-06,,\n", nil, true},
		{"named by hand", "id,mql,sql,ganado\n1,2027-01-05,2027-01-15,\n2,2027-01-06,,\n", map[string]string{"client": "ganado"}, true},
		{"no column", "id,mql,sql\n1,2027-01-05,2027-01-15\n2,2027-01-06,\n", nil, false},
		{"of something else", "id,mql,sql,remarks\n1,2027-01-05,2027-01-15,\n2,2027-01-06,,\n", nil, false},
	} {
		source := text("leads.csv", test.file)
		source.Choices.Columns = test.columns
		r, err := Read(t.Context(), []Source{source}, Options{Plan: planWith("mql", "sql", "client"), AsOf: endOf2027()})
		if err != nil {
			t.Errorf("%s: %v", test.what, err)
			continue
		}
		client := r.Actuals.Funnels[0].Stages[2]
		if client.Known != test.known || len(client.Entries) > 0 {
			t.Errorf("%s: known %t with %d entries, want %t with none", test.what, client.Known, len(client.Entries), test.known)
		}
	}
}
