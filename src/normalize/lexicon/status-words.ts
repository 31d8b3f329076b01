import type { Kind } from '../../article/status.ts';

/**
 * Status marks of the wire. Source: Reuters, AP, AFP, dpa, EFE, Europa Press, ANSA, Kyodo, Yonhap, Xinhua, STT and TT files and style
 * guides, read 2026-11-24.
 */
export interface StatusWord {
  readonly type: string;
  readonly kind: Kind;
  /** Sources of regular expressions between ` | `, matched whole and without regard to case. `(\d+)` is the number. */
  readonly words: string;
  /** Only the spelling in capitals is a mark: "LEAD" is, "Lead" is a metal. */
  readonly capitals?: boolean;
  /** The item may be shown although its kind is an advisory. */
  readonly publishable?: boolean;
}

/** Forms of a story that a wire prints as labels: they make no other kind of item. */
const FORMS =
  'analysis | insight | factbox | timeline | newsmaker | interview | feature | focus | column | commentary | explainer | special report | instant view | snapshot | poll | text | table | chronology | obituary | pictures | graphic | video | witness | breakingviews | preview | live | recap | profile | q&a | portrait | reportage | encadré | repères | chronologie | hintergrund | porträt | analyse | extra | korrespondentenbericht';

/** Marks before, behind or around a headline or slug. */
export const STATUS_WORDS: readonly StatusWord[] = [
  {
    type: 'kill',
    kind: 'kill',
    words: String.raw`(?:mandatory |bulletin )?kill | kill(?: kill){1,4} | eliminar(?: - eliminar)? | аннулирование | حظر(?: حظر){1,4} | annulation | annul[ée]e? | anulaci[oó]n(?: de (?:la )?noticia)? | anulad[oa] | anula[cç][aã]o |
    annullier(?:t|ung) | annullamento | annullat[oa] | storno | storniert | stornierung | zur[uü]ckgezogen | إلغاء | الغاء |
    аннулировано | annulering | annulleras | annullerad | makuleras | makulering | annulleres | mitätöity | mitätöinti | anulowane | anulowano | iptal |
    取り消し | 記事取り消し | dépêche annulée | bulletin elimination | elimination | eliminad[oa] | annul?leret | annullert | kansellert`,
  },
  // In small letters these begin news: `Killed: three sailors`.
  { type: 'kill', kind: 'kill', words: String.raw`killed | deleted?`, capitals: true },
  { type: 'story-removed', kind: 'kill', words: String.raw`(?:story|article|item|alert) (?:removed|deleted|killed|withdrawn|retracted)` },
  {
    type: 'withdrawn',
    kind: 'kill',
    words: String.raw`withdrawn | withdrawal | retrait | retir[ée]e? | retirad[oa] | ritirat[oa] | ingetrokken | retracted | retraction |
    rétractée? | dras tillbaka | tillbakadrag(?:en|et|na) | återkallas? | trekkes(?: tilbake)? | trukket tilba[gk]e | tr[æe]kkes tilbage |
    tilbakekalt | tilbagekaldt | vedetty pois`,
  },
  { type: 'withdrawn', kind: 'kill', words: 'vervallen | vervalt', capitals: true },
  { type: 'withhold', kind: 'withhold', words: String.raw`withhold | withheld | hold`, capitals: true },
  {
    type: 'disregard',
    kind: 'disregard',
    words: String.raw`disregard | please disregard | duplicate | bitte ignorieren | ignorer | ne pas tenir compte`,
  },
  {
    type: 'test',
    kind: 'test',
    words: String.raw`test(?:[ -]?(?:message|item|only|please ignore))? | please ignore | essai | prueba | prova | testi | testmeldung`,
    capitals: true,
  },
  { type: 'hold-for-release', kind: 'embargoed', words: String.raw`hfr | hold for release` },
  {
    type: 'not-for-publication',
    kind: 'advisory',
    words: String.raw`not for publication | nicht zur ver[oö]ffentlichung(?: bestimmt)? | pas pour publication | ne pas publier | no publicable |
    no publicar | ej för publicering | ikke for publisering | ei julkaistavaksi | for information only | nur zur information |
    internal only`,
  },
  {
    type: 'note-to-clients',
    kind: 'advisory',
    words: String.raw`مذكرة(?: إلى المشتركين)? | note (?:to|for) (?:clients|subscribers|editors|media) |
    note aux (?:clients|abonn[ée]s|r[ée]dactions|m[ée]dias) |
    nota (?:a|para) (?:los )?(?:clientes|abonados|editores|suscriptores) |
    hinweis (?:an|f[uü]r) (?:die )?(?:redaktionen|kunden) | an die redaktionen | achtung,? redaktionen |
    redaktionshinweis | till redaktionerna | til redaksjonen[e]? | til redaktionerne | toimituksille | tiedoksi toimituksille |
    nota ai (?:clienti|giornali) | avviso ai clienti | aan de redacties | do redakcji | attention editors | service message |
    service note | servicemeldung`,
  },
  { type: 'note-to-clients', kind: 'advisory', words: String.raw`achtung`, capitals: true },
  {
    type: 'advisory',
    kind: 'advisory',
    words: String.raw`advisory | media advisory | news advisory | avis | advisories | nota informativa | aviso a clientes | planungshinweis`,
  },
  {
    type: 'top-news',
    kind: 'advisory',
    words: String.raw`\*?top news\*? | \*?top stories\*? | news schedule | news digest | news budget | daily digest | world at \d{4}`,
    publishable: true,
  },
  {
    type: 'check-against-delivery',
    kind: 'advisory',
    words: String.raw`check against delivery | es gilt das gesprochene wort | seul le prononcé fait foi`,
    publishable: true,
  },
  {
    type: 'preview',
    kind: 'planning',
    words: String.raw`prev | pr[ée]vision[s]? | agenda | vorschau | programm(?:vorschau)? | previsiones | previsi[oó]n | tagesvorschau |
    wochenvorschau | termine | daybook | diary | p[uü]nktliche vorschau | برنامج`,
    capitals: true,
  },
  { type: 'corrective', kind: 'correction-notice', words: String.raw`corrective` },
  {
    type: 'clarification',
    kind: 'correction-notice',
    words: String.raw`clarification | klarstellung | pr[ée]cision | aclaraci[oó]n | precisazione | tarkennus | förtydligande | presisering`,
  },
  {
    type: 'correction-notice',
    kind: 'correction-notice',
    words: String.raw`oikaisu | rectificatif | erratum | errata(?: corrige)? | fe de (?:erratas|errores) | gegendarstellung | richtigstellung |
    mise au point`,
  },
  {
    type: 'corrected',
    kind: 'correction',
    words: String.raw`(?:official )?correct(?:ed|ion)(?: \(official\))? | corr(?:\.|ige|iged?)? | corrig[ée]e? | correctif | corrects? |
    korr(?:ektur|igiert|igerad|igering|jaus)? | korjattu | korjaus | berichtig(?:t|ung) | correcci[oó]n | corregid[oa] |
    correzione | corrett[oa] | corre[cç][aã]o | corrigid[oa] | correctie | rectificatie | rectification | rättelse | rättad | rettelse | rettet | korekta |
    poprawka | sprostowanie | уточнение | исправление | исправлено | تصحيح | düzeltme | 訂正 | con titolo corretto |
    testo corretto | tweede correctie`,
  },
  {
    type: 'refile',
    kind: 'refile',
    words: String.raw`refile[d]? | re-?filed? | resend(?:ing)? | resent | retransmission | retransmitted | retransmisi[oó]n`,
  },
  {
    type: 'repeat',
    kind: 'repeat',
    words: String.raw`rpt | repeat(?:ed|ing|s)? | repetition | r[ée]p[ée]tition | r[ée]p[ée]t[ée]e? | wiederholung | wiederholt | wdh\.? |
    ripetizione | repetici[oó]n | repite | reprise | repeti[cç][aã]o | herhaling | upprepning | gjentakelse | gentagelse |
    uusinta | toisto | powtórzenie | повтор | تكرار | tekrar`,
  },
  {
    type: 'flash',
    kind: 'flash',
    words: String.raw`flash | blitz(?:meldung)? | فلاش | молния | flash news | newsflash | newsbreak`,
    capitals: true,
  },
  {
    type: 'alert',
    kind: 'alert',
    words: String.raw`ap ?news ?alert | apnewsalert | news ?alert | alert[ea]? | snap | تنبيه | breaking alert | bulletin | b-u-l-l-e-t-i-n`,
    capitals: true,
  },
  { type: 'advance', kind: 'alert', words: String.raw`av(?:\.|ance)? | avance | avanc[ée]`, capitals: true },
  {
    type: 'breaking',
    kind: 'urgent',
    words: String.raw`breaking(?: news)? | dernière heure | última hora | ultim['’]?ora | son dakika | عاجل جدا`,
  },
  {
    type: 'urgent',
    kind: 'urgent',
    words: String.raw`urgent[e]? | eil(?:meldung)? | dringend | عاجل | срочно | acil | 速報 | pilne | kiireellinen | hast(?:er)? | brådskande |
    spoed | urgentissimo`,
    capitals: true,
  },
  { type: 'wrapup', kind: 'wrapup', words: String.raw`wrapup ?(\d{1,2})? | wrap-?up | round-?up ?(\d{1,2})?` },
  {
    type: 'general-lead',
    kind: 'wrapup',
    words: String.raw`papier g[ée]n[ée]ral | g[ée]n[ée]ral | general lead | lead all | lead g[ée]n[ée]ral | panorama | gesamtzusammenfassung`,
    capitals: true,
  },
  {
    type: 'summary',
    kind: 'update',
    words: String.raw`zusammenfassung(?: (?:\d{4}|neu|gesamt|(\d{1,2})))? | zsf\.? | zusf\.? | gesamt | sammendrag | sammanfattning | yhteenveto | resumen |
    riepilogo | synthèse | rsm\.? | podsumowanie | итоги`,
  },
  {
    type: 'amplified',
    kind: 'update',
    words: String.raw`amp(?:l)?\.? ?(\d{1,2})?\.? | ampliaci[oó]n ?(\d{1,2})? | ampl[ií]a | ampliad[oa] | amplia[cç][aã]o | ampliata?`,
  },
  {
    type: 'updates',
    kind: 'update',
    words: String.raw`actualiza | actualise | aggiorna | atualiza`,
    capitals: true,
  },
  {
    type: 'updated',
    kind: 'update',
    words: String.raw`updated | aktualisiert(?: \d{4})? | aktualisierung | mise à jour | actualis[ée]e? | actualizaci[oó]n | actualizad[oa] |
    aggiornamento | aggiornat[oa] | atualiza[cç][aã]o | atualizad[oa] | bijgewerkt | uppdaterad | uppdatering | oppdatert |
    oppdatering | opdateret | opdatering | p[aä]ivitetty | p[aä]ivitys | t[aä]ydennetty | t[aä]ydennys | aktualizacja |
    обновлено | дополнено | تحديث | güncelleme | 更新 | erweitert | ergänzt | neu`,
  },
  { type: 'update', kind: 'update', words: String.raw`update ?(\d{1,2})? | upd\.? ?(\d{1,2})?` },
  { type: 'writethru', kind: 'update', words: String.raw`write ?-?thr[uo](?:ugh)? | wt` },
  {
    type: 'lead',
    kind: 'update',
    words: String.raw`(?:(\d{1,2})(?:st|nd|rd|th)|first|second|third) (?:lead|ld) | (?:lead|ld) ?(\d{1,2})? | (?:optional|night|day) ld |
    (\d{1,2})\.? ?lead`,
    capitals: true,
  },
  {
    type: 'add',
    kind: 'add',
    words: String.raw`(?:(\d{1,2})(?:st|nd|rd|th)|first|second|third) add | add ?(\d{1,2})? | take (\d{1,2}) |
    (?:(\d{1,2})(?:st|nd|rd|th)|first|second|third) take`,
    capitals: true,
  },
  { type: 'insert', kind: 'update', words: String.raw`(?:(\d{1,2})(?:st|nd|rd|th)|first|second|third) insert | insert`, capitals: true },
  {
    type: 'subs',
    kind: 'correction',
    words: String.raw`(?:(\d{1,2})(?:st|nd|rd|th)|first|second|third) sub(?:s)? | subs?`,
    capitals: true,
  },
  { type: 'brief', kind: 'brief', words: String.raw`briefs? | breve | brève | kurzmeldung | bref`, capitals: true },
  { type: 'exclusive', kind: 'story', words: String.raw`exclusive | exclusif | exclusiva | esclusiva | exklusiv | exclu`, capitals: true },
  {
    type: 'press-release',
    kind: 'press-release',
    words: String.raw`(?:press|media|news) release | ots | (?:presse|medien)mitteilung | communiqué de presse | nota de prensa | comunicado de prensa |
    comunicato stampa | comunicado de imprensa | persbericht | pressmeddelande | pressemelding | pressemeddelelse | (?:lehdistö|media)?tiedote`,
    capitals: true,
  },
  ...FORMS.split(' | ').map((form): StatusWord => ({ type: form.replaceAll(' ', '-'), kind: 'story', words: form, capitals: true })),
];
