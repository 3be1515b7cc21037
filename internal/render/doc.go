// Package render draws a document in a format: one file a format, each of which
// draws any document. Drawing decides widths, quotes, escapes and colour, and
// nothing else: what is said, and in which language, is the document's.
//
// Text that comes from files is data. Control characters never reach a
// terminal, markup is escaped, and cells that a spreadsheet would run are
// neutralised.
package render
