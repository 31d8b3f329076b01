import type { Entry } from './entries.ts';
import { isStrongLabel, kindOfLabel, type LabelKind } from './labels.ts';

/** One labelled value of a filing or a form. `path` = where the label stands. */
export interface Field {
  readonly kind: LabelKind;
  readonly label: string;
  readonly value: string;
  readonly path: string;
}

/** A text parted into its labelled head, what stands above that, and the story. */
export interface Filing {
  readonly fields: readonly Field[];
  readonly above: readonly Entry[];
  readonly story: readonly Entry[];
}

const LABELLED = /^[*_>•\s-]{0,6}(\p{L}[\p{L}\p{M}\p{N} ./'’()&-]{0,38}?[\p{L}\p{N})]|\p{L})\s?\*{0,2}\s?[:：]\s?\*{0,2}\s?(?!\/\/)(.*)$/su;
/** Prose lines may stand above the first label: a desk's code, a greeting. */
const MOST_ABOVE = 6;
const LONGEST_ABOVE = 120;
/** Values that run over further lines. */
const LONG_KINDS: ReadonlySet<LabelKind> = new Set(['abstract', 'ednote', 'headline', 'caption', 'rights', 'other']);
const RULE = /^[-_=*~#·–—\s]{3,200}$/u;

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly kind: LabelKind | undefined;
}

/**
 * Reads the labelled lines at the head of filed copy (`SLUG: …`, `Headline: …`), or a whole form (`Body: …` and what follows the story). Labels
 * we do not know count between those we do. A single label that prose also begins with is left where it is.
 */
export function filingOf(source: readonly Entry[]): Filing {
  const entries = source.flatMap(rowsOf);
  const first = entries.findIndex((entry) => labelled(entry)?.kind !== undefined);
  const above = entries.slice(0, Math.max(0, first));
  const nothing: Filing = { fields: [], above: [], story: source };
  if (first < 0 || first > MOST_ABOVE || above.some(({ text }) => text.length > LONGEST_ABOVE)) return nothing;
  const { fields, end, body } = headOf(entries, first);
  const known = fields.filter(({ kind }) => kind !== 'other');
  if (known.length < 2 && !known.some(({ label }) => isStrongLabel(label))) return nothing;
  const rest = entries.slice(end);
  const story = body === undefined ? rest : [...body, ...rest];
  const tail = body === undefined || fields.length < 3 ? story.length : tailStart(story);
  return { fields: [...fields, ...story.slice(tail).flatMap(fieldOf)], above, story: story.slice(0, tail) };
}

/** A form that was mailed as a table of labels and values: a line for each row. */
function rowsOf(entry: Entry): Entry[] {
  const rows = [...(entry.block?.header ?? []), ...(entry.block?.rows ?? [])].map((row) => row.map(({ text }) => text.trim()));
  const known = rows.filter(([label = '']) => kindOfLabel(label.replace(/\s?[:：]$/u, '')) !== undefined);
  if (known.length < 2 || known.length < rows.length / 2 || rows.some((row) => row.length > 2)) return [entry];
  return rows.flatMap(([label = '', value = ''], index): Entry[] => {
    const text = `${label.replace(/\s?[:：]$/u, '')}: ${value}`;
    const path = `${entry.path}/row[${index + 1}]`;
    return label === '' && value === '' ? [] : [{ text, gap: true, path, block: { type: 'paragraph', text, path } }];
  });
}

/** The run of labelled lines from `first` on; it ends at the body's label or at prose. */
function headOf(entries: readonly Entry[], first: number): { fields: Field[]; end: number; body?: Entry[] } {
  const fields: Field[] = [];
  let end = first;
  for (let at = first; at < entries.length; at += 1) {
    const entry = entries[at];
    const found = entry === undefined ? undefined : labelled(entry);
    if (entry === undefined) break;
    if (RULE.test(entry.text)) {
      end = at + 1;
      continue;
    }
    const last = fields.at(-1);
    if (found === undefined) {
      if (last === undefined || !continues(last, entry)) break;
      fields[fields.length - 1] = { ...last, value: last.value === '' ? entry.text : `${last.value}\n${entry.text}` };
    } else if (found.kind === 'body') {
      return {
        fields: [...fields, { kind: 'body', label: found.label, value: '', path: entry.path }],
        end: at + 1,
        body: valueEntry(entry, found.value),
      };
    } else if (found.kind === undefined && !knownFollows(entries, at)) break;
    else fields.push({ kind: found.kind ?? 'other', label: found.label, value: found.value, path: entry.path });
    end = at + 1;
  }
  return { fields, end };
}

/** A value on the line below its label, or the next line of a long one. */
function continues(last: Field, entry: Entry): boolean {
  if (last.value === '') return true;
  return !entry.gap && LONG_KINDS.has(last.kind) && last.value.length > 50;
}

/** A label we do not know is one if a known one follows soon. */
function knownFollows(entries: readonly Entry[], at: number): boolean {
  return entries.slice(at + 1, at + 5).some((entry) => labelled(entry)?.kind !== undefined);
}

function labelled({ text, block, path }: Entry): Labelled | undefined {
  if (block !== undefined && block.type !== 'paragraph' && block.type !== 'heading') return undefined;
  const match = LABELLED.exec(text.slice(0, 5_000));
  if (match === null) return undefined;
  const label = (match[1] ?? '').trim();
  const kind = kindOf(label, match[2] ?? '');
  // Unknown labels are short: a colon in a sentence makes none.
  if (kind === undefined && !isRow(path) && (label.split(/\s+/u).length > 3 || /^(?:https?|mailto)$/iu.test(label))) return undefined;
  return {
    label,
    value: text
      .slice(match[0].length - (match[2] ?? '').length)
      .replace(/^\*+\s*|(?:(?<!\s)\s+)?(?<!\*)\*+$/gu, '')
      .trim(),
    kind,
  };
}

/** `Words: 140` counts them and names no writer. */
function kindOf(label: string, value: string): LabelKind | undefined {
  return /^\W{0,3}\d{1,6}\W{0,3}$/u.test(value) && kindOfLabel(label) === 'byline' ? 'other' : kindOfLabel(label);
}

function fieldOf(entry: Entry): Field[] {
  const found = labelled(entry);
  return found === undefined ? [] : [{ kind: found.kind ?? 'other', label: found.label, value: found.value, path: entry.path }];
}

/** Rows of a table are fields whatever their label says. */
function isRow(path: string): boolean {
  return /\/row\[\d+\]$/u.test(path);
}

/** What stands behind the body's label begins the story. */
function valueEntry(entry: Entry, value: string): Entry[] {
  if (value === '') return [];
  const { line, block, ...place } = entry;
  if (line !== undefined) return [{ ...place, gap: true, text: value, line: { ...line, raw: value } }];
  if (block === undefined) return [];
  const { html: _html, ...bare } = block;
  return [{ ...place, gap: true, text: value, block: { ...bare, type: 'paragraph', text: value } }];
}

/** Forms go on below their story: the run of labelled lines at the end. */
function tailStart(story: readonly Entry[]): number {
  let start = story.length;
  for (let at = story.length - 1; at > 0; at -= 1) {
    const entry = story[at];
    const found = entry === undefined ? undefined : labelled(entry);
    if (entry === undefined || found === undefined || (found.kind === undefined && !isRow(entry.path))) break;
    start = at;
  }
  return start;
}
