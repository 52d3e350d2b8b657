package examples_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
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

// outputs has the figures of one account in each of its outputs.
type outputs struct {
	facts     map[string]document.Fact     // of the page, by label
	sections  map[string]*document.Section // of the page, by id
	workbook  map[string][2]string         // of the summary: value and note, by label
	portfolio map[string]string            // by heading
	calendar  string
	printed   map[string]string // the text of the page as HTML and, with pdftotext, as PDF
}

func outputsOf(t *testing.T, m *accountmap.Map) outputs {
	t.Helper()
	o := outputs{facts: map[string]document.Fact{}, sections: map[string]*document.Section{}, workbook: map[string][2]string{}, portfolio: map[string]string{}}
	d, err := handoff.New(t.Context(), m, nil)
	require.NoError(t, err)
	o.read(d.Blocks)
	wb, err := workbook.New(t.Context(), m, nil)
	require.NoError(t, err)
	for _, row := range cellsOf(t, wb) {
		if len(row) > 1 && o.workbook[row[0]] == [2]string{} {
			o.workbook[row[0]] = [2]string{row[1], strings.Join(row[2:], "|")}
		}
	}
	rows := cellsOf(t, portfolio.New([]insight.Summary{insight.Of(m, accountmap.Date{}).Summary()}, nil))
	for i, head := range rows[3] {
		if i < len(rows[4]) {
			o.portfolio[head] = rows[4][i]
		}
	}
	c, err := calendar.New(m, nil)
	require.NoError(t, err)
	var ics bytes.Buffer
	require.NoError(t, c.WriteICS(&ics))
	o.calendar = ics.String()
	o.printed = printedText(t, d)
	return o
}

// printedText returns the text of a document with single spaces.
func printedText(t *testing.T, d *document.Document) map[string]string {
	t.Helper()
	var page, file bytes.Buffer
	require.NoError(t, printer.HTML(t.Context(), &page, d, nil))
	root, err := html.Parse(&page)
	require.NoError(t, err)
	var text strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
			text.WriteString(n.Data + " ")
		}
	}
	printed := map[string]string{"HTML": text.String()}
	var word, plain bytes.Buffer
	require.NoError(t, printer.DOCX(t.Context(), &word, d, nil))
	printed["DOCX"] = wordsOf(string(opctest.Parts(t, word.Bytes())["word/document.xml"]), "</w:p>")
	require.NoError(t, printer.Markdown(&plain, d, nil))
	printed["Markdown"] = regexp.MustCompile(`\\([^\w\s])|:? \*\*|\*\*| \|`).ReplaceAllString(plain.String(), "$1 ")
	if _, err := exec.LookPath("pdftotext"); err == nil {
		require.NoError(t, printer.PDF(t.Context(), &file, d, nil))
		command := exec.Command("pdftotext", "-raw", "-", "-") // raw: in the order of painting
		command.Stdin = &file
		out, err := command.Output()
		require.NoError(t, err)
		printed["PDF"] = string(out)
	}
	for format, text := range printed {
		printed[format] = strings.Join(strings.Fields(text), " ")
	}
	return printed
}

// wordsOf returns the text of a part of an office file, with a space after each element that ends
// with the tag.
func wordsOf(part, tag string) string {
	return html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(strings.ReplaceAll(part, tag, " "), ""))
}

// fact returns the fact of the first page whose label begins with label.
func (o outputs) fact(label string) document.Fact {
	for key, f := range o.facts {
		if key == label || strings.HasPrefix(key, label+" · +") {
			return f
		}
	}
	return document.Fact{}
}

// said reports whether a text has each amount, in full or rounded, with its currency.
func said(words *terms.Terms, sums accountmap.Sums, text string) bool {
	return !slices.ContainsFunc(sums, func(sum accountmap.Money) bool {
		return !strings.Contains(text, words.Money(sum)) && !strings.Contains(text, words.ShortAmounts("", accountmap.Sums{sum}))
	})
}

// inPortfolio checks a cell with sums. A single sum is a number; several are a text.
func inPortfolio(t *testing.T, words *terms.Terms, sums accountmap.Sums, cell string) {
	t.Helper()
	if len(sums) == 1 {
		assert.Equal(t, amount(sums[0]), plain(cell))
	} else {
		assert.True(t, said(words, sums, cell), cell)
	}
}

