package crm

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

func (s *sheet) has(fields ...field) bool {
	return slices.ContainsFunc(fields, func(f field) bool { return len(s.byField[f]) > 0 })
}

func (im *importer) reportMissing(sheets []*sheet) {
	linesValued := slices.ContainsFunc(sheets, func(s *sheet) bool { return s.table == linesTable && s.has(fieldTotal, fieldPrice) })
	for _, s := range sheets {
		if s.table != dealsTable || len(s.records) == 0 {
			continue
		}
		if !s.has(fieldStage) && !im.completed(s, fieldStage, fieldState) {
			im.reportNoStage(s)
		}
		if amounts := []field{fieldAmount, fieldActual, fieldTotal, fieldPrice}; !s.has(amounts...) && !linesValued && !im.completed(s, amounts...) {
			im.noColumn(s, fieldAmount, message.Of("and no sum includes them"), amountsIn(s))
		}
	}
}

// completed reports whether another file has one of the fields for every deal of a file.
func (im *importer) completed(s *sheet, fields ...field) bool {
	ids := map[string]bool{}
	for _, r := range im.records[dealsTable] {
		if r.sheet != s && slices.ContainsFunc(fields, func(f field) bool { return r.get(f).text != "" }) {
			ids[im.system.id(r.get(fieldID).text)] = true
		}
	}
	return !slices.ContainsFunc(s.records, func(r *record) bool {
		own := im.system.id(r.get(fieldID).text)
		return own == "" || !ids[own]
	})
}

// reportNoStage reports a file of deals without a stage. A column with the state of each deal, as
// in Dynamics, is enough, unless a column of another name has stages.
func (im *importer) reportNoStage(s *sheet) {
	known := im.stagesIn(s)
	switch {
	case s.has(fieldState) && len(known) == 0:
	case len(known) == 0:
		im.noColumn(s, fieldStage, withoutStage(s), worded(s))
	default:
		im.noColumn(s, fieldStage, withoutStage(s), known)
	}
}

// withoutStage describes the treatment of deals whose file has no stage.
func withoutStage(s *sheet) string {
	if s.has(fieldOutcome, fieldState, fieldWon, fieldClosed) {
		return message.Of("and an open one is not known to be proposed")
	}
	return message.Of("and none of them is in the coverage")
}

func (im *importer) noColumn(s *sheet, f field, follows string, candidates []string) {
	hint := message.Of(`export it, or say in the mapping which column of "deals" is the %s`, f)
	if len(candidates) > 0 {
		const most = 5
		hint += message.Of("; it may be %s: %s", strings.Join(candidates[:min(most, len(candidates))], message.Of(" or ")), `{"columns": {"deals": {"`+string(f)+`": [`+candidates[0]+"]}}}")
	}
	im.Warn(s.headings[0].pos, ErrNoColumn, hint, "no column is known to have the %s of the deals, %s", string(f), problems.Text(follows))
}

// stagesIn returns the columns without a meaning that contain a known stage.
func (im *importer) stagesIn(s *sheet) []string {
	return s.unknownColumns(func(values []string) bool {
		return slices.ContainsFunc(values, func(v string) bool { _, known := im.system.translate(fieldStage, v); return known })
	})
}

func worded(s *sheet) []string {
	return s.unknownColumns(func(values []string) bool {
		return !slices.ContainsFunc(values, func(v string) bool { return strings.IndexFunc(v, unicode.IsLetter) < 0 })
	})
}

func amountsIn(s *sheet) []string {
	return s.unknownColumns(func(texts []string) bool {
		var spelling values.Spelling
		for _, v := range texts {
			spelling.SeeNumber(v)
		}
		return !slices.ContainsFunc(texts, func(v string) bool { _, _, err := spelling.Money(v, accountmap.Currency("")); return err != nil })
	})
}

// unknownColumns returns the columns with values but no meaning, if the first values satisfy fit.
func (s *sheet) unknownColumns(fit func(values []string) bool) []string {
	var names []string
	for i, c := range s.columns {
		if values := s.strange[i]; c.field == noField && len(values) > 0 && fit(values) {
			names = append(names, problems.Quote(s.headings[i].text))
		}
	}
	return names
}

