import type { AgencyEntry } from './agency-entry.ts';
import { PICTURE_AGENCIES } from './picture-agencies.ts';
import { PRESS_RELEASE_AGENCIES } from './press-release-agencies.ts';
import { WIRE_AGENCIES } from './wire-agencies.ts';

export type { AgencyEntry } from './agency-entry.ts';

/** All agencies that copy names, wires first. */
export const AGENCIES: readonly AgencyEntry[] = [...WIRE_AGENCIES, ...PRESS_RELEASE_AGENCIES, ...PICTURE_AGENCIES];

/** From here on a form is long enough that its case does not matter: `REUTERS`, but not `ap`. */
const CASE_FREE_LENGTH = 5;
const LONGEST_NAME = 60;
const LONGEST_LIST = 300;
const UNCASED = /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;

const exact = new Map<string, AgencyEntry>();
const folded = new Map<string, AgencyEntry>();
for (const agency of AGENCIES) {
  for (const form of [agency.code, agency.name, ...agency.aliases]) {
    if (!exact.has(form)) exact.set(form, agency);
    const key = fold(form);
    if (form.length >= CASE_FREE_LENGTH && !folded.has(key)) folded.set(key, agency);
  }
}

/** The agency that the whole string names, by code, name or alias; short codes only in their printed case (`AP`, not `ap`). */
export function agencyOf(text: string): AgencyEntry | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const form = text
    .trim()
    .replace(/\s{1,10}/gu, ' ')
    .replace(/^[("/]+/u, '')
    .replace(/(?<![)"/:;,])[)"/:;,]+$/u, '')
    .trim();
  return exact.get(form) ?? folded.get(fold(form)) ?? exact.get(form.replace(/\.$/u, ''));
}

/**
 * The agencies of a list (`AFP/AP`, `NTB-AFP-DPA`, `APA/sda/dpa`, `AFP, EFE y Reuters`) in printed order without repeats;
 * empty where any part of the list is something else.
 */
export function agenciesIn(text: string): readonly AgencyEntry[] {
  if (text.length > LONGEST_LIST) return [];
  const parts = splitList(text);
  const found = parts.map((part) => agencyOf(part));
  return found.every((agency) => agency !== undefined) ? [...new Set(found)] : [];
}

/** Cuts at slashes, commas, plus signs and words for "and"; at hyphens only where the part is no agency itself (`ITAR-TASS`). */
function splitList(text: string): readonly string[] {
  return text
    .split(/(?:(?<!\s)\s+)?[/,;+|·&،、]\s*|(?<!\s)\s+(?:(?:and|und|et|y|e|och|og|en|ja|i|и|و|with|mit|avec|con|com|met|med)|[-–—])\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => (agencyOf(part) !== undefined || !/[-–]/u.test(part) ? [part] : part.split(/[-–]/u)));
}

function fold(form: string): string {
  return UNCASED.test(form) ? form : form.toLowerCase().replaceAll('’', "'");
}
