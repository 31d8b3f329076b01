import type { Found, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import type { Repair } from '../../article/provenance.ts';
import { BadInput } from '../../faults.ts';
import { bodyWithPictures } from '../body-pictures.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { linesOf } from '../wire/lines.ts';
import { publicUrl } from '../web-address.ts';
import { attachmentsOf, type Attachments } from './attachments.ts';
import type { Told } from './charset.ts';
import { contentsOf, type Contents, type Piece } from './contents.ts';
import { blocksOfEntries, lineEntries, type Entry } from './entries.ts';
import { envelopeOf, foundIn, headerRest, idsIn, subjectOf } from './envelope.ts';
import { filingOf, type Filing } from './fields.ts';
import { filedFields } from './filed.ts';
import { layersOf, type Layers } from './forwarded.ts';
import { sortEntries, withoutPrograms } from './furniture.ts';
import { headOf } from './head.ts';
import { valueOf } from './header.ts';
import { htmlEntries } from './html-entries.ts';
import { jsonForm } from './json-form.ts';
import type { Part } from './part.ts';

const LINES_OF_A_PIECE = 100_000;
const KILL = /^\W{0,4}(?:mandatory |bulletin )?(?:kill|annul|withdraw|retract|storn|zurückgezogen|retrait|anulaci)/iu;
/** The title of a release stands below its letterhead. */
const TITLE_WITHIN = 4;
const SLUG = /^(?=.{3,60}$)[\p{Lu}\d][\p{Lu}\d'’&.]*(?:[-/_][\p{Lu}\d'’&.]+)+\/?$/u;
const BYLINE = /^(?:by|von|par|por|di|door|av|af)\s\p{Lu}.{2,70}$/iu;

const NO_TEXT: Omit<Text, 'filing' | 'story'> = {
  layers: { story: [], cover: [], history: [] },
  notes: [],
  contacts: [],
  furniture: [],
  release: undefined,
};

/** A mail read: its own item, where it tells something, and the mails inside it. */
export interface Message {
  /** Reads the item. @throws {BadInput} `email.no-text` */
  readonly read: (index: number) => ParsedItem;
  readonly inner: readonly Part[];
  /** Whether the mail is only the cover of those inside it. */
  readonly isCover: boolean;
}

/** @throws {BadInput} `email.encrypted` */
export function openMail(mail: Part): Message {
  const repairs: Repair[] = [];
  const told: Told = (repair) => {
    if (!repairs.some(({ code, detail }) => code === repair.code && detail === repair.detail)) repairs.push(repair);
  };
  const contents = contentsOf(mail, told);
  const text = textOf(contents, mail, told);
  const isCover = contents.mails.length > 0 && text.story.length === 0 && text.filing.fields.length === 0;
  return { read: (index) => ({ ...itemOf(mail, { contents, text, told, index }), repairs }), inner: contents.mails, isCover };
}

/** The text of a mail, laid open. */
interface Text {
  readonly layers: Layers;
  readonly filing: Filing;
  readonly story: readonly Entry[];
  /** Above, in and below the labelled head. */
  readonly notes: readonly string[];
  readonly contacts: readonly string[];
  readonly furniture: readonly Entry[];
  readonly release: Entry | undefined;
  readonly slugline?: Found;
}

function textOf({ pieces }: Contents, mail: Part, told: Told): Text {
  const { passedOn } = subjectOf(foundIn(mail.header, 'subject', told)?.text ?? '');
  const [only] = pieces;
  const form = pieces.length === 1 && only?.kind === 'plain' ? jsonForm(only.text, told) : undefined;
  if (form !== undefined) return { ...NO_TEXT, filing: form, story: form.story };
  const layers = layersOf(pieces.flatMap(entriesOf), passedOn);
  const { written, furniture } = withoutPrograms(layers.story);
  const top = headOf(written);
  const filing = filingOf(top.rest);
  const above = headOf(filing.above);
  const { story, head, contacts } = sortEntries(filing.story);
  const heads = [top.head, above.head, head];
  return {
    layers,
    filing,
    notes: [...top.head.notes, ...above.head.notes, ...above.rest.map(({ text }) => text), ...head.notes],
    contacts,
    furniture: [...furniture, ...heads.flatMap(({ greetings }) => greetings)],
    release: heads.map(({ release }) => release).find((entry) => entry !== undefined),
    ...slugAbove(story, filing),
  };
}

