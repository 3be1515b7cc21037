// Package sheet turns the bytes of a file into rows of text cells: CSV in
// whatever encoding and with whatever delimiter, XLSX, JSON and YAML. It decides
// what the bytes are by looking at them, never by the file's name, and says what
// it decided. What a row or column means is not its business.
//
// Every reader bounds what a file can cost: bytes unpacked, rows, columns, and
// the length of a cell.
package sheet
