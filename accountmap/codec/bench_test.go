package codec_test

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// withOrders returns a valid account with n orders.
func withOrders(n int) *accountmap.Account {
	a := &accountmap.Account{Format: 1, Profile: accountmap.Profile{Name: "Andromeda", Currency: "EUR"}}
	for i := range 50 {
		a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID(fmt.Sprintf("unit-%d", i)), Name: fmt.Sprintf("Unit %d", i)})
		a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID(fmt.Sprintf("product-%d", i)), Name: fmt.Sprintf("Product %d", i)})
	}
	first := accountmap.Date{Year: 2020, Month: 1, Day: 1}
	for i := range n {
		a.Orders = append(a.Orders, accountmap.Order{
			ID: accountmap.OrderID(fmt.Sprintf("order-%06d", i)), Unit: a.Units[i%50].ID, Product: a.Products[i/50%50].ID, Date: first.AddDays(i % 2000),
			Quantity: float64(i % 100), Amount: accountmap.Money{Minor: int64(i) * 125}, Status: accountmap.OrderDelivered,
		})
	}
	return a
}

// BenchmarkDecodeJSON decodes 200,000 orders and reports the time relative to encoding/json.
func BenchmarkDecodeJSON(b *testing.B) {
	file := encode(b, withOrders(200_000), codec.JSON)
	b.SetBytes(int64(len(file)))
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		_, problems := codec.Decode(strings.NewReader(file), codec.JSON)
		require.NoError(b, problems.Err())
		ours += time.Since(start)
		b.StopTimer()
		start = time.Now()
		require.NoError(b, json.Unmarshal([]byte(file), &accountmap.Account{}))
		theirs += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-encoding/json")
}

func BenchmarkDecodeYAML(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprintf("orders=%d", n), func(b *testing.B) {
			file := encode(b, withOrders(n), codec.YAML)
			b.SetBytes(int64(len(file)))
			b.ReportAllocs()
			for b.Loop() {
				_, problems := codec.Decode(strings.NewReader(file), codec.YAML)
				require.NoError(b, problems.Err())
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	a := withOrders(200_000)
	for _, f := range formats {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				require.NoError(b, codec.Encode(io.Discard, a, f))
			}
		})
	}
}
