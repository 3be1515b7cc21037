package render

import (
	"io"

	"embudo/internal/report"
)

// Page is what a document is drawn on.
type Page struct {
	Width int  // columns, for formats that have them
	Color bool // whether colour may be used
}

// Renderer draws a document.
type Renderer func(w io.Writer, d *report.Document, page Page) error

// Formats lists the names of the formats, the default first.
func Formats() []string { return []string{"table", "json", "csv", "markdown"} }

// For gives the renderer of a format from [Formats].
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
	}
	return nil, false
}
