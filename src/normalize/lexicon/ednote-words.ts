import type { Kind } from '../../article/status.ts';
import type { StatusWord } from './status-words.ts';

/** Source: notes to editors in AP, AFP, dpa, EFE and PTI files, read 2026-11-24. */

/** Verbs of a note to editors; the text behind them is the note. Only in capitals, unless the note begins with them. */
export const EDNOTE_VERBS: readonly StatusWord[] = [
  { type: 'recasts', kind: 'update', words: String.raw`recast(?:s|ing)? | refond | refunde` },
  { type: 'raises', kind: 'update', words: String.raw`raises? | raising | relève` },
  {
    type: 'updates',
    kind: 'update',
    words: String.raw`updat(?:es|ing|e|ed) | actualise | actualiza | aktualisiert | aggiorna | atualiza | تحديث | uppdaterar | oppdaterer |
    opdaterer | p[aä]ivitt[aä]{2}`,
  },
  {
    type: 'adds',
    kind: 'update',
    words: String.raw`add(?:s|ing)? | ajoute | agrega | añade | ergänzt | ergänzt um | neu | aggiunge | acrescenta | إضافة | اضافة | tillägg |
    lisää | toevoeging | complète | ampl[ií]a`,
  },
  {
    type: 'corrects',
    kind: 'correction',
    words: String.raw`correct(?:s|ing) | corrige | korrigiert | corregge | تصحيح | rättar | retter | korjaa | rectifie | rectifica | fixes |
    fixing`,
  },
  { type: 'subs', kind: 'correction', words: String.raw`subs | substitutes` },
  { type: 'clarifies', kind: 'update', words: String.raw`clarif(?:ies|ying) | précise | präzisiert` },
  {
    type: 'edits',
    kind: 'update',
    words: String.raw`edits | editing | trims | moves | deletes | removes | restores | changes | drops | minor edits | tightens | rewrites |
    inserts | incorporates | supersedes | replaces | remplace | sustituye`,
  },
  { type: 'refile', kind: 'refile', words: String.raw`refiles | refiling | resends | resending` },
  { type: 'repeat', kind: 'repeat', words: String.raw`repeats | repeating | répète | repite` },
];

/** AFP product lines: which media come with the story. Words between ` | `, lower case. */
const PRODUCTS: Readonly<Record<string, string>> = {
  pictures: "picture | pictures | photo | photos | foto | fotos | bild | صور | صورة | file picture | photo d'archives | archives",
  sketch: "croquis d'audience | sketch",
  video: 'video | vidéo | vídeo | videos | vidéos | vídeos | فيديو | live video',
  videographic: 'videographic | vidéographie',
  graphic: 'graphic | graphics | infographie | gráfico | grafik | infografía | غرافيك',
  audio: 'audio',
  live: 'live',
  map: 'map',
  chronology: 'chronology',
};

/** Word -> marker type. */
export const PRODUCT_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PRODUCTS).flatMap(([type, words]) => words.split(/\s\|\s+/u).map((word) => [word, type] as const)),
);

