package main

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render"
)

// viewNames lists the values of -view for a reader. It omits the view of changes, which has the
// flag -since.
func viewNames(reader accountmap.Audience) string {
	var names []string
	for _, v := range render.Views() {
		if v.Name != "changes" && (!v.Internal || reader == accountmap.AudienceInternal) {
			names = append(names, v.Name)
		}
	}
	return strings.Join(names, ", ")
}

func viewNamed(name string) (view render.View, internal bool, err error) {
	for _, v := range render.Views() {
		if v.Name != "changes" && strings.EqualFold(v.Name, name) {
			return v.View, v.Internal, nil
		}
	}
	return nil, false, fmt.Errorf("no view %q: one of %s; with -since and without -view, the map shows what has changed", name,
		viewNames(accountmap.AudienceInternal))
}
