import type { MarkWords } from './language.ts';

/** The marks that one agency prints, in whatever language its copy is. */
export interface AgencyMarks {
  readonly agency: string;
  /** Where the marks were read, and when. */
  readonly source: string;
  readonly marks: MarkWords;
}

/** Marks of agencies, by type; those that any desk uses stand in the files of the languages. */
export const AGENCY_MARKS: readonly AgencyMarks[] = [
  {
    agency: 'Reuters',
    source: 'Reuters copy and its handbook, read 2026-11-24',
    marks: {
      'top-news': '\\*?top news\\*? | \\*?top stories\\*? | news schedule | world at \\d{4}',
      refile: 'refiled? | re-?filed?',
      repeat: 'rpt',
      alert: 'snap',
      wrapup: 'wrapup ?(\\d{1,2})? | wrap-?up',
      update: 'update ?(\\d{1,2})? | upd\\.? ?(\\d{1,2})?',
      brief: 'briefs?',
    },
  },
  {
    agency: 'AP',
    source: 'AP copy on ANPA 1312 and in the Media API 2.2, read 2026-11-24',
    marks: {
      kill: 'bulletin elimination | elimination',
      'hold-for-release': 'hfr | hold for release',
      'top-news': 'news digest | news budget | daily digest',
      corrective: 'corrective',
      alert: 'ap ?news ?alert | bulletin | b-u-l-l-e-t-i-n',
      writethru: 'write ?-?thr[uo](?:ugh)? | wt',
      lead: `
          (?:(\\d{1,2})(?:st|nd|rd|th)|first|second|third) (?:lead|ld) | (?:lead|ld) ?(\\d{1,2})? | (?:optional|night|day) ld |
          (\\d{1,2})\\.? ?lead`,
      add: `
          (?:(\\d{1,2})(?:st|nd|rd|th)|first|second|third) add | add ?(\\d{1,2})? | take (\\d{1,2}) |
          (?:(\\d{1,2})(?:st|nd|rd|th)|first|second|third) take`,
      insert: '(?:(\\d{1,2})(?:st|nd|rd|th)|first|second|third) insert | insert',
      subs: '(?:(\\d{1,2})(?:st|nd|rd|th)|first|second|third) sub(?:s)? | subs?',
    },
  },
  {
    agency: 'AFP',
    source: 'AFP NewsML 1.2 and Core API items in six languages, read 2026-11-24',
    marks: {
      preview: 'prev',
      'general-lead': 'papier g[ée]n[ée]ral | g[ée]n[ée]ral | general lead | lead all | lead g[ée]n[ée]ral | panorama',
    },
  },
  {
    agency: 'dpa',
    source: 'dpa digitalwires and IPTC 7901 items, read 2026-11-24',
    marks: {
      repeat: 'wdh\\.?',
      summary: 'zsf\\.? | zusf\\.?',
    },
  },
  {
    agency: 'news aktuell',
    source: 'ots items, read 2026-11-24',
    marks: {
      'press-release': 'ots',
    },
  },
  {
    agency: 'EFE',
    source: 'EFE NewsML 1.2 and NITF items, read 2026-11-24',
    marks: {
      summary: 'rsm\\.?',
    },
  },
  {
    agency: 'Europa Press',
    source: 'Europa Press items, read 2026-11-24',
    marks: {
      advance: 'av(?:\\.|ance)?',
      amplified: 'amp(?:l)?\\.? ?(\\d{1,2})?\\.?',
    },
  },
];