// keepStrange keeps the first values of a column without a meaning, as a sample.
func (s *sheet) keepStrange(column int, text string) {
	const most, longest = 20, 80
	if s.columns[column].field == noField && len(s.strange[column]) < most && len(text) <= longest {
		s.strange[column] = append(s.strange[column], strings.Clone(text))
	}
}

// oneText lists the fields that hold one text in an account and may have several columns with
// different values, such as billing and shipping city. References and words are not among them:
// their columns repeat one value as id, name or code.
func oneText() []field {
	return []field{fieldName, fieldFirst, fieldLast, fieldTitle, fieldIndustry, fieldSegment, fieldTier, fieldCountry, fieldRegion, fieldCity, fieldAddress, fieldPostal, fieldEmail,
		fieldReason, fieldCompetitor, fieldFamily}
}

func (s *sheet) reportUnread(rec *record, r *problems.List) {
	for _, f := range s.ambiguous {
		first := rec.get(f)
		for _, c := range rec.all(f) {
			if key(c.text) == key(first.text) || isCode(c.text) {
				continue
			}
			r.WarnOf(c.heading, rec.pos(c), ErrLeftOut, whichIsMeant(), "the column %q differs from %q, and is ignored where it does", c.heading, first.heading)
		}
	}
}

func whichIsMeant() string {
	return message.Of("say in the mapping which of the two is meant, or that this one is to be ignored")
}

// isCode reports a code for the words of another column.
func isCode(text string) bool {
	return strings.Trim(text, "0123456789") == "" || isSalesforceID(text) || isGUID(text)
}

func (im *importer) reportFurther(r *record, unit int) {
	for _, named := range r.all(fieldAccount) {
		for _, reference := range im.system.references(named.text) {
			i, found := im.clients.find(im.system, reference)
			switch {
			case !found && !isCode(reference) && len(im.clients.lookup(im.system, reference)) == 0:
				im.WarnOf(named.heading, r.pos(named), ErrLeftOut, whichIsMeant(), "the row also belongs to %q, which is not among the accounts: %q is used", reference, im.clients.units[unit].name)
			case found && i != unit && im.clients.units[i].within:
				im.Warn(r.pos(named), ErrLeftOut, message.Of("no action needed unless another is the primary one"), "the row also belongs to %q: %q is used", im.clients.units[i].name, im.clients.units[unit].name)
			}
		}
	}
}

// reportOther reports the columns of a reference that name another entry than the first does.
func (im *importer) reportOther(r *record, f field, x *index, first int, name string) {
	for _, c := range r.all(f) {
		reference := im.system.references(c.text)[0]
		if all := x.lookup(im.system, reference); !slices.Contains(all, first) && (len(all) > 0 || !isCode(reference)) {
			im.WarnOf(c.heading, r.pos(c), ErrLeftOut, whichIsMeant(), "%s: %q differs from %q, which counts, and is ignored", c.heading, c.text, name)
		}
	}
}

func (im *importer) reportUnitOnly(r *record, f field) {
	if c := r.get(f); c.text != "" {
		im.WarnOf(c.heading, r.pos(c), ErrLeftOut, message.Of("no action needed, or say in the mapping that the column is the segment"), "%s of a unit is ignored, since units have none: %q", c.heading, c.text)
	}
}

