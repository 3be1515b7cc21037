package actuals

import "embudo/funnel"

// leadTally adds up leads, of which one processor may take in millions. It knows
// names by their numbers, and is told to the tally of all sources at the end.
type leadTally struct {
	tracers []tracer  // by funnel
	routes  []route   // of the lead at hand, by funnel
	channel *textList // the keys of channels
	person  *textList
	reason  *textList

	groups   map[leadGroup]dayKey
	byGroup  []leadGroup
	recent   [64]recentGroup       // those that were looked up last
	entries  [][]dayTable[entries] // by funnel and stage
	revenue  dayTable[decimal]     // by day and channel
	losses   map[leadLoss]int64
	lostOn   lostDays
	repeat   []int64 // by funnel
	referred []int64
	open     [][]openDeals // by funnel and stage
	cohorts  *cohorts      // nil: nobody asked for them

	responses *responses // nil: nobody asked for them

	forgotten  bool // names are not told apart
	reasonless bool // nor reasons
}

// openDeals are leads that stand at a stage, neither won nor lost.
type openDeals struct {
	count, valued int64 // all of them, and those with an amount above 0
	sum           decimal
}

// leadGroup is what leads have in common that are counted together on a day.
type leadGroup struct {
	channel, person textNumber
	top             int32 // the stage that they came in by
}

// recentGroup is a group with its place.
type recentGroup struct {
	leadGroup
	at    dayKey
	known bool
}

// entries counts those of a group who entered a stage on a day.
type entries struct{ count, implied, direct, wentOn int32 } // a file has 50 million rows at most

type leadLoss struct {
	funnel, stage int
	reason        textNumber
}

// lostDays are the first and the last day on which a lead was lost.
type lostDays struct{ first, last funnel.Date }

func newLeadTally(tracers []tracer) *leadTally {
	t := &leadTally{
		tracers: tracers, channel: newTextList(maxNames), person: newTextList(maxNames), reason: newTextList(maxReasonTexts),
		groups: map[leadGroup]dayKey{},
		losses: map[leadLoss]int64{}, lostOn: lostDays{noDay, noDay},
		repeat: owned[int64](len(tracers)), referred: owned[int64](len(tracers)),
	}
	for _, trace := range tracers {
		stages := len(trace.funnel.Stages)
		t.entries = append(t.entries, make([]dayTable[entries], stages))
		t.routes = append(t.routes, owned[passage](stages))
		t.open = append(t.open, owned[openDeals](stages))
	}
	return t
}

// add counts a lead into the stages of its route, and what it paid into the
// revenue.
func (t *leadTally) add(l *lead) {
	if t.channel.full || t.person.full {
		t.nameless(l)
	}
	trace, r := &t.tracers[l.funnel], t.routes[l.funnel]
	trace.trace(l, r)
	top := r.top()
	if top >= 0 {
		t.enter(l, r, t.group(leadGroup{l.channel, l.person, int32(top)}))
	}
	client := r[len(r)-1]
	isLost := client.kind == notReached && l.outcome == outcomeLost && (l.closed == noDay || !trace.later(l.closed))
	if t.cohorts != nil {
		t.cohorts.add(l, r, isLost)
	}
	if t.responses != nil {
		t.responses.add(l, r, trace, t.channel.list[l.channel])
	}
	switch {
	case client.kind != notReached:
		t.addClient(l, client.day)
	case isLost:
		stage := max(0, r.deepest())
		if t.responses == nil || t.responses.givesBack(l, r, trace, t.channel.list[l.channel], stage) {
			t.lose(leadLoss{l.funnel, stage, l.reason})
		}
		t.lostOn.add(l.closed)
	case top >= 0:
		t.open[l.funnel][r.deepest()].add(l)
	}
}

// add counts a lead that is open. An amount of 0 is what systems write for one that
// nobody has given.
func (o *openDeals) add(l *lead) {
	o.count++
	if l.paid && l.amount.sign() > 0 {
		o.valued++
		o.sum = o.sum.plus(l.amount)
	}
}

// group is the place of a group.
func (t *leadTally) group(g leadGroup) dayKey {
	recent := &t.recent[uint32(g.channel+13*g.person+29*textNumber(g.top))%uint32(len(t.recent))]
	if recent.leadGroup == g && recent.known {
		return recent.at
	}
	at, known := t.groups[g]
	if !known {
		at = dayKey(len(t.byGroup))
		t.groups[g] = at
		t.byGroup = append(t.byGroup, g)
	}
	*recent = recentGroup{g, at, true}
	return at
}

