package xlsx

import "strconv"

// Place is a cell, counted from 1.
type Place struct{ Row, Column int }

// String is A1.
func (p Place) String() string { return letters(p.Column) + strconv.Itoa(p.Row) }

// Fixed is $A$1, which stays where a formula is copied.
func (p Place) Fixed() string { return "$" + letters(p.Column) + "$" + strconv.Itoa(p.Row) }

// Area is a rectangle of cells, both ends included.
type Area struct{ From, To Place }

// One is an area of a single cell.
func One(p Place) Area { return Area{p, p} }

// String is A1:B2, or A1 where it is one cell.
func (a Area) String() string {
	if a.From == a.To {
		return a.From.String()
	}
	return a.From.String() + ":" + a.To.String()
}

// Fixed is $A$1:$B$2.
func (a Area) Fixed() string { return a.From.Fixed() + ":" + a.To.Fixed() }

// letters names a column: A, Z, AA.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
