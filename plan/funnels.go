package plan

import (
	"math/big"
	"strconv"

	"gopkg.in/yaml.v3"
)

// funnels reads the funnels of a plan that has several.
func (b *block) funnels(name string, p *Plan) []Funnel {
	items := b.list(name)
	if items == nil {
		if n := b.values[name]; n != nil && n.Kind == yaml.SequenceNode {
			b.d.problem(n, "empty-funnels")
		}
		return nil
	}
	if len(items) > maxFunnels {
		b.d.problem(items[maxFunnels], "too-many-funnels", "got", strconv.Itoa(len(items)), "max", strconv.Itoa(maxFunnels))
		return nil
	}
	funnels := make([]Funnel, len(items))
	blocks := make([]*block, len(items))
	seen := map[string]*yaml.Node{}
	taken := idsOf(items, funnelLabel)
	for i, item := range items {
		blocks[i] = b.funnelBlock(item, name, i)
		blocks[i].ids = taken
		funnels[i] = blocks[i].readFunnel(i)
		blocks[i].uniqueFunnel(funnels[i].ID, seen)
		if b.lacks("average_revenue_per_client") {
			blocks[i].require("average_revenue_per_client")
		}
	}
	b.sharesAddUp(b.keys[name], blocks, funnels)
	b.budgetsAddUp(p, blocks, funnels)
	return funnels
}

// funnelBlock opens the mapping of a funnel.
func (b *block) funnelBlock(item *yaml.Node, name string, index int) *block {
	return b.d.block(item, "funnels", join(join(b.path, name), funnelLabel(item, index)))
}

// funnelLabel is the id of a funnel, made from its name where it has none.
func funnelLabel(item *yaml.Node, index int) string {
	if valueOf(item, "id") == nil {
		if name := valueOf(item, "name"); name != nil {
			return slug(name.Value, "funnel-"+strconv.Itoa(index+1))
		}
	}
	return itemLabel(item, index)
}

// readFunnel reads the keys of a funnel.
func (b *block) readFunnel(index int) Funnel {
	f := Funnel{
		ID:             read(b, "id", parseID),
		Name:           b.text("name"),
		Share:          read(b, "share", parseShare),
		Budget:         b.budget("budget"),
		AverageRevenue: read(b, "average_revenue_per_client", parsePrice),
		GrossMargin:    read(b, "gross_margin", parseShare),
		MinShare:       read(b, "min_share", parsePart),
		MaxShare:       read(b, "max_share", parsePart),
		Stages:         b.stages("stages"),
	}
	if b.lacks("id") {
		b.require("name")
		f.ID = funnelLabel(b.node, index)
	}
	if f.Name == "" {
		f.Name = f.ID
	}
	b.require("share")
	b.require("stages")
	return f
}

// uniqueFunnel reports a funnel with the id of another one.
func (b *block) uniqueFunnel(id string, seen map[string]*yaml.Node) {
	if b.failed() || id == "" {
		return
	}
	at := b.node
	for _, name := range []string{"name", "id"} {
		if b.has(name) {
			at = b.values[name]
		}
	}
	if first, twice := seen[id]; twice {
		b.d.problem(at, "duplicate-funnel", "id", id, "line", strconv.Itoa(first.Line), "want", b.ids.free(id))
		return
	}
	seen[id] = at
}

// sharesAddUp holds the sum of the funnels' shares against 100 %. It says
// nothing while one of them is missing or wrong.
func (b *block) sharesAddUp(at *yaml.Node, blocks []*block, funnels []Funnel) {
	sum := new(big.Rat)
	for i, f := range funnels {
		if f.Share.Value == nil {
			return
		}
		sum.Add(sum, f.Share.Value)
		at = blocks[i].values["share"]
	}
	difference := new(big.Rat).Sub(big.NewRat(1, 1), sum)
	switch difference.Sign() {
	case 1:
		b.d.problem(at, "shares-below-whole", "got", percentText(sum), "difference", percentText(difference))
	case -1:
		b.d.problem(at, "shares-above-whole", "got", percentText(sum), "difference", percentText(difference.Neg(difference)))
	}
}

// budgetsAddUp holds the funnels' budgets against the plan's: none has one, or
// all have, and then they add up.
func (b *block) budgetsAddUp(p *Plan, blocks []*block, funnels []Funnel) {
	var with, without []int
	sum := new(big.Rat)
	for i, f := range funnels {
		switch {
		case !blocks[i].has("budget"):
			without = append(without, i)
		case f.Budget.Total == nil:
			return
		default:
			with = append(with, i)
			sum.Add(sum, f.Budget.Total)
		}
	}
	switch {
	case len(with) == 0:
	case len(without) > 0:
		for _, i := range without {
			b.d.problem(blocks[i].node, "funnel-without-budget", "funnel", funnels[i].ID)
		}
	case p.Budget.Total != nil && sum.Cmp(p.Budget.Total) != 0:
		at := blocks[with[len(with)-1]].values["budget"]
		b.d.problem(at, "budgets-do-not-add-up", "got", decimalText(sum), "want", decimalText(p.Budget.Total))
	}
}
