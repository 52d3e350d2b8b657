package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// Influence is the political landscape: the power of each person against their stance. Power
// decreases from top to bottom. Stances are from blockers on the left to champions on the right,
// with the unknown in the middle. People whose power is unknown have a row of their own; people of
// little power are shown by name only. Lines show who influences, opposes or is allied with whom.
//
// Read it from the top. The zone on the left has the powerful opponents, who must be won over. The
// zone in the middle has the powerful people of unknown stance, and the zone on the right the
// powerful supporters. Arrows from right to left show a way to win somebody over. The first two
// zones count the same people as the boxes of the account map. The headings count everybody,
// including people without a card. People who left are not shown. The zero Influence is ready to
// use.
type Influence struct {
	// People is the number of cards. Key players get them first, then the people with most ties,
	// then the people with most power. Others are drawn if the row of their cell has space. Their
	// cell lists the names of up to four others, or counts them. Zero means 28; a negative number
	// means everybody.
	People int
	// Labels writes on each tie its note, or its kind if it has no note, if the label fits.
	Labels bool
}

// fewEnough is the default of Influence.People: more cards and their lines make a page illegible.
const fewEnough = 28

// Graph makes the graph: nodes in the order of the contacts. A nil opts means the defaults. Graph
// returns an error for a client's map, since clients may not see this view, and for a focus that is
// not in the map.
func (v Influence) Graph(m *accountmap.Map, opts *Options) (*graph.Graph, error) {
	people, err := newNested(v, m, opts)
	if err != nil {
		return nil, err
	}
	b := influence{people: people, contacts: people.present()}
	b.g.Grid = &graph.Grid{}
	b.addTracks()
	shown := b.fill(b.choose(v.People))
	b.addCards(shown)
	named := b.nameOthers(shown)
	b.addZones()
	b.addRelationships(v.Labels)
	b.addTitle(len(shown) + named)
	b.finish()
	return b.g, nil
}

type influence struct {
	*people
	// contacts are the people who have not left.
	contacts []accountmap.Contact
	// powers and stances are the values of the rows and columns.
	powers  []int
	stances []accountmap.Stance
}

const maxPower = 5

func (b *influence) addTracks() {
	inRow, inColumn := map[int]int{}, map[accountmap.Stance]int{}
	for _, c := range b.contacts {
		inRow[c.Power]++
		inColumn[c.Stance]++
	}
	for power := maxPower; power > 0 && (inRow[0] == 0 || inRow[0] < len(b.contacts)); power-- {
		b.powers = append(b.powers, power)
		b.g.Grid.Rows = append(b.g.Grid.Rows, graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsPower, power),
			Detail: b.words.Count(terms.MapPeople, inRow[power]), Level: &graph.Level{Value: power, Max: maxPower}})
	}
	if n := inRow[0]; n > 0 {
		b.powers = append(b.powers, 0)
		b.g.Grid.Rows = append(b.g.Grid.Rows, graph.Track{Band: graph.None, Label: b.words.Text(terms.ViewsPowerUnknown),
			Detail: b.words.Count(terms.MapPeople, n), Level: &graph.Level{Max: maxPower}, GapBefore: true})
	}
	b.stances = accountmap.Stances()
	slices.Reverse(b.stances)
	if inColumn[accountmap.StanceUnknown] > 0 {
		b.stances = slices.Insert(b.stances, slices.Index(b.stances, accountmap.StanceSupporter), accountmap.StanceUnknown)
	}
	for _, s := range b.stances {
		b.g.Grid.Columns = append(b.g.Grid.Columns, graph.Track{Band: graph.None, Class: []graph.Class{class.Stance(s)}, Label: b.words.Stance(s),
			Detail: b.words.Count(terms.MapPeople, inColumn[s])})
	}
	b.g.Grid.Corner = graph.Track{Band: graph.None, Label: b.words.Text(terms.MapLegendStance) + " →", Detail: b.words.Text(terms.ViewsMostOnTop)}
}

func (b *influence) place(c accountmap.Contact) graph.Place {
	return graph.Place{Row: slices.Index(b.powers, c.Power), Column: slices.Index(b.stances, c.Stance)}
}

// choose returns the set of people with a card.
func (b *influence) choose(most int) map[accountmap.ContactID]bool {
	ties := map[accountmap.ContactID]int{}
	for r := range b.m.Relationships() {
		ties[r.From]++
		ties[r.To]++
	}
	ranked := slices.Clone(b.contacts)
	slices.SortStableFunc(ranked, func(x, y accountmap.Contact) int {
		return cmp.Or(trueFirst(x.KeyPlayer(), y.KeyPlayer()), cmp.Compare(ties[y.ID], ties[x.ID]), cmp.Compare(y.Power, x.Power))
	})
	return firstOf(ranked, cmp.Or(most, fewEnough))
}

// fill adds the last person of each cell, since a name takes no more space than a count. Then it
// adds people to each cell up to the number of cards in the fullest cell of its row.
func (b *influence) fill(shown map[accountmap.ContactID]bool) map[accountmap.ContactID]bool {
	left := map[graph.Place][]accountmap.ContactID{}
	in := map[graph.Place]int{}
	high := map[int]int{} // the cards in the fullest cell of a row
	add := func(at graph.Place, id accountmap.ContactID) {
		shown[id] = true
		in[at]++
		high[at.Row] = max(high[at.Row], in[at])
	}
	tied := map[accountmap.ContactID]bool{} // people tied to somebody with a card
	for r := range b.m.Relationships() {
		tied[r.From] = tied[r.From] || shown[r.To]
		tied[r.To] = tied[r.To] || shown[r.From]
	}
	ranked := slices.Clone(b.contacts)
	slices.SortStableFunc(ranked, func(x, y accountmap.Contact) int { return trueFirst(tied[x.ID], tied[y.ID]) })
	for _, c := range ranked {
		if at := b.place(c); shown[c.ID] {
			add(at, c.ID)
		} else {
			left[at] = append(left[at], c.ID)
		}
	}
	for at, ids := range left {
		if len(ids) == 1 {
			add(at, ids[0])
			delete(left, at)
		}
	}
	for at, ids := range left {
		for _, id := range ids[:min(len(ids), high[at.Row]-in[at])] {
			add(at, id)
		}
	}
	return shown
}

