package render

import (
	"strconv"
	"strings"
	"testing"

	"embudo/internal/i18n"
	"embudo/internal/report"
)

// weekly is a table with a leading column, one that may be left out, and so many
// others.
func weekly(columns int) report.Table {
	t := report.Table{Title: "Weeks", Lead: 2, Columns: []report.Column{{Title: "Week"}, {Title: "Days", Number: true, Extra: 1}}}
	row := []report.Cell{{Value: report.Text("W07")}, {Value: report.Text("5")}}
	for i := range columns {
		t.Columns = append(t.Columns, report.Column{Title: "Stage-" + strconv.Itoa(i), Number: true})
		row = append(row, report.Cell{Value: report.Text(strconv.Itoa(i))})
	}
	t.Rows = [][]report.Cell{row, row}
	return t
}

// No column is lost, each part begins with the leading ones, and all fit.
func TestCutTablesHaveAllColumns(t *testing.T) {
	d := &report.Document{Language: i18n.English()}
	for _, columns := range []int{0, 1, 6, 7, 12, 50} {
		for limit := 20; limit <= 200; limit += 7 {
			next := 0
			for i, part := range cut(d, weekly(columns), limit) {
				if (part.Title != "") != (i == 0) || part.Columns[0].Title != "Week" || part.Columns[1].Title != "Days" {
					t.Fatalf("%d columns on %d: part %d is %+v", columns, limit, i, part.Columns)
				}
				for j, c := range part.Columns[2:] {
					if c.Title != "Stage-"+strconv.Itoa(next) || d.Show(part.Rows[1][j+2]) != strconv.Itoa(next) {
						t.Fatalf("%d columns on %d: %s in place of column %d", columns, limit, c.Title, next)
					}
					next++
				}
				if grid := layOut(d, part, limit); grid.width() > limit {
					t.Errorf("%d columns on %d: part %d takes %d", columns, limit, i, grid.width())
				}
			}
			if next != columns {
				t.Errorf("%d columns on %d: only %d are left", columns, limit, next)
			}
		}
	}
}

// Parts have about as many columns each: no lone one is left for the last.
func TestCutTablesAreEven(t *testing.T) {
	d := &report.Document{Language: i18n.English()}
	var got []string
	for _, part := range cut(d, weekly(7), 6+6*9) { // there is room for six
		got = append(got, strconv.Itoa(len(part.Columns)-2))
	}
	if strings.Join(got, " ") != "4 3" {
		t.Errorf("parts of %v columns, want 4 and 3", got)
	}
}
