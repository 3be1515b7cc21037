package plan_test

import (
	"math/big"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"embudo/funnel"
	"embudo/plan"
)

// anyIdealClient is an ideal client, for the laws that hold of any plan.
func anyIdealClient(t *rapid.T) plan.IdealClient {
	c := plan.IdealClient{Description: anyText(t, "description")}
	for i := range rapid.IntRange(0, 4).Draw(t, "rules") {
		r := plan.ClientRule{
			Name:   "rule " + strconv.Itoa(i),
			Field:  anyFilled(t, "field"),
			Why:    anyText(t, "why"),
			Weight: plan.Number{Value: from0(t, "weight")},
			Must:   rapid.Bool().Draw(t, "must"),
		}
		if r.Weight.Value != nil && r.Weight.Value.Cmp(big.NewRat(1000, 1)) > 0 {
			r.Weight.Value.SetInt64(3)
		}
		anyCondition(t, &r)
		c.Rules = append(c.Rules, r)
	}
	if rapid.Bool().Draw(t, "thresholds") {
		c.Lead.Share = big.NewRat(rapid.Int64Range(0, 500).Draw(t, "lead"), 1000)
		c.MQL.Share = big.NewRat(rapid.Int64Range(500, 1000).Draw(t, "mql"), 1000)
	}
	return c
}

// anyCondition says what the field of a rule must be.
func anyCondition(t *rapid.T, r *plan.ClientRule) {
	texts := rapid.SliceOfN(rapid.StringMatching(`[a-zñé]{1,6}( [A-Z,]{1,3})?`), 1, 3).Draw(t, "texts")
	switch rapid.IntRange(0, 4).Draw(t, "condition") {
	case 0:
		r.In = texts
	case 1:
		r.NotIn = texts
	case 2:
		r.Matches = rapid.SampledFrom([]string{"a|b", `^\d+$`, "[^@]+@"}).Draw(t, "pattern")
	case 3:
		r.Min.Number = big.NewRat(rapid.Int64Range(-1000, 1000).Draw(t, "least"), 4)
		if rapid.Bool().Draw(t, "most") {
			r.Max.Number = new(big.Rat).Add(r.Min.Number, big.NewRat(1, 2))
		}
	default:
		day := funnel.Date(rapid.IntRange(20_000, 21_000).Draw(t, "last day"))
		r.Max.Date = &day
	}
}

func printIdealClient(b *strings.Builder, c plan.IdealClient) {
	b.WriteString("ideal_client:\n")
	line(b, "  ", "description", quoted(c.Description))
	line(b, "  ", "lead", c.Lead.String())
	line(b, "  ", "mql", c.MQL.String())
	b.WriteString("  rules:\n")
	for _, r := range c.Rules {
		b.WriteString("    - name: " + quoted(r.Name) + "\n")
		in := "      "
		line(b, in, "field", quoted(r.Field))
		line(b, in, "why", quoted(r.Why))
		line(b, in, "in", list(allQuoted(r.In)))
		line(b, in, "not_in", list(allQuoted(r.NotIn)))
		line(b, in, "min", r.Min.String())
		line(b, in, "max", r.Max.String())
		line(b, in, "matches", quoted(r.Matches))
		line(b, in, "weight", r.Weight.String())
		line(b, in, "must", strconv.FormatBool(r.Must))
	}
	if len(c.Rules) == 0 {
		b.WriteString("    []\n")
	}
}

func allQuoted(texts []string) []string {
	var all []string
	for _, text := range texts {
		all = append(all, quoted(text))
	}
	return all
}

// anyQualification is what sales fills in.
func anyQualification(t *rapid.T) plan.Qualification {
	return plan.Qualification{
		Need: anyText(t, "need"), Value: anyText(t, "value"), Budget: anyText(t, "has budget"), DecisionMaker: anyText(t, "decision maker"),
		MeansYes: rapid.SampledFrom([][]string{nil, {"full", "agreed"}}).Draw(t, "means yes"),
		MeansNo:  rapid.SampledFrom([][]string{nil, {"x"}}).Draw(t, "means no"),
	}
}

func printQualification(b *strings.Builder, q plan.Qualification) {
	b.WriteString("qualification: {")
	for _, pair := range [][2]string{
		{"need", quoted(q.Need)},
		{"value", quoted(q.Value)},
		{"budget", quoted(q.Budget)},
		{"decision_maker", quoted(q.DecisionMaker)},
		{"means_yes", list(allQuoted(q.MeansYes))},
		{"means_no", list(allQuoted(q.MeansNo))},
	} {
		if pair[1] != "" {
			b.WriteString(pair[0] + ": " + pair[1] + ", ")
		}
	}
	b.WriteString("}\n")
}
