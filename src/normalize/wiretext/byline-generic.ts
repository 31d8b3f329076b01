import { GENERIC_FILLERS, GENERIC_NOUNS } from '../lexicon/desk-words.ts';

/** True for a byline that names no person: `Our Foreign Staff`, `Court Reporter`, `Staff and news service reports`, `red`. */
export function isGeneric(text: string): boolean {
  const words = text
    .toLowerCase()
    .replace(/(?<![.:\s])[.:\s]+$/u, '')
    .split(/[\s/]+/u);
  return (
    words.length <= 8 &&
    words.some((word) => GENERIC_NOUNS.has(word)) &&
    words.every((word) => GENERIC_NOUNS.has(word) || GENERIC_FILLERS.has(word))
  );
}

/** `JERUSALEM POST STAFF`, `Redacción Diario Ejemplo`, `DAILY NEWS Reporter`: the name of the house around a generic word. */
export function houseOf(text: string): string | undefined {
  const words = text.replace(/(?<![.:\s])[.:\s]+$/u, '').split(/\s+/u);
  if (words.length < 2 || words.length > 6 || /[,;/|]/u.test(text)) return undefined;
  const at = words.findIndex((word) => GENERIC_NOUNS.has(word.toLowerCase()));
  const edge = at === 0 || at === words.length - 1;
  const rest = words.filter((_word, index) => index !== at);
  return edge && rest.every((word) => /^[\p{Lu}\d]/u.test(word)) ? rest.join(' ') : undefined;
}
