package cmd

import (
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"embudo/internal/i18n"
)

// Every flag that a hint about a source names is one of the commands that read
// sources, in every language.
func TestHintsNameFlags(t *testing.T) {
	help := runMain("actuals", "--help").out
	if check := runMain("check", "--help").out; !strings.Contains(check, "--column") {
		t.Fatal("no help")
	}
	for _, code := range i18n.Codes() {
		l, _ := i18n.For(code)
		for name, p := range l.SourceProblems() {
			for _, flag := range regexp.MustCompile(`--[a-z][a-z-]+`).FindAllString(string(p.Text+" "+p.Hint), -1) {
				if !strings.Contains(help, flag+" ") {
					t.Errorf("%s: %s names %s, which there is not", code, name, flag)
				}
			}
		}
		for name, text := range l.Warnings() {
			for _, flag := range regexp.MustCompile(`--(?:column|stage|kind|date-order|decimal|header-row|encoding|delimiter)[a-z-]*`).FindAllString(string(text), -1) {
				if !strings.Contains(help, flag+" ") {
					t.Errorf("%s: %s names %s, which there is not", code, name, flag)
				}
			}
		}
	}
}

// asked are the questions of a reading, as scripts see them.
func asked(t *testing.T, out string) []struct{ Name, Hint string } {
	t.Helper()
	var doc struct {
		Sources []struct {
			Questions []struct{ Name, Hint string }
		}
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return doc.Sources[0].Questions
}

// suggested are the flags that a hint suggests, with a stage where it leaves one
// open; nil where it suggests none that is whole.
func suggested(hint string) []string {
	column := regexp.MustCompile(`--column ([a-z_.]+)="([^"]+)"`).FindStringSubmatch(hint)
	stage := regexp.MustCompile(`--stage "(.+)=STAGE"`).FindStringSubmatch(hint)
	other := regexp.MustCompile(`--(date-order|decimal) ([a-z]+)`).FindStringSubmatch(hint)
	switch {
	case len(column) == 3 && column[2] != "HEADER":
		return []string{"--column", column[1] + "=" + column[2]}
	case len(stage) == 2:
		return []string{"--stage", stage[1] + "=open"}
	case len(other) == 3:
		return []string{"--" + other[1], other[2]}
	}
	return nil
}

// Who does what the hints say gets an answer: each suggested flag is taken, and
// answers its question.
func TestHintsWork(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "internal", "actuals", "testdata", "exports", "*.csv"))
	if err != nil || len(files) < 80 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	plan := filepath.Join(t.TempDir(), "plan.yaml")
	text := `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
 stages: [{id: mql, rate: 30%}, {id: sql, rate: 50%}, {id: client}]}`
	if err := os.WriteFile(plan, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	followed := 0
	for _, file := range files {
		for _, args := range [][]string{{"actuals", file, "-o", "json"}, {"actuals", file, "-o", "json", "--plan", plan}} {
			t.Run(filepath.Base(file), func(t *testing.T) {
				for range 10 {
					got := runMain(args...)
					if got.code != 0 && got.code != 1 {
						t.Fatalf("%v: exit code %d: %s", args, got.code, got.err)
					}
					before := asked(t, got.out)
					if len(before) == 0 {
						return
					}
					more := suggested(before[0].Hint)
					if more == nil {
						return // only the user knows the heading
					}
					args = append(args, more...)
					if after := asked(t, runMain(args...).out); len(after) > 0 && after[0].Name == before[0].Name && after[0].Hint == before[0].Hint {
						t.Fatalf("%v does not answer %s: %s", args, before[0].Name, before[0].Hint)
					}
					followed++
				}
				t.Errorf("no end to questions: %v", args)
			})
		}
	}
	if followed < 20 {
		t.Errorf("only %d hints were followed", followed)
	}
}

// What a hint suggests can be pasted into a shell, whatever stands in the file,
// and holds for the source that it is about beside others.
func TestHintsCanBePasted(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash to paste into")
	}
	t.Chdir(t.TempDir())
	const stage = "Demo \"A\" $HOME `x` \\ 1=2"
	for name, text := range map[string]string{
		"deals.csv": "Deal ID,Created Date,Deal Stage\n1,2027-01-04,\"" + strings.ReplaceAll(stage, "\"", "\"\"") + "\"\n2,2027-01-05,Closed Won\n",
		"spend.csv": "Day,Clicks,Campaign,Cost ($US),Spend ($US)\n2027-01-04,3,a,10,1\n2027-01-05,4,b,12.5,1\n",
		"plan.yaml": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
 stages: [{id: mql, rate: 30%}, {id: client}]}`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"check", "plan.yaml", "deals.csv", "spend.csv", "--as-of", "2027-01-31"}
	for range 2 { // a question of each source
		got := runMain(args...)
		if got.code != 1 {
			t.Fatalf("%v: exit code %d: %s", args, got.code, got.err)
		}
		flag := regexp.MustCompile(`--(?:stage|column) .*"`).FindString(got.err)
		pasted, err := exec.CommandContext(t.Context(), bash, "-c", `printf '%s\n' `+flag).Output()
		if err != nil {
			t.Fatalf("%s: %v", flag, err)
		}
		lines := strings.Split(strings.TrimSuffix(string(pasted), "\n"), "\n")
		args = append(args, lines[0], strings.Replace(lines[1], "STAGE", "client", 1))
	}
	if got := runMain(args...); got.code == 1 || strings.Contains(got.out, "No source has") || !strings.Contains(got.out, "22.50") {
		t.Errorf("%v: exit code %d: %s%s", args, got.code, got.out, got.err)
	}
}

