package actuals

import (
	"hash/maphash"
	"slices"

	"embudo/internal/actuals/sheet"
)

// maxCompared bounds the rows that are compared with one another. A longer table
// is not looked through: repeats among millions of rows without an id are chance.
const maxCompared = 1 << 20

// rowSet knows rows by a hash of 64 bits. Several that share a seed can share the
// rows of a table.
type rowSet struct {
	seed maphash.Seed
	rows []uint64 // one more than are compared, at most
}

// add takes in a row.
func (s *rowSet) add(row sheet.Row) {
	if len(s.rows) > maxCompared {
		return
	}
	var h maphash.Hash
	h.SetSeed(s.seed)
	for _, c := range row.Cells {
		_, _ = h.Write(c.Text) // never fails
		_ = h.WriteByte(0)
	}
	s.rows = append(s.rows, h.Sum64())
}

// alike counts the rows that repeat another one.
func alike(sets []*rowSet) int64 {
	var all []uint64
	for _, s := range sets {
		all = append(all, s.rows...)
	}
	if len(all) > maxCompared {
		return 0
	}
	slices.Sort(all)
	return int64(len(all) - len(slices.Compact(all)))
}
