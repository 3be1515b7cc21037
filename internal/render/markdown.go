package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"embudo/internal/report"
)

// Markdown writes a document in GitHub's Markdown, all columns included.
func Markdown(w io.Writer, d *report.Document, _ Page) error {
	var parts []string
	add := func(part string) { parts = append(parts, part) }
	if d.Title != "" {
		add("# " + escape(d.Title))
	}
	if d.Summary != "" {
		add(escape(d.Summary))
	}
	heading := "## " // of a block: one less than that of the section that it is in
	title := func(title string) {
		if title != "" {
			add(heading + escape(title))
		}
	}
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case report.Section:
			add("## " + escape(b.Title))
			if b.Summary != "" {
				add(escape(b.Summary))
			}
			heading = "### "
		case report.Table:
			title(b.Title)
			table, err := markdownTable(d, b)
			if err != nil {
				return err
			}
			add(table)
		case report.Lines:
			title(b.Title)
			add(markdownLines(b))
		case report.Steps:
			title(b.Title)
			add(markdownSteps(b))
		case report.Notes:
			title(b.Title)
			add(markdownNotes(b))
		case report.Signatures:
			add("## " + escape(b.Title))
			add(markdownSignatures(b))
		}
	}
	_, err := io.WriteString(w, strings.Join(parts, "\n\n")+"\n")
	return err
}

func markdownTable(d *report.Document, b report.Table) (string, error) {
	alignments := make(tw.Alignment, len(b.Columns))
	titles := make([]string, len(b.Columns))
	for i, column := range b.Columns {
		titles[i] = escape(column.Title)
		alignments[i] = tw.AlignLeft
		if column.Number {
			alignments[i] = tw.AlignRight
		}
	}
	var drawn strings.Builder
	table := tablewriter.NewTable(&drawn,
		tablewriter.WithRenderer(renderer.NewMarkdown()),
		tablewriter.WithEastAsian(false),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithHeaderAutoWrap(tw.WrapNone),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithAlignment(alignments),
	)
	table.Header(titles)
	for row := range b.All() {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = escape(d.Show(cell))
		}
		if err := table.Append(cells); err != nil {
			return "", err
		}
	}
	if err := table.Render(); err != nil {
		return "", err
	}
	return strings.TrimRight(drawn.String(), "\n"), nil
}

// markdownLines ends lines where they end; what must stay whole is code.
func markdownLines(b report.Lines) string {
	if b.Whole {
		return markdownCode(b.Lines)
	}
	lines := make([]string, len(b.Lines))
	for i, line := range b.Lines {
		lines[i] = escape(strings.TrimSpace(line))
	}
	return strings.Join(lines, "  \n")
}

// markdownCode is a block of code behind a fence that is longer than any run of
// backquotes in it.
func markdownCode(lines []string) string {
	fence := "```"
	code := make([]string, len(lines))
	for i, line := range lines {
		code[i] = Clean(line)
		for strings.Contains(line, fence) {
			fence += "`"
		}
	}
	return fence + "\n" + strings.Join(code, "\n") + "\n" + fence
}

func markdownSteps(b report.Steps) string {
	var lines []string
	for i, step := range b.Steps {
		number := strconv.Itoa(i + 1)
		lines = append(lines,
			number+". "+escape(step.What+" = "+step.Formula)+"  ",
			strings.Repeat(" ", len(number)+2)+escape(step.Numbers))
	}
	return strings.Join(lines, "\n")
}

func markdownNotes(b report.Notes) string {
	lines := make([]string, len(b.Notes))
	for i, note := range b.Notes {
		mark := ""
		if note.Mark > 0 {
			mark = report.Marks([]int{note.Mark}) + " "
		}
		lines[i] = "- " + mark + escape(note.Text)
	}
	return strings.Join(lines, "\n")
}

// markdownSignatures are lines of underscores, which mean nothing to Markdown where
// spaces stand around them.
func markdownSignatures(b report.Signatures) string {
	lines := make([]string, len(b.Lines))
	for i, s := range b.Lines {
		who := escape(s.For)
		if s.Name != "" {
			who += ", " + escape(s.Name)
		}
		lines[i] = who + ": " + strings.Repeat("_", signatureWidth) + " " + escape(b.Day) + ": " + strings.Repeat("_", dayWidth)
	}
	return strings.Join(lines, "\n\n")
}

// escape keeps text from being read as markup, as an entity or as another cell.
func escape(s string) string {
	return strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "~", `\~`, "|", `\|`, "[", `\[`, "]", `\]`, "#", `\#`,
		"&", "&amp;", "<", "&lt;", ">", "&gt;",
	).Replace(Clean(s))
}
