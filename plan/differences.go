package plan

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"embudo/funnel"
)

// Difference is a key of which some plans say something else than the first.
type Difference struct {
	Path   string // as --set spells it; "stages.demo" for a stage that not all plans have
	Type   string // of its value, one of the Type constants
	Values []Said // one a plan
}

// Said is what a plan says of a key.
type Said struct {
	Text   string   // as a plan file has it; the default where it says nothing, empty where there is none
	Number *big.Rat // the same where it is a number: an amount, a fraction, a count; nil otherwise
	Value  any      // as the types of a plan have it: a [Rate], a [Lag]; nil where the file says nothing
	ByFile bool     // the plan says it, rather than leaving it out
}

// Differences lists the keys of which plans do not say the same, in the order of a
// plan file. What leaves a key out says its default. Stages, funnels and
// activities are the same that have the same id; one that a plan lacks is a single
// difference, with the name that others give it.
func Differences(plans ...*Plan) []Difference {
	books := make([]*book, len(plans))
	var paths []string
	listed := map[string]bool{}
	for i, p := range plans {
		books[i] = &book{said: map[string]Said{}, types: map[string]string{}, items: map[string]string{}}
		books[i].block(reflect.ValueOf(*p), "", "")
		for _, path := range books[i].paths {
			if !listed[path] {
				listed[path] = true
				paths = append(paths, path)
			}
		}
	}
	var all []Difference
	lacking := map[string]bool{} // stages, funnels and activities that a plan does not have
	for _, path := range paths {
		if d, isItem := difference(path, books); d.differs() && !isWithin(path, lacking) {
			lacking[path] = isItem
			all = append(all, d)
		}
	}
	return all
}

// isWithin reports whether a path is that of something inside of one of some
// others.
func isWithin(path string, others map[string]bool) bool {
	for path != "" {
		path, _ = splitPath(path)
		if others[path] {
			return true
		}
	}
	return false
}

// difference is what each plan says of a path; isItem is true for a stage, funnel
// or activity, of which plans say no more than its name.
func difference(path string, books []*book) (d Difference, isItem bool) {
	d = Difference{Path: path}
	for _, b := range books {
		said := b.said[path]
		if name, ok := b.items[path]; ok {
			isItem, said = true, Said{Text: name, ByFile: true}
		}
		d.Type = cmp.Or(d.Type, b.types[path])
		d.Values = append(d.Values, said)
	}
	if isItem {
		d.Type = TypeText
	}
	return d, isItem
}

// differs reports whether a plan says something else than the first: of an item,
// whether it is there.
func (d *Difference) differs() bool {
	for _, v := range d.Values[1:] {
		if first := d.Values[0]; v.Text != first.Text {
			return true
		}
	}
	return false
}

// book is everything that a plan says, by path.
type book struct {
	paths []string
	said  map[string]Said
	types map[string]string
	items map[string]string // stages, funnels and activities with their ids
}

// block writes down a block of keys, whose fields have the names of the keys.
func (b *book) block(v reflect.Value, kind, path string) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name := field.Tag.Get("yaml")
		switch {
		case field.Anonymous && field.IsExported():
			b.block(v.Field(i), kind, path)
		case name == "" || name == "-" || kind == "" && (name == "version" || name == "scenarios"):
		default:
			if k, known := key(join(kind, name)); known {
				b.key(v.Field(i), k, join(path, name))
			}
		}
	}
}

// key writes down what stands after one key.
func (b *book) key(v reflect.Value, k Key, path string) {
	switch value := v.Interface().(type) {
	case []Stage:
		for _, s := range value {
			b.item(reflect.ValueOf(s), "stages", join(path, s.ID), s.ID)
		}
		return
	case []Funnel:
		for _, f := range value {
			b.item(reflect.ValueOf(f), "funnels", join(path, f.ID), f.ID)
		}
		return
	case []Activity:
		for _, a := range value {
			b.item(reflect.ValueOf(a), "activities", join(path, a.ID), a.ID)
		}
		return
	case Budget:
		b.say(path, k.Type, Said{Text: decimalText(value.Total), Number: value.Total, ByFile: value.Total != nil})
		for _, line := range value.Lines {
			b.say(join(path, line.Name), TypeMoney, Said{Text: line.Amount.String(), Number: line.Amount.Value, ByFile: true})
		}
		return
	}
	if v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct {
		if !v.IsNil() {
			b.block(v.Elem(), k.Path, path)
		}
		return
	}
	if k.Type == TypeMapping && v.Kind() == reflect.Struct {
		b.block(v, k.Path, path)
		return
	}
	b.say(path, k.Type, saidOf(v, k))
}

