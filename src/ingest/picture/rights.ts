import { foldSpace } from '../../article/fold-space.ts';

/**
 * What a subscriber must do or leave, as photo desks write it into Special Instructions and usage terms. Clauses, not the whole note:
 * the note itself is internal. Source: instructions of AFP, AP, EPA, Getty, dpa, Reuters, PA pictures; read 2026-11-25.
 */
const RESTRICTS =
  /\bno (?:archiv|sale|resale|use\b|usage|commercial|marketing|advertis|third|internet|tv\b|tablo|magazine|model)|\bmandatory credit|\beditorial use|\brestricted|\bnot for\b|\b(?:out|only)\W*$|\bout\b[ ,:]|\bone[- ]time use|redaktionelle|\bnur (?:zur|für|mit)|usage (?:éditorial|unique)|\bcrédit obligatoire|uso editorial|solo uso/i;

/** The clauses of an instruction that bind whoever prints the picture, each once. */
export function restrictionsIn(texts: readonly string[]): string[] {
  const clauses = texts.flatMap((text) => text.slice(0, 8_000).split(/[;\r\n]+|\s[-–—|]\s|[.!](?=\s|$)/u));
  const trimmed = clauses.map(foldSpace).filter((clause) => clause !== '');
  return [...new Set(trimmed.filter((clause) => RESTRICTS.test(clause)))];
}
