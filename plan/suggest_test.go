package plan_test

import (
	"strings"
	"testing"

	"embudo/plan"
)

// A hint that would not do is worse than none: what it says to write, put in the
// place of what is wrong, is right.
func TestWhatHintsSayIsRight(t *testing.T) {
	tried := 0
	for _, f := range fixtures(t, "bad/*.yaml") {
		_, problems := f.read()
		for _, p := range problems {
			for _, want := range []string{p.Arg("want"), p.Arg("other")} {
				mended, ok := mend(f.data, p, want)
				if !ok {
					continue
				}
				tried++
				_, left := plan.Read(plan.File{Name: "plan.yaml", Data: mended}, f.settings...)
				for _, again := range left {
					if again.Position() == p.Position() && again.Name != "shares-below-whole" {
						t.Errorf("%s: with %q for %q at %s there is %s", f.name, want, p.Arg("got"), p.Position(), again.Name)
					}
				}
			}
		}
	}
	if tried < 80 {
		t.Errorf("only %d hints were tried", tried)
	}
}

// mend puts what a problem wants in the place of what was found, where that is a
// value and the file has it as it stands.
func mend(data []byte, p plan.Problem, want string) (mended []byte, ok bool) {
	got := p.Arg("got")
	if got == "" || want == "" || p.Line == 0 || p.Name == "missing-space" {
		return nil, false
	}
	lines := strings.Split(string(data), "\n")
	line := []rune(lines[p.Line-1])
	before, after := string(line[:p.Column-1]), string(line[p.Column-1:])
	for _, quote := range []string{"", `"`, "'"} {
		rest, found := strings.CutPrefix(after, quote+got+quote)
		if whole := rest == "" || strings.ContainsAny(rest[:1], ",}]") || strings.HasPrefix(rest, " #"); found && whole {
			lines[p.Line-1] = before + want + rest
			return []byte(strings.Join(lines, "\n")), true
		}
	}
	return nil, false
}
