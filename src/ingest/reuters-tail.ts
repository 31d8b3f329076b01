import type { ParsedBlock, ParsedItem } from '../article/parsed-item.ts';
import { foldSpace } from '../article/fold-space.ts';

type Contacts = NonNullable<ParsedItem['contacts']>;

/** `((ada.morel@reuters.example; +45 5550 123;))`: what desks reach each other by, a line of its own or behind the sign-off. */
const DESK_PART = /(?:(?<!\s)\s+)?\(\(\s{0,20}([^()]{3,600}(?:\([^()]{0,80}\)[^()]{0,200}){0,4})\)\)[.\s]*$/u;
/** What follows the copy for the users of terminals: `Keywords: NORDLINIE FERRY/`, `For Related News, Double Click on one of these codes:[SHIP]`. */
const TERMINAL_LINE = /^(?:keywords:|for (?:related news|relevant price information),? double.?click)/iu;
const HAS_ADDRESS = /@|\+?\d[\d\s()./-]{6,}/u;

/** Copy without what is for desks. */
export interface PublicText {
  readonly blocks: readonly ParsedBlock[];
  readonly contacts: Contacts;
}

/** Takes desk lines out of Reuters copy, wherever they stand; a bracketed remark without an address or number is text. */
export function withoutDeskLines(body: readonly ParsedBlock[]): PublicText {
  const contacts: Contacts[number][] = [];
  const blocks = body.flatMap((block): ParsedBlock[] => {
    const text = block.type === 'paragraph' ? (block.text ?? '').trim() : '';
    const [whole, desk] = DESK_PART.exec(text) ?? [];
    if (whole === undefined || desk === undefined || !HAS_ADDRESS.test(desk)) return [block];
    contacts.push({ value: foldSpace(desk) });
    const { html: _html, ...plain } = block;
    const before = text.slice(0, -whole.length);
    return before === '' ? [] : [{ ...plain, text: before }];
  });
  return { blocks, contacts };
}

/** Takes desk and terminal lines out of Reuters copy; `passed` = the terminal lines, which are kept for `x`. */
export function withoutReutersTail(body: readonly ParsedBlock[]): PublicText & { readonly passed: readonly ParsedBlock[] } {
  const isTerminal = ({ type, text }: ParsedBlock): boolean => type === 'paragraph' && TERMINAL_LINE.test((text ?? '').trim());
  return { ...withoutDeskLines(body.filter((block) => !isTerminal(block))), passed: body.filter(isTerminal) };
}
