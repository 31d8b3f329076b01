import type { Found } from '../../article/parsed-item.ts';
import { foundIn, isBlank, pathOf, printed, printedAt, spanOf, type Line } from '../wire/lines.ts';

/** A script for a film, as APTN sends it: a form, a shot list, the storyline, and the terms of use. */
export interface Script {
  /** `RESTRICTIONS`, `SOURCE`, `STORY NUMBER` …, upper case, with what stands behind the colon. */
  readonly form: ReadonlyMap<string, Found>;
  /** Sections other than the storyline: `SHOTLIST`, `RESTRICTION SUMMARY`. */
  readonly sections: readonly Found[];
  readonly storyline: readonly Line[];
  /** The legal block behind the rule. */
  readonly terms?: Found;
}

const FIELD = /^(\p{Lu}[\p{Lu} /]{2,24}):\s?(.*)$/u;
const SECTION = /^(?:shotlist|storyline|restriction summary|script|transcript|soundbites?)\s?:/iu;
const RULE = /^={10,}$/u;

/** The parts of a script; undefined where the lines are none. */
export function readScript(body: readonly Line[]): Script | undefined {
  const story = body.findIndex((line) => /^storyline\s?:/iu.test(printed(line).trim()));
  const shots = body.some((line) => /^shotlist\s?:/iu.test(printed(line).trim()));
  if (story < 0 || !shots) return undefined;
  const ruled = body.findIndex((line, index) => index > story && RULE.test(printed(line).trim()));
  const end = ruled < 0 ? body.length : ruled;
  const first = body.findIndex((line) => SECTION.test(printed(line).trim()));
  const form = new Map<string, Found>();
  for (const line of body.slice(0, first)) addField(form, line);
  const terms = body.slice(end + 1).filter((line) => !isBlank(line));
  return {
    form,
    sections: sectionsOf([...body.slice(first, story)]),
    storyline: [...behindLabel(body[story]), ...body.slice(story + 1, end)],
    ...(terms.length === 0 ? {} : { terms: foundIn(terms) }),
  };
}

function addField(form: Map<string, Found>, line: Line): void {
  const match = FIELD.exec(printed(line).trim());
  const [, name = '', value = ''] = match ?? [];
  if (match !== null && value.trim() !== '' && !form.has(name)) form.set(name, foundIn([line], value.trim()));
}

/** Each section in one text, its lines kept. */
function sectionsOf(lines: readonly Line[]): Found[] {
  const sections: Line[][] = [];
  for (const line of lines.filter((each) => !isBlank(each))) {
    if (SECTION.test(printed(line).trim())) sections.push([line]);
    else sections.at(-1)?.push(line);
  }
  return sections.map((section) => {
    const [label = ''] = printedAt(section, 0).trim().split(':');
    const name = label.toLowerCase().replace(/\s+/gu, '-');
    const text = section.map((line) => printed(line).trim()).join('\n');
    return { text, path: `${pathOf(section)}/${name}`, span: spanOf(section) };
  });
}

/** Prose may begin on the label's own line. */
function behindLabel(line: Line | undefined): Line[] {
  if (line === undefined) return [];
  const colon = line.raw.indexOf(':') + 1;
  return [{ ...line, raw: line.raw.slice(colon), start: line.start + colon }];
}
