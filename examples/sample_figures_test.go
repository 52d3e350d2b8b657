package examples_test

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/portfolio"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
	"github.com/accountatlas/accountatlas/render"
)

// TestFiguresOfTheSample compares each figure of the sample wherever it occurs. Each output has a
// pattern whose groups are the figure, and every match must be the same figure.
func TestFiguresOfTheSample(t *testing.T) {
	m, problems := codec.Open("handoff/sample.yaml")
	require.False(t, problems.HasErrors())
	out := textsOf(t, m)
	for _, figure := range []struct {
		what, want string
		in         map[string]string
	}{
		{"penetration", "26", map[string]string{"page": `penetration ([\d.]+)%|([\d.]+)% 25 of 95`, "deck": `Penetration (\d+)%`, "map": `^Grupo Meridiano: (\d+)% sold`,
			"coverage": `penetration (\d+)% `, "Summary": `penetration (\d+)%`, "Do next": `penetration (\d+)%`, "Coverage": `penetration (\d+)%`, "Who is who": `penetration (\d+)%`,
			"Answers": `penetration (\d+)%`, "Targets and health": `penetration (\d+)%`}},
		{"sold of sellable", "25 95", map[string]string{"page": `(\d+) of (\d+) that could be sold`, "deck": `Penetration 26% (\d+) of (\d+) sellable`, "Summary": `\((\d+) sold of (\d+) sellable`,
			"Do next": `\((\d+) sold of (\d+) sellable`, "Coverage": `\((\d+) sold of (\d+) sellable`}},
		{"people", "41", map[string]string{"page": `(\d+) people · \d+ for`, "map": `(\d+) people in`, "influence": `(\d+) people ·`, "Summary": `People (\d+) 17`, "Contacts": `(\d+) people ·`}},
		{"standing", "17 8 8 8", map[string]string{"page": `(\d+) for · (\d+) against · (\d+) neutral · (\d+) unknown`, "map": `(\d+) for, (\d+) against, (\d+) neutral, (\d+) unknown`,
			"influence": `(\d+) for, (\d+) against, (\d+) neutral, (\d+) unknown`, "Summary": `(\d+) for · (\d+) against · (\d+) neutral · (\d+) unknown`}},
		{"for and against", "17 8", map[string]string{"page": `For / against (\d+) / (\d+)`, "deck": `For / against (\d+) / (\d+)`}},
		{"units that buy", "7 9", map[string]string{"deck": `Units that buy (\d+) of (\d+) units`, "Summary": `Units we do business with (\d+) of (\d+) units`, "page": `Units that buy (\d+) of (\d+) units`}},
		{"orders in a year", "564253", map[string]string{"deck": `Orders in the last year ([\d,]+)`, "Summary": `Orders of the last twelve months (\d+)`, "Portfolio": `account · ([\d,]+)\.00 EUR`, "page": `Orders in the last year ([\d,]+)`}},
		{"order lines", "61", map[string]string{"deck": `EUR · (\d+) order lines`, "Summary": `564253 (\d+) order lines`, "page": `EUR · (\d+) order lines`}},
		{"growth", "+8%", map[string]string{"deck": `(\S+) on the year before`, "Summary": `(\S+) on the year before`, "page": `(\S+) on the year before|ordered in a year, (\S+)`}},
		{"orders in other money", "14700", map[string]string{"deck": `\+ ([\d,]+) PLN`, "Summary": `order lines · \+ ([\d,]+)\.00 PLN · \+8%`, "page": `\+ ([\d,]+) PLN`}},
		{"next renewal", "17 Nov 2026", map[string]string{"deck": `Next renewal (\d+ \w+ \d+)`, "page": `Next renewal (\d+ \w+ \d+)`}},
		{"open cases", "2", map[string]string{"deck": `Open cases (\d+)`, "page": `Open cases (\d+)|(\d+) Open cases`}},
		{"late", "9", map[string]string{"page": `Late:? (\d+) [A-Z][a-z]{3}`, "Summary": `Late (\d+)`}},
		{"targets behind", "7 7", map[string]string{"Summary": `Targets behind (\d+) of (\d+) that have begun`}},
		{"units by a thread", "5", map[string]string{"page": `hangs by a thread: (\d+)`, "map": `(\d+) units hang|thread · (\d+) units`, "team": `(\d+) units hang`}},
		{"against with power", "3", map[string]string{"map": `(\d+) people with power are against us|To win over · (\d+)`}},
		{"to sell", "769k", map[string]string{"map": `To sell · (\S+) a year`, "page": `a year could still be sold (\S+) EUR`}},
		{"to sell, exactly", "768992", map[string]string{"Summary": `Potential still open (\d+)`, "Coverage": `Total of the unit (\d+) 4600 209480`}},
		{"sold a year", "564400", map[string]string{"Summary": `Value of what is sold, a year (\d+)`, "Coverage": `Total of the unit (\d+) 53600 203600`}},
		{"health", "57 96", map[string]string{"page": `Health (\d+) of 100, (\d+)% known`, "Targets and health": `Health (\d+) of 100, (\d+)% known`}},
		{"readiness", "11 19", map[string]string{"page": `Ready (\d+) of (\d+)|(\d+) of (\d+) in place for the handoff`, "Portfolio": `(\d+) of (\d+)$`}},
		{"what is late, cases, standing, threads, health, moves, readiness", "9 2 17 8 5 57 10 11 19", map[string]string{"Portfolio": `362500 (\d+) (\d+) (\d+) (\d+) (\d+) (\d+) (\d+) (\d+) of (\d+)$`}},
		{"promised in words", "3", map[string]string{"page": `Promised by word of mouth only: (\d+)`}},
		{"ordered since September", "6 55647.00 9800.00", map[string]string{"report": `(\d+) order lines · ([\d,.]+) EUR · ([\d,.]+) PLN`, "update": `(\d+) order lines · ([\d,.]+) EUR · ([\d,.]+) PLN`}},
		{"a promise that is late", "6", map[string]string{"page": `Олена Коваль (\d+) days late`, "meeting": `(\d+) days late`, "Do next": `Олена Коваль Jan Sowa \d+ (\d+)`, "Monday": `Олена Коваль Jan Sowa \d+ (\d+)`}},
		{"its day", "26 Oct 2026", map[string]string{"update": `(\d+ \w+ \d+) Late A list of the workshops`, "page": `checked by us Meridiano Service (\d+ \w+ \d+) 6 Олена`}},
		{"a renewal's day", "17 Nov 2026 Friederike Groß Jan Sowa", map[string]string{"update": `(\d+ \w+ \d+) Telematics · Meridiano Service Renewal (Friederike Groß) (Jan Sowa)`,
			"page": `(\d+ \w+ \d+) Renewal Telematics · Meridiano Service (Friederike Groß) (Jan Sowa)`}},
		{"a talk", "24 Jun 2026", map[string]string{"meeting": `Last talk (\d+ \w+ \d+) · Arantxa|(\d+ \w+ \d+) Regular talk Half-year`, "page": `4 Decision maker Arantxa Roldán (\d+ \w+ 2026) Friederike`}},
		{"who settles a case", "Laura", map[string]string{"page": `Settle: A year of support invoiced after it had lapsed .{0,90}?Clara Sousa (Laura|Arantxa)|Premium support · Meridiano Retail 12 Oct 2026 20 Clara Sousa (Laura|Arantxa)`, "Do next": `lapsed Clara Sousa (Laura|Arantxa)`,
			"Monday": `lapsed Clara Sousa (Laura|Arantxa)`, "update": `lapsed Open case Clara Sousa (Laura|Arantxa)`}},
		{"power of one", "4", map[string]string{"meeting": `Power (\d) / 5 · Decision maker`, "page": `Jörg Müller Director de logística Logística .{0,40}(\d) Decision`}},
		{"last day", "15 Dec 2026", map[string]string{"page": `leaves on (\d+ \w+ \d+)|last day (\d+ \w+ \d+)`, "Do next": `leaves on (\d+ \w+ \d+)`, "Monday": `leaves on (\d+ \w+ \d+)`, "deck": `leaves on (\d+ \w+ \d+)`}},
		{"worth of the first move", "361", map[string]string{"page": `(\d+)k Renew Meridiano Service: T`, "deck": `15 Dec 2026 (\d+)k Renew Meridiano`, "Do next": `Introduce.* (\d+)042 Laura`, "Monday": `Introduce.* (\d+)042 Laura`}},
	} {
		for name, pattern := range figure.in {
			found := regexp.MustCompile(pattern).FindAllStringSubmatch(out[name], -1)
			assert.NotEmpty(t, found, "%s is not in %s: %s", figure.what, name, pattern)
			for _, groups := range found {
				got := strings.Join(strings.Fields(strings.Join(groups[1:], " ")), " ")
				assert.Equal(t, figure.want, strings.ReplaceAll(got, ",", ""), "%s in %s: %s", figure.what, name, groups[0])
			}
		}
	}
	overdue := slices.DeleteFunc(m.Overdue(accountmap.Date{}, accountmap.Deadlines{}), func(o accountmap.Overdue) bool { return o.Kind == accountmap.OverdueSurvey || o.AmongUs() })
	assert.Equal(t, len(overdue), strings.Count(out["update"][:strings.Index(out["update"], "Changed")], "2026 Late "), "what is late in the client's update")
	for _, v := range insight.Of(m, accountmap.Date{}).Moves(insight.MoveOptions{}) {
		what := terms.English().Move(m, v)
		for _, name := range []string{"page", "Do next", "Monday"} {
			assert.Contains(t, out[name], what, name)
		}
	}
	for _, p := range insight.Of(m, accountmap.Date{}).Paces() {
		if share, known := p.Share(); known && p.Begun {
			assert.Contains(t, out["page"], terms.English().Percent(share))
			exact := strconv.FormatFloat(share, 'f', -1, 64)
			assert.Contains(t, out["Targets and health"], exact[:min(8, len(exact))])
		}
	}
}

