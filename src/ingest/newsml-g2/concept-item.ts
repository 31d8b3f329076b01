import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedBlock, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { textOf } from '../markup.ts';
import { all, at, child, children, filled, localName, pathOf } from '../tree.ts';
import { isPlaceholder, local, nameOf } from './code.ts';
import type { Given } from './given.ts';
import { commonOf, restOf } from './item.ts';
import { headlinesOf, linksOf } from './meta.ts';
import { genresOf, placeOf, qcodesOf, subjectsOf } from './subjects.ts';

const EVENT = /(?:^|[:/])event$/i;

/**
 * A conceptItem, knowledgeItem or planningItem (EventsML-G2, planning of NewsML-G2 2.7 and later): an event or plan for the desk, never a story.
 * What a field can hold is in one (name, definition, place, contacts, links to coverage), everything else in `rest`.
 */
export function readConceptItem(given: Given, index: number): ParsedItem {
  const { item } = given;
  const concepts = [...children(item, 'concept'), ...all(item, 'conceptSet/concept').map(({ element }) => element)];
  const [concept] = concepts;
  const details = all(item, '//eventDetails').map(({ element }) => element);
  const subjects = subjectsOf(given);
  const places = [...details.flatMap((element) => children(element, 'location')), ...children(given.contentMeta, 'located')].flatMap(
    (element) => placeOf(element, 'event', given) ?? [],
  );
  const common = commonOf(given, false);
  const { headline, headlines } = headlinesOf(given);
  const title = filled(at(given.itemMeta, 'title'));
  const name = concept === undefined ? undefined : nameFound(concept, given);
  const notes = notesOf(item);
  const fields = defined({
    ...common,
    headline: headline ?? (concepts.length > 1 ? (title ?? name) : (name ?? title)),
    headlines: orNothing(headlines),
    abstract: summaryOf(given, concept),
    ednotes: orNothing([...(common.ednotes ?? []), ...notes]),
    subjects: orNothing(subjects.subjects),
    people: orNothing(subjects.people),
    organisations: orNothing(subjects.organisations),
    places: orNothing([...places, ...subjects.places]),
    genres: orNothing(genresOf(given)),
    links: orNothing([...linksOf(given), ...remoteOf(item), ...coverageOf(item)]),
    hint: 'planning' as const,
    rest: orNothing(restOf(given, { read: [] }, qcodesOf([...subjects.subjects, ...places]))),
  });
  return { index, type: isEvent(item, details) ? 'event' : 'planning', body: bodyOf(item, concepts, given), ...fields };
}

function isEvent(item: Element, details: readonly Element[]): boolean {
  if (localName(item) === 'planningItem') return false;
  const types = [...all(item, '//concept/type/@qcode'), ...all(item, '//concept/type/@uri')];
  return details.length > 0 || types.some(({ text }) => EVENT.test(text.trim()));
}

function nameFound(element: Element, given: Given): Found | undefined {
  const name = nameOf(element, given);
  return name === undefined ? undefined : { ...name, text: name.text.replace(/\s+/g, ' ') };
}

function summaryOf({ contentMeta }: Given, concept: Element | undefined): Found | undefined {
  const found = [...all(contentMeta, 'description'), ...all(concept, 'definition')].filter(({ text }) => text.trim() !== '');
  const chosen = found.find(({ element }) => /^(?:summary|short)$/i.test(local(element.attribs['role']))) ?? found[0];
  return chosen === undefined ? undefined : { text: foldSpace(textOf(chosen.element)), path: chosen.path };
}

/** The definitions of the concepts; with several concepts each under its name. */
function bodyOf(item: Element, concepts: readonly Element[], given: Given): ParsedBlock[] {
  const described = concepts.flatMap((concept): ParsedBlock[] => {
    const name = concepts.length > 1 ? nameFound(concept, given) : undefined;
    const heading: ParsedBlock[] = name === undefined ? [] : [{ type: 'heading', level: 3, ...name }];
    return [...heading, ...paragraphs(all(concept, 'definition').map(({ element }) => element))];
  });
  const planned = all(item, '//newsCoverage/planning').flatMap(({ element }): ParsedBlock[] => {
    const headline = filled(at(element, 'headline'));
    const heading: ParsedBlock[] = headline === undefined ? [] : [{ type: 'heading', level: 3, ...headline }];
    return [...heading, ...paragraphs(children(element, 'description'))];
  });
  return [...described, ...planned];
}

function paragraphs(elements: readonly Element[]): ParsedBlock[] {
  return elements.flatMap((element) => {
    const text = foldSpace(textOf(element));
    return text === '' ? [] : [{ type: 'paragraph' as const, text, path: pathOf(element) }];
  });
}

/** Notes about a concept (invitations, internal remarks) are for the desk. */
function notesOf(item: Element): Found[] {
  return all(item, '//concept/note').flatMap((found) => (isPlaceholder(found.text) ? [] : (filled(found) ?? [])));
}

function remoteOf(item: Element): NonNullable<ParsedItem['links']> {
  return all(item, '//remoteInfo').flatMap(({ element }) => {
    const { href, residref, contenttype } = element.attribs;
    const title = filled(at(element, 'title') ?? at(element, 'name'))?.text;
    if (href === undefined && residref === undefined) return [];
    return [
      {
        rel: local(element.attribs['rel']) || 'seeAlso',
        ...(href === undefined ? {} : { url: href.trim() }),
        ...(residref === undefined ? {} : { id: residref.trim() }),
        ...(title === undefined ? {} : { title }),
        ...(contenttype === undefined ? {} : { type: contenttype }),
      },
    ];
  });
}

/** Items that were delivered for a plan, and the events it is about. */
function coverageOf(item: Element): NonNullable<ParsedItem['links']> {
  const delivered = all(item, '//deliveredItemRef').flatMap(({ element }) => {
    const id = element.attribs['guidref'] ?? element.attribs['residref'];
    return id === undefined ? [] : [{ rel: 'delivered', id: id.trim() }];
  });
  const events = all(item, '//planning/subject').flatMap(({ element }) => {
    const id = element.attribs['qcode'];
    const title = child(element, 'name') === undefined ? undefined : filled(at(element, 'name'))?.text;
    return id === undefined || !EVENT.test(element.attribs['type'] ?? '')
      ? []
      : [{ rel: 'event', id, ...(title === undefined ? {} : { title }) }];
  });
  return [...delivered, ...events];
}
