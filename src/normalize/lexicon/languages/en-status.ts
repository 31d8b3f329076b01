import type { LanguageStatus } from '../language.ts';

/** English marks of status; too many for the file of the language. */
export const enStatus: LanguageStatus = {
  source: 'notes, headlines and slugs of agencies and the style guides of these, read 2026-11-24',
  marks: {
    kill: '(?:mandatory |bulletin )?kill | kill(?: kill){1,4}',
    'story-removed': '(?:story|article|item|alert) (?:removed|deleted|killed|withdrawn|retracted)',
    withdrawn: 'withdrawn | withdrawal | retracted | retraction',
    withhold: 'withhold | withheld | hold',
    disregard: 'disregard | please disregard | duplicate',
    test: 'test(?:[ -]?(?:message|item|only|please ignore))? | please ignore',
    'not-for-publication': 'not for publication | for information only | internal only',
    'note-to-clients': `
        note (?:to|for) (?:clients|subscribers|editors|media) | attention editors | service message | service note`,
    advisory: 'advisory | media advisory | news advisory | advisories',
    'check-against-delivery': 'check against delivery',
    preview: 'daybook | diary | agenda',
    clarification: 'clarification',
    'correction-notice': 'erratum | errata(?: corrige)?',
    corrected: '(?:official )?correct(?:ed|ion)(?: \\(official\\))? | corr\\.? | corrects?',
    refile: 'resend(?:ing)? | resent | retransmission | retransmitted',
    repeat: 'repeat(?:ed|ing|s)? | repetition',
    flash: 'flash | flash news | newsflash | newsbreak',
    alert: 'news ?alert | alert | breaking alert',
    breaking: 'breaking(?: news)?',
    urgent: 'urgent',
    wrapup: 'round-?up ?(\\d{1,2})?',
    updated: 'updated',
    exclusive: 'exclusive',
    'press-release': '(?:press|media|news) release',
  },
  shouted: {
    kill: 'killed | deleted?',
  },
  forms: `
      analysis | insight | factbox | timeline | newsmaker | interview | feature | focus | column | commentary | explainer |
      special report | instant view | snapshot | poll | text | table | chronology | obituary | pictures | graphic | video |
      witness | breakingviews | preview | live | recap | profile | q&a | portrait | extra`,
  verbs: {
    recasts: 'recast(?:s|ing)?',
    raises: 'raises? | raising',
    updates: 'updat(?:es|ing|e|ed)',
    adds: 'add(?:s|ing)?',
    corrects: 'correct(?:s|ing) | fixes | fixing',
    subs: 'subs | substitutes',
    clarifies: 'clarif(?:ies|ying)',
    edits: `
        edits | editing | trims | moves | deletes | removes | restores | changes | drops | minor edits | tightens | rewrites |
        inserts | incorporates | supersedes | replaces`,
    refile: 'refiles | refiling | resends | resending',
    repeat: 'repeats | repeating',
  },
  products: {
    pictures: 'picture | pictures | photo | photos | file picture | archives',
    sketch: 'sketch',
    video: 'video | videos | live video',
    videographic: 'videographic',
    graphic: 'graphic | graphics',
    audio: 'audio',
    live: 'live',
    map: 'map',
    chronology: 'chronology',
  },
  sentences: {
    'hold-for-release': ['\\b(?:hold for release|HFR)\\b'],
    kill: [
      'mandatory kill|\\bkill is mandatory',
      '(?:we have|has been|is|was) killed\\b',
      '(?:please |must be )?remove (?:it )?from all (?:platforms|services|sites)',
      'please (?:kill|delete)(?: (?:this|the|our|that|above|previous|earlier|[0-9]{4}|gmt|utc)){0,4} (?:story|item|article|alert|version)',
      'make certain the story is not published',
    ],
    withdrawn: ['(?:story|article|item|headline|report|alert|brief) (?:has been |is |was )?(?:withdrawn|retracted|deleted|removed)\\b'],
    withhold: ['\\b(?:please )?(?:withhold|hold) (?:this|the|publication of this) (?:story|item|article)'],
    disregard: ['\\b(?:please |can be |should be |kindly )?disregard(?:ed)?\\b(?! for)', 'is a duplicate\\b', 'sent in error'],
    test: ['^(?:this is (?:only )?a )?test(?: (?:message|item|story|only))?[ .,-]*(?:please )?(?:ignore|do not (?:use|publish))'],
    'not-for-publication': [
      '\\bnot (?:intended )?for (?:publication|broadcast)\\b(?! (?:before|until|or broadcast before|prior))',
      '\\bdo not (?:publish|use)(?: this (?:story|item|article|text|copy)| the (?:story|item|article))?\\W{0,3}$',
      '\\b(?:for )?internal use only',
    ],
  },
  noteLabels: "note to editors|editors?['’]? note",
};
