package actuals

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"embudo/internal/actuals/sheet"
)

// columnProblemArgs has every problem about the columns of a table, by its stable
// name, with what its sentence can speak of. The source is filled in by who reads
// it.
func columnProblemArgs() map[string]string {
	return map[string]string{
		// questions
		"no-header":            "",
		"table-empty":          "columns",
		"table-not-understood": "columns known",
		"unknown-meaning":      "got known",
		"unknown-column":       "got columns",
		"field-missing":        "got fields want columns",
		"field-unlike":         "got fields columns",
		"leads-in-database":    "",
		"several-columns":      "meaning columns want",
		"column-missing":       "meaning columns",
		"column-uncertain":     "meaning columns want",
		"column-not-dates":     "column meaning got",
		"column-not-numbers":   "column meaning got",
		"column-not-a-stage":   "column stage",
		"stage-or-money":       "column stage want",
		"too-many-values":      "column meaning max",
		"unknown-values":       "column values want stages",
		"unknown-stage-choice": "got want stages",
		"date-order-refuted":   "column got said want",
		"decimal-refuted":      "column got said want",
		"date-order-open":      "column cells got day month",
		"date-order-mixed":     "column cells got other row",
		"decimal-mark-open":    "column cells got point comma",
		"decimal-mark-mixed":   "column cells got other row",

		// questions about a table with the time along the top
		"times-above-headings":  "times",
		"several-turned":        "row rows",
		"turned-without-stages": "times names want stages",
		"turned-rows-alike":     "name row",
		"year-missing":          "got",
		"week-without-year":     "got",

		// notes
		"turned":          "first",
		"turned-left":     "others",
		"date-order-own":  "column got said want",
		"decimal-own":     "column got said want",
		"year-said":       "got year",
		"year-period":     "got year",
		"cells-left-out":  "column cells row got",
		"answers-unclear": "column cells row got",
		"field-twice":     "column",
		"stages-unclear":  "column values want stages",
		"stages-too-many": "column max",
		"texts-unseen":    "column texts",
		"texts-joined":    "column texts want",
		"other-tables":    "row tables others",
		"other-sheets":    "sheet others",
	}
}

func problem(name string, row int, namesAndValues ...any) *sheet.Problem {
	return &sheet.Problem{Name: name, Row: row, Args: namesAndValues}
}

// maxListed bounds how many names a sentence lists.
const maxListed = 30

// quoted lists names for a sentence.
func quoted(names []string) string {
	var b strings.Builder
	for i, name := range names[:min(len(names), maxListed)] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(`"` + name + `"`)
	}
	if len(names) > maxListed {
		b.WriteString(", …")
	}
	return b.String()
}

// rowsOf lists the rows of tables' headers.
func rowsOf(tables []*table) string {
	var rows []int
	for _, t := range tables {
		rows = append(rows, t.number)
	}
	return listed(rows)
}

// listed lists numbers for a sentence.
func listed(numbers []int) string {
	var texts []string
	for _, n := range numbers {
		texts = append(texts, strconv.Itoa(n))
	}
	return strings.Join(texts, ", ")
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
