package sheet

// Bounds of what a file can cost. They are far above what people export and
// below what a machine cannot hold.
const (
	maxCell    = 1 << 20    // bytes of a cell; Excel allows 32,767 characters
	maxRow     = 8 << 20    // bytes of a row, with its quotes and delimiters
	maxColumns = 16_384     // as in Excel
	maxRows    = 50_000_000 // of CSV and JSON
)

// The bounds as a problem's sentence speaks of them.
const (
	maxCellSaid    = "1 MB"
	maxRowSaid     = "8 MB"
	maxColumnsSaid = "16384"
	maxRowsSaid    = "50000000"
)
