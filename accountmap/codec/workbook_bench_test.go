package codec_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// withContacts is an account that has so many contacts, each with some twenty values.
func withContacts(n int) *accountmap.Account {
	a := withOrders(0)
	a.Team = []accountmap.Member{{ID: "m", Name: "Member"}}
	for i := range n {
		a.Contacts = append(a.Contacts, accountmap.Contact{
			ID: accountmap.ContactID(fmt.Sprintf("contact-%06d", i)), Name: fmt.Sprintf("Contact number %d", i), Title: "Head of something",
			Unit: a.Units[i%50].ID, Roles: []accountmap.Role{accountmap.RoleUser, accountmap.RoleInfluencer}, Stance: accountmap.StanceNeutral, Power: 1 + i%5,
			ContactLevel: accountmap.LevelBrief, Language: "el", Email: fmt.Sprintf("contact.%d@example.org", i), Phone: fmt.Sprintf("+30 210 %07d", i),
			PreferredChannel: accountmap.ChannelEmail, Owner: "m", Left: accountmap.Date{Year: 2026, Month: 1, Day: 1 + i%28},
			Evidence: accountmap.Evidence{Source: "Met at the fair", Date: accountmap.Date{Year: 2025, Month: 3, Day: 1 + i%28}, Confirmed: true},
		})
	}
	return a
}

// BenchmarkWorkbook reads workbooks of 10,000 and 100,000 contacts, and tells how much memory the account takes in the end, how much was taken
// at most while it was read, and beside it what excelize's row iterator takes to walk the rows of the same file without making anything of them.
func BenchmarkWorkbook(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		name := filepath.Join(b.TempDir(), "book.xlsx")
		require.NoError(b, os.WriteFile(name, workbook(b, withContacts(n), "en"), 0o600))
		info, err := os.Stat(name)
		require.NoError(b, err)
		b.Run(fmt.Sprintf("contacts=%d/codec", n), func(b *testing.B) {
			var kept, peak float64
			for b.Loop() {
				kept, peak = memoryOf(b, func() any {
					a, err := codec.ReadFile(name)
					require.NoError(b, err)
					require.Len(b, a.Contacts, n)
					return a
				})
			}
			b.SetBytes(info.Size())
			b.ReportMetric(kept, "MiB-account")
			b.ReportMetric(peak, "MiB-peak")
		})
		b.Run(fmt.Sprintf("contacts=%d/excelize", n), func(b *testing.B) {
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
			b.ReportMetric(peak, "MiB-peak")
		})
	}
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
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: u.ID, Product: p.ID, Status: accountmap.Statuses()[(i+j)%7]})
		}
	}
	name := filepath.Join(b.TempDir(), "book.xlsx")
	require.NoError(b, os.WriteFile(name, workbook(b, a, "en"), 0o600))
	var kept, peak float64
	for b.Loop() {
		kept, peak = memoryOf(b, func() any {
			back, err := codec.ReadFile(name)
			require.NoError(b, err)
			require.Len(b, back.Coverage, len(a.Coverage))
			return back
		})
	}
	b.ReportMetric(kept, "MiB-account")
	b.ReportMetric(peak, "MiB-peak")
}

// memoryOf returns the memory that what a function returns takes, and the most that was taken while it ran, in MiB.
func memoryOf(b *testing.B, run func() any) (kept, peak float64) {
	b.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var most atomic.Uint64
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
				var now runtime.MemStats
				runtime.ReadMemStats(&now)
				most.Store(max(most.Load(), now.HeapAlloc))
			}
		}
	}()
	result := run()
	close(stop)
	<-done
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(result)
	const mib = 1 << 20
	return float64(int64(after.HeapAlloc)-int64(before.HeapAlloc)) / mib, float64(int64(most.Load())-int64(before.HeapAlloc)) / mib
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
			_, err := codec.ReadCSV(folder)
			require.NoError(b, err)
		}
	})
}
