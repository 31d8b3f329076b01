import { Type, type TUnsafe } from 'typebox';

/** One of some words, as a JSON Schema `enum`. */
export function oneOf<const Words extends readonly string[]>(words: Words): TUnsafe<Words[number]> {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] });
}
