package render

import (
	"io"
	"strings"

	"embudo/internal/report"
)

// Page is what a document is drawn on.
type Page struct {
	Width int  // columns, for formats that have them
	Color bool // whether colour may be used

	Charts bool // whether pictures are drawn, for formats that may do without
	ASCII  bool // whether they must do without block elements
}

// Renderer draws a document.
type Renderer func(w io.Writer, d *report.Document, page Page) error

// Formats lists the names of the formats of every document, the default first.
func Formats() []string { return []string{"table", "json", "csv", "markdown", "html", "xlsx"} }

// DatedFormats lists the names of the formats of a document that has events.
func DatedFormats() []string { return append(Formats(), "ics") }

// ByEnding gives the format of a file by the ending of its name: ".csv".
func ByEnding(ending string) (format string, ok bool) {
	switch strings.ToLower(ending) {
	case ".txt":
		return "table", true
	case ".json":
		return "json", true
	case ".csv":
		return "csv", true
	case ".md", ".markdown":
		return "markdown", true
	case ".html", ".htm":
		return "html", true
	case ".xlsx":
		return "xlsx", true
	case ".ics":
		return "ics", true
	}
	return "", false
}

// Ending gives the usual ending of files of a format from [DatedFormats]: ".csv".
func Ending(format string) string {
	switch format {
	case "table":
		return ".txt"
	case "markdown":
		return ".md"
	}
	return "." + format
}

// For gives the renderer of a format from [DatedFormats].
func For(format string) (render Renderer, ok bool) {
	switch format {
	case "table":
		return Table, true
	case "json":
		return JSON, true
	case "csv":
		return CSV, true
	case "markdown":
		return Markdown, true
	case "html":
		return HTML, true
	case "xlsx":
		return XLSX, true
	case "ics":
		return ICS, true
	}
	return nil, false
}