/** Behind a labelled head, a short line directly above the byline is the slug. */
function slugAbove(story: readonly Entry[], { fields }: Filing): { story: readonly Entry[]; slugline?: Found } {
  const [first, second] = story;
  const isSlug = fields.length > 0 && !fields.some(({ kind }) => kind === 'slugline') && (first?.text.length ?? 99) <= 40;
  if (!isSlug || first === undefined || second === undefined || !BYLINE.test(second.text) || /[.!?]$/u.test(first.text)) return { story };
  return { story: story.slice(1), slugline: { text: first.text, path: first.path } };
}

function entriesOf({ kind, text, part }: Piece, index: number): Entry[] {
  const offset = index * LINES_OF_A_PIECE;
  const entries = kind === 'html' ? htmlEntries(text, `part:${part.id}`, offset) : lineEntries(linesOf(text), offset);
  // A byline is a line of its own, whatever stands right below it.
  return entries.map((entry, at) => (BYLINE.test(entries[at - 1]?.text ?? '') ? { ...entry, gap: true } : entry));
}

interface Opened {
  readonly contents: Contents;
  readonly text: Text;
  readonly told: Told;
  readonly index: number;
}

function itemOf(mail: Part, { contents, text, told, index }: Opened): ParsedItem {
  const { header } = mail;
  const envelope = envelopeOf(header, told);
  const filed = filedFields(text.filing.fields);
  const files = attachmentsOf(contents.files, told);
  const titles = titlesOf(mail, text, filed, told);
  const { body, media } = bodyOf(text.story, titles.headline, files, text.filing);
  if (body.length === 0 && media.length === 0 && titles.headline === undefined)
    throw new BadInput('email.no-text', {
      message: 'The mail has neither a subject nor a text',
      hint: 'Ask the sender whether the text was lost on the way',
      where: { item: index },
    });
  const { rest: filedRest, ...fields } = filed;
  const notes = (texts: readonly string[], path: string): Found[] => texts.map((note) => ({ text: note, path }));
  return {
    index,
    type: body.length === 0 && media.length > 0 ? (media[0]?.type === 'document' ? 'text' : (media[0]?.type ?? 'text')) : 'text',
    ...defined({ ...envelope, ...fields }),
    ...titles,
    ...defined({
      hint: isAutomatic(mail) ? ('advisory' as const) : undefined,
      kills: killsOf(mail, told),
      keywords: orNothing([...(envelope.keywords ?? []), ...(fields.keywords ?? [])]),
      altIds: orNothing([...(envelope.altIds ?? []), ...(fields.altIds ?? [])]),
      contacts: orNothing([
        ...envelope.contacts,
        ...quotedContacts(text.layers),
        ...(fields.contacts ?? []),
        ...text.contacts.map((value) => ({ value })),
      ]),
      ednotes: orNothing([
        ...titles.ednotes,
        ...(envelope.ednotes ?? []),
        ...notes(
          text.layers.cover.map((entry) => entry.text),
          'text/cover',
        ),
        ...(fields.ednotes ?? []),
        ...notes(text.notes, 'text/note'),
      ]),
      markers: orNothing([
        ...(text.release === undefined ? [] : [{ text: 'Press release', path: text.release.path }]),
        ...(fields.markers ?? []),
      ]),
      links: orNothing([...(envelope.links ?? []), ...files.links]),
      media: orNothing(media),
      truncated: body.length === 0 && files.links.length > 0 ? true : undefined,
    }),
    body,
    rest: [
      ...headerRest(header, told),
      ...filedRest,
      ...files.rest,
      ...text.furniture.map(({ text: line, path }) => ({ text: line, path: `furniture/${path}` })),
      ...text.layers.history.map(({ text: line, path }) => ({ text: line, path: `history/${path}` })),
    ],
  };
}

