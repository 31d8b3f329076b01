import { BadInput } from '../../faults.ts';
import { isObject, looksLikeJson, membersOf, readJson, type Json, type JsonNode } from '../json.ts';
import { linesOf } from '../wire/lines.ts';
import type { Told } from './charset.ts';
import { lineEntries, type Entry } from './entries.ts';
import type { Field, Filing } from './fields.ts';
import { kindOfLabel } from './labels.ts';

/** A form that was mailed as one JSON object: members are labels, values strings or lists of them. Undefined where the text is none. */
export function jsonForm(text: string, told: Told): Filing | undefined {
  if (!/^\s*\{/u.test(text)) return undefined;
  const root = rootOf(text, told);
  if (root === undefined || !isObject(root.value)) return undefined;
  const fields = membersOf(root).flatMap(({ name, node }): Field[] => {
    const value = valueOf(node.value);
    return value === '' ? [] : [{ kind: kindOfLabel(name) ?? 'other', label: name, value, path: node.pointer }];
  });
  if (fields.filter(({ kind }) => kind !== 'other').length < 2) return undefined;
  const story = fields
    .filter(({ kind }) => kind === 'body')
    .flatMap(({ value }, index): Entry[] => lineEntries(linesOf(value), index * 10_000));
  return { fields: fields.filter(({ kind }) => kind !== 'body'), above: [], story };
}

function rootOf(text: string, told: Told): JsonNode | undefined {
  const document = { bytes: new Uint8Array(), text: text.trim(), encoding: 'utf-8', encodingBasis: 'declaration', repairs: [] };
  if (!looksLikeJson(document.text)) return undefined;
  try {
    const { root, repairs } = readJson(document);
    repairs.forEach(told);
    return root;
  } catch (thrown) {
    if (thrown instanceof BadInput) return undefined;
    throw thrown;
  }
}

/** All strings and numbers of a value, one below the other; empty answers say nothing. */
function valueOf(value: Json): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (value === true) return 'true';
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value)
    .map((one: Json) => valueOf(one))
    .filter((one) => one !== '')
    .join('\n');
}
