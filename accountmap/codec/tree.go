package codec

// kind is what a node of a tree is.
type kind uint8

const (
	null kind = iota
	boolean
	number
	// text is a text in quotes, plain one that stands bare in YAML and means what the reader wants it to mean.
	text
	plain
	list
	object
	// key stands before each value of an object.
	key
)

// node is a value of a file, or the key of one.
type node struct {
	// text is the text of a text or a key, and the source of a number, a boolean or a plain value.
	text string
	// at is the place in the file, see [tree.places].
	at uint64
	// next is the node after this one and everything in it.
	next int32
	kind kind
	// hidden says that a comment follows on the line which may have been meant as a part of the value.
	hidden bool
}

// tree is a file as a flat list of nodes: a list is followed by its entries, an object by its keys, each followed by its value. A file of
// 200,000 orders is 3 million nodes, too many for a pointer each.
type tree struct {
	nodes   []node
	entries int
}

// newTree returns an empty tree with room for about so many nodes.
func newTree(nodes int) *tree { return &tree{nodes: make([]node, 0, min(nodes, maxNodes)+16)} }

// add appends a node. A list or an object is to be closed once all in it is added.
func (t *tree) add(k kind, s string, at uint64) int32 {
	i := int32(len(t.nodes))
	t.nodes = append(t.nodes, node{text: s, at: at, next: i + 1, kind: k})
	return i
}

// last returns the node added last, of which there must be one.
func (t *tree) last() *node { return &t.nodes[len(t.nodes)-1] }

func (t *tree) close(i int32) { t.nodes[i].next = int32(len(t.nodes)) }

// full reports that the tree has grown beyond what is read. Nodes have a limit of their own, and so have entries of lists, which are small in the
// file and large in an account.
func (t *tree) full() bool { return len(t.nodes) >= maxNodes || t.entries > maxEntries }

// get returns the value of a key of the object i, and -1 when it has not got it, or is no object.
func (t *tree) get(i int32, name string) int32 {
	n := t.nodes[i]
	if n.kind != object {
		return -1
	}
	for k := i + 1; k < n.next; k = t.nodes[k+1].next {
		if t.nodes[k].text == name {
			return k + 1
		}
	}
	return -1
}
