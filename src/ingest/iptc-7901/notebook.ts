import type { Found } from '../../article/parsed-item.ts';
import { foundIn, isBlank, printed, type Line } from '../wire/lines.ts';

/** What stands below the story: notes to editors, contacts, the closing line. None of it is for readers. */
export interface Tail {
  /** The lines of the story itself, the closing line last. */
  readonly story: readonly Line[];
  readonly notes: readonly Found[];
  /** Headings of the notebook: labels, which as notes would read as marks of the story. */
  readonly labels: readonly Found[];
  readonly contacts: readonly Found[];
  readonly closing?: Found;
}

/** dpa's notebook begins with this line in every language, or with the rule that sets off what is not for publication. */
const NOTEBOOK = /^#\s(?:dpa[- ])?\p{L}|^(?:\*\s){3}\*$|^-{3,5}\s?(?:notizblock|notebook)/iu;
const RULE = /^(?:\*\s){3}\*$/u;
/** `dpa aj yyzz n1 ag`: agency and the initials of everyone who touched the story. */
const CLOSING = /^\p{Ll}[\p{Ll}-]{1,15}(?: \p{Ll}[\p{Ll}\d]{0,7}){1,8}$/u;
const SECTION = /^#{1,4}\s/u;
const ENTRY = /^\s{0,6}[-–•*]\s+/u;

/** Parts the notebook from the story. Without one the whole body is story. */
export function cutTail(body: readonly Line[]): Tail {
  const start = body.findIndex((line) => NOTEBOOK.test(printed(line).trim()));
  if (start < 0) return { story: body, notes: [], labels: [], contacts: [] };
  const tail = body.slice(start);
  const last = tail.findLast((line) => !isBlank(line));
  const closing = last !== undefined && CLOSING.test(printed(last).trim()) ? last : undefined;
  const inner = tail.filter((line) => line !== closing);
  const rule = inner.findIndex((line) => RULE.test(printed(line).trim()));
  const open = rule < 0 ? inner : inner.slice(0, rule);
  const shut = rule < 0 ? [] : inner.slice(rule);
  return {
    story: body.slice(0, start),
    notes: [...entriesOf(open), ...entriesOf(shut).slice(0, 1)],
    labels: inner.filter((line) => SECTION.test(printed(line))).map((line) => foundIn([line], cleaned([line]))),
    contacts: entriesOf(shut).slice(1),
    ...(closing === undefined ? {} : { closing: foundIn([closing]) }),
  };
}

/** The entries of a notebook: bullets and plain paragraphs. */
function entriesOf(lines: readonly Line[]): Found[] {
  const entries: Line[][] = [];
  let open = false;
  for (const line of lines) {
    const text = printed(line);
    if (isBlank(line) || RULE.test(text.trim()) || SECTION.test(text)) open = false;
    else if (open && !ENTRY.test(text)) entries.at(-1)?.push(line);
    else {
      entries.push([line]);
      open = true;
    }
  }
  return entries.map((entry) => foundIn(entry, cleaned(entry)));
}

function cleaned(entry: readonly Line[]): string {
  return foundIn(entry).text.replace(SECTION, '').replace(ENTRY, '').trim();
}
