import type { Element } from 'domhandler';
import type { Found, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { stringBlocks } from '../html-blocks.ts';
import { xmlLeaves } from '../leaves.ts';
import { plainText } from '../plain-text.ts';
import { firstNames } from '../root-element.ts';
import { all, at, children, filled, localName, pathOf } from '../tree.ts';
import { readXml } from '../xml.ts';

const BODY = ['CONTENIDO', 'TEXTO'];
const PHOTO = /^FOTO/;

/** Europa Press: one NOTICIA, or several in an envelope. Its body is escaped HTML or plain lines; date and clock come apart and without a zone. */
export const europapress: Format = {
  name: 'europapress',
  version: '1',
  source: 'Europa Press NOTICIA XML as client systems read it (2015 to 2025); no public specification',
  reads: 'NOTICIA with headline, kicker, lead, escaped HTML body, signature and pictures; several in one file.',
  gaps: ['the meaning of TIPOINFO and SERVICIO codes is not published: they are kept as written'],
  recognises: ({ text }) =>
    firstNames(text, 2).includes('noticia') && /<(?:TITULAR|CONTENIDO|ENTRADILLA|CODIGO)[\s>/]/.test(text.slice(0, 60_000)),
  parse(document) {
    const root = children(readXml(document.text))[0];
    if (root === undefined) throw new BadInput('europapress.no-root', 'The document has no root element');
    const items = localName(root) === 'NOTICIA' ? [root] : children(root, 'NOTICIA');
    if (items.length === 0)
      throw new BadInput('europapress.no-item', {
        message: 'The document holds no NOTICIA',
        hint: 'Send the file as Europa Press delivered it',
      });
    return { items: eachItem(items, readItem) };
  },
};

function readItem(item: Element, index: number): ParsedItem {
  const value = (name: string): Found | undefined => filled(at(item, name));
  const body = BODY.map((name) => at(item, name)).find((found) => filled(found) !== undefined);
  const moment = momentOf(item);
  const kicker = value('ANTETITULO');
  const fields = defined({
    provider: { text: 'Europa Press', path: pathOf(item) },
    guid: value('CODIGO'),
    headline: value('TITULAR'),
    headlines: orNothing([...role('kicker', kicker), ...role('subtitle', value('SUBTITULO'))]),
    abstract: leadOf(value('ENTRADILLA')),
    bylines: orNothing(['FIRMA', 'FIRMA2'].flatMap((name) => all(item, name)).flatMap((found) => filled(found) ?? [])),
    times: moment === undefined ? undefined : { firstCreated: moment, versionCreated: moment },
    // The kicker repeats the mark of the headline; alone it still says what the item is.
    markers: orNothing(kicker === undefined ? [] : [{ ...kicker, text: kicker.text.replace(/(?<![.\s-])[.\s-]+$/u, '') }]),
    priority: value('PRIORIDAD'),
    service: value('SERVICIO')?.text,
    subjects: orNothing(['SECCION', 'TIPOINFO'].flatMap((name) => codeOf(name, value(name)))),
    keywords: orNothing(
      (value('CLAVE')?.text ?? '')
        .split(/[,;]/u)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
    media: orNothing(picturesOf(item)),
    rest: orNothing(xmlLeaves(item, readWhole(item, body?.element))),
  });
  return { index, type: 'text', body: body === undefined ? [] : stringBlocks(body.text, body.path), ...fields };
}

/** What its fields hold in another form. */
function readWhole(item: Element, body: Element | undefined): ReadonlySet<Element> {
  return new Set([
    ...['FECHA', 'HORA', 'CLAVE', 'ENTRADILLA'].flatMap((name) => children(item, name)),
    ...(body === undefined ? [] : [body]),
  ]);
}

/** `30/03/2025` and `03:15:00` as one moment. */
function momentOf(item: Element): Found | undefined {
  const [date, clock] = [filled(at(item, 'FECHA')), filled(at(item, 'HORA'))];
  if (date === undefined) return undefined;
  return clock === undefined ? date : { text: `${date.text} ${clock.text}`, path: date.path };
}

function role(name: string, found: Found | undefined): { role: string; text: string }[] {
  return found === undefined ? [] : [{ role: name, text: found.text }];
}

function leadOf(found: Found | undefined): Found | undefined {
  return found === undefined ? undefined : { ...found, text: plainText(found) };
}

function codeOf(name: string, found: Found | undefined): { scheme: string; code: string }[] {
  return found === undefined ? [] : [{ scheme: `europapress-${name.toLowerCase()}`, code: found.text }];
}

/** FOTO and FOTOP often name one file: the full picture and the one for the front. */
function picturesOf(item: Element): ParsedMedia[] {
  const seen = new Set<string>();
  return children(item)
    .filter((element) => PHOTO.test(localName(element)))
    .flatMap((photo): ParsedMedia[] => {
      const href = filled(at(photo, 'NOMBRE'))?.text;
      if (href === undefined || seen.has(href)) return [];
      seen.add(href);
      const [caption, credit] = [filled(at(photo, 'PIE')), filled(at(photo, 'FIRMA') ?? at(photo, 'AUTOR'))];
      return [
        {
          key: href,
          type: 'picture',
          ...(caption === undefined ? {} : { caption }),
          ...(credit === undefined ? {} : { credit }),
          renditions: [{ name: 'main', href }],
        },
      ];
    });
}
