package actuals

// matchStages says what each value of the stage and status columns means.
func (u *understanding) matchStages() {
	u.stages = map[string]stageMatch{}
	for _, m := range []Meaning{MeaningStage, MeaningStatus} {
		c := u.column(m)
		if c == nil {
			continue
		}
		if c.manyValues {
			u.ask(open{
				needed: true, meaning: m, candidates: []string{c.header},
				problem: problem("too-many-values", u.table.number, "column", c.header, "meaning", string(m), "max", maxValues),
			})
			continue
		}
		u.matchValues(c)
	}
}

func (u *understanding) matchValues(c *column) {
	var unknown []string
	for _, value := range sortedKeys(c.values) {
		match := u.match(value)
		u.stages[value] = match
		if !match.certain {
			unknown = append(unknown, value)
		}
	}
	if len(unknown) == 0 {
		return
	}
	u.ask(open{
		needed: !u.words.stages.usual && u.isNeeded(c.meaning), meaning: c.meaning, candidates: unknown,
		problem: problem("unknown-values", u.table.number, "column", c.header, "values", quoted(unknown), "want", unknown[0],
			"stages", u.words.stages.names()),
	})
}

// match is what a value means, first of all by the choices.
func (u *understanding) match(value string) stageMatch {
	want, chosen := u.choices.Stages[value]
	if !chosen {
		for key, other := range u.choices.Stages {
			if fold(key) == fold(value) {
				want, chosen = other, true
			}
		}
	}
	if !chosen {
		return u.words.stages.match(value)
	}
	m, ok := u.words.stages.choice(want)
	if !ok {
		u.ask(open{needed: true, meaning: MeaningStage, candidates: []string{value}, problem: problem("unknown-stage-choice", 0,
			"got", want, "want", value, "stages", u.words.stages.names())})
		return stageMatch{certain: true}
	}
	return m
}
