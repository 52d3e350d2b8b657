package orders_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/orders"
)

// facts lists the content of an account, one fact a line.
func facts(a *accountmap.Account) []string {
	var all []string
	for _, u := range a.Units {
		all = append(all, strings.TrimSpace(fmt.Sprintf("unit %s %s %s", u.ID, u.Name, u.Parent)))
	}
	for _, p := range a.Products {
		all = append(all, strings.TrimSpace(fmt.Sprintf("product %s %s %s", p.ID, p.Name, p.Line)))
	}
	for _, c := range a.Contacts {
		all = append(all, strings.TrimSpace(fmt.Sprintf("contact %s %s", c.ID, c.Owner)))
	}
	for _, m := range a.Team {
		all = append(all, strings.TrimSpace(fmt.Sprintf("member %s %s", m.ID, strings.Trim(fmt.Sprint(m.Units), "[]"))))
	}
	for _, o := range a.Orders {
		all = append(all, fmt.Sprintf("order %s %s %s %s %s", o.ID, o.Unit, o.Product, o.Date, o.Amount.Format(a.Currency)))
	}
	return all
}

// TestRealOrderBooks adds order books with the irregularities of real order books.
func TestRealOrderBooks(t *testing.T) {
	const flat = `{"currency":"EUR","decimalMark":".","units":{"file":"o.csv","columns":{"id":"Client","city":"Town"}},"products":{"file":"o.csv","columns":{"id":"Item","name":"Item name"}},` +
		`"orders":{"file":"o.csv","columns":{"id":"Order","unit":"Client","product":"Item","date":"Day","quantity":"Qty","amount":"Sum"}}}`
	for name, tt := range map[string]struct {
		mapping  string
		files    map[string]string
		want     []string
		problems []string
		refused  bool
	}{
		"three files in a chain": {
			mapping: `{"currency":"EUR","units":{"file":"clients.csv","columns":{"id":"Client","name":"Name"}},"products":{"file":"items.csv","columns":{"id":"Item"}},
				"team":{"file":"reps.csv","columns":{"id":"Rep","name":"Name"}},"contacts":{"file":"clients.csv","columns":{"id":"Client","name":"Buyer","unit":"Client"}},
				"orders":{"file":"lines.csv","join":[{"file":"heads.csv","key":"No"},{"file":"clients.csv","key":"Client"}],
				"columns":{"id":"No","unit":"Client","product":"Item","date":"Day","quantity":"Qty","price":"Price","member":"Rep"}}}`,
			files: map[string]string{"lines.csv": "No,Item,Qty,Price\n1,i,2,10.00\n", "heads.csv": "No,Client,Day\n1,c,2026-01-05\n", "clients.csv": "Client,Name,Rep,Buyer\nc,Mole End,r,Ann\n",
				"items.csv": "Item\ni\n", "reps.csv": "Rep,Name\nr,Kim\n"},
			want: []string{"unit c Mole End", "product i i", "contact c r", "member r c", "order 1 c i 2026-01-05 20.00"}, problems: []string{},
		},
		"four files in a chain, under other names": {
			mapping: `{"currency":"EUR","products":{"file":"items.csv","columns":{"id":"Sku"}},"units":{"file":"shops.csv","columns":{"id":"Shop"}},
				"orders":{"file":"lines.csv","join":[{"file":"heads.csv","key":"OrderRef","to":"Id"},{"file":"sites.csv","key":"SiteRef","to":"Id"},{"file":"shops.csv","key":"ShopRef","to":"Shop"}],
				"columns":{"id":"OrderRef","unit":"Shop","product":"Sku","date":"Day","amount":"Sum"}}}`,
			files: map[string]string{"lines.csv": "Sum,Sku,OrderRef\n7,s,1\n", "heads.csv": "SiteRef,Id,Day\nx,1,2026-02-01\n", "sites.csv": "ShopRef,Id\nmole,x\n", "shops.csv": "Shop\nmole\n", "items.csv": "Sku\ns\n"},
			want:  []string{"unit mole mole", "product s s", "order 1 mole s 2026-02-01 7.00"}, problems: []string{},
		},
		"a heading of two files": {
			mapping: `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"items.csv","join":[{"file":"groups.csv","key":"Group"}],"columns":{"id":"Item","name":"Name","line":"groups.csv:Name"}},
				"orders":{"file":"o.csv","columns":{"unit":"U","product":"Item","date":"Day"}}}`,
			files:    map[string]string{"o.csv": "U,Item,Day\nu,i,2026-01-01\n", "items.csv": "Item,Name,Group\ni,Winch,g\n", "groups.csv": "Group,Name\ng,Deck\n"},
			want:     []string{"unit u u", "product i Winch Deck", "order  u i 2026-01-01 0.00"},
			problems: []string{`items.csv:1:1: warning left-out: the column "Name" is in items.csv and in groups.csv: the one in items.csv is read (write "groups.csv:Name" in the mapping for the other, or "items.csv:Name" for this one)`},
		},
		"a heading of two files that are joined": {
			mapping: `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"Item"}},
				"orders":{"file":"o.csv","join":[{"file":"a.csv","key":"A"},{"file":"b.csv","key":"B"}],"columns":{"unit":"U","product":"Item","date":"b.csv: Day","due":"a.csv:Day"}}}`,
			files: map[string]string{"o.csv": "U,Item,A,B\nu,i,1,2\n", "a.csv": "A,Day\n1,2026-03-01\n", "b.csv": "B,Day\n2,2026-01-01\n"},
			want:  []string{"unit u u", "product i i", "order  u i 2026-01-01 0.00"}, problems: []string{},
		},
		"one file for everything": {
			mapping: flat,
			files:   map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,Mole,,i,Winch,1,10.00\n2,2026-02-05,Mole,Wells,i,Winch,1,10.00\n"},
			want:    []string{"unit Mole Mole", "product i Winch", "order 1 Mole i 2026-01-05 10.00", "order 2 Mole i 2026-02-05 10.00"}, problems: []string{},
		},
		"one file for everything that contradicts itself": {
			mapping: flat,
			files:   map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,Mole,Wells,i,Winch,1,10.00\n2,2026-02-05,Mole,Bath,i,Winch 12 V,1,22.368\n3,2026-02-05,Mole,Ely,i,Chain,1,1.005\n"},
			want:    []string{"unit Mole Mole", "product i Winch", "order 1 Mole i 2026-01-05 10.00", "order 2 Mole i 2026-02-05 22.37", "order 3 Mole i 2026-02-05 1.01"},
			problems: []string{`o.csv:3:19: warning duplicate-id: the unit "Mole" has the Town "Wells" in one row and "Bath" in another: the first counts, from line 2, here and in 1 more: line 4`,
				`o.csv:3:26: warning duplicate-id: the product "i" has the Item name "Winch" in one row and "Winch 12 V" in another: the first counts, from line 2, here and in 1 more: line 4`,
				`o.csv:3:39: warning invalid-value: Sum: "22.368" has more decimals than EUR, and is rounded to 22.37, here and in 1 more: line 4`},
		},
		"prices finer than the currency": {
			mapping: `{"currency":"EUR","decimalMark":".","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"P"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D","quantity":"Q","price":"E","discount":"F"}}}`,
			files:   map[string]string{"o.csv": "U,P,D,Q,E,F\nu,p,2026-01-01,1000,0.0125,0\nu,p,2026-01-02,3,0.335,0.1\n"},
			want:    []string{"unit u u", "product p p", "order  u p 2026-01-01 12.50", "order  u p 2026-01-02 0.90"}, problems: []string{},
		},
		"joins in any order": {
			mapping: `{"currency":"EUR","units":{"file":"clients.csv","columns":{"id":"Client"}},"products":{"file":"lines.csv","columns":{"id":"Item"}},
				"orders":{"file":"lines.csv","join":[{"file":"clients.csv","key":"heads.csv:Client","to":"Client"},{"file":"heads.csv","key":"No"}],"columns":{"id":"No","unit":"Client","product":"Item","date":"Day","amount":"Sum","status":"State"}}}`,
			files: map[string]string{"lines.csv": "No,Item,Sum\n1,i,20.00\n", "heads.csv": "No,Client,Day\n1,c,2026-01-05\n", "clients.csv": "Client,State\nc,open\n"},
			want:  []string{"unit c c", "product i i", "order 1 c i 2026-01-05 20.00"}, problems: []string{},
		},
		"returns, marks behind, and a percentage": {
			mapping:  `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"P"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D","quantity":"Q","price":"E","discount":"F","amount":"A"}}}`,
			files:    map[string]string{"o.csv": "U,P,D,Q,E,F,A\nu,p,2026-01-01,1,,,5.00-\nu,p,2026-01-02,1-,10,10%,\nu,p,2026-01-03,0,10,,\nu,p,2026-01-04,1,10.00,0.25,(7.50)\n"},
			want:     []string{"unit u u", "product p p", "order  u p 2026-01-01 -5.00", "order  u p 2026-01-02 -9.00", "order  u p 2026-01-03 0.00", "order  u p 2026-01-04 -7.50"},
			problems: []string{`Q: "0" is read as unknown`, `A: "(7.50)" differs from quantity times price, 7.50: the amount counts`},
		},
		"a currency a row": {
			mapping: `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"P"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D","quantity":"Q","price":"E","amount":"A","currency":"C"}}}`,
			files:   map[string]string{"o.csv": "U,P,D,Q,E,A,C\nu,p,2026-01-01,2,,5.00,EUR\nu,p,2026-01-02,2,10,,usd\nu,p,2026-01-03,2,,500,JPY\nu,p,2026-01-04,2,,7,\nu,p,2026-01-04,2,,7,€\n"},
			want:    []string{"unit u u", "product p p", "order  u p 2026-01-01 5.00", "order  u p 2026-01-02 20.00 USD", "order  u p 2026-01-03 500 JPY", "order  u p 2026-01-04 7.00", "order  u p 2026-01-04 7.00"}, problems: []string{},
		},
		"a currency in a heading": {
			mapping: `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"P"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D","quantity":"Q","price":"Price in USD","amount":"ALL SUMS (USD)","currency":"C"}}}`,
			files:   map[string]string{"o.csv": "U,P,D,Q,Price in USD,ALL SUMS (USD),C\nu,p,2026-01-01,2,,5.00,\nu,p,2026-01-02,2,10,,\nu,p,2026-01-03,2,,7.00,GBP\n"},
			want:    []string{"unit u u", "product p p", "order  u p 2026-01-01 5.00 USD", "order  u p 2026-01-02 20.00 USD", "order  u p 2026-01-03 7.00 GBP"}, problems: []string{},
		},
		"an unknown currency": {
			mapping: `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"P"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D","amount":"A","currency":"C"}}}`,
			files:   map[string]string{"o.csv": "U,P,D,A,C\nu,p,2026-01-01,5.00,Taler\n"}, refused: true, problems: []string{`C: "Taler" is not a currency (write its ISO 4217 code, such as EUR)`},
		},
		"one number of two orders, and a line twice": {
			mapping:  flat,
			files:    map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,M,,i,,1,75\n1,2026-01-05,T,,i,,1,75\n1,2026-01-06,M,,i,,1,75\n2,2026-01-06,M,,i,,1,75\n2,2026-01-06,M,,i,,1,75\n"},
			want:     []string{"unit M M", "unit T T", "product i i", "order 1 M i 2026-01-05 75.00", "order 1 T i 2026-01-05 75.00", "order 1 M i 2026-01-06 75.00", "order 2 M i 2026-01-06 75.00", "order 2 M i 2026-01-06 75.00"},
			problems: []string{`the order "1" has the Client "M" in one row and "T" in another: each line keeps its own`, `the order "1" has the Day "2026-01-05" in one row and "2026-01-06" in another`, `the order "2" already has the same line above: both are read`},
		},
		"titles and totals": {
			mapping:  flat,
			files:    map[string]string{"o.csv": "Orders of 2026\n,,,,,,,\nOrder,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,M,,i,,1,75\nTotal,,,,,,1,75\n"},
			want:     []string{"unit M M", "product i i", "order 1 M i 2026-01-05 75.00"},
			problems: []string{`o.csv:1:1: warning left-out: a row above the headings is left out: "Orders of 2026"`, `o.csv:5:1: warning left-out: a row of sums is ignored: "Total"`},
		},
		"English months and days without marks": {
			mapping: flat,
			files:   map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,13-Apr-18,M,,i,,1,75\n2,\"Oct 1, 2024\",M,,i,,1,10\n3,20180413,M,,i,,1,5\n4,1 March 2026 00:00,M,,i,,1,5\n"},
			want:    []string{"unit M M", "product i i", "order 1 M i 2018-04-13 75.00", "order 2 M i 2024-10-01 10.00", "order 3 M i 2018-04-13 5.00", "order 4 M i 2026-03-01 5.00"}, problems: []string{},
		},
		"headings in the middle, and days as a spreadsheet counts them": {
			mapping:  flat,
			files:    map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,46095,M,,i,,1,75\nOrder,Day,Client,Town,Item,Item name,Qty,Sum\n2,46096,M,,i,,-1,-75\nCount,,,,,,2,\n"},
			want:     []string{"unit M M", "product i i", "order 1 M i 2026-03-14 75.00", "order 2 M i 2026-03-15 -75.00"},
			problems: []string{`Day: "46095" is a spreadsheet's day number, and is read as 2026-03-14, here and in 1 more: line 4`, `o.csv:3:1: warning left-out: the headings are repeated`, `"Count"`},
		},
		"headings of groups above the headings": {
			mapping:  flat,
			files:    map[string]string{"o.csv": "Order,,Client,,Item,,Sales,\nOrder,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,M,,i,,1,75\n"},
			want:     []string{"unit M M", "product i i", "order 1 M i 2026-01-05 75.00"},
			problems: []string{`o.csv:1:1: warning left-out: a row above the headings is left out: "Order"`},
		},
		"headings of groups in a joined file, below a title": {
			mapping: `{"currency":"EUR","decimalMark":".","units":{"file":"h.csv","columns":{"id":"Client"}},"products":{"file":"l.csv","columns":{"id":"Item"}},
				"orders":{"file":"l.csv","join":[{"file":"h.csv","key":"Order","to":"No"}],"columns":{"id":"Order","unit":"Client","product":"Item","date":"Day","amount":"Sum"}}}`,
			files: map[string]string{"l.csv": "Order,Item,Sum\n1,i,75\n", "h.csv": "Heads\nSale,,Buyer\nNo,Day,Client\n1,2026-01-05,M\n"},
			want:  []string{"unit M M", "product i i", "order 1 M i 2026-01-05 75.00"}, problems: []string{`h.csv:1:1: warning left-out: a row above the headings is left out: "Heads"`},
		},
		"Greek in the encoding of a spreadsheet": {
			mapping:  flat,
			files:    map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,\xcd\xdf\xea\xef\xf2,,i,,1,75\n"},
			want:     []string{"unit Νίκος Νίκος", "product i i", "order 1 Νίκος i 2026-01-05 75.00"},
			problems: []string{`o.csv:2:14: warning invalid-text: the file is not UTF-8; it is read as Windows-1253`},
		},
		"a mistyped year": {
			mapping:  flat,
			files:    map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,M,,i,,1,1\n2,2206-01-06,M,,i,,1,1\n3,2026-01-07,M,,i,,1,1\n4,2026-01-09,M,,i,,1,1\n"},
			want:     []string{"unit M M", "product i i", "order 1 M i 2026-01-05 1.00", "order 2 M i 2206-01-06 1.00", "order 3 M i 2026-01-07 1.00", "order 4 M i 2026-01-09 1.00"},
			problems: []string{`o.csv:3:3: warning after-as-of: 2206-01-06 is more than a year after all other days, and is treated as a typing error: the day of the account is 2026-01-09`},
		},
		"a child before its parent": {
			mapping: `{"units":{"file":"u.csv","columns":{"id":"U","name":"N","parent":"Up"}},"products":{"file":"o.csv","columns":{"id":"P"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D"}}}`,
			files:   map[string]string{"u.csv": "U,N,Up\na,Shop,b\nb,Group,\n", "o.csv": "U,P,D\na,p,2026-01-01\n"},
			want:    []string{"unit a Shop b", "unit b Group", "product p p", "order  a p 2026-01-01 0.00"}, problems: []string{},
		},
		"mangled telephones, ids and shared addresses": {
			mapping:  `{"units":{"file":"c.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"P"}},"contacts":{"file":"c.csv","columns":{"id":"C","name":"N","unit":"U","phone":"T","email":"M"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D"}}}`,
			files:    map[string]string{"c.csv": "U,C,N,T,M\nu,1,Ann,4.42E+11,A@m.example\nu,2,Bo,+1,a@m.example\n", "o.csv": "U,P,D\nu,1.23E+12,2026-01-01\n"},
			want:     []string{"unit u u", "product 1.23E+12 1.23E+12", "contact 1", "contact 2", "order  u 1.23E+12 2026-01-01 0.00"},
			problems: []string{`T: "4.42E+11" is not a phone number`, `warning shared-address: the contacts "Ann" and "Bo" have one address, "a@m.example"`, `P: "1.23E+12" is an id that a spreadsheet has changed`},
		},
		"what may be read two ways": {
			mapping: strings.Replace(flat, `"decimalMark":".",`, "", 1), refused: true,
			files: map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,02/03/2026,M,,i,,1,\"1,200\"\n2,02/04/2026,M,,i,,1,\"1,300\"\n"},
			problems: []string{`Day: "02/03/2026" may be two days, here and in 1 more: line 3 (say whether day or month comes first in dates: "dateOrder": "day-month" or "dateOrder": "month-day" in the mapping)`,
				`Sum: "1,200" may be two numbers, here and in 1 more: line 3 (say which mark is before decimals: "decimalMark": "." or "decimalMark": "," in the mapping)`},
		},
		"nothing as databases write it, sums and a foot": {
			mapping: flat,
			files:   map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,M,NULL,i,,NULL,75\n2,2026-01-06,M,,i,,-,N/A\nGrand Total (2 records),,,,,,,\nprinted by Kim,,,,,,,\n"},
			want:    []string{"unit M M", "product i i", "order 1 M i 2026-01-05 75.00", "order 2 M i 2026-01-06 0.00"},
			problems: []string{`o.csv:4:1: warning left-out: a row of sums is ignored: "Grand Total (2 records)" (nothing to do)`,
				`o.csv:5:1: warning left-out: a row below the table is not an entry: "printed by Kim" (nothing to do)`},
		},
		"zeros": {
			mapping: `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"P","price":"List"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D","quantity":"Q","amount":"S"}}}`,
			files:   map[string]string{"o.csv": "U,P,D,Q,S,List\nu,p,2026-01-01,0,0.00,0\nu,p,2026-01-02,2,\"0,00 €\",0\nu,p,2026-01-03,0,7.00,0\n"},
			want:    []string{"unit u u", "product p p", "order  u p 2026-01-01 0.00", "order  u p 2026-01-02 0.00", "order  u p 2026-01-03 7.00"},
			problems: []string{`o.csv:2:16: warning out-of-range: Q: "0" is read as unknown, here and in 1 more: line 4 (no action needed`, `o.csv:2:18: warning out-of-range: S: "0.00" is read as unknown, here and in 1 more: line 3 (no action needed`,
				`o.csv:2:23: warning out-of-range: List: "0" is read as unknown`},
		},
		"an amount in another currency than its row": {
			mapping:  `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"U"}},"products":{"file":"o.csv","columns":{"id":"P"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D","amount":"S","currency":"C"}}}`,
			files:    map[string]string{"o.csv": "U,P,D,S,C\nu,p,2026-01-01,$5.00,CAD\nu,p,2026-01-02,£5.00,EUR\n"},
			want:     []string{"unit u u", "product p p", "order  u p 2026-01-01 5.00 CAD", "order  u p 2026-01-02 5.00 GBP"},
			problems: []string{`o.csv:3:16: warning contradiction: S: "£5.00" is in a different currency from the row, EUR: its own counts`},
		},
		"orders and items of SAP": {
			mapping: `{"units":{"file":"kna1.txt","columns":{"id":"KUNNR","name":"NAME1","parent":"KONZS"}},"products":{"file":"mara.txt","columns":{"id":"MATNR","name":"MAKTX","line":"MATKL"}},
				"orders":{"file":"vbap.txt","join":[{"file":"vbak.txt","key":"VBELN"}],"columns":{"id":"VBELN","unit":"KUNNR","product":"MATNR","date":"ERDAT","quantity":"KWMENG","amount":"NETWR","currency":"WAERK","member":"VKGRP"}}}`,
			files: map[string]string{"vbak.txt": "VBELN;ERDAT;KUNNR;WAERK;VKGRP\n0000004711;20260413;0000100001;EUR;000\n0000004712;20260414;0000100002;USD;000\n0000004713;00000000;0000100002;EUR;000\n0000004714;20260414;0000000000;EUR;000\n",
				"vbap.txt": "VBELN;POSNR;MATNR;KWMENG;NETWR\n0000004711;000010;MAT-1;1.000,000;12.500,00\n0000004711;000020;MAT-2;2,500;25,50-\n0000004712;000010;MAT-1;3,000;37,50\n0000004713;000010;MAT-1;3,000;37,50\n0000004714;000010;MAT-1;3,000;37,50\n4712;000020;MAT-1;3,000;37,50\n",
				"kna1.txt": "KUNNR;NAME1;KONZS\n0000100001;Mole End;0000000000\n0000100002;Toad Hall;0000100001\n", "mara.txt": "MATNR;MAKTX;MATKL\nMAT-1;Winch;DECK\nMAT-2;Rope;DECK\n"},
			want: []string{"unit 0000100001 Mole End", "unit 0000100002 Toad Hall 0000100001", "product MAT-1 Winch DECK", "product MAT-2 Rope DECK", "order 0000004711 0000100001 MAT-1 2026-04-13 12500.00 EUR",
				"order 0000004711 0000100001 MAT-2 2026-04-13 -25.50 EUR", "order 0000004712 0000100002 MAT-1 2026-04-14 37.50 USD"},
			problems: []string{`vbak.txt:5:21: warning missing-value: the row has no KUNNR, so its order is ignored`, `the row "0000004713" has no ERDAT, and is left out of the orders`,
				`no row of vbak.txt has the VBELN "4712", so the row is ignored (it is probably "0000004712": a spreadsheet took the zeros away from one of the two`},
		},
		"guards, errors and nothing in a spreadsheet's columns": {
			mapping: `{"units":{"file":"c.csv","columns":{"id":"U","parent":"G"}},"products":{"file":"o.csv","columns":{"id":"P"}},"team":{"file":"t.csv","columns":{"id":"R","name":"N"}},
				"contacts":{"file":"c.csv","columns":{"id":"C","name":"N","unit":"U","phone":"T","email":"M"}},"orders":{"file":"o.csv","columns":{"unit":"U","product":"P","date":"D","member":"R"}}}`,
			files: map[string]string{"c.csv": "U;G;C;N;T;M\n17850;0;1;Ann;4,42E+11;'@m.example\n17850;;2;Bo;#####;a@M.example \n17850;;3;Cy;n/a;null\n17850;;4;Di;'+4122;-\n17850;;5;Ed;12-Mar;\n",
				"o.csv": "U;P;D;R\n17850;p;2026-01-01;0\n17850.0;p;2026-01-02;(none)\n", "t.csv": "R;N\nk;Kim\n"},
			want: []string{"unit 17850 17850", "product p p", "contact 1", "contact 2", "contact 3", "contact 4", "contact 5", "member k", "order  17850 p 2026-01-01 0.00"},
			problems: []string{`T: "4,42E+11" is not a phone number: a spreadsheet has changed it, here and in 1 more: line 6`, `T: "#####" is an error of a spreadsheet, not a value`,
				`the unit "17850.0" is not in the account, so its order is ignored`},
		},
		"one book in Spanish": {
			mapping: `{"currency":"EUR","units":{"file":"pedidos.csv","columns":{"id":"Cliente"}},"products":{"file":"pedidos.csv","columns":{"id":"Artículo"}},
				"orders":{"file":"pedidos.csv","columns":{"id":"Pedido","unit":"Cliente","product":"Artículo","date":"Fecha","quantity":"Cantidad","amount":"Importe"}}}`,
			files:    map[string]string{"pedidos.csv": "Pedido;Fecha;Cliente;Artículo;Cantidad;Importe\n1;13-abr-2026;Mole;Torno;1;1.250,50 €\n2;5 de mayo de 2026;Mole;Torno;2;2.501,00 €\n3;25/06/2026;Mole;Torno;1;1.250,50 €\n4;05/06/2026;Mole;Torno;1;1,00 €\nTotal;;;;5;5.003,00 €\n"},
			want:     []string{"unit Mole Mole", "product Torno Torno", "order 1 Mole Torno 2026-04-13 1250.50", "order 2 Mole Torno 2026-05-05 2501.00", "order 3 Mole Torno 2026-06-25 1250.50", "order 4 Mole Torno 2026-06-05 1.00"},
			problems: []string{`a row of sums is ignored: "Total"`},
		},
		"an invoice list with times, contradicting": {
			mapping: `{"currency":"GBP","units":{"file":"o.csv","columns":{"id":"CustomerID","country":"Country"}},"products":{"file":"o.csv","columns":{"id":"StockCode","name":"Description"}},
				"orders":{"file":"o.csv","columns":{"id":"InvoiceNo","unit":"CustomerID","product":"StockCode","date":"InvoiceDate","quantity":"Quantity","price":"UnitPrice"}}}`,
			files: map[string]string{"o.csv": "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n536365,85A,HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom\n536366,85A,holder,6,12/13/2010 8:28,2.555,17850,France\n" +
				"C536379,D,Discount,-1,12/1/2010 9:41,27.5,14527,United Kingdom\n536370,22,,24,12/1/2010 8:45,0,,France\n"},
			want: []string{"unit 17850 17850", "unit 14527 14527", "product 85A HOLDER", "product D Discount", "product 22 22", "order 536365 17850 85A 2010-12-01 15.30", "order 536366 17850 85A 2010-12-13 15.33", "order C536379 14527 D 2010-12-01 -27.50"},
			problems: []string{`the product "85A" has the Description "HOLDER" in one row and "holder" in another`, `the unit "17850" has the Country "United Kingdom" in one row and "France" in another`,
				`the row "536370" has no CustomerID, and is left out of the orders`},
		},
		"lines, orders, customers and sellers of a marketplace": {
			mapping: `{"currency":"BRL","units":{"file":"customers.csv","columns":{"id":"customer_unique_id","city":"customer_city"}},"products":{"file":"products.csv","columns":{"id":"product_id","line":"category"}},
				"team":{"file":"sellers.csv","columns":{"id":"seller_id","name":"seller_city"}},"orders":{"file":"order_items.csv","join":[{"file":"customers.csv","key":"customer_id"},{"file":"orders.csv","key":"order_id"}],
				"columns":{"id":"order_id","unit":"customer_unique_id","product":"product_id","date":"bought","amount":"price","status":"order_status","delivered":"delivered","member":"seller_id"}}}`,
			files: map[string]string{"order_items.csv": "order_id,order_item_id,product_id,seller_id,price\no1,1,p1,s1,10.00\no1,2,p1,s1,10.00\n", "orders.csv": "order_id,customer_id,order_status,bought,delivered\no1,c1,delivered,2018-04-13 10:00:00,2018-04-20 10:00:00\n",
				"customers.csv": "customer_id,customer_unique_id,customer_city\nc1,u1,sao paulo\nc2,u1,sao paulo\n", "products.csv": "product_id,category\np1,tools\n", "sellers.csv": "seller_id,seller_city\ns1,oslo\n"},
			want:     []string{"unit u1 u1", "product p1 p1 tools", "member s1 u1", "order o1 u1 p1 2018-04-13 10.00", "order o1 u1 p1 2018-04-13 10.00"},
			problems: []string{`the order "o1" already has the same line above: both are read`},
		},
		"names that differ in case alone": {
			mapping: flat,
			files:   map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,Mole End,,i,,1,75\n2,2026-01-06,mole end,,I,,1,20\n"},
			want:    []string{"unit Mole End Mole End", "unit mole end mole end", "product i i", "product I I", "order 1 Mole End i 2026-01-05 75.00", "order 2 mole end I 2026-01-06 20.00"},
			problems: []string{`o.csv:3:14: warning same-name: the units "Mole End" and "mole end" differ in case alone, and are read as two (write them the same way if they are one)`,
				`the products "i" and "I" differ in case alone`},
		},
		"lines that continue an order, Shopify": {
			mapping: `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"Email","name":"Billing Company"}},"products":{"file":"o.csv","columns":{"id":"Lineitem sku"}},"orders":{"file":"o.csv",
				"columns":{"id":"Name","unit":"Email","product":"Lineitem sku","date":"Paid at","quantity":"Lineitem quantity","price":"Lineitem price","currency":"Currency"}}}`,
			files:    map[string]string{"o.csv": "Name,Email,Paid at,Currency,Lineitem quantity,Lineitem price,Lineitem sku,Billing Company\n#1,a@m.example,2026-03-01 10:00:00 +0100,USD,1,10.00,L,Mole End\n#1,a@m.example,,,2,10.00,R,\n#1,,,,3,1.00,L,\n#2,a@m.example,,,1,5.00,L,\n"},
			want:     []string{"unit a@m.example Mole End", "product L L", "product R R", "order #1 a@m.example L 2026-03-01 10.00 USD", "order #1 a@m.example R 2026-03-01 20.00 USD", "order #1 a@m.example L 2026-03-01 3.00 USD"},
			problems: []string{`the row "#2" has no Paid at, and is left out of the orders (complete it; no action needed`},
		},
		"lines without the values of their order, Odoo": {
			mapping: `{"currency":"EUR","units":{"file":"o.csv","columns":{"id":"Customer"}},"products":{"file":"o.csv","columns":{"id":"Order Lines/Product"}},"orders":{"file":"o.csv",
				"columns":{"id":"Order Reference","unit":"Customer","product":"Order Lines/Product","date":"Order Date","amount":"Order Lines/Subtotal"}}}`,
			files:    map[string]string{"o.csv": "Order Reference,Customer,Order Date,Order Lines/Product,Order Lines/Subtotal\nS1,Mole,2026-03-01 10:00:00,Lamp,10.0\n,,,Rope,20.0\nS2,Toad,2026-03-02,Lamp,10.0\n,,,,40.0\n"},
			want:     []string{"unit Mole Mole", "unit Toad Toad", "product Lamp Lamp", "product Rope Rope", "order S1 Mole Lamp 2026-03-01 10.00", "order S1 Mole Rope 2026-03-01 20.00", "order S2 Toad Lamp 2026-03-02 10.00"},
			problems: []string{"a row with neither Customer nor Order Date is read as a line of the order above (no action needed unless it is a sum", "a row has no Customer, and is left out of the orders"},
		},
		"days and amounts that are wrong in several ways": {
			mapping: flat, refused: true,
			files:    map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-13-05,Mole,,i,,1,12k\n2,Q1 2026,Mole,,i,,1,abc\n3,2026-14-05,Mole,,i,,1,3.5k\n"},
			problems: []string{`Day: "2026-13-05" is not a date: there is no month 13, here and in 1 more: line 4`, `"12k" is not a number, here and in 1 more: line 4 (write it in full: 12000.00)`, `Day: "Q1 2026" is not a date (year`, `"abc" is not a number (such`},
		},
		"one odd byte": {
			mapping:  flat,
			files:    map[string]string{"o.csv": "Order,Day,Client,Town,Item,Item name,Qty,Sum\n1,2026-01-05,Mole,Málaga,i,Winch,1,1\n2,2026-02-05,Toad,C\xe1diz,i,Winch,1,1\n"},
			want:     []string{"unit Mole Mole", "unit Toad Toad", "product i Winch", "order 1 Mole i 2026-01-05 1.00", "order 2 Toad i 2026-02-05 1.00"},
			problems: []string{`o.csv:3:19: warning invalid-text: the row is not UTF-8, unlike other rows: it is read as Windows-1252`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := orders.ReadMapping(strings.NewReader(tt.mapping))
			require.NoError(t, err)
			a := &accountmap.Account{Profile: accountmap.Profile{Name: "Book"}}
			problems := orders.Add(a, folder(tt.files), m)
			assert.Equal(t, tt.refused, problems.HasErrors(), problems.Report())
			assert.Equal(t, tt.want, facts(a))
			if assert.Len(t, problems, len(tt.problems), problems.Report()) {
				for i, want := range tt.problems {
					assert.Contains(t, problems[i].Error(), want)
				}
			}
		})
	}
}

// TestFewLines checks that a mistake in every row of a long file takes few lines.
func TestFewLines(t *testing.T) {
	var b strings.Builder
	b.WriteString("No,U,N,P,D,Q,S,M,J\n")
	for i := range 10_000 {
		fmt.Fprintf(&b, "%d,u%d,name %d,p%d,2026-01-%02d,1,%d.005,m%d,j%d,\n", i, i%100, i, i%7, 1+i%28, i, i, i)
	}
	m, err := orders.ReadMapping(strings.NewReader(`{"decimalMark":".","units":{"file":"o.csv","columns":{"id":"U","name":"N"},"require":["name"]},"products":{"file":"o.csv","columns":{"id":"P","name":"N"}},
		"orders":{"file":"o.csv","columns":{"id":"No","unit":"U","product":"P","date":"D","quantity":"Q","amount":"S","member":"M"}}}`))
	require.NoError(t, err)
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Book"}}
	problems := orders.Add(a, folder(map[string]string{"o.csv": b.String()}), m)
	require.False(t, problems.HasErrors(), problems.Report())
	assert.Len(t, a.Orders, 10_000)
	assert.LessOrEqual(t, len(problems), 50)
	assert.NotEmpty(t, problems)
}
