package ics_test

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/export/ics"
)

func ExampleCalendar_WriteICS() {
	c := &ics.Calendar{
		Name:   "Grupo Meridiano",
		AsOf:   time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC),
		Events: []ics.Event{{UID: "renewal-1@example", Day: time.Date(2026, 12, 9, 0, 0, 0, 0, time.UTC), Summary: "Renewal: Core, Head office"}},
	}
	var file bytes.Buffer
	if err := c.WriteICS(&file); err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(file.String()) {
		if strings.HasPrefix(line, "DTSTART") || strings.HasPrefix(line, "SUMMARY") {
			fmt.Println(strings.TrimSpace(line))
		}
	}
	// Output:
	// DTSTART;VALUE=DATE:20261209
	// SUMMARY:Renewal: Core\, Head office
}