// What is said of a column counts for every source that has it; it is a slip where
// none has it. So is what is said of values, which need not occur every day.
func TestChoicesThatNoSourceFollows(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"deals.csv": "Deal ID,Created Date,Deal Stage\n1,2027-01-04,Nuevo\n2,2027-01-05,Closed Won\n",
		"ads.csv":   "Day,Campaign,Cost\n2027-01-04,a,10\n",
		"wide.csv":  "date,mql\n2027-01-04,10\n",
		"plan.yaml": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
 actuals: {values: {Nuevo: mql}}, stages: [{id: mql, rate: 30%}, {id: client}]}`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"deals.csv", "ads.csv", "--column", "spend=Cost"}, ""},
		{[]string{"deals.csv", "ads.csv", "--column", "mql=Created Date"}, ""},
		{[]string{"deals.csv", "ads.csv", "--column", "spend=Costs"}, `deals.csv: there is no column "Costs" ads.csv: there is no column "Costs"`},
		{[]string{"deals.csv", "--stage", "Ganado=client"}, `No source has these values of the stage, of which it is said what they mean: "Ganado". They have "Closed Won", "Nuevo".`},
		{[]string{"deals.csv", "--stage", "closed won=client"}, ""},
		{[]string{"wide.csv"}, `No source has a column of stages, so that what was said of these values means nothing: "Nuevo".`},
	} {
		got := runMain(append([]string{"check", "plan.yaml", "--as-of", "2027-01-31", "-o", "json"}, test.args...)...)
		var said []string
		var doc struct {
			Warnings []struct{ Code, Message string }
			Errors   []struct{ File, Message string }
		}
		if err := json.Unmarshal([]byte(cmp.Or(got.out, got.err)), &doc); err != nil {
			t.Fatalf("%v: %v", test.args, err)
		}
		for _, w := range doc.Warnings {
			if strings.HasPrefix(w.Code, "values-") {
				said = append(said, w.Message)
			}
		}
		for _, e := range doc.Errors {
			said = append(said, e.File+": "+e.Message)
		}
		if all := strings.Join(said, " "); all != test.want {
			t.Errorf("%v: %s\nwant %s", test.args, all, test.want)
		}
	}
}

// Without a plan, what is known counts, and what is not is said without stopping.
func TestActualsWithoutPlan(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	for name, text := range map[string]string{
		"wide.csv":    "date,mql,widgets,gizmos\n2027-01-04,40,3,9\n2027-01-05,38,4,8\n",
		"long.csv":    "date,stage,count\n2027-01-04,MQL,40\n2027-01-05,Widgets,3\n",
		"records.csv": "Deal ID,Created Date,Deal Stage\n1,2027-01-04,Closed Won\n2,2027-01-05,Widgets\n",
		"plan.yaml": `{budget: 40000, target_return: 150%, average_revenue_per_client: 10000, period: 2027-Q1,
 stages: [{id: mql, rate: 30%}, {id: client}]}`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		args []string
		code int
		want []string
	}{
		{[]string{"wide.csv"}, 0, []string{"Jan 2027   78", "widgets  not used"}},
		{[]string{"long.csv"}, 0, []string{"Jan 2027   40", "of no stage of the plan", `"Widgets"`}},
		{[]string{"records.csv"}, 0, []string{"Jan 2027     2       1", `"Widgets"`}},
		{[]string{"long.csv", "--plan", "plan.yaml"}, 1, []string{`"Widgets"`, `--stage "Widgets=STAGE"`, "mql, client, won, lost, open or ignore"}},
		{[]string{"records.csv", "--plan", "plan.yaml", "--stage", "Widgets=open"}, 0, []string{"Jan 2027    2       1"}},
		{[]string{"records.csv", "--plan", "plan.yaml", "--stage", "Widgets=lost"}, 0, []string{"Jan 2027    2       1"}},
		{[]string{"records.csv", "--plan", "plan.yaml", "--stage", "Widgets=ignore"}, 0, []string{"Jan 2027    1       1"}},
		{[]string{"records.csv", "--plan", "plan.yaml", "--stage", "Widgets=won"}, 0, []string{"Jan 2027    2       2"}},
		{[]string{"records.csv", "--plan", "plan.yaml", "--stage", "Widgets=gizmo"}, 1, []string{"no stage"}},
		{[]string{"wide.csv", "--column", "client=widgets"}, 0, []string{"Jan 2027   78       7"}},
		{[]string{"wide.csv", "--column", "client=nothing"}, 1, []string{`no column "nothing"`}},
	} {
		got := runMain(append([]string{"actuals", "--as-of", "2027-03-31"}, test.args...)...)
		if got.code != test.code {
			t.Errorf("%v: exit code %d\n%s%s", test.args, got.code, got.out, got.err)
		}
		for _, want := range test.want {
			if !strings.Contains(got.out+got.err, want) {
				t.Errorf("%v: no %q in\n%s%s", test.args, want, got.out, got.err)
			}
		}
	}
}
