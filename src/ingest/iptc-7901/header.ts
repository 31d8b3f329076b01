import { printed, type Line } from '../wire/lines.ts';

/** The first line of an IPTC 7901 message, as written. */
export interface Header {
  /** Mnemonic of the service: `bdt`, `eca`, `v`. */
  readonly service: string;
  readonly number: string;
  /** 1 (flash) to 6. */
  readonly priority: string;
  readonly category: string;
  readonly words: string;
  /** Routing options between word count and agency: `ccccb`, `1tvbr`. */
  readonly options?: string;
  readonly agency?: string;
  readonly agencyNumber?: string;
}

/** `<service><number> <priority> <category> <words> [<options>] [<agency> <number>] [<reference>]`. */
const HEADER = /^(\p{L}[\p{L}-]{0,24}?)(\d{3,4}) (\d) (\p{L}[\p{L}-]{0,7}) {1,4}(\d{1,6})(?= |$)(.{0,80})$/u;
const AGENCY = /^(\p{L}[\p{L}\d-]{1,29})$/u;

export function readHeader(line: Line): Header | undefined {
  const match = HEADER.exec(printed(line).trim());
  if (match === null) return undefined;
  const [, service = '', number = '', priority = '', category = '', words = '', rest = ''] = match;
  const tokens = rest.split(' ').filter((token) => token !== '');
  const numbered = tokens.findIndex((token, index) => AGENCY.test(token) && /^\d{2,4}$/u.test(tokens[index + 1] ?? ''));
  const [agency, agencyNumber] = numbered < 0 ? [] : tokens.slice(numbered, numbered + 2);
  const options = (numbered < 0 ? tokens : [...tokens.slice(0, numbered), ...tokens.slice(numbered + 2)]).join(' ');
  return {
    service,
    number,
    priority,
    category,
    words,
    ...(options === '' ? {} : { options }),
    ...(agency === undefined ? {} : { agency }),
    ...(agencyNumber === undefined ? {} : { agencyNumber }),
  };
}
