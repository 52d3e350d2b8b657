// Package problems collects the problems of files, for codec and the importers. Similar problems
// share a line, and a report has at most [MaxLines] lines.
package problems

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

const (
	// MaxLines is the maximum number of lines in a report. If there are more problems, problems
	// that differ only in row and value share a line.
	MaxLines = 40
	// maxOfKind is the maximum number of lines of similar problems.
	maxOfKind = 5
	// Max is the maximum number of errors, and of warnings, that are kept; further ones are only
	// counted.
	Max = 50_000
	// maxSubjects is the number of subjects of one kind in a file that have separate lines. Further
	// subjects share the last line.
	maxSubjects = 5
	// maxPlaces is the number of further places in a line, and maxOthers the number of further
	// subjects.
	maxPlaces = 3
	maxOthers = 10
)

// List collects problems. The zero List is empty. It is not safe for concurrent use.
type List struct {
	lines []*line
	// alike maps topics to lines, kinds maps kinds to the lines of their subjects, and shapes maps
	// shapes to lines.
	alike  map[topic]*line
	kinds  map[topic]lines
	shapes map[shape]lines
	// found and hidden count the problems of each severity, up to [Max] and beyond.
	found, hidden tally
}

type tally struct{ errors, warnings int }

func (t *tally) of(s accountmap.Level) *int {
	if s == accountmap.LevelError {
		return &t.errors
	}
	return &t.warnings
}

type topic struct {
	level                      accountmap.Level
	code                       accountmap.Code
	file, sheet, kind, subject string
}

type lines struct {
	lines int
	last  *line
}

type line struct {
	accountmap.Problem
	subject string
	shape   shape
	again   int
	places  []string
	// others holds further subjects of the line, up to maxOthers.
	others []string
}

// HasErrors reports whether an error was added.
func (l *List) HasErrors() bool { return l.found.errors > 0 }

// Full reports whether further errors are only counted.
func (l *List) Full() bool { return l.found.errors == Max }

// Add adds a problem. An error has a separate line. Warnings of one file with the same detail share
// a line.
func (l *List) Add(p accountmap.Problem) {
	if p.Level == accountmap.LevelError {
		l.add(&line{Problem: p})
		return
	}
	l.Gather(p.Detail, p)
}

// AddLine adds a problem with a separate line, even if it equals another problem. It returns the
// listed problem, whose positions may be set later, or nil if it is only counted.
func (l *List) AddLine(p accountmap.Problem) *accountmap.Problem {
	added := &line{Problem: p}
	if !l.add(added) {
		return nil
	}
	return &added.Problem
}

// AddList adds the lines of another list, which is then of no use.
func (l *List) AddList(other *List) {
	l.lines = append(l.lines, other.lines...)
	l.found.errors += other.found.errors
	l.found.warnings += other.found.warnings
	l.hidden.errors += other.hidden.errors
	l.hidden.warnings += other.hidden.warnings
}

// Hide counts a problem that is not listed.
func (l *List) Hide(level accountmap.Level) { *l.hidden.of(level)++ }

func (l *List) add(p *line) bool {
	if *l.found.of(p.Level) == Max {
		l.Hide(p.Level)
		return false
	}
	*l.found.of(p.Level)++
	p.shape = shapeOf(p.Problem)
	same := l.shapes[p.shape]
	if len(l.lines) >= MaxLines && same.lines >= maxOfKind {
		same.last.repeat(p)
		return false
	}
	l.lines = append(l.lines, p)
	if l.shapes == nil {
		l.shapes = map[shape]lines{}
	}
	l.shapes[p.shape] = lines{same.lines + 1, p}
	return true
}

// Err adds an error with a separate line.
func (l *List) Err(pos accountmap.Pos, code accountmap.Code, detail, hint string) {
	l.Add(accountmap.Problem{Level: accountmap.LevelError, Code: code, Pos: pos}.Say(detail, hint))
}

// Warn adds a warning. Warnings with the same file, code and sentence share a line: the first
// warning, with the number of the others and the next places. Values are formatted as in [Say].
func (l *List) Warn(pos accountmap.Pos, code accountmap.Code, hint, sentence string, values ...any) {
	l.WarnOf("", pos, code, hint, sentence, values...)
}

