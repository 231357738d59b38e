package sv

import "tekojentori.fi/tori/internal/search/token"

// Dull reports whether a stem says nothing about what two texts have in common:
// that of a stop word, or of an adverb or a verb that stands in any text.
// Unlike stop words these are still looked for.
func Dull(stem string) bool { return dull[stem] }

var dull = token.Stems(Stem, stopWords+`
	dessutom därför därefter därmed däremot dock emellertid alltså istället ändå ännu redan bara endast just nog kanske
	nu sedan sen igen snart ofta sällan alltid aldrig ibland fort fram framåt bort tillbaka upp ner ut in dit hit
	väl lite litet mindre minst ganska väldigt nästan helt både varje någon något några ingen inget inga annan annat andra
	alla allt samma själv egen eget egna många olika sådan sådant sådana flera fler bland genom mellan inom innan medan
	eftersom trots enligt kring omkring utom längs per via måste bör borde vill ville får fick få går gick gå gått
	gör göra gjorde gjort kommer komma kom kommit tar ta tog tagit ger ge gav gett ser se såg sett står stå ligger ligga
	blivit bliva finns finnas fanns behöver behöva behövs behövde börjar börja började heter låter låta låt lät säger säga sade sa
	vet veta tycker tycka används använda använder använde håller hålla höll sätter sätta först sist nästa gång gånger
	minska minskar öka ökar förbättra förbättrar hjälpa hjälper man`)
