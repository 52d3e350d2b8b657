package crm

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/internal/message"
)

type deal struct {
	rec        *record
	id, name   string
	unit       int
	membership membership
	// status is the resulting status of a cell; empty means unknown.
	status accountmap.CoverageStatus
	open   bool
	// date is the actual or expected day of closing.
	date accountmap.Date
	// lines are the rows that name its products, and own its own rows that do so if a file of lines
	// has more details.
	lines, own []*record
	// lined is true if each row has its own amount, since the amounts differ.
	lined bool
	// assessed is true if its status was read, and unsettled if two rows contradict each other
	// about its end.
	assessed, unsettled bool
}

func (im *importer) readDeals() {
	im.dealsBy, im.linesBy = newIndex(), newIndex()
	im.dealsLike = map[string]*deal{}
	for _, r := range im.records[dealsTable] {
		if own := im.system.id(r.get(fieldID).text); own != "" && im.dealsBy.records[own] != nil && !values.IsMangled(own) {
			im.readAgain(im.deals[im.dealsBy.ids[own]], r)
		} else if d := im.dealsLike[dealValues(r)]; own == "" && d != nil && namesProduct(r) && len(d.lines) > 0 {
			if !im.repeatsRow(im.dealsBy, r, "deal", d.name) {
				d.lines = append(d.lines, r) // a report has one row for each product of a deal
			}
		} else {
			im.readDeal(r)
		}
	}
	for i, d := range im.deals {
		if d.name == "" {
			d.name = d.rec.get(fieldName).text
			im.dealsBy.add(i, "", d.name)
		}
		if im.assess(d); d.unsettled {
			d.status = ""
		}
	}
	for _, r := range im.records[linesTable] {
		im.readLine(r)
	}
}

// dealValues joins the values of a row that describe its deal, not its product. Rows without ids
// are lines of one deal only if all these values agree.
func dealValues(r *record) string {
	var b strings.Builder
	for k, i := range r.kept {
		if f := r.columns[i].field; !f.isOfLine() && f != fieldNote {
			b.WriteString(r.cells[k].text + "\x00")
		}
	}
	return b.String()
}

// readAgain reads another row of a deal. A row that agrees with the deal and names a product is a
// line. Of contradicting rows, [importer.supersedes] chooses one.
func (im *importer) readAgain(d *deal, r *record) {
	counts := field.isOfDeal
	if r.sheet != d.rec.sheet {
		counts = func(f field) bool { return !f.isOfLine() }
	}
	before, again := im.contradiction(d.rec, r, field.isOfDeal)
	if again.text == "" && (!namesProduct(r) || d.repeatsLine(r)) {
		before, again = im.contradiction(d.rec, r, func(f field) bool { return !f.isOfLine() && (!d.lined || f.isOfDeal()) })
	}
	switch {
	case again.text != "":
		im.settle(d, r, before, again)
	case im.dealsBy.again(d.id, r):
	case !namesProduct(r):
		d.complete(r, counts)
	case len(d.lines) > 0 && d.lines[0].sheet != r.sheet:
		d.complete(r, counts)
		im.Warn(r.pos(cell{}), ErrLeftOut, message.Of("no action needed if both files have the same products; otherwise keep the one with all of them"),
			"the deal %q also has its products in %s, so the products of this row are ignored", d.called(), d.lines[0].name)
	default:
		d.lined = d.lined || differ(r, d.rec, fieldAmount) || differ(r, d.rec, fieldActual)
		d.lines = append(d.lines, r)
		d.complete(r, counts)
	}
}

// complete adds the values that only a further row has.
func (d *deal) complete(r *record, counts func(field) bool) {
	if complete(d.rec, r, counts) {
		d.assessed = false
	}
}

// repeatsLine reports whether an earlier line of the deal has the same values for a product.
func (d *deal) repeatsLine(r *record) bool {
	return slices.ContainsFunc(d.lines, func(l *record) bool {
		if l.sheet != r.sheet {
			return false
		}
		for k, i := range r.kept {
			if r.columns[i].field.isOfLine() && r.cells[k].text != l.cells[k].text {
				return false
			}
		}
		return true
	})
}

func differ(a, b *record, f field) bool {
	x, y := a.get(f).text, b.get(f).text
	return x != "" && y != "" && x != y
}

