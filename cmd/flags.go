package cmd

import (
	"math/big"
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

// Type names what the flag takes.
func (c *choice) Type() string { return strings.Join(c.choices, "|") }

// Set takes one of the words.
func (c *choice) Set(s string) error {
	if !slices.Contains(c.choices, s) {
		return usage("unknown-choice", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAChoice, e.Choices },
			"got", strconv.Quote(s), "choices", strings.Join(c.choices, ", "))
	}
	*c.value = s
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
	for _, part := range strings.Split(typed, ",") {
		x, ok := plan.ParseConfidence(part)
		if !ok {
			return notAConfidence(part)
		}
		*c = append(*c, x)
	}
	return nil
}

func notAConfidence(got string) error {
	return usage("not-a-confidence", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAConfidence, e.ConfidenceHint },
		"got", strconv.Quote(got))
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

type volumes []volume

// String gives the volumes as they were typed.
func (v *volumes) String() string {
	typed := make([]string, len(*v))
	for i, volume := range *v {
		typed[i] = volume.name() + "=" + strconv.FormatInt(volume.entries, 10)
	}
	return strings.Join(typed, ",")
}

// Type names what the flag takes.
func (v *volumes) Type() string { return "stage=number" }

// Set takes a list of volumes.
func (v *volumes) Set(typed string) error {
	for _, part := range strings.Split(typed, ",") {
		name, number, ok := strings.Cut(strings.TrimSpace(part), "=")
		entries, whole := plan.ParseCount(number)
		funnel, stage, several := strings.Cut(strings.TrimSpace(name), "/")
		if !several {
			funnel, stage = "", funnel
		}
		if !ok || !whole || stage == "" || several && funnel == "" {
			near := stage
			if near == "" {
				near = "mql"
			}
			return usage("not-a-volume", func(e *i18n.Errors) (i18n.Text, i18n.Text) { return e.NotAVolume, e.VolumeHint },
				"got", strconv.Quote(part), "stage", near)
		}
		*v = append(*v, volume{funnel: funnel, stage: stage, entries: entries})
	}
	return nil
}
