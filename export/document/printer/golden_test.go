package printer_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// Each case is a file testdata/NAME.txt with a section for each format, such as "-- html --". It
// omits the head and the script of the page, which are always the same.
func TestGolden(t *testing.T) {
	plain, cells := document.Lines, func(lines ...string) document.Cell { return document.Cell{Lines: document.Lines(lines...)} }
	header := func(s string) document.Cell { return document.Cell{Lines: plain(s), Header: true} }
	tones := []document.Tone{{Name: "sold", Fill: "#CDEAD9", Ink: "#0F5132"}, {Name: "gap", Fill: "#FFF1CC", Ink: "#6B4E00"}}

	for name, d := range map[string]*document.Document{
		"header": {
			Title: "Grupo Meridiano", Subtitle: "Handoff as of 1 November 2026", Language: "es", Contents: "Contenido",
			Details: []document.Detail{
				{Label: "De", Text: document.Text{document.Strong("Lucía Moreno"), document.Muted(" ejecutiva de cuentas")}},
				{Label: "A", Text: document.Text{document.Link{Text: "Andreas Roth", URL: "mailto:andreas@atlas.example"}}},
			},
			Tones: tones,
			Blocks: []document.Block{
				&document.Facts{Items: []document.Fact{
					{Label: "Penetración", Value: "25 %", Note: "15 de 60", Share: 0.25}, {Label: "A favor", Value: "8", Tone: "sold"}}},
				&document.Section{Title: "Objetivos", Blocks: []document.Block{&document.List{Items: plain("Entregar en 24 h", "Un solo proveedor")}}},
				&document.Section{Title: "Peticiones", ID: "asks", Blocks: []document.Block{
					&document.Paragraph{Text: document.Text{document.Plain("Pendiente: "), document.Chip{Text: "vencida", Tone: "gap"}}},
					&document.Section{Title: "Referencias", Blocks: []document.Block{&document.List{Items: plain("Ana Ribeiro")}}},
				}},
			},
		},
		"matrix": {
			Title: "Coverage", Tones: tones,
			Blocks: []document.Block{&document.Table{
				Caption: "Products by unit",
				Head: []document.Row{
					{{Lines: plain("Product"), Rowspan: 2}, {Lines: plain("Penetration"), Rowspan: 2, Number: true},
						{Lines: plain("Iberia"), Colspan: 2}, {Lines: plain("Hellas")}},
					{cells("Logística", "Zaragoza"), cells("Retail", "Lisboa"), cells("Προμήθειες", "Αθήνα")},
				},
				Groups: []document.Group{{
					Title: document.Text{document.Plain("Platform")},
					Rows: []document.Row{
						{header("Core"), {Lines: plain("33 %"), Number: true, Share: 1. / 3}, {Lines: plain("Sold"), Tone: "sold"}, {}, {Lines: plain("Gap"), Tone: "gap"}},
					},
				}},
				Foot: []document.Row{{{Lines: plain("People"), Header: true, Colspan: 2}, cells("★ Jörg Müller", "+ Ana Ribeiro"), cells("דוד לוי"), {}}},
			}},
		},
		"lead": {
			Title: "Grupo Meridiano", Subtitle: "Lucía hands over to Andreas", Contents: "Contents", Tones: tones,
			Details: []document.Detail{{Label: "As of", Text: document.Text{document.Plain("1 November 2026")}}, {Label: "Tier", Text: document.Text{document.Plain("Key")}}},
			Blocks: []document.Block{
				&document.Section{Title: "Brief", ID: "brief", Lead: true, Blocks: []document.Block{
					&document.Facts{Plain: true, Items: []document.Fact{{Label: "sold a year", Value: "564k EUR", Note: "+8 %"}, {Label: "in place", Value: "14 of 18", Tone: "gap"}}},
					&document.Section{Title: "Do first", Blocks: []document.Block{&document.Table{Plain: true, Widths: []int{1, 4, 1}, Groups: []document.Group{{Rows: []document.Row{
						{{Lines: []document.Text{{document.Toned{Text: "late 20 days", Tone: "gap"}}}}, cells("Two sets of figures"), {Lines: plain("Jan"), Number: true}}}}}}}},
					&document.Section{Title: "Next", Blocks: []document.Block{&document.Timeline{Ticks: []document.Tick{{Label: "1 Nov"}, {At: 1, Label: "15 Dec"}},
						Moments: []document.Moment{{At: .1, Day: "6 Nov", Text: "saving signed"}, {At: .2, Day: "10 Nov", Text: "questions", Tone: "gap"}, {At: .9, Day: "10 Dec", Text: "decision"}}}}},
				}},
				&document.Section{Title: "Sold", Blocks: []document.Block{&document.Table{
					Head:   []document.Row{{cells("Product"), cells("Unit"), cells("Since")}},
					Groups: []document.Group{{Rows: []document.Row{{header("Core"), cells("Retail"), {}}}}}}}},
				&document.Section{Title: "Annex", Folded: true, NewPage: true, Blocks: []document.Block{&document.Paragraph{Text: plain("All of it.")[0]}}},
			},
		},
		"figure": {
			Title: "Account map",
			Blocks: []document.Block{&document.Section{Title: "Map", Blocks: []document.Block{
				&document.Figure{Title: "People", Caption: "As of today.", Alt: "Who reports to whom", OwnPage: true, Picture: drawing(smallMap)},
			}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, html, ok := strings.Cut(printed(t, d), "<body>\n")
			require.True(t, ok)
			html, _, ok = strings.Cut(html, "<script>")
			require.True(t, ok)
			golden(t, name, "html", html)
			golden(t, name, "markdown", markdownOf(t, d))
		})
	}
}

// golden compares one format of a case with its file.
func golden(t *testing.T, name, format, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txt")
	data, err := os.ReadFile(file)
	if !*update {
		require.NoError(t, err)
	}
	// Each section ends before the line of the next.
	const mark = "-- "
	before, rest, found := strings.Cut(string(data), mark+format+" --\n")
	want, after := rest, ""
	if i := strings.Index(rest, "\n"+mark); i >= 0 {
		want, after = rest[:i+1], rest[i+1:]
	}
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(before+mark+format+" --\n"+got+after), 0o644))
		return
	}
	require.True(t, found, "%s has no section for %s", file, format)
	assert.Equal(t, want, got)
}
