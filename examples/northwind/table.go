package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// row is a line of a CSV file by its column names.
type row struct {
	file   string
	line   int
	fields map[string]string
}

// readTable reads a CSV file whose first line names the columns.
func readTable(folder fs.FS, file string) (rows []row, err error) {
	f, err := folder.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	r := csv.NewReader(f)
	columns, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	for {
		record, err := r.Read()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		line, _ := r.FieldPos(0)
		fields := make(map[string]string, len(columns))
		for i, name := range columns {
			fields[name] = strings.TrimSpace(record[i])
		}
		rows = append(rows, row{file, line, fields})
	}
}

func (r row) text(column string) string { return r.fields[column] }

// date reads "1996-07-04 00:00:00.000", and an empty field as unknown.
func (r row) date(column string) (accountmap.Date, error) {
	day, _, _ := strings.Cut(r.text(column), " ")
	if day == "" {
		return accountmap.Date{}, nil
	}
	d, err := accountmap.ParseDate(day)
	return d, r.wrap(column, err)
}

func (r row) number(column string) (float64, error) {
	n, err := strconv.ParseFloat(r.text(column), 64)
	return n, r.wrap(column, err)
}

// money reads an amount in the account's currency.
func (r row) money(column string) (accountmap.Money, error) {
	m, err := accountmap.ParseMoney(r.text(column), currency)
	return m, r.wrap(column, err)
}

func (r row) wrap(column string, err error) error {
	if err != nil {
		err = fmt.Errorf("%s:%d: %s: %w", r.file, r.line, column, err)
	}
	return err
}

// leftOut reports a row that is no part of the account.
func (r row) leftOut(detail, hint string) accountmap.Problem {
	return accountmap.Problem{Severity: accountmap.SeverityWarning, Code: accountmap.ErrMissingValue,
		Pos: accountmap.Pos{File: r.file, Line: r.line, Column: 1}, Detail: detail, Hint: hint}
}
