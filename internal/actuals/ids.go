package actuals

import (
	"hash/maphash"
	"runtime"
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
	batch []uint64 // hashes that are yet to be looked up
	again []uint64 // hashes; twice as many as are joined, at most
}

// maxBatch is how many ids are looked up in one go: their places in memory are
// then fetched at the same time, and not one after the other.
const maxBatch = 64

func (f *firstLook) sort(id []byte) fate {
	if len(id) == 0 {
		return counted
	}
	if f.batch = append(f.batch, maphash.Bytes(f.ids.seed, id)); len(f.batch) == maxBatch {
		f.lookUp()
	}
	return counted
}

func (f *firstLook) lookUp() {
	f.ids.fetch(f.batch)
	for _, hash := range f.batch {
		if f.ids.again(hash) {
			f.note(hash)
		}
	}
	f.batch = f.batch[:0]
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
	maxIDs      = 14_000_000 // in a file; their marks take 64 MB
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

// maxMarks is how many marks there are at most: seven of eight are taken then.
const maxMarks = maxIDs / 7 * 8

func newIDSet(seed maphash.Seed, ids int64) *idSet {
	const fewest = 1 << 10
	return &idSet{seed: seed, marks: make([]uint32, min(max(ids/7*8, fewest), maxMarks))}
}

// isLargest reports whether no more ids can be looked for.
func (s *idSet) isLargest() bool { return len(s.marks) == maxMarks }

// release gives the memory of many marks back before more is asked for: it would
// else be held until the rest of the program had taken as much again.
func (s *idSet) release() {
	const many = 1 << 22 // 16 MB
	isLarge := len(s.marks) > many
	s.marks = nil
	if isLarge {
		runtime.GC()
	}
}

// place is where the mark of a hash belongs, if nothing else is there.
func (s *idSet) place(hash uint64) int { return int(hash >> 32 * uint64(len(s.marks)) >> 32) }

// fetch looks at the places of some hashes, so that they are at hand.
func (s *idSet) fetch(hashes []uint64) {
	var seen uint32
	for _, hash := range hashes {
		seen |= atomic.LoadUint32(&s.marks[s.place(hash)])
	}
	if seen == 0 {
		return // all are free; what was seen must matter, or it is not looked at
	}
}

// again reports whether an id was there before, by its hash, and notes it.
func (s *idSet) again(hash uint64) bool {
	const longest = 1000 // that is looked for a place
	mark := max(uint32(hash), 1)
	at := s.place(hash)
	for range longest {
		there := atomic.LoadUint32(&s.marks[at])
		if there == 0 {
			if atomic.CompareAndSwapUint32(&s.marks[at], 0, mark) {
				return false
			}
			there = atomic.LoadUint32(&s.marks[at])
		}
		if there == mark {
			return true
		}
		if at++; at == len(s.marks) {
			at = 0
		}
	}
	s.full.Store(true)
	return false
}

// repeated puts together what takers noted once they are through; not ok where it is too much.
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
