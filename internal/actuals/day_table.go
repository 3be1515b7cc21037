package actuals

import "embudo/funnel"

// dayKey is a day with the place of a group or the number of a channel above it.
type dayKey uint64

// dayBits is the room for a day, counted from dayZero.
const (
	dayBits = 20
	dayZero = -1 << (dayBits - 1)
)

func (k dayKey) on(day funnel.Date) dayKey { return k<<dayBits | dayKey(day-dayZero) }
func (k dayKey) day() funnel.Date          { return funnel.Date(k&(1<<dayBits-1)) + dayZero }
func (k dayKey) of() int                   { return int(k >> dayBits) }

// golden is 2^64 divided by the golden ratio: multiplied by it, numbers that lie
// close are spread.
const golden = 0x9e3779b97f4a7c15

// dayTable has an account for each key. It does in half of the time of a map what
// is done several times for each of millions of rows.
type dayTable[T any] struct {
	places []dayPlace[T] // a power of two, of which a half is taken at most
	taken  int
	shift  uint
}

type dayPlace[T any] struct {
	key   dayKey // of no day: nothing is here
	value T
}

// neighbours is how many days in a row have their places beside one another, so
// that those which are at hand of one lead are at hand of the next.
const neighbours = 16

// at is the account of a key, until another key is asked for.
func (t *dayTable[T]) at(key dayKey) *T {
	if len(t.places) > 0 {
		if p := t.place(key); p.key == key {
			return &p.value
		}
	}
	return t.open(key)
}

// open begins an account.
func (t *dayTable[T]) open(key dayKey) *T {
	if 2*t.taken >= len(t.places) {
		t.grow()
	}
	p := t.place(key)
	p.key = key
	t.taken++
	return &p.value
}

// place is where a key is, or would be.
func (t *dayTable[T]) place(key dayKey) *dayPlace[T] {
	row := uint64(key) / neighbours * golden >> t.shift
	for i := row*neighbours + uint64(key)%neighbours; ; i += neighbours + 1 {
		p := &t.places[i&uint64(len(t.places)-1)]
		if p.key == key || p.key == 0 {
			return p
		}
	}
}

func (t *dayTable[T]) grow() {
	const fewest, bits = 64, 62 // of neighbours there are four, which is two to the power of 64 less 62
	old := t.places
	if len(old) == 0 {
		t.places, t.shift = make([]dayPlace[T], fewest), bits
		return
	}
	t.places = make([]dayPlace[T], 2*len(old))
	t.shift--
	for i := range old {
		if old[i].key != 0 {
			*t.place(old[i].key) = old[i]
		}
	}
}

// each gives all accounts.
func (t *dayTable[T]) each(yield func(key dayKey, value *T)) {
	for i := range t.places {
		if p := &t.places[i]; p.key != 0 {
			yield(p.key, &p.value)
		}
	}
}
