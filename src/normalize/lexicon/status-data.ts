import type { Kind } from '../../article/status.ts';

/** Markers and genres that formats state as data. Source: AFP NewsML 1.2, AP Media API 2.2, dpa digitalwires, IPTC signal codes, ttninjs, Reuters and STT NewsML-G2; read 2026-11-25. Lower case. */
const DATA_MARKS: Readonly<Record<string, { readonly type: string; readonly kind: Kind }>> = {
  alert: { type: 'alert', kind: 'alert' },
  flash: { type: 'flash', kind: 'flash' },
  bulletin: { type: 'alert', kind: 'alert' },
  newsalert: { type: 'alert', kind: 'alert' },
  'ap newsalert': { type: 'alert', kind: 'alert' },
  apnewsalert: { type: 'alert', kind: 'alert' },
  urgent: { type: 'urgent', kind: 'urgent' },
  eil: { type: 'urgent', kind: 'urgent' },
  eilmeldung: { type: 'urgent', kind: 'urgent' },
  correction: { type: 'corrected', kind: 'correction' },
  corrected: { type: 'corrected', kind: 'correction' },
  berichtigung: { type: 'corrected', kind: 'correction' },
  korrektur: { type: 'corrected', kind: 'correction' },
  corrective: { type: 'corrective', kind: 'correction-notice' },
  clarification: { type: 'clarification', kind: 'correction-notice' },
  // dpa and PA send this signal with every further version, whatever changed.
  'sig:correction': { type: 'signal-correction', kind: 'update' },
  // Our own NewsML-G2 says it beside the IPTC's signal.
  'wirecopy:correction': { type: 'corrected', kind: 'correction' },
  'sig:update': { type: 'update', kind: 'update' },
  update: { type: 'update', kind: 'update' },
  // Reuters' editorial status; N is new, D a deletion.
  'edstat:d': { type: 'kill', kind: 'kill' },
  'edstat:c': { type: 'corrected', kind: 'correction' },
  'edstat:u': { type: 'update', kind: 'update' },
  // STT: every further version replaces the one before.
  'action:replace': { type: 'update', kind: 'update' },
  'tt_sig:replace': { type: 'update', kind: 'update' },
  'sttinstruct:remove': { type: 'kill', kind: 'kill' },
  oikaisu: { type: 'correction-notice', kind: 'correction-notice' },
  viiva: { type: 'alert', kind: 'alert' },
  lead: { type: 'lead', kind: 'update' },
  writethru: { type: 'writethru', kind: 'update' },
  zusammenfassung: { type: 'summary', kind: 'update' },
  add: { type: 'add', kind: 'add' },
  takes: { type: 'add', kind: 'add' },
  wiederholung: { type: 'repeat', kind: 'repeat' },
  kill: { type: 'kill', kind: 'kill' },
  annulation: { type: 'kill', kind: 'kill' },
  anulación: { type: 'kill', kind: 'kill' },
  anulacion: { type: 'kill', kind: 'kill' },
  anulação: { type: 'kill', kind: 'kill' },
  anulacao: { type: 'kill', kind: 'kill' },
  annullierung: { type: 'kill', kind: 'kill' },
  annulliert: { type: 'kill', kind: 'kill' },
  إلغاء: { type: 'kill', kind: 'kill' },
  // Instructions of a NewsML 1 item about itself.
  rescind: { type: 'kill', kind: 'kill' },
  delete: { type: 'kill', kind: 'kill' },
  elimination: { type: 'kill', kind: 'kill' },
  withhold: { type: 'withhold', kind: 'withhold' },
  disregard: { type: 'disregard', kind: 'disregard' },
  holdforrelease: { type: 'hold-for-release', kind: 'embargoed' },
  test: { type: 'test', kind: 'test' },
  advisory: { type: 'advisory', kind: 'advisory' },
  digest: { type: 'advisory', kind: 'advisory' },
  'news digest': { type: 'advisory', kind: 'advisory' },
  achtung: { type: 'note-to-clients', kind: 'advisory' },
  planungshinweis: { type: 'advisory', kind: 'advisory' },
  tip: { type: 'note-to-clients', kind: 'advisory' },
  info: { type: 'note-to-clients', kind: 'advisory' },
  program: { type: 'preview', kind: 'planning' },
  textprogram: { type: 'preview', kind: 'planning' },
  agenda: { type: 'preview', kind: 'planning' },
  vorschau: { type: 'preview', kind: 'planning' },
  tagesvorschau: { type: 'preview', kind: 'planning' },
  terminvorschau: { type: 'preview', kind: 'planning' },
  // Kickers of Europa Press, bare.
  amp: { type: 'amplified', kind: 'update' },
  av: { type: 'advance', kind: 'alert' },
  // Flags of Ritzau's and the Canadian Press's records, by the name of their element.
  annuleret: { type: 'kill', kind: 'kill' },
  nyversion: { type: 'update', kind: 'update' },
  korrektion: { type: 'corrected', kind: 'correction' },
  infoflash: { type: 'note-to-clients', kind: 'advisory' },
  holdflag: { type: 'withhold', kind: 'withhold' },
  trashflag: { type: 'kill', kind: 'kill' },
  'press release': { type: 'press-release', kind: 'press-release' },
  release: { type: 'press-release', kind: 'press-release' },
  pressrelease: { type: 'press-release', kind: 'press-release' },
  pressemelding: { type: 'press-release', kind: 'press-release' },
  pressemeddelelse: { type: 'press-release', kind: 'press-release' },
  pressmeddelande: { type: 'press-release', kind: 'press-release' },
  pressemitteilung: { type: 'press-release', kind: 'press-release' },
  tiedote: { type: 'press-release', kind: 'press-release' },
  lehdistötiedote: { type: 'press-release', kind: 'press-release' },
  mediatiedote: { type: 'press-release', kind: 'press-release' },
};

/** Urgency of text that is a kind of its own: dpa sends 1 and 2 with Blitz and Eil only, AFP 1 to 3 with flash, alert and urgent, Reuters 1 with alerts. */
export const URGENCY_KINDS: Readonly<Record<string, Readonly<Record<number, Kind>>>> = {
  dpa: { 1: 'flash', 2: 'urgent' },
  afp: { 1: 'flash', 2: 'alert', 3: 'urgent' },
  reuters: { 1: 'alert' },
};

/** The mark that a datum stands for: `Version=Correction`, `NewsItemType=Alert`, `afpattribute:Alert`, `sig:correction`. */
export function markOfData(text: string): { readonly type: string; readonly kind: Kind } | undefined {
  const key = text.trim().toLowerCase();
  return (
    DATA_MARKS[key] ?? DATA_MARKS[key.replace(/^(?:version|newsitemtype|profile|afpattribute|editorialtype|signal|genre)\s?[=:]\s?/u, '')]
  );
}
