package datapage

import (
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/transfer"
)

// ld is an object of JSON-LD.
type ld map[string]any

// The vocabularies that DCAT-AP takes its values from.
const (
	authority = "http://publications.europa.eu/resource/authority/"
	iana      = "https://www.iana.org/assignments/media-types/"
)

// inLanguages is a text in every language.
func inLanguages(t i18n.Text) []ld {
	var all []ld
	for _, l := range i18n.Langs() {
		all = append(all, ld{"@language": string(l), "@value": t.To(l)})
	}
	return all
}

// dcat is the catalogue: each data set with its files, who publishes it, how
// often it changes and by which licence it may be used.
func (p Pages) dcat() ld {
	publisher := ld{"@id": p.BaseURL + "/#julkaisija", "@type": "foaf:Agent", "foaf:name": inLanguages(publisherT)}
	var all []ld
	for _, s := range sets() {
		all = append(all, ld{
			"@id": p.BaseURL + "/avoin-data#" + s.ID, "@type": "dcat:Dataset", "dct:title": inLanguages(s.Title), "dct:description": inLanguages(s.Text),
			"dct:identifier": s.ID, "dct:publisher": publisher, "dcat:landingPage": ld{"@id": p.BaseURL + "/avoin-data"},
			"dct:accrualPeriodicity": ld{"@id": authority + "frequency/CONT"}, "dcat:theme": ld{"@id": authority + "data-theme/GOVE"},
			"dct:language": languages(), "dcat:keyword": inLanguages(keywordT), "dct:accessRights": ld{"@id": authority + "access-right/PUBLIC"},
			"dct:spatial": ld{"@id": authority + "country/FIN"}, "dcat:distribution": p.distributions(s),
		})
	}
	return ld{
		"@context": ld{"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/"},
		"@id":      p.BaseURL + "/avoin-data/dcat.jsonld", "@type": "dcat:Catalog", "dct:title": inLanguages(title), "dct:description": inLanguages(lead),
		"dct:publisher": publisher, "dct:license": ld{"@id": licence}, "dct:language": languages(), "foaf:homepage": ld{"@id": p.BaseURL + "/avoin-data"},
		"dcat:dataset": all,
		"dcat:service": ld{
			"@id": p.BaseURL + "/avoin-data#api", "@type": "dcat:DataService", "dct:title": inLanguages(apiT), "dcat:endpointURL": ld{"@id": p.BaseURL + "/api/v1"},
			"dcat:endpointDescription": ld{"@id": p.BaseURL + "/api/v1/openapi.json"}, "dct:license": ld{"@id": licence},
		},
	}
}

func (p Pages) distributions(s set) []ld {
	media := map[transfer.Format]string{
		transfer.CSV: "text/csv", transfer.JSON: "application/json", transfer.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	}
	kinds := map[transfer.Format]string{transfer.CSV: "CSV", transfer.JSON: "JSON", transfer.XLSX: "XLSX"}
	var all []ld
	for _, f := range s.files() {
		all = append(all, ld{
			"@id": p.BaseURL + f.Path, "@type": "dcat:Distribution", "dct:title": inLanguages(s.Title), "dcat:accessURL": ld{"@id": p.BaseURL + "/avoin-data"},
			"dcat:downloadURL": ld{"@id": p.BaseURL + f.Path}, "dcat:mediaType": ld{"@id": iana + media[f.Format]},
			"dct:format": ld{"@id": authority + "file-type/" + kinds[f.Format]}, "dct:license": ld{"@id": licence},
		})
	}
	return all
}

func languages() []ld {
	return []ld{{"@id": authority + "language/FIN"}, {"@id": authority + "language/SWE"}, {"@id": authority + "language/ENG"}}
}
