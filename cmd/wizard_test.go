package cmd

import (
	"bytes"
	"errors"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"embudo/internal/i18n"
	"embudo/plan"
)

// What was answered is what the plan says, in every notation and language, and
// the comments that explain it are there.
func TestAnswersBecomeAPlan(t *testing.T) {
	given := answers{"clp", " 40000000 ", "75 %", "1250.50", "27/90", "0.5", "20%..40%", "100%"}
	for _, code := range i18n.Codes() {
		l, _ := i18n.For(code)
		x := given.or(usualAnswers(""))
		p, problems := x.read("plan.yaml", l)
		if len(problems) > 0 {
			t.Fatalf("%s: %v", code, problems)
		}
		if p.Currency != "CLP" || p.Period.Span != nil {
			t.Errorf("%s: currency %q, period %v", code, p.Currency, p.Period)
		}
		for what, pair := range map[string][2]*big.Rat{
			"budget":  {p.Budget.Total, big.NewRat(40000000, 1)},
			"return":  {p.TargetReturn.Value, big.NewRat(3, 4)},
			"revenue": {p.AverageRevenue.Value, big.NewRat(125050, 100)},
			"rate 1":  {p.Stages[0].Rate.Value, big.NewRat(27, 90)},
			"rate 2":  {p.Stages[1].Rate.Value, big.NewRat(1, 2)},
			"rate 3":  {p.Stages[2].Rate.Low, big.NewRat(1, 5)},
			"rate 4":  {p.Stages[3].Rate.Value, big.NewRat(1, 1)},
		} {
			if pair[0] == nil || pair[0].Cmp(pair[1]) != 0 {
				t.Errorf("%s: %s is %v, want %v", code, what, pair[0], pair[1])
			}
		}
		file := string(x.file(l))
		if comments := strings.Count(file, "\n#"); comments < 15 {
			t.Errorf("%s: only %d lines of comments", code, comments)
		}
		if open := regexp.MustCompile(`\{[a-z_0-9]+\}`).FindString(file); open != "" {
			t.Errorf("%s: %s was not filled in", code, open)
		}
		if !strings.HasPrefix(file, "# yaml-language-server: $schema=") {
			t.Errorf("%s: editors are not told of the schema", code)
		}
	}
}

// The keys that are switched off are right once they are switched on.
func TestSwitchedOffKeysAreValid(t *testing.T) {
	for _, code := range i18n.Codes() {
		l, _ := i18n.For(code)
		file := usualAnswers("").file(l)
		switchedOn := regexp.MustCompile(`(?m)^( *)#([a-z_]+: )`).ReplaceAll(file, []byte("$1$2"))
		if bytes.Equal(file, switchedOn) {
			t.Errorf("%s: no key is switched off", code)
		}
		if _, problems := plan.Read(plan.File{Name: "plan.yaml", Data: switchedOn}); len(problems) > 0 {
			t.Errorf("%s: %v", code, problems)
		}
	}
}

// However large, what is typed is worked out while it is typed: in some
// milliseconds. A busy machine takes longer, but not a minute.
func TestSentenceIsQuick(t *testing.T) {
	start := time.Now()
	for _, x := range []answers{
		{"USD", "1000000000000000", "100000000%", "0.01", "0.0001%", "0.0001%", "0.0001%", "0.0001%"},
		{"USD", "1000000000000000", "150%", "1000", "1/1000", "1%..50%", "20%..40%", "27/90"},
		{"USD", "40000", "150%", "1", "20%..40%", "27/90", "2%..60%", "5%..10%"},
	} {
		w := &wizard{language: i18n.English(), typed: x}
		if w.sentence(2) == "" {
			t.Errorf("%v: no sentence", x)
		}
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("it takes %v", took)
	} else {
		t.Log(took)
	}
}

// The usual answers are the worked plan: 447 MQLs.
func TestUsualAnswersAreTheWorkedPlan(t *testing.T) {
	for _, currency := range []string{"", "EUR", "CLP"} {
		w := &wizard{language: i18n.English(), kept: answers{askCurrency: currency}}
		if got, want := w.sentence(2), "that takes 10 clients (4 to break even)."; !strings.HasSuffix(got, want) {
			t.Errorf("%q: %q does not end with %q", currency, got, want)
		}
	}
}

