package actuals

import "strings"

// textNumber stands for a text of a [textList]; 0 for the empty one.
type textNumber int32

// textList gives every text a number, so that rows are compared and counted by
// numbers. Of more texts than its limit it tells none: each is the empty one.
type textList struct {
	numbers map[string]textNumber
	list    []string // by number
	limit   int
	full    bool // the limit is passed: numbers given before are to be forgotten
}

func newTextList(limit int) *textList {
	return &textList{numbers: map[string]textNumber{}, list: []string{""}, limit: limit}
}

// of is the number of a text, which need not outlive the call.
func (t *textList) of(text []byte) textNumber {
	if len(text) == 0 || t.full {
		return 0
	}
	if n, known := t.numbers[string(text)]; known {
		return n
	}
	return t.add(string(text))
}

// ofString is the number of a text.
func (t *textList) ofString(text string) textNumber {
	if text == "" || t.full {
		return 0
	}
	if n, known := t.numbers[text]; known {
		return n
	}
	return t.add(text)
}

func (t *textList) add(text string) textNumber {
	n := textNumber(len(t.list))
	if int(n) > t.limit {
		t.full, t.numbers = true, nil
		return 0
	}
	t.numbers[text] = n
	t.list = append(t.list, text)
	return n
}

// namer finds what the name in a cell is counted by, and counts the spellings
// that it meets, until they are told to those of all sources.
type namer struct {
	choices map[string]string // names by spelling that the plan or a flag gives
	keys    *textList
	met     map[string]*spelled // by the text of the cell
	recent  [64]*spelled        // those that were met last
}

// spelled is a spelling with the rows that have it.
type spelled struct {
	text string // of the cell
	name string // empty where it says nothing
	key  textNumber
	rows int64
}

func newNamer(choices map[string]string, keys *textList) *namer {
	return &namer{choices: choices, keys: keys, met: map[string]*spelled{}}
}

// key is what all spellings of the name in a cell have in common, 0 for a cell that
// says nothing.
func (n *namer) key(text []byte) textNumber {
	if len(text) == 0 || n.keys.full {
		return 0
	}
	recent := &n.recent[(len(text)+5*int(text[0])+11*int(text[len(text)-1]))%len(n.recent)]
	s := *recent
	if s == nil || s.text != string(text) {
		if s = n.met[string(text)]; s == nil {
			s = n.meet(string(text))
		}
		*recent = s
	}
	s.rows++
	return s.key
}

func (n *namer) meet(text string) *spelled {
	s := &spelled{text: text}
	n.met[text] = s
	if name := strings.TrimSpace(text); !isBlank([]byte(name)) {
		s.name = name
		if chosen, ok := n.choices[name]; ok {
			s.name = chosen
		}
		s.key = n.keys.ofString(keyOf(s.name))
	}
	return s
}

// tell adds the spellings to those of all sources.
func (n *namer) tell(all *spellings) {
	if n.keys.full {
		all.fill()
	}
	for _, s := range n.met {
		if s.name != "" {
			all.add(s.name, s.rows)
		}
	}
}
