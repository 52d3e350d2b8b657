package sheet

import (
	"strconv"
	"strings"
)

const maxName = 31

// SheetNames gives the names that the sheets get in the file, in order; a formula that looks into another sheet needs
// them. A name that is allowed and not taken stays as it is. Otherwise, so that the same names always become the same:
// : \ / ? * [ and ] become hyphens, apostrophes become ’, control characters and runs of spaces one space; nothing left
// becomes "Sheet"; "History", which Excel keeps for itself, gets an underscore; what is longer than 31 UTF-16 units is
// cut; and a name taken already, ignoring case, gets " (2)" and so on.
func (wb *Workbook) SheetNames() []string {
	names := make([]string, len(wb.Sheets))
	taken := make(map[string]bool, len(wb.Sheets))
	for i, s := range wb.Sheets {
		base := ""
		if s != nil {
			base = s.Name
		}
		base = legalName(base)
		name := base
		for n := 2; taken[foldCase(name)]; n++ {
			tail := " (" + strconv.Itoa(n) + ")"
			name = strings.TrimRight(cutUnits(base, maxName-len(tail)), " ") + tail
		}
		taken[foldCase(name)] = true
		names[i] = name
	}
	return names
}

func legalName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`:\/?*[]`, r):
			return '-'
		case r == '\'':
			return '’'
		case r < ' ' || r == 0x7f:
			return ' '
		}
		return r
	}, name)
	name = strings.Join(strings.Fields(cleanText(name)), " ")
	name = strings.TrimRight(cutUnits(name, maxName), " ")
	switch {
	case name == "":
		return "Sheet"
	case foldCase(name) == "history":
		return name + "_"
	}
	return name
}

// foldCase maps texts that differ in case only to one.
func foldCase(s string) string { return strings.ToLower(strings.ToUpper(s)) }