/** The text's own headline wins over the subject, which then is a slug or is kept for the desk; a forwarded subject wins over the outer one. */
function titlesOf(
  mail: Part,
  { layers, slugline: byShape }: Text,
  filed: Partial<ParsedItem>,
  told: Told,
): Pick<ParsedItem, 'headline' | 'slugline'> & { readonly ednotes: readonly Found[] } {
  const outer = foundIn(mail.header, 'subject', told);
  const quoted = layers.quoted?.subject;
  const written = quoted === undefined ? outer : { text: quoted, path: 'text/forwarded/Subject' };
  const bare = written === undefined ? '' : subjectOf(written.text).text;
  const subject = written === undefined || bare === '' ? undefined : { ...written, text: bare };
  const slugline = filed.slugline ?? byShape;
  if (filed.headline === undefined || subject === undefined)
    return { ...defined({ headline: filed.headline ?? subject, slugline }), ednotes: [] };
  if (slugline === undefined && SLUG.test(subject.text)) return { headline: filed.headline, slugline: subject, ednotes: [] };
  const isSame = subject.text.toLowerCase() === filed.headline.text.toLowerCase();
  return { headline: filed.headline, ...defined({ slugline }), ednotes: isSame ? [] : [subject] };
}

function bodyOf(
  story: readonly Entry[],
  headline: Found | undefined,
  files: Attachments,
  { fields }: Filing,
): { body: ParsedItem['body']; media: ParsedMedia[] } {
  const own = new Set(files.media.map(({ key }) => key));
  const blocks = blocksOfEntries(story);
  const title = blocks.slice(0, TITLE_WITHIN).find(({ text }) => headline !== undefined && repeatsIn(headline.text, text ?? ''));
  const others = blocks.filter((block) => block !== title);
  const { body, pictures } = bodyWithPictures(others.length > 0 ? others : blocks, (address) =>
    address?.startsWith('cid:') === true ? (own.has(address) ? address : undefined) : publicUrl(address),
  );
  const captions = fields.filter(({ kind, value }) => kind === 'caption' && value !== '');
  const credits = fields.filter(({ kind, value }) => kind === 'credit' && value !== '');
  const media = files.media.map((one, place) => {
    const shown = pictures.find(({ key }) => key === one.key);
    const caption = captions[place] ?? (files.media.length === 1 ? captions[0] : undefined);
    const credit = credits[place] ?? credits[0];
    return {
      ...one,
      ...(shown?.caption === undefined ? {} : { caption: shown.caption }),
      ...(caption === undefined ? {} : { caption: { text: caption.value, path: caption.path } }),
      ...(credit === undefined ? {} : { credit: { text: credit.value, path: credit.path } }),
    };
  });
  const remote = pictures.filter(({ key }, place) => !own.has(key) && pictures.findIndex((one) => one.key === key) === place);
  return { body, media: [...media, ...remote] };
}

/** A subject may say `Press release:` before the title that the text begins with. */
function repeatsIn(headline: string, first: string): boolean {
  const [whole, part] = [squash(headline), squash(first)];
  return part !== '' && (whole === part || (part.length >= 20 && whole.endsWith(part)));
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function quotedContacts({ quoted }: Layers): { value: string }[] {
  return [quoted?.from, quoted?.to].filter((value) => value !== undefined && value !== '').map((value) => ({ value: value ?? '' }));
}

/** A mail that kills answers the one that it kills. */
function killsOf(mail: Part, told: Told): ParsedItem['kills'] {
  const subject = subjectOf(foundIn(mail.header, 'subject', told)?.text ?? '').text;
  const answered = idsIn(valueOf(mail.header, 'in-reply-to'))[0] ?? idsIn(valueOf(mail.header, 'references')).at(-1);
  return KILL.test(subject) && answered !== undefined ? [{ by: 'Message-ID', value: answered }] : undefined;
}

/** Bounces, receipts and notes of absence (RFC 3834, RFC 6522). */
function isAutomatic({ header, type }: Part): boolean {
  const automatic = (valueOf(header, 'auto-submitted') ?? 'no').trim().toLowerCase();
  return type === 'multipart/report' || automatic === 'auto-replied' || valueOf(header, 'x-autoreply') !== undefined;
}