func (t *leadTally) enter(l *lead, r route, group dayKey) {
	stages := t.entries[l.funnel]
	for i := range r {
		p := &r[i]
		if p.kind == notReached {
			continue
		}
		e := stages[i].at(group.on(p.day))
		e.count++
		switch {
		case p.kind == implied:
			e.implied++
		case p.kind == direct:
			e.direct++
		case r.wentOn(i):
			e.wentOn++
		}
	}
}

// addClient counts what a client paid and brought.
func (t *leadTally) addClient(l *lead, day funnel.Date) {
	if l.paid {
		sum := t.revenue.at(dayKey(l.channel).on(day))
		*sum = sum.plus(l.amount)
	}
	t.repeat[l.funnel] += l.repeat
	if l.referred {
		t.referred[l.funnel]++
	}
}

func (d *lostDays) add(day funnel.Date) {
	if day != noDay {
		d.first, d.last = earlier(d.first, day), max(d.last, day)
	}
}

func (t *leadTally) lose(loss leadLoss) {
	t.losses[loss]++
	if !t.reason.full || t.reasonless {
		return
	}
	t.reasonless = true
	all := t.losses
	t.losses = map[leadLoss]int64{}
	for loss, n := range all {
		loss.reason = 0
		t.losses[loss] += n
	}
}

// nameless takes the names off a lead, since there are too many to be those of
// channels and people, and off all that was counted before.
func (t *leadTally) nameless(l *lead) {
	l.channel, l.person = 0, 0
	if t.forgotten {
		return
	}
	t.forgotten, t.channel.full, t.person.full = true, true, true
	named := t.byGroup
	t.groups, t.byGroup, t.recent = map[leadGroup]dayKey{}, nil, [64]recentGroup{}
	places := make([]dayKey, len(named))
	for i, g := range named {
		places[i] = t.group(leadGroup{top: g.top})
	}
	for f, stages := range t.entries {
		t.entries[f] = make([]dayTable[entries], len(stages))
		for stage := range stages {
			stages[stage].each(func(key dayKey, e *entries) {
				t.entries[f][stage].at(places[key.of()].on(key.day())).add(e)
			})
		}
	}
	earned := t.revenue
	t.revenue = dayTable[decimal]{}
	earned.each(func(key dayKey, sum *decimal) {
		all := t.revenue.at(dayKey(0).on(key.day()))
		*all = all.plus(*sum)
	})
	if t.cohorts != nil {
		t.cohorts.nameless()
	}
}

func (e *entries) add(o *entries) {
	e.count += o.count
	e.implied += o.implied
	e.direct += o.direct
	e.wentOn += o.wentOn
}

// tell adds all that was counted to the tally of all sources.
func (t *leadTally) tell(all *tally) {
	for f := range t.entries {
		for stage := range t.entries[f] {
			t.tellEntries(all, f, stage)
		}
		t.tellClients(all, f)
		for stage, o := range t.open[f] {
			all.addOpen(f, stage, o)
		}
	}
	t.revenue.each(func(key dayKey, sum *decimal) {
		day := key.day()
		all.addMoney(all.revenue, amountKey{day, day, t.channel.list[key.of()]}, sum.rat())
		all.money.Revenue = true
	})
	if t.reason.full {
		all.forgetReasons()
	}
	for loss, n := range t.losses {
		all.lose(lossKey{loss.funnel, loss.stage, t.reason.list[loss.reason]}, n)
	}
	if t.cohorts != nil {
		t.cohorts.tell(&all.cohorts, t.channel.list)
	}
	if t.responses != nil {
		t.responses.tell(all.responses)
	}
	if t.lostOn.first != noDay {
		all.dated(t.lostOn.first, t.lostOn.last)
	}
}

func (t *leadTally) tellEntries(all *tally, f, stage int) {
	parties := make([]partyNumber, len(t.byGroup))
	for i, g := range t.byGroup {
		if int(g.top) <= stage { // others enter no such stage
			brought := t.tracers[f].funnel.Stages[g.top].Owner
			parties[i] = all.parties.number(party{t.channel.list[g.channel], t.person.list[g.person], brought})
		}
	}
	t.entries[f][stage].each(func(key dayKey, e *entries) {
		all.addOf(parties[key.of()], f, stage, funnel.Entries{
			From: key.day(), To: key.day(),
			Count: int64(e.count), Implied: int64(e.implied), Direct: int64(e.direct), WentOn: int64(e.wentOn),
		})
	})
}

// tellClients tells what clients brought, of funnels of which the data speak of
// it at all.
func (t *leadTally) tellClients(all *tally, f int) {
	if n := all.repeat[f]; n != nil {
		*n += t.repeat[f]
	}
	if n := all.referred[f]; n != nil {
		*n += t.referred[f]
	}
}
