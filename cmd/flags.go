package cmd

import (
	"cmp"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"embudo/internal/i18n"
	"embudo/plan"
)

// choice is a flag that takes one of several words.
type choice struct {
	value   *string
	choices []string
}

func newChoice(value *string, choices []string) *choice {
	return &choice{value: value, choices: choices}
}

// String gives the word.
func (c *choice) String() string { return *c.value }

// Type names what the flag takes. Help has another name for it, and the words.
func (c *choice) Type() string { return "word" }

// Choices lists the words.
func (c *choice) Choices() []string { return c.choices }

// Set takes one of the words.
func (c *choice) Set(s string) error {
	if !slices.Contains(c.choices, s) {
		return notAChoice(strconv.Quote(s), c.choices)
	}
	*c.value = s
	return nil
}

// notAChoice is a word that is none of those that there are. What takes them is
// still to be said.
func notAChoice(got string, choices []string) *failure {
	word := strings.Trim(got, `"`)
	near := i18n.MeantChoice(word)
	if !slices.Contains(choices, near) {
		near, _ = plan.Near(word, choices)
	}
	return notAChoiceBut(got, choices, near)
}

// notAChoiceBut is such a word where the one that was meant is known; it is empty
// where it is not.
func notAChoiceBut(got string, choices []string, near string) *failure {
	return &failure{
		exit: exitUsage, name: "unknown-choice",
		choose: func(e *i18n.Errors) (text, hint i18n.Text) {
			if near != "" {
				hint = e.DidYouMean
			}
			return e.NotAChoice, hint
		},
		values: []any{"got", got, "near", near, "choices", strings.Join(choices, ", ")},
	}
}

// languageChoice is a choice of a language, by its code or as locales have it.
type languageChoice struct{ choice }

// Set takes es, ES, es_CL and es-CL.
func (c *languageChoice) Set(s string) error {
	if err := c.choice.Set(i18n.Code(s)); err != nil {
		return notAChoice(strconv.Quote(s), c.choices)
	}
	return nil
}

// settings are the keys of a plan that --set changes for one run.
type settings []plan.Setting

// String gives the settings as they were typed.
func (s *settings) String() string {
	typed := make([]string, len(*s))
	for i, setting := range *s {
		typed[i] = setting.Path + "=" + setting.Value
	}
	return strings.Join(typed, " ")
}

// Type names what the flag takes.
func (s *settings) Type() string { return "path=value" }

// Set takes one more setting.
func (s *settings) Set(typed string) error {
	path, value, ok := strings.Cut(typed, "=")
	if path = strings.TrimSpace(path); !ok || path == "" {
		return usage("not-a-setting", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotASetting, e.SettingHint },
			"got", strconv.Quote(typed))
	}
	*s = append(*s, plan.Setting{Path: path, Value: value})
	return nil
}

// confidences are fractions between 0 and 1, each given as in a plan file.
type confidences []*big.Rat

// String gives the confidences as fractions.
func (c *confidences) String() string {
	shown := make([]string, len(*c))
	for i, x := range *c {
		shown[i] = x.RatString()
	}
	return strings.Join(shown, ",")
}

// Type names what the flag takes.
func (c *confidences) Type() string { return "80%,90%" }

// Set takes a list of confidences.
func (c *confidences) Set(typed string) error {
	parts := strings.Split(typed, ",")
	for i, part := range parts {
		x, want, ok := plan.ParseConfidence(part)
		if !ok {
			parts[i] = want
			return notAConfidence(typed, part, parts)
		}
		*c = append(*c, x)
	}
	return nil
}

// confidence is one fraction between 0 and 1; nil where none was given.
type confidence struct {
	*big.Rat
	flag string // that it is of
}

// String gives the confidence as a fraction.
func (c *confidence) String() string {
	if c.Rat == nil {
		return ""
	}
	return c.RatString()
}

// Type names what the flag takes.
func (c *confidence) Type() string { return "90%" }

