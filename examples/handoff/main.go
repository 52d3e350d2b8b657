// Handoff makes the pack of one account from one account file: the account map, the coverage
// workbook, the handoff and the calendar.
//
//	go run ./examples/handoff                          the sample account, into handoff-out
//	go run ./examples/handoff -new acme                a new account, to be filled in
//	go run ./examples/handoff -in account.yaml -out dir -as-of 2026-11-01 -lang el
//	go run ./examples/handoff -in coverage.xlsx -base account.yaml -save account.yaml
//	go run ./examples/handoff -in their-people.xlsx -save account.yaml
//	go run ./examples/handoff -in account.yaml -meeting ana
//	go run ./examples/handoff -in account.yaml -since last-month.yaml -audience client
//
// It checks the file first. Every problem is printed to standard error, one per line. If one of
// them is an error, nothing is written and the exit status is 1. Gaps of the handoff are printed,
// too. The pack is written in spite of them, but with -strict the status is 1.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/examples/internal/commandline"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/render"
)

func main() { commandline.Main(run) }

// run does the work of main with explicit input and output. It returns the exit status: 0 for
// success, 1 for a bad account or a failure, 2 for a bad command line.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	choices, err := parse(args, stderr)
	if err != nil {
		return commandline.Status(err)
	}
	if choices.begin != "" {
		if err := begin(ctx, choices.begin, choices.Terms, stdout); err != nil {
			choices.sayWhy(stderr, err)
			return 1
		}
		return 0
	}
	if choices.meeting == "" {
		pack.LoadEngine()
	}
	account, problems := choices.account()
	if len(choices.understood) > 0 {
		fmt.Fprintln(stdout, choices.Terms.Sentence(accountmap.Sentence(message.Of("understood:"))))
		for _, s := range choices.understood {
			fmt.Fprintln(stdout, " ", choices.Terms.Sentence(s))
		}
	}
	fmt.Fprint(stderr, choices.Terms.Report(problems))
	choices.explainFlags(problems, stderr)
	if choices.since != "" {
		before, wrong := read(choices.since)
		fmt.Fprint(stderr, choices.Terms.Report(wrong))
		problems = append(problems, wrong...)
		choices.before = before
	}
	if problems.HasErrors() {
		return 1
	}
	commandline.HasRead()
	if _, err := os.Stat(choices.save); choices.understood != nil && choices.save != "" && err == nil {
		choices.say(stderr, message.Of("tables of your own make a new account, which would replace all of %s: give -save a new name, or move the old file away", choices.save))
		return 1
	}
	if err := choices.checkReplaced(account); err != nil {
		choices.sayWhy(stderr, err)
		return 1
	}
	doubtful := choices.warnOfSince(account, stderr)
	lacking, err := handOff(ctx, account, choices, stdout, stderr)
	if errors.Is(err, context.Canceled) {
		choices.say(stderr, message.Of("stopped; nothing was written"))
		return 1
	}
	if err != nil {
		choices.sayWhy(stderr, err)
		return 1
	}
	if choices.save != "" {
		if err := codec.UpdateFile(choices.save, account); err != nil {
			choices.sayWhy(stderr, err)
			return 1
		}
	}
	if why := strictly(problems, doubtful, lacking); choices.strict && why != "" {
		choices.say(stderr, message.Of("status 1, as -strict asks: %s", why))
		return 1
	}
	return 0
}

// strictly returns the reasons why -strict fails: the warnings by kind, and the gaps of the
// handoff. Empty means that there are none.
func strictly(problems accountmap.Problems, doubtful bool, lacking int) string {
	count := map[accountmap.Code]int{}
	for _, p := range problems {
		count[p.Code]++
	}
	var parts []string
	for _, code := range slices.Sorted(maps.Keys(count)) {
		parts = append(parts, fmt.Sprintf("%d × %s", count[code], code))
	}
	if doubtful {
		parts = append(parts, message.Of("the account of -since"))
	}
	if lacking > 0 {
		parts = append(parts, message.Of("%d × not ready", lacking))
	}
	return strings.Join(parts, ", ")
}

