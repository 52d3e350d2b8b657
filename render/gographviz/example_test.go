package gographviz_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"github.com/goccy/go-graphviz"
	"github.com/goccy/go-graphviz/cgraph"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render"
	"github.com/accountatlas/accountatlas/render/gographviz"
)

func meridiano() *accountmap.Map {
	m, err := accountmap.New(&accountmap.Account{
		Profile: accountmap.Profile{Name: "Grupo Meridiano"},
		Contacts: []accountmap.Contact{
			{ID: "bn", Name: "Begoña Núñez", Stance: accountmap.StanceChampion},
			{ID: "yd", Name: "Γιάννης Δήμου", ReportsTo: "bn"},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	return m
}

// A program that already imports go-graphviz lays out its maps with it.
func Example() {
	opts := &render.Options{Engine: gographviz.Engine{}}
	var picture bytes.Buffer
	if err := render.Draw(context.Background(), &picture, meridiano(), render.Stakeholders{}, render.SVG, opts); err != nil {
		log.Fatal(err)
	}
	fmt.Println(bytes.Contains(picture.Bytes(), []byte("Begoña Núñez")))
	// Output: true
}

// The DOT of a map is a graph of go-graphviz: find a contact by its id, change its card, draw it.
func Example_dot() {
	ctx := context.Background()
	var dot bytes.Buffer
	if err := render.Draw(ctx, &dot, meridiano(), render.Stakeholders{}, render.DOT, nil); err != nil {
		log.Fatal(err)
	}
	graph, err := graphviz.ParseBytes(dot.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	defer graph.Close()
	card := find(graph, "yd")
	if card == nil {
		log.Fatal("nobody has the id yd")
	}
	card.SetURL("https://crm.example/contacts/yd")

	engine, err := graphviz.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	defer engine.Close()
	// The DOT names its layout, nop2, which keeps the positions: neato draws the same map.
	var picture bytes.Buffer
	if err := engine.SetLayout(graphviz.NEATO).Render(ctx, graph, graphviz.SVG, &picture); err != nil {
		log.Fatal(err)
	}
	fmt.Println(card.GetStr("class"))
	fmt.Println(bytes.Contains(picture.Bytes(), []byte("https://crm.example/contacts/yd")))
	// Output:
	// stance-unknown
	// true
}

// find returns the card of a contact, or nil.
func find(graph *cgraph.Graph, id string) *cgraph.Node {
	for node, err := graph.FirstNode(); node != nil && err == nil; node, err = graph.NextNode(node) {
		if node.GetStr("data_id") == id {
			return node
		}
	}
	return nil
}
