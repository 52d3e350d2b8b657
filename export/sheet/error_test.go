package sheet_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestErrorsNameThePlace(t *testing.T) {
	cell := func(v sheet.Value) func(*sheet.Sheet) {
		return func(s *sheet.Sheet) { s.Rows[1].Cells = []sheet.Cell{{}, {Value: v}} }
	}
	style := func(st sheet.Style) func(*sheet.Sheet) {
		return func(s *sheet.Sheet) { s.Rows[1].Cells = []sheet.Cell{{}, {Style: &st}} }
	}
	table := func(name string, rows, columns int) func(*sheet.Sheet) {
		return func(s *sheet.Sheet) {
			s.Tables = []sheet.Table{{Name: name, Range: sheet.Range{Rows: rows, Columns: columns}}}
		}
	}
	head := func(text string) func(*sheet.Sheet) {
		return func(s *sheet.Sheet) {
			table("T_1", 2, 2)(s)
			s.Rows[0].Cells = []sheet.Cell{{Value: sheet.Text("Name")}, {Value: sheet.Text(text)}}
		}
	}
	area := sheet.Range{Rows: 2, Columns: 2}
	choice := func(c sheet.Choice) func(*sheet.Sheet) {
		return func(s *sheet.Sheet) { s.Choices = []sheet.Choice{c} }
	}
	long := strings.Repeat("é", 32_768)
	tests := map[string]struct {
		edit func(*sheet.Sheet)
		want string
	}{
		"break at the top":    {func(s *sheet.Sheet) { s.Print.Breaks = []int{0} }, "print: a page cannot begin with row 0"},
		"breaks that go back": {func(s *sheet.Sheet) { s.Print.Breaks = []int{5, 5} }, "a page cannot begin with row 5 below one that begins with row 5"},
		"too many breaks":     {func(s *sheet.Sheet) { s.Print.Breaks = make([]int, 1024) }, "1024 breaks, but a sheet takes 1023"},
		"long text":           {cell(sheet.Text(long)), "cell B2: a text of 32768 UTF-16 units, but a cell takes 32767"},
		"long emoji":          {cell(sheet.Text(strings.Repeat("😀", 16_384))), "cell B2: a text of 32768"},
		"long rich":           {cell(sheet.Rich{{Text: long[:40_000]}, {Text: long[:40_000]}}), "cell B2: a text of 40000"},
		"long link":           {cell(sheet.Link{Text: long, URL: "https://a.example"}), "cell B2: a text of 32768"},
		"long cache":          {cell(sheet.Formula{Expr: "A1", Cached: sheet.Text(long)}), "cell B2: a text of 32768"},
		"rich colour":         {cell(sheet.Rich{{Text: "a", Ink: "red"}}), `cell B2: colour "red"`},
		"NaN":                 {cell(sheet.Number(math.NaN())), "cell B2: the number NaN"},
		"infinite":            {cell(sheet.Percent(math.Inf(-1))), "cell B2: the number -Inf"},
		"infinite cache":      {cell(sheet.Formula{Expr: "A1", Cached: sheet.Number(math.Inf(1))}), "cell B2: the number +Inf"},
		"no such day":         {cell(sheet.Date{Year: 2026, Month: 2, Day: 29}), "cell B2: the date 2026-02-29 is not in the calendar"},
		"no such month":       {cell(sheet.Date{Year: 2026, Month: 13, Day: 1}), "cell B2: the date"},
		"year 10000":          {cell(sheet.Date{Year: 10000, Month: 1, Day: 1}), "cell B2: the date"},
		"currency":            {cell(sheet.Money{Currency: `E"R`}), `cell B2: the currency "E\"R"`},
		"decimals":            {cell(sheet.Money{Decimals: 10}), "cell B2: money with 10 decimals"},
		"no formula":          {cell(sheet.Formula{}), "cell B2: the formula"},
		"equals sign":         {cell(sheet.Formula{Expr: "=1"}), "without the equals sign"},
		"long formula":        {cell(sheet.Formula{Expr: strings.Repeat("1+", 4096) + "1"}), "cell B2: a formula of 8193"},
		"formula control":     {cell(sheet.Formula{Expr: "1\x00"}), "cell B2: a formula with control"},
		"nested formula":      {cell(sheet.Formula{Expr: "1", Cached: sheet.Formula{}}), "cell B2: a value of type sheet.Formula"},
		"jump":                {cell(sheet.Jump{Text: "a", Row: -1}), "cell B2: a jump to row -1"},
		"fill":                {style(sheet.Style{Fill: "#12345"}), `cell B2: colour "#12345" of a style's fill; want #RRGGBB`},
		"ink":                 {style(sheet.Style{Ink: "123456"}), "of a style's ink"},
		"border":              {style(sheet.Style{Border: "#12345G"}), "of a style's border"},
		"size":                {style(sheet.Style{Size: math.NaN()}), "cell B2: style: size NaN"},
		"indent":              {style(sheet.Style{Indent: 16}), "indent 16"},
		"align":               {style(sheet.Style{Align: 9}), "align 9"},
		"row style":           {func(s *sheet.Sheet) { s.Rows[1].Style = &sheet.Style{Fill: "x"} }, "row 2: colour"},
		"height":              {func(s *sheet.Sheet) { s.Rows[1].Height = 410 }, "row 2: height 410"},
		"blank cells":         {func(s *sheet.Sheet) { s.Columns = []sheet.Column{{Blank: sheet.Number(1)}} }, "column A: blank cells of type sheet.Number"},
		"row outline":         {func(s *sheet.Sheet) { s.Rows[1].Outline = 8 }, "row 2: outline 8"},
		"wide row":            {func(s *sheet.Sheet) { s.Rows[1].Cells = make([]sheet.Cell, 16_385) }, "row 2: 16385 cells"},
		"rows":                {func(s *sheet.Sheet) { s.Rows = make([]sheet.Row, 1_048_577) }, "1048577 rows, but a sheet takes 1048576"},
		"columns":             {func(s *sheet.Sheet) { s.Columns = make([]sheet.Column, 16_385) }, "16385 columns, but a sheet takes 16384"},
		"width":               {func(s *sheet.Sheet) { s.Columns = []sheet.Column{{}, {Width: 256}} }, "column B: width 256"},
		"column outline":      {func(s *sheet.Sheet) { s.Columns = []sheet.Column{{Outline: -1}} }, "column A: outline -1"},
		"default width":       {func(s *sheet.Sheet) { s.DefaultWidth = math.NaN() }, "default width NaN"},
		"freeze":              {func(s *sheet.Sheet) { s.FreezeRows = -1 }, "freeze -1 rows"},
		"tab":                 {func(s *sheet.Sheet) { s.TabColor = "blue" }, `colour "blue" of the tab`},
		"filter":              {func(s *sheet.Sheet) { s.Filter = sheet.Range{Row: 1_048_575, Rows: 2, Columns: 1} }, "filter: range"},
		"filter and table":    {func(s *sheet.Sheet) { head("Unit")(s); s.Filter = area }, "drop the filter"},
		"bar":                 {func(s *sheet.Sheet) { s.Bars = []sheet.Bar{{Range: area}} }, "bar 1: has no colour"},
		"bar range":           {func(s *sheet.Sheet) { s.Bars = []sheet.Bar{{Color: "#000000"}} }, "bar 1: range"},
		"bar full":            {func(s *sheet.Sheet) { s.Bars = []sheet.Bar{{Range: area, Color: "#000000", Max: math.Inf(1)}} }, "bar 1: max"},
		"tint text":           {func(s *sheet.Sheet) { s.Tints = []sheet.Tint{{Range: area}} }, "tint 1: a text of 0"},
		"tint colour":         {func(s *sheet.Sheet) { s.Tints = []sheet.Tint{{Range: area, Text: "a", Ink: "x"}} }, "tint 1: colour"},
		"merges": {func(s *sheet.Sheet) {
			s.Merges = []sheet.Range{{Row: 5, Rows: 1, Columns: 1}, {Row: 1, Column: 1, Rows: 3, Columns: 3}, area}
		}, "merges A1:B2 and B2:D4 overlap"},
		"merge range":     {func(s *sheet.Sheet) { s.Merges = []sheet.Range{{}} }, "merge: range"},
		"merge in table":  {func(s *sheet.Sheet) { head("Unit")(s); s.Merges = []sheet.Range{area} }, `merge A1:B2 lies in table "T_1"`},
		"table name":      {table("my table", 2, 1), `table name "my table"`},
		"table like cell": {table("T1", 2, 1), `table name "T1"`},
		"table like R1C1": {table("r1c1", 2, 1), `table name "r1c1"`},
		"table range":     {table("T_1", 2, 0), `table "T_1": range`},
		"table outside":   {func(s *sheet.Sheet) { table("T_1", 2, 1)(s); s.Tables[0].Range.Row = 2 }, "row 3, its heads, is not there"},
		"blank head":      {head(" "), "cell B1: a head must be"},
		"same head":       {head("NAME"), `cell B1: head "NAME" is there twice`},
		"two-line head":   {head("a\nb"), "is not one plain line"},
		"escaped head":    {head("_x0041_"), "is not one plain line"},
		"paper":           {func(s *sheet.Sheet) { s.Print.Paper = paper.Slide() }, "print: paper of 960 by 540 points; want A4, A3 or Letter"},
		"titles":          {func(s *sheet.Sheet) { s.Print.TitleRows = -1 }, "print: cannot repeat -1"},
		"title from":      {func(s *sheet.Sheet) { s.Print.TitleFrom = -1 }, "print: cannot repeat 0 rows from -1 on"},
		"pages":           {func(s *sheet.Sheet) { s.Print.PagesWide = -1 }, "print: -1 pages side by side"},
		"area":            {func(s *sheet.Sheet) { s.Print.Area = sheet.Range{Rows: -1} }, "print: range"},
		"choice":          {choice(sheet.Choice{Words: []string{"a"}}), "choice 1: has no ranges"},
		"choice range":    {choice(sheet.Choice{Words: []string{"a"}, Ranges: []sheet.Range{{}}}), "choice 1: range"},
		"no choice":       {choice(sheet.Choice{Ranges: []sheet.Range{area}}), "choice 1: words of 0 UTF-16 units"},
		"choice comma":    {choice(sheet.Choice{Ranges: []sheet.Range{area}, Words: []string{"a,b"}}), `choice 1: the word "a,b"`},
		"long choice":     {choice(sheet.Choice{Ranges: []sheet.Range{area}, Words: []string{strings.Repeat("x", 256)}}), "words of 256"},
		"choice title":    {choice(sheet.Choice{Ranges: []sheet.Range{area}, Words: []string{"a"}, Title: strings.Repeat("x", 33)}), "longer than 32"},
		"choice of both":  {choice(sheet.Choice{Ranges: []sheet.Range{area}, Words: []string{"a"}, Name: "N_1"}), `both words and the name "N_1"`},
		"choice unnamed":  {choice(sheet.Choice{Ranges: []sheet.Range{area}, Name: "N_1"}), `choice 1: the workbook has no name "N_1"`},
		"scale":           {func(s *sheet.Sheet) { s.Scales = []sheet.Scale{{Range: area, Low: "#FFFFFF"}} }, "scale 1: has no colour"},
		"visibility":      {func(s *sheet.Sheet) { s.Visibility = 9 }, "visibility 9"},
		"picture":         {func(s *sheet.Sheet) { s.Pictures = []sheet.Picture{{Width: 9, Height: 9, PNG: []byte("GIF89a")}} }, "picture 1 is not a PNG file"},
		"picture size":    {func(s *sheet.Sheet) { s.Pictures = []sheet.Picture{{Width: 9, PNG: dot()}} }, "picture 1 is 9 by 0 points"},
		"picture place":   {func(s *sheet.Sheet) { s.Pictures = []sheet.Picture{{Row: -1, Width: 9, Height: 9, PNG: dot()}} }, "picture 1 stands in row -1"},
		"chart range": {func(s *sheet.Sheet) {
			s.Charts = []sheet.Chart{{Width: 9, Height: 9, Names: area, Values: area, Color: "#000000"}}
		}, "chart 1 names A1:B2"},
		"chart lengths": {func(s *sheet.Sheet) {
			s.Charts = []sheet.Chart{{Width: 9, Height: 9, Names: sheet.Range{Rows: 2, Columns: 1}, Values: sheet.Range{Rows: 3, Columns: 1}, Color: "#000000"}}
		}, "chart 1 2 names for 3 values"},
		"tables overlap": {func(s *sheet.Sheet) {
			head("Unit")(s)
			s.Tables = append(s.Tables, sheet.Table{Name: "T_2", Range: sheet.Range{Row: 0, Column: 1, Rows: 1, Columns: 1}})
		}, `tables "T_1" and "T_2" overlap`},
		"footer": {func(s *sheet.Sheet) { s.Print.Footer = strings.Repeat("x", 201) }, "longer than 200"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := column(sheet.Text("Name"), sheet.Text("x"))
			tt.edit(s)
			var b bytes.Buffer
			err := one(s).WriteXLSX(&b)
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
			assert.Contains(t, err.Error(), `sheet "S": `)
			assert.Zero(t, b.Len(), "nothing is written")
		})
	}
}

