import type { Language } from '../language.ts';

/** Finnish. */
export const fi: Language = {
  tag: 'fi',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'tammikuu tammi tammikuuta',
      'helmikuu helmi helmikuuta',
      'maaliskuu maalis maaliskuuta maa',
      'huhtikuu huhti huhtikuuta',
      'toukokuu touko toukokuuta',
      'kesäkuu kesä kesäkuuta',
      'heinäkuu heinä heinäkuuta',
      'elokuu elo elokuuta',
      'syyskuu syys syyskuuta',
      'lokakuu loka lokakuuta',
      'marraskuu marras marraskuuta',
      'joulukuu joulu joulukuuta',
    ],
    weekdays:
      'maanantai ma tiistai ti keskiviikko ke torstai to perjantai pe lauantai la sunnuntai su maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina',
    fillers: 'klo ja julkaistu päivitetty',
    parts: { hour: 'klo' },
    halves: { am: 'ap', pm: 'ip' },
    halvesAfterClock: 'ap',
  },
};
