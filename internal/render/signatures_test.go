package render

import (
	"strings"
	"testing"

	"embudo/internal/i18n"
	"embudo/internal/report"
)

// Lines to sign are there whatever the width, and names are only names.
func TestSignatures(t *testing.T) {
	d := &report.Document{Language: i18n.Spanish(), Blocks: []report.Block{report.Signatures{
		Title: "Firmas", Day: "Fecha",
		Lines: []report.Signature{{For: "Por marketing", Name: "Camila *Díaz*\x1b[31m"}, {For: "Por ventas"}},
	}}}
	line, date := strings.Repeat("_", 30), strings.Repeat("_", 12)
	for _, test := range []struct {
		format string
		width  int
		want   string
	}{
		{"table", 100, "Firmas\n\nPor marketing, Camila *Díaz*·[31m  " + line + "  Fecha " + date +
			"\n\nPor ventas                         " + line + "  Fecha " + date + "\n"},
		{"table", 60, "Firmas\n\nPor marketing, Camila *Díaz*·[31m\n" + line + "  Fecha " + date +
			"\n\nPor ventas\n" + line + "  Fecha " + date + "\n"},
		{"markdown", 0, "## Firmas\n\nPor marketing, Camila \\*Díaz\\*·\\[31m: " + line + " Fecha: " + date +
			"\n\nPor ventas: " + line + " Fecha: " + date + "\n"},
	} {
		if got := draw(t, test.format, d, Page{Width: test.width}); got != test.want {
			t.Errorf("%s at %d:\n%s\nwant\n%s", test.format, test.width, got, test.want)
		}
	}
}

// A plan's lines keep their indents in Markdown, behind a fence that nothing in them
// can end.
func TestWholeLinesAreCodeInMarkdown(t *testing.T) {
	d := &report.Document{Language: i18n.English(), Blocks: []report.Block{
		report.Lines{Whole: true, Lines: []string{"sla:", "  hand_over: with ``` in it"}},
	}}
	want := "````\nsla:\n  hand_over: with ``` in it\n````\n"
	if got := draw(t, "markdown", d, Page{}); got != want {
		t.Errorf("got\n%s", got)
	}
}
