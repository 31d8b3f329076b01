import type { Byline, Person } from '../../article/people.ts';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { AGENCIES } from '../lexicon/agencies.ts';
import { settle, withEvidence, withNotes, type Cut, type Draft, type Settled, type Step } from '../draft.ts';
import { cutSignoff, isSignoff, signoffInFields } from '../signoff-block.ts';
import { readTime, type TimeOptions } from '../times/read-time.ts';
import { readByline, type BylineReading } from '../wiretext/byline.ts';
import { readDateline } from '../wiretext/dateline.ts';

/** Where the byline was found and what it says. */
interface Head {
  /** Null where the file states its authors only as data. */
  readonly raw: string | null;
  readonly source: Found;
  readonly readings: readonly BylineReading[];
  /** A paragraph of the body that was the byline. */
  readonly cut?: Cut;
}

/**
 * Settles `byline` from the byline fields, else from a first paragraph that is one; cuts the sign-off off the end of the body.
 * An agency is never an author: it goes to `agencies`. A moment in the byline is another reading of `times.published`.
 */
export const byline: Step = {
  name: 'byline',
  run(draft) {
    const signed = cutSignoff(draft);
    const found = printedHead(draft, signed.draft) ?? dataHead(draft);
    const { head, body } = found?.cut === undefined ? { head: found, body: signed.draft } : cutHead(signed.draft, found, found.cut);
    const tail = signed.readings;
    const notes = tail.some(({ signoff }) => signoff !== undefined) ? undefined : signoffInFields(draft);
    const readings = [...(head?.readings ?? []), ...tail, ...(notes === undefined ? [] : [notes])];
    const settled: Settled = {
      byline: bylineOf(draft, head, [...tail, ...(notes === undefined ? [] : [notes])]),
      ...agenciesOf(draft, readings),
      ...momentOf(draft, head),
    };
    return explain(settle(body, settled), head, tail);
  },
};

/** The field; it gives way to a body that names the person behind a generic one, and a body that only repeats it is cut. */
function printedHead(draft: Draft, signed: Draft): Head | undefined {
  const [field, inBody] = [fieldHead(draft), bodyHead(signed)];
  if (field === undefined || inBody === undefined) return field ?? inBody;
  const named = authorsOf(field);
  if (named.length === 0) return authorsOf(inBody).length === 0 ? field : inBody;
  const repeats = inBody.cut !== undefined && authorsOf(inBody).every((name) => named.includes(name));
  return repeats ? { ...field, cut: inBody.cut } : field;
}

function authorsOf({ readings }: Head): string[] {
  return readings.flatMap((reading) => (reading.isByline ? reading.authors.map(({ name }) => name) : []));
}

function fieldHead({ item, settled }: Draft): Head | undefined {
  const found = (item.bylines ?? []).filter(({ text }) => text.trim() !== '' && !isSignoff(text));
  const [source] = found;
  if (source === undefined) return undefined;
  const readings = found.map((one) => readNamed(one, settled.language));
  return { raw: found.map(({ text }) => text.trim()).join(', '), source, readings };
}

/** No byline is printed; the file may still say who wrote it. */
function dataHead({ item, settled }: Draft): Head | undefined {
  const found = (item.creators ?? []).filter(({ text }) => text.trim() !== '');
  const [source] = found;
  if (source === undefined) return undefined;
  return { raw: null, source, readings: found.map((creator) => readCreator(creator, settled.language)) };
}

/** A name that the file gives as one person's is not searched for titles and places; an agency is still no author. */
function readCreator(creator: NonNullable<ParsedItem['creators']>[number], language: string | undefined): BylineReading {
  const reading = readByline(creator.text, { language, where: 'element' });
  if (creator.person !== true || reading.agencies.length > 0) return reading;
  const { organisation } = creator;
  const author: Person = { name: creator.text.trim(), role: 'author', ...(organisation === undefined ? {} : { organisation }) };
  return { ...reading, isByline: true, rule: 'byline/data', authors: [author], organisations: [], generic: false };
}

/** What the source says is a person's name is one, also where it does not read as such (`viktor hedlund`). */
function readNamed(byline: NonNullable<ParsedItem['bylines']>[number], language: string | undefined): BylineReading {
  const reading = readTitled(byline, language);
  const isRead = reading.isByline && (reading.authors.length > 0 || reading.agencies.length > 0 || reading.generic);
  return byline.person !== true || isRead ? reading : readCreator({ ...byline, person: true }, language);
}

