/** Words inside names of places that stay in lower case (`Rothenburg ob der Tauber`, `Rio de Janeiro`, `Stratford-upon-Avon`). */
export const PLACE_PARTICLES: ReadonlySet<string> = new Set(
  `ob au aux der am an im in bei vor auf dem den von und zu zur a à aan de del della di do da das dos du des d el es et e la las le les los en
   sous sur lès les-bains upon on of the under by le-grand y i op bij ter ten van het 't nad pod na w i`.split(/\s+/u),
);

/** Places whose name begins with an English or German article; all others that do are no places. */
export const ARTICLE_PLACES: ReadonlySet<string> = new Set([
  'the hague',
  'the bronx',
  'the dalles',
  'the villages',
  'the woodlands',
  'the valley',
  'the colony',
  'the pas',
  'den haag',
  'das al jadida',
  'the gambia',
  'the bahamas',
  'the netherlands',
  'an najaf',
  'an nasiriyah',
  'as sulaymaniyah',
  'as suwayda',
  'in amenas',
  'in guezzam',
  'in salah',
]);

/** Articles, words that begin sentences, and labels of bylines. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  'the a an this that these those der die das ein eine this our my we it if when but as for more than at by in on from with after von par por av af door przez text autor author'.split(
    ' ',
  ),
);

/** English words that make a run of capitals a sentence, not a place. */
export const VERBS: ReadonlySet<string> = new Set(
  'be is was are were has have had will would can could to said says say gets wins'.split(' '),
);

/** Labels of columns and markers that stand where a place would: `Analysis (Reuters) - …`. Lower case. */
export const COLUMN_LABELS: ReadonlySet<string> = new Set(
  `analysis analyse análisis analisi análise analys analiza exclusive exclusiv exklusiv exclusivo update updated wrapup brief factbox explainer
   q&a interview entrevista intervista commentary comment column opinion kommentar commentaire comentario editorial feature features preview review recap
   timeline graphic video photo photos foto fotos bild bilder picture pictures breaking urgent alert flash eil eilmeldung live blog report reportage profile
   porträt portrait obituary nachruf insight focus fokus hintergrund chronologie zusammenfassung meldung news newsletter markets market stocks sports sport
   wetter weather correction korrektur corrected berichtigung advisory note notes source sources quelle statement press release pressemitteilung communiqué
   headline headlines summary key points highlights background context fact check faktencheck test today yesterday politics business world nation
   nachrichtenagentur agency agentur agence agencia agenzia company group redaktion redaction reuters also see read more covid nato un eu us uk usa`.split(
    /\s+/u,
  ),
);

/** Second names of places after a slash that belong to the same city: `Frankfurt/Main`. Lower case. */
export const RIVER_SUFFIXES: ReadonlySet<string> = new Set(
  `main oder saale elbe rhein neckar donau inn weser ruhr havel spree mosel isar lech ems werra fulda aisch sieg lahn allgäu westfalen harz
   holstein taunus ostsee erzgebirge thüringen sachsen oberpfalz oberbayern niederbayern bayern hessen pfalz baden württemberg hunsrück eifel
   unstrut nordsee bodensee schwaben steiermark kärnten tirol krain ybbs enns mur aare`.split(/\s+/u),
);
