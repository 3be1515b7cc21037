// Package actuals understands tables of what really happened, the exports of a
// CRM, an ad platform or a spreadsheet: which row is the header, which rows are
// no data, what each column means, and how its numbers and dates are written.
//
// # Words
//
// A column's meaning is what it says of a row: the day, the stage, an amount. A
// style is how the cells of a column write a number or a day. A claim is a
// meaning that a header's words allow; what claims leave undecided is open, and
// is asked for with its candidates.
//
// # Rules
//
// Whole columns decide, never a cell: 03/04/2027 and 14.500 mean nothing alone.
// Nothing is guessed: where no cell decides and nobody says, the question is
// part of the result. Nothing is lost in silence: a row or cell that is left out
// is counted, by reason, with the place of the first.
//
// The package reads no files. Rows come from package sheet, which knows bytes
// and formats; sentences are in package i18n, by the names of the problems.
package actuals
