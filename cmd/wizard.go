package cmd

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"embudo/funnel"
	"embudo/internal/i18n"
	"embudo/internal/report"
	"embudo/plan"
)

// answers are what embudo init asks for, in the notations of a plan file.
type answers [askRate + 4]string

// The places of the answers. askRate is the rate of the first stage; those of
// the three stages below it follow.
const (
	askCurrency = iota
	askBudget
	askReturn
	askRevenue
	askRate
)

// usualAnswers are those of the plan that the manual works out, in amounts that
// somebody may have in a currency.
func usualAnswers(currency string) answers {
	x := answers{"USD", "40000", "150%", "10000", "30%", "50%", "60%", "25%"}
	switch currency {
	case "ARS", "CLP", "COP", "CRC", "IDR", "JPY", "KRW", "PYG", "VND":
		x[askBudget], x[askRevenue] = "40000000", "10000000"
	}
	return x
}

// tidy is an answer without what is typed by the way: spaces around it, and a
// currency in small letters.
func tidy(ask int, typed string) string {
	typed = strings.TrimSpace(typed)
	if ask == askCurrency {
		return strings.ToUpper(typed)
	}
	return typed
}

// or takes the usual answers where nothing was typed.
func (x answers) or(usual answers) answers {
	for ask := range x {
		x[ask] = cmp.Or(tidy(ask, x[ask]), usual[ask])
	}
	return x
}

// file is the plan file that the answers make, with comments in a language.
func (x answers) file(l *i18n.Language) []byte {
	return []byte(l.Wizard.File.Fill(
		"currency", scalar(x[askCurrency]), "budget", scalar(x[askBudget]),
		"target_return", scalar(x[askReturn]), "average_revenue", scalar(x[askRevenue]),
		"rate_1", scalar(x[askRate]), "rate_2", scalar(x[askRate+1]),
		"rate_3", scalar(x[askRate+2]), "rate_4", scalar(x[askRate+3])))
}

// scalar writes an answer as one value of YAML whatever it holds, so that what
// is wrong with it is a wrong value and never a broken file.
func scalar(answer string) string {
	plain := regexp.MustCompile(`^([A-Z]{3}|-?[0-9][0-9.]*( ?%)?((/|\.\.)[0-9][0-9.]*%?)?)$`)
	if plain.MatchString(answer) {
		return answer
	}
	quoted, _ := json.Marshal(answer) // every JSON string is YAML
	return string(quoted)
}

// read reads the plan that the answers make.
func (x answers) read(name string, l *i18n.Language) (*plan.Plan, plan.Problems) {
	return plan.Read(plan.File{Name: name, Data: x.file(l)})
}

// wizard asks the questions of a first plan.
type wizard struct {
	language *i18n.Language
	typed    answers
	kept     answers // what was typed before the answers are changed
}

// usual are the answers that stand where nothing is typed.
func (w *wizard) usual() answers {
	currency := cmp.Or(tidy(askCurrency, w.typed[askCurrency]), w.kept[askCurrency])
	return w.kept.or(usualAnswers(currency))
}

// answers are what is known so far.
func (w *wizard) answers() answers { return w.typed.or(w.usual()) }

// again keeps what was typed, and asks anew.
func (w *wizard) again() { w.typed, w.kept = answers{}, w.typed.or(w.kept) }

// sheet is a page of questions: one of the five.
type sheet struct {
	title, why string
	fields     []field
	clauses    int // of the plan's first sentence, that the answers so far make true
}

// field is one answer of a sheet.
type field struct {
	ask   int
	label string
}

// sheets are the five questions. Rates are one question with an answer a stage.
func (w *wizard) sheets() []sheet {
	t := &w.language.Wizard
	single := func(q i18n.Question, ask, clauses int) sheet {
		return sheet{string(q.Name), string(q.Why), []field{{ask, string(q.Name)}}, clauses}
	}
	sheets := []sheet{
		single(t.Currency, askCurrency, 0),
		single(t.Budget, askBudget, 0),
		single(t.TargetReturn, askReturn, 1),
		single(t.AverageRevenue, askRevenue, 2),
		{string(t.Rates.Name), string(t.Rates.Why), w.rateFields(), 0},
	}
	for i := range sheets {
		sheets[i].title = t.Step.Fill("number", strconv.Itoa(i+1), "questions", strconv.Itoa(len(sheets)),
			"question", sheets[i].title)
	}
	return sheets
}

