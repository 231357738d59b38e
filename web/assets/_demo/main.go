package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"tekojentori.fi/tori/internal/account"
	"tekojentori.fi/tori/internal/i18n"
	"tekojentori.fi/tori/internal/validate"
	"tekojentori.fi/tori/web/assets"
	"tekojentori.fi/tori/web/layout"
	"tekojentori.fi/tori/web/ui"
)

const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; require-trusted-types-for 'script'; trusted-types tori"

func t(s string) i18n.Text { return i18n.T(s, s, s) }

func render(ctx context.Context, c templ.Component) string {
	var b bytes.Buffer
	if err := c.Render(ctx, &b); err != nil {
		panic(err)
	}
	return b.String()
}

func cards() []ui.Card {
	rows := []struct{ s, c, t, l, o, d string }{
		{"Sosiaali- ja terveyspalvelut", "social-and-health-services", "Hoitajien työvuorosuunnittelu yhdessä", "Tiimi suunnittelee vuorot yhteisössä. Sairauspoissaolot vähenivät 18 % ja vuorojen vaihdot puolittuivat puolessa vuodessa.", "Pohjois-Savon hyvinvointialue", "3.11.2026"},
		{"Puhtaus- ja ravitsemuspalvelut", "cleaning-and-catering-services", "Keittiön hävikki näkyväksi", "Ruokapalvelun työntekijät punnitsevat hävikin joka päivä ja päättävät itse seuraavan viikon kokeilun.", "Lempäälän kunta", "28.10.2026"},
		{"Opetus ja kasvatus", "education-and-upbringing", "Varhaiskasvatuksen rauhallinen aamu", "Kolmen päiväkodin yhteinen malli porrastaa aamun tehtävät ja antaa jokaiselle lapselle vastaanottajan.", "Rovaniemen kaupunki", "21.10.2026"},
		{"Johto, hallinto ja talous", "management-administration-and-finance", "Selkokieliset päätökset", "Viestintä ja lakimiehet kirjoittivat 40 päätöspohjaa uusiksi. Neuvontapuhelut vähenivät neljänneksen.", "Turun kaupunki", "11.9.2026"},
		{"Koskee useita toimialoja / koko organisaatiota", "whole-organisation", "Esihenkilöiden vertaisparit", "Uusi esihenkilö saa kokeneen parin ensimmäiseksi vuodeksi. Parit tapaavat kerran kuussa kävellen.", "Varsinais-Suomen hyvinvointialue", "9.10.2026"},
		{"Kulttuuri ja vapaa-aika", "culture-and-leisure", "Kirjaston omatoimi-illat työllistävät nuoria", "Nuoret suunnittelevat ja vetävät iltoja kirjaston ammattilaisten tuella.", "Vaasan kaupunki – Vasa stad", "2.10.2026"},
		{"Asuminen, kiinteistö ja ympäristö", "housing-property-and-environment", "Talvikunnossapidon kuljettajaraati", "Kuljettajat ja reittisuunnittelijat käyvät läpi jokaisen lumisen viikon ja korjaavat reitit heti.", "Oulun kaupunki", "25.9.2026"},
		{"Elinkeino- ja yrityspalvelut", "business-services", "Yrittäjän yksi numero", "Yhteen numeroon vastaa aina ihminen, joka tuntee luvat, tontit ja työllistämisen tuet.", "Limingan kunta", "18.9.2026"},
		{"Työllisyyspalvelut", "employment-services", "Sámegielat bálvalusat – saamenkielinen palvelupolku", "Asiakas saa saman työntekijän koko asioinnin ajan omalla kielellään. Ǩõõskõs sääʹmǩiõll.", "Utsjoki – Ohcejohka", "21.8.2026"},
	}
	var cs []ui.Card
	for i, r := range rows {
		c := ui.Card{Title: r.t, URL: "/teko", Lead: r.l, Sector: r.s, Color: ui.ColorOf(r.c), Organization: r.o, Date: r.d, Awarded: i%3 == 0, Lang: "fi"}
		if i == 5 {
			c.Lang = "sv"
		}
		cs = append(cs, c)
	}
	return cs
}

