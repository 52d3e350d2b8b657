package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/internal/rgb"
)

// A Style is the look of a cell. It is comparable; equal styles are written once, whatever the
// number of pointers to them. The zero value is the default: Arial 10, black, without fill or
// border, vertically centred.
type Style struct {
	// Fill is the color of the cell, Ink of its letters, Border of the thin lines around it. Empty
	// means no fill, black and no border.
	Fill, Ink, Border string

	// Sides has the sides with a border. Zero means all four.
	Sides Sides

	// Size is the size of the letters in points, 1 to 409. Zero means 10.
	Size float64

	Bold, Italic, Underline bool

	Align  Align
	VAlign VAlign

	// Indent is the distance of the value from the side of its alignment, in steps of about three
	// spaces, 0 to 15.
	Indent int

	// Wrap breaks long lines, and shows line feeds.
	Wrap bool

	// Number is the format of Number and Percent. Dates have one format, and money two: Whole omits
	// the decimals.
	Number NumberFormat
}

// Sides is a set of sides of a cell, combined with |. Zero means all four.
type Sides uint8

// The sides of a cell, to be combined with |.
const (
	Top Sides = 1 << iota
	Right
	Bottom
	Left
)

// Align is the horizontal alignment of a cell's value.
type Align uint8

// The horizontal alignments.
const (
	AlignAuto   Align = iota // text at its start, numbers at the right
	AlignLeft                // left
	AlignCenter              // centred in the cell
	AlignRight               // right
	AlignAcross              // centred over this cell and the blank cells to its right with the same alignment
)

// VAlign is the vertical alignment of a cell's value.
type VAlign uint8

// The vertical alignments.
const (
	Middle   VAlign = iota // vertically centred
	AtTop                  // at the top edge
	AtBottom               // at the bottom edge
)

// NumberFormat determines the decimals of numbers and percentages.
type NumberFormat uint8

// Number formats.
const (
	General NumberFormat = iota // numbers as they are; percentages without decimals
	Whole                       // 1,234 and 12%
)

// font is set in every style, since programs have different default fonts. The account maps use it
// too.
const (
	font     = "Arial"
	fontSize = 10
)

// A styleBook assigns one number in the file to each style of the model.
type styleBook struct {
	file *excelize.File
	ids  map[look]int
	// dates is the number format of dates.
	dates string

	// byStyle finds the id without comparing styles, since nearly every cell shares its style, and
	// a style has few forms.
	byStyle map[*Style][]formID
}

type look struct {
	style Style
	form  form
}

type formID struct {
	form form
	id   int
}

func newStyleBook(f *excelize.File, dates string) *styleBook {
	// The default style is the file's style 0, whose font also sets the unit of column widths.
	// excelize has no call for its size.
	base := f.Styles.Fonts.Font[0]
	base.Name.Val, base.Sz.Val = new(font), new(float64(fontSize))
	return &styleBook{file: f, dates: dates, ids: make(map[look]int), byStyle: make(map[*Style][]formID)}
}

func (b *styleBook) id(s *Style, f form) (int, error) {
	ids := b.byStyle[s]
	at := slices.IndexFunc(ids, func(known formID) bool { return known.form == f })
	if at < 0 {
		var style Style
		if s != nil {
			style = *s
		}
		id, err := b.register(look{style, f})
		if err != nil {
			return 0, err
		}
		at, ids = len(ids), append(ids, formID{f, id})
		b.byStyle[s] = ids
	}
	return ids[at].id, nil
}

func (b *styleBook) known(s *Style, f form) int {
	id, _ := b.id(s, f) // a registered style has no error
	return id
}

func (b *styleBook) register(l look) (int, error) {
	if id, ok := b.ids[l]; ok {
		return id, nil
	}
	if err := l.style.check(); err != nil {
		return 0, err
	}
	id, err := b.file.NewStyle(l.excelize(b.dates))
	if err != nil {
		return 0, fmt.Errorf("style: %w", err)
	}
	if l.form.quoted {
		id = b.quotePrefix(id)
	}
	b.ids[l] = id
	return id, nil
}

// quotePrefix adds a copy of a style with quotePrefix set, for which excelize has no call.
func (b *styleBook) quotePrefix(id int) int {
	all := b.file.Styles.CellXfs
	xf := all.Xf[id]
	xf.QuotePrefix = new(true)
	all.Xf = append(all.Xf, xf)
	all.Count = len(all.Xf)
	return all.Count - 1
}