// reportUnneeded reports unreadable values that another value makes unnecessary. The amount of a
// deal is unnecessary if its lines have amounts, and the price of a line if it has a total. The
// expected day of a closed deal is unnecessary, and so is the kind of a deal that does not
// determine its cell.
func (im *importer) reportUnneeded() {
	for _, d := range im.deals {
		if d.membership != withinClient {
			continue
		}
		currency := cmp.Or(im.currencyOf(d.rec), im.account.Currency)
		im.readValues(d.rec, currency)
		im.words(d.rec, fieldKind)
		for _, r := range d.lines {
			if r != d.rec {
				im.readValues(r, cmp.Or(im.currencyOf(r), currency))
			}
		}
	}
	for _, p := range im.people.all {
		if p.at >= 0 {
			im.readValues(p.rec, "")
			im.yes(p.rec, fieldAssistant)
			im.reportPlace(p)
		}
	}
	for _, i := range im.clients.order {
		if r := im.clients.units[i].rec; r != nil {
			if c := im.currencyOf(r); c != "" && c != im.account.Currency {
				im.WarnOf(string(c), r.pos(r.get(fieldCurrency)), ErrLeftOut, message.Of("no action needed unless it should be the currency of the account"), "%q has the currency %s, which is ignored: the account is in %s",
					im.clients.units[i].name, problems.Text(c), problems.Text(im.account.Currency))
			}
		}
	}
}

// reportPlace reports a contact at another place than its unit, as a contact has no place.
func (im *importer) reportPlace(p *person) {
	var unit accountmap.Unit
	if p.unit >= 0 {
		unit = im.account.Units[im.clients.units[p.unit].place]
	}
	for _, f := range []field{fieldCountry, fieldRegion, fieldCity, fieldAddress, fieldPostal} {
		c := p.rec.get(f)
		of := map[field]string{fieldCountry: unit.Country, fieldRegion: unit.Region, fieldCity: unit.City, fieldAddress: unit.Address, fieldPostal: unit.Address}[f]
		if !strings.Contains(key(of), key(c.text)) {
			im.WarnOf(c.heading, p.rec.pos(c), ErrLeftOut, message.Of("no action needed, or say in the mapping that the column is a note"), "%s: %q is not the place of the unit of %q, and is ignored", c.heading, c.text, p.name)
		}
	}
}

// readValues reads every number and day of a row. It reports values that are unreadable, or that
// differ from an earlier column with the same meaning.
func (im *importer) readValues(r *record, currency accountmap.Currency) {
	for _, c := range r.said() {
		f := c.field
		if !f.isDate() && !f.isNumber() {
			continue
		}
		value, err := c.value(currency)
		im.reportValue(r, c, err)
		first := r.get(f)
		if before, firstErr := first.value(currency); err == nil && firstErr == nil && value != before {
			im.WarnOf(c.heading, r.pos(c), ErrLeftOut, whichIsMeant(), "the column %q differs from %q, and is ignored where it does", c.heading, first.heading)
		}
	}
}

// value reads a number, an amount or a day in a comparable form.
func (c cell) value(currency accountmap.Currency) (value any, err error) {
	switch {
	case c.field.isDate():
		if d, ok := values.SerialDay(c.text); ok {
			return d, nil
		}
		return c.spelling().Date(c.text)
	case c.field.isCount():
		return c.spelling().Number(c.text)
	}
	m, _, err := c.spelling().Money(c.text, currency)
	m.Currency = cmp.Or(m.Currency, currency)
	return m, err
}

// isPast reports whether a role has ended, and adds a problem if it has.
func (im *importer) isPast(r *record) bool {
	active, said := im.yes(r, fieldActive)
	if said && !active {
		im.Warn(r.pos(r.get(fieldActive)), ErrLeftOut, message.Of("nothing to do"), "the role of %q is over, and is ignored", r.get(fieldContact).text)
	}
	return said && !active
}

// furtherPhones returns the telephone numbers of a contact after the first, each with the name of
// its column.
func furtherPhones(r *record) []string {
	var lines []string
	all := r.all(fieldPhone)
	for i, c := range all {
		if i > 0 && key(c.text) != key(all[0].text) {
			lines = append(lines, c.called+": "+c.text)
		}
	}
	return lines
}

// reportZero reports a zero, which is read as unknown.
func (im *importer) reportZero(r *record, c cell) {
	if c.isZero() && !im.wasReported(r.pos(c), c.text) {
		im.WarnOf(c.heading, r.pos(c), accountmap.ErrOutOfRange, report.ZeroHint(), "%s: %q is read as unknown", c.heading, c.text)
	}
}
