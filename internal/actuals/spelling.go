package actuals

import "cmp"

// spellings counts in how many ways the names of channels and people are
// written. Names that differ by case, accents and punctuation alone are one; it
// is called as most rows write it.
type spellings struct {
	full  bool              // there are too many to be names
	keys  map[string]string // folded by spelling
	count map[string]map[string]int64
	given map[string]string // by key: names as the user writes them, which go before
}

func newSpellings(given ...string) *spellings {
	s := &spellings{keys: map[string]string{}, count: map[string]map[string]int64{}, given: map[string]string{}}
	for _, name := range given {
		s.given[keyOf(name)] = name
	}
	return s
}

// maxNames bounds the different names of channels and people. What has more is
// neither: an address of a page, a name of a client.
const maxNames = 20_000

// keyOf is what all spellings of a name have in common.
func keyOf(name string) string { return cmp.Or(fold(name), name) }

// key is what all spellings of a name have in common. It counts the one at hand.
// Where there are too many names they are all taken for none, so that what comes
// out does not depend on which came first.
func (s *spellings) key(name string) string {
	s.add(name, 1)
	return s.keys[name]
}

// add counts rows with a spelling.
func (s *spellings) add(name string, rows int64) {
	if s.full {
		return
	}
	key, known := s.keys[name]
	if !known && len(s.keys) == maxNames {
		s.fill()
		return
	}
	if !known {
		key = keyOf(name)
		s.keys[name] = key
		if s.count[key] == nil {
			s.count[key] = map[string]int64{}
		}
	}
	s.count[key][name] += rows
}

// fill is for more names than there can be.
func (s *spellings) fill() { s.full, s.keys, s.count = true, nil, nil }

// best is the spelling to use for each key: the one that was given, else the
// commonest, and of equals the first of the alphabet.
func (s *spellings) best() map[string]string {
	best := map[string]string{}
	for key, spelled := range s.count {
		for name, n := range spelled {
			if b, ok := best[key]; !ok || n > spelled[b] || n == spelled[b] && name < b {
				best[key] = name
			}
		}
		if name, ok := s.given[key]; ok {
			best[key] = name
		}
	}
	return best
}

// several counts the names that are spelled in more than one way.
func (s *spellings) several() int {
	n := 0
	for _, spelled := range s.count {
		if len(spelled) > 1 {
			n++
		}
	}
	return n
}