// handOff writes the pack, and returns the number of gaps of the handoff.
func handOff(ctx context.Context, account *accountmap.Account, c *choices, stdout, stderr io.Writer) (lacking int, err error) {
	m, err := accountmap.New(account)
	if err != nil {
		return 0, err
	}
	if c.meeting != "" {
		return 0, meet(ctx, m, c, stdout)
	}
	if err := c.printChanges(m, stdout); err != nil {
		return 0, err
	}
	if m, err = c.inScope(m); err != nil {
		return 0, err
	}
	missing := insight.Of(m, c.AsOf).Ready().Missing()
	for _, f := range missing {
		fmt.Fprintf(stderr, "handoff: %s (%d/%d)\n", c.Terms.Text(terms.NewsNotReady, c.Terms.Gap(f.Check)), f.Part, f.Whole)
	}
	m = m.Select(accountmap.Scope{Audience: c.audience})
	made, err := pack.Make(ctx, m, c.Options)
	if err != nil {
		return 0, err
	}
	if err := made.Write(c.out); err != nil {
		return 0, err
	}
	for _, m := range made.Missing {
		if m.Script == "Common" {
			c.say(stderr, message.Of("warning: map.png and the PDFs cannot show some emoji or symbols of %s: add -font FILE, with a font file that has them", quoted(m.In)))
		} else {
			c.say(stderr, message.Of("warning: map.png and the PDFs cannot show some %s letters of %s: add -font FILE, with a font file that has them", m.Script, quoted(m.In)))
		}
	}
	switch large := made.TooLarge; {
	case large == nil:
	case large.TooDeep != "":
		c.say(stderr, message.Of("no map: units are nested too deep to be drawn: %s is inside more than 500 others; the workbook and the handoff have them all; give it a parent higher up, or name other units with -units",
			quoted([]string{large.TooDeep})))
	case large.Divided:
		c.say(stderr, message.Of("no map: %d people, %d lines and %d units are too many even for pages; the workbook and the handoff have them all; %s", large.Cards, large.Lines, large.Boxes, smaller(large)))
	default:
		c.say(stderr, message.Of("the map is on pages, in %s: %d people, %d lines and %d units are too many for one picture; -units names those to draw",
			strings.Join(made.Maps(), ", "), large.Cards, large.Lines, large.Boxes))
	}
	if !slices.ContainsFunc(made.Files, func(f pack.File) bool { return f.Name == pack.Calendar }) {
		c.say(stderr, message.Of("no calendar: the account says no day (asOf); -as-of gives it one"))
	}
	for _, name := range []string{meetingPage, meetingPrint} {
		if earlier := filepath.Join(c.out, name); isFile(earlier) {
			c.say(stderr, message.Of("%s is of an earlier run, perhaps of another account: delete it, if it is", earlier))
		}
	}
	return len(missing), pack.Report(stdout, c.out, made.Files, c.Terms)
}

// smaller says how to draw a part of an account that is too large for pages.
func smaller(large *render.TooLargeError) string {
	if len(large.Largest) == 0 || large.Largest[0].Cards == large.Cards {
		return message.Of("move the people of a large unit into units of its own, and name those to draw with -units")
	}
	first := large.Largest[0]
	return message.Of("-units names a part to draw, such as -units %q (people: %d)", cmp.Or(first.ID, first.Label), first.Cards)
}

// inScope returns the part of the account for the pack, and selects the same part of the account of
// -since. The error reports a part that is too large, before any work.
func (c *choices) inScope(m *accountmap.Map) (*accountmap.Map, error) {
	var scope accountmap.Scope
	var err error
	if c.units != "" {
		if scope.Units, err = unitsNamed(m, c.units); err != nil {
			return nil, err
		}
		m = m.Select(scope)
	}
	if err := workbook.CheckSize(m); err != nil {
		for u := range m.Matrix().Units() {
			return nil, accountmap.Sentence(message.Of("%s: name the units in question, such as -units %q; separate several with commas", sentence(err), u.ID))
		}
	}
	if c.before != nil {
		if c.Since, err = accountmap.New(c.before); err != nil {
			return nil, err
		}
		c.Since = c.Since.Select(scope)
	}
	return m, nil
}

// quoted lists the first texts in quotes, and counts the others.
func quoted(texts []string) string {
	const most = 5
	var all []string
	for _, t := range texts[:min(most, len(texts))] {
		const long = 60
		if letters := []rune(t); len(letters) > long {
			t = string(letters[:long]) + "…"
		}
		all = append(all, strconv.Quote(t))
	}
	if more := len(texts) - most; more > 0 {
		all = append(all, message.Of("and %d more", more))
	}
	return strings.Join(all, ", ")
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}
