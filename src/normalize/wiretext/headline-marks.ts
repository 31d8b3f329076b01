import { isShout, markOf, marksOf, notedMarks, sentenceMarks, type Mark } from './status-marks.ts';

/** A line without its marks, and the marks. */
export interface Peeled {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Takes marks off both ends of a headline, one after the other. */
export function peelHeadline(line: string, given: { readonly snaps?: boolean }): Peeled {
  const removed = /^(STORY (?:REMOVED|DELETED|KILLED)|MANDATORY KILL|BULLETIN KILL)\b[:,. -]*(?![:,. -])(.*)$/u.exec(line);
  if (removed !== null) return { text: removed[2] ?? '', marks: marksOf(removed[1] ?? '', false) ?? [] };
  const front: Mark[] = [];
  const back: Mark[] = [];
  let text = line;
  for (let step = peelOnce(text, front); step !== undefined && step.text.length < text.length; step = peelOnce(text, front)) {
    (step.end === true ? back : front).push(...step.marks);
    text = step.text;
  }
  const marks = [...front, ...back];
  const withdrawn = front.some(({ kind }) => kind === 'advisory') && sentenceMarks(line).some(({ kind }) => kind === 'kill');
  if (withdrawn) return { text, marks: marks.map((mark) => ({ ...mark, kind: 'kill' })) };
  if (marks.length === 0 && given.snaps !== false && isSnap(text)) return { text, marks: [{ type: 'alert', kind: 'alert', raw: text }] };
  return { text, marks };
}

/** One mark less: all that is left, the first, or the last. */
function peelOnce(text: string, front: readonly Mark[]): (Peeled & { readonly end?: true }) | undefined {
  if (text === '') return undefined;
  const whole = wholeMark(text);
  if (whole !== undefined) return { text: '', marks: whole };
  const first = peelFront(text, front);
  if (first !== undefined) return first;
  const last = peelBack(text);
  if (last !== undefined) return { ...last, end: true };
  return /\p{L}\+$/u.test(text) ? { text: text.slice(0, -1), marks: [] } : undefined;
}

/** A headline that is nothing but a mark: `AP NEWSALERT`, `مذكرة`, `CHECK AGAINST DELIVERY`. */
function wholeMark(line: string): readonly Mark[] | undefined {
  return marksOf(line.replace(/^[([*+]+\s?/u, '').replace(/\s?(?<![)\]*+])[)\]*+]+$/u, ''), true);
}

function peelFront(text: string, before: readonly Mark[]): Peeled | undefined {
  const bracket = /^[([【［（〔]([^()[\]【】［］（）〔〕]{2,60})[)\]】］）〕]\s*(?:[:.–-]+\s*)?(\S.*)$/su.exec(text);
  const inBracket = bracket === null ? undefined : (notedMarks(bracket[1] ?? '') ?? leadingPair(bracket[1] ?? ''));
  if (bracket !== null && inBracket !== undefined) return { text: bracket[2] ?? '', marks: inBracket };
  const plus = /^\+\+\s{0,20}(.{1,500}?)\s{0,20}\+\+$/u.exec(text);
  if (plus !== null) return { text: plus[1] ?? '', marks: [{ type: 'urgent', kind: 'urgent', raw: '++' }] };
  const fixed = fixedFront(text);
  if (fixed !== undefined) return fixed;
  const dotted = /^([\p{L}.\s]{1,30}?\d{0,2})\.-\s*(\S.*)$/su.exec(text);
  if (dotted !== null) {
    const mark = markOf(dotted[1] ?? '', true) ?? markOf(`${dotted[1] ?? ''}.`, true);
    if (mark !== undefined) return { text: dotted[2] ?? '', marks: [mark] };
    if (before.length > 0)
      return { text: dotted[2] ?? '', marks: [{ type: 'topic', kind: 'story', raw: dotted[1] ?? '', note: dotted[1] ?? '' }] };
  }
  return peelLabel(text) ?? peelWord(text);
}

/** Fixed forms of one sender: ANSA's leading items `>>>ANSA/`, Business Wire's `CORRECTING and REPLACING`. */
function fixedFront(text: string): Peeled | undefined {
  const led = /^(>{2,4}\s?(?:\p{Lu}{2,8}\/)?)\s*(\S.*)$/su.exec(text);
  if (led !== null) return { text: led[2] ?? '', marks: [{ type: 'topic', kind: 'story', raw: led[1] ?? '' }] };
  const replaced = /^(CORRECTING and REPLACING):?\s+(\S.*)$/su.exec(text);
  return replaced === null
    ? undefined
    : { text: replaced[2] ?? '', marks: [{ type: 'corrected', kind: 'correction', raw: replaced[1] ?? '' }] };
}

