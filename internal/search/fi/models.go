package fi

// models are words of municipal working life that the dictionary lacks, each
// with one that it has and that inflects alike from the first common letter
// on.
const models = `
mentori tuomari
mentoroida arvioida
mentoroitava arvioitava
tyky häly
tyhy häly
nepsy häly
hyvis kasvis
digi tyyli
podcasti protesti
vlogi blogi
koutsi matsi
koutsata tilata
fasilitaattori moottori
intra kupla
hyte sote
eksote sote
essote sote
kymsote sote
keusote sote
soite sote
pohde kohde
pirha harha
varha harha
lapha harha
pelillistää yhtenäistää
tiimiytyä perehtyä
gamifikaatio organisaatio
`
