package table

import (
	"hash/fnv"
	"io"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Revision is a fingerprint of everything in the account, by which to tell whether two accounts are equal. Whether an amount names the account's
// own currency or none makes no difference.
func Revision(a *accountmap.Account) string {
	h := fnv.New64a()
	for _, t := range All() {
		io.WriteString(h, t.Name+"\x00")
		for row := range t.Rows(a) {
			for i := range t.Columns {
				if t.Columns[i].Key == "format" {
					continue
				}
				v := row.Value(i)
				if m, ok := v.(accountmap.Money); ok && m.Currency == a.Currency {
					m.Currency = ""
					v = m
				}
				io.WriteString(h, t.Columns[i].Format(v, a.Currency)+"\x00")
			}
		}
	}
	return strconv.FormatUint(h.Sum64(), 36)
}