func (b *influence) undrawn() (count int) {
	for r := range b.m.Relationships() {
		one, _ := b.m.Contact(r.From)
		other, _ := b.m.Contact(r.To)
		_, from := b.nodeOf[r.From]
		_, to := b.nodeOf[r.To]
		if one.Here(b.asOf) && other.Here(b.asOf) && !(from && to) {
			count++
		}
	}
	return count
}

// littlePower is the largest power of people shown by name only.
const littlePower = 2

func (b *influence) addCards(shown map[accountmap.ContactID]bool) {
	for _, c := range b.contacts {
		if !shown[c.ID] {
			continue
		}
		n := b.card(c, b.m)
		n.Place, n.Level, n.Chips = new(b.place(c)), nil, nil
		if c.Power <= littlePower && len(c.Decides()) == 0 {
			n.Detail, n.Badge = "", nil
		}
		for _, r := range byWeight(c.Decides()) {
			n.Chips = append(n.Chips, b.words.RoleShort(r))
		}
		b.nodeOf[c.ID] = len(b.g.Nodes)
		b.g.Nodes = append(b.g.Nodes, n)
	}
}

// fewNames is the largest number of people of a cell who are listed below its cards. A count takes
// as much space as one name, and the space beside the cards is often blank.
const fewNames = 4

// nameOthers lists the people without a card in their cells, or counts them if a cell has more than
// fewNames. It returns the number of names.
func (b *influence) nameOthers(shown map[accountmap.ContactID]bool) (named int) {
	others, total := map[graph.Place][]accountmap.Contact{}, map[graph.Place]int{}
	for _, c := range b.contacts {
		at := b.place(c)
		total[at]++
		if !shown[c.ID] {
			others[at] = append(others[at], c)
		}
	}
	for row := range b.powers {
		for column := range b.stances {
			at := graph.Place{Row: row, Column: column}
			if len(others[at]) == 0 {
				continue
			}
			cell := graph.Cell{Row: row, Column: column}
			var names []string
			for _, c := range others[at] {
				names = append(names, cmp.Or(c.Name, c.Title))
				look := []graph.Class{class.Stance(c.Stance)}
				if c.Placeholder {
					look = append(look, class.Placeholder)
				}
				cell.Lines = append(cell.Lines, graph.Line{Class: append(look, b.fadedPerson(c.ID)...), Label: names[len(names)-1]})
			}
			switch {
			case len(names) <= fewNames:
				named += len(names)
			case len(names) == total[at]:
				cell.Lines, cell.Label = nil, b.words.Count(terms.MapPeople, len(names))
			default:
				cell.Lines, cell.Label = nil, b.words.Count(terms.MapMore, len(names))
			}
			cell.Tooltip = joinLines(names)
			b.g.Grid.Cells = append(b.g.Grid.Cells, cell)
		}
	}
	return named
}

// addZones adds the zones of powerful people, one for each course of action.
func (b *influence) addZones() {
	watch := insight.Of(b.m, b.asOf).Watch(insight.WatchOptions{})
	reliable := 0
	for _, c := range b.contacts {
		if c.KeyPlayer() && c.Stance.For() {
			reliable++
		}
	}
	for _, zone := range []struct {
		holds func(accountmap.Stance) bool
		power int // the smallest power
		count int
		class graph.Class
		word  terms.Key
	}{
		{accountmap.Stance.Against, insight.DefaultPowerToWin, watch.ToWinOver.Total, class.WinOver, terms.ViewsWinOver},
		{accountmap.Stance.For, insight.DefaultPowerToWin, reliable, class.RelyOn, terms.ViewsRelyOn},
		{func(s accountmap.Stance) bool { return s == accountmap.StanceUnknown }, insight.DefaultPowerToKnow, watch.ToFindOut.Total, class.FindOut, terms.ViewsFindOut},
	} {
		first := slices.IndexFunc(b.stances, zone.holds)
		lastRow := slices.Index(b.powers, zone.power)
		if first < 0 || lastRow < 0 {
			continue
		}
		last := first
		for last+1 < len(b.stances) && zone.holds(b.stances[last+1]) {
			last++
		}
		b.g.Grid.Zones = append(b.g.Grid.Zones, graph.Zone{FirstRow: 0, LastRow: lastRow, FirstColumn: first, LastColumn: last,
			Class: []graph.Class{zone.class}, Label: b.words.Text(zone.word) + " · " + b.words.Number(zone.count)})
	}
}

func (b *influence) addTitle(shown int) {
	parts := []string{b.asOfDay()}
	switch total := len(b.contacts); {
	case total == 0:
		parts = append(parts, b.words.Text(terms.MapEmpty))
	default:
		parts = append(parts, b.words.Count(terms.MapPeople, total), strings.Join(b.words.Standing(b.m.Standing(b.asOf)), ", "))
		if shown < total {
			parts = append(parts, b.words.Count(terms.ViewsShown, total, shown))
		}
		if n := b.undrawn(); n > 0 {
			parts = append(parts, b.words.Count(terms.ViewsUndrawn, n))
		}
	}
	b.head(terms.ViewsInfluenceTitle, terms.ViewsInfluenceDescription, parts...)
}
