package crm

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/message"
)

// The words of the fields entry and side in a table of supplements of GoldMine: the kind of
// addition, and the side of a referral.
const (
	entryContact  = "contact"
	entryEmail    = "email"
	entryProfile  = "profile"
	entryReferral = "referral"

	sideReferrer = "referrer"
	sideReferred = "referred"
)

func entryWords(f field) []string {
	if f == fieldSide {
		return []string{sideReferrer, sideReferred}
	}
	return []string{entryContact, entryEmail, entryProfile, entryReferral}
}

// addSupplements reads further contacts of an account, e-mail addresses and profiles. Referrals
// wait until the contacts of the account are known.
func (im *importer) addSupplements() {
	for _, r := range im.records[supplementsTable] {
		named := r.get(fieldContact)
		i, found := im.people.find(im.system, named.text)
		if !found {
			why, hint := im.unfound(im.people.index, named.text, "contacts", message.Of("also export the contact"))
			im.WarnOf(named.text, r.pos(named), accountmap.ErrUnknownReference, hint, "the contact %q %s, so what is added to it is ignored", named.text, why)
			continue
		}
		p := im.people.all[i]
		for _, entry := range im.words(r, fieldEntry) {
			switch entry {
			case entryContact:
				im.addFurther(p, r)
			case entryEmail:
				if address := r.get(fieldReference).text; p.email == "" {
					p.email = address
				} else if !strings.EqualFold(address, p.email) {
					p.notes = append(p.notes, "E-mail: "+address)
				}
			case entryProfile:
				p.notes = append(p.notes, strings.Trim(r.get(fieldName).text+": "+r.get(fieldReference).text, ": "))
			case entryReferral:
				im.referrals = append(im.referrals, referral{of: p, r: r})
			}
		}
	}
}

func (im *importer) addFurther(of *person, r *record) {
	name := r.get(fieldName).text
	id, ok := im.identify(im.people.index, r, "contact", name)
	if !ok {
		return
	}
	im.people.add(len(im.people.all), id, name)
	further := &person{rec: r, id: id, name: cmp.Or(name, id), unit: of.unit, membership: of.membership, touched: -1, at: -1}
	if c := r.get(fieldReference); c.text != "" {
		further.notes = []string{c.called + ": " + c.text}
	}
	im.people.all = append(im.people.all, further)
}

// referral is a row of a contact that gave or received a referral.
type referral struct {
	of *person
	r  *record
	// by is the contact that refers a referred contact.
	by *person
}

// addReferrals converts referrals into endorsements. GoldMine writes two rows for each: "To: Toad
// Hall" at the referring contact, and "For: Mole End" at the referred contact.
func (im *importer) addReferrals() {
	byName := map[string][]*person{}
	for _, p := range im.people.all {
		for _, name := range p.keys() {
			byName[name] = append(byName[name], p)
		}
	}
	type pair struct{ by, to *person }
	done := map[pair]bool{}
	var refers, backs []referral // the rows at the referring contacts, and at the referred contacts
	counterparts := map[[2]string]*person{}
	for _, ref := range im.referrals {
		if slices.Contains(im.words(ref.r, fieldSide), sideReferred) {
			backs = append(backs, ref)
			continue
		}
		refers = append(refers, ref)
		for _, who := range ref.of.keys() {
			counterparts[[2]string{who, named(ref.r)}] = ref.of
		}
	}
	for i, back := range backs {
		backs[i].by = cmp.Or(im.other(back, byName), counterpart(back, counterparts))
	}
	backs = slices.DeleteFunc(backs, func(back referral) bool {
		if back.by == nil {
			im.reportReferral(back)
		}
		return back.by == nil
	})
	referred := map[*person][]referral{}
	for _, back := range backs {
		referred[back.by] = append(referred[back.by], back)
	}
	for _, ref := range refers {
		to := im.other(ref, byName)
		for _, back := range referred[ref.of] {
			if to == nil && named(ref.r) == key(back.of.rec.get(fieldAccount).text) {
				to = back.of
			}
		}
		if to == nil || !done[pair{ref.of, to}] {
			im.addReferral(ref, ref.of, to)
		}
		done[pair{ref.of, to}] = true
	}
	for _, back := range backs {
		if !done[pair{back.by, back.of}] {
			done[pair{back.by, back.of}] = true
			im.addReferral(back, back.by, back.of)
		}
	}
}

// keys returns the folded names of a contact and of its account.
func (p *person) keys() []string {
	return slices.Compact([]string{key(p.name), key(p.rec.get(fieldAccount).text)})
}

// counterpart returns the contact whose referral names the account of a referred contact, if the
// referred contact names its account.
func counterpart(back referral, counterparts map[[2]string]*person) *person {
	for _, who := range back.of.keys() {
		if by := counterparts[[2]string{named(back.r), who}]; by != nil {
			return by
		}
	}
	return nil
}

// other returns the contact on the other side of a referral, by its id, or by a unique name or
// account. It is nil if there is no such contact.
func (im *importer) other(ref referral, byName map[string][]*person) *person {
	if linked := ref.r.get(fieldReference).text; linked != "" {
		if i, found := im.people.find(im.system, linked); found {
			return im.people.all[i]
		}
	}
	if all := byName[named(ref.r)]; len(all) == 1 && all[0] != ref.of {
		return all[0]
	}
	return nil
}

// named returns the folded name in a row of a referral: "To: Toad Hall" or "To Toad Hall".
func named(r *record) string {
	text := r.get(fieldName).text
	_, name, found := strings.Cut(text, ":")
	if !found {
		_, name, _ = strings.Cut(text, " ")
	}
	return key(name)
}

// addReferral converts a referral by a contact of the account into an endorsement. to may be nil,
// or outside the account.
func (im *importer) addReferral(ref referral, by, to *person) {
	if by.at < 0 {
		im.reportReferral(ref)
		return
	}
	e := accountmap.Endorsement{Kind: accountmap.EndorsementReferral, Contact: accountmap.ContactID(by.id), Given: im.date(ref.r, fieldDate),
		Text: texts(ref.r, fieldDescription)}
	if to != nil && to.at >= 0 {
		e.ToContact = accountmap.ContactID(to.id)
	} else {
		e.Text = strings.TrimSpace(ref.r.get(fieldName).text + "\n" + e.Text)
	}
	im.account.Endorsements = append(im.account.Endorsements, e)
	im.placed("endorsements", ref.r.pos(cell{}))
}

func (im *importer) reportReferral(ref referral) {
	im.Warn(ref.r.pos(cell{}), ErrLeftOut, message.Of("no action needed unless both are of the client"), "the referral %q of %q is by nobody at the client, and is ignored",
		ref.r.get(fieldName).text, ref.of.name)
}
