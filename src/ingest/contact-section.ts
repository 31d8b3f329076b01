import type { ParsedBlock, ParsedItem } from '../article/parsed-item.ts';

/** Headings above the people whom the press may ring. Source: exchange releases of NTB and STT's sites, Business Wire; read 2026-11-25. Lower case. */
const HEADINGS: ReadonlySet<string> = new Set([
  'contact',
  'contacts',
  'contact information',
  'media contact',
  'media contacts',
  'press contact',
  'press contacts',
  'investor contacts',
  'kontakt',
  'kontakter',
  'kontakte',
  'kontaktperson',
  'kontaktpersoner',
  'pressekontakt',
  'pressekontakter',
  'presskontakt',
  'yhteyshenkilöt',
  'yhteystiedot',
  'contacto',
  'contactos',
  'contatti',
  'contacts presse',
  'contact presse',
]);
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/;
const PHONE = /(?:\+|\b0)\d[\d\s()/.-]{6,20}\d/;

/** Takes a section of contacts off a release: its heading and what is below it, as far as that names phones or mail addresses. */
export function withoutContacts(blocks: readonly ParsedBlock[]): {
  readonly blocks: readonly ParsedBlock[];
  readonly contacts: NonNullable<ParsedItem['contacts']>;
} {
  const start = blocks.findIndex((block, index) => isHeading(block) && isContact(blocks[index + 1]));
  if (start < 0) return { blocks, contacts: [] };
  const length = blocks.slice(start + 1).findIndex((block) => !isContact(block));
  const end = length < 0 ? blocks.length : start + 1 + length;
  const lines = blocks.slice(start + 1, end).flatMap((block) => block.items?.map(({ text }) => text) ?? [block.text ?? '']);
  return {
    blocks: [...blocks.slice(0, start), ...blocks.slice(end)],
    contacts: lines.map((value) => ({ name: headingOf(blocks[start]), value })),
  };
}

/** What stands above the contacts, as their name: nothing of a release is lost. */
function headingOf(block: ParsedBlock | undefined): string {
  return (block?.text ?? '').trim().replace(/:$/, '');
}

function isHeading(block: ParsedBlock): boolean {
  return (block.type === 'heading' || block.type === 'paragraph') && HEADINGS.has(headingOf(block).toLowerCase());
}

function isContact(block: ParsedBlock | undefined): boolean {
  const texts = block?.items?.map(({ text }) => text) ?? [block?.text ?? ''];
  const named = block?.type === 'list' || block?.type === 'paragraph';
  return named && texts.every((text) => ADDRESS.test(text) || PHONE.test(text));
}
