package render

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// NamedView is a built-in view with the name that a program's users choose it by.
type NamedView struct {
	Name string
	View View
	// Internal views are for our own people: on a map for any other audience, Graph returns an
	// error.
	Internal bool
}

// Views lists the built-in views, the account map first. A zero View has its defaults; [Changes]
// then shows everything as new.
func Views() []NamedView {
	return []NamedView{
		{Name: "stakeholders", View: Stakeholders{}},
		{Name: "influence", View: Influence{}, Internal: true},
		{Name: "coverage", View: Coverage{}},
		{Name: "team", View: TeamCover{}, Internal: true},
		{Name: "advocacy", View: Advocacy{}, Internal: true},
		{Name: "roadmap", View: Roadmap{}},
		{Name: "changes", View: Changes{}},
	}
}

// checkAudience returns an error for a view that the audience of the map may not see, with the views
// that it may.
func checkAudience(v View, m *accountmap.Map) error {
	if !forClient(m) {
		return nil
	}
	var internal string
	var open []string
	for _, other := range Views() {
		switch {
		case !other.Internal:
			open = append(open, other.Name)
		case reflect.TypeOf(other.View) == reflect.TypeOf(v):
			internal = other.Name
		}
	}
	if internal == "" {
		return nil
	}
	last := len(open) - 1
	return fmt.Errorf("the view %s is for our own people, but the map is for the audience %q: draw %s or %s instead",
		internal, m.Audience(), strings.Join(open[:last], ", "), open[last])
}