// Set takes one confidence.
func (c *confidence) Set(typed string) error {
	x, want, ok := plan.ParseConfidence(typed)
	if !ok {
		if want == "" {
			want = "90%"
		}
		return usage("not-a-confidence", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAConfidence, e.ConfidenceWant },
			"flag", "--"+c.flag, "got", strconv.Quote(typed), "want", want)
	}
	c.Rat = x
	return nil
}

// notAConfidence tells what is wrong with one part of what was typed, and how to
// write the whole; mended are its parts, that one as it should be or empty.
func notAConfidence(typed, part string, mended []string) error {
	values := []any{"got", strconv.Quote(part), "want", strings.Join(mended, ",")}
	choose := func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAConfidence, e.ConfidenceHint }
	number, list, comma := decimalComma(typed)
	switch {
	case comma && list == "":
		values = []any{"got", strconv.Quote(typed), "number", number}
		choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAConfidence, e.ConfidenceComma }
	case comma:
		values = []any{"got", strconv.Quote(part), "number", number, "list", list}
		choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAConfidence, e.ConfidenceList }
	case !slices.Contains(mended, ""):
		choose = func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAConfidence, e.ConfidenceWant }
	}
	return usage("not-a-confidence", choose, append(values, "flag", "--confidence")...)
}

// decimalComma reads 0,9 and 80,5% as one number, written with a point; list is
// the two confidences that it may be too, empty where it cannot.
func decimalComma(typed string) (number, list string, ok bool) {
	twoNumbers := regexp.MustCompile(`^ *([0-9]+),([0-9]+) *(%?) *$`)
	m := twoNumbers.FindStringSubmatch(typed)
	if m == nil {
		return "", "", false
	}
	number = m[1] + "." + m[2] + m[3]
	if _, want, fits := plan.ParseConfidence(number); !fits {
		number = want
	}
	list = m[1] + "%," + m[2] + "%"
	for _, each := range strings.Split(list, ",") {
		if _, _, fits := plan.ParseConfidence(each); !fits {
			list = ""
		}
	}
	return number, list, number != ""
}

// together puts confidences in order, each once.
func together(lists ...[]*big.Rat) []*big.Rat {
	all := slices.Concat(lists...)
	slices.SortFunc(all, (*big.Rat).Cmp)
	return slices.CompactFunc(all, func(a, b *big.Rat) bool { return a.Cmp(b) == 0 })
}

// volume is a number of entries that --from puts in at a stage.
type volume struct {
	funnel, stage string // funnel is empty where it was not named
	entries       int64
}

// name is the stage as it was typed.
func (v volume) name() string {
	if v.funnel == "" {
		return v.stage
	}
	return v.funnel + "/" + v.stage
}

// volumes are those that a flag gives: --from, --given, --max-volume.
type volumes struct {
	flag      string
	ofFunnels bool // a funnel stands in place of the stage
	list      []volume
}

// String gives the volumes as they were typed.
func (v *volumes) String() string {
	typed := make([]string, len(v.list))
	for i, volume := range v.list {
		typed[i] = volume.name() + "=" + strconv.FormatInt(volume.entries, 10)
	}
	return strings.Join(typed, ",")
}

// Type names what the flag takes.
func (v *volumes) Type() string { return "stage=number" }