func TestCheck(t *testing.T) {
	rate := askRate + 1
	for _, c := range []struct {
		ask           int
		typed, en, es string
	}{
		{askCurrency, "", "", ""},
		{askCurrency, "eur", "", ""},
		{
			askCurrency, "euro", "Currency: \"EURO\" is not the code of a currency\nhint: write an ISO 4217 code, for example EUR",
			"Moneda: \"EURO\" no es el código de una moneda\nsugerencia: escribir un código ISO 4217, por ejemplo EUR",
		},
		{askBudget, "40000", "", ""},
		{
			askBudget, "40.000", "Budget: 40.000 can be read in two ways\nhint: write 40000, or 40.0",
			"Presupuesto: 40.000 se puede leer de dos maneras\nsugerencia: escribir 40000, o bien 40.0",
		},
		{
			askBudget, "a lot", "Budget: \"a lot\" is not a number\nhint: write digits, for example 40000",
			"Presupuesto: \"a lot\" no es un número\nsugerencia: escribir cifras, por ejemplo 40000",
		},
		{
			askBudget, "$40,000", "Budget: \"$40,000\" is more than a number\nhint: write 40000",
			"Presupuesto: \"$40,000\" es más que un número\nsugerencia: escribir 40000",
		},
		{
			askBudget, "-5", "Budget: -5 is not above 0\nhint: write a number above 0, for example 40000",
			"Presupuesto: -5 no es mayor que 0\nsugerencia: escribir un número mayor que 0, por ejemplo 40000",
		},
		{
			askRate, "30, 50, 60, 25", "MQL → SQL: \"30, 50, 60, 25\" is more than one number\nhint: write one of them, for example 30%",
			"MQL → SQL: \"30, 50, 60, 25\" es más de un número\nsugerencia: escribir uno de ellos, por ejemplo 30%",
		},
		{
			askRate, "0,3", "MQL → SQL: 0,3 has a comma for its decimals\nhint: write 0.3 or 30%, which is the same",
			"MQL → SQL: 0,3 tiene una coma para los decimales\nsugerencia: escribir 0.3 o 30%, que es lo mismo",
		},
		{
			askReturn, "1,5", "Target return: 1,5 has a comma for its decimals\nhint: write 1.5 or 150%, which is the same",
			"Retorno meta: 1,5 tiene una coma para los decimales\nsugerencia: escribir 1.5 o 150%, que es lo mismo",
		},
		{
			askReturn, "2x", "Target return: 2x can be read in two ways\nhint: write 100% if the budget comes back that many times " +
				"in all, 200% if the profit alone is that many times the budget",
			"Retorno meta: 2x se puede leer de dos maneras\nsugerencia: escribir 100% si el presupuesto vuelve esas veces " +
				"en total, 200% si solo la ganancia es tantas veces el presupuesto",
		},
		{
			askBudget, "$40 millones", "Budget: $40 millones is abbreviated\nhint: write it out: 40000000",
			"Presupuesto: $40 millones está abreviado\nsugerencia: escribirlo por completo: 40000000",
		},
		{
			askBudget, "US$ 40,5 mil", "Budget: US$ 40,5 mil is abbreviated\nhint: write it out: 40500",
			"Presupuesto: US$ 40,5 mil está abreviado\nsugerencia: escribirlo por completo: 40500",
		},
		{
			askCurrency, "pesos colombianos", "Currency: \"PESOS COLOMBIANOS\" is not the code of a currency\n" +
				"hint: write an ISO 4217 code, for example COP",
			"Moneda: \"PESOS COLOMBIANOS\" no es el código de una moneda\nsugerencia: escribir un código ISO 4217, por ejemplo COP",
		},
		{
			askCurrency, "pesos", "Currency: \"PESOS\" is what several currencies are called\n" +
				"hint: write the code of one of them: CLP, MXN, COP, ARS, UYU, DOP",
			"Moneda: varias monedas se llaman \"PESOS\"\n" +
				"sugerencia: escribir el código de una de ellas: CLP, MXN, COP, ARS, UYU, DOP",
		},
		{askReturn, "0%", "", ""},
		{askReturn, "-10%", "", ""},
		{
			askReturn, "150", "Target return: 150 lacks its percent sign\nhint: write 150%",
			"Retorno meta: a 150 le falta el signo de porcentaje\nsugerencia: escribir 150%",
		},
		{rate, "27/90", "", ""},
		{rate, "20%..40%", "", ""},
		{
			rate, "15", "SQL → Qualified meeting: rate 15 is above 1\nhint: write 15%",
			"SQL → Reunión calificada: la tasa 15 es mayor que 1\nsugerencia: escribir 15%",
		},
		{
			rate, "27,5%", "SQL → Qualified meeting: 27,5% has a comma for its decimals\nhint: write a point: 27.5%",
			"SQL → Reunión calificada: 27,5% tiene una coma para los decimales\nsugerencia: escribir un punto: 27.5%",
		},
	} {
		for code, want := range map[string]string{"en": c.en, "es": c.es} {
			l, _ := i18n.For(code)
			w := &wizard{language: l}
			got := ""
			if err := w.check(fieldOf(t, w, c.ask), c.typed); err != nil {
				got = err.Error()
			}
			if got != want {
				t.Errorf("%s: %q gives\n%s\nwant\n%s", code, c.typed, got, want)
			}
		}
	}
}