// reads checks that each printed page has a figure next to its label, in either order, or a title.
func (o outputs) reads(t *testing.T, label, value string) {
	t.Helper()
	label, value = strings.Join(strings.Fields(label), " "), strings.Join(strings.Fields(value), " ")
	for format, text := range o.printed {
		assert.True(t, strings.Contains(text, strings.TrimSpace(value+" "+label)) || strings.Contains(text, label+" "+value), "%s lacks %q of %q", format, value, label)
	}
}

func (o outputs) read(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Section:
			o.sections[b.ID] = b
			o.read(b.Blocks)
		case *document.Facts:
			for _, f := range b.Items {
				o.facts[f.Label] = f
			}
		}
	}
}

// cellsOf returns the raw cells of the first sheet.
func cellsOf(t *testing.T, wb *sheet.Workbook) [][]string {
	t.Helper()
	var file bytes.Buffer
	require.NoError(t, wb.WriteXLSX(&file))
	book, err := excelize.OpenReader(&file)
	require.NoError(t, err)
	rows, err := book.GetRows(book.GetSheetList()[0], excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	return rows
}

// TestOneQuestionHasOneFigure compares each figure across all outputs that show it.
func TestOneQuestionHasOneFigure(t *testing.T) {
	sample, problems := codec.Open("handoff/sample.yaml")
	require.False(t, problems.HasErrors())
	accounts := map[string]*accountmap.Map{"sample": sample}
	full, err := accountmap.New(accountmaptest.Full())
	require.NoError(t, err)
	accounts["full"] = full
	abroad := sample.Account()
	for i := range abroad.Coverage {
		if c := &abroad.Coverage[i]; c.Unit == "plant-north" || c.Unit == "service" {
			for _, sum := range []*accountmap.Money{&c.Value, &c.Potential, &c.Target} {
				if !sum.IsZero() {
					sum.Currency = "PLN"
				}
			}
		}
	}
	accounts["two currencies"], err = accountmap.New(abroad)
	require.NoError(t, err)
	for i, s := range accountmaptest.Shapes()[1:4] {
		accounts[fmt.Sprintf("shape %d", i+1)], err = accountmap.New(accountmaptest.Generate(3, s))
		require.NoError(t, err)
	}
	words := terms.English()
	for name, m := range accounts {
		t.Run(name, func(t *testing.T) {
			o, s := outputsOf(t, m), insight.Of(m, accountmap.Date{}).Summary()
			number := func(n int) string { return strconv.Itoa(n) }
			same := func(what string, want string, got ...string) {
				for i, g := range got {
					assert.Equal(t, want, g, "%s in output %d", what, i)
				}
			}
			label := func(k terms.Key, args ...any) string { return words.Text(k, args...) }

			for _, key := range []terms.Key{terms.HandoffPenetration, terms.HandoffBuyingUnits, terms.HandoffForAgainst, terms.HandoffOrdersLastYear, terms.HandoffNextRenewal, terms.PackOpenCases,
				terms.PackOverdue, terms.HandoffOpenAsks, terms.HandoffQuotable, terms.PackReadiness} {
				o.reads(t, label(key), o.facts[label(key)].Value)
			}
			for _, key := range []string{"overdue", "thread", "verbal", "health"} {
				if section := o.sections[key]; section != nil {
					o.reads(t, section.Title, "")
				}
			}
			if s.Penetration.Sellable > 0 {
				o.reads(t, label(terms.BriefSold, s.Penetration.Sold, s.Penetration.Sellable), o.facts[label(terms.BriefSold, s.Penetration.Sold, s.Penetration.Sellable)].Value)
			}
			open := o.fact(label(terms.BriefOpen))
			o.reads(t, open.Label, open.Value)

			share := words.Percent(s.Penetration.Share())
			if s.Penetration.Sellable > 0 {
				same("penetration", share, o.facts[label(terms.HandoffPenetration)].Value, o.facts[label(terms.BriefSold, s.Penetration.Sold, s.Penetration.Sellable)].Value,
					percent(t, o.workbook[label(terms.ColumnPenetration)][0]), percent(t, o.portfolio[label(terms.HandoffPenetration)]))
			}
			late := number(s.Overdue)
			same("late", late, o.facts[label(terms.PackOverdue)].Value, o.workbook[label(terms.PackOverdue)][0], o.portfolio[label(terms.PackOverdue)])
			if s.Overdue > 0 {
				same("late", label(terms.PackOverdue)+": "+late, o.sections["overdue"].Title)
			}
			if s.GrowthKnown {
				growth := words.Text(terms.HandoffOnYearBefore, words.Change(s.Growth))
				assert.Contains(t, o.facts[label(terms.HandoffOrdersLastYear)].Note, growth)
				assert.Contains(t, o.workbook[label(terms.SheetsYear)][1], growth)
				same("growth", words.Change(s.Growth), change(t, words, o.portfolio[label(terms.PortfolioTrend)]))
				ordered := o.fact(label(terms.BriefOrderedGrowth, words.Change(s.Growth)))
				require.NotEmpty(t, ordered.Value, "the brief has another growth")
				assert.True(t, s.Revenue.IsZero() || said(words, accountmap.Sums{s.Revenue}, ordered.Value), ordered.Value)
				assert.True(t, said(words, accountmap.Sums(s.Ordered.Amounts).Others(s.Revenue.Currency), ordered.Note))
			}
			if !s.Revenue.IsZero() {
				same("revenue", amount(s.Revenue), plain(o.workbook[label(terms.SheetsYear)][0]))
				inPortfolio(t, words, s.Ordered.Amounts, o.portfolio[label(terms.HandoffOrdersLastYear)])
			}
			inPortfolio(t, words, s.AtRisk, o.portfolio[label(terms.PackAtRisk)])
			inPortfolio(t, words, s.Renewing, o.portfolio[label(terms.PortfolioRenewing)])
			for key, sums := range map[terms.Key]accountmap.Sums{terms.SheetsOpenValue: s.Open, terms.SheetsSoldValue: s.Sold} {
				if len(sums) > 0 {
					same("a sum", amount(sums[0]), plain(o.workbook[label(key)][0]))
					assert.True(t, said(words, sums[1:], o.workbook[label(key)][1]), key)
				}
			}
			if len(s.Open) > 0 {
				assert.True(t, strings.HasPrefix(open.Value, words.ShortAmount(s.Open[0])))
				assert.True(t, said(words, s.Open[1:], open.Note), open.Note)
			}
			same("open cases", number(s.OpenCases), o.facts[label(terms.PackOpenCases)].Value, o.portfolio[label(terms.PackOpenCases)])
			if s.SingleThreads > 0 {
				same("units that hang by a thread", number(s.SingleThreads), after(o.sections["thread"].Title), o.portfolio[label(terms.PortfolioThreads)])
			}
			g, err := render.Stakeholders{}.Graph(m, nil)
			require.NoError(t, err)
			w := insight.Of(m, accountmap.Date{}).Watch(insight.WatchOptions{})
			assert.Equal(t, s.SingleThreads, w.HangsOnOne.Total)
			assert.Equal(t, s.Open, w.ToSell.Worth)
			headline := []string{words.Count(terms.MapWatchAgainst, w.ToWinOver.Total), words.Count(terms.MapWatchHangs, s.SingleThreads),
				words.Count(terms.MapWatchUnknown, w.ToFindOut.Total), words.Text(terms.BriefAYearOpen, words.ShortAmounts(m.Profile().Currency, s.Open))}
			if _, parts, said := strings.Cut(g.Headline, " · "); said {
				for part := range strings.SplitSeq(parts, "; ") {
					assert.Contains(t, headline, part, "the headline of the map")
				}
			}
			boxes := []string{label(terms.ViewsWinOver) + " · " + words.Count(terms.MapWatchPower, w.ToWinOver.Total, insight.DefaultPowerToWin),
				label(terms.MapWatchThread) + " · " + words.Count(terms.MapWatchUnits, s.SingleThreads),
				label(terms.ViewsFindOut) + " · " + words.Count(terms.MapPeople, w.ToFindOut.Total), label(terms.MapWatchSell) + " · " + headline[3], label(terms.MapWatchSell)}
			for _, p := range g.Points {
				assert.Contains(t, boxes, p.Title, "the boxes of the map")
			}
			cover, err := render.TeamCover{}.Graph(m, nil)
			require.NoError(t, err)
			hangs := words.Count(terms.MapWatchHangs, s.SingleThreads)
			assert.Equal(t, s.SingleThreads > 0, strings.HasSuffix(cmp.Or(cover.Headline, cover.Subtitle), hangs), "%q: %s %s", hangs, cover.Headline, cover.Subtitle)
			if s.Verbal > 0 {
				verbal := 0
				for _, row := range o.sections["promises"].Blocks[0].(*document.Table).Groups[0].Rows {
					if c := fmt.Sprint(row); strings.Contains(strings.ToLower(c), label(terms.PackVerbal)) && !strings.Contains(c, words.CommitmentStatus(accountmap.CommitmentKept)) {
						verbal++
					}
				}
				same("promised in words only", number(s.Verbal), after(o.sections["verbal"].Title), number(verbal))
			}
			same("key players", number(s.KeyPlayers), number(keyPlayers(insight.Of(m, accountmap.Date{}).Ready())))
			same("for us", fmt.Sprintf("%d / %d", s.Standing.For, s.Standing.Against), o.facts[label(terms.HandoffForAgainst)].Value,
				o.portfolio[label(terms.PortfolioFor)]+" / "+o.portfolio[label(terms.PortfolioAgainst)])
			if s.Targets > 0 {
				behind := 0
				for _, row := range o.sections["targets"].Blocks[0].(*document.Table).Groups[0].Rows {
					behind += strings.Count(fmt.Sprint(row[0]), words.Reason(accountmap.ReasonBehindTarget))
				}
				same("targets behind", number(s.Behind), o.workbook[label(terms.TargetsBehind)][0])
				assert.GreaterOrEqual(t, behind, s.Behind, "the page lists those of periods that are over, too")
			}
			ready := words.Text(terms.PackOf, s.Ready, s.Checks)
			same("readiness", ready, o.facts[label(terms.PackReadiness)].Value, o.portfolio[label(terms.PackSectionReadiness)])
			if !m.Handoff().IsZero() {
				same("readiness", ready, o.facts[label(terms.BriefReady)].Value)
			}
			if s.Health.Confidence > 0 {
				same("health", words.Text(terms.JudgedHealth, s.Health.Score, words.Percent(s.Health.Confidence)), o.sections["health"].Title)
				same("health", number(s.Health.Score), o.portfolio[label(terms.PortfolioHealth)])
			}
			if s.Moves > 0 {
				same("moves", number(len(o.sections["moves"].Blocks[0].(*document.Table).Groups[0].Rows)), o.portfolio[label(terms.PortfolioMoves)])
			}
			if !s.NextRenewal.IsZero() {
				assert.Contains(t, o.calendar, strings.ReplaceAll(s.NextRenewal.String(), "-", ""))
				assert.Equal(t, strings.ReplaceAll(words.ShortDate(s.NextRenewal), " ", "\u00a0"), o.facts[label(terms.HandoffNextRenewal)].Value)
				same("next renewal", o.workbook[label(terms.SheetsNextRenewal)][0], o.portfolio[label(terms.HandoffNextRenewal)])
			}
		})
	}
}

func keyPlayers(r insight.Readiness) int {
	for _, f := range r.Findings {
		if f.Check == insight.CheckKeyPlayersStand {
			return f.Whole
		}
	}
	return 0
}

// after returns the text after the last colon.
func after(title string) string { return strings.TrimSpace(title[strings.LastIndex(title, ":")+1:]) }

func percent(t *testing.T, raw string) string {
	t.Helper()
	share, err := strconv.ParseFloat(raw, 64)
	require.NoError(t, err)
	return terms.English().Percent(share)
}

func change(t *testing.T, words *terms.Terms, raw string) string {
	t.Helper()
	share, err := strconv.ParseFloat(raw, 64)
	require.NoError(t, err)
	return words.Change(share)
}

// plain returns a number without an exponent, and any other text unchanged.
func plain(raw string) string {
	if f, err := strconv.ParseFloat(raw, 64); err == nil {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return raw
}

// amount returns an amount in the notation of a workbook.
func amount(m accountmap.Money) string {
	return strconv.FormatFloat(float64(m.Minor)/float64([]int{1, 10, 100, 1000}[m.Currency.Digits()]), 'f', -1, 64)
}
