import { isTag, type Element } from 'domhandler';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { xmlLeaves } from '../leaves.ts';
import { firstNames } from '../root-element.ts';
import { all, at, children, filled } from '../tree.ts';
import { readXml } from '../xml.ts';

/** The sports data service of AAP: matches of a series, or competitions of a season. Data for planning, never published as they are. */
export const sportFixtures: Format = {
  name: 'sport-fixtures',
  version: '1',
  source: 'answers of the sports data service that AAP uses (2017); no public specification',
  reads: 'Each match of a series and each competition of a list, with its names, place and day; every figure is kept as written.',
  gaps: ['start times have no zone and no field: they stay in x'],
  recognises({ text }) {
    const [root = '', inner = ''] = firstNames(text, 2);
    return root === 'response' && /^fixture(?:s|_list)$/.test(inner);
  },
  parse(document) {
    const root = children(readXml(document.text))[0];
    if (root === undefined) throw new BadInput('sport-fixtures.no-root', 'The document has no root element');
    const given = { root, series: all(root, '//Series')[0]?.element, teams: byId(root, 'Team'), venues: byId(root, 'Venue') };
    const matches = all(root, '//Match').map(({ element }) => ({ element, read: matchOf }));
    const competitions = all(root, '//Competition').map(({ element }) => ({ element, read: competitionOf }));
    return {
      items: eachItem([...matches, ...competitions], ({ element, read }, index) => ({ ...PLANNED, index, ...read(given, element) })),
    };
  },
};

const PLANNED = { type: 'event', hint: 'planning', body: [] } as const;

/** What stands once for all matches. */
interface Given {
  readonly root: Element;
  readonly series: Element | undefined;
  readonly teams: ReadonlyMap<string, Element>;
  readonly venues: ReadonlyMap<string, Element>;
}

type Fields = Omit<ParsedItem, 'index' | 'body'>;

/** `Velmar v Tarnholm`: teams and venue are named by their ids. */
function matchOf({ series, teams, venues }: Given, match: Element): Fields {
  const sides = ['TeamA_ID', 'TeamB_ID'].flatMap((name) => teams.get(match.attribs[name] ?? '') ?? []);
  const venue = venues.get(match.attribs['Venue_ID'] ?? '');
  const names = sides.flatMap((team) => filled(at(team, '@Name'))?.text ?? []);
  const id = filled(at(match, '@Match_ID'));
  const round = match.parent?.parent;
  const above = [...(series === undefined ? [] : [series]), ...(round != null && isTag(round) ? [round] : [])];
  return defined({
    guid: id,
    headline: names.length === 2 && id !== undefined ? { text: names.join(' v '), path: id.path } : filled(at(series, '@Name')),
    subjects: orNothing(seriesOf(filled(at(series, '@ID')), filled(at(series, '@Name')))),
    places: orNothing(placeOf(filled(at(venue, '@Name')), filled(at(venue, '@Location')), filled(at(venue, '@Country')))),
    rest: orNothing([
      ...xmlLeaves(match),
      ...above.flatMap(attributesOf),
      ...[...sides, ...(venue === undefined ? [] : [venue])].flatMap((element) => xmlLeaves(element)),
    ]),
  });
}

function competitionOf({ root }: Given, competition: Element): Fields {
  const name = all(competition, 'Competition_Details/@Comp_Name').map(filled)[0];
  const location = all(competition, '//Location')[0]?.element;
  return defined({
    guid: all(competition, 'Competition_Details/@Comp_ID').map(filled)[0],
    headline: name,
    places: orNothing(placeOf(undefined, filled(at(location, '@City')), filled(at(location, '@Country')))),
    rest: orNothing([...attributesOf(root), ...xmlLeaves(competition)]),
  });
}

function byId(root: Element, name: string): ReadonlyMap<string, Element> {
  return new Map(all(root, `//${name}`).map(({ element }) => [element.attribs['ID'] ?? '', element]));
}

function seriesOf(id: Found | undefined, name: Found | undefined): { scheme: string; code?: string; name?: string }[] {
  return name === undefined ? [] : [{ scheme: 'series', name: name.text, ...(id === undefined ? {} : { code: id.text }) }];
}

function placeOf(venue: Found | undefined, city: Found | undefined, country: Found | undefined): NonNullable<ParsedItem['places']> {
  const name = venue ?? city ?? country;
  if (name === undefined) return [];
  return [{ name: name.text, rel: 'event', ...defined({ region: city?.text, countryName: country?.text }) }];
}

function attributesOf(element: Element): Found[] {
  return xmlLeaves(element, new Set(children(element)));
}
