package layout

// focus says whose line is not another to on and across: where lines of its net are, and where it is itself, if it has a way in use.
func (s *routeSearch) focus(l *routeLead) {
	s.focused++
	if !l.shared {
		for _, edge := range l.edges {
			s.mine[edge] = s.focused
		}
		return
	}
	for _, v := range s.grid.ofNet[l.net] {
		if s.grid.uses[v.use].lines > 0 {
			s.mine[v.edge] = s.focused
		}
	}
}

// on counts the other nets along an edge, and says whether the net in focus is there.
func (s *routeSearch) on(edge int32) (others int, own bool) {
	others = int(s.grid.edges[edge].others)
	if others > 0 && s.mine[edge] == s.focused {
		return others - 1, true
	}
	return others, false
}

// across counts the other nets that go straight through a node along an axis.
func (s *routeSearch) across(n int32, axis int) int {
	after := 2*n + int32(axis)
	count := int(s.grid.edges[after].through)
	if count > 0 && s.mine[after] == s.focused && s.mine[s.grid.edge(n, 2*axis)] == s.focused {
		count--
	}
	return count
}

// alone reports whether a line meets no other.
func (s *routeSearch) alone(l *routeLead) bool {
	s.focus(l)
	for i, n := range l.way {
		if s.across(n, 0) > 0 || s.across(n, 1) > 0 {
			return false
		}
		if i == len(l.edges) {
			break
		}
		if others, _ := s.on(l.edges[i]); others > 0 {
			return false
		}
	}
	return true
}
