import type { Credit, Media, Rendition } from '../../article/media.ts';
import type { ParsedMedia } from '../../article/parsed-item.ts';
import { settle, withEvidence, type Draft, type Evidence, type Step } from '../draft.ts';
import { readTime } from '../times/read-time.ts';
import { readCaption } from '../wiretext/caption.ts';
import { printedCredit, readCredit } from '../wiretext/credit.ts';
import { expiryOfAddress } from '../wiretext/signed-address.ts';

/** Settles `media`: each caption without its credit, the credit from its own field or from the end of the caption. */
export const captions: Step = {
  name: 'captions',
  run(draft) {
    const { media } = draft.item;
    if (media === undefined || media.length === 0) return draft;
    const language = draft.settled.language;
    const read = media.map((item, index) => readMedia(item, { index, draft, ...(language === undefined ? {} : { language }) }));
    return withEvidence(settle(draft, { media: read.map((entry) => entry.media) }), ...read.flatMap((entry) => entry.evidence));
  },
};

interface Given {
  readonly index: number;
  readonly draft: Draft;
  readonly language?: string;
  /** Who took it, from a field of its own. */
  readonly by?: string;
}

function readMedia(item: ParsedMedia, given: Given): { media: Media; evidence: readonly Evidence[] } {
  const { key, type, guid, headline, caption, producer, by, alt, created, digitalSourceType, renditions } = item;
  const split = caption === undefined ? undefined : readCaption(caption.text, given);
  const credit = item.credit ?? (split?.credit == null ? producer : undefined);
  const own =
    credit === undefined || credit.text.trim() === ''
      ? undefined
      : creditOfField(credit.text, split?.credit ?? undefined, { ...given, ...(by === undefined ? {} : { by: by.text }) });
  const chosen = own ?? split?.credit ?? undefined;
  const text = split?.caption ?? undefined;
  const media: Media = {
    id: key,
    type,
    ...(guid === undefined ? {} : { guid }),
    ...(headline === undefined ? {} : { headline }),
    ...(text === undefined ? {} : { caption: text }),
    ...(caption === undefined ? {} : { captionRaw: caption.text }),
    ...(alt === undefined ? {} : { alt }),
    ...(chosen === undefined ? {} : { credit: chosen }),
    ...(created === undefined ? {} : { created: readTime(created.text, zoneOf(given.draft)) }),
    ...restrictionsOf(item, chosen),
    ...(digitalSourceType === undefined ? {} : { digitalSourceType }),
    ...(renditions.length === 0 ? {} : { renditions: renditions.map((rendition) => renditionOf(rendition, given.draft)) }),
  };
  const source = own === undefined ? caption : credit;
  const rule = own === undefined ? split?.rule : 'credit/own-field';
  const evidence =
    chosen === undefined || source === undefined
      ? []
      : [{ path: `media.${given.index}.credit`, rule: rule ?? 'credit', source: source.path }];
  return { media, evidence };
}

/** What the caption says, then what fields of their own say. */
function restrictionsOf({ restrictions = [] }: ParsedMedia, credit: Credit | undefined): Pick<Media, 'restrictions'> {
  const all = [...(credit?.restriction === undefined ? [] : [credit.restriction]), ...restrictions];
  return all.length === 0 ? {} : { restrictions: [...new Set(all)] };
}

/** When the address stops working: as stated, else as its signature says. */
function renditionOf({ hrefExpires, ...rendition }: ParsedMedia['renditions'][number], draft: Draft): Rendition {
  const text = hrefExpires?.text ?? expiryOfAddress(rendition.href);
  return { ...rendition, ...(text === undefined ? {} : { hrefExpires: readTime(text, zoneOf(draft)) }) };
}

/** The field names who took the picture; what the caption says about it (file, handout, restriction) stays true. */
function creditOfField(field: string, inCaption: Credit | undefined, given: Given): Credit {
  const { photographers, organisations, flags, licence } = readCredit(field, given);
  const { mandatory, restriction } = inCaption ?? {};
  const by = photographers.length > 0 || given.by === undefined || field.includes(given.by) ? undefined : given.by;
  return {
    raw: field,
    text: mandatory ?? (by === undefined ? printedCredit(field) : `${by}/${printedCredit(field)}`),
    photographers: by === undefined ? [...photographers] : [by],
    organisations: [...organisations],
    flags: [...new Set([...flags, ...(inCaption?.flags ?? [])])],
    ...(mandatory === undefined ? {} : { mandatory }),
    ...(restriction === undefined ? {} : { restriction }),
    ...(licence === undefined ? {} : { licence }),
  };
}

/** The zone of a picture's own time: that of the provider's contentCreated, else the provider's, else the feed's. */
function zoneOf({ profile, context }: Draft): { zone?: string } {
  const zone = profile.zones?.contentCreated ?? profile.zone ?? context.zone;
  return zone === undefined ? {} : { zone };
}
