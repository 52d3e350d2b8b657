package tree

import (
	"bufio"
	"bytes"
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// Revise edits the text of a YAML file with the values of the tree was, so that it has the values
// of the tree is. Comments, order and layout of unchanged parts stay. Both trees must be made in
// the same way. Revise returns false for a file that cannot be revised. The caller must check that
// the result parses into the tree is.
func Revise(text string, was, is *Tree) (string, bool) {
	body, hasMark := strings.CutPrefix(text, "\ufeff")
	lines := newlines(body)
	file, broken := Read(lines, YAML, &problems.List{})
	root, ok := file.Root()
	wasRoot, wasOK := was.Root()
	isRoot, isOK := is.Root()
	if broken || !ok || !wasOK || !isOK || isJSON(lines) || root.Kind() != Object {
		return "", false
	}
	r := &reviser{source: newSource(exchange(lines, lineBreaks, nonCharacters))}
	r.object(root, wasRoot, isRoot)
	revised := exchange(r.apply(), nonCharacters, lineBreaks)
	if strings.Contains(body, "\r\n") {
		revised = strings.ReplaceAll(revised, "\n", "\r\n")
	}
	if hasMark {
		revised = "\ufeff" + revised
	}
	return revised, true
}

// reviser collects the edits of a text. Its methods take three versions of a value: in the file,
// before and after.
type reviser struct {
	source
	edits []edit
}

type edit struct {
	from, to int
	text     string
}

func (r *reviser) replace(from, to int, text string) {
	r.edits = append(r.edits, edit{from, to, text})
}

// apply returns the edited text. Edits at one offset keep their order.
func (r *reviser) apply() string {
	slices.SortStableFunc(r.edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var b strings.Builder
	at := 0
	for _, e := range r.edits {
		if e.from > at {
			b.WriteString(r.src[at:e.from])
		}
		b.WriteString(e.text)
		at = max(at, e.to)
	}
	b.WriteString(r.src[at:])
	return b.String()
}

type pair struct {
	name, value Node
	kept        bool
}

// pairs returns the keys of an object of the file. A key is kept if the tree is has it, or if the
// tree was lacks it, as for an explicit zero.
func pairs(n, was, is Node) (list []pair, anyKept bool) {
	for name, value := range n.Fields() {
		_, after := is.Field(name.Text())
		_, before := was.Field(name.Text())
		list = append(list, pair{name, value, after || !before})
		anyKept = anyKept || after || !before
	}
	return list, anyKept
}

// object revises an object. It returns false if no key is kept.
func (r *reviser) object(n, was, is Node) bool {
	list, anyKept := pairs(n, was, is)
	if !anyKept {
		return false
	}
	last := -1
	for name, value := range is.Fields() {
		i := slices.IndexFunc(list, func(p pair) bool { return p.name.Text() == name.Text() })
		if i < 0 {
			r.addPair(n, list, last, name, value)
			continue
		}
		last = i
		before, had := was.Field(name.Text())
		if !had || !equal(before, value) {
			r.value(n, list[i], before, value)
		}
	}
	for i := 0; i < len(list); i++ {
		from := i
		for i < len(list) && !list[i].kept {
			i++
		}
		if i > from {
			r.removePairs(n, list, from, i)
		}
	}
	return true
}

// value revises the value of a key of n. Before has no tree if the key had no value.
func (r *reviser) value(n Node, p pair, before, after Node) {
	if before.tree != nil && before.Kind() == p.value.Kind() && after.Kind() == p.value.Kind() {
		switch p.value.Kind() {
		case Object:
			if !p.value.isEmpty() && !after.isEmpty() && r.object(p.value, before, after) {
				return
			}
		case List:
			if !r.isFlow(p.value) && r.list(p.value, before, after) {
				return
			}
		}
	}
	from, to := r.colon(p.name), r.pairEnd(p)
	r.replace(from, to, r.valueText(n, p.name, after, strings.Contains(r.src[to:r.lineEnd(to)], "#")))
}

// valueText returns a value as the text after the colon of a key of n.
func (r *reviser) valueText(n, name, value Node, onOneLine bool) string {
	indentation := r.indentation(name)
	level := 1
	if indentation > 0 {
		level = 2
	}
	text := render(2*level, indentation+2, func(p printer) { p.yamlValue(value, level) })
	if r.isFlow(n) || onOneLine && strings.Contains(text, "\n") {
		return " " + flow(value)
	}
	return text
}

// addPair inserts a key after the pair at the index last, or before all pairs if last is -1.
func (r *reviser) addPair(n Node, list []pair, last int, name, value Node) {
	first := list[0].name
	text := name.Text() + ":" + r.valueText(n, first, value, false)
	switch {
	case r.isFlow(n) && last >= 0:
		end := r.pairEnd(list[last])
		r.replace(end, end, ", "+text)
	case r.isFlow(n):
		r.replace(r.start(first), r.start(first), text+", ")
	case last >= 0:
		end := r.lineEnd(r.pairEnd(list[last]))
		indentation := r.indentation(first)
		if indentation == 0 && strings.Contains(text, "\n") {
			text = "\n" + text
		}
		r.replace(end, end, "\n"+strings.Repeat(" ", indentation)+text)
	default:
		r.replace(r.start(first), r.start(first), text+"\n"+strings.Repeat(" ", r.indentation(first)))
	}
}

// removePairs removes the pairs with indexes from up to to, exclusive. At least one other pair must
// be kept.
func (r *reviser) removePairs(n Node, list []pair, from, to int) {
	begin, end := r.start(list[from].name), r.pairEnd(list[to-1])
	switch {
	case to < len(list) && (from == 0 || r.isFlow(n)):
		r.replace(begin, r.start(list[to].name), "")
	case r.isFlow(n):
		r.replace(r.pairEnd(list[from-1]), end, "")
	default:
		r.removeLines(begin, end)
	}
}

// removeLines removes lines with the comments directly above them, and one of two adjacent empty
// lines around them. Comments stay where an entry follows without a gap: they may be its heading.
func (r *reviser) removeLines(begin, end int) {
	from, to := r.lineStart(begin), min(r.lineEnd(end)+1, len(r.src))
	if next := strings.TrimLeft(r.src[to:], " "); next == "" || next[0] == '\n' || next[0] == '#' || len(r.src)-len(next)-to < r.indentationAt(from) {
		for from > 0 && strings.HasPrefix(strings.TrimLeft(r.src[r.lineStart(from-1):], " "), "#") {
			from = r.lineStart(from - 1)
		}
	}
	if strings.HasSuffix(r.src[:from], "\n\n") && strings.HasPrefix(r.src[to:], "\n") {
		to++
	}
	r.replace(from, to, "")
}

// isFlow reports a list or an object in flow style, within brackets or braces.
func (r *reviser) isFlow(n Node) bool {
	return !n.isScalar() && strings.IndexByte("[{", r.src[r.start(n)]) >= 0
}

// indentationAt counts the spaces at the beginning of a line.
func (r *reviser) indentationAt(line int) int {
	return len(r.src[line:]) - len(strings.TrimLeft(r.src[line:], " "))
}

// indentation returns the number of characters before a key: spaces, or a dash and spaces.
func (r *reviser) indentation(name Node) int {
	start := r.start(name)
	return start - r.lineStart(start)
}

func equal(a, b Node) bool { return text(a) == text(b) }

func text(n Node) string {
	var b bytes.Buffer
	writeJSON(&b, n)
	return b.String()
}

// flow returns a value on one line of any length.
func flow(n Node) string {
	var b strings.Builder
	n.flow(&b, math.MaxInt/utf8.UTFMax)
	return b.String()
}

// render returns printed lines with their indentation changed, without the final line break.
func render(from, to int, print func(printer)) string {
	var b strings.Builder
	w := bufio.NewWriter(&b)
	print(printer{w})
	w.Flush()
	printed := strings.TrimSuffix(b.String(), "\n")
	return strings.ReplaceAll(printed, "\n"+strings.Repeat(" ", from), "\n"+strings.Repeat(" ", to))
}