// textsOf returns the outputs of an account as texts with single spaces, by the name of the output
// or of the sheet.
func textsOf(t *testing.T, m *accountmap.Map) map[string]string {
	t.Helper()
	out := map[string]string{}
	d, err := handoff.New(t.Context(), m, nil)
	require.NoError(t, err)
	out["page"] = printedText(t, d)["HTML"]
	talk, err := handoff.Meeting(m, []accountmap.ContactID{"jorg-muller", "olena-koval"}, accountmap.Date{}, nil)
	require.NoError(t, err)
	out["meeting"] = printedText(t, talk)["HTML"]
	before := m.Account()
	before.AsOf = accountmap.Day(2026, 9, 30)
	before.Orders = slices.DeleteFunc(before.Orders, func(o accountmap.Order) bool { return before.AsOf.Before(o.Date) })
	since, err := accountmap.New(before)
	require.NoError(t, err)
	for name, audience := range map[string]accountmap.Audience{"report": accountmap.AudienceInternal, "update": accountmap.AudienceClient} {
		scope := accountmap.Scope{Audience: audience}
		d, err := handoff.New(t.Context(), m.Select(scope), &handoff.Options{Since: since.Select(scope)})
		require.NoError(t, err)
		for _, s := range d.Blocks {
			if s, ok := s.(*document.Section); ok && (s.ID == "since" || s.ID == "update") {
				out[name] = printedText(t, &document.Document{Title: name, Tones: d.Tones, Blocks: []document.Block{s}})["HTML"]
			}
		}
	}
	deck, err := handoff.Deck(t.Context(), m, nil)
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, printer.PPTX(&file, deck))
	parts := opctest.Parts(t, file.Bytes())
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if strings.HasPrefix(name, "ppt/slides/slide") {
			out["deck"] += wordsOf(string(parts[name]), "</a:p>") + " "
		}
	}
	for name, view := range map[string]render.View{"map": render.Stakeholders{}, "influence": render.Influence{}, "coverage": render.Coverage{}, "team": render.TeamCover{}} {
		g, err := view.Graph(m, nil)
		require.NoError(t, err)
		if name == "map" {
			out[name] = g.Groups[0].Label + ": " + g.Groups[0].Share.Caption + " "
		}
		out[name] += g.Subtitle + " " + g.Headline
		for _, p := range g.Points {
			out[name] += " " + p.Title
		}
	}
	wb, err := workbook.New(t.Context(), m, nil)
	require.NoError(t, err)
	tasks := portfolio.TasksOf(m, accountmap.Date{}, nil)
	all := portfolio.New([]insight.Summary{insight.Of(m, accountmap.Date{}).Summary()}, &portfolio.Options{Tasks: [][]portfolio.Task{tasks}})
	for _, b := range []*sheet.Workbook{wb, all} {
		file.Reset()
		require.NoError(t, b.WriteXLSX(&file))
		book, err := excelize.OpenReader(bytes.NewReader(file.Bytes()))
		require.NoError(t, err)
		for _, name := range book.GetSheetList() {
			rows, err := book.GetRows(name, excelize.Options{RawCellValue: true})
			require.NoError(t, err)
			for _, row := range rows {
				out[name] += strings.Join(row, " ") + " "
			}
		}
	}
	for name, text := range out {
		out[name] = strings.Join(strings.Fields(text), " ")
	}
	return out
}
