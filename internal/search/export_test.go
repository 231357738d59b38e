package search

// Analyze is what PutTx does with a document before it asks the database.
func (x *Index) Analyze(d Document) { newRow(x.analyzer, d) }
