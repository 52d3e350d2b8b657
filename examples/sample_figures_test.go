package examples_test

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/calendar"
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
		{"orders in a year", "564253", map[string]string{"deck": `Orders in the last year (\d+)`, "Summary": `Orders of the last twelve months (\d+)`, "Portfolio": `account · (\d+) EUR`, "page": `Orders in the last year (\d+)`}},
		{"order lines", "61", map[string]string{"deck": `EUR · (\d+) order lines`, "Summary": `564253 EUR (\d+) order lines`, "page": `EUR · (\d+) order lines`}},
		{"growth", "+8%", map[string]string{"deck": `(\S+) on the year before`, "Summary": `(\S+) on the year before`, "page": `(\S+) on the year before|ordered in a year, (\S+)`}},
		{"orders in other money", "14700", map[string]string{"deck": `\+ (\d+) PLN`, "Summary": `order lines · \+ (\d+) PLN · \+8%`, "page": `\+ (\d+) PLN`}},
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
		{"what is late, cases, standing, threads, health, moves, readiness", "9 2 17 8 5 57 10 11 19", map[string]string{"Portfolio": `362500 EUR (\d+) (\d+) (\d+) (\d+) (\d+) (\d+) (\d+) (\d+) of (\d+)$`}},
		{"promised in words", "3", map[string]string{"page": `Promised by word of mouth only: (\d+)`}},
		{"ordered since September", "6 55647 9800", map[string]string{"report": `(\d+) order lines · (\d+) EUR · (\d+) PLN`, "update": `(\d+) order lines · (\d+) EUR · (\d+) PLN`}},
		{"a promise that is late", "6", map[string]string{"page": `Олена Коваль (\d+) days late`, "meeting": `(\d+) days late`, "Do next": `Олена Коваль Jan Sowa 26 Oct 2026 (\d+)`, "Monday": `Олена Коваль Jan Sowa 26 Oct 2026 (\d+)`}},
		{"its day", "26 Oct 2026", map[string]string{"update": `(\d+ \w+ \d+) Late A list of the workshops`, "page": `checked by us Meridiano Service (\d+ \w+ \d+) 6 Олена`}},
		{"a renewal's day", "17 Nov 2026 Friederike Groß Jan Sowa", map[string]string{"update": `(\d+ \w+ \d+) Telematics · Meridiano Service Renewal (Friederike Groß) (Jan Sowa)`,
			"page": `(\d+ \w+ \d+) Renewal Telematics · Meridiano Service (Friederike Groß) (Jan Sowa)`}},
		{"a talk", "24 Jun 2026", map[string]string{"meeting": `Last talk (\d+ \w+ \d+) · Arantxa|(\d+ \w+ \d+) Regular talk Half-year`, "page": `4 Decision maker Arantxa Roldán (\d+ \w+ 2026) Friederike`}},
		{"who settles a case", "Laura", map[string]string{"page": `Settle: A year of support invoiced after it had lapsed .{0,90}?Clara Sousa (Laura|Arantxa)|Premium support · Meridiano Retail 12 Oct 2026 20 Clara Sousa (Laura|Arantxa)`, "Do next": `lapsed Clara Sousa (Laura|Arantxa)`,
			"Monday": `lapsed Clara Sousa (Laura|Arantxa)`, "update": `lapsed Open case Clara Sousa (Laura|Arantxa)`}},
		{"power of one", "4", map[string]string{"meeting": `Power (\d) / 5 · Decision maker`, "page": `Jörg Müller Director de logística Logística .{0,40}(\d) Decision`}},
		{"last day", "15 Dec 2026", map[string]string{"page": `leaves on (\d+ \w+ \d+)|last day (\d+ \w+ \d+)`, "Do next": `leaves on (\d+ \w+ \d+)`, "Monday": `leaves on (\d+ \w+ \d+)`, "deck": `leaves on (\d+ \w+ \d+)`}},
		{"penetration of the units", "33 42 18 40 10 0 42 50 0", map[string]string{"Summary": `Penetration by unit .*?Grupo Meridiano (\d+)% .*?Logística (\d+)% .*?Retail (\d+)% .*?Data (\d+)% .*?μήθειες (\d+)% .*?αγωγή (\d+)% .*?North (\d+)% .*?Service (\d+)% .*?Fundación Meridiano (\d+)%`,
			"Coverage": `of the unit 26%` + strings.Repeat(` (\d+)%`, 9), "page": `of the unit 26%` + strings.Repeat(` (\d+)%`, 9), "deck": `Penetration Grupo Meridiano .*?(\d+)% .*?(\d+)% .*?(\d+)% .*?(\d+)% .*?(\d+)% .*?(\d+)% .*?(\d+)% .*?(\d+)% Fundación Meridiano (\d+)%`}},
		{"penetration of a unit", "50 6", map[string]string{"Answers": `Service Köln, Germany (\d+)% (\d+)`, "Summary": `Meridiano Service (\d+)% (\d+) of 12`}},
		{"penetration of a line", "44", map[string]string{"Summary": `Platform (\d+)%`, "Coverage": `Platform (\d+)% core`}},
		{"penetration of a product", "38", map[string]string{"Coverage": `core Core (\d+)%`, "page": `Platform Core (\d+)%`}},
		{"blank cells", "29", map[string]string{"Answers": `Not assessed: (\d+)`, "page": `(\d+) further cells are not assessed`}},
		{"orders of the year before", "524461.50", map[string]string{"Summary": `twelve months before (\S+) EUR`, "page": `to 1 Nov 2025 64 (\S+) EUR`, "deck": `to 1 Nov 2025 64 (\S+) EUR`, "Orders by quarter": `564253 (\S+) 24500 PLN`}},
		{"orders of a cell", "118017", map[string]string{"page": `8 423 (\d+) EUR`, "Answers": `8 423 (\d+) EUR`, "Orders by quarter": `15345 15624 (\d+)`}},
		{"orders of a cell in other money", "24500 PLN", map[string]string{"page": `3 5 (\d+ [A-Z]+)`, "Answers": `3 5 (\d+ [A-Z]+)`, "Orders by quarter": `14700 PLN 9800 PLN (\d+ [A-Z]+) up Plant`}},
		{"orders in all", "1088714.50", map[string]string{"page": `Total 125 (\S+) EUR`, "Orders by quarter": `55647 (\S+) 564253`}},
		{"a target", "90000 34656 39", map[string]string{"page": `Behind target 2026 (90\d+) EUR (\d+) EUR (\d+)%`, "deck": `Meridiano Retail 2026 (\d+) EUR (\d+) EUR (\d+)%`}},
		{"a target's share", "39 84", map[string]string{"page": `34656 EUR (\d+)% (\d+)%`, "Targets and health": `Meridiano Retail 2026 (\d+)% (\d+)% 90000 EUR 34656`}},
		{"progress of a figure", "6.01 30 Sep 2026 38", map[string]string{"page": `31 Dec 2027 (6\.\d+) (\d+ \w+ \d+) (\d+)%`, "deck": `6.2 5.7 (\S+) (\d+ \w+ \d+) (\d+)%`}},
		{"parts of health", "68 49 50 50 57 59", map[string]string{"page": `Known Money (\d+) .*?People (\d+) .*?cases (\d+) .*?Satisfaction (\d+) .*?Cover (\d+) .*?talks (\d+)`, "Targets and health": `Known Money (\d+) .*?People (\d+) .*?cases (\d+) .*?Satisfaction (\d+) .*?Cover (\d+) .*?talks (\d+)`}},
		{"worth of a deal", "135", map[string]string{"page": `Retail (\d+)k Core, Route|Meet Rui .*?15 Dec 2026 (\d+)k Keep`, "Who is who": `4 (\d+)312 EUR`, "Do next": `Roldán 15 Dec 2026 (\d+)312 EUR Stance`, "deck": `Meet Rui .*?15 Dec 2026 (\d+)k`}},
		{"worth of a renewal", "137", map[string]string{"page": `Groß (\d+)k Jan|17 Nov 2026 (\d+)k`, "Do next": `17 Nov 2026 (\d+)400 EUR`, "deck": `17 Nov 2026 (\d+)k`, "Monday": `17 Nov 2026 (\d+)400 EUR`, "Coverage": `54000 (\d+)400`}},
		{"whitespace", "81600", map[string]string{"page": `Core Meridiano Retail Proposed (\d+) EUR`, "deck": `Core Meridiano Retail Proposed (\d+) EUR`, "Answers": `Retail Core Proposed New sale (\d+) EUR`, "Coverage": `57600 (\d+) 14400`, "Coverage details": `Retail Core New sale (\d+) `}},
		{"alerts", "33915 32300 21600", map[string]string{"page": `6 Oct 2026 (\d+) EUR Jörg .*?15 Sep 2026 (\d+) EUR Inês .*?13 Jan 2026 (\d+) EUR Fried`, "Do next": `Alarming (\d+) EUR .*?Alarming (\d+) EUR .*?Alarming (\d+) EUR`}},
		{"last talk", "20 May 2026", map[string]string{"Who is who": `Retail \? Unknown 4 (\d+ \w+ \d+) 165`, "page": `Budget holder Laura Méndez (\d+ \w+ 2026) New since`}},
		{"referrals given and asked", "4 7", map[string]string{"Summary": `Referrals (\d+) Asked: (\d+)`, "Answers": `Referrals: (\d) / (\d)`, "page": `Referrals: Given (\d) / (\d)`}},
		{"testimonials given and asked", "3 5", map[string]string{"Summary": `Testimonials (\d+) Asked: (\d+)`, "Answers": `Testimonials: (\d) / (\d)`, "page": `Testimonials: Given (\d) / (\d)`}},
		{"open requests", "2 1", map[string]string{"page": `Referrals: (\d) · Testimonials: (\d)`, "Answers": `Referrals 57% 7 4 1 (\d) 0 Testimonials 60% 5 3 1 (\d)`, "Referrals and testimonials": `Referrals 7 4 57% 1 (\d) 0 Testimonials 5 3 60% 1 (\d)`}},
		{"key players", "9", map[string]string{"team": `(\d+) key players`, "page": `every key player stands 8 of (\d+)|key player 5 of (\d+)`}},
		{"days late of a case", "186", map[string]string{"page": `(\d+) days late Settle: Two|29 Apr 2026 (\d+) Sinéad`, "Do next": `29 Apr 2026 (\d+)`, "Monday": `29 Apr 2026 (\d+)`, "deck": `(\d+) days late`}},
		{"day of a case", "29 Apr 2026", map[string]string{"page": `Sinéad O'Hara Jan Sowa (\d+ \w+ 2026) 7.6k`, "update": `(\d+ \w+ \d+) Late Two sets`, "deck": `late Jan Sowa (\d+ \w+ \d+)`}},
		{"day of a milestone", "6 Nov 2026", map[string]string{"page": `(\d+ Nov 2026) Milestone The saving|17 Sep 2026 (\d+ \w+ \d+) Jan Sowa Mał`, "Roadmap": `17 Sep 2026 (\d+ \w+ \d+)`, "deck": `controller Jan Sowa (\d+ \w+ \d+)`,
			"update": `(\d+ \w+ \d+) The saving`, "report": `(\d+ \w+ \d+) The saving`, "calendar": `START;VALUE=DATE:(\d+ \w+ \d+) DTEND\S+ \w+ \d+ SUMMARY\S+ Meridiano: Milestone, The saving`}},
		{"day of a promise", "10 Nov 2026", map[string]string{"page": `(\d+ Nov 2026) Promise Answers|Ferrer Jan Sowa (\d+ \w+ \d+) Open`, "Promises": `Inés Ferrer (\d+ \w+ \d+)`, "deck": `board Jan Sowa (\d+ \w+ \d+)`,
			"update": `(\d+ \w+ \d+) Answers`, "report": `(\d+ \w+ \d+) Answers`, "calendar": `START;VALUE=DATE:(\d+ \w+ \d+) DTEND\S+ \w+ \d+ SUMMARY\S+ Meridiano: Promise, Answers`}},
		{"day of a regular talk", "12 Nov 2026", map[string]string{"page": `every 2 weeks (\d+ \w+ \d+)|(\d+ Nov 2026) Regular talk Framework`, "update": `(\d+ \w+ \d+) Framework talks`, "report": `(\d+ \w+ \d+) Framework talks`}},
		{"day of a renewal", "9 Dec 2026", map[string]string{"page": `(\d+ Dec 2026) Core Grupo Meridiano|(\d+ Dec 2026) Renewal Core`, "Coverage details": `34600 EUR 43200 EUR (\d+ \w+ \d+)`}},
		{"orders in a year, rounded", "564 14.7", map[string]string{"page": `ordered in a year, \S+ (\d+)k EUR \+ (\S+)k PLN`}},
		{"readiness on page one", "11 19", map[string]string{"page": `in place for the handoff (\d+) of (\d+)`}},
		{"growth by year", "+8%", map[string]string{"page": `61 564253 EUR 14700 PLN (\S+)`, "deck": `61 564253 EUR 14700 PLN (\S+)`}},
		{"the year before", "2 Nov 2024 to 1 Nov 2025", map[string]string{"page": `(2 Nov 2024 to \d+ \w+ \d+) 64`, "deck": `(2 Nov 2024 to \d+ \w+ \d+) 64`}},
		{"neutral and unknown", "8 8", map[string]string{"page": `(\d+) neutral, (\d+) unknown`, "deck": `(\d+) neutral, (\d+) unknown`}},
		{"sold of sellable, below the share", "25 95", map[string]string{"Summary": `Penetration 26% (\d+) of (\d+) sellable`, "page": `Penetration 26% (\d+) of (\d+) sellable`}},
		{"the oldest case", "22 Apr 2026", map[string]string{"page": `the oldest since (\d+ \w+ \d+)`, "deck": `the oldest since (\d+ \w+ \d+)`, "Cases": `(22 Apr 2026)`}},
		{"power of another", "5", map[string]string{"page": `Begoña Núñez \(power (\d)\)|(\d) Iñaki Öztürk Begoña Núñez`, "deck": `Begoña Núñez \(power (\d)\)`}},
		{"limits of health", "60 70", map[string]string{"page": `At most (\d+): A champion has left: \D+ At most (\d+)`, "Targets and health": `At most (\d+): A champion has left: \D+ At most (\d+)`}},
		{"weights of health", "30 100 25 83", map[string]string{"page": `Money 68 (\d+) (\d+)% People 49 (\d+) (\d+)%`, "Targets and health": `Money 68 (\d+) (\d+)% People 49 (\d+) (\d+)%`}},
		{"worth and day of the first move", "15 Dec 361", map[string]string{"page": `(\d+ Dec) · Laura Méndez and Arantxa Roldán · (\d+)k a year`, "deck": `(\d+ Dec) 2026 (\d+)k Renew Meridiano`}},
		{"day of a renewal, short", "17 Nov", map[string]string{"page": `(\d+ Nov) Renew Meridiano Service: T|(\d+ Nov) 5 renewals`, "Do next": `Groß Jan Sowa (17 Nov)`}},
		{"renewals of one day", "5", map[string]string{"page": `17 Nov (\d+) renewals, Meridiano Service`}},
		{"a contract's renewal", "30 Nov", map[string]string{"page": `(\d+ Nov) Meridiano Service renews|contract renews on (\d+ Nov) 2026`, "Monday": `contract renews on (\d+ Nov) 2026`, "Contracts": `(30 Nov) 2026`}},
		{"what hangs by a thread, a year", "191 14.7 169", map[string]string{"page": `Only Jan Sowa knows anybody there; (\d+)k \+ (\S+)k PLN a year; (\d+)k a year still open`}},
		{"open where nobody is known", "108", map[string]string{"page": `We know nobody there; (\d+)k a year`, "Do next": `13 Dec 2026 (108)300`, "Monday": `13 Dec 2026 (108)300`}},
		{"day of a verbal promise", "15 Dec", map[string]string{"page": `Laura Méndez to Ελένη Παπαδοπούλου (\d+ \w+)`, "Promises": `Ελένη Παπαδοπούλου (\d+ \w+) 2026`}},
		{"days late of a verbal promise", "6", map[string]string{"page": `Jan Sowa to Олена Коваль (\d+) days late`}},
		{"open requests in all", "3", map[string]string{"page": `Open asks (\d+)`}},
		{"end of the handoff", "15 Dec 2026", map[string]string{"page": `1 Oct to (\d+ \w+ \d+)`, "Handoff": `1 Oct 2026 (\d+ \w+ \d+)`}},
		{"worth of the first move", "361", map[string]string{"page": `(\d+)k Renew Meridiano Service: T`, "deck": `15 Dec 2026 (\d+)k Renew Meridiano`, "Do next": `Introduce.* (\d+)042 EUR Laura`, "Monday": `Introduce.* (\d+)042 EUR Laura`}},
	} {
		for name, pattern := range figure.in {
			found := regexp.MustCompile(pattern).FindAllStringSubmatch(out[name], -1)
			assert.NotEmpty(t, found, "%s is not in %s: %s", figure.what, name, pattern)
			for _, groups := range found {
				got := strings.Join(strings.Fields(strings.Join(groups[1:], " ")), " ")
				assert.Equal(t, figure.want, got, "%s in %s: %s", figure.what, name, groups[0])
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
			assert.Contains(t, out["Targets and health"], terms.English().Percent(share))
		}
	}
}

var (
	day     = regexp.MustCompile(`\b20\d\d(-?)[01]\d(-?)[0-3]\d\b`)
	amounts = regexp.MustCompile(`\b(\d+)(?:,(\d\d\d))?(?:,(\d\d\d))?(?:\.00)?\b`)
)

// textsOf returns the outputs of an account as texts, by the name of the output or of the sheet. All
// have single spaces, days as on the page, and amounts without separators and zero cents.
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
			rows, err := book.GetRows(name)
			require.NoError(t, err)
			for _, row := range rows {
				out[name] += strings.Join(row, " ") + " "
			}
		}
	}
	c, err := calendar.New(m, nil)
	require.NoError(t, err)
	file.Reset()
	require.NoError(t, c.WriteICS(&file))
	out["calendar"] = strings.NewReplacer("\r\n ", "", `\,`, ",").Replace(file.String())
	for name, text := range out {
		text = day.ReplaceAllStringFunc(text, func(s string) string {
			d, err := time.Parse("20060102", strings.ReplaceAll(s, "-", ""))
			require.NoError(t, err)
			return d.Format("2 Jan 2006")
		})
		out[name] = strings.Join(strings.Fields(amounts.ReplaceAllString(text, "$1$2$3")), " ")
	}
	return out
}
