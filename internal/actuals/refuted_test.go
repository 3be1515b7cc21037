package actuals

import (
	"fmt"
	"strings"
	"testing"
)

// A choice that the cells of a column refute is no reason to lose its rows: it is
// asked about, or holds for the other columns only.
func TestChoicesThatCellsRefute(t *testing.T) {
	const deals = "Created Date,Stage,Close Date\n"
	for _, test := range []struct {
		what    string
		sources []Source
		choices Choices
		want    string
		says    string
	}{
		{
			"the other order is proved",
			[]Source{text("a.csv", deals+"31/03/2027,Won,01/04/2027\n05/03/2027,Lost,07/04/2027\n")},
			Choices{DateOrder: "mdy"},
			"asks date-order-refuted", "date-order-refuted a.csv:2 [column Created Date got 31/03/2027 said mdy want dmy]",
		},
		{
			"it is proved for one column, and the other shows nothing",
			[]Source{text("a.csv", deals+"05/03/2027,Won,05/13/2027\n")},
			Choices{DateOrder: "dmy"},
			"asks date-order-refuted", "date-order-refuted a.csv:2 [column Close Date got 05/13/2027 said dmy want mdy]",
		},
		{
			"each of two columns proves one",
			[]Source{text("a.csv", deals+"25/03/2027,Won,05/13/2027\n")},
			Choices{DateOrder: "dmy"},
			"rows 1; mql 2027-03 1; client 2027-05 1", "date-order-own a.csv:2 [column Close Date got 05/13/2027 said dmy want mdy]",
		},
		{
			"one source needs the choice, another refutes it",
			[]Source{text("a.csv", deals+"05/03/2027,Won,05/04/2027\n"), text("b.csv", deals+"03/31/2027,Lost,\n")},
			Choices{DateOrder: "dmy"},
			"rows 2; mql 2027-03 2; client 2027-04 1; lost - 1", "date-order-own b.csv:2 [column Created Date got 03/31/2027 said dmy want mdy]",
		},
		{"the choice is borne out", []Source{text("a.csv", deals+"31/03/2027,Won,01/04/2027\n")}, Choices{DateOrder: "dmy"}, "rows 1; mql 2027-03 1; client 2027-04 1", ""},
		{
			"both orders are there, so that the choice decides",
			[]Source{text("a.csv", deals+"31/03/2027,Won,\n03/30/2027,Won,\n")},
			Choices{DateOrder: "dmy"},
			"rows 1; mql 2027-03 1; client 2027-03 1; left out no_day 1", "",
		},
		{"no date needs an order", []Source{text("a.csv", deals+"2027-03-31,Won,2027-04-01\n")}, Choices{DateOrder: "mdy"}, "rows 1; mql 2027-03 1; client 2027-04 1", ""},
		{
			"the other mark is proved",
			[]Source{text("a.csv", "date;mql;spend\n2027-01-04;5;1.234,50\n")},
			Choices{Decimal: "point"},
			"asks decimal-refuted", "decimal-refuted a.csv:2 [column spend got 1.234,50 said point want comma]",
		},
		{
			"each of two columns proves a mark",
			[]Source{text("a.csv", "date;mql;spend;revenue\n2027-01-04;5;1.234,50;1,234.5\n")},
			Choices{Decimal: "point"},
			"rows 1; mql 2027-01 5; spend 2027-01 1234.50; revenue 2027-01 1234.50", "decimal-own a.csv:2 [column spend got 1.234,50 said point want comma]",
		},
	} {
		t.Run(test.what, func(t *testing.T) {
			for i := range test.sources {
				test.sources[i].Choices = test.choices
			}
			result, err := Read(t.Context(), test.sources, Options{Plan: fivePlan(), AsOf: endOf2027()})
			if got := said(result, err); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			var says []string
			for _, s := range result.Sources {
				for _, p := range append(s.Notes, s.Questions...) {
					if strings.HasSuffix(p.Name, "-refuted") || strings.HasSuffix(p.Name, "-own") {
						says = append(says, fmt.Sprintf("%s %s:%d %v", p.Name, p.Source, p.Row, p.Args))
					}
				}
			}
			if got := strings.Join(says, "; "); got != test.says {
				t.Errorf("says %s\nwant %s", got, test.says)
			}
		})
	}
}