func (s Style) check() error {
	err := cmp.Or(checkColor("a style's fill", s.Fill), checkColor("a style's ink", s.Ink), checkColor("a style's border", s.Border))
	switch {
	case err != nil:
		return err
	case s.Size != 0 && !(s.Size >= 1 && s.Size <= 409):
		return fmt.Errorf("style: size %v; want 1 to 409, or 0 for %d", s.Size, fontSize)
	case s.Indent < 0 || s.Indent > 15:
		return fmt.Errorf("style: indent %d; want 0 to 15", s.Indent)
	case s.Align > AlignAcross || s.VAlign > AtBottom || s.Number > Whole || s.Sides > Top|Right|Bottom|Left:
		return fmt.Errorf("style: align %d, valign %d, number %d or sides %d is not known", s.Align, s.VAlign, s.Number, s.Sides)
	}
	return nil
}

func (l look) excelize(dates string) *excelize.Style {
	s := l.style
	style := &excelize.Style{
		Font: &excelize.Font{Family: font, Size: cmp.Or(s.Size, fontSize), Bold: s.Bold, Italic: s.Italic, Color: l.ink()},
		Alignment: &excelize.Alignment{
			Horizontal: l.align(),
			Vertical:   [...]string{"center", "top", "bottom"}[s.VAlign],
			Indent:     s.Indent,
			WrapText:   s.Wrap,
		},
		Border: borders(s.Border, cmp.Or(s.Sides, Top|Right|Bottom|Left)),
	}
	if s.Underline {
		style.Font.Underline = "single"
	}
	if s.Fill != "" {
		style.Fill = solid(s.Fill)
	}
	if code := l.form.code(s.Number, dates); code != "" {
		style.CustomNumFmt = &code
	}
	return style
}

// ink returns the colour of the letters. In cells with a right indent, each kind of number has its
// own shade, with a difference too small to see. Otherwise, LibreOffice drops the indent of a cell
// that differs from its left neighbour only in the number format.
func (l look) ink() string {
	if l.form.kind == asText || l.style.Indent == 0 || l.align() != "right" {
		return l.style.Ink
	}
	ink, _ := rgb.Parse(l.style.Ink) // empty means black
	ink.B ^= uint8(l.form.kind)
	return ink.String()
}

// align returns the horizontal alignment. Automatic alignment ignores an indent, so a value with an
// indent gets an explicit side.
func (l look) align() string {
	if l.style.Align == AlignAuto && l.style.Indent > 0 {
		if l.form.kind == asText {
			return "left"
		}
		return "right"
	}
	return [...]string{"", "left", "center", "right", "centerContinuous"}[l.style.Align]
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

func borders(color string, sides Sides) []excelize.Border {
	if color == "" {
		return nil
	}
	const thin = 1
	var lines []excelize.Border
	for _, line := range []struct {
		side Sides
		name string
	}{{Left, "left"}, {Right, "right"}, {Top, "top"}, {Bottom, "bottom"}} {
		if sides&line.side != 0 {
			lines = append(lines, excelize.Border{Type: line.name, Color: color, Style: thin})
		}
	}
	return lines
}

// A form is the number format of a value, without the style of its cell.
type form struct {
	kind     formKind
	decimals int8
	currency string
	// quoted marks a text that begins like a formula: quotePrefix in the file.
	quoted bool
}

type formKind uint8

const (
	asText formKind = iota
	asLiteral
	asNumber
	asPercent
	asDate
	asMoney
)

// code returns the number format in the notation of spreadsheets, or "" for the general format.
func (f form) code(n NumberFormat, dates string) string {
	switch f.kind {
	case asLiteral:
		return "@"
	case asNumber:
		return [...]string{"", "#,##0"}[n]
	case asPercent:
		return "0%"
	case asDate:
		return dates
	case asMoney:
		code := "#,##0"
		if f.decimals > 0 && n != Whole {
			code += "." + strings.Repeat("0", int(f.decimals))
		}
		if f.currency != "" {
			code += " " + strconv.Quote(f.currency) // three letters
		}
		return code
	}
	return ""
}

func (b *styleBook) tints(s *Sheet) ([]int, error) {
	ids := make([]int, len(s.Tints))
	for i, t := range s.Tints {
		style := &excelize.Style{}
		if t.Fill != "" {
			style.Fill = solid(t.Fill)
		}
		if t.Ink != "" {
			style.Font = &excelize.Font{Color: t.Ink}
		}
		id, err := b.file.NewConditionalStyle(style)
		if err != nil {
			return nil, fmt.Errorf("tint %d: %w", i+1, err)
		}
		ids[i] = id
	}
	return ids, nil
}