// WarnOf is [List.Warn] for warnings about a subject, such as a word or a column. Each subject has
// a line. If there are many, the last line of a file covers the rest.
func (l *List) WarnOf(subject string, pos accountmap.Pos, code accountmap.Code, hint, sentence string, values ...any) {
	l.gather(topic{accountmap.LevelWarning, code, pos.File, pos.Sheet, sentence, subject}, pos, func() accountmap.Problem {
		return accountmap.Problem{Level: accountmap.LevelWarning, Code: code, Pos: pos}.Say(Say(sentence, values...), hint)
	})
}

// ErrOf is [List.WarnOf] for errors: each subject has a separate line.
func (l *List) ErrOf(subject string, pos accountmap.Pos, code accountmap.Code, hint, sentence string, values ...any) {
	l.gather(topic{accountmap.LevelError, code, pos.File, pos.Sheet, sentence, subject}, pos, func() accountmap.Problem {
		return accountmap.Problem{Level: accountmap.LevelError, Code: code, Pos: pos}.Say(Say(sentence, values...), hint)
	})
}

// Gather adds a problem to the line for its level, code, file, sheet and kind, or begins that line.
func (l *List) Gather(kind string, p accountmap.Problem) {
	l.gather(topic{p.Level, p.Code, p.Pos.File, p.Pos.Sheet, kind, ""}, p.Pos, func() accountmap.Problem { return p })
}

// gather calls problem only for the first problem of a line.
func (l *List) gather(of topic, pos accountmap.Pos, problem func() accountmap.Problem) {
	if found := l.alike[of]; found != nil {
		if pos != found.Pos || pos.Line == 0 { // a value may be read more than once
			found.count(pos, of.subject)
		}
		return
	}
	kind := of
	kind.subject = "\x00"
	all := l.kinds[kind]
	if of.level == accountmap.LevelWarning && all.lines == maxSubjects {
		all.last.count(pos, of.subject)
		return
	}
	p := &line{Problem: problem(), subject: of.subject}
	if !l.add(p) {
		return
	}
	if l.alike == nil {
		l.alike, l.kinds = map[topic]*line{}, map[topic]lines{}
	}
	l.alike[of], l.kinds[kind] = p, lines{all.lines + 1, p}
}

func (p *line) count(pos accountmap.Pos, subject string) {
	p.again++
	if subject != p.subject {
		if len(p.others) < maxOthers && !slices.Contains(p.others, Quote(subject)) {
			p.others = append(p.others, Quote(subject))
		}
		return
	}
	where := strconv.Itoa(pos.Line)
	if len(p.places) <= maxPlaces && pos.Line > 0 && !slices.Contains(p.places, where) {
		p.places = append(p.places, where)
	}
}

func (p *line) repeat(other *line) {
	p.again += 1 + other.again
	if other.Pos.File != p.Pos.File || other.Pos.Sheet != p.Pos.Sheet || other.Pos.Line == 0 {
		return
	}
	for _, where := range append([]string{strconv.Itoa(other.Pos.Line)}, other.places...) {
		if len(p.places) <= maxPlaces && !slices.Contains(p.places, where) {
			p.places = append(p.places, where)
		}
	}
}

func (p *line) problem() accountmap.Problem {
	out := p.Problem
	if p.again == 0 {
		return out.Say(out.Said())
	}
	detail, hint := out.Said()
	detail += message.Of(", here and in %d more", p.again)
	named, before := p.others, ": "
	if len(named) == 0 {
		named, before = p.places[:min(len(p.places), maxPlaces)], message.Of(": lines ")
		if len(p.places) == 1 {
			before = message.Of(": line ")
		}
	}
	if len(named) == 0 {
		return out.Say(detail, hint)
	}
	if len(p.places) > len(named) || p.again > len(named) {
		named = append(slices.Clip(named), "…")
	}
	return out.Say(detail+before+strings.Join(named, ", "), hint)
}

