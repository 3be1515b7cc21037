package report

// Chart is a picture of numbers that stand in a table of the document as well. A
// format that cannot draw leaves it out.
type Chart struct {
	Title   string
	Alt     string // what it shows, in a sentence: for those who do not see it
	Picture Picture
}

// Picture is what a [Chart] draws: [Bars] or a [Tornado].
type Picture interface{ picture() }

// Bars are rows of horizontal bars that begin at 0, one bar a series: the stages of
// a funnel with what is needed and what came.
type Bars struct {
	Series []string // what the bars of a row are, in the document's language
	Rows   []BarRow
}

// BarRow is one row of bars. Values and Shown have an entry a series; a value that
// there is none of is nil, and shown as the document shows it.
type BarRow struct {
	Label  string
	Values []*float64
	Shown  []string
	Tone   Tone
}

// Tornado are bars to both sides of a base, the widest first: what each input does
// to a result when it is changed.
type Tornado struct {
	Base      float64
	BaseShown string
	Low, High string // what the two sides mean: "10 % less", "10 % more"
	Rows      []Swing
}

// Swing is one bar of a [Tornado]: the result with the input changed in either way.
type Swing struct {
	Label               string
	Low, High           float64
	LowShown, HighShown string
}

func (Chart) block() {}

func (Bars) picture()    {}
func (Tornado) picture() {}