func fieldOf(t *testing.T, w *wizard, ask int) field {
	t.Helper()
	for _, s := range w.sheets() {
		for _, f := range s.fields {
			if f.ask == ask {
				return f
			}
		}
	}
	t.Fatalf("nothing asks for answer %d", ask)
	return field{}
}

// Whatever is typed is one value: it is right, or wrong by itself, and never
// changes the rest of the file.
func TestNoAnswerBreaksTheFile(t *testing.T) {
	w := &wizard{language: i18n.English()}
	for _, typed := range []string{
		`"`, `'`, "#", "40000 # much", "{a: 1}", "[1, 2]", "*a", "&a 4", "!!int 4", "- 5", "- ", "?", ":", "a: b", "a:",
		"null", "~", "true", "NO", "%", "@", "`", "|", ">", "\\", "\x00", "\x1b[31m", "\xff", "{budget}", "{}",
		"40000\nstages: []", "١٢٣", strings.Repeat("9", 2000), "---", "...", "<<", "010", ".nan", "1e9", "1_000", "=1+1",
	} {
		for ask := range len(answers{}) {
			x := usualAnswers("")
			x[ask] = tidy(ask, typed)
			p, problems := x.read("plan.yaml", w.language)
			if len(problems) > 1 {
				t.Errorf("answer %d: %q makes %d problems: %v", ask, typed, len(problems), problems)
			}
			if len(problems) == 0 && len(p.Stages) != 5 {
				t.Errorf("answer %d: %q makes %d stages", ask, typed, len(p.Stages))
			}
			if len(problems) == 0 {
				t.Errorf("answer %d: %q is taken", ask, typed)
			}
			if err := w.check(fieldOf(t, w, ask), typed); err == nil || strings.Contains(err.Error(), "YAML") {
				t.Errorf("answer %d: %q gives %v", ask, typed, err)
			}
		}
	}
}

// asking is an embudo whose user types what stands in the input.
func asking(l *i18n.Language, input io.Reader, output io.Writer, env map[string]string) *app {
	return &app{
		world:    &world{stdin: input, stdout: output, stderr: io.Discard, getenv: func(name string) string { return env[name] }},
		language: l,
		general:  generalOptions{output: "table", format: "table", color: "never"},
	}
}

var plainly = map[string]string{"EMBUDO_ACCESSIBLE": "1"}

// Words of English that huh and embudo would say where Spanish is forgotten.
var english = regexp.MustCompile(`(?i)\b(the|yes|enter a|choose|input|next|back|submit|select|invalid|must|write|of|to|and|is|stage|rate|budget|needed)\b`)