/** A title that the source marks as one is cut off before names are looked for, unless the whole line reads as well. */
function readTitled(byline: NonNullable<ParsedItem['bylines']>[number], language: string | undefined): BylineReading {
  const { text, title, under, jobTitle } = byline;
  const whole = readByline(under === undefined ? text : `${text.trim()}, ${under}`, { language, where: 'element' });
  if (jobTitle !== undefined) return { ...whole, authors: whole.authors.map((author) => ({ title: jobTitle, ...author })) };
  if (title === undefined || !text.includes(title)) return whole;
  const names = text.replace(title, ' ').replace(/(?<![\s,.;])[\s,.;]+$/u, '');
  const read = readByline(names, { language, where: 'element' });
  const isSame = read.authors.every(({ name }) => whole.authors.some((author) => author.name === name));
  // `EP Aerospace Writer`: what no table knows as an agency is not cut into an organisation and a title.
  const isCut =
    whole.agencies.length === 0 && whole.authors.some(({ organisation }) => organisation !== undefined && organisation !== title);
  if (read.authors.length === 0 || (isSame && !isCut)) return whole;
  return { ...read, raw: whole.raw, span: whole.span, text: whole.text, authors: read.authors.map((author) => ({ ...author, title })) };
}

/** Longer first paragraphs are the story itself. */
const LONGEST_HEAD = 240;

/** A label or an agency must be there: a bare name above the story may be its subject. */
function bodyHead({ body, settled }: Draft): Head | undefined {
  const index = body.findIndex(
    (block) => block.type === 'paragraph' && (block.text ?? '').trim() !== '' && !isDatelineAlone(block.text ?? ''),
  );
  const block = body[index];
  if (block === undefined || index > 2 || index === body.length - 1) return undefined;
  const text = block.text ?? '';
  if (text.length > LONGEST_HEAD) return undefined;
  const reading = readByline(text, { language: settled.language, where: 'text' });
  if (!reading.isByline || !reading.rule.startsWith('byline/')) return undefined;
  const source: Found = { text: reading.raw, path: block.path, ...(block.span === undefined ? {} : { span: block.span }) };
  return { raw: reading.raw, source, readings: [reading], cut: { kind: 'byline', ...source } };
}

/** `CITY, 2 (AGENCY)` alone is where the story was written, not who wrote it; the byline may stand below. */
function isDatelineAlone(text: string): boolean {
  if (text.length > 120) return false;
  const { isDateline, rest, date } = readDateline(text.trim(), { where: 'lead', context: {} });
  return date !== undefined || (isDateline && rest === '');
}

function withoutCut(draft: Draft, cut: Cut): Draft {
  return { ...draft, body: draft.body.filter((block) => block.path !== cut.path), removed: [...draft.removed, cut] };
}

/** A second line of the same sort belongs to it: `By JANE SAMPLE` and below it `By LEE MODEL`. */
function cutHead(draft: Draft, head: Head, cut: Cut): { readonly head: Head; readonly body: Draft } {
  const body = withoutCut(draft, cut);
  const next = bodyHead(body);
  if (next?.cut === undefined) return { head, body };
  const joined: Head = {
    ...head,
    raw: [head.raw, next.raw].filter((raw) => raw !== null).join(', '),
    readings: [...head.readings, ...next.readings],
  };
  return cutHead(body, joined, next.cut);
}

function bylineOf(draft: Draft, head: Head | undefined, tail: readonly BylineReading[]): Byline {
  const read = (head?.readings ?? []).filter((reading) => reading.isByline);
  const helpers = tail.flatMap((reading) => reading.contributors);
  const { authors, contributors } = joinBareNames(
    read.flatMap((reading) => reading.authors).map((person) => roleFor(person, draft)),
    [...read.flatMap((reading) => reading.contributors), ...helpers],
  );
  const agencies = unique([...read, ...tail].flatMap((reading) => reading.agencies));
  const organisations = unique([...read, ...tail].flatMap((reading) => reading.organisations));
  const signoff = tail.find((reading) => reading.signoff !== undefined)?.signoff;
  const text = read.map((reading) => reading.text).join(', ');
  return {
    raw: head?.raw ?? null,
    ...(text === '' ? {} : { text }),
    authors,
    ...(agencies.length === 0 ? {} : { agencies }),
    ...(organisations.length === 0 ? {} : { organisations }),
    ...(contributors.length === 0 ? {} : { contributors }),
    ...(read.length > 0 && authors.length === 0 ? { generic: true } : {}),
    ...(signoff === undefined ? {} : { signoff: { ...signoff, initials: [...signoff.initials] } }),
  };
}

