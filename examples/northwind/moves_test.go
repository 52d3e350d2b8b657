package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// TestMovesAndAlerts compares the moves and alerts on 6 May 1998 with a golden file. The median
// interval is taken over the days with an order in the year up to the last one. A product is silent
// after more than twice the median. If longer, the limit is the longest interval of that year plus
// a tenth, but at most three medians. Ten results were calculated from orders.csv and
// order_details.csv:
//
//	SAVEA 56  2 Jun, 4 Sep, 22 Oct, 20 Nov 1997: 94, 48, 29; median 48, silent 167, 3.48 times
//	QUICK 44  3 Oct, 29 Oct, 18 Nov 1997: 26, 20; median 23, silent 169, 7.35 times
//	TORTU 44  25 Apr, 23 Jun, 22 Sep 1997: 59, 91; median 75, silent 226, 3.01 times
//	ERNSH 24  18 Feb, 23 and 26 Mar 1998: 33, 3; median 18, silent 41, 2.28 times; 1.1 x 33 = 36.3
//	HILAA 75  31 Mar, 29 May, 29 Jul 1997: 59, 61; median 60, silent 281, 4.68 times
//	LAMAI 36  20 Nov, 3 Dec 1996, 25 Jul 1997: 13, 234; median 123.5, silent 285, 2.31 times; 1.1 x 234 = 257.4
//	BERGS 54  13 Feb, 1 May, 2 Sep 1997: 77, 124; median 100.5, silent 246, 2.45 times
//	PRINI 29  first on 8 Apr 1998, with 42 and 8 (196 and 1,200, this one 1,237.90); the previous new products are of
//	          17 Mar 1997 and earlier, more than a year ago
//	COMMI 44  first on 22 Apr 1998, with 61 (114, this one 291.75); the previous new product is of 2 Apr 1997
//
// The tenth is not an alert:
//
//	ERNSH 17  30 Jan, 9 Oct, 11 and 24 Dec 1997: 252, 63, 13; median 63, silent 133, 2.11 times, after an earlier
//	          silence of 252 days, so that only 3 x 63 = 189 is unusual
//
// The amounts of the moves are USD from 7 May 1997 to 6 May 1998, or in the year up to the last order of a silent
// product: SAVEA buys for 82,373.51, and for 4,503.00 of product 56; QUICK for 81,238.47, and for 1,701.88 of 44.
func TestMovesAndAlerts(t *testing.T) {
	account, _, err := readAccount(os.DirFS("data"))
	require.NoError(t, err)
	m, err := accountmap.New(account)
	require.NoError(t, err)
	var out strings.Builder
	day := accountmap.Day(1998, 5, 6)
	words := terms.English()
	for _, v := range insight.Of(m, day).Moves(insight.MoveOptions{}) {
		fmt.Fprintf(&out, "%s | %s | %s\n", v.Key, words.Move(m, v), strings.Join(words.Whys(m, v.Factors), " · "))
	}
	for _, a := range insight.Of(m, day).Alerts(insight.Thresholds{}) {
		fmt.Fprintf(&out, "%s %s %s %s last %s silent %d every %g quantity %g usual %g\n", a.Severity, a.Reason, a.Unit, a.Product, a.Last, a.Silent, a.Every, a.Quantity, a.Usual)
	}
	accountmaptest.Golden(t, "moves.txt", []byte(out.String()))
}
