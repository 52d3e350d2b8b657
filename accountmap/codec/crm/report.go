package crm

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// maxProblems is how many problems are listed; more are counted.
const maxProblems = 1000

// report gathers problems.
type report struct {
	found  accountmap.Problems
	counts map[string]*count
	// hidden counts the problems beyond [maxProblems].
	hidden       int
	hiddenErrors bool
}

// count is how often a problem that is listed once was found.
type count struct {
	at    int // in found
	times int
}

func (r *report) add(p accountmap.Problem) {
	if len(r.found) >= maxProblems {
		r.hidden++
		r.hiddenErrors = r.hiddenErrors || p.Severity == accountmap.SeverityError
		return
	}
	r.found = append(r.found, p)
}

func (r *report) err(pos accountmap.Pos, code accountmap.Code, detail, hint string) {
	r.add(accountmap.Problem{Severity: accountmap.SeverityError, Code: code, Pos: pos, Detail: detail, Hint: hint})
}

func (r *report) warn(pos accountmap.Pos, code accountmap.Code, detail, hint string) {
	r.add(accountmap.Problem{Severity: accountmap.SeverityWarning, Code: code, Pos: pos, Detail: detail, Hint: hint})
}

// once warns of what may be found in many rows of a file: the first of those whose subject is the same is listed, with their number.
func (r *report) once(subject string, pos accountmap.Pos, code accountmap.Code, detail, hint string) {
	k := strings.Join([]string{string(code), pos.File, subject}, "\x00")
	if c := r.counts[k]; c != nil {
		c.times++
		return
	}
	if r.counts == nil {
		r.counts = map[string]*count{}
	}
	if len(r.found) < maxProblems {
		r.counts[k] = &count{len(r.found), 1}
	}
	r.warn(pos, code, detail, hint)
}

// problems returns what was found in the order of files and places.
func (r *report) problems() accountmap.Problems {
	for _, c := range r.counts {
		if c.times > 1 {
			r.found[c.at].Detail += fmt.Sprintf(", here and in %d more", c.times-1)
			c.times = 1
		}
	}
	r.found.Sort()
	if r.hidden == 0 {
		return r.found
	}
	last := accountmap.Problem{Severity: accountmap.SeverityWarning, Code: accountmap.ErrTooLarge, Pos: r.found[len(r.found)-1].Pos,
		Detail: fmt.Sprintf("%d more problems are not listed", r.hidden), Hint: "mend these and import again"}
	if r.hiddenErrors {
		last.Severity = accountmap.SeverityError
	}
	return append(r.found, last)
}

// quote returns a text in quotes for a message, cut short.
func quote(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return fmt.Sprintf("%q", text)
}
