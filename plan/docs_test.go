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

// The pages on activities show what is read, in both languages the same, and have
// every key there is.
func TestDocumentationOfActivities(t *testing.T) {
	for _, file := range []string{"../docs/calendar.md", "../docs/calendar.es.md"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		page := string(data)
		blocks := strings.Split(page, "```yaml\n")
		example, _, _ := strings.Cut(blocks[1], "```")
		reminders, _, _ := strings.Cut(blocks[2], "```")
		reminders = strings.ReplaceAll(strings.TrimSpace(reminders), "\n", "\n    ")
		text := strings.Replace(string(plan.Template("quarter", "en")), "    owner: marketing", "    "+reminders+"\n    owner: marketing", 1)
		p, problems := readWith(t, text+example)
		if p == nil {
			t.Fatal(sentences("en", problems))
		}
		if len(p.Notices) > 0 || len(p.Activities) != 3 || len(p.Stages[0].Reminders) != 2 || len(p.Activities[2].Expects) != 2 {
			t.Errorf("%s: read as %+v with notices %v", file, p.Activities, p.Notices)
		}
		for _, k := range plan.Keys() {
			name, ofActivity := strings.CutPrefix(k.Path, "activities.")
			if name = strings.TrimPrefix(name, "done."); ofActivity && !strings.Contains(page, name) {
				t.Errorf("%s does not have %s", file, name)
			}
		}
	}
}
