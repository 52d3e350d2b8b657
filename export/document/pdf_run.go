package document

// A pdfRun is pages that follow one another until another format or a page of its own interrupts them.
type pdfRun struct {
	start int     // its first page
	pages int     // how many
	last  float64 // how much of the last one is taken, from 0 to 1
}

// A pdfSpacing is the space between blocks, and that which the rows of tables have less than they could have.
type pdfSpacing struct {
	above   [maxDepth]float64 // headings, by level
	heading float64           // under a heading
	block   float64           // under any other block
	row     float64           // less at the top and at the foot of a row
}

var (
	wideSpacing  = pdfSpacing{above: [...]float64{24, 14, 10, 8, 8}, heading: 7, block: 9}
	tightSpacing = pdfSpacing{above: [...]float64{15, 9, 7, 6, 6}, heading: 5, block: 6, row: 1.5}
)

// spacing returns the spacing of the run at hand.
func (l *pdfLayout) spacing() pdfSpacing {
	if l.tight[len(l.runs)] {
		return tightSpacing
	}
	return wideSpacing
}

// endRun notes the run that ends with the page at hand.
func (l *pdfLayout) endRun() {
	start := 0
	if n := len(l.runs); n > 0 {
		start = l.runs[n-1].start + l.runs[n-1].pages
	}
	if len(l.pages) > start {
		l.runs = append(l.runs, pdfRun{start, len(l.pages) - start, (l.y - marginTop) / l.sheet.body()})
	}
}

// tighten picks the runs of several pages of which the last is not half full, to be set tightly next time, and reports whether there are any.
func (l *pdfLayout) tighten() bool {
	const full = .5
	l.tight = map[int]bool{}
	for i, r := range l.runs {
		if r.pages > 1 && r.last < full {
			l.tight[i] = true
		}
	}
	l.wide = append([]pdfRun(nil), l.runs...)
	return len(l.tight) > 0
}

// loosen takes back what has saved no page, and reports whether there is any.
func (l *pdfLayout) loosen() bool {
	n := len(l.tight)
	for i := range l.wide {
		if len(l.runs) != len(l.wide) || l.runs[i].pages >= l.wide[i].pages {
			delete(l.tight, i)
		}
	}
	return len(l.tight) < n
}
