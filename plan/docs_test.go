package plan_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/plan"
)

// pagesOfRealNumbers are the page on real numbers by language.
func pagesOfRealNumbers(t *testing.T) map[string]string {
	t.Helper()
	pages := map[string]string{}
	for language, file := range map[string]string{"en": "../docs/actuals-and-check.md", "es": "../docs/actuals-and-check.es.md"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages[language] = string(data)
	}
	return pages
}

// The page on real numbers shows what is read, and has every word there is.
func TestDocumentationOfRealNumbers(t *testing.T) {
	for language, page := range pagesOfRealNumbers(t) {
		t.Run(language, func(t *testing.T) {
			_, example, _ := strings.Cut(page, "```yaml\n")
			example, _, _ = strings.Cut(example, "```")
			p, problems := readWith(t, string(plan.Template("quarter", language))+example, "actuals.sources.2.kind=spend")
			if p == nil {
				t.Fatal(sentences(language, problems))
			}
			if len(p.Notices) > 0 || len(p.Actuals.Sources) != 4 || len(p.Check.Thresholds) != 3 {
				t.Errorf("read as %+v and %+v with notices %v", p.Actuals, p.Check, p.Notices)
			}
			words := append(plan.Meanings(), plan.Outcomes()...)
			for _, m := range funnel.Metrics() {
				words = append(words, string(m))
			}
			for _, w := range words {
				if !strings.Contains(page, "`"+w+"`") {
					t.Errorf("the page does not have %s", w)
				}
			}
			for _, m := range funnel.StageMetrics() {
				if !strings.Contains(page, "`"+string(m)+".STAGE`") {
					t.Errorf("the page does not have %s", m)
				}
			}
		})
	}
}

// The page is the same in both languages: as many parts, and the same words of the
// plan file in each table.
func TestDocumentationOfRealNumbersInBothLanguages(t *testing.T) {
	pages := pagesOfRealNumbers(t)
	outline := func(page string) []string {
		var list []string
		for line := range strings.SplitSeq(page, "\n") {
			switch cells := strings.Split(line, "|"); {
			case strings.HasPrefix(line, "## "), strings.HasPrefix(line, "```"):
				list = append(list, line[:3])
			case len(cells) > 2:
				list = append(list, strings.Join(regexp.MustCompile("`[^`]+`").FindAllString(cells[1], -1), " "))
			}
		}
		return list
	}
	if a, b := outline(pages["en"]), outline(pages["es"]); !slices.Equal(a, b) || len(a) < 30 {
		t.Errorf("in English\n%q\nin Spanish\n%q", a, b)
	}
}
