package render

import (
	"encoding/csv"
	"math/big"
	"strings"
	"testing"

	"embudo/internal/report"
)

// A spreadsheet runs none of the texts, and a terminal obeys none; numbers stay
// numbers.
func TestNeutral(t *testing.T) {
	for _, test := range []struct {
		value report.Value
		want  string
	}{
		{nil, ""},
		{report.Text(""), ""},
		{report.Text("MQL"), "MQL"},
		{report.Text("a = b"), "a = b"},
		{report.Text("=1+1"), "'=1+1"},
		{report.Text("+1"), "'+1"},
		{report.Text("-1"), "'-1"},
		{report.Text("@SUM(A1)"), "'@SUM(A1)"},
		{report.Text("\t=1+1"), "'\t=1+1"},
		{report.Text("\n=1+1"), "'\n=1+1"},
		{report.Text("\r=1+1"), "'\n=1+1"},
		{report.Text("one\r\ntwo\rthree\tfour"), "one\ntwo\nthree\tfour"},
		{report.Text("\x1b[31mred"), "·[31mred"},
		{report.Text("\u202egnp.exe"), "·gnp.exe"},
		{report.Count{Int: big.NewInt(-3)}, "-3"},
		{report.Number{Rat: big.NewRat(-5, 2)}, "-2.5"},
		{report.Money{Rat: big.NewRat(-1, 4)}, "-0.25"},
		{report.Term{Key: "sales", Shown: "ventas"}, "sales"},
	} {
		if got := neutral(test.value); got != test.want {
			t.Errorf("%q becomes %q, want %q", test.value, got, test.want)
		}
	}
}

// What is written is read back cell by cell, whatever is in it.
func TestCSVIsReadBack(t *testing.T) {
	texts := []string{"a,b", `say "x"`, "two\nlines", " spaces ", "ñ", "'", ";"}
	d := blank()
	d.Main = func() report.Table {
		table := report.Table{Columns: make([]report.Column, len(texts)), Rows: [][]report.Cell{make([]report.Cell, len(texts))}}
		for i, text := range texts {
			table.Columns[i].Key = "k"
			table.Rows[0][i].Value = report.Text(text)
		}
		return table
	}
	records, err := csv.NewReader(strings.NewReader(draw(t, "csv", d, Page{}))).ReadAll()
	if err != nil || len(records) != 2 {
		t.Fatalf("%d records: %v", len(records), err)
	}
	for i, text := range texts {
		if records[1][i] != text {
			t.Errorf("%q comes back as %q", text, records[1][i])
		}
	}
}