// grouped are digits with marks between their thousands.
func grouped() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9]{1,3}([.,'’ \x{00a0}\x{202f}_][0-9]{3})+$`)
}

// decimals are the digits of a number with a comma for its decimals.
func decimals() *regexp.Regexp { return regexp.MustCompile(`^ *[0-9]+,[0-9]+ *$`) }

// Set takes a list of volumes.
func (v *volumes) Set(typed string) error {
	if err := separated(typed); err != nil {
		return withValues(err, "flag", "--"+v.flag)
	}
	for _, part := range strings.Split(typed, ",") {
		name, number, ok := strings.Cut(strings.TrimSpace(part), "=")
		entries, whole := plan.ParseCount(number)
		funnel, stage, several := cutFunnel(strings.TrimSpace(name))
		if !ok || !whole || stage == "" || several && funnel == "" {
			near := stage
			if _, isNumber := plan.ParseCount(stage); stage == "" || isNumber {
				near = v.example() // 300 alone is no stage
			}
			return usage("not-a-volume", func(e *i18n.Errors) (i18n.Text, i18n.Text) {
				if v.ofFunnels {
					return e.NotAFunnelVolume, e.VolumeHint
				}
				return e.NotAVolume, e.VolumeHint
			},
				"got", strconv.Quote(part), "stage", near, "flag", "--"+v.flag)
		}
		v.list = append(v.list, volume{funnel: funnel, stage: stage, entries: entries})
	}
	return nil
}

// example is a name to go before a number.
func (v *volumes) example() string {
	if v.ofFunnels {
		return "inbound"
	}
	return "mql"
}

// cutFunnel takes the funnel off inbound/mql, or inbound.mql as --set has it.
func cutFunnel(name string) (funnel, stage string, several bool) {
	for _, sign := range []string{"/", "."} {
		if funnel, stage, several = strings.Cut(name, sign); several {
			return funnel, stage, true
		}
	}
	return "", name, false
}

// separated refuses mql=1,000, where the comma would begin another volume, and
// other marks between thousands.
func separated(typed string) error {
	name, number := "", ""
	for _, part := range append(strings.Split(typed, ","), "=") {
		if !strings.Contains(part, "=") {
			number += "," + part
			continue
		}
		if digits := strings.TrimSpace(number); grouped().MatchString(digits) {
			plain := strings.Map(func(r rune) rune {
				if r < '0' || r > '9' {
					return -1
				}
				return r
			}, digits)
			return usage("not-a-volume", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAVolume, e.VolumePlain },
				"got", strconv.Quote(name+"="+digits), "want", name+"="+plain)
		}
		if decimals().MatchString(number) {
			return usage("not-a-volume", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAVolume, e.VolumeWhole },
				"got", strconv.Quote(name+"="+number), "stage", name)
		}
		name, number, _ = strings.Cut(part, "=")
	}
	return nil
}

// portion is a part of an input to change it by: above 0 and below 1.
type portion struct{ *big.Rat }

// String gives the part as it is typed.
func (p *portion) String() string {
	if p.Rat == nil {
		return ""
	}
	return inHundredths(p.Rat) + "%"
}

// Type names what the flag takes.
func (p *portion) Type() string { return "10%" }

// Set takes 10% or 0.1.
func (p *portion) Set(typed string) error {
	x, want, ok := plan.ParseConfidence(typed)
	if !ok {
		return usage("not-a-change", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAChange, e.ChangeWant },
			"flag", "--change", "got", strconv.Quote(typed), "want", cmp.Or(want, p.String()))
	}
	p.Rat = x
	return nil
}

// points are percentage points to change a share by, kept as a fraction of the whole.
type points struct{ portion }

// String gives the points as they are typed.
func (p *points) String() string {
	if p.Rat == nil {
		return ""
	}
	return inHundredths(p.Rat)
}

// Type names what the flag takes.
func (p *points) Type() string { return "5" }

// Set takes 5 or 5%.
func (p *points) Set(typed string) error {
	x, want, ok := plan.ParseConfidence(strings.TrimSuffix(strings.TrimSpace(typed), "%") + "%")
	if !ok {
		want = strings.TrimSuffix(want, "%")
		return usage("not-points", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotPoints, e.ChangeWant },
			"flag", "--points", "got", strconv.Quote(typed), "want", cmp.Or(want, p.String()))
	}
	p.Rat = x
	return nil
}

// inHundredths writes a fraction in percent, without the sign.
func inHundredths(x *big.Rat) string {
	percent := new(big.Rat).Mul(x, big.NewRat(100, 1))
	if percent.IsInt() {
		return percent.RatString()
	}
	return strings.TrimRight(percent.FloatString(6), "0")
}
