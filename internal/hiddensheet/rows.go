package hiddensheet

import (
	"bufio"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

const version = "2"

const signature = "accountatlas"

// Rows returns the rows of the hidden sheet: the version, the content, and the number of rows
// before the last, which reveals a missing row. The content is JSON, compressed with gzip and
// divided into cells.
func (c *Content) Rows() ([][]string, error) {
	var packed strings.Builder
	text := base64.NewEncoder(base64.StdEncoding, &packed)
	zip := gzip.NewWriter(text)
	buffer := bufio.NewWriter(zip)
	if err := errors.Join(c.write(buffer), buffer.Flush(), zip.Close(), text.Close()); err != nil {
		return nil, fmt.Errorf("the account cannot be packed: %w", err)
	}
	rows := [][]string{{signature, version}}
	for rest := packed.String(); rest != ""; {
		n := min(len(rest), MaxCell)
		rows = append(rows, []string{"content", rest[:n]})
		rest = rest[n:]
	}
	return append(rows, []string{"end", strconv.Itoa(len(rows))}), nil
}

type section struct {
	List string `json:"list"`
	Len  int    `json:"len"`
}

// write writes the content, then the account without its lists, then each list entry by entry. They
// are JSON values one after the other, so that neither the writer nor the reader holds the whole
// text.
func (c *Content) write(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if err := errors.Join(encoder.Encode(c), encoder.Encode(withoutLists(c.Account))); err != nil {
		return err
	}
	account := reflect.ValueOf(c.Account).Elem()
	for _, t := range table.All() {
		list := listOf(account, t)
		if !list.IsValid() || list.Len() == 0 {
			continue
		}
		if err := encoder.Encode(section{t.Name, list.Len()}); err != nil {
			return err
		}
		for i := range list.Len() {
			if err := encoder.Encode(list.Index(i).Addr().Interface()); err != nil {
				return err
			}
		}
	}
	return nil
}

func withoutLists(a *accountmap.Account) *accountmap.Account {
	short := *a
	v := reflect.ValueOf(&short).Elem()
	for i := range v.NumField() {
		if v.Field(i).Kind() == reflect.Slice {
			v.Field(i).SetZero()
		}
	}
	return &short
}

// listOf returns the list of a table in an account, or an invalid Value if the table is not a list
// of the account itself.
func listOf(account reflect.Value, t *table.Table) reflect.Value {
	for i := range account.NumField() {
		key, _, _ := strings.Cut(account.Type().Field(i).Tag.Get("json"), ",")
		if key == t.Name && account.Field(i).Kind() == reflect.Slice {
			return account.Field(i)
		}
	}
	return reflect.Value{}
}

// Limits for reading.
const (
	maxUnpacked  = 512 << 20 // bytes of JSON
	freelyPacked = 16 << 20  // bytes of JSON with an unlimited compression ratio
	maxPacked    = 100       // compression ratio beyond freelyPacked
	maxEntries   = 2_000_000 // entries of the lists
	minEntry     = 16        // bytes of JSON of an entry, about
)

// Reader reads the rows of the hidden sheet.
type Reader struct {
	packed strings.Builder
	rows   int
	ended  bool
}

// The errors of a [Reader].
var (
	errEarlier = errors.New("the workbook was made by an earlier version of this program, whose workbooks are not read any more")
	errUnknown = errors.New("the sheet " + Name + " is not of this version")
	errChanged = errors.New("the sheet " + Name + " was changed")
)

// IsEarlier reports whether the error means that an earlier version wrote the workbook.
func IsEarlier(err error) bool { return errors.Is(err, errEarlier) }

// Read reads the next row. It skips an empty row.
func (r *Reader) Read(cells []string) error {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	switch {
	case len(cells) == 0:
		return nil
	case r.rows == 0 && (cells[0] != signature || len(cells) < 2):
		return errUnknown
	case r.rows == 0 && cells[1] == "1":
		return errEarlier
	case r.rows == 0 && cells[1] != version:
		return errUnknown
	case r.rows == 0:
	case r.ended || len(cells) != 2:
		return errChanged
	case cells[0] == "content":
		r.packed.WriteString(cells[1])
	case cells[0] == "end" && cells[1] == strconv.Itoa(r.rows):
		r.ended = true
	default:
		return errChanged
	}
	r.rows++
	return nil
}

// Content decodes the content read so far.
func (r *Reader) Content() (*Content, error) {
	if !r.ended {
		return nil, fmt.Errorf("the sheet %s is not complete", Name)
	}
	zip, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(r.packed.String())))
	if err != nil {
		return nil, errChanged
	}
	limit := min(maxUnpacked, freelyPacked+maxPacked*r.packed.Len())
	all := &io.LimitedReader{R: zip, N: int64(limit) + 1}
	c, err := read(all, limit)
	switch {
	case all.N <= 0:
		return nil, fmt.Errorf("the account in the sheet %s is packed beyond measure", Name)
	case err != nil:
		return nil, errChanged
	}
	return c, nil
}

// read reads the output of [Content.write], up to a number of bytes.
func read(r io.Reader, limit int) (*Content, error) {
	decoder := json.NewDecoder(r)
	c := &Content{Account: &accountmap.Account{}}
	var short json.RawMessage
	if err := errors.Join(decoder.Decode(c), decoder.Decode(&short)); err != nil {
		return nil, err
	}
	if err := readShort(short, c.Account); err != nil {
		return nil, err
	}
	account, entries := reflect.ValueOf(c.Account).Elem(), 0
	for {
		var s section
		if err := decoder.Decode(&s); err == io.EOF {
			return c, c.check()
		} else if err != nil {
			return nil, err
		}
		t, ok := table.Lookup(s.List)
		if !ok {
			return nil, errChanged
		}
		list := listOf(account, t)
		if entries += s.Len; !list.IsValid() || list.Len() > 0 || s.Len < 1 || s.Len > maxEntries || entries > maxEntries || s.Len > limit/minEntry {
			return nil, errChanged
		}
		list.Set(reflect.MakeSlice(list.Type(), s.Len, s.Len))
		for i := range s.Len {
			if err := decoder.Decode(list.Index(i).Addr().Interface()); err != nil {
				return nil, err
			}
		}
	}
}

// readShort reads the account without its lists, whose entries would not be counted here.
func readShort(text json.RawMessage, a *accountmap.Account) error {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(text, &keys); err != nil {
		return err
	}
	for key := range keys {
		if _, ok := table.Lookup(strings.ToLower(key)); ok && !strings.EqualFold(key, "account") && !strings.EqualFold(key, "handoff") {
			return errChanged
		}
	}
	return json.Unmarshal(text, a)
}

// check reports lists of unknown tables, and removes the account's own currency from amounts.
func (c *Content) check() error {
	for _, l := range c.Lists {
		if _, ok := table.Lookup(l.Name); !ok || len(l.Columns) != len(l.Headings) {
			return errChanged
		}
	}
	withoutCurrency(reflect.ValueOf(c.Account).Elem(), c.Account.Currency)
	return nil
}

// withoutCurrency empties the currency of each amount in the given currency.
func withoutCurrency(v reflect.Value, own accountmap.Currency) {
	switch v.Kind() {
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Struct {
			return
		}
		for i := range v.Len() {
			withoutCurrency(v.Index(i), own)
		}
	case reflect.Struct:
		if m, ok := v.Addr().Interface().(*accountmap.Money); ok {
			if m.Currency == own {
				m.Currency = ""
			}
			return
		}
		for i := range v.NumField() {
			withoutCurrency(v.Field(i), own)
		}
	}
}
