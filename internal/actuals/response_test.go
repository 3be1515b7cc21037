package actuals

import (
	"testing"
	"time"

	"embudo/funnel"
)

func TestClockIn(t *testing.T) {
	for text, want := range map[string]int32{
		"2027-01-04": -1, "2027-01-04 09:30": 570, "2027-01-04T09:30:15.123Z": 570, "04/01/2027 21:05:00": 1265,
		"4/1/2027 1:05 p. m.": 785, "4/1/2027 12:10 AM": 10, "1/4/2027, 12:10 PM": 730, "Jan 4, 2027 9:05 pm": 1265,
		"46112": -1, "46112.4375": 630, "46112.0": 0, "": -1, "x:y": -1, "2027-01-04 24:00": 0,
	} {
		if got := clockIn([]byte(text)); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

// Of a quarter only its leads count, answered whenever, and given back whenever: one
// was handed over before it, one after it.
func TestResponsesAreOfThePlansDays(t *testing.T) {
	const leads = "id,Created Date,MQL,First response,SQL,Stage,Lost reason,Lead source\n" +
		"1,2027-01-03,2027-01-05 10:00,2027-01-12 10:01,2027-01-13,SQL,,Google\n" + // a minute more than a week
		"2,2026-12-01,2026-12-05 10:00,,,Lost,early,Google\n" +
		"3,2027-03-20,2027-03-31 10:00,2027-04-02 10:00,,Lost,in time,Google\n" +
		"4,2027-03-20,2027-04-01 10:00,,,Lost,late,Google\n" +
		"5,2027-03-20,2027-03-21 10:00,,,Lost,own,Outbound\n" +
		"6,2027-04-01,2027-04-02,2027-04-02,2027-04-03,SQL,,Google\n"
	p := planWith("mql", "sql", "client")
	end := funnel.NewDate(2027, time.March, 31)
	p.Period = &funnel.Span{Start: funnel.NewDate(2027, time.January, 1), End: end}
	o := Options{Plan: p, AsOf: endOf2027(), Responses: &ResponseOptions{
		HandOver: []int{1}, Until: []funnel.Date{end}, OwnChannels: []string{"outbound"},
	}}
	result, err := Read(t.Context(), []Source{text("crm.csv", leads)}, o)
	if err != nil {
		t.Fatal(err)
	}
	f := result.Actuals.Funnels[0]
	if r := f.Responses; r.Handed != 2 || r.Answered != 2 || len(r.Open) != 0 {
		t.Errorf("%+v", r)
	} else if w := r.Waits; w[len(w)-1].Minutes != 7*minutesPerDay+60 { // late for a promise of 168 hours
		t.Errorf("waits %v", w)
	}
	if last := f.Responses.Last; last != (funnel.OpenSince{Day: end + 2, Minute: 10 * 60}) {
		t.Errorf("last %+v", last)
	}
	if len(f.Lost) != 1 || f.Lost[0].Reason != "in time" {
		t.Errorf("given back %v", f.Lost)
	}
}

// Names that the user writes are called so, whatever the file has most.
func TestNamesAsTheUserWritesThem(t *testing.T) {
	const leads = "id,Created Date,MQL,SQL,Stage,Lost reason,Lead source,Owner\n" +
		"1,2027-01-03,2027-01-05,,Lost,SIN INTERES,feria,ana nunez\n" +
		"2,2027-01-03,2027-01-05,,Lost,sin interés,feria,ana nunez\n" +
		"3,2027-01-03,2027-01-05,,Lost,precio,Feria,eva\n"
	o := Options{Plan: planWith("mql", "sql", "client"), AsOf: endOf2027(), Names: []string{"Ana Núñez", "Sin interés", "Férias"}}
	result, err := Read(t.Context(), []Source{text("crm.csv", leads)}, o)
	if err != nil {
		t.Fatal(err)
	}
	f := result.Actuals.Funnels[0]
	people := map[string]int64{}
	for _, e := range f.Stages[0].Entries {
		people[e.Person+" "+e.Channel] += e.Count
	}
	if len(people) != 2 || people["Ana Núñez feria"] != 2 || people["eva feria"] != 1 {
		t.Errorf("people %v", people)
	}
	if len(f.Lost) != 2 || f.Lost[0] != (funnel.Loss{Reason: "Sin interés", Count: 2}) {
		t.Errorf("reasons %v", f.Lost)
	}
}