/** Whoever signs a picture took it. */
function roleFor(person: Person, { item }: Draft): Person {
  return item.type === 'picture' && person.role === 'author' ? { ...person, role: 'photographer' } : person;
}

/** A bare surname in the sign-off (`Model reported from Seattle.`) is the author of that name, who gets the place. */
function joinBareNames(authors: readonly Person[], helpers: readonly Person[]): { authors: Person[]; contributors: Person[] } {
  const bareNames = helpers.filter(({ name }) => !name.includes(' ') && authors.some((author) => author.name.endsWith(` ${name}`)));
  const placed = authors.map((author) => {
    const location = bareNames.find(({ name }) => author.name.endsWith(` ${name}`))?.location;
    return location === undefined || author.location !== undefined ? author : { ...author, location };
  });
  return { authors: placed, contributors: helpers.filter((helper) => !bareNames.includes(helper)) };
}

/** The agencies of byline and sign-off, behind those that the file states. */
function agenciesOf({ settled, item }: Draft, readings: readonly BylineReading[]): Pick<Settled, 'agencies'> {
  const stated = [...(settled.agencies ?? item.agencies ?? [])];
  const known = new Set(stated.flatMap((agency) => [agency.code, agency.name]));
  const codes = unique(readings.flatMap((reading) => (reading.isByline ? reading.agencies : []))).filter((code) => !known.has(code));
  const added = codes.map((code) => ({
    code,
    name: AGENCIES.find((agency) => agency.code === code)?.name ?? code,
    role: 'originator' as const,
  }));
  return added.length === 0 ? {} : { agencies: [...stated, ...added] };
}

/** `AFP · 4 Feb 2019, 17:05`: a second reading of the moment of publication, the only one where the file states none. */
function momentOf(draft: Draft, head: Head | undefined): Pick<Settled, 'times'> {
  const raw = head?.readings.find((reading) => reading.published !== undefined)?.published?.raw;
  if (raw === undefined) return {};
  const instant = readTime(raw, zoneFor(draft));
  const times = draft.settled.times ?? {};
  const { published } = times;
  if (published === undefined) return instant.warning === 'no date' ? {} : { times: { ...times, published: instant } };
  const alternatives = [...(published.alternatives ?? []), { raw, utc: instant.utc, basis: instant.basis }];
  return { times: { ...times, published: { ...published, alternatives } } };
}

function zoneFor({ profile, context, settled }: Draft): TimeOptions {
  const own = profile.zones?.published ?? profile.zone;
  const zone = own ?? context.zone;
  const zoneBasis = own === undefined ? 'feed-default' : profile.kind === 'site' ? 'page-zone' : 'field-default';
  return {
    ...(zone === undefined ? {} : { zone, zoneBasis }),
    ...(profile.dayOrder === undefined ? {} : { order: profile.dayOrder }),
    ...(settled.language === undefined ? {} : { language: settled.language }),
    now: context.now,
  };
}

function explain(draft: Draft, head: Head | undefined, tail: readonly BylineReading[]): Draft {
  const lost = head?.readings.filter((reading) => !reading.isByline) ?? [];
  const evidence = head === undefined ? [] : [{ path: 'byline', ...ruleOf(head) }];
  const signed = tail.map((reading) => ({ path: 'byline.signoff', rule: reading.rule, source: `"${reading.raw.slice(0, 80)}"` }));
  const notes = lost.map(({ raw }) => ({ code: 'byline.unread', path: 'byline', detail: raw.slice(0, 200) }));
  return withNotes(withEvidence(draft, ...evidence, ...signed), ...notes);
}

function ruleOf({ readings, source }: Head): Omit<Draft['evidence'][number], 'path'> {
  return {
    rule: readings.find((reading) => reading.isByline)?.rule ?? 'byline/none',
    source: source.path,
    ...(source.span === undefined ? {} : { span: source.span }),
    rejected: readings.flatMap((reading) => reading.rejected),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
