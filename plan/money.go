package plan

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// budget reads an amount above 0, or named lines whose sum is above 0.
func (b *block) budget(name string) Budget {
	n := b.values[name]
	if n == nil || b.empty(name) {
		return Budget{}
	}
	switch n.Kind {
	case yaml.MappingNode:
	case yaml.SequenceNode:
		b.d.problem(n, "budget-is-list", "key", join(b.path, name), "want", name+": "+asLines(n))
		return Budget{}
	default:
		return Budget{Total: read(b, name, parsePrice).Value}
	}
	lines, ok := b.budgetLines(name, n)
	if !ok {
		return Budget{}
	}
	sum := new(big.Rat)
	for _, line := range lines {
		sum.Add(sum, line.Amount.Value)
	}
	if sum.Sign() <= 0 {
		b.d.problem(n, "budget-not-above-zero", "key", join(b.path, name), "got", decimalText(sum))
		return Budget{}
	}
	return Budget{Total: sum, Lines: lines}
}

// asLines writes a list of budget lines as the mapping that it should be, or an
// example of one where its items are no lines.
func asLines(list *yaml.Node) string {
	var lines []string
	for _, item := range list.Content {
		if item.Kind != yaml.MappingNode || len(item.Content) != 2 || item.Content[1].Kind != yaml.ScalarNode {
			return "{ads: 30000, subsidy: -5000}"
		}
		if _, f := parseLine(item.Content[1].Value); f != nil || !isID(item.Content[0].Value) {
			return "{ads: 30000, subsidy: -5000}"
		}
		lines = append(lines, item.Content[0].Value+": "+item.Content[1].Value)
	}
	return "{" + strings.Join(lines, ", ") + "}"
}

// budgetLines reads the named lines of a budget; ok is false where one of them
// is wrong.
func (b *block) budgetLines(name string, n *yaml.Node) (lines []BudgetLine, ok bool) {
	ok = true
	seen := map[string]*yaml.Node{}
	path := join(b.path, name)
	for i := 0; i+1 < len(n.Content); i += 2 {
		lineName, value := n.Content[i], n.Content[i+1]
		switch first, twice := seen[lineName.Value]; {
		case lineName.Kind != yaml.ScalarNode:
			b.d.problem(lineName, "key-not-text")
			ok = false
			continue
		case twice:
			b.d.problem(lineName, "duplicate-key", "key", join(path, lineName.Value), "line", strconv.Itoa(first.Line))
			ok = false
		}
		seen[lineName.Value] = lineName
		amount := b.budgetLine(join(name, lineName.Value), value)
		lines = append(lines, BudgetLine{Name: lineName.Value, Amount: amount})
		ok = ok && amount.Value != nil
	}
	return lines, ok
}

// budgetLine reads the amount of a line.
func (b *block) budgetLine(name string, n *yaml.Node) Money {
	b.d.places[join(b.path, name)] = b.d.at(n)
	if isNull(n) {
		b.d.problem(n, "missing-value", "key", join(b.path, name), "example", name+": 5000")
		return Money{}
	}
	if b.single(name, n) == nil {
		return Money{}
	}
	return parsed(b, name, n, parseLine)
}

// maxConfidences bounds how many confidences a plan asks for.
const maxConfidences = 20

// confidence reads how sure to be: one value, or a list.
func (b *block) confidence(name string) []Percent {
	n := b.values[name]
	if n == nil || b.empty(name) {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		if list, ok := withBrackets(n.Value); ok {
			b.fault(name, n, bad("list-without-brackets", "want", list))
			return nil
		}
		if p := read(b, name, parseConfidence); p.Value != nil {
			return []Percent{p}
		}
		return nil
	}
	if len(n.Content) > maxConfidences {
		b.d.problem(n, "list-too-long", "key", join(b.path, name), "max", strconv.Itoa(maxConfidences))
		return nil
	}
	var all []Percent
	for _, item := range n.Content {
		if b.single(name, item) != nil {
			all = append(all, parsed(b, name, item, parseConfidence))
		}
	}
	return all
}

// withBrackets is how to write several confidences that stand behind one another;
// ok is false where they are none.
func withBrackets(s string) (list string, ok bool) {
	if several(s) == nil {
		return "", false
	}
	items := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || unicode.IsSpace(r) })
	for i, item := range items {
		read := func(s string) *fault { _, f := parseConfidence(s); return f }
		f := read(item)
		if f != nil {
			items[i] = f.acceptable(read).arg("want")
		}
		if items[i] == "" {
			return "", false
		}
	}
	return "[" + strings.Join(items, ", ") + "]", len(items) <= maxConfidences
}