// The whole conversation, line by line, with a wrong answer, a change of mind,
// and everything a person reads in Spanish.
func TestConversation(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mi plan.yaml")
	typed := strings.Join([]string{
		"", "40.000", "30000", "", "", "27/90", "30", "", "", "", // a wrong budget, a wrong rate
		"quizás", "c", // what is that; change
		"eur", "", "100%", "", "", "", "", "",
		"s",
	}, "\n") + "\n"
	var said strings.Builder
	a := asking(i18n.Spanish(), strings.NewReader(typed), &said, plainly)
	if err := a.wizard(file); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	shown := strings.ReplaceAll(said.String(), file, "FILE")
	for _, want := range []string{
		"1/5 · Moneda", "Moneda [USD]:", "Presupuesto: 40.000 se puede leer de dos maneras", "sugerencia: escribir 40000",
		"MQL → SQL [30%]:", "SQL → Reunión calificada: la tasa 30 es mayor que 1", "US$\u00a030.000 deben traer US$\u00a075.000",
		"Escribir s, c o n.", "Presupuesto [30000]:", "MQL → SQL [27/90]:", "30.000\u00a0€ deben traer 60.000\u00a0€",
		"FILE está escrito.", `embudo plan "FILE"`,
	} {
		if !strings.Contains(shown, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if leak := english.FindString(shown); leak != "" {
		t.Errorf("it says %q", leak)
	}
	if strings.Contains(shown, "\x1b") {
		t.Error("there are escape sequences")
	}
	if t.Failed() {
		t.Log(shown)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := answers{"EUR", "30000", "100%", "10000", "27/90", "50%", "60%", "25%"}
	if !bytes.Equal(data, want.file(i18n.Spanish())) {
		t.Errorf("it wrote\n%s", data)
	}
}

// No, the end of the input, and a name that is taken: nothing is written.
func TestNothingIsWritten(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		exit        int
	}{
		{"no", strings.Repeat("\n", 8) + "n\n", exitDone},
		{"end at once", "", exitInterrupted},
		{"end in a question", "\n40000", exitInterrupted},
		{"end before yes", strings.Repeat("\n", 8), exitInterrupted},
		{"endless line", strings.Repeat("9", 1<<20), exitInterrupted},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "plan.yaml")
			var said strings.Builder
			err := asking(i18n.English(), strings.NewReader(c.typed), &said, plainly).wizard(file)
			if got := exitCode(err); got != c.exit {
				t.Errorf("exit code %d, want %d", got, c.exit)
			}
			if !strings.HasSuffix(said.String(), "Nothing was written.\n") {
				t.Errorf("it ends with %q", said.String())
			}
			if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
				t.Error("there is a file")
			}
		})
	}
}

func TestTakenNameIsRefusedBeforeAsking(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plan.yaml")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	a := asking(i18n.English(), strings.NewReader(strings.Repeat("\n", 9)), &said, plainly)
	if err := a.wizard(file); exitCode(err) != exitFailed || said.Len() > 0 {
		t.Errorf("%v after %q", err, said.String())
	}
	a.general.force = true
	if err := a.wizard(file); err != nil {
		t.Error(err)
	}
}

// typist presses Enter, as fast as a person, until the screen shows the numbers of
// the plan; then the keys of the decision, and the last one again and again.
type typist struct {
	screen *screen
	done   chan struct{}

	mutex    sync.Mutex // the form before may still be reading when the next one begins
	decision []string
}

func (p *typist) Read(b []byte) (int, error) {
	select {
	case <-p.done:
		return 0, io.EOF
	case <-time.After(20 * time.Millisecond):
	}
	if !p.screen.shows("Probabilidad de alcanzar la meta") {
		return copy(b, "\r"), nil
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	key := p.decision[0]
	if len(p.decision) > 1 {
		p.decision = p.decision[1:]
	}
	return copy(b, key), nil
}

// screen is what was drawn.
type screen struct {
	mutex sync.Mutex
	drawn bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.drawn.Write(p)
}

func (s *screen) shows(text string) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return bytes.Contains(s.drawn.Bytes(), []byte(text))
}

// The form as it is drawn: Enter all the way writes the plan, Ctrl-C does not,
// and the letters do what they say.
func TestDrawnForm(t *testing.T) {
	// The first keys may still go to the form before: they mean nothing.
	after := func(keys ...string) []string { return append([]string{"z", "z", "z"}, keys...) }
	for _, c := range []struct {
		name     string
		decision []string
		exit     int
		written  bool
	}{
		{"enter", after("\r"), exitDone, true},
		{"ctrl-c", after("\x03"), exitInterrupted, false},
		{"yes", after("s"), exitDone, true},
		{"no", after("n"), exitDone, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "plan.yaml")
			var drawn screen
			keys := &typist{screen: &drawn, decision: c.decision, done: make(chan struct{})}
			defer close(keys.done)
			err := asking(i18n.Spanish(), keys, &drawn, nil).wizard(file)
			if got := exitCode(err); got != c.exit {
				t.Errorf("exit code %d, want %d", got, c.exit)
			}
			if _, err := os.Stat(file); (err == nil) != c.written {
				t.Errorf("the file: %v", err)
			}
		})
	}
}