// item writes down a stage, funnel or activity.
func (b *book) item(v reflect.Value, kind, path, id string) {
	b.paths = append(b.paths, path)
	b.items[path] = id
	b.block(v, kind, path)
}

func (b *book) say(path, kind string, said Said) {
	b.paths = append(b.paths, path)
	b.said[path], b.types[path] = said, kind
}

// saidOf is what a plan says of a key, its default where it says nothing.
func saidOf(v reflect.Value, k Key) Said {
	if text := textOf(v.Interface()); text != "" && !v.IsZero() {
		return Said{Text: text, Number: numberOf(v.Interface()), Value: v.Interface(), ByFile: true}
	}
	return Said{Text: k.Default, Number: defaultNumber(k)}
}

// textOf is a value as a plan file has it.
func textOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case Count:
		return strconv.FormatInt(int64(v), 10)
	case Period:
		return v.Text
	case Dates:
		return spanText(v.Span)
	case Day:
		if v.Date == nil {
			return ""
		}
		return v.Date.String()
	case Holidays:
		return cmp.Or(v.Country, listText(v.Dates, funnel.Date.String))
	case []Percent:
		return listText(v, Percent.String)
	case []Dates:
		return listText(v, func(d Dates) string { return spanText(d.Span) })
	case []Reminder:
		return listText(v, func(r Reminder) string { return strings.TrimSpace(r.Before.String() + " " + r.Content) })
	case []funnel.Threshold:
		return listText(v, func(t funnel.Threshold) string { return t.Expression })
	case []string:
		return strings.Join(v, ", ")
	case map[string]string:
		return listText(slices.Sorted(maps.Keys(v)), func(name string) string { return name + ": " + v[name] })
	case Seasonality:
		return v.text()
	case fmt.Stringer:
		return v.String()
	}
	return partsText(reflect.ValueOf(value))
}

// partsText is a value of which a type of its own says no text: its parts.
func partsText(v reflect.Value) string {
	var parts []string
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return textOf(v.Elem().Interface())
	case reflect.Slice:
		for i := range v.Len() {
			parts = append(parts, textOf(v.Index(i).Interface()))
		}
		return strings.Join(parts, ", ")
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Tag.Get("yaml")
			if name != "" && v.Field(i).CanInterface() && !v.Field(i).IsZero() {
				parts = append(parts, name+": "+textOf(v.Field(i).Interface()))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	default:
		return fmt.Sprint(v.Interface())
	}
}

func listText[T any](list []T, text func(T) string) string {
	parts := make([]string, len(list))
	for i, item := range list {
		parts[i] = text(item)
	}
	return strings.Join(parts, ", ")
}

func spanText(s *funnel.Span) string {
	switch {
	case s == nil:
		return ""
	case s.Start == s.End:
		return s.Start.String()
	}
	return s.Start.String() + ".." + s.End.String()
}

// text is the seasons with their weights, as a plan file may have them.
func (s Seasonality) text() string {
	seasons := slices.SortedFunc(maps.Keys(s.Weights), func(a, b funnel.Season) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Number, b.Number))
	})
	return listText(seasons, func(season funnel.Season) string {
		name := fmt.Sprintf("%02d", season.Number)
		if s.Unit == funnel.EachWeek {
			name = "W" + name
		}
		if season.Year > 0 {
			name = fmt.Sprintf("%04d-%s", season.Year, name)
		}
		return name + ": " + decimalText(s.Weights[season])
	})
}

// numberOf is a value as a number, nil where it is none.
func numberOf(value any) *big.Rat {
	switch v := value.(type) {
	case Money:
		return v.Value
	case Percent:
		return v.Value
	case Number:
		return v.Value
	case Rate:
		return v.Value
	case Count:
		return new(big.Rat).SetInt64(int64(v))
	}
	return nil
}

// defaultNumber is the default of a key as a number, nil where it is none.
func defaultNumber(k Key) *big.Rat {
	if k.Default == "" {
		return nil
	}
	r, _, f := percent(k.Default)
	if f != nil {
		return nil
	}
	return r
}
