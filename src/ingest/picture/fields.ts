import type { Found } from '../../article/parsed-item.ts';
import { exifMoment, iimMoment } from './moment.ts';
import type { Picture } from './picture.ts';
import { createReconciler, type Said } from './reconcile.ts';
import { textsOf } from './xmp.ts';

/** A property that several of the three hold. Names of Exif tags, IIM datasets, XMP properties; `limit` = longest IIM value in bytes. */
interface Property {
  readonly exif?: string;
  readonly iim?: string;
  readonly xmp?: string;
  readonly limit?: number;
}

/** IPTC Photo Metadata Standard 2025.1 (mapping of Core to IIM and XMP), MWG 2.0 5 (Exif), IIM 4.2 (lengths). */
const PROPERTIES = {
  headline: { iim: '2:105', xmp: 'photoshop:Headline', limit: 256 },
  title: { iim: '2:05', xmp: 'dc:title', limit: 64 },
  caption: { exif: 'ImageDescription', iim: '2:120', xmp: 'dc:description', limit: 2_000 },
  creator: { exif: 'Artist', iim: '2:80', xmp: 'dc:creator', limit: 32 },
  creatorTitle: { iim: '2:85', xmp: 'photoshop:AuthorsPosition', limit: 32 },
  credit: { iim: '2:110', xmp: 'photoshop:Credit', limit: 32 },
  source: { iim: '2:115', xmp: 'photoshop:Source', limit: 32 },
  copyright: { exif: 'Copyright', iim: '2:116', xmp: 'dc:rights', limit: 128 },
  instructions: { iim: '2:40', xmp: 'photoshop:Instructions', limit: 256 },
  job: { iim: '2:103', xmp: 'photoshop:TransmissionReference', limit: 32 },
  city: { iim: '2:90', xmp: 'photoshop:City', limit: 32 },
  sublocation: { iim: '2:92', xmp: 'Iptc4xmpCore:Location', limit: 32 },
  state: { iim: '2:95', xmp: 'photoshop:State', limit: 32 },
  country: { iim: '2:101', xmp: 'photoshop:Country', limit: 64 },
  countryCode: { iim: '2:100', xmp: 'Iptc4xmpCore:CountryCode' },
  category: { iim: '2:15', xmp: 'photoshop:Category' },
  categories: { iim: '2:20', xmp: 'photoshop:SupplementalCategories', limit: 32 },
  subjects: { iim: '2:12', xmp: 'Iptc4xmpCore:SubjectCode' },
  keywords: { iim: '2:25', xmp: 'dc:subject', limit: 64 },
  genre: { iim: '2:04', xmp: 'Iptc4xmpCore:IntellectualGenre', limit: 68 },
  urgency: { iim: '2:10', xmp: 'photoshop:Urgency' },
  language: { iim: '2:135', xmp: 'dc:language' },
  usageTerms: { xmp: 'xmpRights:UsageTerms' },
  webStatement: { xmp: 'xmpRights:WebStatement' },
} as const satisfies Record<string, Property>;

/** Moments: Exif date and its offset, IIM date and time. */
const MOMENTS = {
  created: { exif: ['DateTimeOriginal', 'OffsetTimeOriginal'], iim: ['2:55', '2:60'], xmp: 'photoshop:DateCreated' },
  digitised: { exif: ['DateTimeDigitized', 'OffsetTimeDigitized'], iim: ['2:62', '2:63'], xmp: 'xmp:CreateDate' },
  modified: { exif: ['DateTime', 'OffsetTime'], xmp: 'xmp:ModifyDate' },
  sent: { iim: ['1:70', '1:80'] },
  released: { iim: ['2:30', '2:35'] },
  expires: { iim: ['2:37', '2:38'] },
} as const;

export type FieldName = keyof typeof PROPERTIES;
export type MomentName = keyof typeof MOMENTS;

/** The reconciled fields of one picture. */
export interface Fields {
  readonly all: (name: FieldName) => readonly Found[];
  readonly first: (name: FieldName) => Found | undefined;
  readonly moment: (name: MomentName) => Found | undefined;
  readonly conflicts: () => readonly { readonly code: string; readonly detail?: string }[];
}

/** Each field is chosen once, so each conflict is told once. */
export function fieldsOf(picture: Picture): Fields {
  const reconciler = createReconciler(picture.isInStep);
  const known = new Map<string, readonly Found[]>();
  const all = (name: FieldName): readonly Found[] => {
    const values = known.get(name) ?? reconciler.choose(name, saidOf(picture, PROPERTIES[name]));
    known.set(name, values);
    return values;
  };
  return {
    all,
    first: (name) => all(name)[0],
    moment(name) {
      const chosen = known.get(name)?.[0] ?? reconciler.chooseTime(name, momentsOf(picture, name));
      known.set(name, chosen === undefined ? [] : [chosen]);
      return chosen;
    },
    conflicts: () => reconciler.conflicts(),
  };
}

function saidOf({ exif, iim, xmp }: Picture, property: Property): Said {
  const tag = property.exif === undefined ? undefined : exif.values.get(property.exif);
  const several = property.exif === 'Artist' ? splitArtists(tag) : tag === undefined ? [] : [tag];
  return {
    exif: several,
    iim: property.iim === undefined ? [] : (iim.values.get(property.iim) ?? []),
    xmp: property.xmp === undefined ? [] : textsOf(xmp.properties.get(property.xmp)),
    ...(property.limit === undefined ? {} : { limit: property.limit }),
  };
}

/** Several creators stand in one Exif text, parted by semicolons, quoted where they hold one (MWG 2.0, 5.4). */
function splitArtists(tag: Found | undefined): Found[] {
  if (tag === undefined) return [];
  const names = tag.text.match(/"[^"]{1,200}"|[^;"]+/g) ?? [];
  return names.map((name) => ({ text: name.replace(/^[\s"]+|(?<![\s"])[\s"]+$/g, ''), path: tag.path })).filter(({ text }) => text !== '');
}

function momentsOf({ exif, iim, xmp }: Picture, name: MomentName): Said {
  const moment: { exif?: readonly [string, string]; iim?: readonly [string, string]; xmp?: string } = MOMENTS[name];
  const byCamera = moment.exif === undefined ? undefined : exifMoment(exif.values.get(moment.exif[0]), exif.values.get(moment.exif[1]));
  const byDesk = moment.iim === undefined ? undefined : iimMoment(iim.values.get(moment.iim[0])?.[0], iim.values.get(moment.iim[1])?.[0]);
  return {
    exif: byCamera === undefined ? [] : [byCamera],
    iim: byDesk === undefined ? [] : [byDesk],
    xmp: moment.xmp === undefined ? [] : textsOf(xmp.properties.get(moment.xmp)),
  };
}
