package plan

// fault is what is wrong with a value, apart from where it stands.
type fault struct {
	name string
	args []string
}

// bad makes a fault; args are keys and values in turn.
func bad(name string, args ...string) *fault { return &fault{name, args} }

// arg is the value of a key, empty without one.
func (f *fault) arg(key string) string {
	for i := 0; i+1 < len(f.args); i += 2 {
		if f.args[i] == key {
			return f.args[i+1]
		}
	}
	return ""
}

// with is the fault with another value of a key that it has.
func (f *fault) with(key, value string) *fault {
	other := &fault{name: f.name, args: append([]string{}, f.args...)}
	for i := 0; i+1 < len(other.args); i += 2 {
		if other.args[i] == key {
			other.args[i+1] = value
		}
	}
	return other
}

// wantAround puts text around what a fault wants, and around its second reading.
func (f *fault) wantAround(before, after string) *fault {
	return f.with("want", before+f.arg("want")+after).with("other", before+f.arg("other")+after)
}

// maxSteps bounds how many mistakes in one value are mended one after the other.
const maxSteps = 5

// acceptable makes sure that what a fault wants is right itself, as read finds.
// Where it is wrong in turn, what that wants is wanted; and where nothing would
// be right, the last mistake is the one to tell of.
func (f *fault) acceptable(read func(string) *fault) *fault {
	want := f.arg("want")
	if want == "" {
		return f
	}
	for range maxSteps {
		next := read(want)
		if next == nil {
			if f.name == "decimal-comma-share" && want != f.arg("want") {
				f = f.withoutOther() // which is 0.3 as 30%, and not what 30 lacks
			}
			return f.with("want", want).withOther(read)
		}
		if next.name == "not-whole" {
			f = next // the decimals are the mistake, however they are written
		}
		if want = next.arg("want"); want == "" {
			return next
		}
	}
	return bad("not-a-number")
}

// withOther keeps the second reading of a number only where it can be meant: no
// count is 1.2340, and no rate 150%.
func (f *fault) withOther(read func(string) *fault) *fault {
	if other := f.arg("other"); other == "" || read(other) == nil {
		return f
	}
	return f.withoutOther()
}

// withoutOther is the fault without the second reading of its number.
func (f *fault) withoutOther() *fault {
	name := map[string]string{"ambiguous-number": "thousands-separator", "decimal-comma-share": "decimal-comma"}[f.name]
	if name == "" {
		return f
	}
	return bad(name, "want", f.arg("want"))
}
