// Package workbook makes a workbook of a plan whose formulas work it out: whoever
// changes a rate in Excel sees what embudo would say, to the last entry.
//
// A spreadsheet counts in floating point, in which 21 / 0.7 is a little more than 30.
// So every rate, share and amount is carried as a fraction of two whole numbers, on a
// sheet of its own ([exact]), and rounded by whole numbers alone. That is exact as
// long as none of them has more than 14 digits; a cell says whether it is so.
//
// The values that cells have before anybody works them out are those of package
// funnel; LibreOffice works them out in a test and must find the same.
package workbook