func dots() []ui.Dot {
	f, _ := os.Open("/work/main/internal/organization/reference/municipalities.csv")
	rows, _ := csv.NewReader(f).ReadAll()
	col := map[string]int{}
	for i, h := range rows[0] {
		col[h] = i
	}
	var ds []ui.Dot
	for i, r := range rows[1:] {
		x, _ := strconv.ParseFloat(r[col["map_x"]], 64)
		y, _ := strconv.ParseFloat(r[col["map_y"]], 64)
		if x == 0 {
			continue
		}
		n := 0
		if i%7 == 3 {
			n = 1 + (i*i)%13
		}
		if i%53 == 5 {
			n = 40
		}
		ds = append(ds, ui.Dot{X: int(x), Y: int(y), Count: n, Label: fmt.Sprintf("%s: %d tekoa", r[col["name_fi"]], n)})
	}
	return ds
}

func facets() []ui.Facet {
	mk := func(p, title string, open bool, vals ...string) ui.Facet {
		f := ui.Facet{Param: p, Title: t(title), Open: open}
		for i, v := range vals {
			f.Values = append(f.Values, ui.FacetValue{Code: fmt.Sprint(i), Label: v, Count: 214 / (i + 1), Chosen: open && i == 0})
		}
		return f
	}
	return []ui.Facet{
		mk("toimiala", "Toimiala", true, "Sosiaali- ja terveyspalvelut", "Opetus ja kasvatus", "Johto, hallinto ja talous", "Puhtaus- ja ravitsemuspalvelut", "Kulttuuri ja vapaa-aika", "Asuminen, kiinteistö ja ympäristö", "Elinkeino- ja yrityspalvelut", "Työllisyyspalvelut", "Koskee useita"),
		mk("teema", "Teema", true, "Työn kuormitus ja työhyvinvointi", "Yhdessä kehittäminen ja osallisuus", "Digitalisaatio", "Johtaminen", "a", "b", "c", "d", "e", "f", "g", "h"),
		mk("organisaatio", "Organisaatio", false, "Tampere", "Oulu"), mk("tyyppi", "Organisaation tyyppi", false, "Kunta", "Hyvinvointialue"),
		mk("maakunta", "Maakunta", false, "Lappi"), mk("vuosi", "Vuosi", false, "2026"), mk("vaihe", "Toteutusvaihe", false, "Käytössä"), mk("palkittu", "Palkitut", false, "Palkitut"), mk("kieli", "Kieli", false, "suomi"),
	}
}

const search = `<form class="search" role="search" action="/lista"><label class="hidden-text" for="haku">Hae</label><input class="ds-input" type="search" id="haku" name="haku" placeholder="Esim. työvuorot, perehdytys, hävikki" autocomplete="off">%s<button class="ds-button" data-color="teltta">Hae</button></form>`

