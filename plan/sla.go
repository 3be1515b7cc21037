package plan

import (
	"math/big"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"embudo/funnel"
)

// Bounds of the lists of an agreement.
const (
	maxChannels = 50
	maxPeople   = 200
)

// SLA is what marketing and sales have agreed on. What it leaves out is not agreed
// yet, or follows from the rest of the plan.
type SLA struct {
	SalesFrom     string    `yaml:"sales_from"`  // id of the first stage that sales answers for
	SalesLeads    OwnLeads  `yaml:"sales_leads"` // entries of that stage that sales finds itself
	SalesChannels []string  `yaml:"sales_channels"`
	SalesRate     Percent   `yaml:"sales_rate"`
	Attempts      Count     `yaml:"attempts"`      // to reach each lead; 0: not said
	RespondShare  Percent   `yaml:"respond_share"` // of the leads, who must be answered in time
	CallsPerWeek  Number    `yaml:"calls_per_week"`
	HandOver      string    `yaml:"hand_over"`
	RejectReasons []string  `yaml:"reject_reasons"`
	Channels      []Channel `yaml:"channels"` // their shares add up to 1
	People        []Person  `yaml:"people"`
	Review        Review    `yaml:"review"`
}

// OwnLeads are a part of all, or a number; both are not set where the file does
// not say.
type OwnLeads struct {
	Share Percent
	Count *Count
}

// Channel is the part of marketing's leads that a channel is to bring.
type Channel struct {
	Name  string
	Share Percent
}

// Person is what one person promises. A pace of N nil is no promise.
type Person struct {
	Name     string `yaml:"name"`
	Role     string `yaml:"role"` // marketing or sales
	Leads    Pace   `yaml:"leads"`
	Calls    Pace   `yaml:"calls"`
	Contacts Pace   `yaml:"contacts"`
	Trips    Pace   `yaml:"trips"`
}

// Review is how often both sides sit together.
type Review struct {
	Every       Cadence `yaml:"every"`
	How         string  `yaml:"how"`
	IdealClient Cadence `yaml:"ideal_client"` // of reviewing who the ideal client is
}

// Pace is a number of times a day, a week or in the whole period; N is nil where
// the file does not say.
type Pace struct {
	N   *big.Rat
	Per string // day, week, or empty for the period
}

// String is the pace as a plan file has it: 60 a week.
func (p Pace) String() string {
	if p.N == nil || p.Per == "" {
		return decimalText(p.N)
	}
	return decimalText(p.N) + " a " + p.Per
}

// String is the number as a plan file has it: 20%, or 12.
func (o OwnLeads) String() string {
	if o.Count != nil {
		return strconv.FormatInt(int64(*o.Count), 10)
	}
	return o.Share.String()
}

// String is the channel as a plan file has it: Google: 60%.
func (c Channel) String() string { return c.Name + ": " + c.Share.String() }

// sla reads the block of the same name.
func (b *block) sla(name string) SLA {
	s := b.open(name)
	if s == nil {
		return SLA{}
	}
	return SLA{
		SalesFrom:     s.stageID("sales_from"),
		SalesLeads:    read(s, "sales_leads", parseOwnLeads),
		SalesChannels: s.texts("sales_channels"),
		SalesRate:     read(s, "sales_rate", parseShare),
		Attempts:      read(s, "attempts", parseClients),
		RespondShare:  read(s, "respond_share", parseShare),
		CallsPerWeek:  read(s, "calls_per_week", parseCapacity),
		HandOver:      s.text("hand_over"),
		RejectReasons: s.texts("reject_reasons"),
		Channels:      s.channels("channels"),
		People:        s.people("people"),
		Review:        s.review("review"),
	}
}

// stageID is the id of a stage of any funnel.
func (b *block) stageID(name string) string {
	id := b.text(name)
	if names := b.d.names; id != "" && !names.unsure && !names.known[id] {
		b.fault(name, b.values[name], bad("unknown-stage", "want", nearest(id, names.stages)))
		return ""
	}
	return id
}

// channels reads which part of the leads each channel is to bring.
func (b *block) channels(name string) []Channel {
	var all []Channel
	lines := b.pairs(name)
	if len(lines) > maxChannels {
		b.d.problem(lines[maxChannels].key, "list-too-long", "key", join(b.path, name), "max", strconv.Itoa(maxChannels))
		return nil
	}
	sum, wrong := new(big.Rat), false
	for _, p := range lines {
		share, f := parseShare(p.text)
		if f != nil {
			f = f.acceptable(func(want string) *fault { _, f := parseShare(want); return f })
			b.d.problem(p.value, f.name, only(problemArgs()[f.name],
				append(f.args, "key", p.path, "got", p.value.Value, "example", p.key.Value+": 40%"))...)
			wrong = true
			continue
		}
		sum.Add(sum, share.Value)
		all = append(all, Channel{Name: p.key.Value, Share: share})
	}
	if len(all) == 0 || wrong {
		return nil
	}
	at := lines[len(lines)-1].value
	difference := new(big.Rat).Sub(big.NewRat(1, 1), sum)
	switch difference.Sign() {
	case 1:
		b.d.problem(at, "channels-below-whole", "got", percentText(sum), "difference", percentText(difference))
	case -1:
		b.d.problem(at, "channels-above-whole", "got", percentText(sum), "difference", percentText(difference.Neg(difference)))
	}
	return all
}

