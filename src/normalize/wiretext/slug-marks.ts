import { isEmbargo } from './embargo-note.ts';
import { peelHeadline, type Peeled } from './headline-marks.ts';
import { markOf, marksOf, notedMarks, sentenceMarks, type Mark } from './status-marks.ts';

/** `EU--Harbor Fees, 3rd Ld-Writethru`, `VELMAR-FERRY/ (UPDATE 3)`, `///KORJATTU …///`. */
export function peelSlug(line: string): Peeled {
  const fenced = /^\/{2,}\s{0,20}(.{0,500}?)\s{0,20}\/{2,}$/u.exec(line)?.[1];
  if (fenced !== undefined) return { text: '', marks: fencedMarks(fenced) };
  const whole = marksOf(line, !/^(?:flash|alerte?|urgente?|alerta|eilmeldung)$/iu.test(line));
  if (whole !== undefined) return { text: '', marks: whole };
  const sentence = sentenceMarks(line).filter(({ kind }) => kind === 'kill');
  if (sentence.length > 0) return { text: line, marks: sentence };
  const bracket = /^((?:.*\S)?)\s*\(([^()]{2,60})\)$/u.exec(line);
  const inBracket = bracket === null ? undefined : notedMarks(bracket[2] ?? '');
  if (bracket !== null && inBracket !== undefined) return { text: bracket[1] ?? '', marks: inBracket };
  const [head = '', ...rest] = line.split(',').map((part) => part.trim());
  const marks = rest.flatMap((part) => (/^[\p{Lu}\d]/u.test(part) ? (marksOf(part, false) ?? []) : []));
  if (marks.length > 0) return { text: head.replace(/^(?:BC|AM|PM)-/u, ''), marks };
  const dated = /^(\p{Lu}[\p{Lu} .'’]{2,30}?)\s+\d{1,2}\b/u.exec(line);
  const plan = dated === null ? undefined : markOf(dated[1] ?? '', true);
  if (plan !== undefined) return { text: '', marks: [plan] };
  return peelHeadline(line, { snaps: false });
}

/** `KORJATTU SÄHKE PO. …`: a mark, the form of the item, and a note. */
function fencedMarks(text: string): readonly Mark[] {
  const [first = '', second = '', ...rest] = text.split(' ');
  const noted = marksOf(text, false);
  if (noted !== undefined) return noted;
  const mark = markOf(first, false);
  if (mark === undefined) return isEmbargo(text) ? [{ type: 'embargo', kind: 'embargoed', raw: text }] : [];
  const form = /^(?:SÄHKE|UUTINEN|JUTTU|VIIVA|PIKA|KAINALO|TAUSTA|TIETOLAATIKKO|OTSIKKO|KUVATEKSTI|GRAFIIKKA)$/u.test(second);
  const note = (form ? rest : [second, ...rest]).join(' ').trim();
  return [
    { ...mark, ...(note === '' ? {} : { note }) },
    ...(form ? [{ type: 'form', kind: 'story' as const, raw: second, note: second }] : []),
  ];
}