func main() {
	pages := map[string]func(ctx context.Context) string{}
	page := func(h layout.Head, body func(ctx context.Context) string) func(context.Context) string {
		return func(ctx context.Context) string {
			return render(templ.WithChildren(ctx, templ.Raw(body(ctx))), layout.Page(h))
		}
	}
	icon := func(ctx context.Context, n string) string { return render(ctx, ui.Icon(n)) }
	stats := []ui.Stat{{Count: 613, Label: t("tekoa"), URL: "/lista"}, {Count: 214, Label: t("työpaikkaa")}, {Count: 1482, Label: t("omaksuttu muualla")}}
	pages["/"] = page(layout.Head{Title: "Tekojen tori", Path: "/", Wide: true, JSONLD: `{"@context":"https://schema.org","@type":"WebSite","name":"Tekojen tori </script>"}`}, func(ctx context.Context) string {
		stall := ""
		for i, s := range cards() {
			ic := []string{"heart-pulse", "utensils", "graduation-cap", "landmark", "layers", "palette", "leaf", "briefcase", "handshake"}[i]
			stall += fmt.Sprintf(`<li class="stall awning" data-color="%s">%s<a href="/lista">%s</a><span>%d tekoa</span></li>`, s.Color, icon(ctx, ic), s.Sector, 200/(i+1))
		}
		return `<div class="hero hero--front"><div class="wrap hero-in"><div><h1>Löydä teko, joka toimii <em>– ja tee se omaksi</em></h1><p class="lead">613 kehittämistekoa 214 työpaikalta. Hae, vertaa ja kysy suoraan tekijältä.</p>` + fmt.Sprintf(search, icon(ctx, "search")) + render(ctx, ui.Stats(stats)) + `</div>` + render(ctx, ui.DotMap("Suomen kartta: tekoja 214 paikkakunnalla", dots())) + `</div></div><div class="wrap"><section class="section"><div class="callout"><h2>Hyvä kiertämään 2026 on käynnissä</h2><p>Kerro, mitä teillä muutettiin. Parhaat palkitaan gaalassa helmikuussa.</p><p><strong>Auki 30.11.2026 asti.</strong> Mukana jo 183 tekoa, tavoite 200.</p><p class="buttons"><a class="ds-button" data-color="teltta" href="/lomake">Ilmoita teko</a><a href="/lista">183 tekoa</a></p></div></section><section class="section"><div class="section-head"><h2>Torin kojut</h2><p class="muted">Jokaisella toimialalla on oma kojunsa.</p></div><ul class="stalls">` + stall + `</ul></section><section class="section"><div class="section-head"><h2>Uusimmat teot</h2><a href="/lista">Kaikki teot</a></div>` + render(ctx, ui.Cards(cards()[:6])) + `</section><section class="section"><div class="callout callout--lake"><h2>Onnistuiko teillä jokin?</h2><p class="lead-plain">Yksi teko voi säästää toiselta työpaikalta vuoden. Kertomiseen menee vartti.</p><a class="ds-button" data-color="teltta" href="/lomake">Ilmoita teko</a></div></section><p class="section"></p></div>`
	})
	pages["/lista"] = page(layout.Head{Title: "Teot", Path: "/tekojen-tori", Section: "/tekojen-tori", Wide: true}, func(ctx context.Context) string {
		fs := ""
		for _, f := range facets() {
			fs += render(ctx, ui.FacetGroup(f))
		}
		return `<div class="hero"><div class="wrap hero-in"><div><h1>Löydä teko, joka toimii <em>– ja tee se omaksi</em></h1><p class="lead">613 kehittämistekoa 214 työpaikalta. Hae, vertaa ja kysy suoraan tekijältä.</p>` + fmt.Sprintf(search, icon(ctx, "search")) + `</div>` + render(ctx, ui.Stats(stats)) + `</div></div><div class="wrap cols"><form id="rajaus" action="/lista" data-live="rajaus tulokset"><details class="facets" id="rajaukset"><summary><h2 class="plain-heading">Rajaa</h2></summary><div class="facets-body">` + fs + `<div class="buttons"><button class="ds-button">Näytä teot</button><a href="/lista">Tyhjennä</a></div></div></details></form><section class="results" id="tulokset" data-status="58 tekoa" aria-labelledby="maara"><div class="results-head"><h2 id="maara">58 tekoa</h2><form class="sort" action="/lista" data-live="rajaus tulokset"><label for="jarjestys">Järjestä<select class="ds-input" id="jarjestys" name="jarjestys"><option>Uusimmat ensin</option><option>Vanhimmat ensin</option></select></label><button class="ds-button" data-variant="secondary">Järjestä</button></form></div>` + render(ctx, ui.Chips([]ui.Chip{{Label: "Sosiaali- ja terveyspalvelut", URL: "/lista"}, {Label: "Työhyvinvointi", URL: "/lista"}})) + render(ctx, ui.Cards(cards())) + render(ctx, ui.Pager(2, 31, func(n int) string { return "/lista?sivu=" + strconv.Itoa(n) })) + `</section></div>`
	})
	pages["/tyhja"] = page(layout.Head{Title: "Teot", Path: "/tekojen-tori", Section: "/tekojen-tori", Wide: true}, func(ctx context.Context) string {
		return `<div class="wrap page"><h1>Teot</h1>` + fmt.Sprintf(search, icon(ctx, "search")) + `<div class="empty">` + icon(ctx, "search") + `<h3>Näillä rajauksilla ei löytynyt tekoja</h3><p>Poista jokin rajaus:</p><ul><li><a href="/lista">ilman rajausta Lappi (12 tekoa)</a></li></ul><p>Eikö kukaan ole vielä kertonut tästä?</p><p class="buttons"><a class="ds-button" data-color="teltta" href="/lomake">Kerro ensimmäisenä</a><a class="ds-button" data-variant="secondary" href="/lista">Tyhjennä</a></p></div></div>`
	})
	pages["/teko"] = page(layout.Head{Title: "Hoitajien työvuorosuunnittelu", Path: "/katso/x", Section: "/tekojen-tori", Wide: true}, func(ctx context.Context) string {
		part := func(id, h, p string) string {
			return `<section class="part" aria-labelledby="` + id + `"><h2 id="` + id + `">` + h + `</h2><div class="prose">` + p + `</div></section>`
		}
		prose := `<p>Vuorot tehtiin ennen yhden esihenkilön pöydällä, ja muutoksia tuli joka viikko. Halusimme, että jokainen saa sanoa oman toiveensa ja näkee, miksi suunnitelma on sellainen kuin on.</p><ul><li>Toiveet kirjataan kolme viikkoa ennen</li><li>Ristiriidat ratkaistaan yhdessä</li></ul><p>Sairauspoissaolot vähenivät <strong>18 %</strong> puolessa vuodessa.</p>`
		notice := func(c, s string) string {
			return render(templ.WithChildren(ctx, templ.Raw("<p>"+s+"</p>")), ui.Notice(c))
		}
		return `<article class="wrap page">` + render(ctx, ui.Breadcrumb([]ui.Crumb{{Label: "Etusivu", URL: "/"}, {Label: "Teot", URL: "/lista"}}, "Hoitajien työvuorosuunnittelu yhdessä")) + notice("warning", "Tämä teko on arkistoitu. Tiedot voivat olla vanhentuneita.") + `<header class="article-head"><p class="card-tags"><a class="ds-tag" data-color="puolukka" href="/lista">Sosiaali- ja terveyspalvelut</a><span class="ds-tag prize">` + icon(ctx, "award") + `Palkittu · Hyvä kiertämään 2022</span></p><h1>Hoitajien työvuorosuunnittelu yhdessä</h1><p class="lead">Tiimi suunnittelee vuorot yhteisössä. Sairauspoissaolot vähenivät 18 % ja vuorojen vaihdot puolittuivat puolessa vuodessa.</p><p class="meta"><a href="/org">Pohjois-Savon hyvinvointialue</a><span>Julkaistu <time datetime="2026-11-03">3.11.2026</time></span></p></header><div class="article-cols"><div class="sheet">` + part("a", "Tarve ja tavoitteet", prose) + part("b", "Ratkaisu", prose) + part("c", "Tulokset", prose) + part("d", "Vinkit muille", prose) + `</div><div class="side"><section class="sheet" aria-labelledby="yht"><h2 id="yht">Kysy tekijältä</h2><div class="contact"><b>Maija Meikäläinen</b><span>Osastonhoitaja</span><a href="mailto:x@example.fi">maija.meikalainen@example.fi</a></div><div class="contact"><b>Matti Meikäläinen</b><span>Suunnittelija</span><a href="tel:+358401234567">+358 40 123 4567</a></div></section><section class="sheet" aria-labelledby="per"><h2 id="per">Perustiedot</h2><dl class="facts"><div><dt>Organisaatio</dt><dd><a href="/org">Pohjois-Savon hyvinvointialue</a></dd></div><div><dt>Toteutusvaihe</dt><dd>Käytössä</dd></div><div><dt>Teemat</dt><dd><a href="/org">Työn kuormitus ja työhyvinvointi</a></dd><dd><a href="/org">Yhdessä kehittäminen ja osallisuus</a></dd></div></dl></section><section class="sheet" aria-labelledby="jaa"><h2 id="jaa">Jaa tai tulosta</h2><p class="share"><button type="button" class="ds-button" data-variant="secondary" data-size="sm" data-copy data-done="Kopioitu" hidden>Kopioi linkki</button><button type="button" class="ds-button" data-variant="secondary" data-size="sm" data-print hidden>Tulosta</button></p></section></div></div></article><section class="lakes similar"><div class="wrap"><div class="section-head"><h2>Samankaltaisia tekoja</h2></div>` + render(ctx, ui.Cards(cards()[:3])) + `</div></section>`
	})
	problems := validate.Problems{{Field: "otsikko", Rule: validate.TooLong, Limit: 80}, {Field: "tulokset", Rule: validate.Required}, {Field: "vaihe", Rule: validate.Unknown}}
	pages["/lomake"] = page(layout.Head{Title: "Ilmoita kehittämisteko", Wide: true}, func(ctx context.Context) string {
		opts := []ui.Option{{Value: "a", Label: "Idea tai kokeilu"}, {Value: "b", Label: "Käytössä yhdessä yksikössä", Chosen: true}, {Value: "c", Label: "Vakiintunut koko organisaatiossa", Hint: "Kaikki yksiköt toimivat näin"}}
		many := []ui.Option{}
		for _, c := range cards() {
			many = append(many, ui.Option{Value: c.Sector, Label: c.Sector})
		}
		steps := []ui.Step{{Label: "Työpaikka", Done: true, URL: "/lomake"}, {Label: "Tarve", Done: true, URL: "/lomake"}, {Label: "Tulokset", Current: true}, {Label: "Yhteystiedot"}, {Label: "Tarkista"}}
		return `<div class="wrap page page--narrow">` + render(ctx, ui.Breadcrumb([]ui.Crumb{{Label: "Etusivu", URL: "/"}, {Label: "Teot", URL: "/lista"}}, "Ilmoita teko")) + `<h1>Ilmoita kehittämisteko</h1>` + render(ctx, ui.StepList("Vaiheet", steps)) + render(ctx, ui.Summary(problems, map[string]i18n.Text{"otsikko": t("Otsikko"), "tulokset": t("Tulokset"), "vaihe": t("Vaihe")})) + `<form method="post" class="sheet stack" data-guard novalidate><h2>Vaihe 3/5: Tulokset</h2>` +
			render(ctx, ui.Input(ui.Field{Name: "otsikko", Label: t("Teon otsikko"), Hint: t("Lyhyt ja kuvaava. Otsikko näkyy hakutuloksissa."), Limit: 80, Problems: problems, Value: "Vuorosuunnittelua yhdessä koko tiimin voimin niin että jokainen saa sanoa oman toiveensa ennen kuin lista on valmis"})) +
			render(ctx, ui.Select(ui.Field{Name: "toimiala", Label: t("Toimiala")}, many)) +
			render(ctx, ui.Input(ui.Field{Name: "tulokset", Label: t("Mitä muuttui?"), Hint: t("Kerro tulos niin, että toinen työpaikka voi verrata. Luku auttaa, mutta ei ole pakollinen."), Rows: 5, Limit: 5000, Problems: problems})) +
			render(ctx, ui.Radios(ui.Field{Name: "vaihe", Label: t("Missä vaiheessa teko on?"), Problems: problems}, opts)) +
			render(ctx, ui.Checkboxes(ui.Field{Name: "teemat", Label: t("Teemat"), Optional: true, Hint: t("Valitse 1–3.")}, many)) +
			render(ctx, ui.Checkbox(ui.Field{Name: "lupa", Label: t("Yhteystietoni saa näyttää kirjautuneille käyttäjille"), Value: "true"})) +
			`<div class="file"><label class="ds-label" for="liite">Kuva tai liite</label><p class="hint">JPG, PNG tai PDF, enintään 10 Mt.</p><input type="file" id="liite" name="liite"></div><p class="buttons"><button class="ds-button" data-color="teltta">Tallenna ja jatka</button><a class="ds-button" data-variant="secondary" href="/lomake">Edellinen</a><button class="ds-button" data-variant="tertiary">Tallenna luonnos</button></p></form></div>`
	})
	pages["/tarkista"] = page(layout.Head{Title: "Tarkista ja lähetä"}, func(ctx context.Context) string {
		return `<div class="sheet stack"><div class="check"><section><header><h3>Työpaikka</h3><a href="/lomake">Muuta</a></header><dl class="facts facts--wide"><div><dt>Organisaatio</dt><dd>Tampereen kaupunki</dd></div><div><dt>Toimiala</dt><dd class="missing">Puuttuu</dd></div></dl></section><section><header><h3>Tarve</h3><a href="/lomake">Muuta</a></header><div class="prose"><p>Vuorot tehtiin ennen yhden esihenkilön pöydällä.</p></div></section></div><p class="buttons"><button class="ds-button" data-color="teltta">Lähetä tarkistettavaksi</button></p></div>`
	})
	pages["/kirjaudu"] = page(layout.Head{Title: "Kirjaudu"}, func(ctx context.Context) string {
		return `<div class="signin"><form method="post" class="sheet"><h2>Linkki sähköpostiin</h2><p>Saat kertakäyttöisen linkin. Salasanaa ei tarvita.</p>` + render(ctx, ui.Input(ui.Field{Name: "email", Label: t("Sähköposti"), Type: "email", Complete: "email"})) + `<button class="ds-button" data-color="teltta">Lähetä linkki</button></form><form method="post" class="sheet"><h2>Salasana</h2><p>Moderaattoreille ja ohjelmatiimille.</p>` + render(ctx, ui.Input(ui.Field{Name: "e2", Label: t("Sähköposti"), Type: "email"})) + render(ctx, ui.Input(ui.Field{Name: "pw", Label: t("Salasana"), Type: "password"})) + `<button class="ds-button" data-variant="secondary">Kirjaudu</button></form></div>`
	})
	pages["/tilastot"] = page(layout.Head{Title: "Tilastot", Section: "/tilastot", Path: "/tilastot", Wide: true}, func(ctx context.Context) string {
		var bars []ui.Bar
		for i, c := range cards() {
			bars = append(bars, ui.Bar{Label: c.Sector, Count: 183 / (i + 1), URL: "/lista"})
		}
		return `<div class="wrap page"><div class="page-head"><h1>Tilastot</h1><p class="lead">Kaikki luvut lasketaan samoilla säännöillä samoista riveistä. Sääntö on aina luvun vieressä.</p></div><nav aria-label="Valinta"><ul class="tabs"><li><a href="/tilastot" aria-current="page">Koko aika</a></li><li><a href="/tilastot">Hyvä kiertämään 2022</a></li></ul></nav>` + render(ctx, ui.Stats(stats)) + `<p class="muted">Julkaistut teot ensimmäisen julkaisun mukaan.</p>` + render(ctx, ui.BarChart("sector", t("Toimialoittain"), "Yhteensä 183 tekoa. Laskettu ensisijaisen toimialan mukaan.", bars)) + render(ctx, ui.BarChart("year", t("Vuosittain"), "Yhteensä 183 tekoa.", []ui.Bar{{Label: "2024", Count: 270}, {Label: "2025", Count: 266}, {Label: "2026", Count: 1200}})) + `</div>`
	})
	pages["/moderointi"] = page(layout.Head{Title: "Moderointi", Wide: true}, func(ctx context.Context) string {
		rows := ""
		for i, c := range cards()[:5] {
			st := []string{"Lähetetty", "Käsittelyssä", "Täydennettävä"}[i%3]
			rows += `<tr><th scope="row"><a href="/tarkastus">` + c.Title + `</a></th><td>` + c.Organization + `</td><td><span class="ds-tag status" data-color="` + []string{"info", "warning", "danger"}[i%3] + `">` + st + `</span></td><td class="n">` + c.Date + `</td><td class="n"><span class="late">2 päivää myöhässä</span></td></tr>`
		}
		table := `<table class="ds-table"><caption>Jono</caption><thead><tr><th scope="col">Teko</th><th scope="col">Organisaatio</th><th scope="col">Tila</th><th scope="col" class="n">Lähetetty</th><th scope="col" class="n">Määräaika</th></tr></thead><tbody>` + rows + `</tbody></table>`
		return `<div class="wrap page"><h1>Moderointi</h1><nav aria-label="Jono"><ul class="tabs"><li><a href="#" aria-current="page">Odottaa (5)</a></li><li><a href="#">Minulla (2)</a></li></ul></nav>` + render(templ.WithChildren(ctx, templ.Raw(table)), ui.TableBox("Jono")) + `<div class="review"><div class="sheet"><section class="part"><h2>Tarve</h2><div class="prose"><p>Ennen <del>vuorot</del> <ins>kaikki vuorot</ins> tehtiin yhden ihmisen pöydällä.</p></div></section></div><div class="decide sheet stack"><h2>Päätös</h2><button class="ds-button" data-color="teltta">Hyväksy ja julkaise</button>` + render(ctx, ui.Input(ui.Field{Name: "syy", Label: t("Syy"), Rows: 3})) + `<div class="buttons"><button class="ds-button" data-variant="secondary">Palauta</button><button class="ds-button" data-variant="secondary" data-color="danger">Hylkää</button></div><h2>Vaiheet</h2><ol class="log"><li><b>Lähetetty</b> <time>3.11.2026 klo 9.05</time></li><li><b>Otettu käsittelyyn</b> <time>4.11.2026 klo 10.15</time></li></ol></div></div></div>`
	})
	pages["/404"] = func(ctx context.Context) string { return render(ctx, layout.Error(404)) }
	pages["/503"] = func(ctx context.Context) string { return render(ctx, layout.Error(503)) }
	http.HandleFunc("/assets/", assets.Serve)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		lang, rest := i18n.SplitPath(r.URL.Path)
		fn, ok := pages[rest]
		if !ok {
			fn = pages["/404"]
		}
		f := layout.Frame{BaseURL: "https://tekojentori.fi", Path: rest}
		if r.URL.Query().Has("me") {
			f.Viewer = account.Account{ID: 1, Name: "Maija Meikäläinen", Roles: []account.Role{account.Admin}}
			f.Flash = "Luonnos on tallessa. Voit jatkaa siitä milloin vain."
			f.Dev = true
		}
		ctx := layout.WithFrame(i18n.With(r.Context(), lang), f)
		w.Header().Set("Content-Security-Policy", csp)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		s := fn(ctx)
		if r.URL.Query().Has("copy") {
			s = strings.Replace(s, layout.CopyMark, layout.CopyNotice(ctx), 1)
		}
		fmt.Fprint(w, s)
	})
	fmt.Println(http.ListenAndServe("127.0.0.1:8799", nil))
}
