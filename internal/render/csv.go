package render

import (
	"encoding/csv"
	"io"
	"strings"

	"embudo/internal/report"
)

// CSV writes the document's main table with plain keys and values, as RFC 4180
// has it but with lines that end in a line feed.
func CSV(w io.Writer, d *report.Document, _ Page) error {
	writer := csv.NewWriter(w)
	table := d.Main()
	record := make([]string, len(table.Columns))
	for i, column := range table.Columns {
		record[i] = neutral(report.Text(column.Key))
	}
	if err := writer.Write(record); err != nil {
		return err
	}
	for row := range table.All() {
		for i, cell := range row {
			record[i] = neutral(cell.Value)
		}
		if err := writer.Write(record); err != nil {
			return err
		}
	}
	writer.Flush()
	return writer.Error()
}

// neutral keeps a spreadsheet from running a text as a formula, and a terminal
// from obeying it. Numbers stay numbers, and nothing stays empty.
func neutral(value report.Value) string {
	if value == nil {
		return ""
	}
	text, isText := value.(report.Text)
	if !isText {
		return value.Raw()
	}
	clean := cleanLines(string(text))
	if clean != "" && strings.ContainsRune("=+-@\t\n", rune(clean[0])) {
		return "'" + clean
	}
	return clean
}
