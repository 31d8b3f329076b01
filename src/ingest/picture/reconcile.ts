import type { Found } from '../../article/parsed-item.ts';
import { foldSpace } from '../../article/fold-space.ts';
import type { Repair } from '../../article/provenance.ts';
import { hasZone, isSameMoment } from './moment.ts';

/** Where a value stands. */
type From = 'exif' | 'iim' | 'xmp';

/** What each of the three says of one property; absent or empty where it says nothing. */
export interface Said {
  readonly exif?: readonly Found[];
  readonly iim?: readonly Found[];
  readonly xmp?: readonly Found[];
  /** Most bytes that IIM holds of it. */
  readonly limit?: number;
}

/** Chooses the value of each property and keeps what the others said. */
export interface Reconciler {
  readonly choose: (name: string, said: Said) => readonly Found[];
  /** Of moments, one with a zone beats one without: alone it names an instant. */
  readonly chooseTime: (name: string, said: Said) => Found | undefined;
  /** One `picture.conflict` for each property whose sources disagree: which holds, and what the others say. */
  readonly conflicts: () => readonly Repair[];
}

/** Texts that cameras write where nobody has written a description. Source: ExifTool forum and measured files; read 2026-11-25. */
const NO_DESCRIPTION =
  /^(?:(?:olympus|minolta|konica minolta|samsung|sony|ricoh|asus)? ?(?:digital camera|dsc|camera pictures?)|exif[_ ]jpeg(?:[_ ]picture)?|dcim\\?|default|untitled|picture|sam_\d+|dav|hdr\w*|mde|binary comment|<digimax[^>]{1,20}>)$/i;

/**
 * Metadata Working Group, Guidelines for Handling Image Metadata 2.0 (November 2010), chapters 3 and 5: Exif first where it has the property
 * (description, creator, copyright, moments); then XMP, or IIM where the digest beside it shows that IIM was changed since XMP was
 * written; an IIM value that is only cut at its longest length gives way to the whole one. Two deviations, for what is sent and not what a camera
 * assumes: placeholder descriptions count as absent, and so do letters that Exif's ASCII lost.
 * `isInStep` = the digest agrees; undefined = there is none.
 */
export function createReconciler(isInStep: boolean | undefined): Reconciler {
  const order: readonly From[] = isInStep === false ? ['exif', 'iim', 'xmp'] : ['exif', 'xmp', 'iim'];
  const found: Repair[] = [];
  const candidatesOf = (said: Said): Candidate[] =>
    order.flatMap((from) => {
      const values = (said[from] ?? []).filter(({ text }) => text.trim() !== '' && !(from === 'exif' && NO_DESCRIPTION.test(text.trim())));
      return values.length === 0 ? [] : [{ from, values }];
    });
  const note = (name: string, winner: Candidate, others: readonly Candidate[]): void => {
    if (others.length === 0) return;
    const rest = others.map(({ from, values }) => `${from} ${quoted(values)}`).join(', ');
    found.push({ code: 'picture.conflict', detail: `${name}: ${winner.from} ${quoted(winner.values)} holds, not ${rest}` });
  };
  return {
    choose(name, said) {
      const candidates = candidatesOf(said);
      const first = candidates[0];
      if (first === undefined) return [];
      const whole = candidates.find((other) => other !== first && isPoorer(first, other, said.limit)) ?? first;
      note(
        name,
        whole,
        candidates.filter((other) => !isSame(whole, other) && !isPoorer(other, whole, said.limit)),
      );
      return whole.values;
    },
    chooseTime(name, said) {
      const candidates = candidatesOf(said);
      const first = candidates.find(({ values }) => hasZone(momentIn(values))) ?? candidates[0];
      if (first === undefined) return undefined;
      note(
        name,
        first,
        candidates.filter((other) => !isSameMoment(momentIn(first.values), momentIn(other.values))),
      );
      return first.values[0];
    },
    conflicts: () => found,
  };
}

interface Candidate {
  readonly from: From;
  readonly values: readonly Found[];
}

function momentIn(values: readonly Found[]): string {
  return values[0]?.text.trim() ?? '';
}

function quoted(values: readonly Found[]): string {
  const text = fold(values);
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}

function fold(values: readonly Found[]): string {
  return values
    .map(({ text }) => foldSpace(text))
    .join('; ')
    .normalize('NFC');
}

function isSame(a: Candidate, b: Candidate): boolean {
  return fold(a.values).toLowerCase() === fold(b.values).toLowerCase();
}

/** Whether one is the other cut at the longest length of IIM, or with its letters beyond ASCII lost. */
function isPoorer(poor: Candidate, rich: Candidate, limit = 0): boolean {
  const [less, more] = [fold(poor.values), fold(rich.values)];
  const isCutShort = (): boolean => poor.values.every(({ text }, index) => isCut(text, rich.values[index]?.text ?? '', limit));
  if (poor.from === 'iim' && limit > 0 && poor.values.length === rich.values.length && less !== more) return isCutShort();
  return poor.from === 'exif' && less !== more && isMangled(less, more);
}

function isCut(text: string, whole: string, limit: number): boolean {
  return text === whole || (Buffer.byteLength(text) >= limit - 4 && whole.startsWith(text) && whole.length > text.length);
}

function isMangled(less: string, more: string): boolean {
  if (!less.includes('?') && !less.includes('\ufffd')) return false;
  const kept = (text: string): string => text.replace(/[^\x20-\x7e]|\?/g, '');
  return kept(less) === kept(more);
}