// people reads who promises what.
func (b *block) people(name string) []Person {
	items := b.list(name)
	if len(items) > maxPeople {
		b.d.problem(items[maxPeople], "list-too-long", "key", join(b.path, name), "max", strconv.Itoa(maxPeople))
		return nil
	}
	var all []Person
	seen := map[string]*yaml.Node{}
	for i, item := range items {
		p := b.d.block(item, "sla.people", join(join(b.path, name), personLabel(item, i)))
		p.require("name")
		p.require("role")
		person := Person{
			Name:     p.text("name"),
			Role:     p.choice("role"),
			Leads:    read(p, "leads", parsePace),
			Calls:    read(p, "calls", parsePace),
			Contacts: read(p, "contacts", parsePace),
			Trips:    read(p, "trips", parsePace),
		}
		if first, twice := seen[fold(person.Name)]; twice && person.Name != "" {
			b.d.problem(p.values["name"], "duplicate-person", "name", person.Name, "line", strconv.Itoa(first.Line))
		}
		seen[fold(person.Name)] = item
		all = append(all, person)
	}
	return all
}

// personLabel is what --set calls a person: made from the name.
func personLabel(item *yaml.Node, index int) string {
	if name := valueOf(item, "name"); name != nil {
		return slug(name.Value, "person-"+strconv.Itoa(index+1))
	}
	return strconv.Itoa(index + 1)
}

// review reads how often both sides sit together.
func (b *block) review(name string) Review {
	r := b.open(name)
	if r == nil {
		return Review{}
	}
	return Review{
		Every:       read(r, "every", parseCadence),
		How:         r.text("how"),
		IdealClient: read(r, "ideal_client", parseCadence),
	}
}

// parseOwnLeads reads a part of all, 20% or 0.2, or a whole number.
func parseOwnLeads(s string) (OwnLeads, *fault) {
	if strings.ContainsAny(s, "%") || strings.HasPrefix(s, "0.") {
		share, f := parsePart(s)
		return OwnLeads{Share: share}, f
	}
	n, f := parseCount(s)
	if f != nil {
		return OwnLeads{}, f
	}
	return OwnLeads{Count: &n}, nil
}

// parsePace reads 9, 60 a week or 5 a day; "per" and "/" do as well as "a".
func parsePace(s string) (Pace, *fault) {
	number, unit := cutPace(s)
	r, f := amount(number, 0, maxNumber)
	switch {
	case unit != "" && unit != "day" && unit != "week":
		return Pace{}, bad("bad-pace", "want", meantPace(s))
	case f != nil && f.arg("want") != "" && unit != "":
		return Pace{}, f.wantAround("", " a "+unit)
	case f != nil && f.name == "not-a-number":
		return Pace{}, bad("bad-pace", "want", meantPace(s))
	case f != nil:
		return Pace{}, f
	}
	return Pace{N: r, Per: unit}, nil
}

// cutPace takes a number and its unit apart.
func cutPace(s string) (number, unit string) {
	words := strings.Fields(strings.Replace(s, "/", " / ", 1))
	if len(words) == 3 && (words[1] == "a" || words[1] == "per" || words[1] == "/") {
		return words[0], words[2]
	}
	return s, ""
}

// meantPace is how to write what somebody meant by "60 por semana" or "5 daily".
func meantPace(s string) string {
	said := strings.ToLower(withoutAccents(strings.TrimSpace(s)))
	number, rest := leadingNumber(said)
	if _, f := amount(number, 0, maxNumber); f != nil || number == "" {
		return "60 a week"
	}
	switch {
	case strings.Contains(rest, "dia") || strings.Contains(rest, "day") || strings.Contains(rest, "daily") || strings.Trim(rest, "/ ") == "d":
		return number + " a day"
	case strings.Contains(rest, "sem") || strings.Contains(rest, "we") || strings.Trim(rest, "/ ") == "w":
		return number + " a week"
	}
	return number
}

// terms are the agreement as the arithmetic takes it, the ideal client included.
func (p *Plan) terms() funnel.Terms {
	t := p.SLA.terms()
	t.IdealClient = p.IdealClient.Description
	for _, r := range p.IdealClient.Rules {
		t.Traits = append(t.Traits, funnel.Trait{Name: r.Name, Condition: r.Condition(), Must: r.Must})
	}
	return t
}

func (s *SLA) terms() funnel.Terms {
	t := funnel.Terms{
		SalesFrom: s.SalesFrom, OwnShare: copyOf(s.SalesLeads.Share.Value), OwnChannels: s.SalesChannels,
		Rate: copyOf(s.SalesRate.Value), Attempts: int64(s.Attempts),
		Response: copyOf(s.RespondShare.Value), CallsPerWeek: copyOf(s.CallsPerWeek.Value),
		HandOver: s.HandOver, RejectReasons: s.RejectReasons,
		Review: s.Review.Every.rhythm(), ReviewHow: s.Review.How, IdealClientReview: s.Review.IdealClient.rhythm(),
	}
	if s.SalesLeads.Count != nil {
		t.OwnCount = big.NewInt(int64(*s.SalesLeads.Count))
	}
	for _, c := range s.Channels {
		t.Channels = append(t.Channels, funnel.ChannelTerm{Name: c.Name, Share: copyOf(c.Share.Value)})
	}
	for _, p := range s.People {
		t.People = append(t.People, funnel.PersonTerm{
			Name: p.Name, Side: funnel.Side(p.Role),
			Leads: p.Leads.model(), Calls: p.Calls.model(), Contacts: p.Contacts.model(), Trips: p.Trips.model(),
		})
	}
	return t
}

func (p Pace) model() *funnel.Frequency {
	if p.N == nil {
		return nil
	}
	per := funnel.PerPeriod
	if p.Per != "" {
		per = funnel.FrequencyUnit(p.Per)
	}
	return &funnel.Frequency{N: copyOf(p.N), Per: per}
}

func (c Cadence) rhythm() funnel.Rhythm {
	return funnel.Rhythm{N: c.N, Unit: funnel.CadenceUnit(c.Unit)}
}
