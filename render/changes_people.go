package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
)

// mostNotes is how many changes a card tells; the tooltip tells all.
const mostNotes = 4

// markContacts notes on each card what has changed of the contact, and adds the cards of those whom the account no longer has.
func (c *changes) markContacts() {
	joined, left := idsOf(c.diff.Joined()), idsOf(c.diff.Left())
	for _, change := range c.diff.Contacts {
		id := change.After.ID
		if change.Kind == accountmap.ChangeRemoved {
			id = change.Before.ID
			if !left[id] {
				continue // had left before, and nobody misses the card
			}
			c.addContact(change.Before, c.before)
			ghost := &c.g.Nodes[c.nodeOf[id]]
			ghost.Class = append(ghost.Class, classLeft)
			c.note(id, classGone, c.words.Text(terms.ChangesIsGone))
		}
		switch {
		case joined[id]:
			c.note(id, classJoined, c.words.Text(terms.ChangesHasJoined))
		case left[id] && change.Kind == accountmap.ChangeEdited:
			c.note(id, classGone, c.words.Text(terms.ChangesHasLeft))
		}
		if change.Kind == accountmap.ChangeEdited {
			c.noteEdits(change)
		}
	}
	for i := range c.g.Nodes {
		c.settleNotes(&c.g.Nodes[i])
	}
}

func idsOf(list accountmap.ChangeList[accountmap.Contact]) map[accountmap.ContactID]bool {
	ids := map[accountmap.ContactID]bool{}
	for _, change := range list {
		ids[change.Before.ID], ids[change.After.ID] = true, true
	}
	return ids
}

// noteEdits adds notes with the earlier value of everything on a contact's card that has changed.
func (c *changes) noteEdits(change accountmap.Change[accountmap.Contact]) {
	before, id := change.Before, change.After.ID
	if change.Edits("unit") {
		from := c.words.Text(c.either(terms.MapUnitUnknown, terms.ClientOtherPeople))
		if before.Unit != "" {
			from = c.unitName(before.Unit)
		}
		c.note(id, classMoved, c.words.Text(terms.ChangesMovedFrom, from))
	}
	if change.Edits("stance") {
		c.note(id, stanceClass(before.Stance), c.words.Text(terms.ChangesWas, c.words.Stance(before.Stance)))
	}
	if change.Edits("placeholder") && before.Placeholder {
		c.note(id, classEdited, c.words.Text(terms.ChangesWas, c.words.Text(terms.MapNotYetKnown)))
	}
	var roles []string
	for _, r := range before.Roles {
		roles = append(roles, c.words.RoleShort(r))
	}
	power := ""
	if before.Power > 0 {
		power = strconv.Itoa(before.Power)
	}
	owner, _ := c.before.Member(before.Owner)
	for _, field := range []struct{ key, was string }{
		{"name", before.Name}, {"title", before.Title}, {"reportsTo", c.nameBefore(before.ReportsTo)}, {"assistantTo", c.nameBefore(before.AssistantTo)},
		{"roles", strings.Join(roles, ", ")}, {"power", power}, {"contactLevel", c.levelBefore(before)}, {"owner", owner.Name},
	} {
		if !change.Edits(field.key) {
			continue
		}
		if field.was == "" {
			field.was = c.words.Text(terms.ChangesNotRecord)
		}
		c.note(id, classEdited, c.words.Text(terms.ChangesFieldWas, c.words.Field("contacts", field.key), field.was))
	}
}

// nameBefore is what a contact was called.
func (c *changes) nameBefore(id accountmap.ContactID) string {
	contact, _ := c.before.Contact(id)
	if contact.Name == "" {
		return contact.Title
	}
	return contact.Name
}

func (c *changes) levelBefore(contact accountmap.Contact) string {
	if contact.ContactLevel == "" {
		return ""
	}
	return c.words.ContactLevel(contact.ContactLevel)
}

// settleNotes gives a card with notes the border of the first, and leaves as many notes on it as there is room for.
func (c *changes) settleNotes(n *graph.Node) {
	if len(n.Notes) == 0 {
		return
	}
	mark := n.Notes[0].Class[0]
	if !slices.Contains([]graph.Class{classJoined, classGone, classMoved}, mark) {
		mark = classEdited
	}
	n.Class = slices.Insert(n.Class, 0, mark)
	if len(n.Notes) > mostNotes {
		kept := mostNotes - 1
		rest := graph.Note{Text: c.words.Count(terms.MapMore, len(n.Notes)-kept), Class: []graph.Class{classEdited}}
		n.Notes = append(n.Notes[:kept:kept], rest)
	}
}
