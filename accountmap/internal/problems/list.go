// Package problems gathers the problems of an import: so many that a reader can take them in, and the same in many rows once.
package problems

import (
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// most is how many errors are listed, and how many warnings; more are counted.
const most = 1000

// List gathers problems. The zero List is empty.
type List struct {
	found  accountmap.Problems
	counts map[topic]*count
	// listed and hidden count the problems of each severity, those up to [most] and those beyond.
	listed, hidden tally
}

type tally struct{ errors, warnings int }

func (t *tally) of(s accountmap.Severity) *int {
	if s == accountmap.SeverityError {
		return &t.errors
	}
	return &t.warnings
}

// count is how often a problem that is listed once was found.
type count struct {
	at    int // in found
	times int
}

// HasErrors reports whether an error was added.
func (l *List) HasErrors() bool { return l.listed.errors > 0 }

// Add adds a problem.
func (l *List) Add(p accountmap.Problem) {
	if *l.listed.of(p.Severity) == most {
		*l.hidden.of(p.Severity)++
		return
	}
	*l.listed.of(p.Severity)++
	l.found = append(l.found, p)
}

// Err adds an error.
func (l *List) Err(pos accountmap.Pos, code accountmap.Code, detail, hint string) {
	l.Add(accountmap.Problem{Severity: accountmap.SeverityError, Code: code, Pos: pos, Detail: detail, Hint: hint})
}

// Warn adds a warning.
func (l *List) Warn(pos accountmap.Pos, code accountmap.Code, detail, hint string) {
	l.Add(accountmap.Problem{Severity: accountmap.SeverityWarning, Code: code, Pos: pos, Detail: detail, Hint: hint})
}

// topic is what problems that are listed once have in common.
type topic struct {
	code          accountmap.Code
	file, subject string
}

// Again counts what [List.Once] has warned of before, and reports false when it has not.
func (l *List) Again(subject, file string, code accountmap.Code) bool {
	c := l.counts[topic{code, file, subject}]
	if c != nil {
		c.times++
	}
	return c != nil
}

// Once warns of what may be found in many rows of a file: the first of those whose subject is the same is listed, with their number.
func (l *List) Once(subject string, pos accountmap.Pos, code accountmap.Code, detail, hint string) {
	l.once(subject, accountmap.Problem{Severity: accountmap.SeverityWarning, Code: code, Pos: pos, Detail: detail, Hint: hint})
}

// OnceErr is [List.Once] for an error.
func (l *List) OnceErr(subject string, pos accountmap.Pos, code accountmap.Code, detail, hint string) {
	l.once(subject, accountmap.Problem{Severity: accountmap.SeverityError, Code: code, Pos: pos, Detail: detail, Hint: hint})
}

func (l *List) once(subject string, p accountmap.Problem) {
	if l.Again(subject, p.Pos.File, p.Code) {
		return
	}
	if l.counts == nil {
		l.counts = map[topic]*count{}
	}
	if *l.listed.of(p.Severity) < most {
		l.counts[topic{p.Code, p.Pos.File, subject}] = &count{len(l.found), 1}
	}
	l.Add(p)
}

// All returns what was found in the order of files and places.
func (l *List) All() accountmap.Problems {
	for _, c := range l.counts {
		if c.times > 1 {
			l.found[c.at].Detail += fmt.Sprintf(", here and in %d more", c.times-1)
			c.times = 1
		}
	}
	l.found.Sort()
	hidden := l.hidden.errors + l.hidden.warnings
	if hidden == 0 {
		return l.found
	}
	last := accountmap.Problem{Severity: accountmap.SeverityWarning, Code: accountmap.ErrTooLarge, Pos: l.found[len(l.found)-1].Pos,
		Detail: fmt.Sprintf("%d more problems are not listed", hidden), Hint: "mend these and import again"}
	if l.hidden.errors > 0 {
		last.Severity = accountmap.SeverityError
	}
	return append(slices.Clip(l.found), last)
}

// Say fills values into a sentence as [fmt.Sprintf] does, long texts cut short, so that one bad value cannot fill the screen. A text of the
// user's wants %q.
func Say(sentence string, values ...any) string {
	for i, v := range values {
		if text, ok := v.(string); ok {
			values[i] = cut(text)
		}
	}
	return fmt.Sprintf(sentence, values...)
}

// Quote returns a text in quotes for a message, cut short.
func Quote(text string) string { return fmt.Sprintf("%q", cut(text)) }

func cut(text string) string {
	const longest = 80
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}
