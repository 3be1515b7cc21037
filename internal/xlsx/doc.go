// Package xlsx writes workbooks of spreadsheet programs: sheets of typed cells with
// styles, formulas, charts and notes, as Office Open XML (ECMA-376) has them. It
// knows nothing of plans, documents and languages.
//
// Rows are written as they come, so that a sheet may be as long as Excel allows
// ([MaxRows]) in little memory. The same book gives the same bytes: nothing in it
// depends on the clock. Texts are written as texts, whatever they begin with.
package xlsx
