package actuals

import (
	"testing"
)

// A lead of several rows brings what its won rows brought: not what was lost, and
// not what is still open.
func TestAmountsOfItems(t *testing.T) {
	const deals = "Deal ID,Created Date,Stage,Close Date,Amount\n"
	for _, test := range []struct {
		what    string
		sources []Source
		want    string // the revenue
	}{
		{"two were won", []Source{text("a.csv", deals+"7,2027-01-04,Won,2027-02-01,100\n7,2027-01-04,Won,2027-02-05,50\n")}, "; revenue 2027-02 150"},
		{"one was lost", []Source{text("a.csv", deals+"7,2027-01-04,Won,2027-02-01,100\n7,2027-01-04,Lost,2027-02-05,300\n")}, "; revenue 2027-02 100"},
		{"the lost one comes first", []Source{text("a.csv", deals+"7,2027-01-04,Lost,2027-02-05,300\n7,2027-01-04,Won,2027-02-01,100\n")}, "; revenue 2027-02 100"},
		{"one is open", []Source{text("a.csv", deals+"7,2027-01-04,Open,,40\n7,2027-01-04,Won,2027-02-01,100\n7,2027-01-04,Lost,2027-02-01,7\n")}, "; revenue 2027-02 100"},
		{"the one that was won has no amount", []Source{text("a.csv", deals+"7,2027-01-04,Won,2027-02-01,\n7,2027-01-04,Lost,2027-02-05,300\n")}, ""},
		{
			"rows of one lead that say different things of it",
			[]Source{text("a.csv", "Lead ID,MQL date,Client date,Amount\n7,2027-01-04,,\n7,,2027-02-01,\n7,,,1200\n")},
			"; revenue 2027-02 1200",
		},
		{
			"the amount is in the file of leads, the outcome in that of deals",
			[]Source{text("a.csv", "Deal ID,Created Date,Amount\n7,2027-01-04,1200\n"), text("b.csv", "Deal ID,Stage,Close Date\n7,Won,2027-02-01\n")},
			"; revenue 2027-02 1200",
		},
		{
			"the amount is in the second file",
			[]Source{text("a.csv", "Deal ID,Stage,Close Date\n7,Won,2027-02-01\n"), text("b.csv", "Deal ID,Created Date,Amount\n7,2027-01-04,1200\n")},
			"; revenue 2027-02 1200",
		},
	} {
		t.Run(test.what, func(t *testing.T) {
			result, err := Read(t.Context(), test.sources, Options{Plan: fivePlan(), AsOf: endOf2027()})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, s := range moneySaid(result) {
				got += s
			}
			if got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// Who is neither won nor lost stands at the stage that it reached, with its own
// amount if it has one.
func TestOpenDeals(t *testing.T) {
	const file = "Deal ID,Created Date,Stage,Close Date,Amount\n" +
		"1,2027-01-04,Opportunity,,900.50\n2,2027-01-04,Opportunity,,0\n3,2027-01-05,Opportunity,,\n4,2027-01-05,SQL,,70\n" +
		"5,2027-01-05,Won,2027-02-01,5000\n6,2027-01-05,Lost,2027-02-02,6000\n7,2027-01-05,Opportunity,2027-03-31,100\n"
	result, err := Read(t.Context(), []Source{text("a.csv", file)}, Options{Plan: fivePlan(), AsOf: endOf2027()})
	if err != nil {
		t.Fatal(err)
	}
	stages := result.Actuals.Funnels[0].Stages
	if open := stages[3].Open; open == nil || open.Count != 4 || open.Valued != 2 || open.Value.FloatString(2) != "1000.50" {
		t.Errorf("opportunities open: %+v", open)
	}
	if open := stages[1].Open; open == nil || open.Count != 1 || open.Valued != 1 || open.Value.FloatString(2) != "70.00" {
		t.Errorf("SQLs open: %+v", open)
	}
	if stages[0].Open != nil || stages[4].Open != nil {
		t.Errorf("others open: %+v, %+v", stages[0].Open, stages[4].Open)
	}
}
