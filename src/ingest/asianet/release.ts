import { isBlank, linesOf, printed, printedAt, type Line } from '../wire/lines.ts';

/** A press release as AsiaNet sends it: who speaks, its number, the headline, the story, who speaks. */
export interface Release {
  readonly source: Line;
  readonly number: Line;
  readonly headline: readonly Line[];
  readonly story: readonly Line[];
  readonly contacts: readonly Line[];
  /** `Photo - http://…`, `Logo - http://…` */
  readonly pictures: readonly (readonly Line[])[];
  /** `SOURCE: …` below the story. */
  readonly closing: readonly Line[];
}

const SOURCE = /^source:\s*(\S.{0,200})$/iu;
const NUMBER = /^media release\s+(?:no\.?\s*)?([A-Z]{0,3}\d{3,8})$/iu;
const CLOSING = /^source\b:?\s*\S.{0,200}$/iu;
const CONTACT =
  /^(?:(?:media|press|investor(?:s| relations)?|company|pr)\s+)?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))(?:\s+information)?\b:?/iu;
const PICTURE = /^(?:photos?|logos?|videos?|images?)\s+-\s*(?:https?:\/\/\S+)?$/iu;
const ADDRESS = /^https?:\/\/\S+$/iu;
/** Headlines are wrapped at the same width as the text. */
const LONGEST_HEADLINE = 5;
const LONGEST_CONTACT = 90;

/** Whether a text begins with the two lines above every release: `Source: …`, `MEDIA RELEASE PR12345`. */
export function isRelease(text: string): boolean {
  const [first, second] = linesOf(text.slice(0, 2_000)).filter((line) => !isBlank(line));
  return first !== undefined && second !== undefined && SOURCE.test(shown(first)) && NUMBER.test(shown(second));
}

/** Cuts a release into its parts; every line that is not blank is in one of them. Undefined where the two lines above are missing. */
export function releaseOf(text: string): Release | undefined {
  const lines = linesOf(text);
  const at = lines.findIndex((line) => !isBlank(line));
  const below = lines.findIndex((line, index) => index > at && !isBlank(line));
  const source = lines[at];
  const number = lines[below];
  if (source === undefined || number === undefined) return undefined;
  const { headline, rest } = cutHeadline(lines.slice(below + 1));
  const { pictures, text: read } = cutPictures(rest);
  const closing = read.findLastIndex((line) => CLOSING.test(shown(line)));
  const told = closing < 0 ? read : read.slice(0, closing);
  const contact = told.findIndex((line, index) => CONTACT.test(shown(line)) && told.slice(index).every(isOfContacts));
  return {
    source,
    number,
    headline,
    story: contact < 0 ? told : told.slice(0, contact),
    contacts: contact < 0 ? [] : told.slice(contact).filter((line) => !isBlank(line)),
    pictures,
    closing: closing < 0 ? [] : read.slice(closing).filter((line) => !isBlank(line)),
  };
}

/** `Queen's Prize` of `Source: Queen's Prize`. */
export function speakerOf(line: Line): string {
  return (SOURCE.exec(shown(line))?.[1] ?? '').trim();
}

/** `PR12345` of `MEDIA RELEASE PR12345`. */
export function numberOf(line: Line): string {
  return NUMBER.exec(shown(line))?.[1] ?? '';
}

function shown(line: Line): string {
  return printed(line).trim();
}

function cutHeadline(lines: readonly Line[]): { headline: readonly Line[]; rest: readonly Line[] } {
  const start = lines.findIndex((line) => !isBlank(line));
  if (start < 0) return { headline: [], rest: [] };
  const length = lines.slice(start).findIndex(isBlank);
  if (length < 0 || length > LONGEST_HEADLINE) return { headline: lines.slice(start, start + 1), rest: lines.slice(start + 1) };
  return { headline: lines.slice(start, start + length), rest: lines.slice(start + length) };
}

/** Addresses of pictures stand between paragraphs, in the line of their label or the next. */
function cutPictures(lines: readonly Line[]): { pictures: (readonly Line[])[]; text: Line[] } {
  const pictures: (readonly Line[])[] = [];
  const text: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const next = lines[index + 1];
    if (!PICTURE.test(shown(line))) text.push(line);
    else if (/https?:/iu.test(printedAt(lines, index))) pictures.push([line]);
    else if (next !== undefined && ADDRESS.test(shown(next))) {
      pictures.push([line, next]);
      index += 1;
    } else text.push(line);
  }
  return { pictures, text };
}

/** Names, posts, numbers and addresses: short lines, not prose. */
function isOfContacts(line: Line): boolean {
  return shown(line).length <= LONGEST_CONTACT;
}