// settle reports two contradicting rows of a deal, and keeps one of them.
func (im *importer) settle(d *deal, r *record, before, again cell) {
	im.assess(d)
	later, why := im.supersedes(d, r)
	if why == "" {
		why = message.Of("it is unknown which is true, so it is in no cell")
		d.status, d.unsettled = "", true
	}
	im.WarnOf(again.heading+why, r.pos(again), accountmap.ErrDuplicateID, message.Of("correct it in the CRM, or export each record once"),
		"the deal %q has the %s %s in one row and %s in another: %s; the first is %s", d.id, again.heading, problems.Quote(before.text), problems.Quote(again.text), problems.Text(why),
		problems.Text(d.rec.pos(before).String()))
	old := d.rec
	if later {
		d.rec, d.lines, d.lined, d.assessed, d.unsettled = r, nil, false, false, false
		if namesProduct(r) {
			d.lines = []*record{r}
		}
		im.dealsBy.again(d.id, r)
		r = old
	}
	if r.sheet != d.rec.sheet { // the file of the kept row lacks some columns
		d.complete(r, func(f field) bool { return !f.isOfLine() && !d.rec.has(f) })
	}
}

// supersedes reports whether a row replaces an earlier, contradicting row of the same deal. The
// criteria are, in order: the last change, a known stage, closing the deal, the later day, and the
// later stage.
// The reason is empty for a deal that is both won and lost on one day.
func (im *importer) supersedes(d *deal, r *record) (later bool, why string) {
	was, is := im.date(d.rec, fieldModified), im.date(r, fieldModified)
	if !was.IsZero() && !is.IsZero() && was != is {
		return was.Before(is), message.Of("the latest change counts")
	}
	other := deal{rec: r, id: d.id, name: d.name, membership: d.membership}
	other.status, other.open = im.statusOf(r)
	switch {
	case d.unsettled:
	case d.status == "" != (other.status == ""):
		return d.status == "", message.Of("the one with a known stage counts")
	case d.open != other.open:
		return d.open, message.Of("the closing one counts")
	}
	if was, is = im.dayOf(d.rec, d.open), im.dayOf(r, other.open); !was.IsZero() && !is.IsZero() && was != is {
		return was.Before(is), message.Of("the one with the later day counts")
	}
	switch {
	case d.status == other.status:
		return false, message.Of("the first counts")
	case !d.open && !other.open:
		return false, ""
	}
	return other.status == accountmap.CoverageProposed, message.Of("the later stage counts")
}

// dayOf returns the actual or expected day of closing of a deal.
func (im *importer) dayOf(r *record, open bool) accountmap.Date {
	day := im.date(r, fieldClose)
	if on := im.date(r, fieldClosedOn); !open && !on.IsZero() {
		return on
	}
	return day
}

func (im *importer) readDeal(r *record) {
	name := r.get(fieldName).text
	id, ok := im.identify(im.dealsBy, r, "deal", name)
	if !ok {
		return
	}
	d := &deal{rec: r, id: id, name: name}
	im.dealsBy.add(len(im.deals), id, name)
	im.deals = append(im.deals, d)
	im.dealsLike[dealValues(r)] = d
	im.dealsBy.again(id, r)
	if namesProduct(r) {
		d.lines = []*record{r}
	}
}

// assess reads the account, the status and the day of a deal, unless it has been done.
func (im *importer) assess(d *deal) {
	if d.assessed {
		return
	}
	d.assessed = true
	d.unit, d.membership = im.unitOf(d.rec)
	if d.membership != withinClient {
		im.leaveOut(d.rec, "deal", d.called(), d.unit, d.membership)
		return
	}
	d.status, d.open = im.statusOf(d.rec)
	d.date = im.dayOf(d.rec, d.open)
	im.owner(d.rec) // adds the owner to the team
}

func (d *deal) called() string { return cmp.Or(d.name, d.id) }

func namesProduct(r *record) bool {
	return r.get(fieldProduct).text != "" || r.get(fieldProductName).text != "" || r.get(fieldCode).text != ""
}

