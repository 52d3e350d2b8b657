package sheet_test

import (
	"io"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"testing"
	"time"

	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// matrix returns a coverage sheet of styled words, with a head row and a head column.
func matrix(products, units int) *sheet.Workbook {
	cells := words()
	letters := []rune("SOPGCILN ")
	s := &sheet.Sheet{Name: "Coverage", DefaultWidth: 12, FreezeRows: 1, FreezeColumns: 1}
	head := sheet.Row{Cells: []sheet.Cell{{}}}
	for u := range units {
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text("Unit " + strconv.Itoa(u)), Style: headStyle})
	}
	s.Rows = append(s.Rows, head)
	for p := range products {
		row := sheet.Row{Cells: make([]sheet.Cell, 0, units+1)}
		row.Cells = append(row.Cells, sheet.Cell{Value: sheet.Text("Product " + strconv.Itoa(p)), Style: productStyle})
		for u := range units {
			row.Cells = append(row.Cells, cells[letters[(p*7+u*3)%len(letters)]])
		}
		s.Rows = append(s.Rows, row)
	}
	return &sheet.Workbook{Sheets: []*sheet.Sheet{s}}
}

// writeBare writes the cells of a matrix with excelize alone, in the way of its documentation.
func writeBare(tb testing.TB, w io.Writer, wb *sheet.Workbook) {
	f := excelize.NewFile()
	defer func() { require.NoError(tb, f.Close()) }()
	ids := make(map[*sheet.Style]int)
	sw, err := f.NewStreamWriter("Sheet1")
	require.NoError(tb, err)
	for r, row := range wb.Sheets[0].Rows {
		values := make([]any, len(row.Cells))
		for c, cell := range row.Cells {
			id, ok := ids[cell.Style]
			if s := cell.Style; !ok && s != nil {
				style := &excelize.Style{
					Font:      &excelize.Font{Family: "Arial", Size: 10, Color: s.Ink, Bold: s.Bold},
					Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: s.Indent, WrapText: s.Wrap},
				}
				if s.Fill != "" {
					style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.Fill}}
				}
				for _, side := range []string{"left", "right", "top", "bottom"} {
					style.Border = append(style.Border, excelize.Border{Type: side, Color: s.Border, Style: 1})
				}
				id, err = f.NewStyle(style)
				require.NoError(tb, err)
				ids[s] = id
			}
			out := excelize.Cell{StyleID: id}
			if text, ok := cell.Value.(sheet.Text); ok {
				out.Value = string(text)
			}
			values[c] = out
		}
		require.NoError(tb, sw.SetRow("A"+strconv.Itoa(r+1), values))
	}
	require.NoError(tb, sw.Flush())
	require.NoError(tb, f.Write(w))
}

// A cost is the time and the memory of one run.
type cost struct {
	time time.Duration
	// allocated counts every byte. peak is the maximum size of the heap, including the model.
	allocated, peak uint64
}

// measure measures one call of run, which starts with only the model on the heap.
func measure(run func()) cost {
	debug.FreeOSMemory()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	stop, peak := make(chan struct{}), make(chan uint64)
	go watchHeap(stop, peak)
	start := time.Now()
	run()
	took := time.Since(start)
	close(stop)
	runtime.ReadMemStats(&after)
	return cost{took, after.TotalAlloc - before.TotalAlloc, <-peak}
}

// watchHeap samples the heap until it is stopped, and sends the maximum.
func watchHeap(stop <-chan struct{}, peak chan<- uint64) {
	samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}, {Name: "/memory/classes/heap/free:bytes"}}
	var most uint64
	for {
		metrics.Read(samples)
		var now uint64
		for _, s := range samples {
			now += s.Value.Uint64()
		}
		most = max(most, now)
		select {
		case <-stop:
			peak <- most
			return
		case <-time.After(time.Millisecond):
		}
	}
}

// BenchmarkWriteXLSX writes matrices of 1,000 units, in alternation with the streaming of excelize
// alone for the same cells and styles.
func BenchmarkWriteXLSX(b *testing.B) {
	for _, products := range []int{200, 1000} {
		b.Run(strconv.Itoa(products)+"x1000", func(b *testing.B) {
			wb := matrix(products, 1000)
			var ours, bare cost
			for b.Loop() {
				ours.add(measure(func() { require.NoError(b, wb.WriteXLSX(io.Discard)) }))
				bare.add(measure(func() { writeBare(b, io.Discard, wb) }))
			}
			b.ReportMetric(float64(ours.time.Milliseconds())/float64(b.N), "ms-ours")
			b.ReportMetric(float64(bare.time.Milliseconds())/float64(b.N), "ms-bare")
			b.ReportMetric(float64(ours.time)/float64(bare.time), "time-ratio")
			b.ReportMetric(float64(ours.allocated)/float64(bare.allocated), "allocated-ratio")
			b.ReportMetric(float64(ours.peak)/float64(bare.peak), "peak-ratio")
			b.ReportMetric(float64(ours.peak)/1e6, "MB-peak-ours")
			b.ReportMetric(float64(bare.peak)/1e6, "MB-peak-bare")
		})
	}
}

// add adds times and bytes, and keeps the higher peak.
func (c *cost) add(other cost) {
	c.time, c.allocated, c.peak = c.time+other.time, c.allocated+other.allocated, max(c.peak, other.peak)
}

// BenchmarkLinks measures the cost of an address book.
func BenchmarkLinks(b *testing.B) {
	for _, n := range []int{1000, 5000, 20000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := &sheet.Sheet{Name: "Contacts"}
			for i := range n {
				s.Rows = append(s.Rows, sheet.Row{Cells: []sheet.Cell{{Value: sheet.Link{URL: "mailto:p" + strconv.Itoa(i) + "@example.com"}}}})
			}
			wb := &sheet.Workbook{Sheets: []*sheet.Sheet{s}}
			for b.Loop() {
				require.NoError(b, wb.WriteXLSX(io.Discard))
			}
		})
	}
}
