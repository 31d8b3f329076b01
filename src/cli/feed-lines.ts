import { plainText } from '../ingest/plain-text.ts';

type Values = Readonly<Record<string, unknown>>;

/** What colours a line; each answers the text itself where colour is off. */
interface Pen {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly warn: (text: string) => string;
}

const LABEL = 12;
const NAMES: Readonly<Record<string, string>> = { rss: 'RSS', rdf: 'RSS (RDF)', atom: 'Atom', json: 'JSON Feed', cdf: 'CDF' };

/** A feed in its neutral form as lines for a terminal: its head, what was repaired and where, then each item. `width` in columns. */
export function feedLines(view: Values, { width, colour }: { readonly width: number; readonly colour: boolean }): string[] {
  const pen = penOf(colour);
  const head = valuesOf(view['feed']);
  const entries = listOf(view['entries']);
  const kind = [NAMES[textOf(view['format'])] ?? textOf(view['format']), textOf(view['version'])].filter((part) => part !== '').join(' ');
  const count = `${entries.length} ${entries.length === 1 ? 'item' : 'items'}${view['cut'] === true ? ' (the rest is not read)' : ''}`;
  return [
    pen.bold(cut(shown(head, 'title') || '(no title)', width)),
    pen.dim(cut([kind, textOf(view['encoding']), textOf(head['language']), count].filter((part) => part !== '').join(' · '), width)),
    ...rows(
      [
        ['link', textOf(head['link'])],
        ['about', shown(head, 'subtitle')],
        ['updated', textOf(head['updated']) || textOf(head['published'])],
        ['next', textOf(listOf(head['links']).find(({ rel }) => rel === 'next')?.['href'])],
        ['hub', Array.isArray(head['hubs']) ? head['hubs'].join(', ') : ''],
      ],
      width,
      pen,
    ),
    ...repairLines(listOf(view['repairs']), width, pen),
    ...entries.flatMap((entry, index) => ['', ...entryLines(entry, { index, width, pen, digits: String(entries.length).length })]),
  ];
}

function penOf(colour: boolean): Pen {
  const style = (code: number) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: style(1), dim: style(2), warn: style(33) };
}

/** `line 12:5   xml.bare-ampersand   3 times, first: &` */
function repairLines(repairs: readonly Values[], width: number, pen: Pen): string[] {
  if (repairs.length === 0) return [];
  const places = repairs.map(({ line, column }) => (typeof line === 'number' ? `line ${line}:${String(column)}` : ''));
  const codes = repairs.map(({ code }) => textOf(code));
  const [placeWidth, codeWidth] = [widest(places), widest(codes)];
  const lines = repairs.map(({ detail }, index) =>
    cut(`  ${(places[index] ?? '').padEnd(placeWidth)}  ${(codes[index] ?? '').padEnd(codeWidth)}  ${textOf(detail)}`.trimEnd(), width),
  );
  return ['', pen.warn('Repaired'), ...lines.map(pen.warn)];
}

interface Place {
  readonly index: number;
  readonly width: number;
  readonly pen: Pen;
  readonly digits: number;
}

function entryLines(entry: Values, { index, width, pen, digits }: Place): string[] {
  const number = `${String(index + 1).padStart(digits)}. `;
  const content = listOf(entry['content'])[0];
  const body = content === undefined ? '' : plain(content['value'], content['type']);
  const files = listOf(entry['enclosures']).map(({ url, type }) => [textOf(url), textOf(type)].join(' ').trim());
  const media = listOf(valuesOf(entry['media'])['content']).map((one) => [textOf(one['url']), credits(one)].filter(Boolean).join('  © '));
  return [
    `${pen.dim(number)}${pen.bold(cut(shown(entry, 'title') || '(no title)', width - number.length))}`,
    ...rows(
      [
        ['date', textOf(entry['published']) || textOf(entry['updated'])],
        [
          'by',
          listOf(entry['authors'])
            .map(({ name, email }) => textOf(name) || textOf(email))
            .join(', '),
        ],
        ['link', textOf(entry['link'])],
        ['id', entry['id'] === entry['link'] ? '' : textOf(entry['id'])],
        [
          'tags',
          listOf(entry['tags'])
            .map(({ label, term }) => textOf(label) || textOf(term))
            .join(', '),
        ],
        ['summary', shown(entry, 'summary')],
        ['content', body === '' ? '' : `${body.length} characters: ${body}`],
        ...[...new Set([...media, ...files])].map((file): [string, string] => ['file', file]),
      ],
      width,
      pen,
    ),
    ...(entry['complete'] === false ? [pen.warn(cut(`${' '.repeat(LABEL)}the document ends inside this item`, width))] : []),
  ];
}

function credits(media: Values): string {
  return listOf(media['credits'])
    .map(({ name }) => textOf(name))
    .join(', ');
}

/** Labels in one column, values in the other; what has no value is left out. */
function rows(pairs: readonly (readonly [string, string])[], width: number, pen: Pen): string[] {
  return pairs.flatMap(([label, value]) => (value === '' ? [] : [`${pen.dim(label.padStart(LABEL - 2))}  ${cut(value, width - LABEL)}`]));
}

/** A text construct as plain text. */
function shown(values: Values, name: string): string {
  return plain(values[name], values[`${name}_type`]);
}

function plain(value: unknown, type: unknown): string {
  const text = textOf(value);
  return plainText({ text, ...(type === 'text' || type === 'html' ? { type } : {}) });
}

/** What a feed says must not steer the terminal. */
function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value)
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, Math.max(width - 1, 1))}…` : text;
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}

function listOf(value: unknown): readonly Values[] {
  return Array.isArray(value) ? value.map(valuesOf) : [];
}