func (im *importer) readLine(r *record) {
	named := r.get(fieldDeal)
	im.reportEqualLine(r, named.text)
	var of *deal
	for _, reference := range im.system.references(named.text) {
		i, found := im.dealsBy.find(im.system, reference)
		if !found {
			why, hint := im.unfound(im.dealsBy, reference, "deals", message.Of("also export it"))
			im.WarnOf(reference, r.pos(named), accountmap.ErrUnknownReference, hint, "the deal %q %s, so its line is ignored", reference, why)
			continue
		}
		d := im.deals[i]
		if of != nil && of != d {
			im.WarnOf(reference, r.pos(named), ErrLeftOut, message.Of("no action needed unless its amount is that of another deal"), "the line also belongs to the deal %q: it counts in %q alone", d.called(), of.called())
			continue
		}
		of = d
		im.reportOther(r, fieldDeal, im.dealsBy, i, d.called())
		if len(d.lines) > 0 && d.lines[0].table == dealsTable { // lines have more details than the deal
			d.own, d.lines = d.lines, nil
		}
		d.lines = append(d.lines, r)
	}
}

// reportEqualLine reports a line without an id that equals an earlier one. Both count.
func (im *importer) reportEqualLine(r *record, deal string) {
	if r.get(fieldID).text == "" && im.linesBy.again(deal, r) {
		im.Warn(r.pos(cell{}), accountmap.ErrDuplicateID, message.Of("also export the ids of the lines, or delete one of the two"),
			"the line of the deal %q has no id, and one above is the same in every column: both are read", deal)
	}
}

// statusOf returns the status of the cell of a deal, from its stage and from the columns that say
// whether the deal is closed. It reports an unknown stage, and a contradiction between won and not
// won; both have no status.
func (im *importer) statusOf(r *record) (s accountmap.CoverageStatus, open bool) {
	var all []accountmap.CoverageStatus
	said := false
	for _, f := range []field{fieldOutcome, fieldState, fieldStage} {
		for _, word := range im.words(r, f) {
			all = append(all, accountmap.CoverageStatus(word))
		}
		said = said || f != fieldStage && r.get(f).text != ""
	}
	won, saidWon := im.yes(r, fieldWon)
	closed, saidClosed := im.yes(r, fieldClosed)
	ends := slices.IndexFunc(all, isEnd)
	sold := slices.Contains(all, accountmap.CoverageSold)
	lost := slices.ContainsFunc(all, func(s accountmap.CoverageStatus) bool { return isEnd(s) && s != accountmap.CoverageSold })
	switch {
	case sold && lost, won && (lost || saidClosed && !closed), sold && saidWon && !won && (closed || !saidClosed):
		im.reportUnsettled(r, message.Of("it is in no cell"))
		return "", true
	case ends >= 0 && saidClosed && !closed:
		im.reportUnsettled(r, message.Of("it is read as open"))
		return accountmap.CoverageOpportunity, true
	case won:
		return accountmap.CoverageSold, false
	case saidClosed && closed && saidWon && ends < 0:
		return accountmap.CoverageGap, false
	case ends >= 0:
		return all[ends], false
	case slices.Contains(all, accountmap.CoverageProposed):
		return accountmap.CoverageProposed, true
	case len(all) > 0, saidClosed && !closed, said:
		return accountmap.CoverageOpportunity, true
	}
	if r.get(fieldStage).text == "" && r.has(fieldStage) { // a missing column is reported once for the file
		im.Warn(r.pos(cell{}), accountmap.ErrMissingValue, message.Of("export the column, or give it one in the CRM"), "the deal %q has no stage, and is in no cell", r.get(fieldName).text)
	}
	return "", true
}

func (im *importer) reportUnsettled(r *record, follows string) {
	var hint []string
	for _, f := range []field{fieldStage, fieldState, fieldOutcome, fieldWon, fieldClosed} {
		if c := r.get(f); c.text != "" {
			hint = append(hint, c.heading+" "+problems.Quote(c.text))
		}
	}
	im.WarnOf(strings.Join(hint, ", "), r.pos(cell{}), ErrContradiction, message.Of("correct the CRM, or say in the mapping what the words mean"),
		"the deal %q has contradictory outcomes (%s): %s", cmp.Or(r.get(fieldName).text, r.get(fieldID).text), problems.Text(strings.Join(hint, ", ")), problems.Text(follows))
}

func isEnd(s accountmap.CoverageStatus) bool {
	return s != accountmap.CoverageOpportunity && s != accountmap.CoverageProposed
}
