package render_test

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render"
	"github.com/accountatlas/accountatlas/render/graph"
)

// neglected is a program's own view: the account map with a note on each card about the latest
// conversation with the person.
type neglected struct{}

// Graph returns the graph of the account map with the notes.
func (neglected) Graph(m *accountmap.Map, opts *render.Options) (*graph.Graph, error) {
	g, err := render.Stakeholders{}.Graph(m, opts)
	if err != nil {
		return nil, err
	}
	last := map[string]accountmap.Date{}
	for talk := range m.Communications() {
		for _, id := range talk.Contacts {
			if last[string(id)].Before(talk.Date) {
				last[string(id)] = talk.Date
			}
		}
	}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		text := "never talked to"
		if day := last[n.ID]; !day.IsZero() {
			text = fmt.Sprintf("%d days ago", day.DaysTo(opts.AsOf))
		}
		n.Notes = append(n.Notes, graph.Note{Text: text})
	}
	g.Title = m.Profile().Name + " · who waits for us"
	return g, nil
}

// A View decides what is drawn. This one extends a view of this package.
func ExampleView() {
	m := acme(today, func(a *accountmap.Account) {
		a.Communications = []accountmap.Communication{{Date: accountmap.Day(2026, 9, 2), Contacts: []accountmap.ContactID{"ana"}, Subject: "Review"}}
	})
	svg := draw(m, neglected{}, nil)
	for _, text := range []string{"Acme · who waits for us", "60 days ago", "never talked to"} {
		fmt.Println(text, strings.Count(svg, ">"+text+"<"))
	}
	// Output:
	// Acme · who waits for us 2
	// 60 days ago 1
	// never talked to 3
}

// One page of a program contains two maps. Each map has a prefix for its ids and takes the width of
// its place. A script finds a card by the contact's id.
func ExampleOptions_page() {
	m := acme(today, nil)
	element := func(v render.View, prefix string) template.HTML {
		d, err := render.Layout(context.Background(), m, v, &render.Options{Fluid: true})
		if err != nil {
			log.Fatal(err)
		}
		var svg bytes.Buffer
		if err := d.EmbedSVG(&svg, prefix, d.Title(), d.Description()); err != nil {
			log.Fatal(err)
		}
		return template.HTML(svg.String()) // written by this package, which escapes all text of the account
	}
	page := template.Must(template.New("page").Parse(`<!DOCTYPE html>
<title>{{.Name}}</title>
<main>{{.People}}{{.Influence}}</main>
<script>
for (const card of document.querySelectorAll("[data-id]"))
  card.addEventListener("click", () => location.href = "/contacts/" + encodeURIComponent(card.dataset.id));
</script>
`))
	var html bytes.Buffer
	err := page.Execute(&html, map[string]any{
		"Name": m.Profile().Name, "People": element(render.Stakeholders{}, "people-"), "Influence": element(render.Influence{}, "influence-"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Count(html.String(), "<svg "), "maps,", strings.Count(html.String(), `data-id="ana"`), "cards of Ana")
	// Output:
	// 2 maps, 2 cards of Ana
}

// A server lays out a map once and serves it for every request: a Drawing is read-only and safe for
// concurrent use.
func ExampleLayout_server() {
	d, err := render.Layout(context.Background(), acme(today, nil), render.Stakeholders{}, nil)
	if err != nil {
		log.Fatal(err)
	}
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/svg+xml")
		if err := d.SVG(w); err != nil {
			log.Print(err) // the client has disconnected
		}
	})

	server := httptest.NewServer(handler)
	defer server.Close()
	response, err := http.Get(server.URL)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Status, response.Header.Get("Content-Type"), strings.Contains(string(body), "Ana Núñez"))
	// Output:
	// 200 OK image/svg+xml true
}
