package search

// Analyze is what PutTx does with a document before it asks the database.
func (x *Index) Analyze(d Document) { newRow(x.analyzer, d) }

// Forget makes searches ask the database until the next Refresh.
func (x *Index) Forget() { x.memory.Store(nil) }

// Bytes is about how much the copy in memory takes.
func (x *Index) Bytes() int {
	if m := x.memory.Load(); m != nil {
		return m.Bytes()
	}
	return 0
}

// Room is how many bytes the copy in memory may take.
func (x *Index) Room() int { return x.memory.limit }
