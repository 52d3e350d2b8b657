package sheet

// A Cell is a value and its style. The zero Cell is blank and looks as its row does.
//
// A Cell is three words long (24 bytes on a 64-bit machine), so that a sheet of 200,000 cells takes 5 MB besides its texts: let all cells that
// look alike share one Style, and those that say the same one Value.
type Cell struct {
	// Value is what the cell holds. Nil is blank.
	Value Value

	// Style is how it looks. Nil means the row's style.
	Style *Style
}

// A Value is a [Text], [Rich], [Number], [Percent], [Date], [Money], [Formula], [Link] or [Jump]. Nil is blank. A text is never taken for a
// formula, a link or a number, whatever it begins with.
type Value interface{ value() }

// Text is a text, up to 32,767 UTF-16 units. A line feed starts a new line in cells whose style wraps. Other control
// characters and non-characters are left out, and what is not UTF-8 becomes U+FFFD. An empty text is a blank cell.
type Text string

// Rich is a text whose parts look different. Together they follow the rules of [Text].
type Rich []Run

// A Run is a part of a [Rich] text. It takes only the font from the cell's style.
type Run struct {
	Text string

	// Size is in points. Zero means 10.
	Size float64

	// Ink is the colour of the letters. Empty means black.
	Ink string

	Bold, Italic bool
}

// Number is a finite number. Spreadsheets keep 15 digits, so identifiers are better kept as [Text].
type Number float64

// Percent is a share: 0.25 is shown as 25%. It is finite.
type Percent float64

// Money is an amount in minor units of a currency: {125000, 2, "EUR"} is shown as 1,250.00 EUR.
type Money struct {
	// Minor is the amount in the smallest unit of the currency.
	Minor int64

	// Decimals is how many of the last digits are behind the point, 0 to 9.
	Decimals int

	// Currency is shown behind the number: three capital letters, or empty for none.
	Currency string
}

// A Formula is computed by the spreadsheet. Expr must only hold what the program itself wrote, never a text of a reader or an author.
type Formula struct {
	// Expr is the formula as spreadsheets keep it, English function names and commas, without the equals sign. Up to
	// 8,192 UTF-16 units.
	Expr string

	// Cached is its value, shown by whatever does not compute: previews, phones, protected view. It is Text, Number,
	// Percent, Date or Money and gives the cell its number format; nil leaves it unknown. Text loses outer spaces.
	Cached Value
}

// A Link is a text that leads to an address of http, https or mailto, or to a file beside the workbook. Any other address, and one longer than
// 2,000 bytes, leaves a plain text. A sheet takes 65,529 links.
type Link struct {
	// Text is what is shown. Empty means the URL, or the Path.
	Text string
	URL  string
	// Path is that of a file in the workbook's folder or below it, its parts divided by slashes, "acme/handoff.html"; it counts when there is no
	// URL. One that could lead anywhere else, as "/etc/passwd", "../a" or `c:\a`, leaves a plain text.
	Path string
}

// A Jump is a text that leads to another place in the same workbook.
type Jump struct {
	Text string

	// Sheet is a member of the workbook's Sheets. If it is not, Text is plain text.
	Sheet *Sheet

	// Row and Column count from zero.
	Row, Column int
}

func (Text) value()    {}
func (Rich) value()    {}
func (Number) value()  {}
func (Percent) value() {}
func (Date) value()    {}
func (Money) value()   {}
func (Formula) value() {}
func (Link) value()    {}
func (Jump) value()    {}
