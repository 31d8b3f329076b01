import type { Found, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { sha256 } from '../../article/hash.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { genresOf, organisationsOf, peopleOf, placesOf, subjectsOf } from './concepts.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { dayOf, isNotAfter } from './moment.ts';
import type { Picture } from './picture.ts';
import { restrictionsIn } from './rights.ts';
import { structuresOf, textsOf } from './xmp.ts';

/** What is known of the file besides its bytes. */
export interface PictureFile {
  readonly url?: string;
  readonly bytes: number;
}

/** How a photographer is employed, written in place of a title or of the name. Source: AFP, AP, EPA, Reuters pictures; read 2026-11-25. */
const NO_NAME = /^(?:st[fr]|staff|stringer|handout|pool|freelancer?|contributor|correspondent|unknown|n\/a)$/iu;
const STAFF_CODE = /^[\p{Lu}\d]{1,4}$/u;
const MEDIA_TYPES = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', tiff: 'image/tiff' } as const;

/** Any of these makes a file an item: a desk, a photographer or an archive has said something. */
const WORDS = ['headline', 'title', 'caption', 'creator', 'credit', 'source', 'copyright', 'instructions', 'keywords'] as const;

/** The one item of a picture file. @throws {BadInput} `picture.no-metadata`, or the fault of its XMP where nothing else says anything. */
export function pictureItem(picture: Picture, file: PictureFile): ParsedItem {
  const fields = fieldsOf(picture);
  if (!WORDS.some((name) => fields.first(name) !== undefined)) throw picture.xmp.refused ?? nothingSaid(picture);
  const guid = guidOf(picture);
  const url = file.url === undefined ? undefined : { text: file.url, path: 'url' };
  const item = defined({
    type: 'picture' as const,
    provider: providerOf(picture, fields),
    guid,
    // Without an id the picture itself is the key: a new caption for it comes with the same pixels.
    storyKey: guid === undefined ? { text: sha256(picture.parts.pixels).slice(0, 24), path: `${picture.kind}/pixels` } : undefined,
    version: property(picture, 'xmpMM:VersionID'),
    permalink: url,
    altIds: orNothing(altIdsOf(picture, fields)),
    language: fields.first('language'),
    headline: fields.first('headline'),
    slugline: fields.first('title'),
    bylines: orNothing(bylinesOf(fields)),
    times: timesOf(fields),
    impliedStatus: 'usable' as const,
    ednotes: orNothing(fields.all('instructions')),
    markers: orNothing(picture.iim.values.get('2:07') ?? []),
    contacts: orNothing(contactsOf(picture, fields)),
    urgency: fields.first('urgency'),
    priority: picture.iim.values.get('1:60')?.[0],
    service: picture.iim.values.get('1:30')?.[0]?.text,
    products: orNothing((picture.iim.values.get('1:50') ?? []).map(({ text }) => text)),
    agencies: orNothing(agenciesOf(picture, fields)),
    rights: rightsOf(picture, fields),
    subjects: orNothing(subjectsOf(picture, fields)),
    genres: orNothing(genresOf(picture, fields)),
    keywords: orNothing(fields.all('keywords').map(({ text }) => text)),
    people: orNothing(peopleOf(picture)),
    organisations: orNothing(organisationsOf(picture)),
    places: orNothing(placesOf(picture, fields)),
  });
  const media = [mediaOf(picture, fields, { file, guid })];
  return {
    index: 0,
    ...item,
    body: [],
    media,
    rest: [...picture.leaves, ...sizeOf(picture, file)],
    repairs: [...picture.repairs, ...fields.conflicts()],
  };
}

function nothingSaid({ kind }: Picture): BadInput {
  return new BadInput('picture.no-metadata', {
    message: `The ${kind} file says nothing about the picture: no IPTC, Exif or XMP that names, describes or credits it`,
    hint: 'Take the file as the agency sent it: web sites and editors strip captions',
  });
}

function mediaOf(picture: Picture, fields: Fields, { file, guid }: { file: PictureFile; guid: Found | undefined }): ParsedMedia {
  const caption = fields.first('caption');
  const credit = creditOf(fields);
  // A credit in the caption that goes further than the field (`A. Name/Pool via AP`) is the one to print.
  const isInCaption = credit !== undefined && caption?.text.includes(credit.text) === true;
  const [width, height] = sizesOf(picture);
  return {
    key: guid?.text ?? 'picture',
    type: 'picture',
    renditions:
      file.url === undefined
        ? []
        : [{ name: 'main', href: file.url, mediaType: MEDIA_TYPES[picture.kind], bytes: file.bytes, ...defined({ width, height }) }],
    ...defined({
      guid: guid?.text,
      headline: fields.first('headline')?.text,
      caption,
      credit: isInCaption ? undefined : credit,
      producer: isInCaption ? credit : undefined,
      by: bylinesOf(fields)[0],
      alt: property(picture, 'Iptc4xmpCore:AltTextAccessibility')?.text,
      created: fields.moment('created'),
      digitalSourceType: property(picture, 'Iptc4xmpExt:DigitalSourceType')?.text,
    }),
  };
}

/** The credit line; where there is none, the source. */
function creditOf(fields: Fields): Found | undefined {
  return fields.first('credit') ?? fields.first('source');
}

/** The supplier, or the service that sent the file; else the credit, or the source that it names beside others (`AFP/Another`). */
function providerOf(picture: Picture, fields: Fields): Found | undefined {
  const supplier = structuresOf(picture.xmp.properties.get('plus:ImageSupplier'))[0]?.get('plus:ImageSupplierName');
  const [credit, source] = [fields.first('credit'), fields.first('source')];
  const isNamed = credit !== undefined && source !== undefined && credit.text.includes(source.text);
  return textsOf(supplier)[0] ?? picture.iim.values.get('1:30')?.[0] ?? (isNamed ? source : (credit ?? source));
}

function agenciesOf(picture: Picture, fields: Fields): NonNullable<ParsedItem['agencies']>[number][] {
  const suppliers = structuresOf(picture.xmp.properties.get('plus:ImageSupplier')).flatMap((one) =>
    textsOf(one.get('plus:ImageSupplierName')),
  );
  const credit = fields.first('credit');
  const named = [
    ...fields.all('source').map(({ text }) => ({ name: text, role: 'source' as const })),
    ...(credit === undefined ? [] : [{ name: credit.text, role: 'originator' as const }]),
    ...suppliers.map(({ text }) => ({ name: text, role: 'distributor' as const })),
  ];
  return named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index);
}

