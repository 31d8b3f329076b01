import type { Element } from 'domhandler';
import type { Found, ParsedBlock, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { stringBlocks } from '../html-blocks.ts';
import { xmlLeaves } from '../leaves.ts';
import { plainText } from '../plain-text.ts';
import { firstNames } from '../root-element.ts';
import { all, at, children, filled, localName } from '../tree.ts';
import { readXml } from '../xml.ts';

/** What fields hold in another form. */
const READ_WHOLE = ['body', 'boilerplate', 'keywords', 'leadtext', 'contactsAsText'];

/**
 * A press release of the platform that NTB Kommunikasjon, STT Info, Via Ritzau and Via TT run on (Solita, later ePressi). Its moments are
 * `dd.MM.yyyy HH:mm` without a zone: the site that `longurl` names has one. Pictures stand below the text, as on the site.
 */
export const solita: Format = {
  name: 'solita',
  version: '1',
  source: 'comments inside the release files of NTB Kommunikasjon (2018 to 2019)',
  reads:
    'Press releases with lead, escaped HTML body, boilerplate, pictures, documents, contacts, publisher and embargo; one, or several in an envelope.',
  gaps: ['the embed code of a video is kept as written and not shown'],
  recognises({ text }) {
    const names = firstNames(text, 2);
    return (
      /^releases?$/.test(names[0] ?? '') &&
      names.includes('release') &&
      /<(?:longurl|publicationDate|contactsAsText|leadtext)[\s/>]/.test(text.slice(0, 200_000))
    );
  },
  parse(document) {
    const root = children(readXml(document.text))[0];
    if (root === undefined) throw new BadInput('solita.no-root', 'The document has no root element');
    const releases = localName(root) === 'release' ? [root] : children(root, 'release');
    return { items: eachItem(releases, readRelease) };
  },
};

function readRelease(release: Element, index: number): ParsedItem {
  const value = (path: string): Found | undefined => filled(at(release, path));
  const media = mediaOf(release);
  const [published, embargo] = [value('publicationDate'), value('embargo')];
  const times = defined({ published, embargo });
  const fields = defined({
    guid: value('@id'),
    permalink: value('longurl') ?? value('shorturl'),
    language: languageOf(value('@lang')),
    headline: value('title'),
    abstract: leadOf(value('leadtext')),
    times: Object.keys(times).length === 0 ? undefined : times,
    contacts: orNothing(contactsOf(release)),
    genres: orNothing(labelled(release, 'type', 'release-type')),
    subjects: orNothing(labelled(release, 'categories/category', 'release-category')),
    keywords: orNothing(
      (value('keywords')?.text ?? '')
        .split(/[,;]/u)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
    agencies: orNothing(
      all(release, 'publisher/name')
        .filter((found) => filled(found))
        .map((found) => ({ name: found.text.trim(), role: 'source' as const })),
    ),
    links: orNothing(linksOf(release)),
    media: orNothing(media),
    rest: orNothing(xmlLeaves(release, new Set(READ_WHOLE.flatMap((name) => children(release, name))))),
  });
  return { index, type: 'text', body: bodyOf(release, media), ...fields };
}

/** The platform writes `no` and `en_US`. */
function languageOf(found: Found | undefined): Found | undefined {
  return found === undefined ? undefined : { ...found, text: found.text.replace('_', '-') };
}

function leadOf(found: Found | undefined): Found | undefined {
  return found === undefined ? undefined : { ...found, text: plainText(found) };
}

/** The text, its pictures, and at last what the sender says about itself, apart. */
function bodyOf(release: Element, media: readonly ParsedMedia[]): ParsedBlock[] {
  const read = (name: string): ParsedBlock[] => all(release, name).flatMap((found) => stringBlocks(found.text, found.path));
  const about = read('boilerplate');
  const place = at(release, 'boilerplate')?.path ?? '';
  return [
    ...read('body'),
    ...media.map(({ key, caption }): ParsedBlock => ({
      type: 'image',
      media: key,
      url: key,
      path: 'images',
      ...(caption === undefined ? {} : { caption: caption.text }),
    })),
    ...(about.length === 0 ? [] : [{ type: 'aside' as const, blocks: about, path: place }]),
  ];
}

function mediaOf(release: Element): ParsedMedia[] {
  return all(release, 'images/image').flatMap(({ element }): ParsedMedia[] => {
    const href = filled(at(element, 'url'))?.text;
    if (href === undefined) return [];
    const caption = filled(at(element, 'caption'));
    const guid = filled(at(element, '@id'))?.text;
    const more = [
      ['medium', 'mediumimageurl'],
      ['small', 'smallimageurl'],
    ] as const;
    const renditions = more.flatMap(([name, path]) => {
      const found = filled(at(element, path));
      return found === undefined ? [] : [{ name, href: found.text }];
    });
    return [
      {
        key: href,
        type: 'picture',
        ...(guid === undefined ? {} : { guid }),
        ...(caption === undefined ? {} : { caption }),
        renditions: [{ name: 'original', href }, ...renditions],
      },
    ];
  });
}

/** Press contacts: for editors, never for readers. */
function contactsOf(release: Element): { name?: string; value: string }[] {
  const people = all(release, 'contacts/contact').flatMap(({ element }) => {
    const name = filled(at(element, 'name'))?.text;
    return ['title', 'phone', 'email', 'url', 'skype', 'blog', 'twitter', 'linkedIn'].flatMap((way) => {
      const found = filled(at(element, way));
      return found === undefined ? [] : [{ ...(name === undefined ? {} : { name }), value: found.text }];
    });
  });
  const written = filled(at(release, 'contactsAsText'));
  return [...people, ...(written === undefined ? [] : [{ value: written.text.replace(/[ \t]+/g, ' ') }])];
}

function labelled(release: Element, path: string, scheme: string): { scheme: string; code?: string; name: string }[] {
  return all(release, path).flatMap(({ element }) => {
    const name = filled(at(element, 'label'))?.text;
    const code = filled(at(element, '@id'))?.text;
    return name === undefined ? [] : [{ scheme, ...(code === undefined ? {} : { code }), name }];
  });
}

function linksOf(release: Element): NonNullable<ParsedItem['links']> {
  const text = (element: Element, name: string): string | undefined => filled(at(element, name))?.text;
  const documents = all(release, 'documents/document').map(({ element }) =>
    defined({ rel: 'enclosure', url: text(element, 'url'), title: text(element, 'title'), type: text(element, 'mimeType') }),
  );
  const links = all(release, 'links/link').map(({ element }) =>
    defined({ rel: 'related', url: text(element, 'url'), title: text(element, 'description') }),
  );
  const page = { rel: 'alternate', url: text(release, 'longurl') };
  const video = ['videochannellink'].map((name) => ({ rel: 'video', url: text(release, name) }));
  return [page, ...documents, ...links, ...video].flatMap(({ rel = 'related', url, ...more }) =>
    url === undefined ? [] : [{ rel, url, ...more }],
  );
}
