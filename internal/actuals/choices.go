package actuals

// choices are what a plan or flags say about a source, where its words do not,
// or say otherwise.
type choices struct {
	Columns   map[string]string // header by meaning, by stage ID or by funnel.stage
	Stages    map[string]string // stage ID, won, lost, open or ignore by value of the stage column
	Decimal   decimalMark
	Order     dateOrder
	Kind      string // records, counts or spend; empty: it is found
	HeaderRow int    // 0: it is found
}
