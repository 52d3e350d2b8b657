package printer_test

import (
	"bytes"
	"context"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/stretchr/testify/assert"
)

// A sized is a picture of an invalid size.
type sized struct {
	drawing
	width float64
}

func (s sized) Size() (width, height float64) { return s.width, 1 }

// printers has a print function for each format.
var printers = []func(context.Context, io.Writer, *document.Document, *printer.Options) error{printer.HTML, printer.PDF, printer.DOCX,
	func(_ context.Context, w io.Writer, d *document.Document, o *printer.Options) error {
		return printer.Markdown(w, d, o)
	}}

func TestWrongDocuments(t *testing.T) {
	text := func(x ...document.Inline) document.Block { return &document.Paragraph{Text: x} }
	row := func(spans ...int) document.Row {
		r := make(document.Row, len(spans))
		for i, n := range spans {
			r[i].Colspan = n
		}
		return r
	}
	rows := func(r ...document.Row) document.Block { return &document.Table{Groups: []document.Group{{Rows: r}}} }
	tall := func(n int) document.Row { return document.Row{{Rowspan: n}, {}} }
	loop := &document.Section{Title: "round"}
	loop.Blocks = []document.Block{loop}

	for name, test := range map[string]struct {
		doc  *document.Document
		want string
	}{
		"nil":                {nil, "the Document is nil"},
		"no title":           {&document.Document{}, "Title is empty"},
		"blank title":        {&document.Document{Title: " \n"}, "Title is empty"},
		"language":           {&document.Document{Title: "x", Language: `en" x="`}, "not a BCP 47 tag"},
		"tone without name":  {&document.Document{Title: "x", Tones: []document.Tone{{Name: "", Fill: "#000000", Ink: "#FFFFFF"}}}, "tone 1: it has no name"},
		"tone twice":         {&document.Document{Title: "x", Tones: []document.Tone{{Name: "a", Fill: "#000000", Ink: "#FFFFFF"}, {Name: "a", Fill: "#000000", Ink: "#FFFFFF"}}}, `tone 2: the name "a" is already taken`},
		"fill":               {&document.Document{Title: "x", Tones: []document.Tone{{Name: "a", Fill: "red", Ink: "#FFFFFF"}}}, `Fill "red" is not a colour`},
		"ink":                {&document.Document{Title: "x", Tones: []document.Tone{{Name: "a", Fill: "#000000", Ink: "#FFFFFF}"}}}, `Ink "#FFFFFF}" is not a colour`},
		"nil detail":         {&document.Document{Title: "x", Details: []document.Detail{{Text: document.Text{nil}}}}, "detail 1: piece 1 of the text is nil"},
		"nil block":          {body(text(), nil), "block 2: it is nil"},
		"nil pointer":        {body((*document.Section)(nil)), "block 1: it is nil"},
		"nil piece":          {body(text(document.Plain("x"), nil)), "paragraph (block 1): piece 2 of the text is nil"},
		"tone of a chip":     {body(text(document.Chip{Tone: "sold"})), `the tone "sold" is not among`},
		"tone of a fact":     {body(&document.Facts{Items: []document.Fact{{Label: "Units", Tone: "sold"}}}), `facts (block 1), "Units": the tone "sold"`},
		"share of a fact":    {body(&document.Facts{Items: []document.Fact{{Share: 1.01}}}), "Share 1.01 is not from 0 to 1"},
		"second lead":        {body(text(), &document.Section{Title: "x", Lead: true}), "only the first block of a document may be its Lead"},
		"inner lead":         {body(&document.Section{Title: "x", Blocks: []document.Block{&document.Section{Title: "y", Lead: true}}}), `section "y": only the first block`},
		"moment":             {body(&document.Timeline{Moments: []document.Moment{{At: math.NaN()}}}), "moment 1: At NaN is not from 0 to 1"},
		"moments":            {body(&document.Timeline{Moments: []document.Moment{{At: .5}, {At: .4}}}), "moment 2: At 0.4 is before"},
		"tick":               {body(&document.Timeline{Ticks: []document.Tick{{At: 2}}}), "At 2 of tick 1 is not from 0 to 1"},
		"tone of a moment":   {body(&document.Timeline{Moments: []document.Moment{{Tone: "sold"}}}), `the tone "sold" is not among`},
		"tone of a text":     {body(text(document.Toned{Tone: "sold"})), `the tone "sold" is not among`},
		"widths":             {body(&document.Table{Widths: []int{1, 2}, Groups: []document.Group{{Rows: []document.Row{{{}}}}}}), "2 Widths for 1 columns"},
		"no width":           {body(&document.Table{Widths: []int{1, 0}, Groups: []document.Group{{Rows: []document.Row{{{}, {}}}}}}), "the share 0 of column 2"},
		"section title":      {body(&document.Section{}), "Title is empty"},
		"section id":         {body(&document.Section{Title: "x", ID: "A b"}), `ID "A b" is not`},
		"section id twice":   {body(&document.Section{Title: "x", ID: "a"}, &document.Section{Title: "100 %s", ID: "a"}), `section "100 %s": ID "a" is already taken`},
		"sections in a ring": {body(loop), "sections nest more than 5 deep"},
		"list":               {body(&document.List{Items: []document.Text{{nil}}}), "list (block 1)"},
		"short row":          {body(rows(row(1, 2), row(2))), `table "" (block 1), group 1, row 2: no cell for column 3 of 3`},
		"long row":           {body(rows(row(1), row(2))), "group 1, row 2: cell 1 reaches beyond the table's 1 columns"},
		"row under a span":   {body(rows(tall(2), row(2))), "row 2: cell 1 reaches beyond"},
		"span under a span":  {body(rows(document.Row{{}, {Rowspan: 2}, {}}, row(2, 1))), "row 2: cell 1 runs into a cell spanning from above at column 2"},
		"rowspan too long":   {body(rows(tall(2))), "Rowspan 2, but only 1 rows are left"},
		"span below 0":       {body(rows(row(-1))), "Colspan -1 and Rowspan 0 are not both from 0 to 1000"},
		"span above 1000":    {body(rows(row(1 << 40))), "are not both from 0 to 1000"},
		"share of a cell":    {body(rows(document.Row{{Share: math.NaN()}})), "Share NaN is not from 0 to 1"},
		"tone of a cell":     {body(rows(document.Row{{Tone: "x"}})), `the tone "x"`},
		"group title":        {body(&document.Table{Groups: []document.Group{{Title: document.Text{nil}}}}), "title of group 1: piece 1"},
		"head and body":      {body(&document.Table{Head: []document.Row{row(1, 1)}, Foot: []document.Row{row(1)}}), "foot, row 1: no cell for column 2 of 2"},
		"figure unnamed":     {body(&document.Figure{Picture: drawing(smallMap)}), "neither Title nor Alt"},
		"no picture":         {body(&document.Figure{Title: "Map"}), `figure "Map" (block 1): Picture is nil`},
		"no size":            {body(&document.Figure{Title: "Map", Picture: sized{}}), "the picture is 0 by 1"},
		"size of NaN":        {body(&document.Figure{Title: "Map", Picture: sized{width: math.NaN()}}), "the picture is NaN by 1"},
		"size without end":   {body(&document.Figure{Title: "Map", Picture: sized{width: math.Inf(1)}}), "the picture is +Inf by 1"},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			for _, print := range printers {
				assert.ErrorContains(t, print(t.Context(), &out, test.doc, nil), test.want)
			}
			assert.Zero(t, out.Len(), "nothing is written")
		})
	}
}

func TestEveryErrorIsReportedAtOnce(t *testing.T) {
	err := printer.HTML(t.Context(), new(bytes.Buffer), &document.Document{
		Language: "?", Tones: []document.Tone{{}}, Blocks: []document.Block{nil, &document.Section{Blocks: []document.Block{nil}}},
	}, nil)
	assert.Len(t, strings.Split(err.Error(), "\n"), 8)
}

func TestSpansThatFit(t *testing.T) {
	d := body(&document.Table{
		Head: []document.Row{
			{{Rowspan: 3}, {Colspan: 2}, {Rowspan: 2}},
			{{}, {Rowspan: 2}},
			{{}, {}},
		},
		Groups: []document.Group{{Rows: []document.Row{{{Colspan: 4, Rowspan: 2}}, {}}}, {}},
	})
	assert.Len(t, elements(parse(t, printed(t, d)), "tr"), 5)
}
