import { detectLanguage } from '../detect-language.ts';
import { settle, withEvidence, type Draft, type Step } from '../draft.ts';

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'yi', 'dv', 'ku', 'sd', 'ug']);
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;

/** Settles `language` (BCP 47) and `dir`: as the source declares it, else as the profile knows it, else as the text reads. */
export const language: Step = {
  name: 'language',
  run(draft) {
    const { tag, rule, source } = decide(draft);
    if (tag === undefined) return draft;
    const dir = RIGHT_TO_LEFT.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
    return withEvidence(settle(draft, { language: tag, languageBasis: rule, dir }), { path: 'language', rule: `language/${rule}`, source });
  },
};

function decide(draft: Draft): { tag?: string; rule: string; source: string } {
  const declared = draft.item.language;
  if (declared !== undefined && TAG.test(declared.text.trim()))
    return { tag: normalTag(declared.text.trim()), rule: 'declared', source: declared.path };
  if (draft.profile.language !== undefined) return { tag: draft.profile.language, rule: 'profile', source: `profile:${draft.profile.id}` };
  const text = sampleOf(draft);
  const tag = text.length < 20 ? undefined : detectLanguage(text);
  return { ...(tag === undefined ? {} : { tag }), rule: 'detected', source: 'body' };
}

/** `EN_us` gives `en-US`. */
function normalTag(tag: string): string {
  const [primary = '', ...rest] = tag.replaceAll('_', '-').split('-');
  return [primary.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join('-');
}

function sampleOf({ item, body }: Draft): string {
  const parts = [item.headline?.text ?? '', ...body.slice(0, 8).map((block) => block.text ?? '')];
  return parts.join('\n').trim().slice(0, 2_000);
}
