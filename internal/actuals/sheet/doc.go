// Package sheet turns the bytes of a file into rows of text cells: CSV in
// whatever encoding and with whatever delimiter, XLSX, JSON and YAML. It decides
// what the bytes are by looking at them, never by the file's name, and says what
// it decided. What a row or column means is not its business.
//
// The one exception is YAML, which any text could be: it is read as that only
// where the name ends in .yaml or .yml.
//
// # Text
//
// A byte order mark says what the encoding is. Without one it is UTF-8 if the
// whole file is valid as that, else Windows-1252. A file that is mostly UTF-8 and
// partly not is refused, since either choice would spoil some of its words.
//
// # CSV
//
// Cells are what encoding/csv gives. Where quotes are not as RFC 4180 has them,
// they are what its LazyQuotes gives: a quote inside a cell that did not begin
// with one is a character, and so is one inside a quoted cell that is neither
// doubled nor at the cell's end. But such a cell may not go on in the next line,
// and no quote may be open at the end of the file: one forgotten quote would make
// one cell of many rows. Both are problems with their line. Unlike in
// encoding/csv, an empty line is a row, without cells.
//
// # JSON and YAML
//
// Rows are the objects of a list. The first row, of number 0, has the names of
// their keys in order of first appearance; an object within an object makes names
// such as owner.email, and what lies deeper is one cell with its JSON. null and
// what is absent are empty.
//
// # Bounds
//
// Every reader bounds what a file can cost: bytes unpacked, rows, columns, and
// the length of a cell. What is over a bound is a problem; nothing is cut off in
// silence.
package sheet