// A letter decides and goes on; arrows and Enter do so in two steps.
func TestDecisionKeys(t *testing.T) {
	letter := func(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}} }
	down, enter := tea.KeyMsg{Type: tea.KeyDown}, tea.KeyMsg{Type: tea.KeyEnter}
	for _, c := range []struct {
		name   string
		keys   []tea.KeyMsg
		want   decision
		goesOn bool
	}{
		{"enter", []tea.KeyMsg{enter}, writeIt, true},
		{"y", []tea.KeyMsg{letter('y')}, writeIt, true},
		{"c", []tea.KeyMsg{letter('c')}, changeThem, true},
		{"N", []tea.KeyMsg{letter('N')}, leaveIt, true},
		{"down, y", []tea.KeyMsg{down, letter('y')}, writeIt, true},
		{"down, down", []tea.KeyMsg{down, down}, leaveIt, false},
		{"down, down, enter", []tea.KeyMsg{down, down, enter}, leaveIt, true},
		{"x", []tea.KeyMsg{letter('x')}, writeIt, false},
		{"s is Spanish", []tea.KeyMsg{down, letter('s')}, changeThem, false},
	} {
		var decided decision
		field := decisionField(&i18n.English().Wizard, "plan.yaml", &decided)
		field.WithKeyMap(huh.NewDefaultKeyMap())
		field.WithPosition(huh.FieldPosition{})
		field.Focus()
		goesOn := false
		for _, key := range c.keys {
			_, cmd := field.Update(key)
			goesOn = cmd != nil
		}
		if decided != c.want || goesOn != c.goesOn {
			t.Errorf("%s decides %d and goes on: %v; want %d, %v", c.name, decided, goesOn, c.want, c.goesOn)
		}
	}
}

// What a page shows is in the user's language, the help on its keys too, and a
// wrong answer is said on it.
func TestPagesAreInTheUsersLanguage(t *testing.T) {
	a := asking(i18n.Spanish(), strings.NewReader(""), io.Discard, nil)
	w := &wizard{language: a.language}
	d := a.newDialog()
	for _, s := range w.sheets() {
		form := d.form(d.group(w, s))
		form.Init()
		page := form.View()
		if !strings.Contains(page, s.title) || !strings.Contains(page, "siguiente") {
			t.Errorf("page %s:\n%s", s.title, page)
		}
		if leak := english.FindString(page); leak != "" {
			t.Errorf("page %s says %q", s.title, leak)
		}
	}
	var decided decision
	form := d.form(huh.NewGroup(decisionField(&a.language.Wizard, "plan.yaml", &decided)))
	form.Init()
	for _, want := range []string{"(s, c o n;", "s  Sí, escribirlo", "c  No, antes", "n  No, salir"} {
		if page := form.View(); !strings.Contains(page, want) {
			t.Errorf("the last page does not show %q:\n%s", want, page)
		}
	}
}

// A key between the one that leaves a question and the next question's focus
// changes nothing, and going back from a wrong answer drops it.
func TestQuestionKeepsWhatWasChecked(t *testing.T) {
	a := asking(i18n.English(), strings.NewReader(""), io.Discard, nil)
	w := &wizard{language: a.language}
	d := a.newDialog()
	f := fieldOf(t, w, askBudget)
	q := &question{Input: d.input(w, f), wizard: w, field: f}
	q.WithKeyMap(d.keys())
	q.WithPosition(huh.FieldPosition{Group: 1, LastGroup: 2})
	keys := map[string]tea.KeyMsg{"enter": {Type: tea.KeyEnter}, "back": {Type: tea.KeyShiftTab}}
	for _, step := range []struct {
		keys []string
		want string
	}{
		{[]string{"5", "0", "enter", "7"}, "50"},
		{[]string{".", "enter", "0", "enter", "1"}, "50.0"},
		{[]string{"back", "1"}, "50.0"},
		{[]string{"x", "back", "1"}, ""},
	} {
		q.Focus()
		for _, k := range step.keys {
			key, named := keys[k]
			if !named {
				key = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
			}
			q.Update(key)
		}
		if got := w.typed[askBudget]; got != step.want {
			t.Errorf("%v leaves %q, want %q", step.keys, got, step.want)
		}
	}

	q.WithPosition(huh.FieldPosition{LastGroup: 2}) // the first question has nothing to go back to
	q.Focus()
	q.Update(keys["back"])
	q.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("8")})
	if got := w.typed[askBudget]; got != "8" {
		t.Errorf("after going back from the first question, typing leaves %q", got)
	}
}

// Linking huh must not make every command ask the terminal for its colours: the
// package that prevents it has to come before the one that asks.
func TestTerminalIsNotProbed(t *testing.T) {
	self := exec.Command(os.Args[0], "-test.run=^$")
	self.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := self.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	prevents := bytes.Index(trace, []byte("init embudo/cmd/internal/noprobe "))
	asks := bytes.Index(trace, []byte("init github.com/charmbracelet/bubbletea "))
	if prevents < 0 || asks < 0 || prevents > asks {
		t.Errorf("noprobe is initialised at %d, bubbletea at %d of\n%s", prevents, asks, trace)
	}
}
