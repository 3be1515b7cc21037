package actuals

import (
	"slices"
	"unicode/utf8"
)

// maxReasons bounds the different reasons why leads were lost: more of them are
// remarks, of which each is its own.
const maxReasons = 5_000

// maxReason bounds the text of a reason, in bytes: what is longer is a remark, of
// which the beginning is kept, since a hundred thousand of them may be held.
const maxReason = 200

// shortReason is a reason, or the beginning of a remark.
func shortReason(text []byte) []byte {
	if len(text) <= maxReason {
		return text
	}
	end := maxReason
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return append(slices.Clone(text[:end]), "…"...)
}

// maxReasonTexts bounds what is held of them on the way there: those of leads that
// do not count as lost in the end are among them.
const maxReasonTexts = 20 * maxReasons

// lose counts leads that were lost. Where there are too many reasons none is kept,
// so that what comes out does not depend on which came first.
func (t *tally) lose(key lossKey, n int64) {
	if t.reasonless {
		key.reason = ""
	}
	t.losses[key] += n
	if len(t.losses) > maxReasons && !t.reasonless {
		t.forgetReasons()
	}
}

// renameReasons calls reasons as the user writes them, by key.
func (t *tally) renameReasons(given map[string]string) {
	if len(given) == 0 {
		return
	}
	all := t.losses
	t.losses = map[lossKey]int64{}
	for key, n := range all {
		if name, ok := given[keyOf(key.reason)]; ok && key.reason != "" {
			key.reason = name
		}
		t.losses[key] += n
	}
}

// forgetReasons counts all who were lost at a stage together.
func (t *tally) forgetReasons() {
	t.reasonless = true
	all := t.losses
	t.losses = map[lossKey]int64{}
	for key, n := range all {
		key.reason = ""
		t.losses[key] += n
	}
}