/** `RIPETIZIONE CON TITOLO CORRETTO`: two marks in one bracket. */
function leadingPair(text: string): readonly Mark[] | undefined {
  const words = text.split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const [left, right] = [markOf(words.slice(0, at).join(' '), false), markOf(words.slice(at).join(' '), false)];
    if (left !== undefined && right !== undefined) return [left, right];
  }
  return undefined;
}

/** `UPDATE 2-…`, `KILL: …`, `LEAD: …`, `*TOP NEWS*-…`, `ALERT - …`. */
function peelLabel(text: string): Peeled | undefined {
  const colon = /^([^:：]{2,40}?)\s?[:：]\s*(\S.*)$/su.exec(text);
  const labelled = colon === null ? undefined : (marksOf(colon[1] ?? '', true) ?? safeLabel(colon[1] ?? ''));
  if (colon !== null && labelled !== undefined) return { text: colon[2] ?? '', marks: labelled };
  for (const dash of text.slice(0, 60).matchAll(/\s?[-–—]\s?/gu)) {
    const head = text.slice(0, dash.index);
    const mark = markOf(head, true);
    const rest = text.slice(dash.index + dash[0].length);
    if (mark === undefined || !isShout(head) || rest === '') continue;
    return { text: rest, marks: [mark] };
  }
  return undefined;
}

/** `Update: …` and `Press release: …` before a colon are marks in any case; `Lead: …` is not. */
function safeLabel(text: string): readonly Mark[] | undefined {
  const whole = marksOf(text, false);
  if (whole?.every(({ kind }) => kind === 'press-release') === true) return whole;
  const joined = text.replace(/\s/gu, '');
  const camel =
    /^AP ?News ?Alert$/iu.test(text) ||
    /^\d(?:st|nd|rd|th)/iu.test(text) ||
    /^(?:Urgent|Urgente|Eil(?:meldung)?|Alerte|Flash|Roundup|Breaking)$/u.test(joined);
  return camel ? whole : undefined;
}

/** `EIL Grünen-Spitze …`, `1ST LEAD Ostravia …`: capitals without a colon before a headline in mixed case. */
function peelWord(text: string): Peeled | undefined {
  const ordinal = /^((?:\d{1,2}(?:st|nd|rd|th)) (?:lead|ld)(?:-write ?thr[uo](?:ugh)?)?)[\s:.-]+(\S.*)$/isu.exec(text);
  if (ordinal !== null) return { text: ordinal[2] ?? '', marks: marksOf(ordinal[1] ?? '', false) ?? [] };
  const word = /^(\p{Lu}{3,}(?: \d{1,2})?)\s+(\S.*)$/su.exec(text);
  const rest = word?.[2] ?? '';
  if (word === null || isShout(rest)) return undefined;
  const mark =
    /^(?:EIL|EILMELDUNG|BLITZ|URGENT|URGENTE|FLASH|ALERT|ALERTE|KORREKTUR|BERICHTIGUNG|KORR|UPDATE(?: \d+)?|CORRECTED|CORRECTION|CORRIGE|KILL|LEAD|EXCLUSIF)$/u.test(
      word[1] ?? '',
    )
      ? markOf(word[1] ?? '', true)
      : undefined;
  return mark === undefined ? undefined : { text: rest, marks: [mark] };
}

/** `… (Berichtigung: zu Hotels)`, `… (ADDS quotes)`, `… (UPDATE 2)`. */
function peelBack(text: string): Peeled | undefined {
  const bracket = /^(.*\S)\s*\(([^()]{2,160})\)$/su.exec(text);
  if (bracket === null) return undefined;
  const marks = notedMarks(bracket[2] ?? '') ?? leadingPair(bracket[2] ?? '');
  if (
    marks === undefined ||
    marks.every(
      ({ kind, type }) => kind === 'story' && type !== 'exclusive' && !/^(?:pictures|video|graphic|videographic|audio|live)$/u.test(type),
    )
  )
    return undefined;
  return { text: bracket[1] ?? '', marks };
}

/** Reuters snaps: four words and more, all in capitals. */
function isSnap(text: string): boolean {
  return text.split(' ').length >= 4 && /\p{Lu}{3,}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();
}
