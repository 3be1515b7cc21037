package sheet

import (
	"encoding/json"
	"errors"
	"io"
)

// outline finds the lists of objects in a JSON text: the text itself where it
// begins with a bracket or is objects one after another, else those within its
// object. An object without any is one row.
func (j *jsonText) outline(content Content) ([]jsonList, error) {
	r, err := j.jsonAt(fromStart(content), 0)
	if err != nil {
		return nil, err
	}
	first, err := r.Token()
	if err != nil {
		return nil, j.fault(r, 0, 0, err)
	}
	if first == json.Delim('[') {
		return []jsonList{{offset: r.InputOffset() - 1}}, nil
	}
	if first != json.Delim('{') {
		return nil, j.source.problem("no-rows")
	}
	o := outliner{reader: r}
	if err := o.object("", 0); err != nil {
		return nil, j.fault(r, 0, 0, err)
	}
	_, err = r.Token()
	switch {
	case errors.Is(err, io.EOF) && len(o.lists) > 0:
		return o.lists, nil
	case err == nil || errors.Is(err, io.EOF):
		return []jsonList{{form: inSequence}}, nil
	}
	return nil, j.fault(r, 0, 0, err)
}

// outliner walks through an object.
type outliner struct {
	reader *jsonReader
	lists  []jsonList
}

// Bounds of where lists are looked for.
const (
	maxListDepth = 8
	maxLists     = 1000
)

// object walks through an object that has just opened, up to its end.
func (o *outliner) object(path string, depth int) error {
	for o.reader.More() {
		key, err := o.reader.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		if path != "" {
			name = path + "." + name
		}
		if err := o.value(name, depth); err != nil {
			return err
		}
	}
	_, err := o.reader.Token()
	return err
}

// value walks through the value of a key.
func (o *outliner) value(name string, depth int) error {
	opening, err := o.reader.Token()
	switch {
	case err != nil:
		return err
	case opening == json.Delim('['):
		return o.items(name)
	case opening == json.Delim('{') && depth < maxListDepth:
		return o.object(name, depth+1)
	case opening == json.Delim('{'):
		return o.skip()
	}
	return nil
}

// items walks through a list that has just opened; it is one of objects where the
// first item is one.
func (o *outliner) items(name string) error {
	start := o.reader.InputOffset() - 1
	var raw json.RawMessage
	for first := true; o.reader.More(); first = false {
		if err := o.reader.Decode(&raw); err != nil {
			return err
		}
		if first && raw[0] == '{' && len(o.lists) < maxLists {
			o.lists = append(o.lists, jsonList{name: name, offset: start})
		}
	}
	_, err := o.reader.Token()
	return err
}

// skip goes to the end of an object that has just opened.
func (o *outliner) skip() error {
	for open := 1; open > 0; {
		token, err := o.reader.Token()
		switch token {
		case json.Delim('{'), json.Delim('['):
			open++
		case json.Delim('}'), json.Delim(']'):
			open--
		}
		if err != nil {
			return err
		}
	}
	return nil
}