/** Sentences that say what has become of the item. Sources of regular expressions. */
export const STATUS_SENTENCES: readonly (readonly [type: string, kind: Kind, pattern: string])[] = [
  ['hold-for-release', 'embargoed', '\\b(?:hold for release|HFR)\\b'],
  [
    'kill',
    'kill',
    'mandatory kill|\\bkill is mandatory|(?:we have|has been|is|was) killed\\b|(?:please |must be )?remove (?:it )?from all (?:platforms|services|sites)|please (?:kill|delete) (?:this|the) (?:story|item|article)|make certain the story is not published|ersatzlos (?:gestrichen|storniert)|(?:meldung|bericht) (?:ist|wird|wurde) (?:storniert|annulliert|zur[uü]ckgezogen)|veuillez (?:supprimer|retirer|annuler)|(?:dépêche|article) (?:est )?annulée?|(?:rogamos|por favor) (?:eliminar|anular|retirar)|bitte (?:l[oö]schen|nicht (?:mehr )?verwenden)',
  ],
  // Requests to take an item back, in other words and languages.
  [
    'kill',
    'kill',
    [
      'verwenden sie (?:diese[ns]?|die|den) (?:meldung|bericht|text|beitrag|artikel) (?:bitte )?nicht',
      '(?:diese|die) meldung (?:bitte )?nicht (?:mehr )?(?:verwenden|veröffentlichen|verbreiten)|nicht (?:mehr )?zu verwenden',
      "(?:merci|prière|veuillez)(?: bien vouloir)?(?: de)? (?:supprimer|retirer|annuler|ne (?:pas|plus) (?:utiliser|publier|diffuser)) (?:cette|la|l[’']) ?(?:dépêche|information|article)",
      '(?:rogamos|por favor|se ruega|deben)(?: que)? (?:anulen|eliminen|retiren|no (?:publicar|usar|utilizar|publiquen|usen)) (?:esta|la) (?:noticia|información)',
      '(?:si prega di|pregasi) (?:annullare|eliminare|non (?:pubblicare|utilizzare|usare))|la notizia (?:è|va) (?:annullata|ritirata)',
      '(?:favor|pedimos|solicitamos)(?: que| de)? (?:anular|anulem|eliminar|eliminem|retirar|retirem|desconsiderar|desconsiderem)',
      '(?:bericht|artikel) (?:is|wordt) (?:ingetrokken|geannuleerd)|dit bericht niet (?:meer )?(?:gebruiken|publiceren)',
      '(?:använd|publicera) (?:inte|ej) (?:denna|texten|artikeln)|(?:artikeln|texten|nyheten) (?:är |har )?(?:dragits tillbaka|makulera[ds])',
      '(?:saken|meldingen|artikkelen|artiklen|historien|nyheden) (?:er |bør |må )?(?:trukket|tilbakekalt|annulleret|makulert|ikke (?:brukes|bruges))',
      '(?:juttu|uutinen|sähke) (?:on )?(?:poistettu|vedetty pois|mitätöity)|älkää (?:käyttäkö|julkaisko)',
      '(?:prosimy|proszę) (?:o )?(?:nie (?:wykorzystywać|publikować)|usunięcie|usunąć|anulowanie)|depesza (?:została )?(?:anulowana|wycofana)',
      '(?:просьба|просим) (?:не использовать|аннулировать|снять|удалить)|(?:сообщение|новость|материал) (?:аннулирован|снят|отозван)',
      '(?:bu )?haber(?:i)? (?:iptal edil|geri çekil)|(?:bu )?haberi (?:lütfen )?(?:kullanmayınız|yayınlamayınız)',
      '(?:يرجى|الرجاء) (?:إلغاء|الغاء|حذف|عدم (?:استخدام|نشر)) (?:هذا )?(?:الخبر|النبأ)|تم (?:إلغاء|سحب) (?:الخبر|النبأ)',
      'この?記事(?:を|は)?(?:取り消|削除)|使用しないでください',
    ].join('|'),
  ],
  [
    'withdrawn',
    'kill',
    '(?:story|article|item|headline|report|alert|brief) (?:has been |is |was )?(?:withdrawn|retracted|deleted|removed)\\b',
  ],
  // Dutch.
  ['withdrawn', 'kill', '(?:bericht|artikel) (?:is|wordt|werd) (?:ingetrokken|geannuleerd|teruggetrokken)|(?:bericht|artikel) vervalt\\b'],
  ['withhold', 'withhold', '\\b(?:please )?(?:withhold|hold) (?:this|the|publication of this) (?:story|item|article)'],
  [
    'disregard',
    'disregard',
    '\\b(?:please |can be |should be |kindly )?disregard(?:ed)?\\b(?! for)|is a duplicate\\b|sent in error|bitte (?:ignorieren|nicht beachten)|ne pas tenir compte|no tener en cuenta|hacer caso omiso',
  ],
  ['test', 'test', '^(?:this is (?:only )?a )?test(?: (?:message|item|story|only))?[ .,-]*(?:please )?(?:ignore|do not (?:use|publish))'],
  [
    'not-for-publication',
    'advisory',
    '\\bnot (?:intended )?for (?:publication|broadcast)\\b(?! (?:before|until|or broadcast before|prior))|nicht zur ver[oö]ffentlichung|pas (?:destiné à la|pour) publication|no (?:es )?para (?:su )?publicaci[oó]n|ej f[oö]r publicering|ikke for publisering|ikke til publicering|ei (?:ole )?julkaistavaksi|niet voor publicatie|non per la pubblicazione|não publicar|non destin[ée]e? à (?:la )?publication|non pubblicare|får (?:ej|inte) publiceras|må ikke (?:publiseres|publiceres|offentligg[øj]+res)|\\bdo not (?:publish|use)(?: this (?:story|item|article|text|copy)| the (?:story|item|article))?\\W{0,3}$|\\b(?:for )?internal use only|nur zur (?:internen )?information|nur für den internen gebrauch',
  ],
  ['not-for-publication', 'advisory', '\\bniet (?:publiceren|gebruiken)\\W{0,3}$|\\bne pas (?:publier|diffuser|utiliser)\\W{0,3}$'],
];

/** What a note to editors calls itself before it says something: the label alone says nothing of the item beside it. */
export const NOTE_LABEL =
  /^\s*(?:note to editors|editors?['’]? note|hinweis an (?:die )?redaktionen|redaktionshinweis|note aux r[ée]dactions|nota a los editores|till redaktionerna|til redaksjonen|til redaktionerne|toimituksille)\s*:\s*(?=\S)/iu;
