package plan_test

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"testing"

	"embudo/funnel"
	"embudo/plan"
)

// templateNumbers are what the templates come to, in both languages: the needed
// entries at the top of each funnel, the clients, the chance in percent and the
// codes of the warnings. A change here changes what everybody sees who starts
// with embudo.
var templateNumbers = []struct {
	name     string
	needed   string
	clients  string
	chance   string
	warnings []string
}{
	{"quarter", "447", "10", "55", []string{"rates-guessed"}},
	{"trade-mission", "192", "4", "57", []string{"rates-guessed"}},
	{"fair", "680", "5", "54", []string{"rates-guessed"}},
	{"two-funnels", "356 + 725", "17", "50", []string{"rates-guessed"}},
	{"online", "6392", "34", "53", []string{"rates-guessed"}},
	{"hourglass", "24500", "56", "53", []string{"rates-guessed"}},
	{"product-launch", "1030", "40", "48", []string{"range-planned-with-mean", "range-planned-with-mean"}},
	{"ideal-client", "447", "10", "55", []string{"rates-guessed"}},
}

func TestTemplateNumbers(t *testing.T) {
	for _, want := range templateNumbers {
		for _, language := range []string{"en", "es"} {
			t.Run(want.name+"/"+language, func(t *testing.T) {
				r := compute(t, string(plan.Template(want.name, language)))
				if got := neededAtTop(r); got != want.needed {
					t.Errorf("needed at the top: %s, want %s", got, want.needed)
				}
				if got := r.Clients.String(); got != want.clients {
					t.Errorf("clients: %s, want %s", got, want.clients)
				}
				if got := fmt.Sprintf("%.0f", 100**r.Chance); got != want.chance {
					t.Errorf("chance: %s %%, want %s %%", got, want.chance)
				}
				if got := warningCodes(r); !slices.Equal(got, want.warnings) {
					t.Errorf("warnings: %v, want %v", got, want.warnings)
				}
			})
		}
	}
}

func TestEveryTemplateHasItsNumbers(t *testing.T) {
	var names []string
	for _, want := range templateNumbers {
		names = append(names, want.name)
	}
	if !slices.Equal(names, plan.Templates()) {
		t.Errorf("numbers of %v, templates %v", names, plan.Templates())
	}
}

func TestUnknownTemplate(t *testing.T) {
	for _, of := range [][2]string{{"nosuch", "en"}, {"quarter", "de"}, {"../es/quarter", "en"}, {"", ""}} {
		if got := plan.Template(of[0], of[1]); got != nil {
			t.Errorf("Template(%q, %q) has %d bytes, want none", of[0], of[1], len(got))
		}
	}
}

// Both languages describe the same plan: money may be in another currency, but
// what must come in at each stage, when, and what the people can handle is the
// same.
func TestTemplatesAgreeAcrossLanguages(t *testing.T) {
	for _, name := range plan.Templates() {
		english := outline(compute(t, string(plan.Template(name, "en"))))
		spanish := outline(compute(t, string(plan.Template(name, "es"))))
		if english != spanish {
			t.Errorf("%s in English:\n%s\nin Spanish:\n%s", name, english, spanish)
		}
	}
}

func outline(r *funnel.Result) string {
	var b strings.Builder
	for _, f := range r.Funnels {
		fmt.Fprintln(&b, f.Funnel.ID, f.Funnel.Share)
		for _, s := range f.Stages {
			fmt.Fprintln(&b, s.Stage.ID, s.Stage.Owner, s.Stage.System, s.Effective, s.Needed, s.Exact.FloatString(3), s.Window)
			if c := s.Capacity; c != nil {
				fmt.Fprintln(&b, "capacity", c.Available, c.Required)
			}
			for _, n := range s.ForConfidence {
				fmt.Fprintln(&b, n.Confidence, n.Needed)
			}
		}
	}
	for _, o := range funnel.NewCalendar(r, funnel.MaxDate).Occurrences {
		fmt.Fprintln(&b, o.Days, o.Activity.Kind, o.Activity.Phase, o.Activity.System, o.Activity.Stage, o.Activity.Contribution)
	}
	return b.String()
}

// The optional keys stand in the templates behind a # without a space: each can
// be switched on, alone and with all the others.
func TestOptionalKeysOfTemplates(t *testing.T) {
	off := regexp.MustCompile(`(?m)^( *)#([a-z_]+: )`)
	for _, name := range plan.Templates() {
		for _, language := range []string{"en", "es"} {
			t.Run(name+"/"+language, func(t *testing.T) {
				text := string(plan.Template(name, language))
				places := off.FindAllStringIndex(text, -1)
				if len(places) < 5 {
					t.Errorf("only %d optional keys", len(places))
				}
				for _, place := range places {
					line := text[place[0]:place[1]]
					compute(t, text[:place[0]]+strings.Replace(line, "#", "", 1)+text[place[1]:])
				}
				compute(t, off.ReplaceAllString(text, "$1$2"))
			})
		}
	}
}

// The first line tells an editor which schema a plan follows, the next one how
// to make that schema.
func TestTemplatesNameTheSchema(t *testing.T) {
	commands := map[string]string{
		"en": "embudo schema --output-file embudo.schema.json",
		"es": "embudo schema --descriptions es --output-file embudo.schema.json",
	}
	for _, name := range plan.Templates() {
		for language, command := range commands {
			lines := strings.Split(string(plan.Template(name, language)), "\n")
			if lines[0] != "# yaml-language-server: $schema=embudo.schema.json" {
				t.Errorf("%s in %s begins with %s", name, language, lines[0])
			}
			if !strings.HasSuffix(lines[1], ": "+command) {
				t.Errorf("%s in %s goes on with %s", name, language, lines[1])
			}
		}
	}
}

// compute reads a plan that has no problems, and works it out.
func compute(t *testing.T, text string) *funnel.Result {
	t.Helper()
	p, problems := plan.Read(plan.File{Name: "plan.yaml", Data: []byte(text)})
	if len(problems) > 0 {
		t.Fatalf("%v in\n%s", problems, text)
	}
	if len(p.Notices) > 0 {
		t.Fatalf("%v in\n%s", p.Notices, text)
	}
	model := p.Model()
	r := funnel.Compute(&model)
	if r.Clients.Cmp(big.NewInt(0)) <= 0 || r.Chance == nil {
		t.Fatalf("%s clients, chance %v in\n%s", r.Clients, r.Chance, text)
	}
	return r
}

func neededAtTop(r *funnel.Result) string {
	var needed []string
	for _, f := range r.Funnels {
		needed = append(needed, f.Stages[0].Needed.String())
	}
	return strings.Join(needed, " + ")
}

func warningCodes(r *funnel.Result) []string {
	var codes []string
	for _, w := range r.Warnings {
		codes = append(codes, w.Code)
	}
	return codes
}
