package codec_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// withContacts is an account that has so many contacts, each with some twenty values, most of whom
// report to another.
func withContacts(n int) *accountmap.Account {
	a := withOrders(0)
	a.Team = []accountmap.Member{{ID: "m", Name: "Member"}}
	for i := range n {
		a.Contacts = append(a.Contacts, accountmap.Contact{
			ID: accountmap.ContactID(fmt.Sprintf("contact-%06d", i)), Name: fmt.Sprintf("Contact number %d", i), Title: "Head of something",
			Unit: a.Units[i%50].ID, Roles: []accountmap.Role{accountmap.RoleUser, accountmap.RoleInfluencer}, Stance: accountmap.StanceNeutral, Power: 1 + i%5,
			ContactLevel: accountmap.ContactLevelBrief, Language: "el", Email: fmt.Sprintf("contact.%d@example.org", i), Phone: fmt.Sprintf("+30 210 %07d", i),
			PreferredChannel: accountmap.ChannelEmail, Owner: "m", Left: accountmap.Date{Year: 2026, Month: 1, Day: 1 + i%28},
			Evidence: accountmap.Evidence{Source: "Met at the fair", Date: accountmap.Date{Year: 2025, Month: 3, Day: 1 + i%28}, Confirmed: true},
		})
		if i >= 400 {
			a.Contacts[i].ReportsTo = a.Contacts[i/400*400-400+i%50].ID
		}
	}
	return a
}

// BenchmarkWorkbook reads workbooks of ever more contacts and tells four figures in MiB of each:
// the live heap of the account that came of it, the most that was live while it was read, the
// difference of the two, and the most that the heap had with what the collector let lie. The last
// line is how much more lives beside the account at 100,000 rows than at 25,000.
func BenchmarkWorkbook(b *testing.B) {
	var first, beside float64
	for _, n := range []int{25_000, 50_000, 100_000} {
		b.Run(fmt.Sprintf("contacts=%d", n), func(b *testing.B) {
			name := bookOfContacts(b, n)
			read := func() any {
				a, problems := codec.ReadFile(name)
				require.NoError(b, problems.Err())
				require.Len(b, a.Contacts, n)
				return a
			}
			var heap float64
			for b.Loop() {
				_, heap = memoryOf(b, read)
			}
			kept, peak := leastLiveOf(b, read)
			if beside = peak - kept; first == 0 {
				first = beside
			}
			b.ReportMetric(kept, "MiB-account")
			b.ReportMetric(peak, "MiB-live-peak")
			b.ReportMetric(beside, "MiB-beside-account")
			b.ReportMetric(beside-first, "MiB-growth-beyond-account")
			b.ReportMetric(heap, "MiB-heap-peak")
		})
	}
}

// BenchmarkWorkbookExcelize walks the rows of 100,000 contacts with excelize's row iterator, and
// makes nothing of them: what [BenchmarkWorkbook] is to be compared with. We read rows ourselves,
// as it takes several times as long and reads a sheet that is cut off as a shorter one.
func BenchmarkWorkbookExcelize(b *testing.B) {
	name := bookOfContacts(b, 100_000)
	var peak float64
	for b.Loop() {
		_, peak = memoryOf(b, func() any {
			f, err := excelize.OpenFile(name)
			require.NoError(b, err)
			defer f.Close()
			for _, s := range f.GetSheetList() {
				rows, err := f.Rows(s)
				require.NoError(b, err)
				for rows.Next() {
					_, err := rows.Columns()
					require.NoError(b, err)
				}
				require.NoError(b, rows.Close())
			}
			return nil
		})
	}
	b.ReportMetric(peak, "MiB-heap-peak")
}

func bookOfContacts(b *testing.B, n int) string {
	b.Helper()
	name := filepath.Join(b.TempDir(), "book.xlsx")
	require.NoError(b, os.WriteFile(name, workbookFile(b, withContacts(n), "en"), 0o600))
	return name
}

// BenchmarkMatrix reads the workbook of 200 products and 1,000 units with a status in each cell.
func BenchmarkMatrix(b *testing.B) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Wide"}}
	for i := range 200 {
		a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID(fmt.Sprintf("p%d", i)), Name: fmt.Sprintf("Product %d", i)})
	}
	for i := range 1000 {
		u := accountmap.Unit{ID: accountmap.UnitID(fmt.Sprintf("u%d", i)), Name: fmt.Sprintf("Unit %d", i)}
		a.Units = append(a.Units, u)
		for j, p := range a.Products {
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: u.ID, Product: p.ID, Status: accountmap.CoverageStatuses()[(i+j)%7]})
		}
	}
	name := filepath.Join(b.TempDir(), "book.xlsx")
	require.NoError(b, os.WriteFile(name, workbookFile(b, a, "en"), 0o600))
	var kept, peak float64
	for b.Loop() {
		kept, peak = memoryOf(b, func() any {
			back, problems := codec.ReadFile(name)
			require.NoError(b, problems.Err())
			require.Len(b, back.Coverage, len(a.Coverage))
			return back
		})
	}
	b.ReportMetric(kept, "MiB-account")
	b.ReportMetric(peak, "MiB-peak")
}

// memoryOf returns the memory that what a function returns takes, and the most that was taken while
// it ran, in MiB.
func memoryOf(b *testing.B, run func() any) (kept, peak float64) {
	b.Helper()
	heap := func() uint64 {
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		return now.HeapAlloc
	}
	runtime.GC()
	before := heap()
	most, result := mostOf(heap, run)
	runtime.GC()
	after := heap()
	runtime.KeepAlive(result)
	return float64(int64(after)-int64(before)) / mib, float64(int64(most)-int64(before)) / mib
}

// leastLiveOf is [liveOf] with the lowest peak of five runs: none is lower than what was live, and
// by how much it is higher is chance.
func leastLiveOf(b *testing.B, run func() any) (kept, peak float64) {
	b.Helper()
	peak = math.Inf(1)
	for range 5 {
		most := 0.0
		kept, most = liveOf(b, run)
		peak = min(peak, most)
	}
	return kept, peak
}

// liveOf is [memoryOf] without garbage: what of the heap is live. The collector runs as soon as
// there is a hundredth of garbage, and after each run tells what it found to be live. What was made
// while it ran counts as live until the next run, so that the peak is up to a hundredth too high.
func liveOf(b *testing.B, run func() any) (kept, peak float64) {
	b.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(1))
	live := func() uint64 {
		s := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(s)
		return s[0].Value.Uint64()
	}
	settled := func() uint64 {
		runtime.GC()
		runtime.GC()
		return live()
	}
	before := settled()
	most, result := mostOf(live, run)
	after := settled()
	runtime.KeepAlive(result)
	return float64(int64(after)-int64(before)) / mib, float64(int64(most)-int64(before)) / mib
}

const mib = 1 << 20

// mostOf returns the most that a figure was while a function ran, and what that returned.
func mostOf(figure func() uint64, run func() any) (most uint64, result any) {
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(time.Millisecond):
				most = max(most, figure())
			}
		}
	}()
	result = run()
	close(stop)
	<-done
	return most, result
}

// BenchmarkCSV reads and writes 100,000 contacts as CSV.
func BenchmarkCSV(b *testing.B) {
	a := withContacts(100_000)
	files := encodeCSV(b, a, nil)
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			encodeCSV(b, a, nil)
		}
	})
	b.Run("read", func(b *testing.B) {
		folder := folderOf(files)
		b.SetBytes(int64(len(files["contacts.csv"])))
		for b.Loop() {
			_, problems := codec.ReadCSV(folder)
			require.NoError(b, problems.Err())
		}
	})
}
