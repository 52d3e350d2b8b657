// Package tree reads JSON and YAML into one kind of tree, whose values have places, and writes it
// in either format. Typical mistakes are reported in plain words, with the place and the
// correction.
package tree

import (
	"iter"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Kind is the kind of a node.
type Kind uint8

// The kinds of nodes.
const (
	Null Kind = iota
	Bool
	Number
	// Text is a text in quotes. Plain is an unquoted text in YAML: its reader decides whether it is
	// a number or a word.
	Text
	Plain
	List
	Object
	// key precedes each value of an object.
	key
)

// String names the kind in a message.
func (k Kind) String() string {
	return [...]string{"nothing", "true or false", "a number", "a text", "a text", "a list", "an object", "a key"}[k]
}

// Place is a line and a column of a file, counted from 1 in characters. Places sort in the order of
// the text.
type Place uint64

// At returns the place of a line and a column.
func At(line, column int) Place { return Place(line)<<32 | Place(uint32(column)) }

// Line returns the line, from 1.
func (p Place) Line() int { return int(p >> 32) }

// Pos returns the place in the file of a name.
func (p Place) Pos(file string) accountmap.Pos {
	return accountmap.Pos{File: file, Line: p.Line(), Column: int(uint32(p))}
}

// Tree is a file as a flat list of nodes: a list is followed by its entries, an object by its keys,
// each followed by its value. A file of 200,000 orders is 3 million nodes, too many for an
// allocation each.
type Tree struct {
	nodes   []node
	entries int
}

type node struct {
	// text is the content of a text or a key, and the source of a number, a boolean or an unquoted
	// value.
	text string
	at   Place
	// next is the index of the first node after this node and its descendants.
	next   int32
	kind   Kind
	hidden bool
}

// Root returns the value of the file, and false if the file has none.
func (t *Tree) Root() (Node, bool) { return Node{t, 0}, len(t.nodes) > 0 }

// Add appends a value. Begin appends a list or an object; End closes it after its last entry.
func (t *Tree) Add(k Kind, text string, at Place) { t.Begin(k, text, at) }

// AddKey appends the key of the value that is added next.
func (t *Tree) AddKey(text string, at Place) { t.Begin(key, text, at) }

// Begin appends a node and returns its index, for End.
func (t *Tree) Begin(k Kind, text string, at Place) int {
	i := len(t.nodes)
	t.nodes = append(t.nodes, node{text: text, at: at, next: int32(i + 1), kind: k})
	return i
}

// End closes the list or object that Begin returned.
func (t *Tree) End(i int) { t.nodes[i].next = int32(len(t.nodes)) }

// full reports that the tree has reached a limit. List entries have a separate limit, since an
// entry is small in the file and large in an account.
func (t *Tree) full() bool { return len(t.nodes) >= maxNodes || t.entries > maxEntries }

// Node is a value in a tree.
type Node struct {
	tree *Tree
	i    int32
}

func (n Node) Kind() Kind { return n.tree.nodes[n.i].kind }

// Text returns the content of a text, and the source of a number, a boolean or an unquoted value.
func (n Node) Text() string { return n.tree.nodes[n.i].text }

// At returns the place where the value begins.
func (n Node) At() Place { return n.tree.nodes[n.i].at }

// Hidden reports that a comment on the line may have been meant as a part of the value: "title: #1
// in lab".
func (n Node) Hidden() bool { return n.tree.nodes[n.i].hidden }

// IsNull reports whether the value is null or missing.
func (n Node) IsNull() bool { return n.Kind() == Null }

// Entries iterates over the entries of a list.
func (n Node) Entries() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for k, end := n.i+1, n.tree.nodes[n.i].next; k < end; k = n.tree.nodes[k].next {
			if !yield(Node{n.tree, k}) {
				return
			}
		}
	}
}

// Len returns the number of entries of a list.
func (n Node) Len() int {
	count := 0
	for range n.Entries() {
		count++
	}
	return count
}

// Fields iterates over the keys and values of an object. The Text and At of a key are its name and
// place.
func (n Node) Fields() iter.Seq2[Node, Node] {
	return func(yield func(Node, Node) bool) {
		for k, end := n.i+1, n.tree.nodes[n.i].next; k < end; k = n.tree.nodes[k+1].next {
			if !yield(Node{n.tree, k}, Node{n.tree, k + 1}) {
				return
			}
		}
	}
}

// Field returns the first value of a key. It returns false if the node is not an object or lacks
// the key.
func (n Node) Field(name string) (Node, bool) {
	if n.Kind() == Object {
		for k, value := range n.Fields() {
			if k.Text() == name {
				return value, true
			}
		}
	}
	return Node{}, false
}

// Rename corrects the name of a key.
func (n Node) Rename(name string) { n.tree.nodes[n.i].text = name }
