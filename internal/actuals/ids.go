package actuals

import (
	"hash/maphash"
	"slices"
	"sync/atomic"
)

// fate is what becomes of a row by its id.
type fate int

const (
	counted    fate = iota // at once
	joined                 // with the others of its id
	passedOver             // in this reading of the file
)

// idSorter sorts the rows that one taker gets by their ids, empty ones included.
type idSorter interface{ sort(id []byte) fate }

// allCounted is for records without an id.
type allCounted struct{}

func (allCounted) sort([]byte) fate { return counted }

// allJoined is for records that several sources speak of.
type allJoined struct{}

func (allJoined) sort(id []byte) fate {
	if len(id) == 0 {
		return counted
	}
	return joined
}

// firstLook counts all rows, and notes the ids that seem to come again. It takes
// every id that does for one, and seldom another.
type firstLook struct {
	ids   *idSet
	again []uint64 // hashes; one more than are joined, at most
}

func (f *firstLook) sort(id []byte) fate {
	if len(id) == 0 {
		return counted
	}
	if hash, again := f.ids.again(id); again {
		f.note(hash)
	}
	return counted
}

// note holds a hash. Those of an id with many rows are one.
func (f *firstLook) note(hash uint64) {
	if len(f.again) > 2*maxRepeated {
		slices.Sort(f.again)
		if f.again = slices.Compact(f.again); len(f.again) > maxRepeated {
			return
		}
	}
	f.again = append(f.again, hash)
}

// Bounds of the search for repeated ids. Beyond maxIDs or maxRepeated a warning
// says that they were not looked for.
const (
	maxIDs      = 14_000_000 // in a file; their marks take 75 MB
	maxRepeated = 1_000_000  // that come more than once
	maxAtOnce   = 100_000    // of them, held in one reading of the file: some 40 MB
)

// repeatedOnly joins the rows whose ids come again, some ids at each reading of
// the file, and counts the others at the first.
type repeatedOnly struct {
	seed        maphash.Seed
	hashes      map[uint64]bool
	turn, turns uint64
}

func (r repeatedOnly) sort(id []byte) fate {
	if len(id) > 0 {
		if hash := maphash.Bytes(r.seed, id); r.hashes[hash] {
			if hash%r.turns == r.turn {
				return joined
			}
			return passedOver
		}
	}
	if r.turn > 0 {
		return passedOver
	}
	return counted
}

// idSet knows ids by marks of 32 bits in places that further 32 bits of a hash
// give. Of ten million different ids it takes about one in fifty files to contain
// one that is mistaken for another. Several takers share it.
type idSet struct {
	seed  maphash.Seed
	marks []uint32
	full  atomic.Bool
}

// maxMarks is how many marks there are at most: three of four are taken then.
const maxMarks = maxIDs / 3 * 4

func newIDSet(seed maphash.Seed, ids int64) *idSet {
	const fewest = 1 << 10
	return &idSet{seed: seed, marks: make([]uint32, min(max(ids/3*4, fewest), maxMarks))}
}

// isLargest reports whether no more ids can be looked for.
func (s *idSet) isLargest() bool { return len(s.marks) == maxMarks }

// again reports whether an id was there before, and notes it.
func (s *idSet) again(id []byte) (hash uint64, again bool) {
	const longest = 1000 // that is looked for a place
	hash = maphash.Bytes(s.seed, id)
	mark := max(uint32(hash), 1)
	at := int(hash >> 32 * uint64(len(s.marks)) >> 32)
	for range longest {
		there := atomic.LoadUint32(&s.marks[at])
		if there == 0 {
			if atomic.CompareAndSwapUint32(&s.marks[at], 0, mark) {
				return hash, false
			}
			there = atomic.LoadUint32(&s.marks[at])
		}
		if there == mark {
			return hash, true
		}
		if at++; at == len(s.marks) {
			at = 0
		}
	}
	s.full.Store(true)
	return hash, false
}

// repeated puts together what takers noted; not ok where it is too much.
func repeated(looks []*firstLook) (hashes map[uint64]bool, ok bool) {
	hashes = map[uint64]bool{}
	for _, f := range looks {
		for _, hash := range f.again {
			if hashes[hash] = true; len(hashes) > maxRepeated {
				return nil, false
			}
		}
	}
	return hashes, true
}
