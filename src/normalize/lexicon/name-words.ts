/**
 * Words inside family names that stay in lower case, by language of origin (Chicago Manual of Style 8.4-8.14 and Duden,
 * read 2026-11-24).
 */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  `af al an ap av ben bin bint d da dal dalla dalle das de degli dei del della delle dello den der des di do dos du e el ibn la las le li lo los
   mac ne o of op os ould ouldt s san st t te 't 's ten ter thi und van vande vanden vander ver vom von y zu zum zur`.split(/\s+/u),
);

/** What follows a family name. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv', 'md', 'phd', 'ph.d.', 'm.d.']);

/** Two-letter given names and family names; other two-letter words in capitals are initials. */
export const SHORT_NAMES: ReadonlySet<string> = new Set([
  'al',
  'an',
  'bo',
  'ed',
  'el',
  'em',
  'ib',
  'io',
  'ng',
  'oh',
  'ok',
  'or',
  'oz',
  'um',
  'uz',
]);

/** Articles that begin titles of papers (`Le Monde`, `El País`), not names of persons. */
export const LEADING_ARTICLES: ReadonlySet<string> = new Set(
  'the le la les el los las il lo gli die das der het een ein eine une un una os as a an l our my your this that'.split(' '),
);

/**
 * Words of desks, functions, papers, firms and offices: a string with one of these names no person. Lower case.
 */
export const NON_NAME_WORDS: ReadonlySet<string> = new Set(
  `staff reporter reporters correspondent correspondents writer writers editor editors editorial newsroom desk team agency agencies agencia agencias agência agências
   agence agences agenzia agenzie agentur agenturen nachrichtenagentur nachrichtenagenturen newswire newswires wire wires wireservice service services news press
   presse prensa imprensa stampa redaction rédaction redaktion redaktionen redacción redaccion redação redacao redazione redactie redaktionen redakcja redaksjonen toimitus
   times post herald tribune gazette journal chronicle telegraph guardian observer examiner inquirer bulletin dispatch globe monitor magazine magazin
   zeitung tageblatt anzeiger kurier nachrichten rundschau allgemeine diario jornal giornale gazeta gazette dagblad courant krant tidning tidningen avisen bladet
   media tv radio television televisión televisão fernsehen channel network broadcasting online digital web website foundation database institute institut instituto university
   universität universidad université college school ministry ministerium ministère ministerio department office council committee association society club group
   gruppe company corp corp. inc inc. ltd ltd. gmbh ag sa plc llc llp business sports sport politics health science opinion photo photos foto fotos images image pictures picture
   video handout pool contributor contributors freelance freelancer special guest admin webmaster author autor auteur authors bureau international national
   reports report wires combined compiled updated published posted by from with and und et reuters`.split(/\s+/u),
);

/** Words that join others in sentences and never stand between the words of a name: `FIELDS AS PROVIDED`. Lower case. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(
  `as for at on is are was were be been not this that how why what who when where after before into about than then they its it has have would could
   für mit bei nach über wird ist sind nicht wie auf aus im am beim zur vor ab bis pour avec dans sur est sont qui que chez para con por que es como sobre
   per nel nella sul che è sono como com pelo pela voor met naar bij uit är på till från för til fra med ikke dla przez jest jak
   для на не что как из от при за`.split(/\s+/u),
);
