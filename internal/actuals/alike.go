package actuals

import (
	"hash/maphash"

	"embudo/internal/actuals/sheet"
)

// maxCompared bounds the rows that are compared with one another. A longer table
// is not looked through: repeats among millions of rows without an id are chance.
const maxCompared = 1 << 20

// rowSet knows the rows that it has seen by a hash of 64 bits.
type rowSet struct {
	seed maphash.Seed
	rows map[uint64]bool
	full bool
}

// again reports whether a row like this one was seen before.
func (s *rowSet) again(row sheet.Row) bool {
	switch {
	case s.full:
		return false
	case s.rows == nil:
		s.seed, s.rows = maphash.MakeSeed(), map[uint64]bool{}
	case len(s.rows) == maxCompared:
		s.full, s.rows = true, nil
		return false
	}
	var h maphash.Hash
	h.SetSeed(s.seed)
	for _, c := range row.Cells {
		_, _ = h.Write(c.Text) // never fails
		_ = h.WriteByte(0)
	}
	sum := h.Sum64()
	known := s.rows[sum]
	s.rows[sum] = true
	return known
}
