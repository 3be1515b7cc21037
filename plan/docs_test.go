package plan_test

import (
	"os"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/plan"
)

// The page on real numbers shows what is read, and has every word there is.
func TestDocumentationOfRealNumbers(t *testing.T) {
	data, err := os.ReadFile("../docs/actuals-and-check.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	_, example, _ := strings.Cut(page, "```yaml\n")
	example, _, _ = strings.Cut(example, "```")
	p, problems := readWith(t, string(plan.Template("quarter", "en"))+example, "actuals.sources.2.kind=spend")
	if p == nil {
		t.Fatal(sentences("en", problems))
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
}
