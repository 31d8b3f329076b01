const FIELD = /^([\x21-\x39\x3b-\x7e]{1,80})[ \t]*:(.*)$/;
/** Header lines that are looked at; no mail has more before its `From`. */
const MOST_LINES = 400;
const LONGEST_HEAD = 100_000;
const LEAD = /^[\s\x00]*/;
const LINE_END = /\r\n|\n|\r/g;

/**
 * Whether a text begins with the header block of a mail (RFC 5322 section 2.2): fields, of which one only a mail has, or a sender with
 * what goes with one. Blank lines and an mbox `From ` line may stand before it.
 */
export function isMail(text: string): boolean {
  const seen = new Set<string>();
  let count = 0;
  for (const line of headLines(text)) {
    if (/^[ \t]/.test(line) || /^>?From [^:\s]/.test(line)) continue;
    const field = FIELD.exec(line);
    if (field === null) break;
    count += 1;
    const sign = signOf((field[1] ?? '').toLowerCase(), field[2] ?? '');
    if (sign !== undefined) seen.add(sign);
  }
  if (count < 2) return false;
  if (seen.has('mail')) return true;
  return seen.has('sender') && (seen.has('date') || seen.has('to') || seen.has('subject'));
}

/** The first lines up to a blank one, cut one by one: most texts are told by their first. */
function* headLines(text: string): Generator<string> {
  let at = LEAD.exec(text.slice(0, LONGEST_HEAD))?.[0].length ?? 0;
  for (let count = 0; count < MOST_LINES && at < LONGEST_HEAD; count += 1) {
    LINE_END.lastIndex = at;
    const end = LINE_END.exec(text);
    const line = text.slice(at, end?.index);
    if (line === '') return;
    yield line;
    if (end === null) return;
    at = LINE_END.lastIndex;
  }
}

/** What a header field tells: that this is a `mail`, or one of the parts that make one together. */
function signOf(name: string, value: string): string | undefined {
  switch (name) {
    case 'message-id':
      return /<[^<>\s]+>|\S@\S/.test(value) ? 'mail' : undefined;
    case 'mime-version':
      return /^\s*(?:\([^)]*\)\s*)?\d/.test(value) ? 'mail' : undefined;
    case 'received':
    case 'x-received':
      return /\b(?:from|by|with)\b/i.test(value) ? 'mail' : undefined;
    case 'return-path':
    case 'delivered-to':
    case 'from':
    case 'sender':
    case 'reply-to':
      return /\S@\S/.test(value) ? 'sender' : undefined;
    case 'date':
    case 'subject':
    case 'to':
      return name;
    default:
      return undefined;
  }
}