// All returns the problems in the order of files and places, without duplicates. The last one
// counts the problems beyond [Max], if any.
func (l *List) All() accountmap.Problems {
	var all accountmap.Problems
	for _, p := range l.short() {
		all = append(all, p.problem())
	}
	all.Sort()
	all = slices.Compact(all)
	hidden := l.hidden.errors + l.hidden.warnings
	if hidden == 0 {
		return all
	}
	last := accountmap.Problem{Level: accountmap.LevelWarning, Code: accountmap.ErrTooLarge}.Say(
		message.Of("problems that are not listed: %d", hidden), message.Of("correct these and read the files again"))
	if len(all) > 0 {
		last.Pos = all[len(all)-1].Pos
	}
	if l.hidden.errors > 0 {
		last.Level = accountmap.LevelError
	}
	return append(all, last)
}

// short returns at most MaxLines lines. Lines with one sentence are joined. If there are more, lines
// of the same shape are joined. If that is not enough, lines of the same code and file are joined,
// and finally lines of the same code.
func (l *List) short() []*line {
	all := slices.Clone(l.lines)
	slices.SortStableFunc(all, func(a, b *line) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Sheet, b.Pos.Sheet), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	all = gathered(all)
	if l.found.errors+l.found.warnings <= MaxLines {
		return all
	}
	for _, coarse := range []func(shape) shape{
		func(s shape) shape { return s },
		func(s shape) shape { return shape{level: s.level, code: s.code, file: s.file, sheet: s.sheet} },
		func(s shape) shape { return shape{level: s.level, code: s.code} },
	} {
		if all = joined(all, coarse); len(all) <= MaxLines {
			break
		}
	}
	return all
}

// gathered joins the warnings of a file with the same sentence, and the references to the same
// missing entry. The places of other errors are all listed, since each needs a correction of its
// own.
func gathered(all []*line) []*line {
	first, last := map[topic]*line{}, map[topic]accountmap.Problem{}
	var kept []*line
	for _, p := range all {
		of := topic{p.Level, p.Code, p.Pos.File, p.Pos.Sheet, p.Detail, ""}
		alike := p.Level == accountmap.LevelWarning || p.Code == accountmap.ErrUnknownReference
		switch same := first[of]; {
		case same == nil || !alike:
			own := p.clone()
			first[of] = own
			kept = append(kept, own)
		case last[of] != p.Problem:
			same.repeat(p)
		}
		last[of] = p.Problem
	}
	return kept
}

func (p *line) clone() *line {
	own := *p
	own.places, own.others = slices.Clone(p.places), slices.Clone(p.others)
	return &own
}

// joined joins lines of the same shape. Up to maxOfKind lines of a shape are kept, fewer if there
// are many shapes. The last of them counts the others.
func joined(all []*line, coarse func(shape) shape) []*line {
	shapes := map[shape]lines{}
	for _, p := range all {
		shapes[coarse(p.shape)] = lines{}
	}
	most := max(1, min(maxOfKind, MaxLines/len(shapes)))
	var kept []*line
	for _, p := range all {
		of := coarse(p.shape)
		same := shapes[of]
		if same.lines == most {
			same.last.repeat(p)
			continue
		}
		own := p.clone()
		kept = append(kept, own)
		shapes[of] = lines{same.lines + 1, own}
	}
	return kept
}

// Say returns the message of a sentence, as [message.Of] does, with long strings shortened. Use %q
// for the text of a user, and [Text] for a value that is a message.
func Say(sentence string, values ...any) string {
	short := slices.Clone(values)
	for i, v := range short {
		if text, ok := v.(string); ok {
			short[i] = quote.Cut(text)
		}
	}
	return message.Of(sentence, short...)
}

// Quote quotes a text for a message, shortened if it is long.
func Quote(text string) string { return quote.Text(text) }

// Text is a string that [Say] does not shorten.
type Text string

// QuoteSome quotes the first texts of a list, and appends the number of the others.
func QuoteSome(texts []string, most int) Text {
	var quoted []string
	for _, text := range texts[:min(most, len(texts))] {
		quoted = append(quoted, Quote(text))
	}
	if more := len(texts) - most; more > 0 {
		quoted = append(quoted, message.Of("and %d more", more))
	}
	return Text(strings.Join(quoted, ", "))
}

// Explain returns the detail and the hint of an error, which may be an [accountmap.ValueError], as
// messages.
func Explain(err error) (detail, hint string) {
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok {
		return e.Said()
	}
	return err.Error(), ""
}
