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

// withContacts returns an account with n contacts of some twenty values each. Most contacts have a
// manager.
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

// BenchmarkWorkbook reads workbooks of increasing size. For each it prints four figures in MiB: the
// live heap of the account, the peak live heap, their difference, and the peak heap with garbage.
// The last line is the growth of the difference from 25,000 to 100,000 rows.
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

// BenchmarkWorkbookExcelize iterates over the rows of 100,000 contacts with excelize, as a
// reference for [BenchmarkWorkbook]. Package xlsxfile replaces excelize because it is several times
// faster and rejects truncated sheets.
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

// BenchmarkMatrix reads a full matrix of 200 products and 1,000 units.
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

// memoryOf returns, in MiB, the heap that the result of run occupies, and the peak heap during run.
func memoryOf(b *testing.B, run func() any) (kept, peak float64) {
	b.Helper()
	heap := func() uint64 {
		var now runtime.MemStats
		runtime.ReadMemStats(&now)
		return now.HeapAlloc
	}
	runtime.GC()
	before := heap()
	most, result := peakOf(heap, run)
	runtime.GC()
	after := heap()
	runtime.KeepAlive(result)
	return float64(int64(after)-int64(before)) / mib, float64(int64(most)-int64(before)) / mib
}

// leastLiveOf returns the lowest peak of five runs of [liveOf]. Each peak is at least the live
// heap; the excess is noise.
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

// liveOf measures like [memoryOf], but only the live heap, without garbage. The collector runs
// after each 1% of garbage and then reports the live heap. Allocations during a collection count as
// live, so the peak is at most 1% too high.
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
	most, result := peakOf(live, run)
	after := settled()
	runtime.KeepAlive(result)
	return float64(int64(after)-int64(before)) / mib, float64(int64(most)-int64(before)) / mib
}

const mib = 1 << 20

// peakOf returns the maximum of a figure while run executes, and the result of run.
func peakOf(figure func() uint64, run func() any) (most uint64, result any) {
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
