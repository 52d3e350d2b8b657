package main

import (
	"fmt"
	"strconv"
	"strings"
)

// shard is a part of a list that is divided into of parts. The first number is 1.
type shard struct{ number, of int }

var whole = shard{1, 1}

func (s *shard) String() string { return strconv.Itoa(s.number) + "/" + strconv.Itoa(s.of) }

// Set parses a shard such as "3/16".
func (s *shard) Set(text string) error {
	number, of, ok := strings.Cut(text, "/")
	n, err := strconv.Atoi(number)
	m, err2 := strconv.Atoi(of)
	if !ok || err != nil || err2 != nil || n < 1 || n > m {
		return fmt.Errorf("%q is no part: write the number of the part and of all parts, as 3/16", text)
	}
	*s = shard{n, m}
	return nil
}

// part returns every nth entry of the list, so that adjacent large files go to different shards.
func part[T any](s shard, list []T) []T {
	var mine []T
	for i, v := range list {
		if i%s.of == s.number-1 {
			mine = append(mine, v)
		}
	}
	return mine
}

func (s shard) suffix() string {
	if s.of == 1 {
		return ""
	}
	return fmt.Sprintf("-%d-of-%d", s.number, s.of)
}