func TestWorkbookErrors(t *testing.T) {
	named := func() *sheet.Sheet {
		s := column(sheet.Text("Name"))
		s.Tables = []sheet.Table{{Name: "People", Range: sheet.Range{Rows: 1, Columns: 1}}}
		return s
	}
	upper := named()
	upper.Tables[0].Name = "PEOPLE"
	hidden := column()
	hidden.Visibility = sheet.Hidden
	ofNames := func(names ...sheet.Name) *sheet.Workbook {
		s := named()
		for i := range names {
			if names[i].Sheet == nil {
				names[i].Sheet = s
			}
		}
		return &sheet.Workbook{Sheets: []*sheet.Sheet{s}, Names: names}
	}
	cell := sheet.Range{Rows: 1, Columns: 1}
	for want, wb := range map[string]*sheet.Workbook{
		"every sheet of the workbook is hidden":       {Sheets: []*sheet.Sheet{hidden}},
		`name "A1"; want letters`:                     ofNames(sheet.Name{Name: "A1", Range: cell}),
		`the name "people" is there twice`:            ofNames(sheet.Name{Name: "people", Range: cell}),
		`name "N_1": range`:                           ofNames(sheet.Name{Name: "N_1"}),
		`name "N_1" is of a sheet that is not`:        ofNames(sheet.Name{Name: "N_1", Range: cell, Sheet: hidden}),
		"a workbook needs at least one sheet":         {},
		"sheet 1 of the workbook is nil":              {Sheets: []*sheet.Sheet{nil}},
		`the name of table "PEOPLE" is taken`:         {Sheets: []*sheet.Sheet{named(), upper}},
		"the workbook's Created 2026-02-30 is not in": {Created: sheet.Date{Year: 2026, Month: 2, Day: 30}, Sheets: []*sheet.Sheet{named()}},
	} {
		assert.ErrorContains(t, wb.WriteXLSX(io.Discard), want)
	}
}

