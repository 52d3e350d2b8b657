package main

import (
	"bytes"
	"context"
	"io"
	"iter"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/internal/message"
)

// The files of a meeting sheet.
const (
	meetingPage  = "meeting.html"
	meetingPrint = "meeting.pdf"
)

func meet(ctx context.Context, m *accountmap.Map, c *choices, stdout io.Writer) error {
	ids, err := contactsNamed(m, c.meeting)
	if err != nil {
		return err
	}
	sheet, err := handoff.Meeting(m, ids, c.AsOf, c.Terms)
	if err != nil {
		return err
	}
	sheet.Accent, sheet.Logo = c.Accent, c.Logo
	var page, print bytes.Buffer
	if err := printer.HTML(ctx, &page, sheet, nil); err != nil {
		return err
	}
	if err := printer.PDF(ctx, &print, sheet, &printer.Options{Fallback: c.Font}); err != nil {
		return err
	}
	files := []pack.File{{Name: meetingPage, Data: page.Bytes()}, {Name: meetingPrint, Data: print.Bytes()}}
	if err := pack.Write(c.out, files); err != nil {
		return err
	}
	return pack.Report(stdout, c.out, files, c.Terms)
}

func contactsNamed(m *accountmap.Map, names string) ([]accountmap.ContactID, error) {
	return idsNamed("-meeting", "contact", names, func(yield func(accountmap.ContactID, string) bool) {
		for c := range m.Contacts() {
			if !yield(c.ID, c.Name) {
				return
			}
		}
	})
}

func unitsNamed(m *accountmap.Map, names string) ([]accountmap.UnitID, error) {
	return idsNamed("-units", "unit", names, func(yield func(accountmap.UnitID, string) bool) {
		for u := range m.Units() {
			if !yield(u.ID, u.Name) {
				return
			}
		}
	})
}

// idsNamed finds entries of a list by id, or by a unique beginning of a word of the id or the name.
// Several names are separated by commas.
func idsNamed[K ~string](flag, thing, names string, entries iter.Seq2[K, string]) ([]K, error) {
	var ids []K
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		var exact, alike, all []string
		for id, called := range entries {
			all = append(all, string(id))
			if string(id) == name {
				exact = append(exact, name)
			}
			if name != "" && beginsWord(string(id)+" "+called, name) {
				alike = append(alike, string(id))
			}
		}
		if len(exact) == 0 {
			exact = alike
		}
		switch len(exact) {
		case 1:
			ids = append(ids, K(exact[0]))
		case 0:
			return nil, accountmap.Sentence(message.Of("%s: no %s has the id or name %q; the ids are %s", flag, message.Word(thing), name, few(all)))
		default:
			return nil, accountmap.Sentence(message.Of("%s: several %s are like %q: write one of the ids %s", flag, message.Word(thing+"s"), name, few(exact)))
		}
	}
	return ids, nil
}

// few lists the first ids, and counts the others.
func few(ids []string) string {
	const most = 50
	if more := len(ids) - most; more > 0 {
		ids = append(ids[:most:most], message.Of("and %d more", more))
	}
	return strings.Join(ids, ", ")
}

// beginsWord reports whether a word of a text begins with part, ignoring case.
func beginsWord(text, part string) bool {
	text, part = strings.ToLower(text), strings.ToLower(part)
	for i := range text {
		if strings.HasPrefix(text[i:], part) && (i == 0 || strings.IndexByte(" -_.", text[i-1]) >= 0) {
			return true
		}
	}
	return false
}
