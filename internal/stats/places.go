package stats

// places finds the rows of acts by id. Ids come from a sequence, so a plain
// list serves; where they lie far apart, as after a restore from elsewhere, a
// map does.
type places struct {
	from   int64   // the id of the first place
	list   []int32 // the row and 1; 0: no act
	sparse map[int64]int32
}

// maxSpread is how many ids an act may take up in the list.
const maxSpread = 16

func placesOf(rows []row) places {
	if len(rows) == 0 {
		return places{}
	}
	from, to := rows[0].id, rows[0].id
	for i := range rows {
		from, to = min(from, rows[i].id), max(to, rows[i].id)
	}
	if to-from > int64(len(rows)+1000)*maxSpread {
		p := places{sparse: make(map[int64]int32, len(rows))}
		for i := range rows {
			p.sparse[rows[i].id] = int32(i)
		}
		return p
	}
	p := places{from: from, list: make([]int32, to-from+1)}
	for i := range rows {
		p.list[rows[i].id-from] = int32(i) + 1
	}
	return p
}

// of is the place of an act among the rows; false if it has none.
func (p places) of(id int64) (int32, bool) {
	if p.sparse != nil {
		n, ok := p.sparse[id]
		return n, ok
	}
	if at := id - p.from; at >= 0 && at < int64(len(p.list)) {
		n := p.list[at]
		return n - 1, n > 0
	}
	return 0, false
}
