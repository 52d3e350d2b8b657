package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/examples/internal/pack"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
)

// The files of a sheet for a talk.
const (
	meetingPage  = "meeting.html"
	meetingPrint = "meeting.pdf"
)

// meet writes the sheet for a talk, and nothing else.
func meet(m *accountmap.Map, c *choices, stdout io.Writer) error {
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
	if err := printer.HTML(&page, sheet, nil); err != nil {
		return err
	}
	if err := printer.PDF(&print, sheet, nil); err != nil {
		return err
	}
	files := []pack.File{{Name: meetingPage, Data: page.Bytes()}, {Name: meetingPrint, Data: print.Bytes()}}
	if err := pack.Write(c.out, files); err != nil {
		return err
	}
	return pack.Report(stdout, c.out, files)
}

// contactsNamed finds contacts by their ids, or by the beginning of a word of the id or name that only
// one of them has. Several are parted by commas.
func contactsNamed(m *accountmap.Map, names string) ([]accountmap.ContactID, error) {
	var ids []accountmap.ContactID
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		if c, ok := m.Contact(accountmap.ContactID(name)); ok {
			ids = append(ids, c.ID)
			continue
		}
		var alike, all []string
		for c := range m.Contacts() {
			all = append(all, string(c.ID))
			if name != "" && beginsWord(string(c.ID)+" "+c.Name, name) {
				alike = append(alike, string(c.ID))
			}
		}
		switch len(alike) {
		case 1:
			ids = append(ids, accountmap.ContactID(alike[0]))
		case 0:
			return nil, fmt.Errorf("-meeting: no contact %q: the ids are %s", name, strings.Join(all, ", "))
		default:
			return nil, fmt.Errorf("-meeting: several contacts are like %q: write one of the ids %s", name, strings.Join(alike, ", "))
		}
	}
	return ids, nil
}

// beginsWord reports whether a word of a text, and what follows it, begins with a part, in any case.
func beginsWord(text, part string) bool {
	text, part = strings.ToLower(text), strings.ToLower(part)
	for i := range text {
		if strings.HasPrefix(text[i:], part) && (i == 0 || strings.IndexByte(" -_.", text[i-1]) >= 0) {
			return true
		}
	}
	return false
}
