package report

import "embudo/funnel"

// Chart is a picture of numbers that stand in a table of the document as well. A
// format that cannot draw leaves it out.
type Chart struct {
	Title   string
	Alt     string // what it shows, in a sentence: for those who do not see it
	Picture Picture
}

// Picture is what a [Chart] draws: [Bars], a [Tornado], a [Waterfall], [Curves] or a
// [Fan].
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

// Waterfall leads from one number to another over what is added to it and taken
// from it, one below the other.
type Waterfall struct {
	From, To Level
	Changes  []Level // Value is what is added, below 0 what is taken away
}

// Level is a number with what it is.
type Level struct {
	Label, Shown string
	Value        float64
}

// Curves are numbers that grow over the same days, planned and actual: one panel
// for each number.
type Curves struct {
	Days            Axis
	Planned, Actual string // what the two lines are; Actual is empty where there is none
	Panels          []Panel
}

// Axis are the days of a picture, with what to write at them.
type Axis struct {
	Start, End, Today                funnel.Date
	StartShown, EndShown, TodayShown string // TodayShown is empty where no day is marked
}

// Panel is one number that grows, with a sentence of how it stands.
type Panel struct {
	Label, Shown    string
	Planned, Actual []At
}

// At is a number at the end of a day. Between two of them it grows evenly.
type At struct {
	Day   funnel.Date
	Value float64
}

// Fan is how a number grew until today, and where it may go from there.
type Fan struct {
	Days            Axis
	Past            []At
	Ahead           func() []Outlook // worked out when it is drawn; begins today
	Target          float64
	TargetShown     string
	Low, High       string // the numbers of the last outlook
	Middle          string
	SoFar, Expected string // what the two lines and
	Band            string // the area are
}

// Outlook is what a number may be at the end of a day.
type Outlook struct {
	Day               funnel.Date
	Low, Middle, High float64
}

func (Chart) block() {}

func (Bars) picture()    {}
func (Tornado) picture() {}

func (Waterfall) picture() {}
func (Curves) picture()    {}
func (Fan) picture()       {}
