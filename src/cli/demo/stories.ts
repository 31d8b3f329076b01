/** A story of the demo feed. Names and places are invented. */
export interface DemoStory {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly city: string;
  readonly paragraphs: readonly string[];
  readonly revision: number;
  /** `HHMMSS` in UTC on the demo's day. */
  readonly time: string;
  readonly status: 'Usable' | 'Canceled';
  readonly advisory?: string;
}

const first = { revision: 1, status: 'Usable' } as const;

const harbour: DemoStory = {
  ...first,
  id: 'TX-PAR-DMO01',
  slug: 'Ostrava-Bay-harbour-pilots',
  headline: 'Harbour pilots suspend night duty in Port Casimir',
  city: 'Port Casimir',
  time: '071000',
  paragraphs: [
    'Pilots in Port Casimir suspended night duty on Monday after two near misses in fog, leaving eleven freighters at anchor.',
    '"We are asked to bring ships in by memory," said Leonie Aster, who speaks for the 42 pilots of the bay.',
    '- Radar out since autumn -',
    'The harbour office said that the radar had been out of order since October and promised repairs worth 2.4 million crowns.',
    'Talks resume on Wednesday.',
    'la/mvd/rt',
  ],
};

const museum: DemoStory = {
  ...first,
  id: 'TX-PAR-DMO02',
  slug: 'Lindhaven-museum-theft',
  headline: 'Museum in Lindhaven reports theft of bronze clock',
  city: 'Lindhaven',
  time: '073200',
  paragraphs: [
    'A bronze clock from 1742 has gone missing from the town museum of Lindhaven, the director said on Monday.',
    'Police have named no suspect.',
    'hk/mvd',
  ],
};

const others: readonly DemoStory[] = [
  {
    ...first,
    id: 'TX-PAR-DMO03',
    slug: 'Tallmere-budget',
    headline: 'Tallmere council passes budget by a single vote',
    city: 'Tallmere',
    time: '080500',
    paragraphs: ['The council of Tallmere passed its budget by 21 votes to 20 after a sitting of fourteen hours.', 'jb/hk'],
  },
  {
    ...first,
    id: 'TX-PAR-DMO04',
    slug: 'cycling-Varre-tour',
    headline: 'Okonedo takes third stage of Tour of Varre',
    city: 'Varre',
    time: '081500',
    paragraphs: ['Miriam Okonedo won the third stage of the Tour of Varre on Monday, eight seconds ahead of the field.', 'rt/jb'],
  },
  {
    ...first,
    id: 'TX-PAR-DMO05',
    slug: 'Brisk-Valley-storm',
    headline: 'Storm cuts rail line through Brisk Valley',
    city: 'Upper Brisk',
    time: '084000',
    paragraphs: ['Falling trees closed the rail line through Brisk Valley for most of Sunday night, the operator said.', 'mvd/la'],
  },
  {
    ...first,
    id: 'TX-PAR-DMO06',
    slug: 'Casimir-exchange-close',
    headline: 'Casimir exchange edges higher at the open',
    city: 'Port Casimir',
    time: '090300',
    paragraphs: ['Shares in Port Casimir opened 0.3 percent higher on Monday, led by shipping firms.', 'hk/rt'],
  },
];

/** The first delivery: six stories, the museum sent twice without a change. */
export const FIRST_DELIVERY: readonly DemoStory[] = [harbour, museum, ...others, museum];

/** Later: the harbour story corrected, the museum story killed. */
export const LATER_DELIVERY: readonly DemoStory[] = [
  {
    ...harbour,
    revision: 2,
    time: '094500',
    advisory: 'CORRECTS sum in fourth paragraph',
    paragraphs: harbour.paragraphs.map((text) => text.replace('2.4 million', '4.2 million')),
  },
  {
    ...museum,
    revision: 2,
    time: '100100',
    status: 'Canceled',
    headline: `KILL: ${museum.headline}`,
    advisory: 'MANDATORY KILL. Please remove from all platforms',
    paragraphs: ['KILL:', 'ATTENTION editors: the story slugged Lindhaven-museum-theft is withdrawn. The clock was being repaired.', 'AFP'],
  },
];
