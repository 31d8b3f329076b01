import type { ParsedBlock, ParsedItem } from '../article/parsed-item.ts';

type Contacts = NonNullable<ParsedItem['contacts']>;

/** `((ada.morel@reuters.example; +45 5550 123;))`: what desks reach each other by, a line of its own or behind the sign-off. */
const DESK_PART = /\s*\(\(\s*([^()]{3,600}(?:\([^()]{0,80}\)[^()]{0,200}){0,4})\)\)[.\s]*$/u;
/** What follows the copy for the users of terminals: `Keywords: NORDLINIE FERRY/`, `For Related News, Double Click on one of these codes:[SHIP]`. */
const TERMINAL_LINE = /^(?:keywords:|for (?:related news|relevant price information),? double.?click)/iu;
const HAS_ADDRESS = /@|\+?\d[\d\s()./-]{6,}/u;

/** Reuters copy without the lines that are for desks and terminals. */
export interface ReutersText {
  readonly blocks: readonly ParsedBlock[];
  readonly contacts: Contacts;
  /** Blocks that are kept for `x`. */
  readonly passed: readonly ParsedBlock[];
}

/** Takes desk and terminal lines out of Reuters copy; a bracketed remark without an address or number is text. */
export function withoutReutersTail(body: readonly ParsedBlock[]): ReutersText {
  const contacts: Contacts[number][] = [];
  const passed: ParsedBlock[] = [];
  const blocks = body.flatMap((block): ParsedBlock[] => {
    const text = block.type === 'paragraph' ? (block.text ?? '').trim() : '';
    if (TERMINAL_LINE.test(text)) {
      passed.push(block);
      return [];
    }
    const [whole, desk] = DESK_PART.exec(text) ?? [];
    if (whole === undefined || desk === undefined || !HAS_ADDRESS.test(desk)) return [block];
    contacts.push({ value: desk.replace(/\s+/gu, ' ').trim() });
    const { html: _html, ...plain } = block;
    const before = text.slice(0, -whole.length);
    return before === '' ? [] : [{ ...plain, text: before }];
  });
  return { blocks, contacts, passed };
}
