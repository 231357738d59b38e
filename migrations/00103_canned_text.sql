-- +goose Up
-- Texts that moderators begin their reasons with.
CREATE TABLE canned_text (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    body_fi    text NOT NULL,
    body_sv    text NOT NULL,
    body_en    text NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    form_key   uuid UNIQUE, -- of the form that it came with: the same form makes one
    CHECK (name <> '' AND body_fi <> '' AND body_sv <> '' AND body_en <> '')
);
INSERT INTO canned_text (name, body_fi, body_sv, body_en) VALUES
('Tulokset kaipaavat lukua',
 'Kertoisitko tuloksista vähän tarkemmin? Jo yksi luku tai havainto auttaa muita arvioimaan, kannattaako tekoa kokeilla.',
 'Kan du berätta lite mer om resultaten? Redan en siffra eller en iakttagelse hjälper andra att bedöma om det lönar sig att prova.',
 'Could you tell a little more about the results? A single figure or observation helps others to see whether the act is worth trying.'),
('Henkilö on tunnistettavissa',
 'Tekstistä voi tunnistaa henkilön. Poistaisitko tai muuttaisitko nämä kohdat, niin voimme julkaista teon.',
 'I texten kan en person kännas igen. Ta bort eller ändra de ställena, så kan vi publicera gärningen.',
 'A person can be recognised in the text. Please remove or change those parts, and we can publish the act.'),
('Ei ole kehittämisteko',
 'Tekojen torilla kerrotaan siitä, mitä työpaikka on muuttanut omassa työssään. Tämä teksti kertoo muusta, joten emme julkaise sitä.',
 'På Framstegsarenan berättar arbetsplatser om vad de har ändrat i sitt eget arbete. Den här texten handlar om något annat, så vi publicerar den inte.',
 'Tekojen tori is for what workplaces have changed in their own work. This text is about something else, so we will not publish it.');

-- +goose Down
DROP TABLE canned_text;
