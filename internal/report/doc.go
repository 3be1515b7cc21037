// Package report turns a command's result into a document: a title, sentences,
// tables of typed cells, notes, and the value that becomes JSON. One file a
// command. Package render draws any document in any format, so nothing here
// knows about columns of a terminal, quotes or colour codes, and nothing there
// knows about plans.
//
// What people read is in the document's language. The JSON value and the main
// table, which becomes CSV, never change with it: their keys and messages are
// English.
package report
