package main

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/render"
)

// views are the pictures that -view names, in the order in which the help lists them.
var views = []struct {
	name string
	view render.View
}{
	{"stakeholders", render.Stakeholders{}},
	{"influence", render.Influence{}},
	{"coverage", render.Coverage{}},
	{"team", render.TeamCover{}},
	{"advocacy", render.Advocacy{}},
	{"roadmap", render.Roadmap{}},
}

func viewNames() string {
	names := make([]string, len(views))
	for i, v := range views {
		names[i] = v.name
	}
	return strings.Join(names, ", ")
}

func viewNamed(name string) (render.View, error) {
	for _, v := range views {
		if strings.EqualFold(v.name, name) {
			return v.view, nil
		}
	}
	return nil, fmt.Errorf("no view %q: one of %s; with -since and without -view, the map shows what has changed", name, viewNames())
}
