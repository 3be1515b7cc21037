package published_test

import (
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"
)

// TestReadme holds README.md against the table that the examples make.
//
//	EMBUDO_UPDATE=1 go test ./examples/published
func TestReadme(t *testing.T) {
	want := readme(t)
	if os.Getenv("EMBUDO_UPDATE") != "" {
		if err := os.WriteFile("README.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("README.md")
	if err != nil || string(got) != want {
		t.Errorf("README.md is not what the examples make (%v); EMBUDO_UPDATE=1 go test ./examples/published writes it", err)
	}
}

func readme(t *testing.T) string {
	t.Helper()
	all := pages(t)
	addresses := map[string]string{}
	for _, p := range all {
		addresses[p.id] = p.address
	}
	var b strings.Builder
	fmt.Fprintf(&b, `# Published examples

Of %d worked examples on public pages a plan can express %d, with %d numbers:
%s.

Each has its plan in [testdata](testdata), with the page's inputs, and a stand-in where the page lacks
what a plan must have: `+"`embudo plan testdata/rf-trew.yaml`"+`. What a page rounds up once, at the
top, embudo rounds up at every stage, so that each stage's target by itself brings the whole target
of the next; the unrounded number is in brackets. Figures are written in the English way.

| page | asks for | it prints | embudo | verdict |
|---|---|---|---|---|
`, len(all), len(all)-len(notExpressible), len(examples), counts())
	previous := ""
	for _, e := range examples {
		link := ""
		if e.page != previous {
			link = fmt.Sprintf("[%s](%s), [plan](%s)", site(addresses[e.page]), addresses[e.page], planOf(e.page))
		}
		previous = e.page
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", link, e.asks, e.prints, shown(e, e.answer(t)), judgement(e))
	}
	b.WriteString("\nNot for a plan or a projection:\n\n| page | what it is |\n|---|---|\n")
	for _, p := range all {
		if reason, ok := notExpressible[p.id]; ok {
			fmt.Fprintf(&b, "| [%s](%s) | %s |\n", site(p.address), p.address, reason)
		}
	}
	return b.String()
}

// counts says how many numbers have each verdict.
func counts() string {
	number := map[verdict]int{}
	for _, e := range examples {
		number[e.verdict]++
	}
	var parts []string
	for _, v := range verdicts {
		parts = append(parts, fmt.Sprintf("%d × %s", number[v], v))
	}
	return strings.Join(parts, "; ")
}

func judgement(e example) string {
	if e.why == "" {
		return string(e.verdict)
	}
	return fmt.Sprintf("**%s**: %s", e.verdict, e.why)
}

// site is where a page is: its host, or the repository on GitHub.
func site(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	parts := strings.Split(strings.TrimPrefix(rest, "www."), "/")
	if parts[0] == "github.com" {
		return strings.Join(parts[1:3], "/")
	}
	return parts[0]
}

// shown is an answer as the table has it, in percent where the page's is.
func shown(e example, a answer) string {
	if a.number == nil {
		return a.text
	}
	text := amount(a.number, e.prints)
	if a.number.Cmp(a.exact) != 0 {
		text += " (" + amount(a.exact, e.prints) + ")"
	}
	return text
}

// amount writes a number with up to two decimals and thousands apart.
func amount(r *big.Rat, like string) string {
	sign := ""
	if strings.HasSuffix(like, "%") {
		r, sign = new(big.Rat).Mul(r, rat("100")), "%"
	}
	text := r.FloatString(2)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	digits, decimals, _ := strings.Cut(text, ".")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	if decimals != "" {
		decimals = "." + decimals
	}
	return digits + decimals + sign
}
