package tree

import (
	"slices"
	"strings"
)

// list revises a block list. It returns false, without an edit, if no entry is kept, if entries
// were reordered, or if anything but a dash precedes an entry.
func (r *reviser) list(n, was, is Node) bool {
	file, before, after := slices.Collect(n.Entries()), slices.Collect(was.Entries()), slices.Collect(is.Entries())
	if len(file) != len(before) || slices.ContainsFunc(file, func(e Node) bool { return !r.leads(e) }) {
		return false
	}
	earlier := match(before, after)
	removed := slices.Repeat([]bool{true}, len(file))
	last := -1
	for _, i := range earlier {
		switch {
		case i < 0:
			continue
		case i < last:
			return false
		}
		last, removed[i] = i, false
	}
	if last < 0 {
		return false
	}
	last = -1
	for k, i := range earlier {
		switch {
		case i < 0:
			r.addEntry(file, last, after[k])
			continue
		case !equal(before[i], after[k]):
			r.entry(file[i], before[i], after[k])
		}
		last = i
	}
	for i := 0; i < len(file); i++ {
		if !removed[i] {
			continue
		}
		from := i
		for i+1 < len(file) && removed[i+1] {
			i++
		}
		r.removeLines(r.start(file[from]), r.end(file[i]))
	}
	return true
}

// leads reports whether only a dash precedes the entry on its line.
func (r *reviser) leads(entry Node) bool {
	start := r.start(entry)
	return !entry.IsNull() && strings.TrimSpace(r.src[r.lineStart(start):start]) == "-"
}

func (r *reviser) entry(n, was, is Node) {
	if n.Kind() == Object && was.Kind() == Object && is.Kind() == Object && r.object(n, was, is) {
		return
	}
	r.replace(r.start(n), r.end(n), flow(is))
}

// addEntry inserts an entry after the entry at the index last, or before all entries, in the style
// of that entry.
func (r *reviser) addEntry(file []Node, last int, entry Node) {
	like := file[max(last, 0)]
	indentation := strings.IndexByte(r.src[r.lineStart(r.start(like)):], '-')
	line, ok := oneLine(entry, rowWidth-indentation-2)
	if text := "- " + line; ok && (entry.isScalar() || r.isFlow(like)) {
		r.addLines(file, last, strings.Repeat(" ", indentation)+text)
		return
	}
	r.addLines(file, last, strings.Repeat(" ", indentation)+render(4, indentation, func(p printer) { p.entry(entry, 2) }))
}

// addLines inserts the lines of an entry, with an empty line if other entries have one between
// them.
func (r *reviser) addLines(file []Node, last int, lines string) {
	gap := "\n"
	if len(file) > 1 && strings.Contains(r.src[r.lineEnd(r.end(file[0])):r.start(file[1])], "\n\n") {
		gap = "\n\n"
	}
	if last < 0 {
		start := r.lineStart(r.start(file[0]))
		r.replace(start, start, lines+gap)
		return
	}
	end := r.lineEnd(r.end(file[last]))
	r.replace(end, end, gap+lines)
}

// match returns, for each later entry, the index of its earlier version, or -1. The earlier version
// is the equal entry, else the entry with the same id. Otherwise it is an entry between the same
// neighbours with at least half of the values in common.
func match(before, after []Node) []int {
	earlier := slices.Repeat([]int{-1}, len(after))
	taken := make([]bool, len(before))
	pairUp := func(key func(Node) string) {
		places := map[string][]int{}
		for i, n := range before {
			if k := key(n); k != "" && !taken[i] {
				places[k] = append(places[k], i)
			}
		}
		for k, n := range after {
			if earlier[k] >= 0 {
				continue
			}
			if free := places[key(n)]; len(free) > 0 {
				earlier[k], taken[free[0]] = free[0], true
				places[key(n)] = free[1:]
			}
		}
	}
	pairUp(text)
	pairUp(func(n Node) string {
		id, ok := n.Field("id")
		if !ok {
			return ""
		}
		return id.Text()
	})
	// Among many changed entries, comparing the first few is enough.
	const candidates = 16
	from := 0
	for k := range after {
		if earlier[k] >= 0 {
			from = earlier[k] + 1
			continue
		}
		best, most := -1, 0.0
		for i, tried := from, 0; i < len(before) && !taken[i] && tried < candidates; i, tried = i+1, tried+1 {
			if s := likeness(before[i], after[k]); s >= 0.5 && s > most {
				best, most = i, s
			}
		}
		if best >= 0 {
			earlier[k], taken[best], from = best, true, best+1
		}
	}
	return earlier
}

// likeness returns the share of keys with the same value, from 0 to 1, and 1 for two scalars.
func likeness(a, b Node) float64 {
	if a.Kind() != Object || b.Kind() != Object {
		if a.isScalar() && b.isScalar() {
			return 1
		}
		return 0
	}
	same, all := 0, 0
	for name, value := range a.Fields() {
		all++
		if other, ok := b.Field(name.Text()); ok && equal(value, other) {
			same++
		}
	}
	fields := 0
	for range b.Fields() {
		fields++
	}
	return float64(same) / float64(max(all, fields, 1))
}
