package main

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render"
)

// views are the pictures that -view names, in the order in which the help lists them. What is internal is no client's to see.
var views = []struct {
	name     string
	view     render.View
	internal bool
}{
	{"stakeholders", render.Stakeholders{}, false},
	{"influence", render.Influence{}, true},
	{"coverage", render.Coverage{}, false},
	{"team", render.TeamCover{}, true},
	{"advocacy", render.Advocacy{}, true},
	{"roadmap", render.Roadmap{}, false},
}

func viewNames(reader accountmap.Audience) string {
	var names []string
	for _, v := range views {
		if !v.internal || reader == accountmap.AudienceInternal {
			names = append(names, v.name)
		}
	}
	return strings.Join(names, ", ")
}

func viewNamed(name string) (view render.View, internal bool, err error) {
	for _, v := range views {
		if strings.EqualFold(v.name, name) {
			return v.view, v.internal, nil
		}
	}
	return nil, false, fmt.Errorf("no view %q: one of %s; with -since and without -view, the map shows what has changed", name,
		viewNames(accountmap.AudienceInternal))
}