/** Ids that stay with the picture, the strongest first. A document id of XMP lives through edits of one file. */
function guidOf(picture: Picture): Found | undefined {
  return (
    property(picture, 'Iptc4xmpExt:DigImageGUID') ??
    picture.iim.values.get('1:100')?.[0] ??
    property(picture, 'plus:ImageSupplierImageID') ??
    property(picture, 'xmpMM:DocumentID')
  );
}

function altIdsOf(picture: Picture, fields: Fields): { role: string; value: string }[] {
  const { properties } = picture.xmp;
  const one = (role: string, found: Found | undefined): { role: string; value: string }[] =>
    found === undefined ? [] : [{ role, value: found.text }];
  const registered = structuresOf(properties.get('Iptc4xmpExt:RegistryId')).flatMap((entry) => {
    const [role, id] = [textsOf(entry.get('Iptc4xmpExt:RegOrgId'))[0], textsOf(entry.get('Iptc4xmpExt:RegItemId'))[0]];
    return one(role?.text ?? 'registry', id);
  });
  const names = [...properties]
    .filter(([name]) => /:(?:original|preserved|raw)file_?name$/i.test(name))
    .map(([, value]) => textsOf(value)[0]);
  return [
    ...one('job', fields.first('job')),
    ...one('supplier-image', property(picture, 'plus:ImageSupplierImageID')),
    ...one('document', property(picture, 'xmpMM:DocumentID')),
    ...one('identifier', property(picture, 'dc:identifier')),
    ...one('fixture', picture.iim.values.get('2:22')?.[0]),
    ...registered,
    ...names.flatMap((name) => one('file-name', name)),
  ];
}

function bylinesOf(fields: Fields): NonNullable<ParsedItem['bylines']>[number][] {
  const titles = fields.all('creatorTitle');
  return fields.all('creator').flatMap((creator, index) => {
    const title = titles[index]?.text.trim();
    if (NO_NAME.test(creator.text.trim())) return [];
    return title === undefined || STAFF_CODE.test(title) || NO_NAME.test(title) ? creator : { ...creator, jobTitle: title };
  });
}

/**
 * A release date after the file was sent is an embargo (IIM 4.2, 2:30: the earliest date of use); agencies that write it at sending
 * mean the publication. The digital picture was first made when it was taken, unless it was scanned on another day.
 */
function timesOf(fields: Fields): ParsedItem['times'] {
  const [created, digitised, released, sent] = (['created', 'digitised', 'released', 'sent'] as const).map((name) => fields.moment(name));
  const isOpen = released !== undefined && sent !== undefined && isNotAfter(released.text, sent.text);
  const isScan = created !== undefined && digitised !== undefined && dayOf(created.text) !== dayOf(digitised.text);
  return defined({
    contentCreated: created,
    firstCreated: isScan ? digitised : (created ?? digitised),
    versionCreated: fields.moment('modified'),
    sent,
    published: isOpen ? released : undefined,
    embargo: isOpen ? undefined : released,
    expires: fields.moment('expires'),
  });
}

function rightsOf(picture: Picture, fields: Fields): ParsedItem['rights'] {
  const owner = structuresOf(picture.xmp.properties.get('plus:CopyrightOwner'))[0]?.get('plus:CopyrightOwnerName');
  const terms = fields.first('usageTerms')?.text;
  const instructions = fields.all('instructions').map(({ text }) => text);
  const rights = defined({
    holder: textsOf(owner)[0]?.text ?? property(picture, 'xmpRights:Owner')?.text,
    notice: fields.first('copyright')?.text,
    terms,
    restrictions: orNothing(restrictionsIn([...instructions, ...(terms === undefined ? [] : [terms])])),
    link: fields.first('webStatement')?.text,
  });
  return Object.keys(rights).length === 0 ? undefined : rights;
}

/** Phones, mails and addresses of photographer and desk: internal. */
function contactsOf(picture: Picture, fields: Fields): { name?: string; value: string }[] {
  const name = fields.first('creator')?.text;
  const details = structuresOf(picture.xmp.properties.get('Iptc4xmpCore:CreatorContactInfo')).flatMap((info) =>
    [...info.values()].flatMap(textsOf).map(({ text }) => ({ ...defined({ name }), value: text })),
  );
  return [...details, ...(picture.iim.values.get('2:118') ?? []).map(({ text }) => ({ value: text }))];
}

function property(picture: Picture, name: string): Found | undefined {
  return textsOf(picture.xmp.properties.get(name))[0];
}

function sizesOf({ parts, exif }: Picture): [width: number | undefined, height: number | undefined] {
  return [parts.width ?? exif.width, parts.height ?? exif.height];
}

/** Where no address stands for the file, its size is kept as data. */
function sizeOf(picture: Picture, file: PictureFile): Found[] {
  const [width, height] = sizesOf(picture);
  if (file.url !== undefined || width === undefined || height === undefined) return [];
  return [{ path: `${picture.kind}/size`, text: `${width} x ${height}` }];
}