// rateFields name each rate by the two stages that it lies between.
func (w *wizard) rateFields() []field {
	p, _ := usualAnswers("").read("", w.language)
	var fields []field
	for i := range p.Stages[1:] {
		label := w.language.Wizard.From.Fill("from", p.Stages[i].Name, "to", p.Stages[i+1].Name)
		fields = append(fields, field{askRate + i, label})
	}
	return fields
}

// check says what is wrong with an answer, as the plan file's own reader finds
// it. The other answers are the usual ones, so that nothing else can be wrong.
func (w *wizard) check(f field, typed string) error {
	x := usualAnswers("")
	x[f.ask] = cmp.Or(tidy(f.ask, typed), w.usual()[f.ask])
	_, problems := x.read("", w.language)
	if len(problems) == 0 {
		return nil
	}
	problem := named(problems[0], f.label)
	text, hint := report.ProblemText(problem, w.language)
	for _, place := range []string{"currency", w.language.Validate.Stage.Fill("stage", problem.Arg("stage"))} {
		if after, ok := strings.CutPrefix(text, place+": "); ok {
			text = f.label + ": " + after
		}
	}
	text = harmless(text)
	if hint != "" {
		text += "\n" + w.language.Errors.Hint.Fill("hint", harmless(hint))
	}
	return errors.New(text)
}

// named gives a problem the name of a question in place of the plan file's key.
// Where to put a currency is no question: it was asked before.
func named(p plan.Problem, label string) plan.Problem {
	if p.Name == "currency-in-number" {
		p.Name = "text-around-number"
	}
	args := make([]plan.Arg, len(p.Args))
	for i, arg := range p.Args {
		switch arg.Key {
		case "key":
			arg.Value = label
		case "example":
			_, arg.Value, _ = strings.Cut(arg.Value, ": ")
		}
		args[i] = arg
	}
	p.Args = args
	return p
}

// sentence is the beginning of the plan's first sentence with the answers so
// far, empty while one of them is wrong. It does not hang on the rates; with the
// usual ones it is quick.
func (w *wizard) sentence(clauses int) string {
	x, usual := w.answers(), usualAnswers("")
	copy(x[askRate:], usual[askRate:])
	p, problems := x.read("", w.language)
	if len(problems) > 0 {
		return ""
	}
	model := p.Model()
	model.Confidence = nil
	all := strings.Split(strings.TrimSuffix(report.Plan(funnel.Compute(&model), w.language).Summary, "."), "; ")
	return strings.Join(all[:min(clauses, len(all))], "; ") + "."
}

// decision is what is done with the answers once their numbers were seen.
type decision int

const (
	writeIt decision = iota
	changeThem
	leaveIt
)

// wizard asks the questions, shows the numbers, and only then writes the file.
func (a *app) wizard(file string) error {
	if !a.general.force && a.exists(file) {
		return cannotWrite(file, fs.ErrExist)
	}
	w := &wizard{language: a.language}
	d := a.newDialog()
	if err := d.intro(file); err != nil {
		return err
	}
	for {
		if err := d.ask(w); err != nil {
			return a.stopped(err)
		}
		given := w.answers()
		if err := a.showAnswers(file, given); err != nil {
			return err
		}
		decided, err := d.decide(file)
		switch {
		case err != nil:
			return a.stopped(err)
		case decided == writeIt:
			return a.writeAnswers(file, given)
		case decided == leaveIt:
			return a.say(a.language.Wizard.NothingDone.Fill())
		}
		w.again()
	}
}

// showAnswers draws the plan that the answers make, as embudo plan does.
func (a *app) showAnswers(file string, x answers) error {
	p, problems := x.read(shown(file), a.language)
	if len(problems) > 0 {
		return &invalid{problems}
	}
	model := p.Model()
	return a.show(report.Plan(funnel.Compute(&model), a.language))
}

func (a *app) writeAnswers(file string, x answers) error {
	if err := a.save(file, x.file(a.language)); err != nil {
		return err
	}
	return a.say(a.language.Wizard.Written.Fill("file", file), a.language.Init.Next.Fill("file", report.Typed(file)))
}

// say shows sentences as results are shown.
func (a *app) say(sentences ...string) error {
	return a.show(&report.Document{Language: a.language, Blocks: []report.Block{report.Lines{Lines: sentences}}})
}

// stopped says that nothing was written where the user stopped the questions.
func (a *app) stopped(err error) error {
	if !errors.Is(err, errStopped) {
		return err
	}
	if err := a.say(a.language.Wizard.NothingDone.Fill()); err != nil {
		return err
	}
	return &quiet{exit: exitInterrupted}
}