func TestLimitsAreInclusive(t *testing.T) {
	wide := &sheet.Sheet{Rows: []sheet.Row{{Cells: make([]sheet.Cell, 16_384)}}}
	wide.Rows[0].Cells[16_383].Value = sheet.Text("end")
	f := reopen(t, one(wide))
	got, err := f.GetCellValue("Sheet", "XFD1")
	require.NoError(t, err)
	assert.Equal(t, "end", got)

	links := make([]sheet.Value, 65_530)
	for i := range links {
		links[i] = sheet.Link{URL: "https://a.example"}
	}
	write(t, one(column(links[1:]...)))
	assert.ErrorContains(t, one(column(links...)).WriteXLSX(io.Discard), "65530 links, but a sheet takes 65529")
}

var errFull = errors.New("full")

// A fullWriter accepts some bytes and then fails. With short, it writes too little without an
// error.
type fullWriter struct {
	room  int
	short bool
}

func (w *fullWriter) Write(p []byte) (int, error) {
	n := min(len(p), w.room)
	w.room -= n
	if n < len(p) && !w.short {
		return n, errFull
	}
	return n, nil
}

func TestFailingWriter(t *testing.T) {
	wb := one(column(sheet.Text("a"), sheet.Link{URL: "https://a.example"}))
	size := len(write(t, wb))
	for n := 0; n < size; n += 61 {
		require.ErrorIs(t, wb.WriteXLSX(&fullWriter{room: n}), errFull, "at byte %d", n)
	}
	require.ErrorIs(t, wb.WriteXLSX(&fullWriter{room: size - 1}), errFull)
	require.ErrorIs(t, wb.WriteXLSX(&fullWriter{room: size - 1, short: true}), io.ErrShortWrite)
	require.NoError(t, wb.WriteXLSX(&fullWriter{room: size}))
}
