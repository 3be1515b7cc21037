package plan

import (
	"slices"
	"strings"
)

// names are what the blocks of a plan can call its stages and funnels.
type names struct {
	all    []Funnel // the plan's, or the one that its stages make
	unsure bool     // an id is missing or wrong: a name that is not known may be right

	stages []string        // the ids of all stages, each once
	known  map[string]bool // the same
}

// namesOf remembers the stages and funnels of a plan for the blocks that speak
// of them.
func (d *decoder) namesOf(p *Plan) {
	all := p.Funnels
	if len(all) == 0 {
		all = []Funnel{{ID: mainFunnel, Stages: p.Stages}}
	}
	d.names = namesIn(all)
	for _, f := range all {
		if f.ID == "" || len(f.Stages) == 0 || slices.Contains(stageIDs(f.Stages), "") {
			d.names.unsure = true
		}
	}
}

// namesIn are the names of some funnels.
func namesIn(funnels []Funnel) names {
	n := names{all: funnels}
	n.stages = n.upTo("")
	n.known = make(map[string]bool, len(n.stages))
	for _, id := range n.stages {
		n.known[id] = true
	}
	return n
}

// in are the names of one funnel, all of them where there is no such funnel.
func (n names) in(funnel string) names {
	for _, f := range n.all {
		if f.ID == funnel {
			return namesIn([]Funnel{f})
		}
	}
	return n
}

// funnels are the ids of all funnels.
func (n names) funnels() []string {
	ids := make([]string, len(n.all))
	for i, f := range n.all {
		ids[i] = f.ID
	}
	return ids
}

// upTo are the ids of all stages down to a stage of each funnel, all of a funnel
// that does not have it.
func (n names) upTo(stage string) []string {
	var ids []string
	seen := map[string]bool{"": true}
	for _, f := range n.all {
		for _, s := range f.Stages {
			if !seen[s.ID] {
				seen[s.ID] = true
				ids = append(ids, s.ID)
			}
			if s.ID == stage {
				break
			}
		}
	}
	return ids
}

// behind are some words and, behind them, the stages of a plan: so many of them
// that one funnel is whole.
func (n names) behind(words []string) []string {
	return slices.Concat(words, n.stages[:min(len(n.stages), maxStages)])
}

// haveStage reports whether a word is the id of a stage, or funnel.stage.
func (n names) haveStage(word string) bool {
	funnel, stage, both := strings.Cut(word, ".")
	if !both {
		return n.known[word]
	}
	return slices.Contains(n.funnels(), funnel) && n.in(funnel).known[stage]
}

// nearestStage is what a word that looks like funnel.stage was meant to be, empty
// for other words.
func (n names) nearestStage(word string) string {
	funnel, stage, both := strings.Cut(word, ".")
	if !both {
		return ""
	}
	funnel = nearest(funnel, n.funnels())
	return funnel + "." + nearest(stage, n.in(funnel).stages)
}

// isLast reports whether a stage is the last one of every funnel that has it.
func (n names) isLast(stage string) bool {
	for _, f := range n.all {
		if i := indexOf(f.Stages, stage); i >= 0 && i < len(f.Stages)-1 {
			return false
		}
	}
	return true
}

// isWon reports whether a stage is called won and means just that.
func (n names) isWon(stage string) bool { return stage == "won" && n.isLast(stage) }

// before is the stage before another one in the first funnel that has both,
// empty where there is none.
func (n names) before(stage string) string {
	for _, f := range n.all {
		if i := indexOf(f.Stages, stage); i > 0 {
			return f.Stages[i-1].ID
		}
	}
	return ""
}
