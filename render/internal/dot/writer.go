package dot

import (
	"bytes"
	"strconv"

	"github.com/accountatlas/accountatlas/render/graph"
)

type attr struct {
	name  string
	value value
}

// writer writes DOT, one statement per line. Nodes are named n1, n2, ...: a user's text is never a
// name.
type writer struct {
	b     bytes.Buffer
	depth int
}

func (w *writer) begin(name string) {
	w.indent()
	w.b.WriteString(name + " {\n")
	w.depth++
}

func (w *writer) end() {
	w.depth--
	w.indent()
	w.b.WriteString("}\n")
}

// statement writes a name and its attributes in order, without empty attributes.
func (w *writer) statement(name string, attrs ...attr) {
	w.indent()
	w.b.WriteString(name)
	begun := false
	for _, a := range attrs {
		if a.value == nil {
			continue
		}
		if !begun {
			w.b.WriteString(" [")
			begun = true
		} else {
			w.b.WriteByte(' ')
		}
		w.b.WriteString(a.name + "=" + a.value.dot())
	}
	if begun {
		w.b.WriteByte(']')
	}
	w.b.WriteByte('\n')
}

func (w *writer) indent() {
	for range w.depth {
		w.b.WriteString("  ")
	}
}

func name(prefix string, index int) string { return prefix + strconv.Itoa(index+1) }

func classes(list []graph.Class) value {
	if len(list) == 0 {
		return nil
	}
	text := string(list[0])
	for _, c := range list[1:] {
		text += " " + string(c)
	}
	return word(text)
}

func hint(text string) value {
	if text == "" {
		return nil
	}
	return tooltip(text)
}

func link(to string) value {
	if to == "" || graph.CheckLink(to) != nil {
		return nil
	}
	return address(to)
}

// colour returns a theme's colour. An empty colour, or none, is transparent.
func colour(c string) word {
	if c == "" || c == "none" {
		return "transparent"
	}
	return word(c)
}
