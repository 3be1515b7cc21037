package cmd

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"embudo/internal/i18n"
	"embudo/internal/render"
)

// fittingEnding refuses a name of --output-file whose ending promises what the
// result is not. Without -o the ending is the format, so it must be one of a format
// or of some text. What -o says holds whatever the ending, but for two: programs of
// spreadsheets open a workbook by no other name than .xlsx, and nothing else by that
// one; and .yaml is a plan's.
func (a *app) fittingEnding(c *cobra.Command) error {
	file, formats := a.general.outputFile, formatsOf(c)
	if writesPlan(c) {
		return nil
	}
	ofEnding, known := render.ByEnding(filepath.Ext(file))
	isWorkbook, named := a.general.format == "xlsx", ofEnding == "xlsx"
	switch {
	case endsLikePlan(file):
		return wrongEnding("plan-ending", file, a.general.format, func(e *i18n.Errors) i18n.Text { return e.PlanEnding })
	case known && isWorkbook != named && slices.Contains(formats, a.general.format):
		return wrongEnding("workbook-ending", file, a.general.format, func(e *i18n.Errors) i18n.Text { return e.WorkbookEnding })
	case a.general.chosen:
		return nil
	}
	return knownEnding(file, formats)
}

// writesPlan reports whether a command writes a plan, or keys of one.
func writesPlan(c *cobra.Command) bool {
	fragment := c.Flag("fragment")
	return c.Name() == "init" || fragment != nil && fragment.Changed
}

func endsLikePlan(file string) bool {
	ending := strings.ToLower(filepath.Ext(file))
	return ending == ".yaml" || ending == ".yml"
}

// wrongEnding names a file that ends as its format does.
func wrongEnding(name, file, format string, text func(*i18n.Errors) i18n.Text) error {
	return usage(name, func(e *i18n.Errors) (i18n.Text, i18n.Text) { return text(e), e.OneEndingHint },
		"file", shown(file), "want", strings.TrimSuffix(file, filepath.Ext(file))+render.Ending(format))
}

// knownEnding refuses a name that promises a format which there is none of.
func knownEnding(file string, formats []string) error {
	switch ending := strings.ToLower(filepath.Ext(file)); ending {
	case ".yaml", ".yml", ".ics", ".xlsx", ".xls", ".xlsm", ".ods", ".pdf", ".docx", ".doc":
	default:
		return nil
	}
	if len(formats) == 1 {
		return wrongEnding("unknown-ending", file, formats[0], func(e *i18n.Errors) i18n.Text { return e.UnknownEnding })
	}
	endings := make([]string, len(formats))
	for i, format := range formats {
		endings[i] = render.Ending(format)
	}
	return usage("unknown-ending", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.UnknownEnding, e.EndingHint },
		"file", shown(file), "endings", strings.Join(endings, ", "), "choices", strings.Join(formats, ", "))
}
